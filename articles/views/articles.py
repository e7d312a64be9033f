"""One article in full."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from articles.fragments import render_page
from articles.models import Article
from articles.pages.article import show_article
from articles.pages.history import lay_quoted, show_history
from articles.pages.kept import keep
from articles.pages.loading import articles_for, versions_for
from articles.pages.outline import load_outline
from articles.pages.state import OF_ARTICLE
from articles.views.readers import is_editor, whole_number
from articles.views.stories import filters_for
from articles.views.unchanged import unless_unchanged


@require_safe
@unless_unchanged(OF_ARTICLE)
def article(request: HttpRequest, pk: int, state: str) -> HttpResponse:
    """Show one article with its quotations marked, and what it left out."""
    outline = keep(state, "outline", lambda: load_outline(find_siblings(request, pk)))
    story = outline.witnesses[0].article.story
    shown = next((witness.article for witness in outline.witnesses if witness.pk == pk), None)
    if shown is None:
        return other_version(request, pk)
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
        {"page": page, "story": story, "history": show_history(shown, is_editor(request))},
        fragments={"quotations": "_quotations.html"},
    )


def find_siblings(request: HttpRequest, pk: int) -> list[Article]:
    """Find the articles of an article's story that may be read, or answer 404 if it may not be."""
    editor = is_editor(request)
    chosen = versions_for(editor).filter(pk=pk).order_by()
    articles = list(articles_for(editor).filter(story__in=chosen.values("story")))
    if not articles:
        raise Http404("No article has this address.")
    return articles


def other_version(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a version of an article that is not the one compared, with what became of its quotations."""
    editor = is_editor(request)
    article = get_object_or_404(versions_for(editor), pk=pk)
    history = show_history(article, editor)
    if history is None:
        raise Http404("No article has this address.")
    return render_page(
        request,
        "other_version.html",
        {
            "article": article,
            "history": history,
            "version": next(version for version in history.versions if version.article.pk == pk),
            "paragraphs": lay_quoted(article, article.quotations.all()),
        },
    )
