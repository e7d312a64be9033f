"""Units of a text as numbers, so that choices are made for all its places at once."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from articles.engine.reports.choices import ABSENT, Array, Parts, Values
from articles.engine.reports.units import CLASSES, COMMA, LONGEST, MARKED, PADDING, Units, is_title

Flags = NDArray[np.bool_]

# The number of each class.
CODE = {name: number for number, name in enumerate(CLASSES)}
_NUMBERS = np.zeros(128, np.intp)
_NUMBERS[[ord(name) for name in CLASSES]] = np.arange(len(CLASSES))

# Distances between units are told apart exactly when small and by rough size when large.
_LEAST = (0, 1, 2, 3, 4, 5, 7, 10, 15, 25)
SIZES = tuple(map(str, _LEAST))
# The number of the size of each distance.
SIZE = np.searchsorted(_LEAST, np.arange(LONGEST + 1), side="right") - 1
# Up to three of something are told apart.
FEW = ("0", "1", "2", "3")


def few(counts: Array) -> Array:
    """Number how many there are of something."""
    return np.minimum(counts, len(FEW) - 1)


# Two classes as one value.
PAIRS = tuple(one + other for one in CLASSES for other in CLASSES)


def pairs(one: Array, other: Array) -> Array:
    """Number pairs of classes."""
    return one * len(CLASSES) + other


def among(classes: Iterable[str]) -> Flags:
    """Tell for each class, by number, whether it is one of some."""
    chosen = frozenset(classes)
    return np.array([name in chosen for name in CLASSES])


def bits(classes: Sequence[str]) -> Array:
    """Give each class, by number, a bit by its place among some; none to the others."""
    return np.array([1 << classes.index(name) if name in classes else 0 for name in CLASSES], np.intp)


def holds(name: str, classes: Sequence[str]) -> dict[str, list[Values]]:
    """Give parts for whether each of some classes is there; the class is the value where it is."""
    return {" ".join(f"{name}{n}" for n in range(len(classes))): [(ABSENT, each) for each in classes]}


def split_bits(parts: Mapping[str, Sequence[Values]], held: Array) -> Parts:
    """Split bits into the rows of such parts."""
    return {names: (held >> np.arange(len(each))[:, None]) & 1 for names, each in parts.items()}


def around(numbers: Array, at: Array, first: int, last: int) -> Array:
    """Give the numbers of the units around some places, from `first` to `last` away: a row for each."""
    return numbers.take(at + np.arange(first, last + 1)[:, None])


def before(marked: Flags | Array) -> Array:
    """Add up for each place, and for the end, what the places before it count."""
    counts = np.zeros(len(marked) + 1, np.intp)
    np.cumsum(marked, out=counts[1:])
    return counts


def last_marked(marked: Flags) -> Array:
    """Give for each place the last marked one up to it; -1 where there is none."""
    return np.maximum.accumulate(np.where(marked, np.arange(len(marked)), -1))


def next_marked(marked: Flags) -> Array:
    """Give for each place the next marked one from it on; the end where there is none."""
    count = len(marked)
    return np.minimum.accumulate(np.where(marked, np.arange(count), count)[::-1])[::-1]


def spread(first: Array, counts: Array) -> tuple[Array, Array]:
    """Give the places of several ranges in a row, with the number of the range of each."""
    ends = counts.cumsum()
    owner = np.repeat(np.arange(len(counts)), counts)
    return owner, np.arange(ends[-1] if len(ends) else 0) - (ends - counts - first)[owner]


class Numbers(Protocol):
    """Numbers for the words and stems of texts."""

    def number(self, words: list[str]) -> Array:
        """Give the numbers of words or rows of classes; 0 for one that is not known."""

    def read(self, forms: list[str]) -> tuple[Array, Array]:
        """Give the numbers of words in lower case, and of their stems."""


class Places(NamedTuple):
    """Possible places of several choices in a row, those of one choice together.

    `owner` gives the number of the choice that each belongs to, `at` the unit, `parts` what holds of it.
    """

    owner: Array
    at: Array
    parts: Parts


class Passage:
    """The units of a text as numbers, some after others.

    `classes`, `words` and `stems` give the number of the class, the word and the stem of each unit (0 for a
    stem that no cue has); `first` and `last` the ends of its sentence; `commas` and `marks`, one longer,
    how many commas and marked stretches are before it.
    """

    def __init__(self, text: str, units: Units, numbers: Numbers) -> None:
        self._text, self._units = text, units
        self._numbers = numbers
        self.words, self.stems = numbers.read(units.lower)
        self.classes = _NUMBERS[np.frombuffer(units.classes.encode(), np.uint8)]
        first, last = ends = np.array(list(zip(*units.sentences, strict=True)), np.intp)
        # The edges behind a sentence count as its own, those before the first as the first one's.
        sizes = last - first + (1 + PADDING)
        sizes[0] += PADDING
        self.sentence = np.repeat(np.arange(len(first)), sizes)
        self.first, self.last = ends.take(self.sentence, axis=1)
        self.commas = before(self.classes == CODE[COMMA])
        self.marks = before(self.classes == CODE[MARKED])

    def titles(self, at: Array) -> Array:
        """Tell for units whether their sentences are titles."""
        sentences = self.sentence[at].tolist()
        places = self._units.sentences
        known = {n: is_title(self._text, self._units, *places[n]) for n in dict.fromkeys(sentences)}
        return np.array(list(map(known.__getitem__, sentences)), np.intp)

    def marked(self, at: Array) -> Array:
        """Tell for units whether their sentences hold a marked stretch."""
        found: Array = (self.marks[self.last[at] + 1] > self.marks[self.first[at]]).astype(np.intp)
        return found

    def number_rows(self, first: Array, end: Array, more: Array | None = None) -> Array:
        """Number the rows of classes from one unit of each up to before another, and of one unit `more`."""
        row = self._units.classes
        rows = [row[a:b] for a, b in zip(first.tolist(), end.tolist(), strict=True)]
        if more is not None:
            rows = [passed + row[at] for passed, at in zip(rows, more.tolist(), strict=True)]
        return self._numbers.number(rows)

    def looks_like(self, name: str, marks: str) -> Flags:
        """Tell which units of a class of marks are one of some."""
        found = np.zeros(len(self.classes), np.bool_)
        lower = self._units.lower
        places = (self.classes == CODE[name]).nonzero()[0]
        found[places] = [lower[at] in marks for at in places.tolist()]
        return found
