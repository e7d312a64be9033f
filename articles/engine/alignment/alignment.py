"""Matches of several articles to links: which passage of one reports the words of another, and how."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from articles.engine.alignment.matches import Address, Match
from articles.engine.alignment.passages import Passages
from articles.engine.alignment.witnesses import Witness, told_speakers
from articles.engine.differences.differences import (
    Detail,
    Difference,
    DifferenceKind,
    Status,
    compare_passages,
    status_of,
)
from articles.engine.differences.sides import Side
from articles.engine.text.spans import Span

# Marks that are heard: quotations of the same words may differ in them.
SPOKEN_ENDS = frozenset("?!…")
# Kinds of difference between the same words in another order, but where two places are joined.
_ELSEWHERE = frozenset({DifferenceKind.ORDER, DifferenceKind.STITCHED})


class Place(NamedTuple):
    """A passage inside one quotation: witness and quotation by index, and the spans it covers."""

    witness: int
    quotation: int
    spans: tuple[Span, ...]


class Evidence(NamedTuple):
    """What speaks for and against a link, as stored figures; a reader's text is made from it.

    `shared` of `words_a` and of `words_b` words agree in their normal form; `weight` is the
    rarity-weighted share of stems (0 to 1); `same_speaker` is None where either is not stated;
    `same_order` tells whether the shared words come in the same order. `strength` of the match
    and what was `needed` to call it sure are on the scale that `kinship` describes. `similarity`
    and `usual` are None but for a match that was proposed (see `proposals`); `decided` is the reason
    of an editor who says that it is one.
    """

    shared: int
    words_a: int
    words_b: int
    weight: float
    same_speaker: bool | None
    same_order: bool
    strength: float = 0.0
    needed: float = 0.0
    similarity: float | None = None
    usual: float | None = None
    decided: str = ""


class Link(NamedTuple):
    """Two passages of different articles that report the same words.

    `reported` is True where one of them stands in the outlet's own words (an indirect quotation):
    such a link says who else reports the statement, and never that words were changed. `copied` is
    True where both stand in one agency's text, so that the two articles are one witness to it;
    `translated` where words differ and one is known to be a translation (see `translated`).
    """

    a: Place
    b: Place
    status: Status
    differences: tuple[Difference, ...]
    evidence: Evidence
    reported: bool = False
    copied: bool = False
    translated: bool = False


def link_matches(witnesses: Sequence[Witness], matches: Iterable[Match]) -> Iterator[Link]:
    """Compare the passages of each match and say what it amounts to.

    Two quotations that many articles print alike are compared once; the result is moved.
    """
    known: dict[object, tuple[int, int, tuple[Difference, ...], Status, Evidence]] = {}
    for match in matches:
        (w, q), (v, p) = match.left, match.right
        one, other = witnesses[w].passages[q], witnesses[v].passages[p]
        left, right = match.positions
        told = told_speakers(match.same_speaker, witnesses[w], q, witnesses[v], p)
        key = one.printed, left, other.printed, right, match.same_speaker, told, match.reported, match.decided
        found = known.get(key)
        if found is None:
            differences = () if match.reported else _differences(one, left, other, right, told)
            evidence = _evidence(one.words_of(left), other.words_of(right), match, differences)
            found = one.start, other.start, differences, status_of(differences), evidence
            known[key] = found
        start_a, start_b, differences, status, evidence = found
        yield Link(
            a=Place(w, q, one.spans_of(left)),
            b=Place(v, p, other.spans_of(right)),
            status=status if match.sure and not match.reported else Status.POSSIBLE,
            differences=_move(differences, one.start - start_a, other.start - start_b),
            evidence=evidence,
            reported=match.reported,
        )


def _differences(
    one: Passages, left: range, other: Passages, right: range, same_speaker: bool | None
) -> tuple[Difference, ...]:
    """Find the differences of two passages; most matches are of the very same characters and have none."""
    a, b = one.meaning_of(left), other.meaning_of(right)
    if same_speaker is not False and _are_printed_alike(a.side, b.side):
        return ()
    return compare_passages(a, b, same_speaker)


def _are_printed_alike(a: Side, b: Side) -> bool:
    """Tell whether two passages are whole quotations of the very same characters."""
    if a.last - a.first != len(a.tokens) or b.last - b.first != len(b.tokens):
        return False
    (first_a, last_a), (first_b, last_b) = (a.tokens[0], a.tokens[-1]), (b.tokens[0], b.tokens[-1])
    if a.text[first_a.start : last_a.end] != b.text[first_b.start : last_b.end]:
        return False
    ends = {a.text[last_a.end : last_a.end + 1], b.text[last_b.end : last_b.end + 1]}
    return len(ends) == 1 or ends.isdisjoint(SPOKEN_ENDS)


def _move(differences: tuple[Difference, ...], shift_a: int, shift_b: int) -> tuple[Difference, ...]:
    """Move differences to the places where other articles print the same passages."""
    if not shift_a and not shift_b:
        return differences
    return tuple(
        [
            Difference(
                kind,
                Span(a.start + shift_a, a.end + shift_a),
                Span(b.start + shift_b, b.end + shift_b),
                detail,
            )
            for kind, a, b, detail in differences
        ]
    )


def place_of(witnesses: Sequence[Witness], address: Address, positions: Sequence[int]) -> Place:
    """Give the place of some sentences of a quotation."""
    w, q = address
    return Place(w, q, witnesses[w].passages[q].spans_of(positions))


def _evidence(
    left: Sequence[str], right: Sequence[str], match: Match, differences: Iterable[Difference]
) -> Evidence:
    """Count what agrees between the words of two passages, in whatever order where they say so themselves."""
    fewer = min(len(left), len(right))
    in_order = shared = LCSseq.similarity(left, right)
    if any(told.kind in _ELSEWHERE and told.detail != Detail.JOINED for told in differences):
        shared = (Counter(left) & Counter(right)).total()
    return Evidence(
        shared=shared,
        words_a=len(left),
        words_b=len(right),
        weight=round(match.surest.share, 3),
        same_speaker=match.same_speaker,
        same_order=in_order == fewer or in_order >= max(shared, len(set(left).intersection(right))),
        strength=round(match.strength, 2),
        needed=match.needed,
        similarity=match.similarity,
        usual=match.usual,
        decided=match.decided,
    )
