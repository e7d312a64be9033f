"""To answer at once, as long as nothing that a page shows has changed since it was answered last."""

from collections.abc import Callable, Collection
from functools import wraps
from typing import TypeVar

from django.conf import settings
from django.core.cache import cache as answers
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response

from articles.fragments import VARIES
from articles.pages.display import chosen_display
from articles.pages.state import State, name, name_state, read_state, release
from articles.views.readers import LARGEST_ID, is_editor, whole_number

R = TypeVar("R", bound=HttpResponseBase)

NO_ARTICLE = 0

# The headers that an answer depends on beside its address.
ASKED_BY = ("HTTP_HX_REQUEST", "HTTP_HX_TARGET", "HTTP_HX_HISTORY_RESTORE_REQUEST")


def unless_unchanged(
    story: str, sides: Collection[str] = (), *, page: bool = True
) -> Callable[[Callable[..., R]], Callable[..., R | HttpResponse]]:
    """Answer 304, or what was answered before, while the articles of a story stand as they did.

    `story` selects its key by what the address names; the articles that the parameters `sides` of the
    query string name, perhaps of other stories, are looked at too. The view is handed the name of their
    state, under which it may keep what it makes (`pages/kept.py`). An editor, who sees drafts, and a
    developer, who changes files, always get the page anew, and an empty name. What is no `page` but data
    is not kept: it may be large, and holds the name of the host it was asked of.
    """

    def decorate(view: Callable[..., R]) -> Callable[..., R | HttpResponse]:
        @wraps(view)
        def answer(request: HttpRequest, **named: str | int) -> R | HttpResponse:
            if settings.DEBUG or is_editor(request):
                return view(request, state="", **named)
            rows = read_state_of(request, story, next(iter(named.values())), sides)
            if not rows:
                # Every address behind which nothing is published has this state: what one view keeps
                # under its name another one would take for its story.
                return view(request, state="", **named)
            key = name_answer(request, rows)
            unchanged = get_conditional_response(request, etag=f'"{key}"')
            if unchanged is not None:
                unchanged["ETag"] = f'"{key}"'
                if page:
                    unchanged["Vary"] = ", ".join(VARIES)
                return unchanged
            response: R | None = answers.get(key) if page else None
            if response is None:
                response = view(request, state=name_state(rows), **named)
                response["ETag"] = f'"{key}"'
                if page:
                    answers.set(key, response)
            return response

        return answer

    return decorate


def read_state_of(request: HttpRequest, story: str, named: str | int, sides: Collection[str]) -> State:
    """Read the state of the articles that a request may show: one query."""
    chosen = [whole_number(request.GET.get(side)) or NO_ARTICLE for side in sides]
    if isinstance(named, int) and named > LARGEST_ID:
        named = NO_ARTICLE
    return read_state(story, named, chosen)


def name_answer(request: HttpRequest, state: State) -> str:
    """Name an answer by what is asked for, and by everything that it depends on."""
    headers = (request.META.get(name, "") for name in ASKED_BY)
    asked = (request.get_full_path(), chosen_display(request), *headers)
    return name((release(), asked, state))
