"""A [sic] that only one side prints behind a word that both have there: a bracket that stands for nothing."""

from articles.engine.differences.kinds import Detail, DifferenceKind
from articles.engine.differences.pairs import Pair
from articles.engine.differences.sides import Side
from articles.engine.text.spans import Span


def tell_sics(pair: Pair) -> None:
    """Tell every [sic] that only one side prints."""
    if not pair.a.noted and not pair.b.noted:
        return
    _tell_side(pair, pair.a, pair.b, flipped=False)
    _tell_side(pair, pair.b, pair.a, flipped=True)


def _tell_side(pair: Pair, side: Side, other: Side, flipped: bool) -> None:
    for i in sorted(side.noted):
        place = side.sic_at(i)
        facing = _facing(pair, i - 1, flipped)
        if place is None or facing is None or not other.noted.isdisjoint(range(facing[0], facing[1] + 1)):
            continue
        end = other.tokens[facing[1] - 1].end
        where = Span(end, end)
        places = (where, place) if flipped else (place, where)
        pair.tell_places(DifferenceKind.BRACKET, *places, Detail.CLARIFIED)


def _facing(pair: Pair, i: int, flipped: bool) -> tuple[int, int] | None:
    """Give behind which tokens of the other side a [sic] behind token `i` would stand: from, to.

    There are none where only this side prints the word.
    """
    for a, b, size in pair.comparison.runs:
        first, other = (b, a) if flipped else (a, b)
        if first <= i < first + size:
            behind = other + i - first + 1
            return behind, behind
    for a0, a1, b0, b1 in pair.comparison.changes:
        first, last, other, end = (b0, b1, a0, a1) if flipped else (a0, a1, b0, b1)
        if first <= i < last and other < end:
            return other + 1, end
    return None
