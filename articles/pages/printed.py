"""A passage of an article as one outlet printed it: exact slices, by whom, and how it is introduced."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles.engine.quotations.quotations import Kind
from articles.engine.statements.agreement import norms_of
from articles.engine.text.spans import Span
from articles.engine.tokens.tokens import Token, tokenise
from articles.pages.rows import QuotationRow, SpeakerRow
from articles.pages.witnesses import Witness


@dataclass(frozen=True, slots=True)
class Printed:
    """One printed version of a statement: the spans of one quotation, in one article.

    `rank` is its place among all versions of the statement, the fullest being 0.
    """

    witness: Witness
    quotation: QuotationRow
    spans: tuple[Span, ...]
    rank: int = 0

    @property
    def slices(self) -> list[str]:
        """The printed words, one exact slice a span."""
        return [self.witness.article.text[span.start : span.end] for span in self.spans]

    @property
    def words(self) -> int:
        """How many words this version prints, counted as comparison counts them."""
        return len(self.norms)

    @property
    def norms(self) -> tuple[str, ...]:
        """Its words in their normal form."""
        return norms_of(self.witness.article.text, self.spans)

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Its words with their places; as costly as reading them anew."""
        return tokenise(self.witness.article.text, self.spans)

    @property
    def in_marks(self) -> bool:
        """Whether it is printed in quotation marks, at least partly."""
        return self.quotation.kind != Kind.INDIRECT

    @property
    def cue(self) -> str:
        """The reporting verb as printed, or nothing."""
        return piece(self.witness.article.text, self.quotation.cue)

    @property
    def mention(self) -> str:
        """The speaker as printed, or nothing."""
        return piece(self.witness.article.text, self.quotation.mention)

    @property
    def translated(self) -> str:
        """Why it is known to be a translation, or nothing."""
        return self.quotation.translation[0] if self.quotation.translation else ""

    @property
    def evidence(self) -> tuple[int, int, str] | None:
        """Where the article says that it is a translation: start, end and the printed words."""
        span = self.quotation.translation[1] if self.quotation.translation else None
        return (span[0], span[1], piece(self.witness.article.text, span)) if span else None

    @property
    def speaker(self) -> SpeakerRow | None:
        """The person it is attributed to, if the text tells."""
        return self.quotation.speaker


def piece(text: str, span: Sequence[int] | None) -> str:
    """Slice a stored span out of a text."""
    return text[span[0] : span[1]] if span else ""


def spans_of(stored: Iterable[Sequence[int]]) -> tuple[Span, ...]:
    """Turn stored [start, end] pairs into spans."""
    return tuple(Span(start, end) for start, end in stored)
