"""Where a stretch between single marks ends, and which single marks are apostrophes."""

import re

from articles.engine.quotations.marked_paragraph import (
    BEFORE_OPENING,
    BLANKS,
    ENDING_MARKS,
    SINGLES,
    MarkedParagraph,
)
from articles.engine.text.lexicon import read_word_lists

_WORD_AFTER = re.compile(r"\w*")
# What a year is clipped to: '08, the '90s; but not the beginning of '16,000 jobs' or '18-year-olds'.
_CLIPPED_YEAR = re.compile(r"\d\d[^\W\d]?(?!\w|[.,]\d|[-‑][^\W\d]|%)")
_SINGLE_OPENERS = frozenset({"‘", "'", "‚", "‹"})
_SINGLE_CLOSERS = frozenset({"’", "'", "›", "‘"})
_LISTS = read_word_lists("marks.txt")
_ELISIONS = _LISTS["elisions"]
_AFTER_NO_POSSESSIVE = _LISTS["after no possessive"]


def may_open_single(paragraph: MarkedParagraph, at: int) -> bool:
    """Tell whether the single mark `at` can open a stretch, and is no apostrophe of a clipped word."""
    place, mark = paragraph.marks[at]
    after = paragraph.after(place + 1)
    if mark not in _SINGLE_OPENERS or paragraph.before(place) not in BEFORE_OPENING:
        return False
    if after in BLANKS or after in ENDING_MARKS:
        return False
    word = _WORD_AFTER.match(paragraph.text, place + 1, min(paragraph.stop, place + 12))
    clipped = word.group().lower() if word else ""
    return clipped not in _ELISIONS and not _CLIPPED_YEAR.match(paragraph.text, place + 1, paragraph.stop)


def find_single_closing(paragraph: MarkedParagraph, at: int) -> int | None:
    """Find the closing mark of the single mark `at`: the first sure one, else the last possible."""
    possible: int | None = None
    doubles = 0
    for later in range(at + 1, len(paragraph.marks)):
        place, mark = paragraph.marks[later]
        if mark not in SINGLES:
            doubles += 1
            continue
        before = paragraph.text[place - 1]
        after = paragraph.after(place + 1)
        if before in "nN" and paragraph.text[place - 2] in SINGLES:
            continue  # "rock 'n' roll"
        if mark in {"‘", "'"} and may_open_single(paragraph, later):
            return possible
        if mark not in _SINGLE_CLOSERS or before in BLANKS or after.isalnum() or doubles % 2:
            continue
        if not _may_be_apostrophe(paragraph, place, before, after):
            return later
        possible = later
    return possible


def _may_be_apostrophe(paragraph: MarkedParagraph, place: int, before: str, after: str) -> bool:
    """Tell whether a mark behind a word may be its apostrophe ("workers' rights", "goin' on")."""
    if after not in BLANKS or not before.isalpha():
        return False
    clipped = paragraph.text[max(0, place - 2) : place].lower() == "in"
    if before not in "sSxzXZ" and not clipped:
        return False
    word = _WORD_AFTER.match(paragraph.text, place + 2, min(paragraph.stop, place + 20))
    following = word.group().lower() if word else ""
    return bool(following) and following not in _AFTER_NO_POSSESSIVE
