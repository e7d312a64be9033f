"""One paragraph with its quotation marks, and what stands beside each."""

from dataclasses import dataclass

SINGLES = frozenset({"‘", "’", "'", "‚", "‹", "›"})
BEFORE_OPENING = frozenset(" \t\n\u00a0\u2009\u202f([{—–-/\"“”«»„'‘’:;,…>*•|")
BLANKS = frozenset(" \t\n\u00a0\u2009\u202f")
ENDING_MARKS = frozenset('.,!?;:…)]%"”')


@dataclass(frozen=True, slots=True)
class MarkedParagraph:
    """The marks of a paragraph `text[begin:stop]`, each with its place, from left to right."""

    text: str
    begin: int
    stop: int
    marks: list[tuple[int, str]]

    def before(self, place: int) -> str:
        """Give the character before a place, a line feed at the paragraph's beginning."""
        return self.text[place - 1] if place > self.begin else "\n"

    def after(self, end: int) -> str:
        """Give the character at the end of a mark, a line feed at the paragraph's end."""
        return self.text[end] if end < self.stop else "\n"

    def is_front(self, place: int) -> bool:
        """Tell whether nothing but blanks stands before a place."""
        return not self.text[self.begin : place].strip()

    def trimmed(self, start: int, end: int) -> int:
        """Move an end back over the blanks before it."""
        return start + len(self.text[start:end].rstrip())
