"""The front page, a story, and two of its articles side by side."""

from collections.abc import Sequence

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles.fragments import render_page
from articles.models import Article
from articles.pages.comparison import name_witnesses
from articles.pages.home import show_entries, show_orders
from articles.pages.kept import keep
from articles.pages.loading import ORDERS, articles_for, speakers_of, stories_for
from articles.pages.outline import Outline, load_outline
from articles.pages.query import Filters, echo, read_filters
from articles.pages.side_by_side import VIEWS, show_side_by_side
from articles.pages.story import Asked, show_story
from articles.views.readers import is_editor, whole_number
from articles.views.unchanged import OF_SLUG, unless_unchanged

STORIES_A_PAGE = 20
# The parameters that name the articles beside each other.
SIDES = ("left", "right")


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
    outline = keep(state, "outline", lambda: load_outline(find_articles(request, slug)))
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
        request, "story.html", {"page": page, "story": found}, fragments={"statements": "_statements.html"}
    )


@require_safe
@unless_unchanged(OF_SLUG, SIDES)
def side_by_side(request: HttpRequest, slug: str, state: str) -> HttpResponse:
    """Show two articles of a story in full, with their quotations matched."""
    articles = find_articles(request, slug)
    found = articles[0].story
    if len(articles) < 2 and not (request.GET.get("left") and request.GET.get("right")):
        return render_page(request, "too_few_articles.html", {"story": found, "articles": articles})
    left, right, unknown = choose_pair(request, articles)
    if right is None:
        return render_page(request, "too_few_articles.html", {"story": found, "articles": articles})
    view = request.GET.get("view", "")
    if view not in VIEWS:
        unknown.append(f"view={echo(view)}")
        view = ""
    rest = [("left", str(left.pk)), ("right", str(right.pk))] + ([("view", view)] if view else [])
    filters = filters_of(request, [left, right], rest)
    offered = articles + [a for a in (left, right) if a not in articles]
    statement = whole_number(request.GET.get("statement"))
    page = show_side_by_side(found, offered, left, right, filters, statement, view)
    if request.GET.get("statement") and statement not in {s.pk for s in page.comparison.statements}:
        unknown.append(f"statement={echo(request.GET['statement'])}")
    return render_page(
        request,
        "side_by_side.html",
        {"page": page, "story": found, "unknown": unknown},
        fragments={"comparison": "_comparison.html", "what-changed": "_what_changed.html"},
    )


def find_articles(request: HttpRequest, slug: str) -> list[Article]:
    """Find the articles of a story that may be read, or answer 404."""
    articles = list(articles_for(is_editor(request)).filter(story__slug=slug))
    if not articles:
        raise Http404("No story has this address.")
    return articles


def filters_of(
    request: HttpRequest, articles: Sequence[Article], rest: Sequence[tuple[str, str]] = ()
) -> Filters:
    """Read the filters of a request about some articles."""
    outlets = [witness.slug for witness in name_witnesses(articles)]
    return read_filters(request.GET, speakers_of(articles), outlets, rest)


def filters_for(request: HttpRequest, outline: Outline, rest: Sequence[tuple[str, str]] = ()) -> Filters:
    """Read the filters of a request about the statements of an outline; costs no query."""
    speakers = {speaker.slug for statement in outline.statements for speaker in statement.speakers}
    return read_filters(request.GET, speakers, [witness.slug for witness in outline.witnesses], rest)


def choose_pair(
    request: HttpRequest, articles: Sequence[Article]
) -> tuple[Article, Article | None, list[str]]:
    """Take the two articles the reader chose; where a choice is unknown, the first that is free.

    An article of another story may be chosen: it is shown, and the page says that articles are
    compared within their story.
    """
    asked = {side: whole_number(request.GET.get(side)) for side in SIDES}
    own = {article.pk: article for article in articles}
    strangers = [pk for pk in asked.values() if pk is not None and pk not in own]
    known = own | (articles_for(is_editor(request)).in_bulk(strangers) if strangers else {})
    unknown = [
        f"{side}={request.GET[side][:20]}"
        for side, pk in asked.items()
        if request.GET.get(side) and pk not in known
    ]
    left, right = known.get(asked["left"] or 0), known.get(asked["right"] or 0)
    if left is None:
        left = next((a for a in articles if a != right), articles[0])
    if right is None or right == left:
        right = next((a for a in articles if a != left), None)
    return left, right, unknown
