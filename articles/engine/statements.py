"""Links to statements: the groups of quotations that report one utterance."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.engine.alignment import Link, Place, Witness


@dataclass(frozen=True, slots=True)
class Statement:
    """One utterance and the places that report it.

    `members` are the passages, in the order of the witnesses; `fullest` is the index of the member that prints
    the most of it. A quotation that holds several utterances has a member in each; what of it
    no other outlet prints is a statement of one member.
    """

    members: tuple[Place, ...]
    fullest: int


@dataclass(frozen=True, slots=True)
class Copies:
    """Articles that carry one text (an agency's): they count as one independent text."""

    witnesses: tuple[int, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Collation:
    """Everything found between the articles of one story."""

    links: tuple[Link, ...]
    statements: tuple[Statement, ...]
    copies: tuple[Copies, ...]


def collate(witnesses: Sequence[Witness]) -> Collation:
    """Compare the articles of one story. The result does not depend on their order."""
    raise NotImplementedError
