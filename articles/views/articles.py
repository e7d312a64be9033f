"""One article in full."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from articles.fragments import render_page
from articles.pages.article import show_article
from articles.pages.loading import articles_for
from articles.pages.outline import load_outline
from articles.views.readers import is_editor, whole_number
from articles.views.stories import filters_for
from articles.views.unchanged import OF_ARTICLE, unless_unchanged


@require_safe
@unless_unchanged(OF_ARTICLE)
def article(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one article with its quotations marked, and what it left out."""
    readable = articles_for(is_editor(request))
    found = get_object_or_404(readable, pk=pk)
    outline = load_outline(list(readable.filter(story=found.story_id)))
    page = show_article(
        found.story,
        pk,
        outline,
        filters_for(request, outline),
        whole_number(request.GET.get("page")) or 1,
    )
    return render_page(
        request,
        "article.html",
        {"page": page, "story": found.story},
        fragments={"quotations": "_quotations.html"},
    )
