"""A change in which both sides print words, and which of them are left to explain."""

from collections.abc import Sequence

from articles.engine.differences.changes import Change
from articles.engine.differences.kinds import Detail, DifferenceKind
from articles.engine.differences.pairs import Pair

# In a longer change the names and numbers of both sides need not stand for each other.
LONG_CHANGE = 12


class Leftover:
    """One change; what has been told of it is taken from the words that are left to explain."""

    def __init__(self, pair: Pair, change: Change) -> None:
        self.pair = pair
        self.change = change
        self.left_a = list(range(change.a0, change.a1))
        self.left_b = list(range(change.b0, change.b1))

    def is_short(self) -> bool:
        """Tell whether few enough words are left that those of both sides stand for each other."""
        return len(self.left_a) + len(self.left_b) <= LONG_CHANGE

    def tell_pair(
        self, kind: DifferenceKind, i: Sequence[int], j: Sequence[int], detail: Detail = Detail.NONE
    ) -> None:
        """Tell a difference at some words of each side, and take them from what is left."""
        if not i and not j:
            return
        change = Change(
            min(i, default=self.change.a0),
            max(i, default=self.change.a0 - 1) + 1,
            min(j, default=self.change.b0),
            max(j, default=self.change.b0 - 1) + 1,
        )
        self.pair.tell(kind, change, detail)
        self.left_a = [word for word in self.left_a if word not in i]
        self.left_b = [word for word in self.left_b if word not in j]
