"""A link to the pairs of printed stretches that it joins: what stands between one pair of marks each.

A quotation that its cue divides ("We will," she said, "win.") is one passage to a reader and two stretches
of a text. Whoever looks at stretches wants to know which of them report the words of which.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from articles.engine.alignment.alignment import Link, Place
from articles.engine.alignment.comparison import compare_quotations
from articles.engine.alignment.witnesses import Witness
from articles.engine.differences.differences import Difference, Status
from articles.engine.text.spans import Span
from articles.engine.tokens.tokens import Token, tokenise


@dataclass(frozen=True, slots=True)
class StretchPair:
    """Two stretches, marks included, that report the same words, and what their comparison amounts to."""

    a: Span
    b: Span
    status: Status
    differences: tuple[Difference, ...]


def pair_stretches(witnesses: Sequence[Witness], link: Link) -> tuple[StretchPair, ...]:
    """Divide a link by the stretches that its passages stand in, in the order of the first text."""
    one, other = stretches_of(witnesses, link.a), stretches_of(witnesses, link.b)
    if len(one) == len(other) == 1:
        return (StretchPair(one[0], other[0], link.status, link.differences),)
    text_a, text_b = witnesses[link.a.witness].reading.text, witnesses[link.b.witness].reading.text
    together = _stretches_in_common(text_a, one, text_b, other)
    found = []
    for a, b in together if link.status is not Status.POSSIBLE else ():
        compared = compare_quotations(text_a, (a,), text_b, (b,), link.evidence.same_speaker)
        if compared.status is not None and compared.status is not Status.POSSIBLE:
            found.append(StretchPair(a, b, compared.status, compared.differences))
    # What is only possible, or sure only as a whole, is no surer in its parts.
    return tuple(found) or tuple(StretchPair(a, b, link.status, link.differences) for a, b in together)


def stretches_of(witnesses: Sequence[Witness], place: Place) -> tuple[Span, ...]:
    """Give the parts of a quotation that a passage of it stands in."""
    parts = witnesses[place.witness].reading.quotations[place.quotation].parts
    return tuple(part for part in parts if any(part.meets(span) for span in place.spans))


def _stretches_in_common(
    text_a: str, one: Sequence[Span], text_b: str, other: Sequence[Span]
) -> list[tuple[Span, Span]]:
    """Give the stretches of two passages that have a word in common where these are aligned."""
    left, right = tokenise(text_a, tuple(one)), tokenise(text_b, tuple(other))
    pairs = set()
    for block in LCSseq.opcodes([token.norm for token in left], [token.norm for token in right]):
        if block.tag == "equal":
            for token_a, token_b in zip(
                left[block.src_start : block.src_end], right[block.dest_start : block.dest_end], strict=True
            ):
                pairs.add((_holder(one, token_a), _holder(other, token_b)))
    return sorted(pairs)


def _holder(stretches: Sequence[Span], token: Token) -> Span:
    """Give the stretch that a token stands in."""
    return stretches[bisect_right(stretches, token.start, key=lambda span: span.start) - 1]
