"""Bytes to a string: byte order marks, UTF-8, the charset a page declares, Windows-1252."""

import codecs
import re

# Longest marks first: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# As browsers do, a declaration is looked for in the first kilobyte; some pages put scripts before it.
_DECLARATION_WITHIN = 4096
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?\b(?:charset|encoding)\s*=\s*["']?\s*([a-z0-9_.:-]{1,40})""",
    re.IGNORECASE,
)
# Only these are taken from a declaration: codecs of texts, and none that Python decodes slowly.
_DECLARABLE = re.compile(r"(?:cp125[0-8]|iso8859-\d+|koi8-[ru]|mac-\w+|gb\w+|big5\w*|euc_\w+|shift_jis\w*)")
# What pages call Latin-1 or ASCII is Windows-1252.
_LATIN_1_NAMES = frozenset({"iso8859-1", "cp1252"})


def has_mark(data: bytes) -> bool:
    """Tell whether the bytes begin with a byte order mark."""
    return any(data.startswith(mark) for mark, _ in _MARKS)


def decode(data: bytes) -> str:
    """Turn bytes into a string; never raises.

    Bytes that are valid UTF-8 are UTF-8 whatever a page declares: no other encoding looks like it
    by chance.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    text = data.decode("utf-8", "surrogateescape")
    stray = _stray(text)
    if not stray:
        return text
    if declared := _declared(data):
        return data.decode(declared, "replace")
    if _non_ascii(text) - stray >= stray:
        return text.translate(_STRAY_BYTES)
    return data.decode("latin-1").translate(_LATIN_1)


def _stray(text: str) -> int:
    return sum("\udc80" <= char <= "\udcff" for char in text) if not text.isascii() else 0


def _non_ascii(text: str) -> int:
    return sum(char > "\x7f" for char in text)


def _declared(data: bytes) -> str:
    """Give the codec that the page declares, or "" when it is none or the fallback anyway."""
    found = _DECLARED.search(data[:_DECLARATION_WITHIN])
    if found is None:
        return ""
    try:
        name = codecs.lookup(found.group(1).decode("ascii")).name
    except LookupError:
        return ""
    return name if _DECLARABLE.fullmatch(name) and name not in _LATIN_1_NAMES else ""


def _windows_1252(byte: int) -> str:
    return bytes([byte]).decode("cp1252", "replace")


_LATIN_1 = {byte: _windows_1252(byte) for byte in range(0x80, 0xA0)}
_STRAY_BYTES = {0xDC00 + byte: _windows_1252(byte) for byte in range(0x80, 0x100)}
