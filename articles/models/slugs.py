"""A name to an address that nobody else has."""

from typing import Any

from django.db.models import QuerySet
from django.utils.text import slugify

LONGEST = 70  # keeps an address short enough to be read aloud and printed


def free_slug(name: str, taken: QuerySet[Any], fallback: str) -> str:
    """Make a slug of `name` that no row of `taken` has; one that yields no letters becomes `fallback`."""
    stem = slugify(name, allow_unicode=False)[:LONGEST].strip("-") or fallback
    if stem.isdigit():
        stem = f"{fallback}-{stem}"
    used = set(taken.filter(slug__startswith=stem).values_list("slug", flat=True))
    number = 1
    slug = stem
    while slug in used:
        number += 1
        slug = f"{stem}-{number}"
    return slug
