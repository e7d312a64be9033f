"""Words to the names printed in them: rows of capitalised words, with the titles before them."""

import re
from collections.abc import Collection
from itertools import pairwise
from typing import NamedTuple

from articles.engine.attribution.person_names import BODY_WORDS, OFFICES, SUFFIXES, Name, fold, is_first_name
from articles.engine.text.lexicon import read_word_lists
from articles.engine.text.words import Words

_RUN = re.compile(r"[TN][TN_&]*")
_LISTS = read_word_lists("people.txt")
NATIONALS = _LISTS["nationals"]
_NO_NAMES = _LISTS["no names"] | NATIONALS
_PEOPLES = _LISTS["peoples"]
_NOUNS = read_word_lists("classes.txt")
COMMON = frozenset().union(*read_word_lists("common_words.txt").values())
# What a row of capitalised words may begin with before a name: "Witness Ann Lowe", "Liberal Ann Lowe".
PEOPLE = _NOUNS["people"] - _NOUNS["bodies and documents"]
_NOT_A_NAME = _NO_NAMES | _PEOPLES | PEOPLE
# A line with this share of capitalised words is a headline, in which capitals do not show names.
_HEADLINE_SHARE = 0.7
# Endings of what is no name where it opens a sentence, and what would show all the same that it is one.
_VERB_ENDINGS = ("ing", "ed")
_BEHIND_NAMES = frozenset("VvxbgE',")
# Shorter forms of a name are looked for in names of so many words.
_LONGEST_NAME = 6
# An owner that begins the name of a body: "Nurses' Association", "Women's Shelter".
_PLURAL_POSSESSIVE = frozenset({"'", "’"})
_MARKS = frozenset("“\"‘'«„([") | {"``", "''"}
_PLURALS = frozenset({"children", "women", "men", "people"})


class Run(NamedTuple):
    """A row of capitalised words that is a name: from `begin` with its titles, the name from `first`."""

    begin: int
    first: int
    last: int
    printed: str
    parsed: Name


def find_runs(words: Words, classes: str) -> list[Run]:
    """Find the names of a text, outside lines that capitalise every word."""
    headlines = _headline_ranges(words)
    openings = _find_openings(words)
    runs: list[Run] = []
    for begin, end in _capitalised_ranges(words, classes):
        if not any(first <= begin < last for first, last in headlines):
            run = _read_run(words, classes, begin, end)
            if run and run.begin in openings:
                run = _without_opening_word(words, run)
            if run:
                runs.append(_without_offices(words, run))
    forms = frozenset(words.forms)
    inside = {run.first: run.parsed.last for run in runs if run.first == run.last}
    elsewhere = {word for at, word in inside.items() if at not in openings}
    kept = [
        run
        for run in runs
        if run.first not in inside
        or run.first not in openings
        or not _is_common(words, classes, run, forms, elsewhere)
    ]
    return _complete_pairs(kept, words, classes)


def _find_openings(words: Words) -> frozenset[int]:
    """Find the first word of each sentence, behind the mark that opens a quotation."""
    forms = words.forms
    behind = (first + 1 for first, last in words.sentences if first + 1 < last and forms[first] in _MARKS)
    return frozenset([first for first, _ in words.sentences]).union(behind)


def _is_common(
    words: Words, classes: str, run: Run, forms: Collection[str], elsewhere: Collection[str]
) -> bool:
    """Tell whether the capital of a word only shows that it opens a sentence: "Pressed for more, ...".

    `forms` are the words of the text as printed, `elsewhere` those that are names inside a sentence too.
    """
    low = words.lower[run.first]
    if low in forms or (low in PEOPLE and low.endswith("s")):
        return True
    if low in COMMON and low not in BODY_WORDS and not run.parsed.titles:
        return run.parsed.last not in elsewhere
    follows = classes[run.first + 1 : run.first + 2]
    return low.endswith(_VERB_ENDINGS) and follows not in _BEHIND_NAMES and not is_first_name(low)


def _capitalised_ranges(words: Words, classes: str) -> list[tuple[int, int]]:
    """Give the rows of capitalised words, each within a paragraph, a body with its owner."""
    breaks = {first for first, _ in words.paragraphs}
    ranges: list[tuple[int, int]] = []
    for match in _RUN.finditer(classes):
        begin, end = match.span()
        for at in range(begin + 1, end):
            if at in breaks:
                ranges.append((begin, at))
                begin = at
        if ranges and ranges[-1][1] == begin - 1 and _is_one_body(words, classes, *ranges[-1], end):
            begin = ranges.pop()[0]
        ranges.append((begin, end))
    return ranges


def _is_one_body(words: Words, classes: str, begin: int, link: int, end: int) -> bool:
    """Tell whether the word at `link` joins a body's name: "Prime Minister's Office", "Bank of Canada"."""
    if classes[link] == "f":
        return words.lower[link - 1] in BODY_WORDS
    if classes[link] != "'" or words.lower[end - 1] not in BODY_WORDS:
        return False
    if words.forms[link] in _PLURAL_POSSESSIVE or words.lower[link - 1] in _PLURALS:
        return True
    return set(classes[begin:link]) == {"T"}


def _is_capital_people(words: Words, at: int) -> bool:
    """Tell whether a word is an adjective for a people or party that may begin a body's name."""
    return words.forms[at][:1].isupper() and words.lower[at] in _PEOPLES


def _without_opening_word(words: Words, run: Run) -> Run:
    """Take a capital that only begins the sentence from a name: "Forward Evan Marsh", "Following Marsh"."""
    parts = run.parsed.parts
    if len(parts) < 2 or len(parts[0]) == 1 or run.first != run.begin or is_first_name(parts[0]):
        return run
    opened = is_first_name(parts[1]) if len(parts) > 2 else _governs(words, run)
    return _shorten(words, run, 1) if opened else run


def _without_offices(words: Words, run: Run) -> Run:
    """Take capitalised offices from the front of a name: "Majority Whip Evan Marsh"."""
    parts = run.parsed.parts
    if len(parts) < 3 or len(parts) != run.last - run.first + 1 or run.parsed.is_body:
        return run
    leading = 0
    while leading < len(parts) - 2 and not is_first_name(parts[leading]) and _is_office(parts[leading]):
        leading += 1
    return _shorten(words, run, leading) if leading and is_first_name(parts[leading]) else run


def _is_office(part: str) -> bool:
    """Tell whether a part of a name may be one of an office: a common word or a noun for a person."""
    return len(part) > 1 and (part in COMMON or part in PEOPLE | OFFICES or part.endswith(("woman", "man")))


def _shorten(words: Words, run: Run, count: int) -> Run:
    """Take so many words from the front of a name."""
    first = run.first + count
    printed = words.text[words.starts[first] : words.starts[run.first] + len(run.printed)]
    return run._replace(
        first=first, printed=printed, parsed=Name(run.parsed.titles, run.parsed.parts[count:])
    )


def _governs(words: Words, run: Run) -> bool:
    """Tell whether the first of two words only leads to the second, which is a name without it elsewhere."""
    first, last = run.parsed.parts
    is_verb = first.endswith("ing") and first in COMMON
    leads = first in COMMON or first.endswith(_VERB_ENDINGS)
    if not is_verb and (not leads or last in COMMON or run.parsed.is_body):
        return False
    pair = (words.lower[run.first], words.lower[run.last])
    together = sum(both == pair for both in pairwise(words.lower))
    return together == 1 < words.forms.count(words.forms[run.last])


def list_tails(parts: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Give the ends of a long name that may stand for it: "de Souza" for "Eileen de Souza"."""
    return [parts[at:] for at in range(1, min(len(parts) - 1, _LONGEST_NAME))]


def _complete_pairs(runs: list[Run], words: Words, classes: str) -> list[Run]:
    """Give the first of two people named together the family name of the second: "Linda and Greg Marsh"."""
    completed = list(runs)
    full_first = {run.parsed.parts[0] for run in runs if len(run.parsed.parts) > 1}
    for n, (run, after) in enumerate(pairwise(runs)):
        first, other = run.parsed.parts, after.parsed.parts
        together = after.begin == run.last + 2 and classes[run.last + 1] == "c"
        single = len(first) == 1 and not run.parsed.titles and first[0] not in full_first
        if together and single and len(other) == 2 and is_first_name(first[0]) and is_first_name(other[0]):
            family = words.text[words.starts[after.last] : words.ends[after.last]]
            name = Name((), (first[0], after.parsed.last))
            completed[n] = run._replace(printed=f"{run.printed} {family}", parsed=name)
    return completed


def _headline_ranges(words: Words) -> list[tuple[int, int]]:
    """Give the paragraphs, as ranges of words, in which most words are capitalised."""
    found = []
    for first, last in words.paragraphs[:3]:
        letters = [form for form in words.forms[first:last] if form[0].isalpha()]
        if len(letters) > 3 and sum(f[0].isupper() for f in letters) >= _HEADLINE_SHARE * len(letters):
            found.append((first, last))
    return found


def _parts(words: Words, classes: str, first: int, last: int) -> tuple[str, ...]:
    """Fold the words of a name, without a suffix such as Jr."""
    if first == last:
        return (fold(words.forms[first]),)
    parts = [fold(words.forms[i]) for i in range(first, last + 1) if classes[i] in "NTn"]
    while len(parts) > 1 and parts[-1] in SUFFIXES:
        parts.pop()
    return tuple(parts)


def _read_run(words: Words, classes: str, begin: int, end: int) -> Run | None:
    """Find the name in a row of capitalised words: what follows its last title, without adjectives."""
    last = end - 1
    if begin == last and classes[begin] == "N" and words.lower[begin] not in BODY_WORDS:
        return _read_word(words, begin)
    while last > begin and classes[last] in "_&":
        last -= 1
    first = begin
    if classes.find("T", begin, last) >= 0:
        owner = classes.find("'", begin, last)  # the titles of an owner are part of the body's name
        for i in range(begin, last):
            if classes[i] == "T" and classes[i + 1] in "NT_" and i > owner:
                first = i + 1
    of_body = not BODY_WORDS.isdisjoint(words.lower[first : last + 1])
    if of_body and first == begin and begin and _is_capital_people(words, begin - 1):
        begin = first = begin - 1
    while first < last and (classes[first] in "_&" or (not of_body and words.lower[first] in _NOT_A_NAME)):
        first += 1
    alone = first == last and words.lower[first] in _NO_NAMES
    if alone or classes[first] not in ("NTn" if of_body else "N"):
        return None
    printed = words.text[words.starts[first] : words.ends[last]]
    if last + 1 < len(classes) and classes[last + 1] == "_" and last + 1 < end:
        printed = words.text[words.starts[first] : words.ends[last + 1]]
    titles = tuple([words.lower[i] for i in range(begin, first) if classes[i] == "T"])
    parsed = Name(titles, _parts(words, classes, first, last))
    return Run(begin, first, last, printed, parsed) if parsed.parts else None


def _read_word(words: Words, at: int) -> Run | None:
    """Take a capitalised word that stands alone for a name, as most names are, unless it is known as none."""
    if words.lower[at] in _NO_NAMES:
        return None
    return Run(at, at, at, words.forms[at], Name((), (fold(words.forms[at]),)))
