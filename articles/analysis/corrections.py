"""A reading and an editor's corrections to the reading as corrected."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from articles.engine import Attribution, Reading
from articles.engine import Quotation as Found
from articles.models import Article, Correction

CORRECTED = "put right by an editor"


def apply_corrections(article: Article, reading: Reading) -> Reading:
    """Apply the corrections of an article: each finds its quotation by its exact words."""
    corrections = article.corrections.select_related("speaker").order_by("start")
    quotations = list(reading.quotations)
    for correction in corrections:
        n = nearest(reading.text, quotations, correction)
        if n is None:
            continue  # the words are gone from the text; the correction waits, should they return
        if not correction.is_quotation:
            del quotations[n]
            continue
        quotations[n] = replace(quotations[n], attribution=corrected(quotations[n], correction))
    return replace(reading, quotations=tuple(quotations))


def nearest(text: str, quotations: Sequence[Found], correction: Correction) -> int | None:
    """Find the quotation with the corrected words, the nearest one where they stand several times."""
    places: Iterable[tuple[int, int]] = (
        (abs(found.parts[0].start - correction.start), n)
        for n, found in enumerate(quotations)
        if text[found.parts[0].start : found.parts[-1].end] == correction.words
    )
    return min(places, default=(0, None))[1]


def corrected(found: Found, correction: Correction) -> Attribution:
    """Name the speaker an editor named; the mention in the text no longer speaks for it."""
    name = correction.speaker.name if correction.speaker else ""
    same = name == found.attribution.name
    return Attribution(
        speaker=found.attribution.speaker if same else None,
        cue=found.attribution.cue,
        name=name,
        reason=CORRECTED,
        certainty=1.0,
    )
