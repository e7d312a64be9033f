"""Paragraphs, table rows, boxes and notes of an office document to blocks of text, in reading order.

The readers of Word and OpenDocument files tell what they meet; what becomes of it is decided here, so that
both give the same text.
"""

from dataclasses import dataclass, field

from articles.uploads.elements import CAPTION, HIDDEN, PULL_QUOTE
from articles.uploads.furniture import is_body
from articles.uploads.quoted_furniture import keep_new_quotations
from articles.uploads.values import Facts, UploadError

HEAD = "head of the page"
FOOT = "foot of the page"
CONTENTS = "a table of contents"

# As much text as may be pasted.
_MOST_CHARACTERS = 2 * 1024 * 1024
# Programs print cells apart by rules or gaps.
_CELL_BREAK = " "

Block = tuple[str, str]


@dataclass(slots=True)
class Paragraph:
    """A paragraph being read: its words, those of them that are hidden, and the name of its style."""

    style: str = ""
    words: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)


@dataclass(slots=True)
class DocumentText:
    """Collects the text of one document."""

    blocks: list[Block] = field(default_factory=list)
    notes: list[Block] = field(default_factory=list)
    titles: dict[str, list[str]] = field(default_factory=dict)
    size: int = 0
    _open: list[Paragraph] = field(default_factory=list)
    _outer: list[list[Block]] = field(default_factory=list)
    _rows: list[list[list[Block]]] = field(default_factory=list)
    _boxes: list[Block] = field(default_factory=list)
    _unended: Paragraph | None = None

    def open_paragraph(self, style: str = "") -> None:
        """Begin a paragraph, perhaps inside a box that hangs on another one."""
        paragraph, self._unended = self._unended or Paragraph(), None
        paragraph.style = style
        self._open.append(paragraph)

    def name_style(self, style: str) -> None:
        """Give the open paragraph its style, where that is told inside it."""
        if self._open:
            self._open[-1].style = style

    def write(self, text: str, *, hidden: bool = False) -> None:
        """Add words to the open paragraph; words outside of any are not text."""
        self.size += len(text)
        if self.size > _MOST_CHARACTERS:
            raise UploadError("The text of this document is over 2 MB. Paste the article alone.")
        if self._open:
            (self._open[-1].hidden if hidden else self._open[-1].words).append(text)

    def close_paragraph(self, *, joins_next: bool = False) -> None:
        """End a paragraph, unless its end was deleted; the boxes that hang on it follow."""
        paragraph = self._open.pop()
        if joins_next:
            self._unended = paragraph
            return
        text = "".join(paragraph.words)
        if text.strip():
            self.blocks.append((text, _reason_of(paragraph.style)))
            if not self._outer:
                self.titles.setdefault(paragraph.style, []).append(text)
        hidden = "".join(paragraph.hidden)
        if hidden.strip():
            self.blocks.append((hidden, HIDDEN))
        if not self._open:
            self.blocks += self._boxes
            self._boxes.clear()

    def open_part(self) -> None:
        """Begin a cell, a box or a note: what stands in it is kept apart until it ends."""
        self._end_last()
        self._outer.append(self.blocks)
        self.blocks = []

    def _end_last(self) -> None:
        """End a paragraph whose end was deleted, where none follows."""
        if self._unended:
            self._open.append(self._unended)
            self._unended = None
            self.close_paragraph()

    def _close_part(self) -> list[Block]:
        self._end_last()
        part, self.blocks = self.blocks, self._outer.pop()
        return part

    def close_box(self) -> None:
        """End a box: it stays unless the article prints its words too."""
        box = [(text, reason or PULL_QUOTE) for text, reason in self._close_part()]
        if self._open:
            self._boxes += box
        else:
            self.blocks += box

    def close_note(self) -> None:
        """End a note; notes stand after the text."""
        self.notes += self._close_part()

    def open_row(self) -> None:
        """Begin a row of a table."""
        self._rows.append([])

    def close_cell(self) -> None:
        """End a cell."""
        cell = self._close_part()
        if self._rows:
            self._rows[-1].append(cell)
        else:
            self.blocks += cell

    def close_row(self) -> None:
        """End a row: a line of the text, but for a row that lays out paragraphs side by side."""
        cells = [cell for cell in self._rows.pop() if cell]
        if all(len(cell) == 1 and _is_entry(*cell[0]) for cell in cells):
            line = _CELL_BREAK.join(cell[0][0].strip() for cell in cells)
            self.blocks += [(line, "")] if line else []
        else:
            self.blocks += [block for cell in cells for block in cell]

    def finish(self) -> tuple[list[Block], Facts]:
        """Give the blocks, and the headline and deck that the styles of the document name."""
        self._end_last()
        blocks = keep_new_quotations([*self.blocks, *self.notes])
        return blocks, Facts(headline=self._headline(), deck=_only(self.titles.get("subtitle")))

    def _headline(self) -> str:
        """The title, or the only main heading above the first paragraph."""
        title = _only(self.titles.get("title")) or _only(self.titles.get("heading 1"))
        for text, reason in self.blocks:
            if text == title or (is_body(text.strip()) and not reason):
                return title if text == title else ""
        return ""


def edges_of(blocks: list[Block], reason: str) -> list[Block]:
    """Mark what stands at the head or foot of every page; say each line once."""
    return [(text, reason) for text in dict.fromkeys(text.strip() for text, _ in blocks)]


def _reason_of(style: str) -> str:
    if style in {"caption", "illustration", "figure", "photo"}:
        return CAPTION
    return CONTENTS if style.startswith(("toc ", "contents ")) else ""


def _is_entry(text: str, reason: str) -> bool:
    return not reason and not is_body(text.strip())


def _only(texts: list[str] | None) -> str:
    return texts[0] if texts and len(texts) == 1 else ""
