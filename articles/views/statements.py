"""One statement by itself."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from articles.fragments import render_page
from articles.pages.kept import keep
from articles.pages.loading import articles_for, find_follower
from articles.pages.outline import load_outline
from articles.pages.parts import show_parts
from articles.pages.state import OF_STATEMENT
from articles.views.readers import LARGEST_ID, is_editor, whole_number
from articles.views.unchanged import unless_unchanged


@require_safe
def statement(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a statement; the address of one that became part of another leads there."""
    try:
        return show_statement(request, pk=pk)
    except Http404:
        now = find_follower(pk) if pk <= LARGEST_ID else None
        if now is None:
            raise
        return redirect("statement", pk=now)


@unless_unchanged(OF_STATEMENT)
def show_statement(request: HttpRequest, pk: int, state: str) -> HttpResponse:
    """Show every version of one statement, compared with the fullest or with an article the reader chose."""
    if pk > LARGEST_ID:
        raise Http404("No statement has this address.")
    articles = articles_for(is_editor(request)).filter(story__statements=pk)
    outline = keep(state, "outline", lambda: load_outline(list(articles)))
    found = next((one for one in outline.statements if one.pk == pk), None)
    if found is None:
        raise Http404("No statement has this address.")
    story = outline.witnesses[0].article.story
    asked = whole_number(request.GET.get("base"))
    base = next((witness for witness in found.witnesses if witness.pk == asked), None)
    (part,) = show_parts([found], outline, story, base.pk if base else None, state)
    return render_page(
        request,
        "statement.html",
        {"statement": found, "story": story, "part": part, "base": base, "total": len(outline.statements)},
    )
