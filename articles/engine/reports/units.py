"""Words to the units in which reported speech is read: one a word, one a whole marked stretch."""

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import Stemmer

from articles.engine.text.lexicon import read_word_lists
from articles.engine.text.spans import Span
from articles.engine.text.words import Words

MARKED = "Q"
EDGE = "#"
# Features look at most this many units beyond a sentence's end, so that many are padded on.
PADDING = 3

_CLASS_OF = {word: name for name, words in read_word_lists("unit_classes.txt").items() for word in words}
_STEMMER = Stemmer.Stemmer("english")
# Word forms whose class is remembered; an article has a few hundred.
_REMEMBERED = 20_000
# A sentence in which more than this share of the words begin with a capital is a title.
_TITLE_SHARE = 0.65
_TITLE_WORDS = 4
# A reporting sentence is rarely longer; units beyond are not looked at, which bounds the work.
LONGEST = 200
_EDGES = [EDGE] * PADDING


@dataclass(frozen=True, slots=True)
class Units:
    """The units of one sentence, as parallel lists padded with edges on either side.

    The places from `first` up to `last` (inclusive) are those of real units.
    """

    lower: list[str]
    stems: list[str]
    classes: list[str]
    starts: list[int]
    ends: list[int]
    title: bool
    first: int
    last: int


def split_units(words: Words, stretches: Sequence[Span], stems: Container[str]) -> Iterator[Units]:
    """Give the units of each sentence that holds one of the stems outside any marked stretch."""
    lower = [w.replace("’", "'") if "’" in w else w for w in words.lower]
    stemmed: list[str] = _STEMMER.stemWords(lower)
    wanted = [stem in stems for stem in stemmed]
    unit_of = _marked_words(words, stretches)
    for begin, stop in _sentences(words, unit_of):
        if True in wanted[begin:stop]:
            yield _units(words, lower, stemmed, unit_of, begin, min(stop, begin + LONGEST))


def _marked_words(words: Words, stretches: Sequence[Span]) -> dict[int, int]:
    """Map the first word of each marked stretch to the word after its last, in reading order."""
    unit_of: dict[int, int] = {}
    after = 0
    for start, end in stretches:
        begin = bisect_left(words.starts, start, after)
        after = bisect_left(words.starts, end, begin)
        if after > begin:
            unit_of[begin] = after
    return unit_of


def _sentences(words: Words, unit_of: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Give the ranges of words of the sentences, none of which ends inside a marked stretch."""
    inside_until = 0
    begin = 0
    stretches = list(unit_of.items())
    at = 0
    for start, stop in words.sentences:
        if start >= inside_until and start > begin:
            yield begin, start
            begin = start
        while at < len(stretches) and stretches[at][0] < stop:
            inside_until = max(inside_until, stretches[at][1])
            at += 1
    if begin < len(words.forms):
        yield begin, len(words.forms)


def _units(
    words: Words, lower: list[str], stemmed: list[str], unit_of: dict[int, int], begin: int, stop: int
) -> Units:
    """Give the units of the words from `begin` up to `stop`."""
    low, stems, classes = [*_EDGES], [*_EDGES], [*_EDGES]
    starts, ends = [0] * PADDING, [0] * PADDING
    at = begin
    for mark in (*(i for i in range(begin, stop) if i in unit_of), stop):
        low += lower[at:mark]
        stems += stemmed[at:mark]
        classes += map(_class_of, words.forms[at:mark])
        starts += words.starts[at:mark]
        ends += words.ends[at:mark]
        if mark < stop:
            at = unit_of[mark]
            low.append(MARKED)
            stems.append(MARKED)
            classes.append(MARKED)
            starts.append(words.starts[mark])
            ends.append(words.ends[at - 1])
    last = len(low) - 1
    low += _EDGES
    stems += _EDGES
    classes += _EDGES
    return Units(low, stems, classes, starts, ends, _is_title(words.forms[begin:stop]), PADDING, last)


@lru_cache(maxsize=_REMEMBERED)
def _class_of(form: str) -> str:
    """Class a word by the lists, else by its shape."""
    lower = form.lower().replace("’", "'")
    known = _CLASS_OF.get(lower)
    if known is not None:
        return known
    if not form[0].isalnum():
        return "PU"
    if form[0].isdigit():
        return "NUM"
    if form[0].isupper():
        return "CAP"
    for ending, name in (("n't", "MOD"), ("ed", "ed"), ("ing", "ing"), ("ly", "ly"), ("ss", "x"), ("s", "s")):
        if lower.endswith(ending):
            return name
    return "x"


def _is_title(forms: Sequence[str]) -> bool:
    """Tell whether a sentence has the capitals of a title."""
    words = [form for form in forms if form[0].isalpha()]
    capitals = sum(form[0].isupper() for form in words)
    return len(words) >= _TITLE_WORDS and capitals > _TITLE_SHARE * len(words)
