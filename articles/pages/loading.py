"""Rows for pages: the only place that builds querysets for readers.

Every function needs the same number of queries whatever the number of rows.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from articles.models import Article, Copies, Difference, Match, Quotation, Story, Version

# The upload may be 2 MB and no page shows it.
UNSHOWN = ("upload", "left_out", "kept")

# Articles that carry one text: the reason, and their keys.
Groups = tuple[tuple[str, tuple[int, ...]], ...]


def articles_for(editor: bool) -> QuerySet[Article]:
    """Articles that may be read: the published ones, and drafts too by an editor."""
    articles = Article.objects.select_related("outlet", "story").defer(*UNSHOWN)
    return articles if editor else articles.filter(publication=Article.Publication.PUBLISHED)


def stories_for(editor: bool) -> QuerySet[Story]:
    """Stories with at least one article that may be read, newest first."""
    return Story.objects.filter(pk__in=articles_for(editor).values("story"))


@dataclass(frozen=True, slots=True)
class Rows:
    """The stored findings of a set of articles, each list in its stored order."""

    articles: tuple[Article, ...]
    quotations: tuple[Quotation, ...]
    versions: tuple[Version, ...]
    matches: tuple[Match, ...]
    differences: tuple[Difference, ...]
    copies: Groups


def load_rows(articles: Sequence[Article], statements: Collection[int] | None = None) -> Rows:
    """Load everything found in, and between, the given articles: five queries.

    With `statements` only what belongs to these statements is loaded.
    """
    ids = [article.pk for article in articles]
    quotations = Quotation.objects.filter(article__in=ids).select_related("speaker")
    versions = Version.objects.filter(quotation__article__in=ids).order_by("statement__position", "pk")
    matches = Match.objects.filter(a__article__in=ids, b__article__in=ids)
    differences = Difference.objects.filter(match__a__article__in=ids, match__b__article__in=ids)
    if statements is not None:
        quotations = quotations.filter(
            pk__in=Version.objects.filter(statement__in=statements).values("quotation")
        )
        versions = versions.filter(statement__in=statements)
        matches = matches.filter(statement__in=statements)
        differences = differences.filter(match__statement__in=statements)
    return Rows(
        articles=tuple(articles),
        quotations=tuple(quotations),
        versions=tuple(versions),
        matches=tuple(matches),
        differences=tuple(differences),
        copies=load_copies(articles),
    )


def load_copies(articles: Sequence[Article]) -> Groups:
    """Load which of the given articles carry one text: one query."""
    ids = [article.pk for article in articles]
    return gather_copies(
        Copies.objects.filter(articles__in=ids).values_list("pk", "reason", "articles").distinct()
    )


def gather_copies(rows: "QuerySet[Copies, tuple[int, str, int]]") -> Groups:
    """Gather (copies, reason, article) rows to one (reason, articles) for each group."""
    groups: dict[tuple[int, str], list[int]] = {}
    for pk, reason, article in rows:
        groups.setdefault((pk, reason), []).append(article)
    return tuple((reason, tuple(sorted(ids))) for (_, reason), ids in sorted(groups.items()))


def rows_of(rows: Rows, articles: set[int]) -> Rows:
    """Take the rows of some of the articles out of those of many; no query."""
    article_of = {quotation.pk: quotation.article_id for quotation in rows.quotations}
    matches = tuple(m for m in rows.matches if {article_of[m.a_id], article_of[m.b_id]} <= articles)
    kept = {match.pk for match in matches}
    return Rows(
        articles=tuple(a for a in rows.articles if a.pk in articles),
        quotations=tuple(q for q in rows.quotations if q.article_id in articles),
        versions=tuple(v for v in rows.versions if article_of[v.quotation_id] in articles),
        matches=matches,
        differences=tuple(d for d in rows.differences if d.match_id in kept),
        copies=tuple((reason, tuple(pk for pk in group if pk in articles)) for reason, group in rows.copies),
    )


def speakers_of(articles: Sequence[Article]) -> set[str]:
    """List the slugs of everybody quoted in the given articles."""
    ids = [article.pk for article in articles]
    found = Quotation.objects.filter(article__in=ids, speaker__isnull=False)
    return set(found.values_list("speaker__slug", flat=True).distinct().order_by())
