"""One side of a matched pair to its words, cut where it differs from the other side."""

from dataclasses import dataclass

from articles.engine.differences.differences import DifferenceKind
from articles.engine.text.spans import Span
from articles.pages.found import Slice
from articles.pages.printed import Printed
from articles.pages.shown import Pair

# Differences of a passage as a whole: no single word of it is the one that differs.
OF_THE_WHOLE = frozenset(
    kind.value for kind in (DifferenceKind.SPEAKER, DifferenceKind.FRAGMENT, DifferenceKind.STITCHED)
)


@dataclass(frozen=True, slots=True)
class Words(Slice):
    """A piece of a version, with the kind of difference that stands there, if one does.

    One without text marks the place where the other version prints more.
    """

    kind: str = ""


def mark_words(pair: Pair, printed: Printed) -> list[list[Words]]:
    """Cut each span of one side of a pair at its differences, for the panel that shows what changed."""
    text = printed.witness.article.text
    own = pair.a is printed
    places = [(told.a if own else told.b, told.kind) for told in pair.told if told.kind not in OF_THE_WHOLE]
    return [split_at(text, span, places) for span in printed.spans]


def split_at(text: str, span: Span, places: list[tuple[Span, str]]) -> list[Words]:
    """Cut one span at the places inside it; the first (gravest) difference wins where two overlap."""
    taken: list[tuple[int, int, str]] = []
    for place, kind in places:
        start, end = max(place.start, span.start), min(place.end, span.end)
        within = start < end or place.start == place.end == start == end
        if within and not any((start < e and s < end) or (start, end) == (s, e) for s, e, _ in taken):
            taken.append((start, end, kind))
    words, at = [], span.start
    for start, end, kind in sorted(taken):
        if at < start:
            words.append(Words(at, start, text[at:start]))
        words.append(Words(start, end, text[start:end], kind))
        at = end
    if at < span.end:
        words.append(Words(at, span.end, text[at : span.end]))
    return words
