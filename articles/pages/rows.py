"""Keys of articles to the stored rows of what was found in them, and between them.

Written out in SQL, because these rows are asked for before every page and the ORM takes several times as
long to write a query as the database to answer it. Every function needs the same number of queries
whatever the number of rows.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from json import loads
from typing import Any, NamedTuple

from django.db import connection

from articles.models import Article

# A stored span, [start, end].
Stored = list[int]
# Articles that carry one text: the reason, and their keys.
Groups = tuple[tuple[str, tuple[int, ...]], ...]


class SpeakerRow(NamedTuple):
    """Somebody who is quoted."""

    pk: int
    name: str
    slug: str


class QuotationRow(NamedTuple):
    """One occurrence of reported words in one article."""

    pk: int
    article_id: int
    start: int
    end: int
    kind: str
    place: str
    backing: str
    reason: str
    stretches: list[Stored]
    mention: Stored | None
    cue: Stored | None
    translation: tuple[str, Stored | None] | None
    speaker: SpeakerRow | None


class VersionRow(NamedTuple):
    """The passage of one quotation that belongs to one statement."""

    statement_id: int
    quotation_id: int
    spans: list[Stored]
    rank: int


class PlaceRow(NamedTuple):
    """The same with what an outline needs of the quotation."""

    statement_id: int
    quotation_id: int
    article_id: int
    kind: str
    spans: list[Stored]
    rank: int
    speaker: SpeakerRow | None


class MatchRow(NamedTuple):
    """Two passages, of different articles, that report the same words."""

    pk: int
    statement_id: int
    a_id: int
    b_id: int
    status: str
    reported: bool
    copied: bool
    translated: bool
    a_spans: list[Stored]
    b_spans: list[Stored]
    evidence: dict[str, object]


class DifferenceRow(NamedTuple):
    """One difference within a match."""

    match_id: int
    kind: str
    detail: str
    a: Stored
    b: Stored


class VerdictRow(NamedTuple):
    """What a match amounts to for one of its articles, with the kind of a difference."""

    statement_id: int
    article_id: int
    status: str
    reported: bool
    copied: bool
    kind: str | None


@dataclass(frozen=True, slots=True)
class Rows:
    """The stored findings of a set of articles, each list in its stored order."""

    articles: tuple[Article, ...]
    quotations: Mapping[int, QuotationRow]
    versions: tuple[VersionRow, ...]
    matches: tuple[MatchRow, ...]
    differences: tuple[DifferenceRow, ...]
    copies: Groups


# Every quotation of some articles with the statements it belongs to, and who says it.
QUOTATIONS = """
SELECT v.statement_id, v.spans, v.rank, s.id, s.name, s.slug, q.id, q.article_id, q.start, q."end", q.kind,
       q.place, q.backing, q.reason, q.stretches, q.mention, q.cue, q.translation
FROM articles_quotation q
LEFT JOIN articles_version v ON v.quotation_id = q.id
LEFT JOIN articles_statement t ON t.id = v.statement_id
LEFT JOIN articles_speaker s ON s.id = q.speaker_id
WHERE q.article_id IN ({})"""
# The same, as far as an outline needs it.
PLACES = """
SELECT v.statement_id, v.spans, v.rank, s.id, s.name, s.slug, q.id, q.article_id, q.kind
FROM articles_quotation q
JOIN articles_version v ON v.quotation_id = q.id
JOIN articles_statement t ON t.id = v.statement_id
LEFT JOIN articles_speaker s ON s.id = q.speaker_id
WHERE q.article_id IN ({})"""
# The two quotations of a match, and that both stand in some articles.
_ENDS = """FROM articles_match m
JOIN articles_quotation a ON a.id = m.a_id
JOIN articles_quotation b ON b.id = m.b_id"""
_AMONG = "WHERE a.article_id IN ({}) AND b.article_id IN ({})"
# Every match between some articles.
MATCHES = f"""
SELECT m.id, m.statement_id, m.a_id, m.b_id, m.status, m.reported, m.copied, m.translated,
       m.a_spans, m.b_spans, m.evidence
{_ENDS}
{_AMONG}"""
# Every difference of these matches.
DIFFERENCES = f"""
SELECT d.match_id, d.kind, d.detail, d.a, d.b
{_ENDS}
JOIN articles_difference d ON d.match_id = m.id
{_AMONG}"""
# What these matches amount to, and the kinds of their differences, for the article of either end.
VERDICTS = f"""
SELECT m.statement_id, a.article_id, m.status, m.reported, m.copied, d.kind
{_ENDS}
LEFT JOIN articles_difference d ON d.match_id = m.id
{_AMONG}
UNION
SELECT m.statement_id, b.article_id, m.status, m.reported, m.copied, d.kind
{_ENDS}
LEFT JOIN articles_difference d ON d.match_id = m.id
{_AMONG}"""
# How many statements each two articles share, apart from what one agency wrote for both.
SHARED = f"""
SELECT a.article_id, b.article_id, COUNT(DISTINCT m.statement_id)
{_ENDS}
{_AMONG}
    AND m.status <> 'possible' AND NOT m.reported AND NOT m.copied
GROUP BY a.article_id, b.article_id"""
# Which of some articles carry one text.
COPIES = """
SELECT c.id, c.reason, a.article_id
FROM articles_copies c
JOIN articles_copies_articles a ON a.copies_id = c.id
WHERE a.article_id IN ({})"""
# Of some statements only.
OF_STATEMENTS = " AND statement_id IN ({})"


def load_rows(articles: Sequence[Article]) -> Rows:
    """Load everything found in, and between, the given articles: four queries."""
    return gather(articles, "", [], load_copies(articles))


def load_rows_of(statements: Collection[int], articles: Sequence[Article]) -> Rows:
    """Load what the given articles print of some statements: three queries; copies are not loaded."""
    return gather(articles, OF_STATEMENTS, [statements], ())


def gather(articles: Sequence[Article], only: str, chosen: Sequence[Collection[int]], copies: Groups) -> Rows:
    """Load the rows of some articles, as far as a further condition with its keys lets them pass."""
    ids = [article.pk for article in articles]
    quotations: dict[int, QuotationRow] = {}
    versions = []
    for statement, spans, rank, speaker, name, slug, pk, *row in fetch(
        QUOTATIONS + only + " ORDER BY t.position, v.id", ids, *chosen
    ):
        if pk not in quotations:
            *plain, stretches, mention, cue, translation = row
            places = map(read_json, (stretches, mention, cue, translation))
            said_by = SpeakerRow(speaker, name, slug) if speaker else None
            quotations[pk] = QuotationRow._make((pk, *plain, *places, said_by))
        if statement:
            versions.append(VersionRow(statement, pk, read_json(spans), rank))
    matches = (
        MatchRow._make((*plain, read_json(a), read_json(b), read_json(evidence)))
        for *plain, a, b, evidence in fetch(MATCHES + only + " ORDER BY m.id", ids, ids, *chosen)
    )
    differences = (
        DifferenceRow(match, kind, detail, read_json(a), read_json(b))
        for match, kind, detail, a, b in fetch(
            DIFFERENCES + only + " ORDER BY m.id, d.position", ids, ids, *chosen
        )
    )
    return Rows(tuple(articles), quotations, tuple(versions), tuple(matches), tuple(differences), copies)


def load_places(articles: Sequence[Article]) -> list[PlaceRow]:
    """Load where every version stands, in the order of the story: one query."""
    speakers: dict[int | None, SpeakerRow | None] = {None: None}
    places = []
    rows = fetch(PLACES + " ORDER BY t.position, v.id", [article.pk for article in articles])
    for statement, spans, rank, speaker, name, slug, quotation, article, kind in rows:
        if speaker not in speakers:
            speakers[speaker] = SpeakerRow(speaker, name, slug)
        places.append(
            PlaceRow(statement, quotation, article, kind, read_json(spans), rank, speakers[speaker])
        )
    return places


def load_verdicts(articles: Sequence[Article]) -> list[VerdictRow]:
    """Load what every match amounts to for each of its articles: one query."""
    ids = [article.pk for article in articles]
    return [VerdictRow._make(row) for row in fetch(VERDICTS, *[ids] * VERDICTS.count("{}"))]


def load_shared(articles: Sequence[Article]) -> list[tuple[int, int, int]]:
    """Load (article, other article, statements both quote) of the given articles: one query."""
    ids = [article.pk for article in articles]
    return fetch(SHARED, ids, ids)


def load_copies(articles: Sequence[Article]) -> Groups:
    """Load which of the given articles carry one text: one query."""
    groups: dict[int, tuple[str, list[int]]] = {}
    for pk, reason, article in fetch(COPIES + " ORDER BY c.id, a.article_id", [a.pk for a in articles]):
        groups.setdefault(pk, (reason, []))[1].append(article)
    return tuple((reason, tuple(ids)) for reason, ids in groups.values())


def fetch(sql: str, *keys: Collection[int]) -> list[Any]:
    """Ask the database; each `{}` of the query stands for one group of keys."""
    groups = (", ".join(["%s"] * len(group)) or "NULL" for group in keys)
    with connection.cursor() as cursor:
        cursor.execute(sql.format(*groups), [key for group in keys for key in group])
        rows: list[Any] = cursor.fetchall()
        return rows


def read_json(stored: str | None) -> Any:
    """Read a JSON column, which both databases hand over as text."""
    return loads(stored) if stored else None
