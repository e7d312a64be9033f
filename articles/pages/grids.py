"""Statements to the two tables of a story: who prints what, and who quotes whom."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.pages.excerpts import Excerpt, excerpt_of
from articles.pages.filtering import (
    NOT_STATED_WORD,
    STATUS_WORDS,
    StatusWord,
    carriers_passing,
    has_words,
)
from articles.pages.outline import Outlined
from articles.pages.paints import runs_of
from articles.pages.query import NOT_STATED, Filters
from articles.pages.shown import Shown
from articles.pages.statuses import REPORTED
from articles.pages.strip import Share, shares_of
from articles.pages.witnesses import Witness

# The table is an overview: so many speakers are looked through, more are found by the filter.
MOST_SPEAKERS = 15

# A number of statements as a link, with a line for each status.
LINK = (
    '<a href="{}"{}>{}<svg class="stripe" aria-hidden="true">{}</svg>'
    '<span class="visually-hidden">: {}</span></a>'
)
LINE = '<line class="{}" x1="{}%" x2="{}%" y1="50%" y2="50%"/>'
CHOSEN = SafeString(' aria-current="true"')


@dataclass(frozen=True, slots=True)
class Column:
    """One outlet, with every article of it: filters know outlets, so the tables count by outlet."""

    name: str
    slug: str
    articles: frozenset[int]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one outlet prints of one statement: its status, of how many of its words that is true, and where.

    The address is of the version of most words.
    """

    status: StatusWord
    words: int
    total: int
    address: str


@dataclass(frozen=True, slots=True)
class Row:
    """One statement across the outlets; an outlet that does not print it has no cell."""

    statement: Shown
    excerpt: Excerpt
    cells: tuple[Cell | None, ...]

    @property
    def quoting(self) -> int:
        """How many outlets print it in quotation marks."""
        return sum(cell is not None for cell in self.cells) - self.reporting

    @property
    def reporting(self) -> int:
        """How many outlets only report it in their own words."""
        return sum(cell is not None and cell.status.value == REPORTED for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Count:
    """A number of statements, what they are made of, and the address that shows exactly them."""

    number: int
    address: str
    shares: tuple[Share, ...]
    on: bool = False

    @property
    def said(self) -> str:
        """What they are made of, in words."""
        return ", ".join(f"{share.count} {share.status.word.lower()}" for share in self.shares)

    @property
    def link(self) -> SafeString:
        """The link of its cell, written at once: a table has hundreds, and a template takes long for each."""
        lines = format_html_join("", LINE, ((s.status.value, s.begins, s.ends) for s in self.shares))
        return format_html(LINK, self.address, CHOSEN if self.on else "", self.number, lines, self.said)


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """The statements of one speaker: each once, then in each outlet."""

    name: str
    counts: tuple[Count | None, ...]


@dataclass(frozen=True, slots=True)
class SpeakerGrid:
    """Who quotes whom: rows of speakers, and in the same order the statements whoever said them."""

    rows: tuple[SpeakerRow, ...]
    totals: tuple[Count | None, ...]
    more: int


def columns_of(witnesses: Sequence[Witness]) -> tuple[Column, ...]:
    """Gather the articles of each outlet in one column, in the order of the articles."""
    by_slug: dict[str, list[Witness]] = {}
    for witness in witnesses:
        by_slug.setdefault(witness.slug, []).append(witness)
    return tuple(
        Column(
            group[0].article.outlet.name if group[0].article.outlet else group[0].name,
            slug,
            frozenset(w.pk for w in group),
        )
        for slug, group in by_slug.items()
    )


def row_of(statement: Shown, columns: Sequence[Column]) -> Row:
    """Lay one statement across the outlets."""
    fullest = statement.fullest
    return Row(
        statement,
        excerpt_of(fullest.witness, fullest.spans),
        tuple(cell_of(statement, column) for column in columns),
    )


def cell_of(statement: Shown, column: Column) -> Cell | None:
    """Say what one outlet prints of one statement, and where it stands."""
    versions = [v for v in statement.versions if v.witness.pk in column.articles]
    if not versions:
        return None
    norms = [version.norms for version in versions]
    longest = versions[max(range(len(norms)), key=lambda n: len(norms[n]))]
    status = statement.status_at(column.articles)
    address = longest.witness.address_of(longest.quotation.pk)
    marked = [run for version in versions for run in runs_of(statement, version, status)]
    return Cell(STATUS_WORDS[status], count_printed_words(marked), count_printed_words(norms), address)


def count_printed_words(versions: Iterable[tuple[str, ...]]) -> int:
    """Count the words that some versions print together, from the normal forms of each.

    What one of them repeats of another counts once.
    """
    counted: list[str] = []
    for norms in sorted(set(versions), key=lambda norms: (-len(norms), norms)):
        words = f" {' '.join(norms)} "
        if not any(words in whole for whole in counted):
            counted.append(words)
    return sum(len(words.split()) for words in counted)


def count_printed(statements: Sequence[Outlined], columns: Sequence[Column]) -> tuple[int, ...]:
    """Count the statements that each outlet prints."""
    printed = Counter(slug for s in statements for slug in {w.slug for w in s.witnesses})
    return tuple(printed[column.slug] for column in columns)


def lay_speakers(statements: Sequence[Outlined], columns: Sequence[Column], filters: Filters) -> SpeakerGrid:
    """Count the statements of each speaker in each outlet, whichever speaker and outlet are asked for.

    A cell counts the statements that the outlet itself prints as the speaker's: exactly those that its
    address shows. All the other filters stay in force.
    """
    free = filters.without("speaker").without("outlet")
    each = replace(free, outlet=tuple(column.slug for column in columns))
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    names = {NOT_STATED: NOT_STATED_WORD}
    for statement in statements:
        if not has_words(statement, free):
            continue
        names.update((speaker.slug, speaker.name) for speaker in statement.speakers)
        for cell, status in {
            *((("", ""), statement.status) for _ in carriers_passing(statement, free)),
            *(((c.speaker, ""), statement.status) for c in carriers_passing(statement, free)),
            *((("", c.outlet), c.status) for c in carriers_passing(statement, each)),
            *(((c.speaker, c.outlet), c.status) for c in carriers_passing(statement, each)),
        }:
            counts[cell][status] += 1

    def count(speaker: str, outlet: str) -> Count | None:
        by_status = counts.get((speaker, outlet))
        if by_status is None:
            return None
        return Count(
            by_status.total(),
            free.only("speaker", speaker).only("outlet", outlet).address(),
            tuple(share for share in shares_of(by_status) if share.count),
            bool(filters.speaker or filters.outlet)
            and filters.speaker == ((speaker,) if speaker else ())
            and filters.outlet == ((outlet,) if outlet else ()),
        )

    everybody = {speaker for speaker, _ in counts if speaker}
    once = {s: counts[s, ""].total() if (s, "") in counts else 0 for s in everybody}
    order = sorted(everybody, key=lambda s: (-once[s], s == NOT_STATED, names[s]))
    shown = [s for n, s in enumerate(order) if n < MOST_SPEAKERS or s in filters.speaker]
    across = ["", *(column.slug for column in columns)]
    return SpeakerGrid(
        rows=tuple(SpeakerRow(names[s], tuple(count(s, outlet) for outlet in across)) for s in shown),
        totals=tuple(count("", outlet) for outlet in across),
        more=len(order) - len(shown),
    )
