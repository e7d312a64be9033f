"""Marks between words that both sides print: where they differ, without changing a word."""

from articles.engine.differences.kinds import DifferenceKind
from articles.engine.differences.pairs import Pair
from articles.engine.differences.sides import Side
from articles.engine.text.spans import Span
from articles.engine.tokens.figures import DAY
from articles.engine.tokens.gaps import Gap

# At the end a comma and a full stop are the outlet's own; a question or an exclamation is not.
_SPOKEN_ENDS = frozenset("?!")


def tell_punctuation(pair: Pair) -> None:
    """Tell every place between two shared words at which other marks are printed."""
    a, b = pair.a, pair.b
    runs = pair.comparison.runs
    for i, j, size in runs:
        if a.marks[i + 1 : i + size] != b.marks[j + 1 : j + size]:
            for n in range(1, size):
                _tell_marks(pair, i + n, j + n)
    if runs and (runs[-1].a + runs[-1].size, runs[-1].b + runs[-1].size) == (len(a.tokens), len(b.tokens)):
        _tell_end(pair)


def _tell_marks(pair: Pair, i: int, j: int) -> None:
    """Tell other marks in front of two shared tokens, each of which follows a shared token."""
    a, b = pair.a, pair.b
    if a.marks[i] == b.marks[j]:
        return
    left, right = a.gap(i), b.gap(j)
    if left.broken or right.broken or left.dots or right.dots:
        return
    if a.norms[i - 1][0] == DAY and {left.marks, right.marks} == {",", ""}:
        return  # the comma of "May 9, 2019" belongs to the form of the date
    pair.tell_places(DifferenceKind.PUNCTUATION, _marks(a, left), _marks(b, right))


def _marks(side: Side, gap: Gap) -> Span:
    """Give the place of the marks in a gap, without the blanks around them."""
    between = side.text[gap.start : gap.end]
    if not between.strip():
        return Span(gap.start, gap.start)
    lead = len(between) - len(between.lstrip())
    return Span(gap.start + lead, gap.start + len(between.rstrip()))


def _tell_end(pair: Pair) -> None:
    """Tell a question or an exclamation that the other side ends as a statement."""
    a, b = pair.a.closing, pair.b.closing
    marks_a, marks_b = pair.a.text[a.start : a.end], pair.b.text[b.start : b.end]
    if marks_a != marks_b and _SPOKEN_ENDS & {*marks_a, *marks_b}:
        pair.tell_places(DifferenceKind.PUNCTUATION, a, b)
