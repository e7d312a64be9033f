"""One article in full."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from articles.fragments import render_page
from articles.pages.article import show_article
from articles.pages.loading import articles_for
from articles.views.readers import is_editor
from articles.views.stories import filters_of


@require_safe
def article(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one article with its quotations marked, and what it left out."""
    readable = articles_for(is_editor(request))
    found = get_object_or_404(readable, pk=pk)
    articles = list(readable.filter(story=found.story_id))
    page = show_article(found, articles, filters_of(request, articles))
    return render_page(request, "article.html", {"page": page, "story": found.story})
