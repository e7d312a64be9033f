"""The bytes of a ZIP file to the blocks of the document that it is, or to the name of what else it is."""

from articles.uploads.archives import Archive
from articles.uploads.document_text import Block
from articles.uploads.file_kinds import refusal_of
from articles.uploads.open_document import OPEN_DOCUMENT, read_open_document
from articles.uploads.values import Facts
from articles.uploads.word import CONTENT_TYPES, is_word, read_word

# Other kinds are told by a name that begins one of their members', or by what they say of themselves.
_BY_MEMBER = (
    ("xl/", "a spreadsheet (.xlsx)"),
    ("ppt/", "a presentation (.pptx)"),
    ("META-INF/container.xml", "an e-book (EPUB)"),
    ("Index/", "a Pages document"),
)
_BY_MIMETYPE = (
    ("opendocument.spreadsheet", "a spreadsheet (.ods)"),
    ("opendocument.presentation", "a presentation (.odp)"),
    ("epub", "an e-book (EPUB)"),
)


def is_zipped(data: bytes) -> bool:
    """Tell whether the bytes begin like a ZIP file."""
    return data.startswith(b"PK\x03\x04")


def read_office(data: bytes) -> tuple[list[Block], Facts]:
    """Read the blocks of a document and what it says of itself; raises UploadError for other files."""
    archive = Archive(data)
    if CONTENT_TYPES in archive.names and is_word(archive.read(CONTENT_TYPES)):
        return read_word(archive)
    mimetype = archive.read("mimetype").decode("ascii", "replace") if "mimetype" in archive.names else ""
    if mimetype.strip().startswith(OPEN_DOCUMENT):
        return read_open_document(archive)
    raise refusal_of(_other_kind(archive, mimetype))


def _other_kind(archive: Archive, mimetype: str) -> str:
    for mark, kind in _BY_MIMETYPE:
        if mark in mimetype:
            return kind
    for start, kind in _BY_MEMBER:
        if any(name.startswith(start) for name in archive.names):
            return kind
    return "a ZIP archive"
