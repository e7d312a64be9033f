"""A place in a text."""

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open stretch of characters, `text[start:end]`, of one stored text.

    Offsets are Python string indices (code points), never bytes.
    """

    start: int
    end: int

    def holds(self, other: "Span") -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Tell whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end
