"""An HTML page to its blocks of text, in reading order, each with the reason if it is left out."""

import html
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from articles.uploads.elements import (
    BLOCKS,
    CLOSED_BY_NEXT,
    HEADINGS,
    UNSEEN,
    VOID,
    reason_to_leave_out,
)
from articles.uploads.markup import RAW, Tag, scan_markup

# An element called `article` is taken for the whole article when it holds this many words, and twice
# as many as anything else on the page; below that it may be a teaser or a page of many posts.
_FEWEST_ARTICLE_WORDS = 25
_ARTICLE_LEAD = 2

_BLANKS = re.compile(r"[ \t\n\r\f]+")
_LONG_NUMBER = re.compile("&#(?:[0-9]{8,}|[xX][0-9a-fA-F]{7,});?")
_QUOTATION_MARKS = (("“", "”"), ("‘", "’"))


@dataclass(frozen=True, slots=True)
class Block:
    """Text of one block element; `reasons` speak for leaving it out, `home` is its `article` or `main`."""

    text: str
    reasons: frozenset[str]
    home: int


@dataclass(frozen=True, slots=True)
class _Open:
    name: str
    reasons: frozenset[str]
    home: int


@dataclass(slots=True)
class _Reader:
    """Collects blocks from a stream of texts and tags."""

    keep_lines: bool
    blocks: list[Block] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=lambda: [_Open("", frozenset(), 0)])
    open_names: Counter[str] = field(default_factory=Counter)
    homes: int = 0
    quotation_depth: int = 0

    def read(self, events: Iterable[str | Tag]) -> None:
        for event in events:
            if isinstance(event, str):
                self.text(event)
            elif event.closes:
                self.close(event.name)
            else:
                self.open(event)
        self.end_block()

    def text(self, raw: str) -> None:
        if UNSEEN in self.stack[-1].reasons:
            return
        text = html.unescape(_LONG_NUMBER.sub("\ufffd", raw)) if "&" in raw else raw
        kept = self.keep_lines or self.open_names["pre"]
        self.words.append(text if kept else _BLANKS.sub(" ", text))

    def open(self, tag: Tag) -> None:
        if tag.name == "br":
            self.words.append(" " if any(self.open_names[name] for name in HEADINGS) else "\n")
            return
        if tag.name == "q":
            self.quote(0)
        if tag.name in BLOCKS:
            self.end_block()
        while tag.name in CLOSED_BY_NEXT.get(self.stack[-1].name, ()):
            self.pop()
        if tag.name in VOID or tag.name in RAW:
            return
        reason = reason_to_leave_out(tag)
        if tag.name in BLOCKS or reason:
            self.push(tag.name, reason)

    def close(self, name: str) -> None:
        if name == "q":
            self.quote(1)
        if name in BLOCKS:
            self.end_block()
        if self.open_names[name]:
            while self.pop() != name:
                pass

    def quote(self, side: int) -> None:
        """Print the marks that a browser prints around `q`."""
        self.quotation_depth = max(0, self.quotation_depth - side)
        self.words.append(_QUOTATION_MARKS[self.quotation_depth % 2][side])
        self.quotation_depth += 1 - side

    def push(self, name: str, reason: str) -> None:
        outer = self.stack[-1]
        reasons = outer.reasons | {reason} if reason and reason not in outer.reasons else outer.reasons
        home = outer.home
        if name in {"article", "main"}:
            self.homes += 1
            home = self.homes
        self.stack.append(_Open(name, reasons, home))
        self.open_names[name] += 1

    def pop(self) -> str:
        self.end_block()
        name = self.stack.pop().name
        self.open_names[name] -= 1
        return name

    def end_block(self) -> None:
        text = "".join(self.words)
        self.words.clear()
        if text.strip():
            self.blocks.append(Block(text, self.stack[-1].reasons, self.stack[-1].home))


def read_blocks(markup: str, *, keep_lines: bool = False) -> list[tuple[str, str]]:
    """Read the texts of a page as (text, reason); an empty reason means part of the article.

    Inside a text a line feed stands for `<br>` or a line of `<pre>`. With `keep_lines` the line
    feeds of the source are kept as well, for a plain text with a few tags in it.
    """
    reader = _Reader(keep_lines)
    reader.read(scan_markup(markup))
    blocks = _trust_reasons(reader.blocks)
    home = _article(blocks)
    return [(block.text, _reason(block, home)) for block in blocks]


def _trust_reasons(blocks: list[Block]) -> list[Block]:
    """Drop a reason that would leave out more than it leaves in, such as a form around a whole page."""
    for reason in sorted({reason for block in blocks for reason in block.reasons} - {UNSEEN}):
        alone = sum(_size(block) for block in blocks if block.reasons == {reason})
        if alone > sum(_size(block) for block in blocks if not block.reasons):
            blocks = [replace(block, reasons=block.reasons - {reason}) for block in blocks]
    return blocks


def _article(blocks: list[Block]) -> int:
    """Tell which `article` or `main` element is the article; 0 when none clearly is."""
    sizes: Counter[int] = Counter()
    for block in blocks:
        if not block.reasons:
            sizes[block.home] += _size(block)
    ranked = [*sorted(((size, -home) for home, size in sizes.items()), reverse=True), (0, 0)]
    size, home = ranked[0]
    return -home if home and size >= max(_FEWEST_ARTICLE_WORDS, _ARTICLE_LEAD * ranked[1][0]) else 0


def _reason(block: Block, home: int) -> str:
    if block.reasons:
        return min(block.reasons)
    return "outside the article" if home and block.home != home else ""


def _size(block: Block) -> int:
    return len(block.text.split())
