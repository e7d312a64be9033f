"""An HTML page to what it says of itself: headline, outlet, publication time, byline, address."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from articles.uploads.elements import BLOCKS
from articles.uploads.page_tree import Document, Element, attribute, texts_in
from articles.uploads.values import Facts

_META = {
    "og:title": "headline",
    "twitter:title": "headline",
    "og:description": "deck",
    "description": "deck",
    "og:site_name": "outlet",
    "article:published_time": "published",
    "datepublished": "published",
    "og:article:published_time": "published",
    "author": "byline",
    "article:author": "byline",
    "parsely-author": "byline",
    "og:url": "address",
}
_ARTICLE_TYPE = re.compile("(?:Article|NewsArticle|Report|Posting|Review)$", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>\"']+$", re.IGNORECASE)
_TITLE_END = re.compile(r"\s+[|–—-]\s+")
_TELLING = "title, meta, link, script, h1"
_WORD_ENDS = BLOCKS | {"br"}
# Facts longer than this are not facts.
_LONGEST_FACT = 500
_LONGEST_DATA = 500_000


@dataclass(slots=True)
class _Statements:
    """What the page says, by where it says it."""

    meta: dict[str, str] = field(default_factory=dict)
    data: dict[str, str] = field(default_factory=dict)
    title: str = ""
    h1: list[str] = field(default_factory=list)
    canonical: str = ""

    def first(self, name: str) -> str:
        return self.data.get(name, "") or self.meta.get(name, "")


def read_facts(tree: Document) -> Facts:
    """Read the facts that the page states; what it does not state stays empty."""
    said = _Statements()
    for element in tree.select(_TELLING):
        _note(said, element)
    return Facts(
        headline=_headline(said),
        deck=said.meta.get("deck", ""),
        byline=said.first("byline"),
        outlet=said.meta.get("outlet", "") or said.data.get("outlet", ""),
        published=said.meta.get("published", "") or said.data.get("published", ""),
        address=said.canonical or said.meta.get("address", "") or said.data.get("address", ""),
    )


def _note(said: _Statements, element: Element) -> None:
    if element.tag == "h1":
        said.h1.append(_one_line("".join(texts_in(element, _WORD_ENDS))))
    elif element.tag == "title":
        said.title = said.title or _one_line(element.text)
    elif element.tag == "meta":
        _note_meta(said, element)
    elif element.tag == "link":
        if attribute(element, "rel").lower() == "canonical" and not said.canonical:
            said.canonical = _address(attribute(element, "href"))
    elif "ld+json" in attribute(element, "type"):
        _note_data(said, element.text)


def _note_meta(said: _Statements, meta: Element) -> None:
    name = attribute(meta, "property") or attribute(meta, "name") or attribute(meta, "itemprop")
    fact = _META.get(name.strip().lower(), "")
    value = _one_line(attribute(meta, "content"))
    if fact == "address":
        value = _address(value)
    if fact == "byline" and _ADDRESS.match(value):
        return
    if fact and value:
        said.meta.setdefault(fact, value)


def _note_data(said: _Statements, source: str) -> None:
    """Note the facts of the first article in a block of JSON-LD; a broken block says nothing."""
    try:
        data = json.loads(source) if len(source) <= _LONGEST_DATA else None
    except (ValueError, RecursionError):
        return
    for item in _items(data):
        kinds = item.get("@type")
        if not any(isinstance(kind, str) and _ARTICLE_TYPE.search(kind) for kind in _listed(kinds)):
            continue
        for fact, value in (
            ("headline", _named(item.get("headline"))),
            ("byline", ", ".join(name for name in map(_named, _listed(item.get("author"))) if name)),
            ("published", _named(item.get("datePublished"))),
            ("outlet", _named(item.get("publisher"))),
            ("address", _address(_named(item.get("url")))),
        ):
            if value:
                said.data.setdefault(fact, value)


def _items(data: Any) -> Iterator[dict[str, Any]]:
    for item in _listed(data):
        if isinstance(item, dict):
            yield item
            yield from (inner for inner in _listed(item.get("@graph")) if isinstance(inner, dict))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _named(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("name")
    return _one_line(value) if isinstance(value, str) else ""


def _headline(said: _Statements) -> str:
    """The one h1, else what the page's data says, else its title without the outlet's name."""
    headings = [heading for heading in said.h1 if heading]
    if len(headings) == 1 and headings[0] != said.meta.get("outlet"):
        return headings[0]
    stated = said.first("headline")
    if stated or not said.title:
        return stated
    parts = _TITLE_END.split(said.title)
    outlet = said.meta.get("outlet") or said.data.get("outlet")
    return (
        said.title.removesuffix(parts[-1]).rstrip(" |–—-") if outlet and parts[-1] == outlet else said.title
    )


def _address(value: str) -> str:
    value = html.unescape(value.strip()) if len(value) <= _LONGEST_FACT else ""
    return value if _ADDRESS.match(value) else ""


def _one_line(value: str) -> str:
    return " ".join(html.unescape(value[:_LONGEST_FACT]).split())
