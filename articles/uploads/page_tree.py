"""HTML to the tree a browser would build of it. The one place that knows the parser."""

from collections.abc import Iterator

import turbohtml
from turbohtml import Document, Element, Node, Text

__all__ = ["Document", "Element", "Node", "Text", "attribute", "read_tree", "texts_in"]


def read_tree(markup: str) -> Document:
    """Parse a page or a piece of one; never raises. With scripting on, `noscript` holds no markup."""
    return turbohtml.parse(markup, positions=False, scripting=True, allow_declarative_shadow_roots=False)


def attribute(element: Element, name: str) -> str:
    """Give the value of an attribute as one string; "" where it is missing or has no value."""
    value = element.attrs.get(name)
    if isinstance(value, str):
        return value
    return " ".join(value) if value else ""


def texts_in(element: Element, space_at: frozenset[str]) -> Iterator[str]:
    """Yield the texts under an element, with a blank for each of the elements named in `space_at`."""
    for node in element.descendants:
        if isinstance(node, Text):
            yield node.data
        elif isinstance(node, Element) and node.tag in space_at:
            yield " "
