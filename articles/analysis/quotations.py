"""Readings to stored quotations; one that stands where it stood keeps its row and so its address."""

from collections.abc import Mapping, Sequence

from articles.analysis.speakers import store_speakers
from articles.engine import Quotation as Found
from articles.engine import Reading, Span, Witness
from articles.engine.reading.headlines import Backing, HeadlineWords, check_headline
from articles.models import Article, Quotation, Speaker, Story

COLUMNS = (
    "kind", "place", "stretches", "contents", "speaker", "mention", "cue", "backing", "translation",
    "reason", "certainty",
)  # fmt: skip
# Of a headline's words in several stretches, the one that is backed least is told.
LEAST_BACKED = (Backing.NOWHERE, Backing.ELSEWHERE, Backing.INFLECTED, Backing.ARTICLE)
LONGEST_REASON = 300


def find_quotations(
    story: Story, articles: Sequence[Article], witnesses: Sequence[Witness]
) -> list[list[Quotation]]:
    """Store who is quoted in some articles, and what; the rows come back in the order of the readings."""
    readings = [witness.reading for witness in witnesses]
    return store_quotations(articles, readings, store_speakers(story, articles, readings))


def store_quotations(
    articles: Sequence[Article],
    readings: Sequence[Reading],
    speakers: Mapping[tuple[int, str], Speaker],
) -> list[list[Quotation]]:
    """Store the quotations of each article; the rows come back in the order of the readings.

    `speakers` are the rows by (index of the article, name in that article).
    """
    stored = {
        (row.article_id, row.start, row.end): row for row in Quotation.objects.filter(article__in=articles)
    }
    added: list[Quotation] = []
    changed: list[Quotation] = []
    result: list[list[Quotation]] = []
    for n, (article, reading) in enumerate(zip(articles, readings, strict=True)):
        rows = []
        backings = check_headline(reading, [other.text for other in readings if other is not reading])
        for found in reading.quotations:
            start, end = found.parts[0].start, found.parts[-1].end
            known = stored.pop((article.pk, start, end), None)
            row = known or Quotation(article=article, start=start, end=end)
            before = values_of(row)
            fill(row, found, speakers.get((n, found.attribution.name)))
            row.backing = least_backed(found, backings)
            rows.append(row)
            if known is None:
                added.append(row)
            elif values_of(row) != before:
                changed.append(row)
        result.append(rows)
    Quotation.objects.filter(pk__in=[row.pk for row in stored.values()]).delete()
    Quotation.objects.bulk_create(added)
    Quotation.objects.bulk_update(changed, COLUMNS, batch_size=100)
    return result


def values_of(row: Quotation) -> list[object]:
    """Give what analysis finds of a quotation, as it is stored."""
    return [row.speaker_id if column == "speaker" else getattr(row, column) for column in COLUMNS]


def least_backed(found: Found, checked: Sequence[HeadlineWords]) -> str:
    """Tell where the words of a quotation in a headline are printed again; nothing of any other."""
    own = {words.backing for words in checked if words.span in found.parts}
    return next((backing.value for backing in LEAST_BACKED if backing in own), "")


def fill(row: Quotation, found: Found, speaker: Speaker | None) -> None:
    """Copy what was found into a row."""
    said = found.attribution
    row.kind, row.place = found.kind.value, found.place.value
    row.stretches, row.contents = stored_spans(found.stretches), stored_spans(found.contents)
    row.speaker = speaker
    row.mention = list(said.speaker) if said.speaker else None
    row.cue = list(said.cue) if said.cue else None
    told = found.translation
    row.translation = [told.reason, list(told.evidence) if told.evidence else None] if told else None
    row.reason, row.certainty = said.reason[:LONGEST_REASON], said.certainty


def stored_spans(spans: Sequence[Span]) -> list[list[int]]:
    """Turn spans into the [start, end] pairs that are stored."""
    return [[span.start, span.end] for span in spans]
