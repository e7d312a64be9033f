"""A change in which both sides print words, and which of them are left to explain."""

from collections.abc import Collection, Sequence

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
        self.left_a: Sequence[int] = range(change.a0, change.a1)
        self.left_b: Sequence[int] = range(change.b0, change.b1)

    def is_short(self) -> bool:
        """Tell whether few enough words are left that those of both sides stand for each other."""
        return len(self.left_a) + len(self.left_b) <= LONG_CHANGE

    def tell_pair(
        self, kind: DifferenceKind, i: Sequence[int], j: Sequence[int], detail: Detail = Detail.NONE
    ) -> None:
        """Tell a difference at some words of each side, and take them from what is left."""
        if not i and not j:
            return
        a0, a1 = (min(i), max(i) + 1) if i else (self.change.a0, self.change.a0)
        b0, b1 = (min(j), max(j) + 1) if j else (self.change.b0, self.change.b0)
        self.pair.tell(kind, Change(a0, a1, b0, b1), detail)
        self.leave_out(i, j)

    def leave_out(self, i: Collection[int], j: Collection[int]) -> None:
        """Take some words of each side from what is left."""
        if i:
            self.left_a = [word for word in self.left_a if word not in i]
        if j:
            self.left_b = [word for word in self.left_b if word not in j]
