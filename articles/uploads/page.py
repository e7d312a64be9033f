"""An HTML page to its blocks of text, in reading order, each with the reason if it is left out."""

import re
from dataclasses import dataclass, field

from articles.uploads.article_place import Block, Place, settle_reasons
from articles.uploads.elements import (
    ASIDE,
    BLOCKS,
    CREDIT,
    HEADINGS,
    HIDDEN,
    HOMES,
    PULL_QUOTE,
    UNSEEN,
    reason_to_leave_out,
)
from articles.uploads.page_tree import Document, Element, Node, Text
from articles.uploads.quoted_furniture import keep_new_quotations

# In a running sentence a link keeps its words whatever its class says ("related-link"); only these go.
_LEFT_OUT_IN_SENTENCES = frozenset({"", CREDIT, HIDDEN, "a button", "a form"})

# Elements that change the look of words and nothing else; pages nest them by the thousand.
_WITHOUT_EFFECT = frozenset(
    {"b", "i", "u", "em", "strong", "font", "small", "big", "tt", "code", "s", "mark"}
)

_BLANKS = re.compile(r"[ \t\n\r\f]+")
_QUOTATION_MARKS = (("“", "”"), ("‘", "’"))


@dataclass(frozen=True, slots=True)
class _End:
    """Stands on the reading stack for the end tag of an element."""

    element: Element
    place: int
    held: bool


@dataclass(slots=True)
class _Reader:
    """Walks a tree and collects its blocks. `held` are the words around an inline piece of furniture."""

    keep_lines: bool
    blocks: list[Block] = field(default_factory=list)
    places: list[Place] = field(default_factory=lambda: [Place(-1, "", 0)])
    place: int = 0
    words: list[str] = field(default_factory=list)
    held: list[tuple[list[str], int]] = field(default_factory=list)
    quotation_depth: int = 0
    linked: int = 0
    link_depth: int = 0
    links: int = 0
    preformatted: int = 0
    heading: int = 0
    paragraph: int = 0

    def read(self, root: Node) -> None:
        stack: list[Node | _End] = [root]
        while stack:
            node = stack.pop()
            if isinstance(node, _End):
                self.close(node)
            elif isinstance(node, Text):
                self.text(node.data)
            elif isinstance(node, Element):
                if node.tag in _WITHOUT_EFFECT and not node.attrs:
                    stack.extend(reversed(node.children))
                elif end := self.open(node):
                    stack.append(end)
                    stack.extend(reversed(node.children))
            elif isinstance(node, Document):
                stack.extend(reversed(node.children))
        self.end_block()

    def text(self, data: str) -> None:
        text = data if self.keep_lines or self.preformatted else _BLANKS.sub(" ", data)
        self.words.append(text)
        if self.link_depth:
            self.linked += len(text.split())

    def open(self, element: Element) -> _End | None:
        """Enter an element; hand back its end, or nothing when there is nothing to read in it."""
        name = element.tag
        if name == "br":
            self.words.append(" " if self.heading else "\n")
            return None
        reason = reason_to_leave_out(element)
        if reason == UNSEEN:
            return None
        if self.paragraph and name not in BLOCKS and reason not in _LEFT_OUT_IN_SENTENCES:
            reason = ""
        if name == "blockquote" and self.places[self.place].reason == ASIDE:
            reason = reason or PULL_QUOTE
        held = bool(reason) and name not in BLOCKS
        end = _End(element, self.place, held)
        if held:
            self.held.append((self.words, self.place))
            self.words = []
        elif name in BLOCKS:
            self.end_block()
        if reason or name in HOMES:
            self.enter(reason, is_home=name in HOMES)
        elif name == "span" and not self.paragraph and _follows_span(element):
            self.words.append(" ")
        self.count(name, 1)
        if name == "q":
            self.quote(0)
        return end

    def enter(self, reason: str, *, is_home: bool) -> None:
        home = len(self.places) if is_home else self.places[self.place].home
        self.places.append(Place(self.place, reason, home))
        self.place = len(self.places) - 1

    def close(self, end: _End) -> None:
        name = end.element.tag
        if name == "q":
            self.quote(1)
        if end.held:
            self.end_held()
        elif name in BLOCKS:
            self.end_block(is_h1=name == "h1")
        self.count(name, -1)
        self.place = end.place

    def count(self, name: str, by: int) -> None:
        if name == "a":
            self.link_depth += by
            self.links += by > 0
        elif name == "pre":
            self.preformatted += by
        elif name == "p":
            self.paragraph += by
        elif name in HEADINGS:
            self.heading += by

    def quote(self, side: int) -> None:
        """Print the marks that a browser prints around `q`."""
        self.quotation_depth = max(0, self.quotation_depth - side)
        self.words.append(_QUOTATION_MARKS[self.quotation_depth % 2][side])
        self.quotation_depth += 1 - side

    def end_held(self) -> None:
        """End an inline piece of furniture; the paragraph around it goes on."""
        self.add("".join(self.words), self.place)
        self.words, _ = self.held.pop()
        self.words.append(" ")

    def end_block(self, *, is_h1: bool = False) -> None:
        for at, (words, place) in enumerate(self.held):
            self.add("".join(words), place)
            self.held[at] = ([], place)
        self.add("".join(self.words), self.place, is_h1=is_h1)
        self.words = []

    def add(self, text: str, place: int, *, is_h1: bool = False) -> None:
        if text.strip():
            self.blocks.append(Block(text, place, self.linked, self.links, is_h1))
            self.linked = self.links = 0


def _follows_span(element: Element) -> bool:
    """Tell whether a span touches another: outside paragraphs these are labels, kept apart by style."""
    before = element.previous_sibling
    return isinstance(before, Element) and before.tag == "span"


def read_blocks(tree: Document, headline: str = "", *, keep_lines: bool = False) -> list[tuple[str, str]]:
    """Read the texts of a page as (text, reason); an empty reason means part of the article.

    `headline` is what the page calls itself. Inside a text a line feed stands for `<br>` or a line of
    `<pre>`; with `keep_lines` the line feeds of the source are kept as well, for a plain text with a
    few tags in it.
    """
    reader = _Reader(keep_lines)
    reader.read(tree)
    return keep_new_quotations(settle_reasons(reader.blocks, reader.places, headline))
