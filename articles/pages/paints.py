"""A statement to the spans it marks in one article, and the status each is marked with."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from articles.engine.differences.differences import DifferenceKind
from articles.engine.text.spans import Span
from articles.engine.tokens.tokens import Token
from articles.pages.printed import Printed
from articles.pages.rows import QuotationRow
from articles.pages.shown import Pair, Shown
from articles.pages.witnesses import Witness

# Where passages of several matches overlap, the mark tells of the gravest.
GRAVEST = {"rewritten": 5, "verbatim": 4, "possible": 3, "copied": 2, "reported": 1, "sole": 0}
# Up to so many words that only one end prints at an edge stay in the passage: it reads better whole.
FEW_WORDS = 3


@dataclass(frozen=True, slots=True)
class Paint:
    """A span with what it is to be marked as."""

    span: Span
    statement: Shown
    quotation: QuotationRow
    status: str


def paints(statement: Shown, witness: Witness) -> Iterable[Paint]:
    """List what one statement marks in one article: its versions, then the matched passages on top."""
    for version in statement.versions:
        if version.witness.pk == witness.pk:
            for span in version.spans:
                yield Paint(with_marks(version, span), statement, version.quotation, "sole")
    for pair in statement.pairs:
        side = pair.side(witness.pk)
        if side:
            for span in agreed(pair, side):
                yield Paint(with_marks(side, span), statement, side.quotation, pair.mark_at(witness.pk))


def top_of(paints: Iterable[Paint]) -> Paint | None:
    """Choose what is shown where several lie over each other: the gravest, then the narrowest."""
    return max(paints, key=lambda p: (GRAVEST[p.status], p.span.start, -p.span.end), default=None)


def runs_of(statement: Shown, version: Printed, status: str) -> list[tuple[str, ...]]:
    """List the words of a version that are marked with a status, in their normal form, run by run."""
    layers = [p for p in paints(statement, version.witness) if p.quotation.pk == version.quotation.pk]

    def is_so(token: Token) -> bool:
        top = top_of(p for p in layers if p.span.start < token.end and token.start < p.span.end)
        return top is not None and top.status == status

    runs = groupby(version.tokens, key=is_so)
    return [tuple(token.norm for token in run) for so, run in runs if so]


def agreed(pair: Pair, side: Printed) -> list[Span]:
    """List what both ends of a pair print: one that goes on longer is only here where it does."""
    other = pair.b if side is pair.a else pair.a
    if any(told.kind == DifferenceKind.FRAGMENT for told in pair.told) and other.words < side.words:
        return find_fragment(side, other)
    text = side.witness.article.text
    more = [told.a if side is pair.a else told.b for told in pair.told if told.kind == DifferenceKind.SHORTER]
    spans = list(side.spans)
    for place in more:
        if len(text[place.start : place.end].split()) > FEW_WORDS:
            spans = [rest for span in spans for rest in subtract(span, place)]
    return [span for span in (trim(text, span) for span in spans) if span]


def find_fragment(side: Printed, fragment: Printed) -> list[Span]:
    """Find the few words that the other end prints in the sentence that this one prints."""
    words = " ".join(fragment.slices).casefold()
    for span in side.spans:
        at = side.witness.article.text[span.start : span.end].casefold().find(words)
        if at >= 0:
            return [Span(span.start + at, span.start + at + len(words))]
    return list(side.spans)


def trim(text: str, span: Span) -> Span | None:
    """Take the blanks and stops off the ends of a span; nothing is left of one without a word."""
    places = [n for n in range(span.start, span.end) if text[n].isalnum()]
    return Span(places[0], places[-1] + 1) if places else None


def subtract(span: Span, place: Span) -> list[Span]:
    """Take a place out of a span."""
    if place.end <= span.start or span.end <= place.start:
        return [span]
    parts = (Span(span.start, max(span.start, place.start)), Span(min(span.end, place.end), span.end))
    return [part for part in parts if part.start < part.end]


def with_marks(printed: Printed, span: Span) -> Span:
    """Widen a span over the quotation marks and stops beside it that belong to its stretch."""
    text = printed.witness.article.text
    start, end = span.start, span.end
    for first, last in printed.quotation.stretches:
        if first <= start and end <= last:
            if not any(c.isalnum() for c in text[first:start]):
                start = first
            if not any(c.isalnum() for c in text[end:last]):
                end = last
    return Span(start, end)
