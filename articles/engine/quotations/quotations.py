"""Text to quotations: the values."""

from dataclasses import dataclass
from enum import StrEnum

from articles.engine.text.spans import Span


class Kind(StrEnum):
    """How the words of a quotation are printed."""

    DIRECT = "direct"  # in quotation marks
    MIXED = "mixed"  # partly in quotation marks
    INDIRECT = "indirect"  # in the outlet's own words


class Place(StrEnum):
    """Where in the article a quotation stands."""

    HEADLINE = "headline"
    DECK = "deck"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said a quotation, as far as the text tells.

    `speaker` is the mention as printed ("he", "the officer"), `name` the person or body it
    stands for as the article first names it in full ("Boris Bondarev", "the officer");
    both are empty when the text does not tell. `cue` is the reporting verb or phrase.
    `reason` says in plain words why ("named after the quotation: said Mr. Bondarev").
    `certainty` is between 0 and 1.
    """

    speaker: Span | None
    cue: Span | None
    name: str
    reason: str
    certainty: float


@dataclass(frozen=True, slots=True)
class Translation:
    """That a quotation was said in another language than it is printed in.

    `reason` says in plain words why, `evidence` is where the article says so: None where it was declared
    by whoever brought the article in.
    """

    reason: str
    evidence: Span | None


@dataclass(frozen=True, slots=True)
class Quotation:
    """One occurrence of reported words in one article.

    `stretches` are its parts between quotation marks, marks included, in reading order (none
    for an indirect one, or for one set without marks as a turn or a block); `contents` is the
    whole reported content, one span a paragraph or part, which for a direct quotation in marks
    is the same spans. A quotation split by its cue, or running
    over several paragraphs, is one Quotation with several parts. `translation` is set where the article
    says that it was translated.
    """

    kind: Kind
    place: Place
    stretches: tuple[Span, ...]
    contents: tuple[Span, ...]
    attribution: Attribution
    translation: Translation | None = None

    @property
    def parts(self) -> tuple[Span, ...]:
        """The spans that are marked on a page and compared: in marks, or the content without any."""
        return self.stretches or self.contents


@dataclass(frozen=True, slots=True)
class SetAside:
    """A stretch in quotation marks that is no quotation, with the reason (title, nickname, scare)."""

    span: Span
    reason: str
