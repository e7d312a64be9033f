"""What the engine looks up when it scores, as the features to learn weights for.

The engine finds weights by the places of their keys in a row; here all words of the articles have keys,
and each key is a feature. So what is learned is what will be looked up.
"""

from collections.abc import Mapping

import numpy as np
from scipy.sparse import csr_matrix

from articles.engine.reports.choices import Array, Choice, Layout, Parts
from articles.engine.reports.model import stem_of


class AllNumbers:
    """Numbers for all words, stems and rows of classes, in the order in which they come."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def number(self, words: list[str]) -> Array:
        """Give the numbers of words or rows of classes."""
        return np.array([self.numbers.setdefault(word, len(self.numbers) + 1) for word in words], np.intp)

    def read(self, forms: list[str]) -> tuple[Array, Array]:
        """Give the numbers of words in lower case, and of their stems."""
        return self.number(forms), self.number(list(map(stem_of, forms)))


class Looked:
    """What was looked at of alternatives, to be turned into rows of features.

    A feature's name is the heading of its table in the file of weights, a tab, and its key.
    """

    def __init__(self) -> None:
        self.count = 0
        self._pieces: list[tuple[str, Choice, Parts, Array]] = []

    def add(self, name: str, choice: Choice, parts: Parts, rows: Array) -> None:
        """Add alternatives of a choice under a name, with the numbers of their rows."""
        self._pieces.append((name, choice, parts, rows))
        self.count = max(self.count, int(rows.max(initial=-1)) + 1)

    def features(self, numbers: Mapping[str, int], rarest: int) -> tuple[csr_matrix, list[str]]:
        """Give a matrix of what each row has, and the names of its columns.

        Features that fewer than `rarest` rows have are left out.
        """
        layouts: dict[str, Layout] = {}
        starts: dict[str, int] = {}
        end = 0
        for name, choice, _, _ in self._pieces:
            if name not in layouts:
                layouts[name], starts[name] = _layout_of_all(choice, len(numbers)), end
                end += layouts[name].size
        found = [layouts[name].index(parts) + starts[name] for name, _, parts, _ in self._pieces]
        rows = [
            np.broadcast_to(rows, index.shape) for index, (*_, rows) in zip(found, self._pieces, strict=True)
        ]
        places, column, counts = np.unique(
            np.concatenate([index.ravel() for index in found]), return_inverse=True, return_counts=True
        )
        words = ["", *numbers]
        names = [
            _name(place, starts, layouts, words) if n >= rarest else None
            for place, n in zip(places.tolist(), counts.tolist(), strict=True)
        ]
        kept = np.array([name is not None for name in names])
        entries = kept[column]
        column_of = kept.cumsum() - 1
        ij = np.concatenate([row.ravel() for row in rows])[entries], column_of[column[entries]]
        shape = (self.count, int(kept.sum()))
        return csr_matrix((np.ones(len(ij[0])), ij), shape=shape), [
            name for name in names if name is not None
        ]


def _layout_of_all(choice: Choice, words: int) -> Layout:
    """Lay out the keys of a choice with all words."""
    views = {part: np.tile(np.arange(words + 1), (len(choice.users(part)), 1)) for part in choice.word_parts}
    return Layout(choice, views)


def _name(
    place: int, starts: Mapping[str, int], layouts: Mapping[str, Layout], words: list[str]
) -> str | None:
    """Name the feature at a place; None where one of its parts does not hold."""
    name = max((name for name in starts if starts[name] <= place), key=starts.__getitem__)
    choice = layouts[name].choice
    number, digits = layouts[name].digits(place - starts[name])
    template = choice.templates[number]
    values = []
    for part, digit in zip(template.parts, digits, strict=True):
        value = choice.values[part][digit] if part in choice.values else words[digit] if digit else None
        if value is None:
            return None
        values.append(value)
    return f"{name} {template.heading}\t{choice.divider(template).join(values)}"
