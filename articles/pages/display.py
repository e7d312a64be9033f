"""A cookie to how its reader likes to read: the choices that the Display panel has checked."""

from django.http import HttpRequest

# What can be chosen of each kind. The first stands where nothing else was chosen.
CHOICES = {
    "theme": ("system", "light", "dark"),
    "size": ("2", "1", "3", "4", "5"),
    "width": ("medium", "narrow", "wide"),
    "spacing": ("medium", "tight", "loose"),
    "face": ("serif", "sans"),
}
UNCHOSEN = tuple(f"{kind}-{values[0]}" for kind, values in CHOICES.items())
COOKIE = "display"


def chosen_display(request: HttpRequest) -> tuple[str, ...]:
    """Give one choice of each kind, as `kind-value`; what a cookie says that is no choice is nothing."""
    if COOKIE not in request.COOKIES:
        return UNCHOSEN
    said = set(request.COOKIES[COOKIE].split("."))
    return tuple(
        next((name for value in values if (name := f"{kind}-{value}") in said), f"{kind}-{values[0]}")
        for kind, values in CHOICES.items()
    )


def display(request: HttpRequest) -> dict[str, tuple[str, ...]]:
    """Give every template the choices, for the panel that each page has."""
    return {"display": chosen_display(request)}
