"""Run as a program of its own: the bytes of a PDF on its input, the words on its pages as JSON on its output.

PDFium is written in C++ and reads what strangers made. Here a file that crashes it, loops or asks for all
memory costs one upload and nothing else: the limits below are the process's own, and it is given no secrets.
"""

import ctypes
import json
import math
import resource
import sys
from collections import Counter
from contextlib import suppress
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

# A printed report; longer files are books or archives.
MOST_PAGES = 100
_MOST_CHARACTERS = 500_000
_MOST_WORDS = 60_000
# A page of a large newspaper has some 8,000.
_MOST_WORDS_OF_PAGE = 10_000
_MOST_SECONDS = 15
# Eighty pages of text take 40 MB; a small server has 512 MB for everything.
_MOST_MEMORY = 1 << 28
# Pictures of one page are looked for among so many of its objects.
_MOST_OBJECTS = 1_000
# Lines and areas that frame a page and rule it are fewer; more may draw letters.
_MOST_FRAMES = 50
# In points. A file may set type in no height at all, by which nothing can be measured.
_SMALLEST = 0.1
# Words whose line rises or falls by more than a tenth of its length are stamped across the page.
_SLANT = 0.1
# A character belongs to the word before it when it is no further from it than this share of the size.
_JUMP = 0.6
# PDFium's sign for a hyphen at the end of a line, whether it divides a word or belongs to it.
_SIGNS = {2: "-"}
# Raised figures are smaller than the word they stand at.
_SMALLER = 0.85
_BLANKS = frozenset(" \t\r\n\x00\u00a0\u200b")
_BOLD = 600
_BOLD_NAMES = (b"bold", b"black", b"heavy")
_LONGEST_NAME = 128
# A form may hold a picture, as scanners write them.
_PICTURES = frozenset({pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM})

Answer = dict[str, Any]


def answer(data: bytes) -> Answer:
    """Give the words of all pages, or what is wrong."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as broken:
        locked = pdfium.FPDF_GetLastError() in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}
        return {"refused": "locked" if locked or "assword" in str(broken) else "broken"}
    if len(document) > MOST_PAGES:
        return {"refused": "pages"}
    pages: list[Answer] = []
    left, words_left = _MOST_CHARACTERS, _MOST_WORDS
    for number in range(len(document)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            return {"refused": "broken"}
        text = page.get_textpage()
        count = text.count_chars()
        left -= count
        if left < 0:
            return {"refused": "words"}
        words = _words(text.raw, count)
        words_left -= len(words)
        if len(words) > _MOST_WORDS_OF_PAGE or words_left < 0:
            return {"refused": "words"}
        pages.append(_page(words) | {"picture": _has_picture(page)})
    return {"pages": pages}


class _Word:
    """The characters of a word: where it stands along its line, and how far down the page that is."""

    __slots__ = ("bold", "characters", "direction", "down", "end", "scale", "size", "start", "unmapped")

    def __init__(self, text: Any, at: int) -> None:
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(text, at, matrix)
        size = pdfium.FPDFText_GetFontSize(text, at)
        # Type of a size below nothing is set the other way round.
        sign = math.copysign(1, size)
        self.direction = _direction(matrix.a * sign, matrix.b * sign)
        self.scale = math.hypot(matrix.c, matrix.d)
        self.size: float = max(abs(size) * self.scale, _SMALLEST)
        self.bold = _is_bold(text, at)
        self.down = 0.0
        self.start, self.end = math.inf, -math.inf
        self.characters: list[str] = []
        self.unmapped = 0

    def add(self, text: Any, at: int, character: str) -> bool:
        """Add a character, if it stands next to the last one on the same line and in the same size."""
        start, end, down = self._place(text, at)
        if not self.characters:
            self.down = down
        elif not self._goes_on_at(start, down, abs(pdfium.FPDFText_GetFontSize(text, at)) * self.scale):
            return False
        unmapped = pdfium.FPDFText_HasUnicodeMapError(text, at) == 1
        self.characters.append("\ufffd" if unmapped else character)
        self.unmapped += unmapped
        self.start, self.end = min(self.start, start), max(self.end, end)
        return True

    def _goes_on_at(self, start: float, down: float, size: float) -> bool:
        jump = _JUMP * self.size
        is_near = abs(start - self.end) < jump and abs(down - self.down) < jump
        return is_near and size >= _SMALLER * self.size

    def _place(self, text: Any, at: int) -> tuple[float, float, float]:
        """Give the ends of a character along its line, and how far down its baseline is."""
        box = pdfium.FS_RECTF()
        pdfium.FPDFText_GetLooseCharBox(text, at, box)
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(text, at, x, y)
        if self.direction == 90:
            return box.bottom, box.top, x.value
        if self.direction == 180:
            return -box.right, -box.left, y.value
        if self.direction == 270:
            return -box.top, -box.bottom, -x.value
        return box.left, box.right, -y.value

    def text(self) -> str:
        """Join the characters; those beyond the first 65,536 come in two halves."""
        return "".join(self.characters).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _is_bold(text: Any, at: int) -> bool:
    """Tell whether a character is set in bold, by the weight or by the name of its font."""
    if pdfium.FPDFText_GetFontWeight(text, at) >= _BOLD:
        return True
    name, flags = ctypes.create_string_buffer(_LONGEST_NAME), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, at, name, _LONGEST_NAME, flags)
    return any(word in name.value.lower() for word in _BOLD_NAMES)


def _direction(a: float, b: float) -> int:
    """Give where a line runs in degrees, or -1 when it rises or falls."""
    if min(abs(a), abs(b)) > _SLANT * max(abs(a), abs(b)):
        return -1
    if abs(a) >= abs(b):
        return 0 if a >= 0 else 180
    return 90 if b > 0 else 270


def _words(text: Any, count: int) -> list[_Word]:
    """Divide the characters of a page at blanks, and where the next one stands elsewhere."""
    words: list[_Word] = []
    word: _Word | None = None
    for at in range(count):
        code = pdfium.FPDFText_GetUnicode(text, at)
        character = _SIGNS.get(code) or (chr(code) if code <= sys.maxunicode else "\ufffd")
        if character in _BLANKS:
            word = None
        elif word is None or not word.add(text, at, character):
            word = _Word(text, at)
            words.append(word)
            word.add(text, at, character)
    return words


def _page(words: list[_Word]) -> Answer:
    """Give the words that run as most of the page's do, and apart those that run otherwise."""
    sizes: Counter[int] = Counter()
    for word in words:
        sizes[word.direction] += len(word.characters)
    most = max(sizes, key=lambda direction: (sizes[direction], -direction), default=0)
    return {
        "words": [
            (
                word.text(),
                *(round(number, 2) for number in (word.start, word.end, word.down, word.size)),
                word.bold,
            )
            for word in words
            if word.direction == most
        ],
        "aside": " ".join(word.text() for word in words if word.direction != most),
        "unmapped": sum(word.unmapped for word in words),
    }


def _has_picture(page: Any) -> bool:
    """Tell whether a page shows what may be letters and is none: a picture, or many lines."""
    count = min(pdfium.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)
    kinds = [pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page.raw, at)) for at in range(count)]
    return not _PICTURES.isdisjoint(kinds) or kinds.count(pdfium.FPDF_PAGEOBJ_PATH) > _MOST_FRAMES


def _limit() -> None:
    """Bound what this process may take, so that no file takes more."""
    for kind, most in (
        (resource.RLIMIT_CPU, _MOST_SECONDS),
        (resource.RLIMIT_AS, _MOST_MEMORY),
        (resource.RLIMIT_CORE, 0),
    ):
        # A server may have narrower limits, which nobody can widen; macOS has none of memory.
        with suppress(ValueError):
            resource.setrlimit(kind, (most, most))


if __name__ == "__main__":
    _limit()
    json.dump(answer(sys.stdin.buffer.read()), sys.stdout)
