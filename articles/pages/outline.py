"""Rows to the outline of a story: who prints each statement and how it differs, without its words.

A story of a thousand statements is filtered, counted and ordered by its outline; only the statements
that a page shows are loaded in full (`comparison`). Places and outlines are tuples by name, because a kept
outline holds thousands of them, and tuples are read back in a third of the time.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from articles.engine.quotations.quotations import Kind
from articles.models import Article
from articles.pages.carriers import Carrier, Part, list_carriers
from articles.pages.prepared import find_prepared
from articles.pages.rows import (
    Groups,
    PlaceRow,
    SpeakerRow,
    VerdictRow,
    load_copies,
    load_places,
    load_verdicts,
)
from articles.pages.shown import KIND_ORDER, NO_DIFFERENCE, rank_of
from articles.pages.statuses import REPORTED, mark_of, status_of_part
from articles.pages.witnesses import Witness, name_witnesses

# What an outline that was made ready is called (`preparing.py`).
NAME = "outline"


class Place(NamedTuple):
    """Where one version stands: the offsets of its spans, not yet sliced."""

    witness: Witness
    quotation: int
    speaker: SpeakerRow | None
    in_marks: bool
    stored: tuple[tuple[int, int], ...]
    rank: int

    @property
    def slices(self) -> list[str]:
        """The printed words, one exact slice a span."""
        return [self.witness.article.text[start:end] for start, end in self.stored]


class Outlined(NamedTuple):
    """One statement as the articles at hand print it, without its words."""

    pk: int
    number: int
    status: str
    kinds: tuple[str, ...]
    gravity: int
    speakers: tuple[SpeakerRow, ...]
    carriers: tuple[Carrier, ...]
    parts: Mapping[int, Part]
    witnesses: tuple[Witness, ...]
    places: tuple[Place, ...]

    @property
    def fullest(self) -> Place:
        """The version at hand that prints the most of it."""
        return min(self.places, key=lambda p: p.rank)

    @property
    def printings(self) -> list[list[str]]:
        """What each version prints, as slices."""
        return [place.slices for place in self.places]


@dataclass(frozen=True, slots=True)
class Outline:
    """Some articles of one story, and the outline of every statement they print."""

    witnesses: tuple[Witness, ...]
    statements: tuple[Outlined, ...]
    copies: tuple[tuple[str, tuple[Witness, ...]], ...]

    @property
    def independent(self) -> int:
        """How many independent texts the articles are: copies of one text count once."""
        return len(self.witnesses) - sum(len(group) - 1 for _, group in self.copies)

    @property
    def quotations(self) -> int:
        """How many quotations in marks the statements are made of."""
        return len({p.quotation for s in self.statements for p in s.places if p.in_marks})


class Found(NamedTuple):
    """The rows that an outline is made of."""

    places: Sequence[PlaceRow]
    verdicts: Sequence[VerdictRow]
    copies: Groups


def find_outline(articles: Sequence[Article], state: str) -> Outline:
    """Find the outline of the articles of a story: one query where it was made ready, or else four."""
    for places, verdicts, copies in find_prepared(state, [NAME]).values():
        read = [PlaceRow._make((*row, SpeakerRow(*said_by) if said_by else None)) for *row, said_by in places]
        return outline_of(articles, Found(read, [VerdictRow._make(row) for row in verdicts], copies))
    return load_outline(articles)


def load_outline(articles: Sequence[Article]) -> Outline:
    """Load the outline of the statements of the given articles: three queries."""
    return outline_of(articles, load_found(articles))


def load_found(articles: Sequence[Article]) -> Found:
    """Load what an outline of the given articles is made of: three queries."""
    return Found(load_places(articles), load_verdicts(articles), load_copies(articles))


def outline_of(articles: Sequence[Article], found: Found) -> Outline:
    """Make the outline of some articles from what was found in them."""
    witnesses = name_witnesses(articles)
    by_article = {witness.pk: witness for witness in witnesses}
    wholes, parts, gravity = gather_verdicts(found.verdicts)
    statements: list[Outlined] = []
    for pk, places in gather_places(found.places, by_article).items():
        # What an outlet reports in its own words is shown only beside a quotation of it.
        if any(place.in_marks for place in places):
            own = tell_parts(places, parts[pk])
            whole = part_of(wholes[pk], quoted=True)
            statements.append(
                Outlined(
                    pk=pk,
                    number=len(statements) + 1,
                    status=whole.status,
                    kinds=whole.kinds,
                    gravity=gravity.get(pk, NO_DIFFERENCE),
                    speakers=tuple({p.speaker.pk: p.speaker for p in places if p.speaker}.values()),
                    carriers=list_carriers(
                        ((p.witness.slug, p.speaker.slug if p.speaker else "") for p in places),
                        by_outlet(own, places),
                    ),
                    parts=own,
                    witnesses=tuple({p.witness.pk: p.witness for p in places}.values()),
                    places=tuple(places),
                )
            )
    return Outline(witnesses, tuple(statements), name_copies(found.copies, by_article))


@dataclass(slots=True)
class Gathered:
    """What some matches amount to, and the kinds of their differences."""

    marks: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)


def gather_verdicts(
    rows: Iterable[VerdictRow],
) -> tuple[dict[int, Gathered], dict[int, dict[int, Gathered]], dict[int, int]]:
    """Gather what the matches amount to, of each statement and of what each article prints of it.

    The last is how grave the gravest difference of each statement is.
    """
    wholes: dict[int, Gathered] = defaultdict(Gathered)
    parts: dict[int, dict[int, Gathered]] = defaultdict(lambda: defaultdict(Gathered))
    gravity: dict[int, int] = {}
    for statement, article, status, reported, copied, kind in rows:
        mark = mark_of(status, reported=bool(reported), copied=bool(copied))
        for gathered in (wholes[statement], parts[statement][article]):
            gathered.marks.add(mark)
            if kind:
                gathered.kinds.add(kind)
        if kind:
            gravity[statement] = min(gravity.get(statement, NO_DIFFERENCE), rank_of(kind, status))
    return wholes, parts, gravity


def tell_parts(places: Iterable[Place], gathered: Mapping[int, Gathered]) -> dict[int, Part]:
    """Tell what each article prints of a statement."""
    quoted: dict[int, bool] = {}
    for place in places:
        quoted[place.witness.pk] = quoted.get(place.witness.pk, False) or place.in_marks
    return {pk: part_of(gathered.get(pk, Gathered()), quoted=in_marks) for pk, in_marks in quoted.items()}


def by_outlet(parts: Mapping[int, Part], places: Iterable[Place]) -> dict[str, Part]:
    """Tell what each outlet prints, in all its articles."""
    gathered: dict[str, Gathered] = defaultdict(Gathered)
    for place in places:
        gathered[place.witness.slug].marks.add(parts[place.witness.pk].status)
        gathered[place.witness.slug].kinds.update(parts[place.witness.pk].kinds)
    return {slug: part_of(told, quoted=told.marks != {REPORTED}) for slug, told in gathered.items()}


def part_of(gathered: Gathered, *, quoted: bool) -> Part:
    """Tell what was gathered of a statement, or of some of the articles that print it."""
    kinds = sorted(gathered.kinds, key=KIND_ORDER.__getitem__)
    return Part(status_of_part(gathered.marks, quoted=quoted), tuple(kinds))


def gather_places(rows: Iterable[PlaceRow], witnesses: Mapping[int, Witness]) -> dict[int, list[Place]]:
    """Gather where each statement is printed, in the order of the story and of its articles."""
    places: dict[int, list[Place]] = defaultdict(list)
    for row in rows:
        places[row.statement_id].append(
            Place(
                witness=witnesses[row.article_id],
                quotation=row.quotation_id,
                speaker=row.speaker,
                in_marks=row.kind != Kind.INDIRECT,
                stored=tuple((start, end) for start, end in row.spans),
                rank=row.rank,
            )
        )
    order = {pk: n for n, pk in enumerate(witnesses)}
    for printed in places.values():
        printed.sort(key=lambda p: (order[p.witness.pk], p.stored))
    return places


def name_copies(copies: Groups, witnesses: dict[int, Witness]) -> tuple[tuple[str, tuple[Witness, ...]], ...]:
    """Name the articles at hand that carry one text; one alone copies nobody."""
    groups = [(reason, tuple(witnesses[pk] for pk in group if pk in witnesses)) for reason, group in copies]
    return tuple((reason, group) for reason, group in groups if len(group) > 1)
