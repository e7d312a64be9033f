"""A string to the characters that are stored: one Unicode form, one line end, one blank."""

import html
import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\u2028]")
# Zero-width characters, soft hyphens and marks of direction are no part of the wording, split words
# and can hide what a line says. Joiners are treated apart, for emoji and scripts need them.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]+"
)
_JOINERS = re.compile("[\u200c\u200d]+")
_BLANKS = re.compile("[\t\x1c-\x1f\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000\u3164]")
# Control characters of the second row are Windows-1252 read as Latin-1 (U+0093 for a quotation mark).
_SECOND_ROW = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")

_AMPERSAND = "(?:amp|AMP|#0*38|#[xX]0*26);"
_ENTITY = re.compile(
    f"&(?:{_AMPERSAND})*(#[0-9]{{1,7}};|#[xX][0-9a-fA-F]{{1,6}};|[a-zA-Z][a-zA-Z0-9]{{1,31}};)"
)


def settle_characters(text: str) -> str:
    """Give a text its stored characters. Blanks keep their number: they still tell indentation."""
    text = _LINE_ENDS.sub("\n", text).replace("\u2029", "\n\n")
    if not text.isascii():
        text = _LONE_SURROGATE.sub("\ufffd", text).translate(_SECOND_ROW)
    text = _INVISIBLE.sub("", _BLANKS.sub(" ", text))
    return unicodedata.normalize("NFC", _JOINERS.sub(_settle_joiners, text))


def decode_entities(text: str) -> str:
    """Turn "&amp;quot;" and the like into the characters they stand for, however often escaped."""
    return _ENTITY.sub(_decode_entity, text) if "&" in text else text


def _settle_joiners(found: re.Match[str]) -> str:
    before = found.string[found.start() - 1 : found.start()]
    after = found.string[found.end() : found.end() + 1]
    joins = before > "\x7f" and after > "\x7f" and not before.isspace() and not after.isspace()
    return found.group()[0] if joins else ""


def _decode_entity(found: re.Match[str]) -> str:
    return html.unescape("&" + found.group(1))
