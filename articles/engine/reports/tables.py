"""Weights by template and key to look-ups of which one gives the sum of several.

A choice is scored by adding up the weights of what holds of it. What holds is told by templates
("the class of the word before"), each with a table from key to weight. The scores only add weights up and
never look at them, so training can run the same scores over tables that give the names of what was
looked up (`training/features.py`): what is learned is what is looked up.
"""

from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple, Protocol

from articles.engine.reports.units import LONGEST
from articles.engine.text.memo import Memo
from articles.engine.text.weights import Table

NONE: Table = {}
# Distances between units are told apart exactly when small and by rough size when large.
SIZES = tuple(
    str(n if n < 5 else 5 if n < 7 else 7 if n < 10 else 10 if n < 15 else 15 if n < 25 else 25)
    for n in range(LONGEST + 1)
)


class Weights(Protocol):
    """The weights of one choice."""

    def one(self, template: str) -> Table:
        """Give the weights of a template by key."""

    def two(self, template: str) -> Mapping[str, Table]:
        """Give the weights of a template of two keys, by the first and then by the second."""


class StoredWeights:
    """The weights of one choice as they are stored: two keys are divided by a blank."""

    def __init__(self, tables: Mapping[str, Table]) -> None:
        self._tables = tables

    def one(self, template: str) -> Table:
        """Give the weights of a template by key."""
        return self._tables.get(template, NONE)

    def two(self, template: str) -> Mapping[str, Table]:
        """Give the weights of a template of two keys, by the first and then by the second."""
        nested: dict[str, dict[str, int]] = {}
        for keys, weight in self.one(template).items():
            first, _, second = keys.partition(" ")
            nested.setdefault(first, {})[second] = weight
        return nested


def rows(weights: Weights, **templates: str) -> Memo[int]:
    """Give the sum of the weights of several templates by a row of classes.

    Each template is given with the places in the row whose classes are its key, as digits.
    """
    parts = [(weights.one(name).get, itemgetter(*map(int, places))) for name, places in templates.items()]
    return Memo(lambda row: sum(get("".join(pick(row)), 0) for get, pick in parts))


# Up to three of something are told apart.
FEW = tuple(str(min(3, n)) for n in range(LONGEST + 1))


def by_size(table: Table) -> tuple[int, ...]:
    """Give the weights of a template of sizes by the distance itself."""
    return tuple(table.get(size, 0) for size in SIZES)


class Known(NamedTuple):
    """What the weights of one choice say of a cue: a sum, and tables to look its surroundings up in."""

    start: int
    tables: list[Table]


class OfCue:
    """The weights of one choice that go with the cue itself: always "b", by its stem "w", by its form "f"."""

    def __init__(self, weights: Weights, alone: str = "", beside: Sequence[str] = ()) -> None:
        self._alone = [(name, weights.one(name)) for name in alone]
        self._beside = [weights.two(name) for name in beside]

    def know(self, stem: str, form: str) -> Known:
        """Gather what there is for a cue: the sum of `alone`, and the tables of `beside` for its stem."""
        keys = {"b": "", "w": stem, "f": form}
        start = sum(table.get(keys[name], 0) for name, table in self._alone)
        return Known(start, [table.get(stem, NONE) for table in self._beside])
