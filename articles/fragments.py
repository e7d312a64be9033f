"""A request to a page or one of its fragments, chosen by the target that htmx names."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django_htmx.middleware import HtmxDetails

# What chooses between the page and a fragment of it, and what remembers how to display it.
VARIES = ("HX-Request", "HX-Target", "Cookie")


def render_page(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any],
    fragments: Mapping[str, str] | None = None,
    around: Callable[[], Mapping[str, Any]] = dict,
) -> HttpResponse:
    """Render the fragment whose target the request names, or else the whole page.

    `fragments` maps each element id that the page lets htmx replace to its template; `around` gives what
    only the whole page shows besides. A restored history entry and an unknown target get the page. Both
    variants vary on the same headers, or a cache would answer one with the other.
    """
    htmx: HtmxDetails = getattr(request, "htmx")  # noqa: B009 - set by the middleware, unknown to the type
    fragment = None
    if htmx and not htmx.history_restore_request:
        fragment = (fragments or {}).get(htmx.target or "")
    shown = context if fragment else {**context, **around()}
    response = render(request, fragment or template, {**shown, "fragment": bool(fragment)})
    patch_vary_headers(response, VARIES)
    return response
