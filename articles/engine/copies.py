"""Articles to the texts they share: an agency's copy counts as one independent text."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.engine.alignment import Witness


@dataclass(frozen=True, slots=True)
class Copies:
    """Articles that carry one text (an agency's): they count as one independent text."""

    witnesses: tuple[int, ...]
    reason: str


def find_copies(witnesses: Sequence[Witness]) -> tuple[Copies, ...]:
    """Find the articles that share most of what they print outside quotation marks."""
    return ()
