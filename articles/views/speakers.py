"""Everybody who is quoted, and one of them."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from articles.fragments import render_page
from articles.models import Speaker
from articles.pages.query import LONGEST_WORDS
from articles.pages.speakers import show_stories, speakers_for, stories_quoting
from articles.views.readers import is_editor

SPEAKERS_A_PAGE = 50
STORIES_A_PAGE = 10


@require_safe
def speakers(request: HttpRequest) -> HttpResponse:
    """List who is quoted by name, the most quoted first; `q` asks for words of a name."""
    words = " ".join(request.GET.get("q", "").replace("\x00", " ").split())[:LONGEST_WORDS]
    found = speakers_for(is_editor(request), words)
    page = Paginator(found, SPEAKERS_A_PAGE).get_page(request.GET.get("page"))
    return render_page(request, "speakers.html", {"page": page, "words": words})


@require_safe
def speaker(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what one speaker said, by story; the address of a name that was joined leads to the person."""
    chosen = find_speaker(slug)
    if chosen.same_as:
        return redirect("speaker", slug=chosen.same_as.slug)
    editor = is_editor(request)
    page = Paginator(stories_quoting(chosen, editor), STORIES_A_PAGE).get_page(request.GET.get("page"))
    entries = show_stories(chosen, list(page.object_list), editor)
    if not entries:
        raise Http404("Nobody who is quoted here has this address.")
    return render_page(request, "speaker.html", {"speaker": chosen, "page": page, "entries": entries})


def find_speaker(slug: str) -> Speaker:
    """Find somebody with the person whose name they go by now, or answer 404."""
    return get_object_or_404(Speaker.objects.select_related("same_as"), slug=slug)
