"""A place in an article to the few words that name it in a list: an exact slice that ends at a word."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles.pages.witnesses import Witness

# Long enough to know a statement again, short enough for the first column of a table on a phone.
LONGEST = 64


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The beginning of a passage, as an exact slice; `cut` when the passage goes on."""

    witness: Witness
    start: int
    end: int
    cut: bool

    @property
    def text(self) -> str:
        """The words."""
        return self.witness.article.text[self.start : self.end]


def excerpt_of(witness: Witness, spans: Sequence[tuple[int, int]], longest: int = LONGEST) -> Excerpt:
    """Take the first words of a passage, up to the last word that ends within `longest` characters."""
    (start, end), *more = join_spans(witness.article.text, spans)
    if end - start <= longest:
        return Excerpt(witness, start, end, bool(more))
    words = list(re.finditer(r"\S+", witness.article.text[start : start + longest + 1]))
    inside = [m.end() for m in words if m.end() <= longest]
    return Excerpt(witness, start, start + (inside[-1] if inside else longest), cut=True)


def join_spans(text: str, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join spans with only blanks between them, such as the sentences of one quotation."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and joined[-1][1] <= start and not text[joined[-1][1] : start].strip(" "):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
