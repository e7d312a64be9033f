"""A page to a tree of elements, so that tests ask for its structure and not for strings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "link", "input", "br", "img", "hr"}
SHAPES = {"path", "rect", "line", "use", "circle"}


@dataclass
class Element:
    """One element: its tag, attributes, and what it holds in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def all(self, tag: str = "", css: str = "", **attributes: str) -> list[Element]:
        return [
            e
            for e in self.walk()
            if (not tag or e.tag == tag)
            and (not css or css in e.attributes.get("class", "").split())
            and all(e.attributes.get(name.replace("_", "-")) == value for name, value in attributes.items())
        ]

    def one(self, tag: str = "", css: str = "", **attributes: str) -> Element:
        (found,) = self.all(tag, css, **attributes)
        return found

    @property
    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    @property
    def words(self) -> str:
        return " ".join(self.text.split())

    def __getitem__(self, name: str) -> str:
        return self.attributes[name]


class Builder(HTMLParser):
    """Builds the tree; a tag that is not closed, or an id that stands twice, is an error."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("")
        self.open = [self.root]
        self.ids: set[str] = set()

    def handle_starttag(self, tag, attrs):
        element = Element(tag, {name: value or "" for name, value in attrs})
        if "id" in element.attributes:
            assert element["id"] not in self.ids, f"id {element['id']} stands twice"
            self.ids.add(element["id"])
        self.open[-1].children.append(element)
        if tag not in VOID | SHAPES:
            self.open.append(element)

    def handle_startendtag(self, tag, attrs):
        self.open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data):
        self.open[-1].children.append(data)

    def handle_endtag(self, tag):
        if tag not in VOID | SHAPES:
            assert self.open.pop().tag == tag, f"</{tag}> closes another element"


def grow(page: str) -> Element:
    """Build the tree of a page or a fragment."""
    builder = Builder()
    builder.feed(page)
    assert len(builder.open) == 1, f"<{builder.open[-1].tag}> stays open"
    return builder.root


def get(client, address: str, target: str = "", status: int = 200) -> Element:
    """Fetch a page, or the fragment for a target, as a tree."""
    headers = {"HX-Request": "true", "HX-Target": target} if target else {}
    response = client.get(address, headers=headers)
    assert response.status_code == status
    return grow(response.content.decode())
