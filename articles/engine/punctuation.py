"""Marks between words that both sides print: where they differ, without changing a word."""

from articles.engine.kinds import DifferenceKind
from articles.engine.pairs import Pair
from articles.engine.sides import Side
from articles.engine.spans import Span

# At the end a comma and a full stop are the outlet's own; a question or an exclamation is not.
_SPOKEN_ENDS = frozenset("?!")
_CLOSERS = "\"”’'»)]“ "


def tell_punctuation(pair: Pair) -> None:
    """Tell every place between two shared words at which other marks are printed."""
    a, b = pair.a, pair.b
    kept = pair.comparison.kept
    for (i, j), (k, m) in zip(kept, kept[1:], strict=False):
        if k == i + 1 and m == j + 1:
            left, right = a.gap(k), b.gap(m)
            if left.marks != right.marks and not (left.broken or right.broken or left.dots or right.dots):
                places = (_marks(side, gap.start, gap.end) for side, gap in ((a, left), (b, right)))
                pair.tell_places(DifferenceKind.PUNCTUATION, *places)
    if kept and kept[-1] == (len(a.tokens) - 1, len(b.tokens) - 1):
        _tell_end(pair)


def _marks(side: Side, start: int, end: int) -> Span:
    """Give the place of the marks in a gap, without the blanks around them."""
    between = side.text[start:end]
    lead = len(between) - len(between.lstrip())
    return (
        Span(start + lead, start + max(len(between.rstrip()), lead))
        if between.strip()
        else Span(start, start)
    )


def _tell_end(pair: Pair) -> None:
    """Tell a question or an exclamation that the other side ends as a statement."""
    ends = [_end(side) for side in (pair.a, pair.b)]
    marks = [side.text[end.start : end.end] for side, end in zip((pair.a, pair.b), ends, strict=True)]
    if marks[0] != marks[1] and _SPOKEN_ENDS & {*marks[0], *marks[1]}:
        pair.tell_places(DifferenceKind.PUNCTUATION, *ends)


def _end(side: Side) -> Span:
    """Give the place of the marks behind the last token, before any closing quotation mark."""
    start = end = side.tokens[-1].end
    while end < len(side.text) and side.text[end] in ".,!?;:":
        end += 1
    return Span(start, end)
