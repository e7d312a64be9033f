"""A story and its articles to what the story page shows: strip, grids, statements."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from articles.models import Article, Speaker, Story
from articles.pages.comparison import (
    KIND_ORDER,
    REPORTED,
    STATUS_ORDER,
    Comparison,
    Shown,
    Told,
    Witness,
    compare,
)
from articles.pages.filtering import STATUS_WORDS, Filtered, StatusWord, filter_statements
from articles.pages.loading import load_rows
from articles.pages.query import STATUSES, Filters

# A statement without any difference is told of after every statement with one.
NO_DIFFERENCE = len(KIND_ORDER)


@dataclass(frozen=True, slots=True)
class Share:
    """One part of the strip of counts."""

    status: StatusWord
    count: int
    percent: int


@dataclass(frozen=True, slots=True)
class Cell:
    """What one outlet prints of one statement."""

    witness: Witness
    status: str
    words: int
    address: str


@dataclass(frozen=True, slots=True)
class Row:
    """One statement across the outlets."""

    statement: Shown
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """How many statements of one speaker each outlet prints."""

    name: str
    counts: tuple[tuple[int, str], ...]
    total: int
    address: str


@dataclass(frozen=True, slots=True)
class StoryPage:
    """Everything the story page shows."""

    story: Story
    comparison: Comparison
    filtered: Filtered[Shown]
    strip: tuple[Share, ...]
    grid: tuple[Row, ...]
    totals: tuple[int, ...]
    speakers: tuple[SpeakerRow, ...]
    speaker_totals: tuple[int, ...]
    gravest: Told | None


def show_story(story: Story, articles: Sequence[Article], filters: Filters) -> StoryPage:
    """Load and arrange one story."""
    comparison = compare(load_rows(articles))
    filtered = filter_statements(comparison, filters)
    ordered = sorted(filtered.statements, key=gravity)
    filtered = Filtered(filtered.filters, tuple(ordered), filtered.facets)
    grid = tuple(Row(s, tuple(cell(s, w) for w in comparison.witnesses)) for s in ordered)
    speakers = speaker_rows(comparison, ordered, filters)
    return StoryPage(
        story=story,
        comparison=comparison,
        filtered=filtered,
        strip=strip_of(comparison.statements),
        grid=grid,
        totals=tuple(sum(bool(row.cells[n].words) for row in grid) for n in range(len(comparison.witnesses))),
        speakers=speakers,
        speaker_totals=tuple(
            sum(row.counts[n][0] for row in speakers) for n in range(len(comparison.witnesses))
        ),
        gravest=gravest_of(comparison.statements),
    )


def gravity(statement: Shown) -> tuple[int, int, int]:
    """Order statements: gravest difference first, then the shared ones, then the story's order."""
    kinds = [KIND_ORDER[kind] for kind in statement.kinds]
    return min(kinds, default=NO_DIFFERENCE), -len(statement.witnesses), statement.number


def strip_of(statements: Sequence[Shown]) -> tuple[Share, ...]:
    """Count the statements of each status, with its share of the strip."""
    counts = Counter(statement.status for statement in statements)
    total = sum(counts.values()) or 1
    return tuple(
        Share(STATUS_WORDS[status], counts[status], round(100 * counts[status] / total))
        for status in STATUSES
    )


def cell(statement: Shown, witness: Witness) -> Cell:
    """Say what one outlet prints of one statement, and where it stands."""
    versions = [v for v in statement.versions if v.witness.pk == witness.pk]
    if not versions:
        return Cell(witness, "", 0, "")
    longest = max(versions, key=lambda v: v.words)
    present = {pair.mark for pair in statement.pairs if pair.side(witness.pk)}
    status = next((s for s in (*STATUS_ORDER, REPORTED) if s in present), "sole")
    address = f"{witness.article.get_absolute_url()}#q{longest.quotation.pk}"
    return Cell(witness, status, longest.words, address)


def speaker_rows(
    comparison: Comparison, statements: Sequence[Shown], filters: Filters
) -> tuple[SpeakerRow, ...]:
    """Count the statements of each speaker in each outlet; the totals reconcile with the list."""
    counts: dict[tuple[str, str], Counter[int]] = {}
    for statement in statements:
        for version in statement.versions:
            key = name_of(version.speaker)
            counts.setdefault(key, Counter())
        for key, pk in {(name_of(v.speaker), v.witness.pk) for v in statement.versions}:
            counts[key][pk] += 1
    rows = []
    for (name, slug), by_article in counts.items():
        asked = filters.only("speaker", slug)
        cells = tuple(
            (by_article[w.pk], asked.only("outlet", w.slug).address() if slug else "")
            for w in comparison.witnesses
        )
        rows.append(SpeakerRow(name, cells, sum(by_article.values()), asked.address() if slug else ""))
    return tuple(sorted(rows, key=lambda row: (-row.total, row.name)))


def name_of(speaker: Speaker | None) -> tuple[str, str]:
    """Return the name and the slug of a speaker, or say that none is stated."""
    return (speaker.name, speaker.slug) if speaker else ("Speaker not stated", "")


def gravest_of(statements: Sequence[Shown]) -> Told | None:
    """Find the gravest difference of a story."""
    told = [t for statement in statements for t in statement.told if not t.small]
    return min(told, key=lambda t: KIND_ORDER[t.kind], default=None)
