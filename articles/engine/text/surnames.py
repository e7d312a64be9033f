"""Word classes to classes in which months and small words are names, where the text has somebody so named."""

import re
from bisect import bisect_right

from articles.engine.text.lexicon import read_word_lists
from articles.engine.text.words import Words

_NAME = "N"
_COURTESY = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "sir", "lord", "lady", "dame"})
_FIRST_NAMES = frozenset().union(*read_word_lists("first_names.txt").values())
_WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
# Months, auxiliaries, prepositions, adverbs and verbs that are family names too: "Ellen March", "Ms. May".
_SMALL = "DxpabkE"
# Behind a first name or a title, but not the date in "told Ellen March 5".
_BEHIND_FIRST = re.compile(rf"(?<=[NT_])[{_SMALL}](?!0)")
# By itself one of these is a name if it does something, or is an auxiliary with a capital inside a sentence.
_ACTS = re.compile(r"[axD]{0,2}[Vv]|x|'|,(?:w|V)")
_SAID = "V"
_IN_DATES = "p2f0D"
_MONTH = "D"
_AUXILIARY = "x"
_DATES_AND_AUXILIARIES = frozenset({_MONTH, _AUXILIARY})
_NUMBER = "0"
# A paragraph with this share of capitalised words is a headline, in which capitals do not show names.
_HEADLINE_SHARE = 0.7


def name_families(words: Words, row: str) -> str:
    """Give a row of classes in which the family names that a text shows to be such are names."""
    introduced = [m.start() for m in _BEHIND_FIRST.finditer(row) if _is_introduced(words, row, m.start())]
    if not introduced:
        return row
    families = {words.lower[at] for at in introduced}
    classes = list(row)
    for at, low in enumerate(words.lower):
        is_small = low in families and row[at] in _SMALL and words.forms[at][0].isupper()
        if is_small and (at in introduced or _stands_for_somebody(words, row, at)):
            classes[at] = _NAME
    return "".join(classes)


def _is_introduced(words: Words, row: str, at: int) -> bool:
    """Tell whether a small word is a family name behind a first name or a title."""
    if not words.forms[at][0].isupper() or words.lower[at] in _WEEKDAYS:
        return False
    before = at - 1 if row[at - 1] != "_" else at - 2
    if row[before] == "T":
        known = words.lower[before] in _COURTESY or row[at] in _DATES_AND_AUXILIARIES
    else:
        known = words.lower[before] in _FIRST_NAMES
    return known and not _is_headline(words, at)


def _stands_for_somebody(words: Words, row: str, at: int) -> bool:
    """Tell whether a family name stands for somebody where it is printed alone."""
    before, behind = row[at - 1 : at], row[at + 1 : at + 2]
    if behind == _NUMBER or (row[at] == _MONTH and before and before in _IN_DATES):
        return False
    inside = row[at] == _AUXILIARY and words.forms[at - 1].islower()
    return before == _SAID or _ACTS.match(row, at + 1) is not None or inside


def _is_headline(words: Words, at: int) -> bool:
    """Tell whether most words of the paragraph of a word are capitalised."""
    first, last = words.paragraphs[bisect_right(words.paragraphs, (at, len(words.forms))) - 1]
    letters = [form for form in words.forms[first:last] if form[0].isalpha()]
    return sum(form[0].isupper() for form in letters) >= _HEADLINE_SHARE * len(letters)
