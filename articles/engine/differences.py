"""Two aligned passages to the differences between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Indel

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


def find_differences(a: Passage, b: Passage, same_speaker: bool | None = None) -> tuple[Difference, ...]:
    """Find every difference between two aligned passages, gravest first."""
    found: list[Difference] = []
    if same_speaker is False:
        found.append(
            Difference(DifferenceKind.SPEAKER, _cover(a, 0, len(a.tokens)), _cover(b, 0, len(b.tokens)))
        )
    norms_a = [token.norm for token in a.tokens]
    norms_b = [token.norm for token in b.tokens]
    for tag, i, j, k, m in Indel.opcodes(norms_a, norms_b).as_list():
        if tag != "equal":
            found.append(Difference(DifferenceKind.WORDING, _cover(a, i, j), _cover(b, k, m)))
    return tuple(found)


def _cover(passage: Passage, first: int, last: int) -> Span:
    """Give the place of some tokens, or the empty place where they would stand."""
    tokens = passage.tokens
    if first < last:
        return Span(tokens[first].start, tokens[last - 1].end)
    place = tokens[first].start if first < len(tokens) else tokens[-1].end if tokens else 0
    return Span(place, place)


def status_of(differences: Sequence[Difference]) -> Status:
    """Tell what a match with these differences amounts to."""
    return Status.REWRITTEN if differences else Status.VERBATIM
