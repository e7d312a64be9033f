"""The first bytes of a file to the name of what it is, when it is not text."""

import re

from articles.uploads.values import UploadError

# How the files that are read are usually called; a file is told by its bytes, whatever its name.
READ_NAMES = (".txt", ".html", ".htm", ".xhtml", ".docx", ".odt", ".pdf")
LOCKED = "This document is locked with a password. Save it without one, or paste the text."

# A document with a password is wrapped like an old one; its parts are named in two bytes a letter.
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED_PART = "EncryptedPackage".encode("utf-16-le")

_SIGNATURES = (
    (b"{\\rtf", "a rich text (RTF) document"),
    (_OLD_OFFICE, "an old Office document (such as .doc)"),
    (b"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"II*\x00", "a picture (TIFF)"),
    (b"MM\x00*", "a picture (TIFF)"),
    (b"bplist00", "a Safari web archive"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"BZh", "a compressed file (bzip2)"),
    (b"\xfd7zXZ\x00", "a compressed file (xz)"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed file (7z)"),
    (b"Rar!\x1a\x07", "a compressed file (RAR)"),
    (b"ID3", "a sound recording (MP3)"),
    (b"OggS", "a sound recording (Ogg)"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
)

# Files of lines of text that no reader is meant to see tell what they are near their beginning.
_LONGEST_START = 4096
_NEAR_START = (
    (
        re.compile(rb"^content-type: *multipart/", re.IGNORECASE | re.MULTILINE),
        "a web archive (MHTML) or a mail",
    ),
    (re.compile(rb"<\?mso-application\b"), "an Office document saved as XML"),
    (re.compile(rb"<office:document\b"), "a flat OpenDocument file (.fodt)"),
)

# A text has no control bytes but line ends, tabs and form feeds; a stray one is forgiven.
_CONTROL = bytes(set(range(32)) - {9, 10, 12, 13, 27})
_MOST_CONTROL_SHARE = 0.01


def refuse_other_kinds(data: bytes) -> None:
    """Raise UploadError, naming the kind, when the bytes are not a text file."""
    if data.startswith(_OLD_OFFICE) and _LOCKED_PART in data:
        raise UploadError(LOCKED)
    if kind := _kind(data):
        raise refusal_of(kind)


def refusal_of(kind: str) -> UploadError:
    """Give what is said of a file of a kind that is not read."""
    return UploadError(
        f"This is {kind}, which is not read here. "
        "Save the article as a document (.docx, .odt, .pdf) or as text, or paste its text."
    )


def refuse_control_bytes(data: bytes) -> None:
    """Raise UploadError for NUL bytes, and for more control bytes than a text can hold."""
    if b"\x00" in data:
        raise UploadError(
            "This file holds NUL bytes, so it is not a text in an encoding that can be told. "
            "Save it as UTF-8 text, or paste the text."
        )
    if len(data) - len(data.translate(None, _CONTROL)) > _MOST_CONTROL_SHARE * len(data) + 1:
        raise UploadError("This looks like a binary file, not a text. Save it as text, or paste the text.")


def _kind(data: bytes) -> str:
    if data[:4] == b"RIFF" and data[8:12] in {b"WEBP", b"WAVE", b"AVI "}:
        return "a picture (WebP)" if data[8:12] == b"WEBP" else "a recording"
    if data[4:8] == b"ftyp":
        return "a video or a picture of a phone"
    by_start = next((kind for mark, kind in _SIGNATURES if data.startswith(mark)), "")
    start = data[:_LONGEST_START]
    return by_start or next((kind for mark, kind in _NEAR_START if mark.search(start)), "")
