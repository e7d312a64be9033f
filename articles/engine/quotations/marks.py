"""Text to the stretches between its quotation marks, whatever marks it uses and however badly they pair.

Marks are read paragraph by paragraph with a stack, since a quotation of several paragraphs opens
each one again and closes only the last. Marks inside a stretch belong to it and are not given.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from articles.engine.quotations.marked_paragraph import (
    BEFORE_OPENING,
    BLANKS,
    ENDING_MARKS,
    SINGLES,
    MarkedParagraph,
)
from articles.engine.quotations.single_marks import find_single_closing, may_open_single

_MARK = re.compile(r"''|``|‘‘|’’|[“”\"„‟«»‘’'‚‹›]")
_FEET_AND_INCHES = re.compile(r"\d['’′] ?\d{1,2}$")

_SURE_OPENERS = frozenset({"“", "„", "‟", "«", "``", "‘‘"})
_SURE_CLOSERS = frozenset({"”", "»", "’’"})

# How far back the words before an inch mark are looked at.
_INCH_WINDOW = 6


class Style(StrEnum):
    """What marks enclose a stretch."""

    DOUBLE = "double"
    DOUBLED = "doubled"  # two apostrophes, as text archives print a double mark
    SINGLE = "single"
    NONE = "none"  # set as a turn or a block of its own


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch between quotation marks: `text[start:end]` with its marks, `inner` without.

    `closed` is False where the closing mark is missing; `continues` tells that it goes on with
    the stretch before it, from an earlier paragraph.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    style: Style
    closed: bool
    continues: bool


@dataclass(slots=True)
class _Open:
    """An opening mark that waits for its closing one."""

    start: int
    inner_start: int
    mark: str
    continues: bool


def pair_marks(text: str) -> tuple[Stretch, ...]:
    """Find the outermost stretches between quotation marks, in reading order."""
    found: list[Stretch] = []
    marks = [(m.start(), m.group()) for m in _MARK.finditer(text)]
    at = 0
    pending = False  # the paragraph before ended inside a double-marked quotation
    count = len(marks)
    while at < count:
        first = marks[at][0]
        begin = text.rfind("\n", 0, first) + 1
        stop = text.find("\n", first)
        stop = len(text) if stop < 0 else stop
        last = at
        while last < count and marks[last][0] < stop:
            last += 1
        pending = pending and not text[found[-1].end : begin].strip()
        paragraph = MarkedParagraph(text, begin, stop, marks[at:last])
        found.extend(_Pairing(paragraph, pending).pair())
        pending = bool(found) and not found[-1].closed and found[-1].end >= stop - 3
        at = last
    return _drop_lonely(text, found)


def _drop_lonely(text: str, found: list[Stretch]) -> tuple[Stretch, ...]:
    """Drop stretches of single marks without a closing mark unless the next one goes on with them."""
    kept = [
        stretch
        for stretch, after in zip(found, [*found[1:], None], strict=False)
        if stretch.closed
        or stretch.style is not Style.SINGLE
        or stretch.continues
        or (after is not None and after.continues)
    ]
    return tuple(s for s in kept if text[s.inner_start : s.inner_end].strip())


class _Pairing:
    """The marks of one paragraph, read from left to right.

    `pending` tells that the paragraph before ended inside a double-marked quotation.
    """

    def __init__(self, paragraph: MarkedParagraph, pending: bool) -> None:
        self.paragraph = paragraph
        self.pending = pending
        self.found: list[Stretch] = []
        self.open: list[_Open] = []

    def pair(self) -> list[Stretch]:
        """Give the outermost stretches of the paragraph."""
        at = 0
        while at < len(self.paragraph.marks):
            place, mark = self.paragraph.marks[at]
            if mark in SINGLES:
                at = at + 1 if self.open else self._read_single(at)
            else:
                self._read_double(place, mark)
                at += 1
        self._close_unclosed()
        return self.found

    def _read_double(self, place: int, mark: str) -> None:
        """Open or close a double-marked stretch at one mark."""
        before = self.paragraph.before(place)
        after_place = place + len(mark)
        after = self.paragraph.after(after_place)
        may_open = self._may_open(place, mark) and not self._is_set_apart(place, mark)
        may_close = before not in BLANKS
        if mark == '"' and before.isdigit() and self._is_inches(place):
            return
        if self.open:
            if self._closes(mark, may_open, may_close, after):
                self._close(after_place, place)
            else:
                self.open.append(_Open(place, after_place, mark, False))
        elif self._opens(mark, may_open, after):
            again = self.pending and self.paragraph.is_front(place)
            self.open.append(_Open(place, after_place, mark, again))
            self.pending = False
        elif self.pending and may_close and not may_open:
            self.open.append(_Open(self.paragraph.begin, self.paragraph.begin, mark, True))
            self.pending = False
            self._close(after_place, place)

    def _may_open(self, place: int, mark: str) -> bool:
        """Tell whether a double mark stands where one opens: behind a blank, in front of a word."""
        before = self.paragraph.before(place)
        after_place = place + len(mark)
        after = self.paragraph.after(after_place)
        return before in BEFORE_OPENING and after not in BLANKS

    def _is_set_apart(self, place: int, mark: str) -> bool:
        """Tell whether a straight mark closes although the blank beside it is on its wrong side.

        Text that was put together from words has such marks ("We lost, "he said). What a mark inside the
        quotation would open has to close before another opens.
        """
        if mark != '"' or not self.open or self.open[-1].mark != '"':
            return False
        before = self.paragraph.text[self.paragraph.begin : place]
        if before[-1:] not in BLANKS or before.rstrip()[-1:] not in ENDING_MARKS:
            return False
        following = next(((p, m) for p, m in self.paragraph.marks if p > place and m not in SINGLES), None)
        return following is None or self._may_open(*following)

    def _is_inches(self, place: int) -> bool:
        """Tell whether a straight mark behind a digit stands for inches."""
        if _FEET_AND_INCHES.search(
            self.paragraph.text[max(self.paragraph.begin, place - _INCH_WINDOW) : place]
        ):
            return True
        return not self.open

    def _closes(self, mark: str, may_open: bool, may_close: bool, after: str) -> bool:
        """Tell whether a double mark closes the stretch that is open."""
        if mark in _SURE_CLOSERS and not (mark == "»" and self.open[-1].mark == "»" and may_open):
            return True
        opener = self.open[-1].mark
        if mark in _SURE_OPENERS:
            if (opener == "„" and mark == "“") or (opener == "»" and mark == "«"):
                return True
            return not may_open and not after.isalnum()
        return may_close or not may_open

    @staticmethod
    def _opens(mark: str, may_open: bool, after: str) -> bool:
        """Tell whether a double mark opens a stretch when none is open."""
        if mark in _SURE_OPENERS:
            return True
        return may_open and (mark not in _SURE_CLOSERS or after.isalnum())

    def _close(self, end: int, inner_end: int) -> None:
        """Close the innermost open stretch; keep it if no other is open around it."""
        opened = self.open.pop()
        if not self.open:
            self._keep(opened, end, inner_end, closed=True)
        elif len(self.open) == 1:
            self.found.append(self._stretch(opened, end, inner_end, closed=True))

    def _stretch(self, opened: _Open, end: int, inner_end: int, closed: bool) -> Stretch:
        style = Style.DOUBLED if opened.mark in {"''", "``"} else Style.DOUBLE
        return Stretch(
            opened.start,
            end,
            opened.inner_start,
            max(inner_end, opened.inner_start),
            style,
            closed,
            opened.continues,
        )

    def _keep(self, opened: _Open, end: int, inner_end: int, closed: bool) -> None:
        """Record a stretch in place of those found inside it."""
        while self.found and self.found[-1].start >= opened.start:
            self.found.pop()
        self.found.append(self._stretch(opened, end, inner_end, closed))

    def _close_unclosed(self) -> None:
        """End at the paragraph's end, or before a stretch inside it, what has no closing mark."""
        if not self.open:
            return
        opened, *others = self.open
        inside = [s for s in self.found if s.start >= opened.start]
        del self.found[len(self.found) - len(inside) :]
        starts = [s.start for s in inside] + [o.start for o in others[:1]]
        first_inside = min(starts, default=self.paragraph.stop)
        self._keep_unclosed(opened, first_inside)
        self.found.extend(inside)
        if others and (not inside or inside[-1].end <= others[0].start):
            self._keep_unclosed(others[0], self.paragraph.stop)

    def _keep_unclosed(self, opened: _Open, limit: int) -> None:
        """Record a stretch that has no closing mark and goes up to `limit`."""
        end = self.paragraph.trimmed(opened.inner_start, limit)
        self.found.append(self._stretch(opened, end, end, closed=False))

    def _read_single(self, at: int) -> int:
        """Pair the single mark `at` with its closing mark; give the index of the mark to go on with."""
        if not may_open_single(self.paragraph, at):
            return at + 1
        place = self.paragraph.marks[at][0]
        closing = find_single_closing(self.paragraph, at)
        at_front = self.paragraph.is_front(place)
        if closing is None:
            if at_front and not any(mark not in SINGLES for _, mark in self.paragraph.marks[at:]):
                end = self.paragraph.trimmed(place + 1, self.paragraph.stop)
                self.found.append(Stretch(place, end, place + 1, end, Style.SINGLE, False, self.pending))
                return len(self.paragraph.marks)
            return at + 1
        end = self.paragraph.marks[closing][0] + 1
        self.found.append(
            Stretch(place, end, place + 1, end - 1, Style.SINGLE, True, self.pending and at_front)
        )
        return closing + 1
