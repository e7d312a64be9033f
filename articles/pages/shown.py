"""A statement as the articles at hand print it: its versions, and what is told of every two of them."""

from collections.abc import Collection
from dataclasses import dataclass

from articles.engine.differences.differences import DifferenceKind, Status
from articles.engine.text.spans import Span
from articles.pages.carriers import Carrier, Part, list_carriers
from articles.pages.loading import SMALL_KINDS
from articles.pages.printed import Printed
from articles.pages.rows import SpeakerRow
from articles.pages.statuses import mark_of, say_doubt, status_of_part
from articles.pages.witnesses import Witness

KIND_ORDER = {kind.value: n for n, kind in enumerate(DifferenceKind)}
# Behind the place of every difference.
NO_DIFFERENCE = 2 * len(KIND_ORDER)


def rank_of(kind: str, status: str) -> int:
    """Place a difference in the order of telling: what only a possible match has comes last."""
    return KIND_ORDER[kind] + (len(KIND_ORDER) if status == Status.POSSIBLE.value else 0)


@dataclass(frozen=True, slots=True)
class Told:
    """One difference of one match, said in a sentence."""

    kind: str
    detail: str
    sentence: str
    a: Span
    b: Span

    @property
    def small(self) -> bool:
        """Whether it is counted but hidden until asked for."""
        return self.kind in SMALL_KINDS


@dataclass(frozen=True, slots=True)
class Pair:
    """Two versions that match: `a` and `b` hold the passages that agree, inside the versions."""

    pk: int
    status: str
    reported: bool
    a: Printed
    b: Printed
    told: tuple[Told, ...]
    evidence: dict[str, object]
    copied: bool = False
    translated: bool = False

    @property
    def mark(self) -> str:
        """What the marks of both passages say."""
        return mark_of(self.status, reported=self.reported, copied=self.copied)

    @property
    def possible(self) -> bool:
        """Whether it is not sure that the two report the same words."""
        return self.status == Status.POSSIBLE.value

    @property
    def doubt(self) -> str:
        """What is to be said beside its differences, which are no facts where it is only a possible match."""
        return say_doubt(self.status, translated=self.translated)

    def mark_at(self, article: int) -> str:
        """What the marks of the passage in an article say: what others only report is quoted here alone."""
        side = self.side(article)
        return "sole" if self.reported and side and side.in_marks else self.mark

    def side(self, article: int) -> Printed | None:
        """The passage of this pair that stands in the given article, if one does."""
        return next((p for p in (self.a, self.b) if p.witness.pk == article), None)


@dataclass(frozen=True, slots=True)
class Shown:
    """One statement as the articles at hand print it."""

    pk: int
    number: int
    status: str
    versions: tuple[Printed, ...]
    pairs: tuple[Pair, ...]

    @property
    def speakers(self) -> list[SpeakerRow]:
        """Everybody it is attributed to, each once, in the order of the versions."""
        return list(dict.fromkeys(v.speaker for v in self.versions if v.speaker))

    @property
    def witnesses(self) -> list[Witness]:
        """The articles that print it, each once."""
        return list({v.witness.pk: v.witness for v in self.versions}.values())

    @property
    def carriers(self) -> tuple[Carrier, ...]:
        """Which outlet prints it as whose words."""
        outlets: dict[str, set[int]] = {}
        for version in self.versions:
            outlets.setdefault(version.witness.slug, set()).add(version.witness.pk)
        return list_carriers(
            ((v.witness.slug, v.speaker.slug if v.speaker else "") for v in self.versions),
            {slug: Part(self.status_at(pks), self.kinds_at(pks)) for slug, pks in outlets.items()},
        )

    def status_at(self, articles: Collection[int]) -> str:
        """Tell the status of what some of the articles print of it: the gravest of their own matches."""
        ends = [(pair, side) for pair in self.pairs for side in (pair.a, pair.b)]
        marks = {pair.mark for pair, side in ends if side.witness.pk in articles}
        quoted = any(v.in_marks for v in self.versions if v.witness.pk in articles)
        return status_of_part(marks, quoted=quoted)

    def kinds_at(self, articles: Collection[int]) -> tuple[str, ...]:
        """List the kinds in which what some of the articles print of it differs."""
        own = (pair for pair in self.pairs if {pair.a.witness.pk, pair.b.witness.pk} & set(articles))
        return tuple({told.kind: None for pair in own for told in pair.told})

    def pairs_of(self, version: Printed) -> list[Pair]:
        """List the pairs that one version is a side of."""
        pk = version.quotation.pk
        return [pair for pair in self.pairs if pk in (pair.a.quotation.pk, pair.b.quotation.pk)]

    def status_of(self, version: Printed) -> str:
        """Tell the status of one version: the gravest of its own matches."""
        return status_of_part({pair.mark for pair in self.pairs_of(version)}, quoted=version.in_marks)

    @property
    def printings(self) -> list[list[str]]:
        """What each version prints, as slices."""
        return [version.slices for version in self.versions]

    @property
    def told(self) -> list[Told]:
        """Every difference between its versions, gravest first, the same sentence once."""
        told = sorted((t for pair in self.pairs for t in pair.told), key=lambda t: KIND_ORDER[t.kind])
        return list({t.sentence: t for t in told}.values())

    @property
    def kinds(self) -> list[str]:
        """The kinds of its differences, gravest first."""
        return list(dict.fromkeys(t.kind for t in self.told))

    @property
    def fullest(self) -> Printed:
        """The version at hand that prints the most of it."""
        return min(self.versions, key=lambda v: v.rank)
