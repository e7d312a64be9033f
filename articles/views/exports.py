"""What the page of a story lists, to take with one: a file with all of it, by the filters of the page."""

from collections.abc import Iterator
from urllib.parse import quote

from django.http import HttpRequest, StreamingHttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_cookie

from articles.pages.comparison import load_in_full
from articles.pages.filtering import Filtered
from articles.pages.kept import keep
from articles.pages.outline import Outline, Outlined, find_outline
from articles.pages.records import FORMAT, record_articles, record_filters, record_story, write_json
from articles.pages.shown import Shown
from articles.pages.state import OF_SLUG
from articles.pages.story import list_statements
from articles.pages.table import write_table
from articles.views.readers import is_editor, site_of
from articles.views.stories import filters_for, find_articles
from articles.views.unchanged import unless_unchanged


@require_safe
@vary_on_cookie
@cache_control(no_cache=True)
@unless_unchanged(OF_SLUG, page=False)
def story_csv(request: HttpRequest, slug: str, state: str) -> StreamingHttpResponse:
    """Give the versions of the statements listed as a table."""
    _, filtered, statements = load_listed(request, slug, state)
    pieces = write_table(statements, site_of(request))
    return attach(pieces, "text/csv; charset=utf-8", f"{slug}.csv", filtered)


@require_safe
@vary_on_cookie
@cache_control(no_cache=True)
@unless_unchanged(OF_SLUG, page=False)
def story_json(request: HttpRequest, slug: str, state: str) -> StreamingHttpResponse:
    """Give the statements listed as the API does, all in one file."""
    outline, filtered, statements = load_listed(request, slug, state)
    site = site_of(request)
    head = (
        {"format": FORMAT, "story": record_story(outline.witnesses[0].article.story, site)}
        | record_articles(outline, site)
        | {
            "filters": record_filters(filtered.filters),
            "ignored": filtered.filters.ignored,
            "total": filtered.facets.total,
            "count": len(filtered.statements),
        }
    )
    return attach(write_json(head, statements, site), "application/json", f"{slug}.json", filtered)


def load_listed(
    request: HttpRequest, slug: str, state: str
) -> tuple[Outline, Filtered[Outlined], list[Shown]]:
    """Load what the page of a story lists by the filters of a request, on all its pages."""
    outline = keep(state, "outline", lambda: find_outline(find_articles(slug, is_editor(request)), state))
    filtered = list_statements(outline, filters_for(request, outline))
    return outline, filtered, load_in_full(filtered.statements, outline)


def attach(
    pieces: Iterator[str], kind: str, name: str, filtered: Filtered[Outlined]
) -> StreamingHttpResponse:
    """Answer a file in pieces, all loaded before; a header says which filters were not understood."""
    response = StreamingHttpResponse(pieces, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    if filtered.filters.ignored:
        response["X-Ignored"] = quote(", ".join(filtered.filters.ignored), safe="=, ")
    return response
