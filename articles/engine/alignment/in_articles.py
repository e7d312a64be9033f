"""Two quotations, each in its article, to what they have in common, with who said them there."""

from collections.abc import Sequence

from articles.engine.alignment.comparison import Resemblance, compare_quotations
from articles.engine.alignment.translated import are_translated
from articles.engine.alignment.witnesses import Witness, compare_speakers, told_speakers
from articles.engine.differences.differences import Status, status_of
from articles.engine.quotations.quotations import Kind
from articles.engine.reading.reading import read_article
from articles.engine.text.spans import Span


def compare_in_articles(
    text_a: str, spans_a: Sequence[Span], text_b: str, spans_b: Sequence[Span]
) -> Resemblance:
    """Compare two quotations, each in its article, with who said them as far as the articles tell.

    Where one article tells it in its own words, no words are compared: it never reworded a quotation.
    """
    a, b = Witness("a", "", read_article(text_a)), Witness("b", "", read_article(text_b))
    quotation_a, quotation_b = _quotation_at(a, spans_a), _quotation_at(b, spans_b)
    quoted = quotation_a is not None, quotation_b is not None
    if (quoted[0] and _is_reported(b, spans_b)) or (quoted[1] and _is_reported(a, spans_a)):
        found = compare_quotations(text_a, spans_a, text_b, spans_b)
        return Resemblance(found.status and Status.POSSIBLE, ())
    same_speaker = told = None
    if quotation_a is not None and quotation_b is not None:
        same_speaker = compare_speakers(a, quotation_a, b, quotation_b)
        told = told_speakers(same_speaker, a, quotation_a, b, quotation_b)
    ends = [(a, quotation_a), (b, quotation_b)]
    translated = are_translated([(one, n) for one, n in ends if n is not None])
    found = compare_quotations(text_a, spans_a, text_b, spans_b, same_speaker, told, translated)
    if found.status is None or not translated:
        return found
    if status_of(found.differences) is Status.VERBATIM:
        return found
    return Resemblance(Status.POSSIBLE, found.differences, translated=True)


def _is_reported(witness: Witness, spans: Sequence[Span]) -> bool:
    """Tell whether most of some words are a speaker's, told in the outlet's own words."""
    told = (one for one in witness.reading.quotations if one.kind is Kind.INDIRECT)
    shared = sum(
        max(0, min(part.end, span.end) - max(part.start, span.start))
        for one in told
        for part in one.parts
        for span in spans
    )
    return 2 * shared > sum(span.end - span.start for span in spans)


def _quotation_at(witness: Witness, spans: Sequence[Span]) -> int | None:
    """Give the quotation of an article that stands at some places, the first where there are several."""
    for index, quotation in enumerate(witness.reading.quotations):
        met = any(part.meets(span) for part in quotation.parts for span in spans)
        if met and quotation.kind is not Kind.INDIRECT:
            return index
    return None
