"""A collation to stored statements, versions and matches; an old statement keeps its address."""

from collections import Counter
from collections.abc import Sequence

from articles.analysis.quotations import stored_spans
from articles.analysis.revisions import Kept
from articles.engine import Collation, Detail, Evidence, Link, Place, Span
from articles.engine import Statement as Found
from articles.models import (
    Article,
    Copies,
    Difference,
    FormerStatement,
    Match,
    Quotation,
    Statement,
    Story,
    Version,
)

# What is stored of the evidence of a match.
FIGURES = Evidence._fields


def store_collation(
    story: Story,
    articles: Sequence[Article],
    collation: Collation,
    quotations: Sequence[Sequence[Quotation]],
    kept: Sequence[Kept] = (),
) -> None:
    """Replace what is stored of the comparison of a story; `quotations` are rows by witness and index.

    `kept` are the passages of other versions of an article that stand in the one that is compared too.
    """
    rows, followed = keep_statements(story, collation.statements, quotations, kept)
    lead_on(followed)
    Version.objects.filter(statement__story=story).delete()
    Match.objects.filter(statement__story=story).delete()
    Statement.objects.filter(story=story).exclude(pk__in=[row.pk for row in rows]).delete()
    Version.objects.bulk_create(
        Version(
            statement=row,
            quotation=quotations[place.witness][place.quotation],
            spans=stored_spans(place.spans),
            rank=found.by_fullness.index(n),
        )
        for row, found in zip(rows, collation.statements, strict=True)
        for n, place in enumerate(found.members)
    )
    store_links(collation, rows, quotations)
    store_copies(story, articles, collation)


def keep_statements(
    story: Story,
    statements: Sequence[Found],
    quotations: Sequence[Sequence[Quotation]],
    kept: Sequence[Kept],
) -> tuple[list[Statement], dict[int, Statement]]:
    """Give each statement the row whose versions it shares most characters with, or a new one.

    Also gives, for each old statement that lost its row, the one that now holds most of its words.
    """
    old: dict[int, list[tuple[int, int, int]]] = {}
    for pk, quotation, spans in Version.objects.filter(statement__story=story).values_list(
        "statement", "quotation", "spans"
    ):
        for start, end in spans:
            old.setdefault(quotation, []).append((start, end, pk))
    for before in kept:
        for start, end, pk in old.get(before.quotation, ()):
            if any(span.meets(Span(start, end)) for span in before.spans):
                old.setdefault(before.now, []).extend((s.start, s.end, pk) for s in before.now_spans)
    shared: Counter[tuple[int, int]] = Counter()
    for n, found in enumerate(statements):
        for place in found.members:
            for start, end, pk in old.get(quotations[place.witness][place.quotation].pk, ()):
                for span in place.spans:
                    shared[n, pk] += max(0, min(end, span.end) - max(start, span.start))
    same: dict[int, int] = {}
    taken: set[int] = set()
    for (n, pk), characters in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if characters and n not in same and pk not in taken:
            same[n] = pk
            taken.add(pk)
    stored = Statement.objects.in_bulk(taken)
    rows = [stored[same[n]] if n in same else Statement(story=story) for n in range(len(statements))]
    moved = [row for position, row in enumerate(rows) if row.pk in taken and row.position != position]
    for position, row in enumerate(rows):
        row.position = position
    Statement.objects.bulk_create(row for row in rows if row.pk is None)
    Statement.objects.bulk_update(moved, ["position"], batch_size=500)
    followed: dict[int, Statement] = {}
    for (n, pk), characters in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if characters and pk not in taken:
            followed.setdefault(pk, rows[n])
    return rows, followed


def lead_on(followed: dict[int, Statement]) -> None:
    """Have the addresses of statements that became part of others lead there."""
    for pk, statement in followed.items():
        FormerStatement.objects.filter(statement=pk).update(statement=statement)
    FormerStatement.objects.bulk_create(
        FormerStatement(number=pk, statement=statement) for pk, statement in sorted(followed.items())
    )


def store_links(
    collation: Collation, rows: Sequence[Statement], quotations: Sequence[Sequence[Quotation]]
) -> None:
    """Store every link as a match of the statement it belongs to, with the differences within it."""
    members: dict[tuple[int, int], list[tuple[Place, int]]] = {}
    for n, found in enumerate(collation.statements):
        for place in found.members:
            members.setdefault((place.witness, place.quotation), []).append((place, n))
    matches: list[Match] = []
    differences: list[Difference] = []
    for link in collation.links:
        match = Match(
            statement=rows[statement_of(link, members)],
            a=quotations[link.a.witness][link.a.quotation],
            b=quotations[link.b.witness][link.b.quotation],
            a_spans=stored_spans(link.a.spans),
            b_spans=stored_spans(link.b.spans),
            status=link.status.value,
            reported=link.reported,
            copied=link.copied,
            translated=link.translated,
            evidence={name: getattr(link.evidence, name) for name in FIGURES},
        )
        matches.append(match)
        differences += [
            Difference(match=match, kind=d.kind.value, a=list(d.a), b=list(d.b), detail=d.detail, position=n)
            for n, d in enumerate(link.differences)
            if d.detail != Detail.APART
        ]
    Match.objects.bulk_create(matches, batch_size=500)
    Difference.objects.bulk_create(differences, batch_size=500)


def statement_of(link: Link, members: dict[tuple[int, int], list[tuple[Place, int]]]) -> int:
    """Find the statement that both ends of a link stand in, by the characters they share with it."""
    shared: Counter[int] = Counter()
    for end in (link.a, link.b):
        for place, n in members[end.witness, end.quotation]:
            shared[n] += sum(
                max(0, min(p.end, s.end) - max(p.start, s.start)) for p in place.spans for s in end.spans
            )
    return max(shared, key=lambda n: (shared[n], -n))


def store_copies(story: Story, articles: Sequence[Article], collation: Collation) -> None:
    """Store which articles carry one text."""
    Copies.objects.filter(story=story).delete()
    for found in collation.copies:
        row = Copies.objects.create(story=story, reason=found.reason[:300])
        row.articles.set([articles[n] for n in found.witnesses])
