"""The words of a search to what each has to be found by, in texts and in the database.

A word is found where one begins with it, so that "negotiat" finds "negotiated"; words between quotation
marks are found whole, and together. Case and punctuation make no difference, as in the filter of a story.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from articles.engine.text.spans import Span

# Words between quotation marks, or one word; marks that nothing closes are none.
_ASKED = re.compile(r"[\"“”„«](?P<together>[^\"“”„«»]+)[\"“”»]|\S+")
# What LIKE finds in either case on every database.
_PLAIN = re.compile(r"[a-z0-9]+", re.IGNORECASE)
# So many of the longest plain pieces are asked for in the database, which only narrows the choice.
MOST_PLAIN = 6


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for: `parts` as they were typed, and the pattern of each."""

    parts: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...]

    def __bool__(self) -> bool:
        return bool(self.patterns)

    @property
    def plain(self) -> list[str]:
        """Pieces that a text with all of it must hold, the longest first."""
        pieces = {piece.lower() for part in self.parts for piece in _PLAIN.findall(part)}
        return sorted(pieces, key=lambda piece: (-len(piece), piece))[:MOST_PLAIN]

    def find(self, text: str, spans: Iterable[tuple[int, int]]) -> list[Span]:
        """Find it in some passages of a text, in order; nothing unless all of it is there."""
        found: list[Span] = []
        passages = list(spans)
        for pattern in self.patterns:
            places = [Span(*m.span()) for run in passages for m in pattern.finditer(text, *run)]
            if not places:
                return []
            found += places
        return sorted(found)


def seek(asked: str) -> Sought:
    """Read what is looked for; what holds no word is left out."""
    parts: list[str] = []
    patterns: list[re.Pattern[str]] = []
    for match in _ASKED.finditer(asked):
        together = match["together"]
        words = re.findall(r"\w+", together or match[0])
        if words and match[0] not in parts:
            parts.append(match[0])
            ending = r"(?!\w)" if together else ""
            joined = r"\W+".join(map(re.escape, words))
            patterns.append(re.compile(rf"(?<!\w){joined}{ending}", re.IGNORECASE))
    return Sought(tuple(parts), tuple(patterns))
