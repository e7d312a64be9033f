"""What is new, as Atom feeds: stories, what somebody said, what a search finds. Never a draft."""

from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from articles.pages.feeds import Item, items_of_search, items_of_speaker, items_of_stories, write_feed
from articles.pages.home import show_entries
from articles.pages.loading import stories_for
from articles.pages.search import show_search
from articles.pages.speakers import last_quoting, show_stories
from articles.views.readers import site_of
from articles.views.search import filters_of
from articles.views.speakers import STORIES_A_PAGE as STORIES_OF_SPEAKER
from articles.views.speakers import find_speaker
from articles.views.stories import STORIES_A_PAGE


@require_safe
@cache_control(no_cache=True)
def stories(request: HttpRequest) -> HttpResponse:
    """Give the newest stories."""
    entries = show_entries(list(stories_for(editor=False)[:STORIES_A_PAGE]), editor=False)
    items = items_of_stories(entries, site_of(request))
    return answer_feed(request, "Stories · Comparer", reverse("home"), items)


@require_safe
@cache_control(no_cache=True)
def speaker(request: HttpRequest, slug: str) -> HttpResponse:
    """Give what one speaker said last; the feed of a name that was joined leads to the person's."""
    chosen = find_speaker(slug)
    if chosen.same_as:
        return redirect("speaker-feed", slug=chosen.same_as.slug)
    found = list(last_quoting(chosen)[:STORIES_OF_SPEAKER])
    entries = show_stories(chosen, found, editor=False)
    if not entries:
        raise Http404("Nobody who is quoted here has this address.")
    items = items_of_speaker(entries, site_of(request))
    return answer_feed(request, f"{chosen.name} · Comparer", reverse("speaker", args=[slug]), items)


@require_safe
@cache_control(no_cache=True)
def search(request: HttpRequest) -> HttpResponse:
    """Give the last quotations that a search finds; filters that are not known here are ignored, as there."""
    filters = filters_of(request)
    items = items_of_search(show_search(filters, None).filtered.statements, site_of(request))
    query = filters.address().removesuffix("?")
    ignored = f" (ignored: {', '.join(filters.ignored)})" if filters.ignored else ""
    title = f"“{filters.words}” · Search · Comparer{ignored}"
    return answer_feed(request, title, reverse("search") + query, items, query)


def answer_feed(
    request: HttpRequest, title: str, page: str, items: Iterable[Item], query: str = ""
) -> HttpResponse:
    """Answer the feed of a page; `query` is what of the query string was understood."""
    written = write_feed(title, page, request.path + query, items, site_of(request))
    return HttpResponse(written, content_type=Atom1Feed.content_type)
