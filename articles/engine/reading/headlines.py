"""Words quoted in a headline to whether the article itself, or any other one, prints them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from articles.engine.quotations.quotations import Place
from articles.engine.reading.printed import body_of, hold, hold_form, norms_of
from articles.engine.reading.reading import Reading
from articles.engine.text.spans import Span


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
    body = norms_of(reading.text, body_of(reading.text, (reading.headline, reading.deck)))
    return tuple(HeadlineWords(span, _back(reading.text, span, body, others)) for span in quoted)


def _back(text: str, span: Span, body: Sequence[str], others: Iterable[str]) -> Backing:
    """Tell where the words of one stretch are printed again."""
    words = norms_of(text, (span,))
    if hold(body, words):
        return Backing.ARTICLE
    if hold_form(body, words):
        return Backing.INFLECTED
    if any(hold(norms_of(other, (Span(0, len(other)),)), words) for other in others):
        return Backing.ELSEWHERE
    return Backing.NOWHERE
