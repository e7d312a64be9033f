"""How it works, and whether it is up."""

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from articles.fragments import render_page
from articles.pages.method import show_method


@require_safe
def method(request: HttpRequest) -> HttpResponse:
    """Say in plain words how quotations are found and compared."""
    return render_page(request, "method.html", {"page": show_method()})


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Lead browsers that ask for an icon by its old name (on the admin's pages, say) to ours."""
    return redirect(static("icon.svg"))


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """Answer 200 when the database can be reached, 503 when it cannot."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("The database cannot be reached.\n", status=503, content_type="text/plain")
    return HttpResponse("ok\n", content_type="text/plain")
