"""What a reader sees when there is no page, or when the page failed; a program is told in JSON."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that nothing has this address, and where to go on."""
    if is_of_program(request):
        return refuse(404, "Nothing has this address.")
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Say that it is our fault; uses nothing that may have failed (database, session)."""
    if is_of_program(request):
        return refuse(500, "This is our mistake, not yours.")
    return HttpResponse(render_to_string("500.html"), status=500)


def refuse(status: int, reason: str) -> HttpResponse:
    """Refuse in JSON, which pages of any site may read."""
    anyone = {"Access-Control-Allow-Origin": "*"}
    return JsonResponse({"status": status, "error": reason}, status=status, headers=anyone)


def is_of_program(request: HttpRequest) -> bool:
    """Tell whether an address of the API was asked for, even one that there is not."""
    return request.path.startswith(reverse("api"))
