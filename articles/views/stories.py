"""The front page, a story, and some of its articles side by side."""

from collections.abc import Collection, Iterable, Sequence

from django.core.paginator import Paginator
from django.core.validators import slug_re
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_safe

from articles.fragments import render_page
from articles.models import Article
from articles.pages.columns import LEAST_COLUMNS
from articles.pages.home import show_entries, show_orders
from articles.pages.kept import keep
from articles.pages.loading import (
    ORDERS,
    follow_names,
    load_articles_of,
    speakers_of,
    stories_for,
    versions_for,
)
from articles.pages.outline import Outline, find_outline
from articles.pages.overview import show_around
from articles.pages.query import COLUMNS, NOT_STATED, Filters, echo, read_filters
from articles.pages.side_by_side import VIEWS, find_closest, show_side_by_side
from articles.pages.state import OF_SLUG
from articles.pages.story import Asked, show_story
from articles.pages.witnesses import name_witnesses
from articles.views.readers import is_editor, whole_number
from articles.views.unchanged import unless_unchanged

STORIES_A_PAGE = 20


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show the stories in the order asked for."""
    editor = is_editor(request)
    asked = request.GET.get("sort", "")
    order = asked if asked in ORDERS else ORDERS[0]
    page = Paginator(stories_for(editor, order), STORIES_A_PAGE).get_page(request.GET.get("page"))
    entries = show_entries(list(page.object_list), editor)
    return render_page(
        request,
        "home.html",
        {"page": page, "order": order, "orders": show_orders(order), "entries": entries},
    )


@require_safe
@unless_unchanged(OF_SLUG)
def story(request: HttpRequest, slug: str, state: str) -> HttpResponse:
    """Show how the outlets of one story quoted it."""
    outline = keep(state, "outline", lambda: find_outline(find_articles(slug, is_editor(request)), state))
    found = outline.witnesses[0].article.story
    base = whole_number(request.GET.get("base"))
    known = any(witness.pk == base for witness in outline.witnesses)
    filters = filters_for(request, outline, [("base", str(base))] if known else [])
    if request.GET.get("base") and not known:
        filters = filters.ignoring("base", request.GET["base"])
    asked = Asked(
        page=whole_number(request.GET.get("page")),
        statement=whole_number(request.GET.get("statement")),
        base=base if known else None,
    )
    page = show_story(found, outline, filters, asked, state)
    return render_page(
        request,
        "story.html",
        {"page": page, "story": found},
        fragments={"statements": "_statements.html"},
        around=lambda: {"around": show_around(found, outline, state)},
    )


@require_safe
@unless_unchanged(OF_SLUG, COLUMNS)
def side_by_side(request: HttpRequest, slug: str, state: str) -> HttpResponse:
    """Show two to four articles of a story in full, with their quotations matched."""
    articles = find_articles(slug, is_editor(request))
    found = articles[0].story
    free = articles
    if not any(request.GET.get(name) for name in COLUMNS):
        closest = keep(state, "closest", lambda: find_closest(articles))
        free = sorted(articles, key=lambda article: article.pk not in closest)
    chosen, unknown = choose_articles(request, free)
    if len(chosen) < LEAST_COLUMNS:
        return render_page(request, "too_few_articles.html", {"story": found, "articles": articles})
    view = request.GET.get("view", "")
    if view not in VIEWS:
        unknown.append(f"view={echo(view)}")
        view = ""
    rest = [(name, str(article.pk)) for name, article in zip(COLUMNS, chosen, strict=False)]
    filters = filters_of(request, chosen, rest + ([("view", view)] if view else []))
    offered = articles + [article for article in chosen if article not in articles]
    statement = whole_number(request.GET.get("statement"))
    page = show_side_by_side(found, offered, chosen, filters, statement, view)
    if request.GET.get("statement") and statement not in {s.pk for s in page.comparison.statements}:
        unknown.append(f"statement={echo(request.GET['statement'])}")
    return render_page(
        request,
        "side_by_side.html",
        {"page": page, "story": found, "unknown": unknown},
        fragments={"comparison": "_comparison.html", "what-changed": "_what_changed.html"},
    )


def find_articles(slug: str, editor: bool) -> list[Article]:
    """Find the articles of a story that may be read, or answer 404."""
    articles = load_articles_of(slug, editor)
    if not articles:
        raise Http404("No story has this address.")
    return articles


def filters_of(
    request: HttpRequest, articles: Sequence[Article], rest: Sequence[tuple[str, str]] = ()
) -> Filters:
    """Read the filters of a request about some articles."""
    outlets = [witness.slug for witness in name_witnesses(articles)]
    speakers = speakers_of(articles)
    return read_filters(name_anew(request.GET, speakers), speakers, outlets, rest)


def filters_for(request: HttpRequest, outline: Outline, rest: Sequence[tuple[str, str]] = ()) -> Filters:
    """Read the filters of a request about the statements of an outline; costs no query."""
    speakers = {speaker.slug for statement in outline.statements for speaker in statement.speakers}
    outlets = [witness.slug for witness in outline.witnesses]
    return read_filters(name_anew(request.GET, speakers), speakers, outlets, rest)


def name_anew(query: QueryDict, speakers: Collection[str]) -> QueryDict:
    """Put the present address of a speaker in place of one from before an editor joined two names."""
    asked = query.getlist("speaker")
    unknown = [slug for slug in asked if slug not in speakers and slug_re.match(slug)]
    names = follow_names(unknown) if set(unknown) - {NOT_STATED} else {}
    if not names:
        return query
    renamed = query.copy()
    renamed.setlist("speaker", list(dict.fromkeys(names.get(slug, slug) for slug in asked)))
    return renamed


def choose_articles(request: HttpRequest, articles: Sequence[Article]) -> tuple[list[Article], list[str]]:
    """Take the articles the reader chose; for the first two the first that is free, where it is unknown.

    Fewer than two are given where the story has no more. An article of another story may be chosen:
    it is shown, and the page says that articles are compared within their story. In place of an earlier
    version of an article the current one is shown. What was asked for and is not shown is given in words.
    """
    asked = {name: request.GET[name] for name in COLUMNS if request.GET.get(name)}
    keys = {name: whole_number(value) for name, value in asked.items()}
    own = {article.pk: article for article in articles}
    strangers = [pk for pk in keys.values() if pk is not None and pk not in own]
    known = own | (find_strangers(request, strangers, own.values()) if strangers else {})
    named = {name: known[pk] for name, pk in keys.items() if pk in known}
    chosen: list[Article] = []
    for n, name in enumerate(COLUMNS):
        article = named.get(name)
        if article is None or article in chosen:
            free = [a for a in articles if a not in chosen] if n < LEAST_COLUMNS else []
            article = next((a for a in free if a not in named.values()), free[0] if free else None)
        if article:
            chosen.append(article)
    unknown = [f"{name}={echo(value)}" for name, value in asked.items() if named.get(name) not in chosen]
    return chosen, unknown


def find_strangers(request: HttpRequest, keys: Sequence[int], own: Iterable[Article]) -> dict[int, Article]:
    """Find articles that are not among a story's `own`: those of other stories, and earlier versions."""
    found = versions_for(is_editor(request)).in_bulk(keys)
    current = {article.series_id: article for article in own}
    shown = {pk: one if one.current else current.get(one.series_id) for pk, one in found.items()}
    return {pk: article for pk, article in shown.items() if article is not None}
