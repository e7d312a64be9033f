"""Names behind a word that may be a title or a first name ("Dean Lowe") to names that are printed whole."""

import re
from collections.abc import Sequence

from articles.engine.attribution.name_runs import Run
from articles.engine.attribution.person_names import Name, fold, is_first_name
from articles.engine.text.lexicon import read_word_lists
from articles.engine.text.words import Words

_LISTS = read_word_lists("people.txt")
_EITHER = _LISTS["titles or first names"]
# What shows behind a title that it is one: "Dean of", "Dean Ann Lowe".
_BEFORE_TITLED = re.compile(r"f|N[N_]")


def keep_whole(runs: Sequence[Run], words: Words, classes: str) -> list[Run]:
    """Give the first word back to names that nothing in the text shows to have a title before them."""
    kept = list(runs)
    behind = [n for n, run in enumerate(runs) if run.begin + 1 == run.first and _is_behind(run, words)]
    if not behind:
        return kept
    titles = _find_titles(words, classes, {runs[n].begin for n in behind})
    full = {run.parsed.last for run in runs if len(run.parsed.parts) > 1}
    for n in behind:
        run, word = runs[n], words.lower[runs[n].begin]
        is_title = word in titles or run.parsed.last in full
        if is_title or (is_first_name(run.parsed.last) and not is_first_name(word)):
            continue
        printed = words.text[words.starts[run.begin] : words.starts[run.first] + len(run.printed)]
        if is_first_name(word):
            kept[n] = Run(run.begin, run.begin, run.last, printed, Name((), (fold(word), run.parsed.last)))
        else:
            kept[n] = run._replace(printed=printed)
    return kept


def _is_behind(run: Run, words: Words) -> bool:
    """Tell whether the word before a lone family name may be a first name."""
    return len(run.parsed.parts) == 1 and words.lower[run.begin] in _EITHER


def _find_titles(words: Words, classes: str, known: set[int]) -> set[str]:
    """Find the words that the text uses as titles elsewhere: "the dean", "Dean of", "Dean Ann Lowe"."""
    return {
        word
        for i, word in enumerate(words.lower)
        if word in _EITHER
        and i not in known
        and (words.forms[i] == word or classes[i - 1 : i] == "d" or _BEFORE_TITLED.match(classes, i + 1))
    }
