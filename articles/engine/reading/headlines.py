"""Words quoted in a headline to whether the article itself, or any other one, prints them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from articles.engine.quotations.quotations import Place
from articles.engine.reading.reading import Reading
from articles.engine.text.spans import Span
from articles.engine.tokens.stems import lemma
from articles.engine.tokens.tokens import tokenise


class Backing(StrEnum):
    """Where words quoted in a headline are printed again, the nearest place first."""

    ARTICLE = "article"
    INFLECTED = "inflected"  # in the article, in another form
    ELSEWHERE = "elsewhere"  # only in another article of the story
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class HeadlineWords:
    """A stretch quoted in the headline (without its marks) and where its words are printed again."""

    span: Span
    backing: Backing


def check_headline(reading: Reading, others: Sequence[str]) -> tuple[HeadlineWords, ...]:
    """Look for the words that a headline quotes in the article below it, then in the other articles."""
    quoted = [
        part
        for quotation in reading.quotations
        if quotation.place is Place.HEADLINE
        for part in quotation.parts
    ]
    if not quoted:
        return ()
    body = _norms(reading.text, _body(reading))
    return tuple(HeadlineWords(span, _back(reading.text, span, body, others)) for span in quoted)


def _body(reading: Reading) -> tuple[Span, ...]:
    """Give what of a text is neither headline nor deck."""
    spans, place = [], 0
    for head in sorted(span for span in (reading.headline, reading.deck) if span is not None):
        spans.append(Span(place, max(place, head.start)))
        place = max(place, head.end)
    spans.append(Span(place, len(reading.text)))
    return tuple(spans)


def _norms(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [token.norm for token in tokenise(text, spans)]


def _back(text: str, span: Span, body: Sequence[str], others: Iterable[str]) -> Backing:
    """Tell where the words of one stretch are printed again."""
    words = _norms(text, (span,))
    if _holds(body, words):
        return Backing.ARTICLE
    if _holds(list(map(lemma, body)), list(map(lemma, words))):
        return Backing.INFLECTED
    if any(_holds(_norms(other, (Span(0, len(other)),)), words) for other in others):
        return Backing.ELSEWHERE
    return Backing.NOWHERE


def _holds(words: Sequence[str], part: Sequence[str]) -> bool:
    """Tell whether some words stand together in others."""
    size = len(part)
    return (
        any(words[i] == part[0] and words[i : i + size] == part for i in range(len(words) - size + 1))
        if part
        else True
    )
