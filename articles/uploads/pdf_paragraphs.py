"""The lines of a PDF to its paragraphs: a file says where letters stand, not where a paragraph ends.

What ends one: another size or weight of type, a gap, an indent, a sign of a list, or a line that had room
for the next word. At the end of a column or page only the last three can tell, and how the sentence stands.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from articles.uploads.pdf_columns import Line, is_same_size
from articles.uploads.pdf_words import WordJoiner

# A gap as much wider than that between lines ends a paragraph.
_WIDER = 1.3
# Indents are wider than this share of a letter's size; what is set further in is centred or a quotation.
_INDENT = 0.7
# A line ends a paragraph when the next word would have fitted with as much to spare.
_SPARE = 0.3
_BLANK = 0.25
# Type larger than that of the text by this is a heading's, which is broken where it reads well.
_HEADING = 1.15
# Shorter lines that follow each other at the common distance are verse, an address or a list of names.
_SHORT = 45
# The right edge of a column is where lines end; one line alone may hang over.
_EDGE_SHARE, _NEAR_EDGE = 0.1, 3.0
# Columns with fewer lines take the edge from a column that begins at the same place.
_FEWEST_LINES = 4
# So many paragraphs in a column begin with an indent where a document uses them.
_INDENTED_SHARE = 0.05

_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_LIST_SIGN = re.compile(r"[•◦▪▫‣●○■□–*-] ?(?=\S)|\d{1,2}[.)] ")
_BULLET = re.compile(r"^[•◦▪▫‣●○■□\ue000-\uf8ff\ufffd]\s*(?=\S)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The text of a paragraph, its size of type, and the page it begins on, from 0."""

    text: str
    size: float
    page: int


@dataclass(frozen=True, slots=True)
class _Setting:
    """How a document is set: the size of its text, the distance of lines, the edges of its columns."""

    size: float
    distance: float
    edges: dict[int, tuple[float, float]]
    has_indents: bool


def paragraphs_of(pages: Sequence[Sequence[Line]]) -> list[Paragraph]:
    """Join the lines of a document to paragraphs, also over the end of a column or page."""
    lines = [line for page in pages for line in page]
    numbers = [number for number, page in enumerate(pages) for _ in page]
    if not lines:
        return []
    setting = _setting_of(lines)
    joiner = WordJoiner(line.text for line in lines)
    paragraphs = [_Open(lines[0], numbers[0])]
    for (before, line), page in zip(pairwise(lines), numbers[1:], strict=True):
        if _ends(before, line, setting):
            paragraphs.append(_Open(line, page))
        elif _is_broken(before, line, setting):
            paragraphs[-1].parts += ["\n", line.text]
        else:
            parts = paragraphs[-1].parts
            parts[-1:] = joiner.join(parts[-1], line.text)
    return [paragraph.close() for paragraph in paragraphs]


class _Open:
    """A paragraph to which lines are added."""

    def __init__(self, line: Line, page: int) -> None:
        self.parts = [line.text]
        self._size = line.size
        self._page = page

    def close(self) -> Paragraph:
        """Give the paragraph, without the sign of a list."""
        return Paragraph(_BULLET.sub("", "".join(self.parts)), self._size, self._page)


def body_size(paragraphs: Sequence[Paragraph]) -> float:
    """Give the size that most of a document is set in."""
    sizes: Counter[float] = Counter()
    for paragraph in paragraphs:
        sizes[round(paragraph.size, 1)] += len(paragraph.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


def _setting_of(lines: Sequence[Line]) -> _Setting:
    size = body_size([Paragraph(line.text, line.size, 0) for line in lines])
    distances = sorted(
        line.down - before.down
        for before, line in pairwise(lines)
        if before.part == line.part and is_same_size(before.size, line.size) and is_same_size(line.size, size)
    )
    distance = distances[len(distances) // 4] if distances else 0.0
    edges = _edges(lines)
    indented = sum(
        before.part == line.part and _is_indented(line, edges) and not _is_indented(before, edges)
        for before, line in pairwise(lines)
    )
    return _Setting(size, distance, edges, indented >= max(2, _INDENTED_SHARE * len(lines)))


def _edges(lines: Sequence[Line]) -> dict[int, tuple[float, float]]:
    """Give the left and right edge of each column."""
    columns: dict[int, list[Line]] = {}
    for line in lines:
        columns.setdefault(line.part, []).append(line)
    edges = {part: (_left_edge(column), _right_edge(column)) for part, column in columns.items()}
    large = [edges[part] for part, column in columns.items() if len(column) >= _FEWEST_LINES]
    for part, column in columns.items():
        left, right = edges[part]
        if len(column) < _FEWEST_LINES:
            near = [other for other in large if abs(other[0] - left) < _NEAR_EDGE * column[0].size]
            edges[part] = min(near, key=lambda other: abs(other[0] - left), default=(left, right))
    return edges


def _left_edge(column: Sequence[Line]) -> float:
    lefts = sorted(line.left for line in column)
    return lefts[int(_EDGE_SHARE * (len(lefts) - 1))]


def _right_edge(column: Sequence[Line]) -> float:
    rights = sorted((line.right for line in column), reverse=True)
    enough = max(2, _EDGE_SHARE * len(rights))
    for at, right in enumerate(rights):
        within = at + int(enough) - 1
        if within < len(rights) and rights[within] >= right - _NEAR_EDGE * column[0].size:
            return right
    return rights[0]


def _ends(before: Line, line: Line, setting: _Setting) -> bool:
    """Tell whether a paragraph ends between two lines."""
    if not is_same_size(before.size, line.size) or before.bold != line.bold or before.is_row != line.is_row:
        return True
    if before.part != line.part:
        return _ends_over_columns(before, line, setting)
    distance = setting.distance * line.size / setting.size
    if not 0 <= line.down - before.down <= max(distance * _WIDER, line.size * 1.05):
        return True
    if line.size > setting.size * _HEADING:
        return False
    if _is_centred(before, line, setting):
        return _had_room(before, line, setting) and bool(_SENTENCE_END.search(before.text))
    if line.left > before.left + _INDENT * line.size and _is_indented(line, setting.edges):
        return True
    if _BULLET.match(line.text) or (_LIST_SIGN.match(line.text) and _had_room(before, line, setting)):
        return True
    if _runs_on(before, line) or _is_broken(before, line, setting):
        return False
    return _had_room(before, line, setting)


def _ends_over_columns(before: Line, line: Line, setting: _Setting) -> bool:
    if before.is_row or line.size > setting.size * _HEADING or _BULLET.match(line.text):
        return True
    if _is_indented(line, setting.edges):
        return True
    if _runs_on(before, line):
        return False
    if _had_room(before, line, setting):
        return True
    return bool(_SENTENCE_END.search(before.text)) and not setting.has_indents


def _is_broken(before: Line, line: Line, setting: _Setting) -> bool:
    """Tell whether a line was ended on purpose inside a paragraph: verse, an address."""
    if (
        before.part != line.part
        or line.size > setting.size * _HEADING
        or not _had_room(before, line, setting)
    ):
        return False
    return max(len(before.text), len(line.text)) < _SHORT and not _SENTENCE_END.search(before.text)


def _runs_on(before: Line, line: Line) -> bool:
    """Tell whether a line goes on in the middle of a sentence, however much room there was."""
    return line.text[0].islower() and not _SENTENCE_END.search(before.text)


def _had_room(before: Line, line: Line, setting: _Setting) -> bool:
    right = setting.edges[before.part][1]
    return right - before.right > line.first_width + (_BLANK + _SPARE) * before.size


def _is_indented(line: Line, edges: dict[int, tuple[float, float]]) -> bool:
    return line.left - edges[line.part][0] > _INDENT * line.size


def _is_centred(before: Line, line: Line, setting: _Setting) -> bool:
    left, right = setting.edges[line.part]
    middles = [(part.left + part.right) / 2 for part in (before, line)]
    return all(abs(middle - (left + right) / 2) < line.size / 2 for middle in middles) and all(
        part.left - left > _INDENT * part.size for part in (before, line)
    )
