"""The versions of one article to what readers are told of them: when, and what became of its quotations."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time

from django.db.models import F, QuerySet
from django.utils.dateformat import format as format_date

from articles.analysis import follow_editions
from articles.engine.differences.sayings import say_difference
from articles.engine.quotations.quotations import Kind
from articles.engine.text.spans import Span
from articles.models import Article, Quotation, Revision
from articles.pages.excerpts import Excerpt, excerpt_of
from articles.pages.loading import UNSHOWN, versions_for
from articles.pages.paragraphs import paragraph_spans
from articles.pages.printed import spans_of
from articles.pages.sentences import Sentence, tie_words
from articles.pages.witnesses import Witness, article_address

# A quotation is known again by its first words; what changed in it is said in full.
LONGEST = 120


@dataclass(frozen=True, slots=True)
class Dated:
    """One version of an article; `stated` where the outlet states a time that no other version has.

    `numbered` where the minute it was brought in does not tell it from the others either.
    """

    article: Article
    stated: bool
    numbered: bool = False

    @property
    def moment(self) -> datetime:
        """When it was published or, where that does not tell it from the others, brought in."""
        published = self.article.published_at
        return published if published and self.stated else self.article.created_at

    @property
    def when(self) -> str:
        """The moment in words; midnight stands for a day without an hour."""
        day = format_date(self.moment, "j F Y")
        hour = "" if self.moment.time() == time() else f", {format_date(self.moment, 'H:i')} UTC"
        number = f" as number {self.article.edition}" if self.numbered else ""
        return f"{'of' if self.stated else 'brought in on'} {day}{hour}{number}"

    @property
    def witness(self) -> Witness:
        """The version as sentences name it."""
        return Witness(self.article, f"the version {self.when}", "")

    @property
    def address(self) -> str:
        """The address of its page."""
        return article_address(self.article.pk)


@dataclass(frozen=True, slots=True)
class Revised:
    """What became of one quotation: its first words as they stand, what differs, and its two places."""

    excerpt: Excerpt
    possible: bool
    sentences: tuple[Sentence, ...]
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Step:
    """What changed from one version to the next."""

    earlier: Dated
    later: Dated
    changed: tuple[Revised, ...]
    added: tuple[Revised, ...]
    removed: tuple[Revised, ...]


@dataclass(frozen=True, slots=True)
class History:
    """The versions of an article, the first one first, and the steps between them, the last one first."""

    versions: tuple[Dated, ...]
    steps: tuple[Step, ...]

    @property
    def current(self) -> Dated:
        """The version that is compared with other outlets."""
        return next((v for v in self.versions if v.article.current), self.versions[-1])


@dataclass(frozen=True, slots=True)
class Retold:
    """A change of wording as the page of the story tells it, beside the quotation that stands now.

    `spans` are the passage it is told of, where that is known in the current version.
    """

    spans: tuple[Span, ...]
    earlier: Dated
    later: Dated
    revised: Revised

    def belongs(self, spans: Iterable[Span]) -> bool:
        """Tell whether it is told of a passage."""
        return not self.spans or any(one.meets(other) for one in spans for other in self.spans)


@dataclass(frozen=True, slots=True)
class Piece:
    """An exact slice of a text; one in quotation marks has its quotation, one that begins it its anchor."""

    start: int
    end: int
    text: str
    quoted: bool = False
    anchor: int = 0


def show_history(article: Article, editor: bool) -> History | None:
    """Tell the versions of an article where there are several: two queries, none for most articles."""
    if article.series_id is None:
        return None
    found = versions_for(editor).filter(series=article.series_id).order_by("edition")
    versions = list(found)
    if len(versions) < 2:
        return None
    dated = date_versions(versions)
    rows: dict[tuple[int, int], list[Revision]] = defaultdict(list)
    for row in told(Revision.objects.filter(earlier__in=dated, later__in=dated)):
        rows[row.earlier_id, row.later_id].append(row)
    steps = [
        tell_step(dated[a.pk], dated[b.pk], rows[a.pk, b.pk]) for a, b in reversed(follow_editions(versions))
    ]
    return History(tuple(dated.values()), tuple(steps))


def date_versions(versions: Sequence[Article]) -> dict[int, Dated]:
    """Date the versions of one article, by key."""
    moments = [version.published_at for version in versions]
    minutes = [version.created_at.replace(second=0, microsecond=0) for version in versions]
    dated = {}
    for version, moment, minute in zip(versions, moments, minutes, strict=True):
        stated = moment is not None and moments.count(moment) < 2
        dated[version.pk] = Dated(version, stated, not stated and minutes.count(minute) > 1)
    return dated


def told(rows: QuerySet[Revision]) -> Iterable[Revision]:
    """Load revisions with who said them."""
    return rows.select_related("a__speaker", "b__speaker")


def tell_step(earlier: Dated, later: Dated, rows: Iterable[Revision]) -> Step:
    """Tell what became of the quotations from one version to the next."""
    by_kind: dict[str, list[Revised]] = {"changed": [], "added": [], "removed": []}
    for row in rows:
        kind = "added" if row.a is None else "removed" if row.b is None else "changed"
        by_kind[kind].append(tell_revision(row, earlier, later))
    return Step(earlier, later, *(tuple(by_kind[kind]) for kind in ("changed", "added", "removed")))


def tell_revision(row: Revision, earlier: Dated, later: Dated) -> Revised:
    """Tell one revision: its words where they stand last, and each difference in a sentence."""
    side, spans = (later, row.b_spans) if row.b else (earlier, row.a_spans)
    return Revised(
        excerpt=excerpt_of(side.witness, spans, LONGEST),
        possible=row.status == "possible",
        sentences=tuple(say_revision(row, earlier.witness, later.witness)),
        before=f"{earlier.address}#q{row.a_id}" if row.a else "",
        after=f"{later.address}#q{row.b_id}" if row.b else "",
    )


def say_revision(row: Revision, earlier: Witness, later: Witness) -> Iterable[Sentence]:
    """Say the differences between two versions, gravest first."""
    speakers = [side.speaker.name if side and side.speaker else "" for side in (row.a, row.b)]
    for found in row.values():
        said = say_difference(
            found, earlier.article.text, later.article.text, earlier.name, later.name, *speakers
        )
        said = said[0].upper() + said[1:]
        yield Sentence(found.kind, False, tie_words(said, [(earlier, found.a), (later, found.b)]))


def retell(articles: Iterable[Article]) -> Mapping[int, Sequence[Retold]]:
    """Tell, by the quotation that stands now, where compared articles changed the wording of one.

    Two queries; none where no article has several versions. What only editors may see is not told.
    """
    series = {article.series_id for article in articles if article.series_id is not None}
    if not series:
        return {}
    publication = F("now__article__publication")
    found = Revision.objects.filter(
        now__article__in=[article.pk for article in articles],
        a__isnull=False,
        earlier__publication=publication,
        later__publication=publication,
    )
    rows = list(told(found.select_related("now")))
    versions = Article.objects.filter(series__in=series).defer(*UNSHOWN).order_by("edition")
    dated: dict[int, Dated] = {}
    for _, group in group_series(versions).items():
        dated |= date_versions(group)
    retold: dict[int, list[Retold]] = defaultdict(list)
    for row in rows:
        earlier, later = dated[row.earlier_id], dated[row.later_id]
        spans = spans_of(row.b_spans) if row.b_id == row.now_id else ()
        retold[row.now_id or 0].append(Retold(spans, earlier, later, tell_revision(row, earlier, later)))
    return retold


def group_series(versions: Iterable[Article]) -> dict[int, list[Article]]:
    """Group versions by the article that they are versions of."""
    groups: dict[int, list[Article]] = defaultdict(list)
    for version in versions:
        groups[version.series_id or 0].append(version)
    return groups


def lay_quoted(article: Article, quotations: Iterable[Quotation]) -> list[list[Piece]]:
    """Cut the text of an article into paragraphs, and these where a quotation begins or ends.

    A headline that quotes nothing is left to the page's own heading.
    """
    parts = sorted(
        (start, end, quotation.pk if n == 0 else 0)
        for quotation in quotations
        if quotation.kind != Kind.INDIRECT
        for n, (start, end) in enumerate(quotation.parts)
    )
    paragraphs = [list(cut_at(article.text, span, parts)) for span in paragraph_spans(article.text)]
    headline = article.headline_span
    if headline and paragraphs and not any(piece.quoted for piece in paragraphs[0]):
        return paragraphs[1:]
    return paragraphs


def cut_at(text: str, span: Span, parts: Collection[tuple[int, int, int]]) -> Iterable[Piece]:
    """Cut one paragraph; of parts that overlap, the first is marked."""
    at = span.start
    for start, end, anchor in parts:
        begin, stop = max(start, at), min(end, span.end)
        if begin >= stop:
            continue
        if at < begin:
            yield Piece(at, begin, text[at:begin])
        yield Piece(begin, stop, text[begin:stop], quoted=True, anchor=anchor if start == begin else 0)
        at = stop
    if at < span.end:
        yield Piece(at, span.end, text[at : span.end])
