"""Rows to a comparison: the statements of a set of articles, each with its status in that set."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from django.urls import reverse

from articles.engine.differences.differences import Difference, DifferenceKind, Status
from articles.engine.differences.sayings import say_difference
from articles.engine.quotations.quotations import Kind
from articles.engine.text.spans import Span
from articles.models import Article
from articles.pages.carriers import Carrier, list_carriers
from articles.pages.loading import COPIED, SMALL_KINDS, STATUS_ORDER
from articles.pages.rows import MatchRow, QuotationRow, Rows, SpeakerRow

KIND_ORDER = {kind.value: n for n, kind in enumerate(DifferenceKind)}
# What a mark says of a passage that another outlet prints in quotation marks and this one does not:
# it is no status of a statement, since nothing was reworded inside quotation marks.
REPORTED = "reported"


@cache
def article_address(pk: int) -> str:
    """Return the address of an article's page; a story page asks for the same ones hundreds of times."""
    return reverse("article", args=[pk])


@dataclass(frozen=True, slots=True)
class Witness:
    """An article as a page names it: by its outlet, told apart by a number where one has several."""

    article: Article
    name: str
    slug: str

    @property
    def pk(self) -> int:
        """The article's number in addresses."""
        return self.article.id

    @property
    def address(self) -> str:
        """The address of the article's page."""
        return article_address(self.article.id)


@dataclass(frozen=True, slots=True)
class Printed:
    """One printed version of a statement: the spans of one quotation, in one article."""

    witness: Witness
    quotation: QuotationRow
    spans: tuple[Span, ...]
    fullest: bool

    @property
    def slices(self) -> list[str]:
        """The printed words, one exact slice a span."""
        return [self.witness.article.text[span.start : span.end] for span in self.spans]

    @property
    def words(self) -> int:
        """How many words this version prints; marks that stand alone ("…", "–") are none."""
        return sum(any(map(str.isalnum, word)) for piece in self.slices for word in piece.split())

    @property
    def in_marks(self) -> bool:
        """Whether it is printed in quotation marks, at least partly."""
        return self.quotation.kind != Kind.INDIRECT

    @property
    def cue(self) -> str:
        """The reporting verb as printed, or nothing."""
        return piece(self.witness.article.text, self.quotation.cue)

    @property
    def mention(self) -> str:
        """The speaker as printed, or nothing."""
        return piece(self.witness.article.text, self.quotation.mention)

    @property
    def translated(self) -> str:
        """Why it is known to be a translation, or nothing."""
        return self.quotation.translation[0] if self.quotation.translation else ""

    @property
    def evidence(self) -> tuple[int, int, str] | None:
        """Where the article says that it is a translation: start, end and the printed words."""
        span = self.quotation.translation[1] if self.quotation.translation else None
        return (span[0], span[1], piece(self.witness.article.text, span)) if span else None

    @property
    def speaker(self) -> SpeakerRow | None:
        """The person it is attributed to, if the text tells."""
        return self.quotation.speaker


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
        return list_carriers((v.witness.slug, v.speaker.slug if v.speaker else "") for v in self.versions)

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
        return max(self.versions, key=lambda v: (v.words, v.fullest, -v.witness.pk))


@dataclass(frozen=True, slots=True)
class Comparison:
    """Some articles of one story and the statements they print."""

    witnesses: tuple[Witness, ...]
    quotations: tuple[QuotationRow, ...]
    statements: tuple[Shown, ...]
    copies: tuple[tuple[str, tuple[Witness, ...]], ...]

    @property
    def independent(self) -> int:
        """How many independent texts the articles are: copies of one text count once."""
        return len(self.witnesses) - sum(len(group) - 1 for _, group in self.copies)


def piece(text: str, span: Sequence[int] | None) -> str:
    """Slice a stored span out of a text."""
    return text[span[0] : span[1]] if span else ""


def spans_of(stored: Iterable[Sequence[int]]) -> tuple[Span, ...]:
    """Turn stored [start, end] pairs into spans."""
    return tuple(Span(start, end) for start, end in stored)


def name_witnesses(articles: Sequence[Article]) -> tuple[Witness, ...]:
    """Name each article by its outlet; nothing is invented for one that states none."""
    total: dict[str, int] = defaultdict(int)
    seen: dict[str, int] = defaultdict(int)
    for article in articles:
        total[article.outlet.name if article.outlet else ""] += 1
    named = []
    for article in sorted(articles, key=lambda a: a.pk):
        if not article.outlet:
            named.append(Witness(article, f"Article {article.pk}", f"article-{article.pk}"))
            continue
        name = article.outlet.name
        seen[name] += 1
        named.append(
            Witness(article, f"{name} ({seen[name]})" if total[name] > 1 else name, article.outlet.slug)
        )
    by_pk = {witness.pk: witness for witness in named}
    return tuple(by_pk[article.pk] for article in articles)


def compare(
    rows: Rows, names: Mapping[int, Witness] | None = None, numbers: Mapping[int, int] | None = None
) -> Comparison:
    """Build the comparison of a set of articles from their stored rows.

    What an outlet reports in its own words is shown only beside a quotation of the same
    statement: by itself it is ordinary reporting, and would drown the quotations.
    `names` are the names the articles go by among more of them than are compared here; `numbers`
    are the numbers the statements have among more than were loaded.
    """
    named = names or {witness.pk: witness for witness in name_witnesses(rows.articles)}
    witnesses = tuple(named[article.pk] for article in rows.articles)
    by_article = {witness.pk: witness for witness in witnesses}
    told = tell(rows, by_article)

    versions: dict[int, list[Printed]] = defaultdict(list)
    for version in rows.versions:
        quotation = rows.quotations[version.quotation_id]
        versions[version.statement_id].append(
            Printed(by_article[quotation.article_id], quotation, spans_of(version.spans), version.fullest)
        )
    pairs: dict[int, list[Pair]] = defaultdict(list)
    for match in rows.matches:
        a, b = matched(match, by_article, rows.quotations)
        pairs[match.statement_id].append(
            Pair(
                match.pk,
                match.status,
                match.reported,
                a,
                b,
                tuple(told[match.pk]),
                match.evidence,
                match.copied,
                match.translated,
            )
        )
    place = {witness.pk: n for n, witness in enumerate(witnesses)}
    statements = []
    quoted = {pk: printed for pk, printed in versions.items() if any(v.in_marks for v in printed)}
    for number, (pk, printed) in enumerate(quoted.items(), start=1):
        printed.sort(key=lambda v: (place[v.witness.pk], v.quotation.start, v.spans))
        number = numbers[pk] if numbers else number
        statements.append(Shown(pk, number, status_in(pairs[pk]), tuple(printed), tuple(pairs[pk])))
    copies = tuple(
        (reason, tuple(by_article[pk] for pk in group if pk in by_article)) for reason, group in rows.copies
    )
    return Comparison(
        witnesses=witnesses,
        quotations=tuple(q for q in rows.quotations.values() if q.kind != Kind.INDIRECT),
        statements=tuple(statements),
        copies=tuple((reason, group) for reason, group in copies if len(group) > 1),
    )


def status_in(pairs: Sequence[Pair]) -> str:
    """Tell the status of a statement from its matches among the articles at hand."""
    return gravest_of({pair.mark for pair in pairs})


def mark_of(status: str, *, reported: bool, copied: bool) -> str:
    """Tell what a match amounts to: the same words out of one agency's text are no second witness to them."""
    if reported:
        return REPORTED
    return COPIED if copied and status == Status.VERBATIM.value else status


def gravest_of(marks: Collection[str]) -> str:
    """Tell the status of a statement from what its matches amount to; a report gives none."""
    return next((status for status in (*STATUS_ORDER, COPIED) if status in marks), "sole")


def matched(
    match: MatchRow, witnesses: Mapping[int, Witness], quotations: Mapping[int, QuotationRow]
) -> tuple[Printed, Printed]:
    """Build the two passages of a stored match."""
    a, b = quotations[match.a_id], quotations[match.b_id]
    return (
        Printed(witnesses[a.article_id], a, spans_of(match.a_spans), fullest=False),
        Printed(witnesses[b.article_id], b, spans_of(match.b_spans), fullest=False),
    )


def tell(rows: Rows, witnesses: Mapping[int, Witness]) -> dict[int, list[Told]]:
    """Say every stored difference in a sentence, by match, gravest first."""
    ends = {match.pk: (rows.quotations[match.a_id], rows.quotations[match.b_id]) for match in rows.matches}
    told: dict[int, list[Told]] = defaultdict(list)
    for row in rows.differences:
        said_a, said_b = ends[row.match_id]
        a, b = witnesses[said_a.article_id], witnesses[said_b.article_id]
        difference = Difference(DifferenceKind(row.kind), Span(*row.a), Span(*row.b), row.detail)
        speakers = [said.speaker.name if said.speaker else "" for said in (said_a, said_b)]
        sentence = say_difference(difference, a.article.text, b.article.text, a.name, b.name, *speakers)
        told[row.match_id].append(Told(row.kind, row.detail, sentence, difference.a, difference.b))
    return told
