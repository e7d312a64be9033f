"""Stories and articles for pages: the only place that builds querysets for readers.

Every function needs the same number of queries whatever the number of rows.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django.db.models import Case, Count, Exists, Min, OuterRef, Q, QuerySet, Subquery, Value, When

from articles.engine.differences.differences import DifferenceKind, Status
from articles.engine.quotations.quotations import Kind
from articles.models import (
    Article,
    Difference,
    FormerStatement,
    Match,
    Outlet,
    Quotation,
    Speaker,
    Statement,
    Story,
    Version,
)

# The upload may be 2 MB and no page shows it.
UNSHOWN = ("upload", "left_out", "kept")

SHOWN = (field.column for field in Article._meta.concrete_fields if field.name not in UNSHOWN)
ARTICLES_OF = """
SELECT {},
       s.title AS story_title, s.slug AS story_slug, o.name AS outlet_name, o.slug AS outlet_slug
FROM articles_article a
JOIN articles_story s ON s.id = a.story_id
LEFT JOIN articles_outlet o ON o.id = a.outlet_id
WHERE s.slug = %s AND a.current AND (a.publication = 'published' OR %s)
ORDER BY a.published_at, a.id""".format(", ".join(f'a."{column}"' for column in SHOWN))

# Which status a statement has when its matches differ: the one a reader must hear of first.
STATUS_ORDER = ("rewritten", "verbatim", "possible")
# The status of a statement that only copies of one agency's text print: they are one witness to it.
COPIED = "copied"
# Counted, but not told unless asked for.
SMALL_KINDS = frozenset({DifferenceKind.PUNCTUATION.value})
# The gravity of a difference, as the database sorts by it (`shown.rank_of`): doubt after all that is sure.
RANK = Case(*(When(kind=kind.value, then=Value(n)) for n, kind in enumerate(DifferenceKind))) + Case(
    When(match__status=Status.POSSIBLE.value, then=Value(len(DifferenceKind))), default=Value(0)
)
GRAVEST_FIRST = (RANK, "match__statement__position", "match", "position")
# The address that an article without an outlet goes by; more digits than a key column surely holds are none.
ALONE = re.compile(r"article-(\d{1,18})", re.ASCII)
# The ways to sort the stories, the first without asking.
ORDERS = ("newest", "articles", "gravest")


def articles_for(editor: bool) -> QuerySet[Article]:
    """Articles that may be read and are compared: of each the current version."""
    return versions_for(editor).filter(current=True)


def load_articles_of(slug: str, editor: bool) -> list[Article]:
    """Load the articles of the story of an address that may be read and are compared: one query.

    Written out, because every page begins with it and the ORM takes four times as long.
    """
    articles = list(Article.objects.raw(ARTICLES_OF, [slug, editor]))
    for article in articles:
        joined = vars(article)
        article.story = Story(article.story_id, joined["story_title"], joined["story_slug"])
        if article.outlet_id:
            article.outlet = Outlet(article.outlet_id, joined["outlet_name"], joined["outlet_slug"])
    return articles


def find_follower(number: int) -> int | None:
    """Find the statement that one of a former number became part of: one query."""
    return FormerStatement.objects.filter(number=number).values_list("statement", flat=True).first()


def versions_for(editor: bool) -> QuerySet[Article]:
    """Every version of the articles that may be read: the published ones, and drafts too by an editor."""
    articles = Article.objects.select_related("outlet", "story").defer(*UNSHOWN)
    return articles if editor else articles.filter(publication=Article.Publication.PUBLISHED)


def stories_for(editor: bool, order: str = "newest") -> QuerySet[Story]:
    """Stories with at least one article that may be read."""
    stories = Story.objects.filter(pk__in=articles_for(editor).values("story"))
    newest = ("-created_at", "-pk")
    if order == "articles":
        here = articles_for(editor).filter(story=OuterRef("pk")).order_by().values("story")
        return stories.order_by(Subquery(here.annotate(n=Count("pk")).values("n")).desc(), *newest)
    if order == "gravest":
        rank = Subquery(gravest_first(editor).annotate(rank=RANK).values("rank")[:1])
        return stories.order_by(rank.asc(nulls_last=True), *newest)
    return stories.order_by(*newest)


def gravest_first(editor: bool) -> QuerySet[Difference]:
    """The differences of the story of an outer query, gravest first; small ones are not told."""
    told = between_readable(editor).filter(match__statement__story=OuterRef("pk"))
    return told.exclude(kind__in=SMALL_KINDS).order_by(*GRAVEST_FIRST)


def between_readable(editor: bool) -> QuerySet[Difference]:
    """Differences between articles that may be read."""
    if editor:
        return Difference.objects.all()
    published = Article.Publication.PUBLISHED
    return Difference.objects.filter(
        match__a__article__publication=published, match__b__article__publication=published
    )


def with_statuses(editor: bool) -> QuerySet[Any]:
    """The statements that readers may read, each with its status, as `comparison` would tell it."""
    ids = articles_for(editor).order_by().values("pk")
    matches = Match.objects.filter(
        statement=OuterRef("pk"), reported=False, a__article__in=ids, b__article__in=ids
    )
    apart = matches.exclude(status=Status.VERBATIM.value, copied=True)
    quoted = Version.objects.filter(statement=OuterRef("pk"), quotation__article__in=ids).exclude(
        quotation__kind=Kind.INDIRECT
    )
    statuses = Case(
        *(When(Exists(apart.filter(status=status)), then=Value(status)) for status in STATUS_ORDER),
        When(Exists(matches), then=Value(COPIED)),
        default=Value("sole"),
    )
    return Statement.objects.filter(Exists(quoted)).annotate(status=statuses).order_by()


def count_statuses(stories: Sequence[Story], editor: bool) -> dict[int, Counter[str]]:
    """Count the statements of each status in each story: one query."""
    found = with_statuses(editor).filter(story__in=stories)
    rows = found.values_list("story", "status").annotate(n=Count("pk"))
    counts: dict[int, Counter[str]] = {story.pk: Counter() for story in stories}
    for story, status, number in rows:
        counts[story][status] = number
    return counts


def load_verdicts_of(stories: Collection[int]) -> Iterable[tuple[int, int, int, str, bool, bool]]:
    """Load every verdict on published articles of some stories: one query.

    Each is of a statement and two quotations: the status of a match, whether one reports it, or copies it.
    """
    ids = articles_for(editor=False).filter(story__in=stories).order_by().values("pk")
    found = Match.objects.filter(a__article__in=ids, b__article__in=ids).order_by()
    return found.values_list("statement", "a", "b", "status", "reported", "copied")


def find_articles_with(pieces: Iterable[str]) -> list[Article]:
    """Find the published articles that have all of some pieces of words, in the text or the headline."""
    found = articles_for(editor=False)
    for piece in pieces:
        found = found.filter(Q(text__icontains=piece) | Q(headline__icontains=piece))
    return list(found)


def outlets_among(addresses: Collection[str]) -> set[str]:
    """Find which of some addresses outlets of published articles have: one query, or none for none.

    An article without an outlet goes by an address of its own (`witnesses.name_alone`).
    """
    if not addresses:
        return set()
    alone = [int(found[1]) for found in map(ALONE.fullmatch, addresses) if found]
    found = articles_for(editor=False).filter(Q(outlet__slug__in=addresses) | Q(outlet=None, pk__in=alone))
    rows = found.order_by().values_list("outlet__slug", "pk").distinct()
    return {slug or f"article-{pk}" for slug, pk in rows}


def speakers_among(addresses: Collection[str]) -> set[str]:
    """Find which of some addresses people quoted in published articles have: one query, or none for none."""
    if not addresses:
        return set()
    ids = articles_for(editor=False).order_by().values("pk")
    found = Quotation.objects.filter(article__in=ids, speaker__slug__in=addresses).order_by()
    return set(found.values_list("speaker__slug", flat=True).distinct())


def load_gravest(stories: Sequence[Story], editor: bool) -> dict[int, Difference]:
    """Load the gravest difference of each story that has one, with both articles: one query."""
    keys = Story.objects.filter(pk__in=[story.pk for story in stories]).order_by()
    gravest = keys.annotate(gravest=Subquery(gravest_first(editor).values("pk")[:1])).values("gravest")
    rows = with_articles(Difference.objects.filter(pk__in=gravest))
    return {row.match.statement.story_id: row for row in rows}


def load_gravest_among(story: Story, articles: Collection[int]) -> Difference | None:
    """Load the gravest difference between some articles of a story, with both articles: one query."""
    told = Difference.objects.filter(
        match__statement__story=story, match__a__article__in=articles, match__b__article__in=articles
    )
    ranked = told.exclude(kind__in=SMALL_KINDS).order_by(*GRAVEST_FIRST)
    return with_articles(ranked).first()


def load_examples() -> dict[str, Difference]:
    """Load the first published difference of each kind in a sure match, with both articles: one query."""
    sure = between_readable(editor=False).exclude(match__status=Status.POSSIBLE.value)
    first = sure.order_by().values("kind").annotate(first=Min("pk"))
    return {row.kind: row for row in with_articles(Difference.objects.filter(pk__in=first.values("first")))}


def with_articles(differences: QuerySet[Difference]) -> QuerySet[Difference]:
    """Join what is needed to say a difference and to lead to it."""
    joined = differences.select_related(
        "match__statement__story",
        *(f"match__{end}__{name}" for end in "ab" for name in ("article__outlet", "speaker")),
    )
    return joined.defer(*(f"match__{end}__article__{name}" for end in "ab" for name in UNSHOWN))


def number_statements(articles: Sequence[Article]) -> dict[int, int]:
    """Number the statements that the given articles quote, as the page of their story does: one query."""
    quoted = Version.objects.filter(quotation__article__in=[article.pk for article in articles]).exclude(
        quotation__kind=Kind.INDIRECT
    )
    keys = Statement.objects.filter(pk__in=quoted.values("statement")).order_by("story", "position")
    return {pk: number for number, pk in enumerate(keys.values_list("pk", flat=True), start=1)}


def follow_names(slugs: Collection[str]) -> dict[str, str]:
    """Give the addresses of the people whom editors know by other names now: one query."""
    rows = Speaker.objects.filter(slug__in=slugs, same_as__isnull=False)
    return {old: new for old, new in rows.values_list("slug", "same_as__slug") if new}


def speakers_of(articles: Sequence[Article]) -> set[str]:
    """List the slugs of everybody quoted in the given articles."""
    ids = [article.pk for article in articles]
    found = Quotation.objects.filter(article__in=ids, speaker__isnull=False)
    return set(found.values_list("speaker__slug", flat=True).distinct().order_by())
