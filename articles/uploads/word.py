"""A Word document (.docx) to its blocks of text: what it prints, in order, without its pages' edges."""

import re
from dataclasses import dataclass, field

from articles.uploads.archives import Archive
from articles.uploads.document_text import FOOT, HEAD, Block, DocumentText, edges_of
from articles.uploads.markup_events import Attributes, read_markup
from articles.uploads.values import Facts, UploadError

CONTENT_TYPES = "[Content_Types].xml"

# The two forms of the standard, strict and transitional, differ in the names of their namespaces.
_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/package/2006/content-types": "types",
}
_PART = re.compile(r".*word.*\b(main|styles|header|footer|footnotes|endnotes)\+xml", re.IGNORECASE)
# Deleted and moved words, readings above a word, what older programs show instead of something newer, and
# how a paragraph looked before.
_NOT_PRINTED = frozenset({"w:del", "w:moveFrom", "w:rt", "mc:Fallback", "w:pPrChange", "w:rPrChange"})
_PROPERTIES = frozenset({"w:pPr", "w:rPr", "w:trPr"})
_TEXTS = frozenset({"w:t", "m:t"})
_PRINTED = {"w:tab": "\t", "w:ptab": "\t", "w:cr": "\n", "w:noBreakHyphen": "-"}
_PAGE_BREAKS = frozenset({"page", "column"})
_OFF = frozenset({"0", "false", "off"})
_NOTES = frozenset({"w:footnote", "w:endnote"})
_PARTS = frozenset({"w:tc", "w:txbxContent"}) | _NOTES


def is_word(content_types: bytes) -> bool:
    """Tell whether the list of parts of an Office file is that of a text."""
    parts = _Parts()
    read_markup(content_types, _PREFIXES, parts)
    return bool(parts.named("main"))


def read_word(archive: Archive) -> tuple[list[Block], Facts]:
    """Read the blocks of a document, each with the reason if it is left out, and its headline."""
    parts = _Parts()
    read_markup(archive.read(CONTENT_TYPES), _PREFIXES, parts)
    styles = _Styles()

    def read_parts(document: DocumentText, *kinds: str) -> DocumentText:
        for member in parts.named(*kinds):
            read_markup(archive.read(member), _PREFIXES, _Body(document, styles.names))
        return document

    for member in parts.named("styles"):
        read_markup(archive.read(member), _PREFIXES, styles)
    blocks, facts = read_parts(DocumentText(), "main", "footnotes", "endnotes").finish()
    heads = edges_of(read_parts(DocumentText(), "header").blocks, HEAD)
    feet = edges_of(read_parts(DocumentText(), "footer").blocks, FOOT)
    return [*heads, *blocks, *feet], facts


@dataclass(slots=True)
class _Parts:
    """Reads which member of the file is which part of the document."""

    members: list[tuple[str, str]] = field(default_factory=list)

    def start(self, name: str, attributes: Attributes) -> None:
        part = _PART.fullmatch(attributes.get("?:ContentType", "")) if name == "types:Override" else None
        if part:
            self.members.append((part.group(1), attributes.get("?:PartName", "").lstrip("/")))

    def end(self, name: str) -> None:
        pass

    def text(self, data: str) -> None:
        pass

    def named(self, *kinds: str) -> list[str]:
        """Give the members of some kinds, in the order of the kinds, each once."""
        return list(dict.fromkeys(member for kind in kinds for part, member in self.members if part == kind))


@dataclass(slots=True)
class _Styles:
    """Reads the names of the styles, which are English in every language; their ids are not."""

    names: dict[str, str] = field(default_factory=dict)
    style: str = ""

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "w:style":
            self.style = attributes.get("w:styleId", "")
        elif name == "w:name" and self.style:
            self.names[self.style] = attributes.get("w:val", "").lower()

    def end(self, name: str) -> None:
        if name == "w:style":
            self.style = ""

    def text(self, data: str) -> None:
        pass


@dataclass(slots=True)
class _Body:
    """Reads the text of one part. A number counts the elements of its kind that are open."""

    document: DocumentText
    styles: dict[str, str]
    unprinted: int = 0
    properties: int = 0
    runs: int = 0
    texts: int = 0
    hidden: bool = False
    joins_next: bool = False

    def start(self, name: str, attributes: Attributes) -> None:
        if self.unprinted or self._is_unprinted(name, attributes):
            self.unprinted += 1
        elif name in _PROPERTIES:
            self.properties += 1
        elif self.properties:
            self._note_property(name, attributes)
        elif name in _TEXTS:
            self.texts += 1
        elif name == "w:r":
            self.runs += 1
            self.hidden = False
        elif self.runs and (name in _PRINTED or name == "w:br"):
            is_page = attributes.get("w:type") in _PAGE_BREAKS
            self._write(_PRINTED.get(name, "\n\n" if is_page else "\n"))
        else:
            self._open(name)

    def end(self, name: str) -> None:
        if self.unprinted:
            self.unprinted -= 1
        elif name in _PROPERTIES:
            self.properties -= 1
        elif self.properties:
            return
        elif name in _TEXTS:
            self.texts -= 1
        elif name == "w:r":
            self.runs -= 1
        else:
            self._close(name)

    def text(self, data: str) -> None:
        if self.texts and not self.unprinted:
            self._write(data)

    def _write(self, text: str) -> None:
        self.document.write(text, hidden=self.hidden)

    def _is_unprinted(self, name: str, attributes: Attributes) -> bool:
        # Among properties "deleted" is said of the mark that ends a paragraph, or of a row.
        if name in _NOT_PRINTED:
            return name != "w:del" or not self.properties
        # What parts notes from the text is stored like a note, with a type.
        return name in _NOTES and "w:type" in attributes

    def _note_property(self, name: str, attributes: Attributes) -> None:
        is_on = attributes.get("w:val", "") not in _OFF
        if name == "w:pStyle":
            style = attributes.get("w:val", "")
            self.document.name_style(self.styles.get(style, style.lower()))
        elif name == "w:vanish" and self.runs:
            self.hidden = is_on
        elif name == "w:del" and not self.runs:
            self.joins_next = True

    def _open(self, name: str) -> None:
        if name == "w:p":
            self.joins_next = False
            self.document.open_paragraph()
        elif name == "w:tr":
            self.document.open_row()
        elif name in _PARTS:
            self.document.open_part()
        elif name == "w:altChunk":
            raise UploadError(
                "Part of this document is another file inside it. Open it in Word, save it again, and "
                "choose the new file."
            )

    def _close(self, name: str) -> None:
        if name == "w:p":
            self.document.close_paragraph(joins_next=self.joins_next)
            self.joins_next = False
        elif name == "w:tc":
            self.document.close_cell()
        elif name == "w:tr":
            self.document.close_row()
        elif name == "w:txbxContent":
            self.document.close_box()
        elif name in _NOTES:
            self.document.close_note()
