"""Quotations of several articles to links: which passage of one reports the words of another."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.engine.differences import Difference, Status
from articles.engine.reading import Reading
from articles.engine.spans import Span


@dataclass(frozen=True, slots=True)
class Witness:
    """One article of a story as the collation sees it. `id` orders nothing and is only handed back."""

    id: str
    outlet: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class Place:
    """A passage inside one quotation: witness and quotation by index, and the spans it covers."""

    witness: int
    quotation: int
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for and against a link, as stored figures; a reader's text is made from it.

    `shared` of `words_a` and of `words_b` words agree in their normal form; `weight` is the
    rarity-weighted share of stems (0 to 1); `same_speaker` is None where either is not stated;
    `same_order` tells whether the shared words come in the same order.
    """

    shared: int
    words_a: int
    words_b: int
    weight: float
    same_speaker: bool | None
    same_order: bool


@dataclass(frozen=True, slots=True)
class Link:
    """Two passages of different articles that report the same words."""

    a: Place
    b: Place
    status: Status
    differences: tuple[Difference, ...]
    evidence: Evidence


def align(witnesses: Sequence[Witness]) -> tuple[Link, ...]:
    """Find every link between the quotations of different articles of a story."""
    raise NotImplementedError
