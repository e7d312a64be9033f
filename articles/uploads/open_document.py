"""An OpenDocument text (.odt) to its blocks of text: what it prints, in order, without its pages' edges."""

import re
from dataclasses import dataclass, field

from articles.uploads.archives import Archive
from articles.uploads.document_text import FOOT, HEAD, Block, DocumentText, edges_of
from articles.uploads.file_kinds import LOCKED
from articles.uploads.markup_events import Attributes, read_markup
from articles.uploads.values import Facts, UploadError

# What such a file, a template or a master document says of itself begins so.
OPEN_DOCUMENT = "application/vnd.oasis.opendocument.text"
_MANIFEST = "META-INF/manifest.xml"
_PREFIXES = {
    f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0": prefix
    for name, prefix in (
        *(("office", "office"), ("text", "text"), ("table", "table"), ("style", "style")),
        *(("drawing", "draw"), ("svg-compatible", "svg")),
    )
}
# Comments, deleted words, the sign of a note, what a picture shows, readings above a word, fields of forms.
_NOT_PRINTED = frozenset({
    "office:annotation", "office:forms", "svg:desc", "svg:title", "text:hidden-paragraph", "text:hidden-text",
    "text:note-citation", "text:ruby-text", "text:tracked-changes",
})  # fmt: skip
_PARAGRAPHS = frozenset({"text:p", "text:h"})
_BOXES = frozenset({"draw:text-box", "draw:custom-shape", "draw:rect", "draw:ellipse"})
_CELLS = frozenset({"table:table-cell", "table:covered-table-cell"})
_PARTS = _BOXES | _CELLS | {"text:note-body"}
_HIDING = frozenset({"text:span", "text:section", "text:p", "text:h"})
# The styles that say what a paragraph is; those that editors make are based on them.
_TELLING = re.compile("title|subtitle|caption|heading 1|contents .*")
_LONGEST_DESCENT = 20
_BLANKS = re.compile(r"\s+")
# More blanks than this in a row are layout; a number in a file may be any.
_MOST_BLANKS = 10


def read_open_document(archive: Archive) -> tuple[list[Block], Facts]:
    """Read the blocks of a document, each with the reason if it is left out, and its headline."""
    if _MANIFEST in archive.names and b"encryption-data" in archive.read(_MANIFEST):
        raise UploadError(LOCKED)
    styles = _Styles()
    body, heads, feet = DocumentText(), DocumentText(), DocumentText()
    reader = _Body(styles, {"office:text": body, "style:header": heads, "style:footer": feet})
    for name in ("styles.xml", "content.xml"):
        if name in archive.names or name == "content.xml":
            source = archive.read(name)
            read_markup(source, _PREFIXES, styles)
            read_markup(source, _PREFIXES, reader)
    blocks, facts = body.finish()
    return [*edges_of(heads.blocks, HEAD), *blocks, *edges_of(feet.blocks, FOOT)], facts


@dataclass(slots=True)
class _Styles:
    """Reads what each style is based on, and which of them hide words."""

    parents: dict[str, str] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    style: str = ""

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "style:style":
            self.style = attributes.get("style:name", "")
            self.parents[self.style] = attributes.get("style:parent-style-name", "")
        elif name == "style:text-properties" and attributes.get("text:display") == "none":
            self.hidden.add(self.style)

    def end(self, name: str) -> None:
        if name == "style:style":
            self.style = ""

    def text(self, data: str) -> None:
        pass

    def kind(self, style: str) -> str:
        """Give the telling style that a style is, or is based on, or ""."""
        for _ in range(_LONGEST_DESCENT):
            plain = style.replace("_20_", " ").lower()
            if _TELLING.fullmatch(plain):
                return plain
            style = self.parents.get(style, "")
        return ""


@dataclass(slots=True)
class _Body:
    """Reads the text of a document and of the edges of its pages, each into its own collection."""

    styles: _Styles
    collections: dict[str, DocumentText]
    document: DocumentText | None = None
    unprinted: int = 0
    hidden: list[bool] = field(default_factory=lambda: [False])

    def start(self, name: str, attributes: Attributes) -> None:
        collection = name.removesuffix("-left").removesuffix("-first")
        if self.document is None:
            self.document = self.collections.get(collection)
        elif self.unprinted or name in _NOT_PRINTED:
            self.unprinted += 1
        else:
            if name in _HIDING:
                self.hidden.append(self.hidden[-1] or self._hides(attributes))
            self._open(self.document, name, attributes)

    def end(self, name: str) -> None:
        if self.document is None:
            return
        if self.unprinted:
            self.unprinted -= 1
            return
        if name.removesuffix("-left").removesuffix("-first") in self.collections:
            self.document = None
            return
        if name in _HIDING:
            self.hidden.pop()
        self._close(self.document, name)

    def text(self, data: str) -> None:
        # Only elements print more than one blank; line ends of the file are for whoever reads its source.
        self._write(_BLANKS.sub(" ", data))

    def _write(self, text: str) -> None:
        if self.document is not None and not self.unprinted:
            self.document.write(text, hidden=self.hidden[-1])

    def _hides(self, attributes: Attributes) -> bool:
        return (
            attributes.get("text:style-name") in self.styles.hidden
            or attributes.get("text:display") == "none"
        )

    def _open(self, document: DocumentText, name: str, attributes: Attributes) -> None:
        if name in _PARAGRAPHS:
            kind = self.styles.kind(attributes.get("text:style-name", ""))
            is_main = name == "text:h" and attributes.get("text:outline-level") == "1"
            document.open_paragraph(kind or ("heading 1" if is_main else ""))
        elif name == "text:s":
            count = attributes.get("text:c", "1")
            self._write(" " * min(int(count) if count.isdecimal() else 1, _MOST_BLANKS))
        elif name in {"text:tab", "text:line-break"}:
            self._write("\t" if name == "text:tab" else "\n")
        elif name == "table:table-row":
            document.open_row()
        elif name in _PARTS:
            document.open_part()

    def _close(self, document: DocumentText, name: str) -> None:
        if name in _PARAGRAPHS:
            document.close_paragraph()
        elif name in _CELLS:
            document.close_cell()
        elif name == "table:table-row":
            document.close_row()
        elif name in _BOXES:
            document.close_box()
        elif name == "text:note-body":
            document.close_note()
