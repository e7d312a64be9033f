"""Two aligned passages to the differences between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from articles.engine.spans import Span
from articles.engine.tokens import Token


class DifferenceKind(StrEnum):
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


class Status(StrEnum):
    """What a match of two passages amounts to."""

    VERBATIM = "verbatim"
    REWRITTEN = "rewritten"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference between passage a and passage b.

    `a` and `b` are the places concerned, in a's and in b's own text; one that prints nothing
    there has an empty span at the place where it would stand. `detail` names the case within
    the kind for the sentence ("dropped", "condition", "clarified", ...), from a closed list.
    """

    kind: DifferenceKind
    a: Span
    b: Span
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage to be compared: the tokens, in reading order, of a text.

    `whole` are the tokens of the whole quotation that the passage is a part of.
    """

    text: str
    tokens: Sequence[Token]
    whole: Sequence[Token]
