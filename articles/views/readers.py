"""Who is asking and where, and what of a query string is a number."""

from django.conf import settings
from django.http import HttpRequest

LARGEST_ID = 2**63 - 1  # what a key column holds


def is_editor(request: HttpRequest) -> bool:
    """Tell whether drafts may be shown; costs no query for a reader without a session."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return False
    return bool(request.user.is_authenticated and request.user.is_staff)


def site_of(request: HttpRequest) -> str:
    """Name the scheme and the host that was asked, for addresses that are read elsewhere."""
    return f"{request.scheme}://{request.get_host()}"


def whole_number(value: str | None) -> int | None:
    """Read a key from a query string; anything else is None."""
    if not value or not value.isascii() or not value.isdigit() or len(value) > len(str(LARGEST_ID)):
        return None
    number = int(value)
    return number if number <= LARGEST_ID else None
