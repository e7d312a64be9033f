"""Words to the units in which reported speech is read: one a word, one a whole marked stretch."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from articles.engine.text.datelines import datelines_of
from articles.engine.text.lexicon import read_word_lists
from articles.engine.text.memo import Memo
from articles.engine.text.spans import Span
from articles.engine.text.words import Words

# The classes of units, one character each, so that a row of them is a string. Those up to BRACKET
# are lists of `data/unit_classes.txt`; the others are told by a word's shape.
DETERMINER = "d"
PRONOUN = "p"
POSSESSIVE = "o"
BE = "b"
HAVE = "h"
DO = "D"
MODAL = "m"
PREPOSITION = "P"
SUBORDINATOR = "u"
CONJUNCTION = "c"
QUESTION_WORD = "W"
THAT = "T"
TO = "t"
NOT = "!"
TIME = "Y"
THERE = "R"
COMMA = ","
STOP = "."
DASH = "-"
COLON = ":"
BRACKET = "("
OTHER_MARK = "*"
NUMBER = "0"
NAME = "N"
PAST = "e"
GERUND = "i"
ADVERB = "l"
PLURAL = "s"
WORD = "x"
MARKED = "Q"
EDGE = "#"

# All classes; a class is known by its place in this row where units are numbers.
CLASSES = (
    DETERMINER, PRONOUN, POSSESSIVE, BE, HAVE, DO, MODAL, PREPOSITION, SUBORDINATOR, CONJUNCTION,
    QUESTION_WORD, THAT, TO, NOT, TIME, THERE, COMMA, STOP, DASH, COLON, BRACKET, OTHER_MARK, NUMBER, NAME,
    PAST, GERUND, ADVERB, PLURAL, WORD, MARKED, EDGE,
)  # fmt: skip
_LISTS = {
    "determiners": DETERMINER, "pronouns": PRONOUN, "possessives": POSSESSIVE, "be": BE, "have": HAVE,
    "do": DO, "modals": MODAL, "prepositions": PREPOSITION, "subordinators": SUBORDINATOR,
    "conjunctions": CONJUNCTION, "question words": QUESTION_WORD, "that": THAT, "to": TO, "not": NOT,
    "times": TIME, "there": THERE, "commas": COMMA, "stops": STOP, "dashes": DASH, "colons": COLON,
    "brackets": BRACKET,
}  # fmt: skip
_ENDINGS = (("n't", MODAL), ("ed", PAST), ("ing", GERUND), ("ly", ADVERB), ("ss", WORD), ("s", PLURAL))
# Features look at most this many units beyond a sentence's end, so that many are padded on.
PADDING = 5
_EDGES = [EDGE] * PADDING
_ZEROS = [0] * PADDING
# A sentence in which more than this share of the words begin with a capital is a title.
_TITLE_SHARE = 0.65
_TITLE_WORDS = 4
# A reporting sentence is rarely longer; units beyond are not looked at, which bounds the work.
LONGEST = 200


class Units(NamedTuple):
    """The units of a text as parallel sequences, with edges before, between and after the sentences.

    `classes` has one character a unit; `sentences` holds the first and last unit of each sentence.
    """

    lower: list[str]
    classes: str
    starts: list[int]
    ends: list[int]
    sentences: list[tuple[int, int]]


_CLASS_OF = {
    word: _LISTS[name] for name, words in read_word_lists("unit_classes.txt").items() for word in words
}


def split_units(words: Words, stretches: Sequence[Span]) -> Units:
    """Give the units of a text; `stretches` are its marked stretches."""
    classes = "".join(map(_CLASSES.__getitem__, words.forms))
    plain = words.lower
    if "’" in words.text:
        plain = [word.replace("’", "'") if "’" in word else word for word in plain]
    lower, row, starts, ends = [*_EDGES], [EDGE * PADDING], [*_ZEROS], [*_ZEROS]
    sentences: list[tuple[int, int]] = []
    unit_of = _marked_words(words, stretches)
    marks = [*unit_of, len(words.forms)]
    nearest = 0
    sentences_of_text = _sentences(words, unit_of)
    lines = datelines_of(words)
    for begin, stop in _behind(lines, sentences_of_text) if lines else sentences_of_text:
        first, at, limit = len(lower), begin, min(stop, begin + LONGEST)
        while marks[nearest] < limit:
            mark = marks[nearest]
            nearest += 1
            lower += plain[at:mark]
            lower.append(MARKED)
            row += (classes[at:mark], MARKED)
            starts += words.starts[at : mark + 1]
            ends += words.ends[at:mark]
            at = unit_of[mark]
            ends.append(words.ends[at - 1])
        while marks[nearest] < stop:
            nearest += 1
        lower += plain[at:limit]
        row.append(classes[at:limit])
        starts += words.starts[at:limit]
        ends += words.ends[at:limit]
        sentences.append((first, len(lower) - 1))
        lower += _EDGES
        row.append(EDGE * PADDING)
        starts += _ZEROS
        ends += _ZEROS
    return Units(lower, "".join(row), starts, ends, sentences)


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


def _behind(lines: Mapping[int, int], sentences: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Give the ranges of sentences without the datelines before them, which name no source."""
    behind = 0
    for begin, stop in sentences:
        behind = lines.get(begin, behind)
        if max(begin, behind) < stop:
            yield max(begin, behind), stop


def class_of(form: str) -> str:
    """Class a word by the lists, else by its shape."""
    lower = form.lower().replace("’", "'")
    known = _CLASS_OF.get(lower)
    if known is not None:
        return known
    if not form[0].isalnum():
        return OTHER_MARK
    if form[0].isdigit():
        return NUMBER
    if form[0].isupper():
        return NAME
    return next((found for ending, found in _ENDINGS if lower.endswith(ending)), WORD)


def is_title(text: str, units: Units, first: int, last: int) -> bool:
    """Tell whether the sentence from one unit to another is a title, in which most words have a capital."""
    initials = "".join(map(text.__getitem__, units.starts[first : last + 1]))
    if sum(map(str.isupper, initials)) <= _TITLE_SHARE * _TITLE_WORDS:
        return False  # as nearly all sentences, seen cheaply
    letters = list(filter(str.isalpha, initials))
    return len(letters) >= _TITLE_WORDS and sum(map(str.isupper, letters)) > _TITLE_SHARE * len(letters)


_CLASSES = Memo(class_of)
