"""A state of a story's articles to the pieces of its page that were made ready when it was analysed."""

from collections.abc import Collection, Mapping
from json import loads
from typing import Any

from django.db import connection

PIECES = "SELECT name, pieces FROM articles_prepared WHERE state = %s AND name IN ({})"


def find_prepared(state: str, names: Collection[str]) -> Mapping[str, list[Any]]:
    """Find the pieces of these names that were made ready: one query, none for an editor (`kept.py`).

    They are what templates gave, stored as it was, and the rows of the outline (`preparing.py`).
    """
    if not state:
        return {}
    sql = PIECES.format(", ".join(["%s"] * len(names)) or "NULL")
    with connection.cursor() as cursor:
        cursor.execute(sql, [state, *names])
        return {name: loads(pieces) for name, pieces in cursor.fetchall()}
