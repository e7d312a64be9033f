"""Rows to a comparison: the statements of a set of articles, each with its status in that set."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from articles.engine.differences.differences import Difference, DifferenceKind
from articles.engine.differences.sayings import say_difference
from articles.engine.quotations.quotations import Kind
from articles.engine.text.spans import Span
from articles.pages.outline import Outline, Outlined
from articles.pages.printed import Printed, spans_of
from articles.pages.rows import MatchRow, QuotationRow, Rows, load_rows_of
from articles.pages.shown import Pair, Shown, Told
from articles.pages.statuses import gravest_of
from articles.pages.witnesses import Witness, name_witnesses


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
            Printed(by_article[quotation.article_id], quotation, spans_of(version.spans), version.rank)
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


def load_in_full(chosen: Sequence[Outlined], outline: Outline) -> list[Shown]:
    """Load the chosen statements of an outline in full, in the order chosen: three queries."""
    numbers = {statement.pk: statement.number for statement in chosen}
    articles = [witness.article for witness in outline.witnesses]
    loaded = {s.pk: s for s in compare(load_rows_of(numbers, articles), numbers=numbers).statements}
    return [loaded[pk] for pk in numbers if pk in loaded]


def status_in(pairs: Sequence[Pair]) -> str:
    """Tell the status of a statement from its matches among the articles at hand."""
    return gravest_of({pair.mark for pair in pairs})


def matched(
    match: MatchRow, witnesses: Mapping[int, Witness], quotations: Mapping[int, QuotationRow]
) -> tuple[Printed, Printed]:
    """Build the two passages of a stored match."""
    a, b = quotations[match.a_id], quotations[match.b_id]
    return (
        Printed(witnesses[a.article_id], a, spans_of(match.a_spans)),
        Printed(witnesses[b.article_id], b, spans_of(match.b_spans)),
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
