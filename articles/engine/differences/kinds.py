"""The values of a comparison: passages, kinds of difference, differences and statuses."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from articles.engine.text.spans import Span
from articles.engine.tokens.tokens import Token


class _Named(StrEnum):
    """An enumeration whose members are looked up as fast as their names are."""

    __hash__ = str.__hash__


class DifferenceKind(_Named):
    """Kinds of difference, gravest first: the order in which a reader is told of them."""

    SPEAKER = "speaker"
    NEGATION = "negation"
    NUMBER = "number"
    NAME = "name"
    CERTAINTY = "certainty"
    SILENT_CUT = "silent_cut"
    ELLIPSIS = "ellipsis"
    STITCHED = "stitched"
    BRACKET = "bracket"
    SHORTER = "shorter"
    FRAGMENT = "fragment"
    WORDING = "wording"
    INFLECTION = "inflection"
    ORDER = "order"
    PUNCTUATION = "punctuation"


GRAVITY = {kind: place for place, kind in enumerate(DifferenceKind)}


class Status(StrEnum):
    """What a match of two passages amounts to."""

    VERBATIM = "verbatim"
    REWRITTEN = "rewritten"
    POSSIBLE = "possible"


class Detail(_Named):
    """Cases within a kind, for the sentence that says it."""

    NONE = ""
    NEGATION = "negation"  # what is hidden or cut holds a negation
    CONDITION = "condition"  # ... a condition
    NUMBER = "number"  # ... a number
    CLARIFIED = "clarified"  # a bracket beside the words said
    REPLACED = "replaced"  # a bracket that stands for other words, a pronoun among them
    ROUND = "round"  # a round bracket, which does not tell whether its words were said
    CONTRACTION = "contraction"  # they're / they are
    MASKED = "masked"  # letters of a word hidden behind stars
    REVERSED = "reversed"  # whole sentences in another order
    JOINED = "joined"  # two places printed as one
    APART = "apart"  # what a quotation prints beyond a passage belongs to another statement


class Difference(NamedTuple):
    """One difference between passage a and passage b.

    `a` and `b` are the places concerned, in a's and in b's own text; one that prints nothing
    there has an empty span at the place where it would stand.
    """

    kind: DifferenceKind
    a: Span
    b: Span
    detail: str = Detail.NONE


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage to be compared: the tokens, in reading order, of a text.

    `whole` are the tokens of the whole quotation that the passage is a part of.
    """

    text: str
    tokens: Sequence[Token]
    whole: Sequence[Token]
