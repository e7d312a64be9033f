"""A reading and an editor's corrections to the reading as corrected."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from django.db.models import Q, QuerySet

from articles.engine import Attribution, Reading
from articles.engine import Quotation as Found
from articles.models import Article, Correction

CORRECTED = "put right by an editor"


def apply_corrections(article: Article, reading: Reading) -> Reading:
    """Apply the corrections of an article: each finds its quotation by its exact words.

    Those of an earlier version of the article hold too, where the same words stand in this one and
    nothing else was said of them since.
    """
    chosen: dict[int, Correction] = {}
    for correction in corrections_of(article):
        n = nearest(reading.text, reading.quotations, correction)
        if n is not None:  # else the words are gone from the text; the correction waits, should they return
            chosen.setdefault(n, correction)
    quotations = [
        replace(found, attribution=corrected(found, chosen[n])) if n in chosen else found
        for n, found in enumerate(reading.quotations)
        if n not in chosen or chosen[n].is_quotation
    ]
    return replace(reading, quotations=tuple(quotations))


def corrections_of(article: Article) -> QuerySet[Correction]:
    """Load the corrections of an article, its own first, then those of its earlier versions."""
    own = Q(article=article)
    if article.series_id:
        own |= Q(article__series=article.series_id, article__edition__lt=article.edition)
    corrections = Correction.objects.filter(own).select_related("speaker__same_as")
    return corrections.order_by("-article__edition", "start")


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
    speaker = correction.speaker
    name = (speaker.same_as or speaker).name if speaker else ""
    same = name == found.attribution.name
    return Attribution(
        speaker=found.attribution.speaker if same else None,
        cue=found.attribution.cue,
        name=name,
        reason=CORRECTED,
        certainty=1.0,
    )
