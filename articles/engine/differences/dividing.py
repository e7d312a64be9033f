"""A change to its parts, where a sentence ends in it on both sides."""

from articles.engine.differences.changes import Change
from articles.engine.differences.pairs import Pair
from articles.engine.differences.sides import Side


def divide_at_sentence(pair: Pair, change: Change) -> list[Change]:
    """Divide a change in which both sides end one sentence and begin the next."""
    a0, a1, b0, b1 = change
    if a1 - a0 < 2 or b1 - b0 < 2:
        return [change]
    ends_a, ends_b = _ends(pair.a, a0, a1), _ends(pair.b, b0, b1)
    if len(ends_a) != 1 or len(ends_b) != 1:
        return [change]
    return [Change(a0, ends_a[0], b0, ends_b[0]), Change(ends_a[0], a1, ends_b[0], b1)]


def _ends(side: Side, first: int, last: int) -> list[int]:
    """Give the tokens behind the first of some with which a sentence begins."""
    return [i for i in range(first + 1, last) if i in side.marked and side.gap(i).ends]
