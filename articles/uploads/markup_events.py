"""XML to calls of a reader, one for each start, end and text; nothing of it is looked up or expanded.

A document type is where entities are declared, which can grow without end or read other files. No office
program writes one, so it is refused as a whole.
"""

from collections.abc import Mapping
from typing import Protocol
from xml.parsers import expat

from articles.uploads.values import UploadError

# A table in a table in a list is 30 levels deep.
_MOST_LEVELS = 500
# A report of 200 pages has some 120,000.
_MOST_ELEMENTS = 500_000
_BROKEN = "The text of this document is damaged. Open and save it again in the program it comes from."

Attributes = dict[str, str]


class Reader(Protocol):
    """What is called with the names of a document, each as "prefix:name"."""

    def start(self, name: str, attributes: Attributes) -> None:
        """Take the start of an element."""

    def end(self, name: str) -> None:
        """Take the end of an element."""

    def text(self, data: str) -> None:
        """Take a piece of text."""


def read_markup(source: bytes, prefixes: Mapping[str, str], reader: Reader) -> None:
    """Call the reader for everything in a document.

    `prefixes` gives a prefix to each namespace that the reader knows. Names of others come as "?:name".
    Raises UploadError when the document is broken, or too deep to be one.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    names: dict[str, str] = {}
    depth = count = 0

    def short(name: str) -> str:
        known = names.get(name)
        if known is None:
            namespace, _, local = name.rpartition(" ")
            known = f"{prefixes.get(namespace, '?')}:{local}"
            names[name] = known
        return known

    def start(name: str, attributes: Attributes) -> None:
        nonlocal depth, count
        depth += 1
        count += 1
        if depth > _MOST_LEVELS or count > _MOST_ELEMENTS:
            raise UploadError("This document is larger or deeper than any article. Paste the text.")
        reader.start(short(name), {short(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        reader.end(short(name))

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        parser.Parse(source, True)
    except (expat.ExpatError, LookupError, ValueError) as broken:
        if isinstance(broken, UploadError):
            raise
        raise UploadError(_BROKEN) from broken


def _refuse_doctype(*_: object) -> None:
    raise UploadError("This document declares entities, as no office program does. Paste the text.")
