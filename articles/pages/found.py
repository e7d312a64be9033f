"""The words a reader looks for to the places where versions print them, and pieces cut there."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from articles.engine.text.spans import Span
from articles.pages.excerpts import join_spans
from articles.pages.printed import Printed
from articles.pages.shown import Shown


@dataclass(frozen=True, slots=True)
class Slice:
    """An exact slice of an article; `found` where it is what was looked for."""

    start: int
    end: int
    text: str
    found: bool = field(default=False, kw_only=True)


S = TypeVar("S", bound=Slice)


def find_words(text: str, span: Span, asked: str) -> list[Span]:
    """Find words in a passage as the filter does: case, punctuation and white space make no difference."""
    words = re.findall(r"\w+", asked)
    if not words:
        return []
    pattern = re.compile(r"\W+".join(map(re.escape, words)), re.IGNORECASE)
    return [Span(found.start(), found.end()) for found in pattern.finditer(text, span.start, span.end)]


def find_in(printed: Printed, asked: str) -> list[Span]:
    """Find words in one version."""
    text = printed.witness.article.text
    return [place for run in join_spans(text, printed.spans) for place in find_words(text, Span(*run), asked)]


def find_in_article(statements: Iterable[Shown], article: int, asked: str) -> list[Span]:
    """Find words in what some statements print in one article."""
    versions = (v for statement in statements for v in statement.versions if v.witness.pk == article)
    return sorted({place for version in versions for place in find_in(version, asked)})


def cut_at_found(pieces: Iterable[S], places: Sequence[Span]) -> Iterable[S]:
    """Cut pieces at sorted places, and say of what lies inside that it was looked for."""
    for piece in pieces:
        at = piece.start
        for place in places:
            start, end = max(place.start, at), min(place.end, piece.end)
            if start < end:
                if at < start:
                    yield part_of(piece, at, start)
                yield replace(part_of(piece, start, end), found=True)
                at = end
        if at < piece.end or piece.start == piece.end:
            yield part_of(piece, at, piece.end)


def part_of(piece: S, start: int, end: int) -> S:
    """Cut a part out of a piece."""
    text = piece.text[start - piece.start : end - piece.start]
    return replace(piece, start=start, end=end, text=text)
