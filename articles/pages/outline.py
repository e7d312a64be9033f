"""Rows to the outline of a story: who prints each statement and how it differs, without its words.

A story of a thousand statements is filtered, counted and ordered by its outline; only the statements
that a page shows are loaded in full (`comparison`).
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from articles.engine.quotations.quotations import Kind
from articles.models import Article, Match, Speaker, Version
from articles.pages.comparison import KIND_ORDER, Witness, name_witnesses
from articles.pages.loading import STATUS_ORDER, Groups, load_copies


@dataclass(frozen=True, slots=True)
class Place:
    """Where one version stands: the offsets of its spans, not yet sliced."""

    witness: Witness
    quotation: int
    speaker: Speaker | None
    in_marks: bool
    stored: tuple[tuple[int, int], ...]
    fullest: bool

    @property
    def slices(self) -> list[str]:
        """The printed words, one exact slice a span."""
        return [self.witness.article.text[start:end] for start, end in self.stored]

    @property
    def length(self) -> int:
        """How many characters it prints."""
        return sum(end - start for start, end in self.stored)


@dataclass(frozen=True, slots=True)
class Outlined:
    """One statement as the articles at hand print it, without its words."""

    pk: int
    number: int
    status: str
    kinds: tuple[str, ...]
    speakers: tuple[Speaker, ...]
    witnesses: tuple[Witness, ...]
    places: tuple[Place, ...]

    @property
    def fullest(self) -> Place:
        """The version at hand that prints the most of it."""
        return max(self.places, key=lambda p: (p.length, p.fullest, -p.witness.pk))

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


def load_outline(articles: Sequence[Article]) -> Outline:
    """Load the outline of the statements of the given articles: three queries."""
    ids = [article.pk for article in articles]
    witnesses = name_witnesses(articles)
    by_article = {witness.pk: witness for witness in witnesses}
    statuses, kinds = load_statuses(ids)
    statements: list[Outlined] = []
    for pk, places in load_places(ids, by_article).items():
        # What an outlet reports in its own words is shown only beside a quotation of it.
        if any(place.in_marks for place in places):
            statements.append(
                Outlined(
                    pk=pk,
                    number=len(statements) + 1,
                    status=next((s for s in STATUS_ORDER if s in statuses[pk]), "sole"),
                    kinds=tuple(sorted(kinds[pk], key=KIND_ORDER.__getitem__)),
                    speakers=tuple({p.speaker.pk: p.speaker for p in places if p.speaker}.values()),
                    witnesses=tuple({p.witness.pk: p.witness for p in places}.values()),
                    places=tuple(places),
                )
            )
    return Outline(witnesses, tuple(statements), name_copies(load_copies(articles), by_article))


def load_statuses(ids: Sequence[int]) -> tuple[dict[int, set[str]], dict[int, set[str]]]:
    """Load which statuses and which kinds of difference the matches of each statement have."""
    rows = (
        Match.objects.filter(a__article__in=ids, b__article__in=ids)
        .values_list("statement", "status", "reported", "differences__kind")
        .order_by()
        .distinct()
    )
    statuses: dict[int, set[str]] = defaultdict(set)
    kinds: dict[int, set[str]] = defaultdict(set)
    for statement, status, reported, kind in rows:
        if not reported:
            statuses[statement].add(status)
        if kind:
            kinds[statement].add(kind)
    return statuses, kinds


def load_places(ids: Sequence[int], witnesses: dict[int, Witness]) -> dict[int, list[Place]]:
    """Load where every statement is printed, in the order of the story and of its articles."""
    rows = Version.objects.filter(quotation__article__in=ids).values_list(
        "statement",
        "quotation",
        "quotation__article",
        "quotation__kind",
        "spans",
        "fullest",
        "quotation__speaker",
        "quotation__speaker__name",
        "quotation__speaker__slug",
    )
    speakers: dict[int | None, Speaker | None] = {None: None}
    places: dict[int, list[Place]] = defaultdict(list)
    for statement, quotation, article, kind, spans, fullest, speaker, name, slug in rows.order_by(
        "statement__position", "pk"
    ):
        if speaker not in speakers:
            speakers[speaker] = Speaker(pk=speaker, name=name, slug=slug)
        places[statement].append(
            Place(
                witness=witnesses[article],
                quotation=quotation,
                speaker=speakers[speaker],
                in_marks=kind != Kind.INDIRECT,
                stored=tuple(map(tuple, spans)),
                fullest=fullest,
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
