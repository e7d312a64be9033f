"""The rows of a page to its lines in reading order: column after column where the page has columns.

A gutter is a strip that no word crosses, with running text on both sides of it. A table has such strips as
well, but short entries beside them, and its rows are read across.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import inf
from statistics import median, median_low

from articles.uploads.pdf_pages import Word
from articles.uploads.pdf_rows import Row

# Gaps wider than this share of a letter's size may be a gutter; in set text blanks are a third.
_NARROWEST_GUTTER = 0.8
# Gaps wider than this part the cells of a table, unless the line is justified.
_CELL_GAP = 1.5
# So many lines on either side make columns, unless another page shows the same gutter, or a box is set in
# type of another size.
_FEWEST_LINES = 3
_FEWEST_LINE_WORDS = 3
# Lines of one paragraph are nearer than this, in sizes of their letters.
_LINE_DISTANCE = 1.6
# A page has a few gutters; a table with more strips than these is none.
_MOST_STRIPS = 60
# Where two pages have their gutter, in points.
_SAME_GUTTER = 6.0
# Type of one size differs less than this; raised figures do not count for the size of their line.
_SAME_SIZE = 0.1


@dataclass(frozen=True, slots=True)
class Line:
    """A line of one column, with its ends and the width of its first word.

    `part` numbers the columns of the whole document in reading order; `is_row` tells a row of a table.
    """

    text: str
    left: float
    right: float
    down: float
    size: float
    bold: bool
    first_width: float
    is_row: bool
    part: int


@dataclass(frozen=True, slots=True)
class _Gutter:
    """A strip between two columns, from one row of the page to another."""

    left: float
    right: float
    first: int
    last: int

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def lines_of(pages: Sequence[Sequence[Row]]) -> list[list[Line]]:
    """Read the rows of each page as lines."""
    strips = [_strips(rows) for rows in pages]
    sure = [
        gutter.middle
        for rows, found in zip(pages, strips, strict=True)
        for gutter in _gutters(rows, found, ())
    ]
    read: list[list[Line]] = []
    part = 0
    for rows, found in zip(pages, strips, strict=True):
        read.append([])
        for column in _columns(rows, _gutters(rows, found, sure)):
            read[-1] += [_line(words, part) for words in column]
            part += 1
    return read


def _gutters(rows: Sequence[Row], strips: Sequence[_Gutter], sure: Sequence[float]) -> list[_Gutter]:
    """Choose the strips that part columns, longest first: others are looked for inside the columns."""
    gutters: list[_Gutter] = []
    for strip in sorted(strips, key=lambda strip: (strip.first - strip.last, strip.left)):
        is_known = any(abs(strip.middle - middle) < _SAME_GUTTER for middle in sure)
        if _has_columns(rows, strip, gutters, is_known=is_known):
            gutters.append(strip)
    return gutters


def _strips(rows: Sequence[Row]) -> list[_Gutter]:
    """Find the strips of a page that no word crosses, each over as many rows as it can have."""
    strips: list[_Gutter] = []
    text_size = median_low([word.size for row in rows for word in row.words] or [0.0])
    for at, left, right in _gaps(rows):
        if len(strips) == _MOST_STRIPS:
            break
        if any(
            strip.first <= at <= strip.last and strip.left < right and left < strip.right for strip in strips
        ):
            continue
        first, left, right = _grow(rows, range(at - 1, -1, -1), left, right, text_size)
        last, left, right = _grow(rows, range(at + 1, len(rows)), left, right, text_size)
        first, last = first if first >= 0 else at, last if last >= 0 else at
        strips.append(_Gutter(left, right, first + _ends_paragraph(rows, first, (left + right) / 2), last))
    return strips


def _gaps(rows: Sequence[Row]) -> Iterator[tuple[int, float, float]]:
    """Yield the wide gaps in a row, and those between the end of one row and the start of the next."""
    for at, row in enumerate(rows):
        for before, after in pairwise(row.words):
            if after.left - before.right >= _NARROWEST_GUTTER * max(before.size, after.size):
                yield at, before.right, after.left
        if at:
            ends = sorted((_ends(rows[at - 1].words), _ends(row.words)))
            if ends[1][0] - ends[0][1] >= _NARROWEST_GUTTER * row.words[0].size:
                yield at, ends[0][1], ends[1][0]


def _grow(
    rows: Sequence[Row], places: range, left: float, right: float, text_size: float
) -> tuple[int, float, float]:
    """Lengthen a strip row by row while it stays wide; it narrows to what all rows leave free."""
    last = -1
    for at in places:
        before, after = _parted(rows[at].words, (left + right) / 2)
        free_left = max([left, *(word.right for word in before)])
        free_right = min([right, *(word.left for word in after)])
        # A heading beside text needs no wider gutter than the text; one across the strip has wider blanks.
        size = min(before[-1].size, after[0].size) if before and after else text_size
        if free_right - free_left < _NARROWEST_GUTTER * size:
            break
        left, right, last = free_left, free_right, at
    return last, left, right


def _ends_paragraph(rows: Sequence[Row], at: int, middle: float) -> bool:
    """Tell whether a row is the last, short line of a paragraph that runs across the strip above it."""
    if at == 0 or all(_parted(rows[at].words, middle)):
        return False
    above, row = rows[at - 1].words[0], rows[at].words[0]
    return above.size == row.size and row.down - above.down < _LINE_DISTANCE * row.size


def _has_columns(rows: Sequence[Row], strip: _Gutter, gutters: Sequence[_Gutter], *, is_known: bool) -> bool:
    """Tell whether running text stands on both sides of a strip, up to the next gutters."""
    sides: tuple[list[int], list[int]] = ([], [])
    sizes: tuple[list[float], list[float]] = ([], [])
    heights: tuple[list[float], list[float]] = ([], [])
    for at in range(strip.first, strip.last + 1):
        middles = [gutter.middle for gutter in gutters if gutter.first <= at <= gutter.last]
        start = max((middle for middle in middles if middle < strip.middle), default=-inf)
        end = min((middle for middle in middles if middle > strip.middle), default=inf)
        column = [word for word in rows[at].words if start <= word.left < end]
        for side, words in enumerate(_parted(column, strip.middle)):
            if words:
                sides[side].append(len(words))
                sizes[side].append(words[0].size)
                heights[side].append(words[0].down)
    is_sure = is_known or (all(sizes) and not is_same_size(median(sizes[0]), median(sizes[1])))
    fewest, typical = (1, max) if is_sure else (_FEWEST_LINES, median)
    if any(len(side) < fewest or typical(side) < _FEWEST_LINE_WORDS for side in sides):
        return False
    return max(heights[0][0], heights[1][0]) <= min(heights[0][-1], heights[1][-1])


def is_same_size(size: float, other: float) -> bool:
    """Tell whether type is of one size, as far as it is measured."""
    return abs(size - other) <= _SAME_SIZE * max(size, other)


def _parted(words: Sequence[Word], middle: float) -> tuple[list[Word], list[Word]]:
    return [word for word in words if word.left < middle], [word for word in words if word.left >= middle]


def _columns(rows: Sequence[Row], gutters: Sequence[_Gutter]) -> Iterator[list[list[Word]]]:
    """Yield the columns of a page in reading order: from band to band, and in each from left to right."""

    def active(at: int) -> tuple[float, ...]:
        return tuple(sorted(gutter.middle for gutter in gutters if gutter.first <= at <= gutter.last))

    for middles, places in groupby(range(len(rows)), key=active):
        columns: list[list[list[Word]]] = [[] for _ in range(len(middles) + 1)]
        for at in places:
            rest = list(rows[at].words)
            for number, middle in enumerate(middles):
                cell, rest = _parted(rest, middle)
                columns[number].append(cell)
            columns[-1].append(rest)
        for column in columns:
            if lines := [line for line in column if line]:
                yield lines


def _line(words: Sequence[Word], part: int) -> Line:
    main = max(words, key=lambda word: (word.size * len(word.text), -word.left))
    left, right = _ends(words)
    gaps = (after.left - before.right for before, after in pairwise(words))
    return Line(
        text=" ".join(word.text for word in words),
        left=left,
        right=right,
        down=main.down,
        size=main.size,
        bold=all(word.bold for word in words),
        first_width=words[0].right - words[0].left,
        is_row=any(gap >= _CELL_GAP * main.size for gap in gaps),
        part=part,
    )


def _ends(words: Sequence[Word]) -> tuple[float, float]:
    return min(word.left for word in words), max(word.right for word in words)
