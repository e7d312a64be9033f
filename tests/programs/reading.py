"""What the tests of answers for programs have in common."""

import json
from collections.abc import Iterator
from typing import Any

from django.test import Client

from tests.pages.story_page import ADDRESS, statements
from tests.pages.tree import get

API_STORY = "/api/stories/bridges/"
API_PAGED = ("/api/stories/", API_STORY, "/api/search/?q=first", "/api/speakers/speaker-1/")

FILTERS = (
    "",
    "status=verbatim",
    "status=rewritten&status=possible",
    "status=sole&outlet=outlet-1",
    "speaker=speaker-1",
    "speaker=speaker-1&speaker=speaker-2&outlet=outlet-0",
    "kind=certainty",
    "q=first",
    "q=FIRST+of&status=verbatim&status=sole",
    "kind=number",
)

HOSTILE = (
    "status=foo&status=verbatim",
    "q=%00%01%FF%FE%EF%BF%BF",
    "q=" + "a" * 5000,
    "q=%ED%A0%80",
    "speaker=" + "b" * 5000,
    "kind=<script>alert(1)</script>",
    "page=-7&page=zero",
    "page=%D9%A3",
    "status[]=x&=&&&=%",
    "outlet=%E2%80%AE%0D%0AX-Evil:1&outlet=" + "&outlet=".join(str(n) for n in range(300)),
)


def load(client: Client, address: str) -> Any:
    """Fetch an answer in JSON."""
    response = client.get(address)
    assert response.status_code == 200, address
    assert response.headers["Content-Type"] == "application/json"
    return json.loads(response.getvalue())


def listed_on_page(client: Client, query: str) -> list[int]:
    """List the keys of the statements that the page of the story shows, on all its pages."""
    keys: list[int] = []
    for number in range(1, 100):
        page = get(client, f"{ADDRESS}?{query}&page={number}")
        shown = [int(statement["id"].removeprefix("s")) for statement in statements(page)]
        if set(shown) <= set(keys):
            break
        keys += shown
    return keys


def slices_in(record: Any, passage: Any = None) -> Iterator[tuple[int, Any, str]]:
    """Find every place with words in an answer, with its article and the address it is given."""
    if isinstance(record, list):
        for part in record:
            yield from slices_in(part, passage)
    elif isinstance(record, dict):
        if {"start", "end", "text"} <= record.keys():
            article = passage["article"]
            yield article["id"] if isinstance(article, dict) else article, record, passage["address"]
            return
        passage = record if "quotation" in record else passage
        for name, part in record.items():
            side = record[name] if name in ("a", "b") else None
            if name == "differences":
                for difference in part:
                    yield from slices_in(difference["a"], record["a"])
                    yield from slices_in(difference["b"], record["b"])
            else:
                yield from slices_in(part, side or passage)
