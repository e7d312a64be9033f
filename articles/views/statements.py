"""One statement by itself."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from articles.fragments import render_page
from articles.pages.kept import keep
from articles.pages.loading import articles_for, find_follower
from articles.pages.outline import Outline, Outlined, load_outline
from articles.pages.parts import show_parts
from articles.pages.state import OF_STATEMENT
from articles.views.readers import LARGEST_ID, is_editor, whole_number
from articles.views.unchanged import unless_unchanged


@require_safe
def statement(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a statement; the address of one that became part of another leads there."""
    return show_or_lead(show_statement, request, pk, "statement")


def show_or_lead(show: Callable[..., HttpResponse], request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Show a statement, or lead to the address `name` of the one that it became part of."""
    try:
        return show(request, pk=pk)
    except Http404:
        now = find_follower(pk) if pk <= LARGEST_ID else None
        if now is None:
            raise
        return redirect(name, pk=now)


@unless_unchanged(OF_STATEMENT)
def show_statement(request: HttpRequest, pk: int, state: str) -> HttpResponse:
    """Show every version of one statement, compared with the fullest or with an article the reader chose."""
    outline, found = find_statement(pk, is_editor(request), state)
    story = outline.witnesses[0].article.story
    asked = whole_number(request.GET.get("base"))
    base = next((witness for witness in found.witnesses if witness.pk == asked), None)
    (part,) = show_parts([found], outline, story, base.pk if base else None, state)
    return render_page(
        request,
        "statement.html",
        {"statement": found, "story": story, "part": part, "base": base, "total": len(outline.statements)},
    )


def find_statement(pk: int, editor: bool, state: str) -> tuple[Outline, Outlined]:
    """Find a statement, with the outline of the articles that it is compared in."""
    if pk > LARGEST_ID:
        raise Http404("No statement has this address.")
    articles = articles_for(editor).filter(story__statements=pk)
    outline = keep(state, "outline", lambda: load_outline(list(articles)))
    found = next((one for one in outline.statements if one.pk == pk), None)
    if found is None:
        raise Http404("No statement has this address.")
    return outline, found
