"""Lines to pieces: hard-wrapped lines are joined, and each paragraph starts after a blank line.

A line end means one of three things: the paragraph ends (a text with a paragraph a line), the line was
full (text wrapped at a column), or the writer broke the line (verse, an address). Which one is
decided from the whole text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from articles.uploads.values import Piece

# Columns at which mail programs, e-books and terminals wrap. Outside, a line end means something.
_NARROWEST_WRAP, _WIDEST_WRAP = 45, 100
# In wrapped text nearly every line end stands where the next word no longer fitted; the rest are the
# ends of paragraphs that no blank line follows.
_WRAPPED_SHARE = 0.6
_FEWEST_BREAKS = 3
# One over-long line (an address on the web) must not count as the column.
_COLUMN_RANK = 0.95
# A wrapped line as much shorter than the column as this ends a paragraph when it also ends a sentence.
_SHORT_LINE = 0.85
_VERY_SHORT_LINE = 0.6

_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_WORD_BREAK = re.compile(r"(?<![^\W\d_])[^\W\d_]+-$")
_BLANKS = re.compile(" {2,}")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

Block = Sequence[str]


@dataclass(frozen=True, slots=True)
class Layout:
    """How the lines of one text are to be read. `column` is 0 when the text is not wrapped."""

    column: int
    line_is_paragraph: bool
    words: frozenset[str]

    def pieces(self, block: Block) -> list[Piece]:
        """Turn the lines of one block (no blank line among them) into pieces."""
        found: list[tuple[list[str], str]] = []
        for at, line in enumerate(block):
            text = _BLANKS.sub(" ", line.strip())
            joint = self._joint(block[at - 1], line) if at else "\n\n"
            if joint == " ":
                self._join(found[-1][0], text)
            else:
                found.append(([text], joint))
        return [Piece("".join(parts), joint) for parts, joint in found]

    def _joint(self, line: str, following: str) -> str:
        if self.column:
            return " " if self._was_full(line, following) else "\n\n"
        longest = max(len(line.strip()), len(following.strip()))
        return "\n\n" if self.line_is_paragraph or longest >= _NARROWEST_WRAP else "\n"

    def _was_full(self, line: str, following: str) -> bool:
        if _indent(following) > _indent(line):
            return False
        if not _fits(line, following, self.column):
            return True
        length = len(line.rstrip())
        ends_sentence = bool(_SENTENCE_END.search(line.rstrip()))
        return length >= self.column * (_SHORT_LINE if ends_sentence else _VERY_SHORT_LINE)

    def _join(self, parts: list[str], following: str) -> None:
        """Add a line; a word divided at the line's end loses its hyphen if the text also has it undivided."""
        broken = _WORD_BREAK.search(parts[-1])
        if broken is None or not following[:1].islower():
            parts += [" ", following]
            return
        rest = _WORD.match(following)
        whole = broken.group()[:-1] + (rest.group() if rest else "")
        if whole.lower() in self.words:
            parts[-1] = parts[-1][:-1]
        parts.append(following)


def blocks_of(text: str) -> list[list[str]]:
    """Split a text at its blank lines; leading blanks stay, for they tell indentation."""
    blocks: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line.strip():
            blocks[-1].append(line.rstrip())
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def layout_of(blocks: Sequence[Block]) -> Layout:
    """Decide from all blocks of a text how its line ends are to be read."""
    breaks = [pair for block in blocks for pair in pairwise(block)]
    column = _column(breaks)
    divided = column and any(line.endswith("-") for line, _ in breaks)
    words = frozenset(word.lower() for block in blocks for line in block for word in _WORD.findall(line))
    return Layout(column, len(blocks) == 1, words if divided else frozenset())


def _column(breaks: list[tuple[str, str]]) -> int:
    if not breaks:
        return 0
    lengths = sorted(len(line.rstrip()) for line, _ in breaks)
    column = lengths[int((len(lengths) - 1) * _COLUMN_RANK)]
    if not _NARROWEST_WRAP <= column <= _WIDEST_WRAP:
        return 0
    if len(breaks) < _FEWEST_BREAKS:
        return column if all(_runs_on(line, following) for line, following in breaks) else 0
    full = sum(not _fits(line, following, column) for line, following in breaks)
    open_ended = sum(not _SENTENCE_END.search(line.rstrip()) for line, _ in breaks)
    wrapped = full >= _WRAPPED_SHARE * len(breaks) and open_ended >= _WRAPPED_SHARE * len(breaks)
    return column if wrapped else 0


def _fits(line: str, following: str, column: int) -> bool:
    return len(line.rstrip()) + 1 + len(following.split(maxsplit=1)[0]) <= column


def _runs_on(line: str, following: str) -> bool:
    return not _SENTENCE_END.search(line.rstrip()) and following.lstrip()[:1].islower()


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
