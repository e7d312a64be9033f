"""A reading and an editor's corrections to the reading as corrected."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from django.db.models import Q, QuerySet

from articles.engine import Attribution, Kind, Reading, Span
from articles.engine import Quotation as Found
from articles.engine.quotations.marks import pair_marks
from articles.engine.quotations.quotations import Place
from articles.models import Article, Correction

CORRECTED = "put right by an editor"
NOBODY = Attribution(None, None, "", "", 0.0)


def apply_corrections(article: Article, reading: Reading) -> Reading:
    """Apply the corrections of an article: each finds its quotation by its exact words.

    Where no quotation has just these words, but the article prints them, they are marked as the editor
    says: a quotation with other boundaries gives way. Corrections of an earlier version of the article
    hold too, where the same words stand in this one and nothing else was said of them since.
    """
    chosen: dict[int, Correction] = {}
    unmatched: list[Correction] = []
    for correction in corrections_of(article):
        n = nearest(reading.text, reading.quotations, correction)
        if n is None:
            unmatched.append(correction)
        else:
            chosen.setdefault(n, correction)
    kept = {
        n: replace(found, attribution=corrected(found.attribution, chosen[n])) if n in chosen else found
        for n, found in enumerate(reading.quotations)
        if n not in chosen or chosen[n].is_quotation
    }
    quotations = list(kept.values())
    settled = [found for n, found in kept.items() if n in chosen]
    for correction in unmatched:
        quotations = set_boundaries(reading, quotations, settled, correction)
    return replace(reading, quotations=tuple(sorted(quotations, key=lambda q: (q.contents, q.kind))))


def set_boundaries(
    reading: Reading, quotations: list[Found], settled: list[Found], correction: Correction
) -> list[Found]:
    """Mark the words of a correction, or leave them unmarked, whatever was found there.

    What an editor said of other quotations (`settled`) stands; what is marked here joins it. Words that are
    gone from the text wait, should they return.
    """
    span = place_nearest(reading.text, correction)
    if span is None or any(meets(found, span) for found in settled):
        return quotations
    if not correction.is_quotation:
        return [found for found in quotations if not all(span.holds(part) for part in found.parts)]
    there = [found for found in quotations if meets(found, span)]
    stretches = (Span(stretch.start, stretch.end) for stretch in pair_marks(reading.text))
    marked = tuple(stretch for stretch in stretches if span.holds(stretch))
    added = Found(
        kind=Kind.DIRECT,
        place=place_in(reading, span),
        stretches=marked,
        contents=marked or (span,),
        attribution=corrected(there[0].attribution if there else NOBODY, correction),
    )
    settled.append(added)
    return [found for found in quotations if found not in there] + [added]


def place_in(reading: Reading, span: Span) -> Place:
    """Tell whether words stand in the headline, the deck or the body."""
    if reading.headline and reading.headline.meets(span):
        return Place.HEADLINE
    return Place.DECK if reading.deck and reading.deck.meets(span) else Place.BODY


def place_nearest(text: str, correction: Correction) -> Span | None:
    """Find where the words of a correction stand, the nearest place where they stand several times."""
    size = len(correction.words)
    places = [match.start() for match in re.finditer(re.escape(correction.words), text)]
    nearest_place = min(places, key=lambda place: abs(place - correction.start), default=None)
    return None if nearest_place is None else Span(nearest_place, nearest_place + size)


def meets(found: Found, span: Span) -> bool:
    """Tell whether a quotation has characters in common with a place."""
    return any(part.meets(span) for part in found.parts)


def corrections_of(article: Article) -> QuerySet[Correction]:
    """Load the corrections of an article, its own first, then those of its earlier versions."""
    own = Q(article=article)
    if article.series_id:
        own |= Q(article__series=article.series_id, article__edition__lt=article.edition)
    corrections = Correction.objects.filter(own).select_related("speaker__same_as")
    return corrections.order_by("-article__edition", "start")


def nearest(text: str, quotations: Sequence[Found], correction: Correction) -> int | None:
    """Find the quotation with the corrected words."""
    return nearest_words(text, quotations, correction.words, correction.start)


def nearest_words(text: str, quotations: Sequence[Found], words: str, start: int) -> int | None:
    """Find the quotation that prints just these words, the one nearest to a place where several do."""
    places: Iterable[tuple[int, int]] = (
        (abs(found.parts[0].start - start), n)
        for n, found in enumerate(quotations)
        if text[found.parts[0].start : found.parts[-1].end] == words
    )
    return min(places, default=(0, None))[1]


def corrected(found: Attribution, correction: Correction) -> Attribution:
    """Name the speaker an editor named; the mention in the text no longer speaks for it."""
    speaker = correction.speaker
    name = (speaker.same_as or speaker).name if speaker else ""
    same = name == found.name
    return Attribution(
        speaker=found.speaker if same else None,
        cue=found.cue,
        name=name,
        reason=CORRECTED,
        certainty=1.0,
    )
