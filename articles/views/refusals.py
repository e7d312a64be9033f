"""What a reader sees when there is no page, or when the page failed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that nothing has this address, and where to go on."""
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Say that it is our fault; uses nothing that may have failed (database, session)."""
    return HttpResponse(render_to_string("500.html"), status=500)
