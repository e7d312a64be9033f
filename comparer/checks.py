"""What must be set before anything starts."""

from typing import Any

from django.conf import settings
from django.core.checks import Error, register
from django.core.exceptions import ImproperlyConfigured

MISSING = (
    "SECRET_KEY is not set. Set it to a long random value, for example the output of: "
    'python -c "import secrets; print(secrets.token_urlsafe(50))"'
)


def require_secret() -> None:
    """Raise ImproperlyConfigured, with words that say what to do, when there is no secret."""
    try:
        secret = settings.SECRET_KEY
    except ImproperlyConfigured:  # Django's own word for an empty one
        secret = ""
    if not secret:
        raise ImproperlyConfigured(MISSING)


@register()
def check_secret(**kwargs: Any) -> list[Error]:
    """Stop every command that runs the system checks when there is no secret."""
    try:
        require_secret()
    except ImproperlyConfigured as missing:
        return [Error(str(missing), id="comparer.E001")]
    return []
