"""An article to its paragraphs: where each stands, and which of them the body is counted by."""

from collections.abc import Sequence

from articles.engine.text.spans import Span
from articles.pages.witnesses import Witness

# A cross-heading has at most so many words: longer lines without a stop are sentences that lost it.
MOST_HEADING_WORDS = 10


def paragraph_spans(text: str) -> list[Span]:
    """Find the paragraphs of a clean text, which one or more line feeds divide."""
    spans, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


def body_paragraphs(witness: Witness) -> list[Span]:
    """Find the paragraphs of the body, without headline, deck, and a byline or credit before or after it.

    Those end in no stop. A text without any stop is all body. A cross-heading counts with what it heads.
    """
    text = witness.article.text
    body = [span for span in paragraph_spans(text) if place_of(witness, span) == "body"]
    stopped = [n for n, span in enumerate(body) if ends_in_stop(text, span)]
    body = body[stopped[0] : stopped[-1] + 1] if stopped else body
    paragraphs: list[Span] = []
    heading: Span | None = None
    for n, span in enumerate(body):
        if is_heading(text, span, body[n - 1 : n] + body[n + 1 : n + 2]):
            heading = span
        else:
            paragraphs.append(Span(heading.start if heading else span.start, span.end))
            heading = None
    return paragraphs


def is_heading(text: str, line: Span, around: Sequence[Span]) -> bool:
    """Tell a lone short line without a stop between two longer paragraphs that have one."""
    return (
        len(around) == 2
        and not ends_in_stop(text, line)
        and len(text[line.start : line.end].split()) <= MOST_HEADING_WORDS
        and all(ends_in_stop(text, span) for span in around)
        and all(span.end - span.start > line.end - line.start for span in around)
    )


def ends_in_stop(text: str, span: Span) -> bool:
    """Tell whether a line ends as a sentence does, or at least in a mark."""
    return not text[span.start : span.end].rstrip()[-1].isalnum()


def place_of(witness: Witness, span: Span) -> str:
    """Name the place of a paragraph: headline, deck or body."""
    for name, place in (("headline", witness.article.headline_span), ("deck", witness.article.deck_span)):
        if place and place.holds(span):
            return name
    return "body"
