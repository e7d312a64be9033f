"""The stored findings for programs: JSON that everybody may read, of what is published alone."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_cache_control, set_response_etag
from django.views.decorators.csrf import csrf_exempt

from articles.pages.comparison import load_in_full
from articles.pages.home import show_entries
from articles.pages.kept import keep
from articles.pages.leaves import divide
from articles.pages.loading import stories_for
from articles.pages.outline import find_outline
from articles.pages.query import Filters
from articles.pages.records import (
    FORMAT,
    Record,
    record_articles,
    record_entry,
    record_filters,
    record_hit,
    record_in_story,
    record_speaker,
    record_statement,
    record_story,
    record_title,
)
from articles.pages.search import show_search
from articles.pages.speakers import show_stories, stories_quoting
from articles.pages.state import OF_SLUG, OF_STATEMENT
from articles.pages.story import list_statements
from articles.views.readers import site_of, whole_number
from articles.views.refusals import refuse
from articles.views.search import filters_of
from articles.views.speakers import STORIES_A_PAGE as STORIES_OF_SPEAKER
from articles.views.speakers import find_speaker
from articles.views.statements import find_statement, show_or_lead
from articles.views.stories import STORIES_A_PAGE, filters_for, find_articles
from articles.views.unchanged import unless_unchanged

READING = ("GET", "HEAD")
HELP = Path(settings.BASE_DIR) / "docs" / "api.md"

View = Callable[..., HttpResponse]


def open_to_all(view: View) -> View:
    """Answer who reads, on pages of any site too; whoever keeps an answer asks whether it still holds."""

    @wraps(view)
    def answer(request: HttpRequest, **named: str | int) -> HttpResponse:
        if request.method not in READING:
            refused = refuse(405, "Only reading is allowed: GET or HEAD.")
            refused["Allow"] = ", ".join(READING)
            return refused
        response = view(request, **named)
        if not response.has_header("ETag"):
            # Here and not by the middleware, whose 304 leaves out who may read it.
            set_response_etag(response)
            response = get_conditional_response(request, response.get("ETag"), response=response) or response
        response["Access-Control-Allow-Origin"] = "*"
        patch_cache_control(response, no_cache=True)
        return response

    # Nothing is changed here, and a refusal in JSON is better than one in HTML.
    return csrf_exempt(answer)


@open_to_all
def index(request: HttpRequest) -> HttpResponse:
    """Name every address, as RFC 6570 writes what is to be filled in, and the version of the format."""
    site = site_of(request)
    filters = "status*,speaker*,outlet*,kind*,q"
    stories, story = site + reverse("api-stories"), site + reverse("home") + "stories/{slug}/"
    search, speakers = site + reverse("api-search"), site + reverse("api") + "speakers/{slug}/"
    return answer_json(
        {
            "format": FORMAT,
            "help": site + reverse("api-help"),
            "stories": f"{stories}{{?page}}",
            "story": f"{stories}{{slug}}/{{?{filters},page}}",
            "statement": f"{site}{reverse('api')}statements/{{id}}/",
            "speaker": f"{speakers}{{?page}}",
            "search": f"{search}{{?q,status*,speaker*,outlet*,page}}",
            "story_as_json": f"{story}export.json{{?{filters}}}",
            "story_as_csv": f"{story}export.csv{{?{filters}}}",
            "feed_of_stories": site + reverse("feed"),
            "feed_of_speaker": f"{site}{reverse('speakers')}{{slug}}/feed/",
            "feed_of_search": f"{site}{reverse('search-feed')}{{?q,status*,speaker*,outlet*}}",
        }
    )


@open_to_all
def help_text(request: HttpRequest) -> HttpResponse:
    """Describe all of it in words, with examples."""
    return HttpResponse(HELP.read_bytes(), content_type="text/plain; charset=utf-8")


@open_to_all
def stories(request: HttpRequest) -> HttpResponse:
    """List the stories, the newest first."""
    pages = Paginator(stories_for(editor=False), STORIES_A_PAGE)
    page = pages.get_page(whole_number(request.GET.get("page")))
    site = site_of(request)
    entries = show_entries(list(page.object_list), editor=False)
    return answer_json(
        turn(request, Filters(), page.number, pages.num_pages)
        | {"count": pages.count, "stories": [record_entry(entry, site) for entry in entries]}
    )


@open_to_all
@unless_unchanged(OF_SLUG, page=False)
def story(request: HttpRequest, slug: str, state: str) -> HttpResponse:
    """Give the articles of a story, and its statements that pass the filters, gravest differences first."""
    outline = keep(state, "outline", lambda: find_outline(find_articles(slug, editor=False), state))
    filtered = list_statements(outline, filters_for(request, outline))
    pages = divide(filtered.statements)
    number = min(max(whole_number(request.GET.get("page")) or 1, 1), len(pages))
    site = site_of(request)
    return answer_json(
        {"story": record_story(outline.witnesses[0].article.story, site)}
        | record_articles(outline, site)
        | {"filters": record_filters(filtered.filters)}
        | turn(request, filtered.filters, number, len(pages))
        | {
            "total": filtered.facets.total,
            "count": len(filtered.statements),
            "statements": [record_statement(s, site) for s in load_in_full(pages[number - 1], outline)],
        }
    )


@open_to_all
def statement(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a statement; the address of one that became part of another leads there."""
    return show_or_lead(show_statement, request, pk, "api-statement")


@unless_unchanged(OF_STATEMENT, page=False)
def show_statement(request: HttpRequest, pk: int, state: str) -> HttpResponse:
    """Give one statement of a story, and the articles that it is compared in."""
    outline, found = find_statement(pk, editor=False, state=state)
    shown = load_in_full([found], outline)
    if not shown:
        raise Http404("No statement has this address.")
    site = site_of(request)
    return answer_json(
        {"story": record_story(outline.witnesses[0].article.story, site)}
        | record_articles(outline, site)
        | {"statement": record_statement(shown[0], site)}
    )


@open_to_all
def speaker(request: HttpRequest, slug: str) -> HttpResponse:
    """Give what one speaker said, by story; the address of a name that was joined leads to the person."""
    chosen = find_speaker(slug)
    if chosen.same_as:
        return redirect("api-speaker", slug=chosen.same_as.slug)
    pages = Paginator(stories_quoting(chosen, editor=False), STORIES_OF_SPEAKER)
    page = pages.get_page(whole_number(request.GET.get("page")))
    entries = show_stories(chosen, list(page.object_list), editor=False)
    if not entries:
        raise Http404("Nobody who is quoted here has this address.")
    site = site_of(request)
    return answer_json(
        {"speaker": record_speaker(chosen, site)}
        | turn(request, Filters(), page.number, pages.num_pages)
        | {"count": pages.count, "stories": [record_in_story(entry, site) for entry in entries]}
    )


@open_to_all
def search(request: HttpRequest) -> HttpResponse:
    """Give the quotations with the words asked for, and the articles with them in the headline."""
    filters = filters_of(request)
    page = show_search(filters, whole_number(request.GET.get("page")))
    site = site_of(request)
    return answer_json(
        {"filters": record_filters(filters)}
        | turn(request, filters, page.leaf.number, page.leaf.total)
        | {
            "count": len(page.filtered.statements),
            "quotations": [record_hit(hit, site) for section in page.sections for hit in section.hits],
            "headlines": [record_title(title, site) for title in page.titles],
            "headlines_count": page.total_titles,
        }
    )


def turn(request: HttpRequest, filters: Filters, number: int, pages: int) -> Record:
    """Say what was not understood, which page of how many this is, and where the pages around it are."""
    asked = request.GET.get("page", "")
    if asked and whole_number(asked) != number:
        filters = filters.ignoring("page", asked)

    def address(other: int) -> str | None:
        if not 1 <= other <= pages:
            return None
        query = filters.with_rest(page=str(other) if other > 1 else "").address()
        return site_of(request) + request.path + query.removesuffix("?")

    return {
        "ignored": filters.ignored,
        "page": number,
        "pages": pages,
        "next": address(number + 1),
        "previous": address(number - 1),
    }


def answer_json(record: Record) -> HttpResponse:
    """Answer a record, in letters as they are printed."""
    return JsonResponse(record, json_dumps_params={"ensure_ascii": False})
