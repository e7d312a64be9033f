"""One statement by itself."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles.fragments import render_page
from articles.pages.kept import keep
from articles.pages.loading import articles_for
from articles.pages.outline import load_outline
from articles.pages.parts import show_parts
from articles.pages.state import OF_STATEMENT
from articles.views.readers import LARGEST_ID, is_editor, whole_number
from articles.views.unchanged import unless_unchanged


@require_safe
@unless_unchanged(OF_STATEMENT)
def statement(request: HttpRequest, pk: int, state: str) -> HttpResponse:
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
