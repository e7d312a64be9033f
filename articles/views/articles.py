"""One article in full."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from articles.fragments import render_page
from articles.models import Article
from articles.pages.article import show_article
from articles.pages.kept import keep
from articles.pages.loading import articles_for
from articles.pages.outline import load_outline
from articles.views.readers import is_editor, whole_number
from articles.views.stories import filters_for
from articles.views.unchanged import OF_ARTICLE, unless_unchanged


@require_safe
@unless_unchanged(OF_ARTICLE)
def article(request: HttpRequest, pk: int, state: str) -> HttpResponse:
    """Show one article with its quotations marked, and what it left out."""
    outline = keep(state, "outline", lambda: load_outline(find_siblings(request, pk)))
    story = outline.witnesses[0].article.story
    page = show_article(
        story,
        pk,
        outline,
        filters_for(request, outline),
        whole_number(request.GET.get("page")) or 1,
    )
    return render_page(
        request,
        "article.html",
        {"page": page, "story": story},
        fragments={"quotations": "_quotations.html"},
    )


def find_siblings(request: HttpRequest, pk: int) -> list[Article]:
    """Find the articles of an article's story that may be read, itself among them, or answer 404."""
    readable = articles_for(is_editor(request))
    return list(readable.filter(story=get_object_or_404(readable, pk=pk).story_id))
