"""Quotations of several articles to links: which passage of one reports the words of another."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from rapidfuzz.distance import LCSseq

from articles.engine.alignment.matches import Address, Match, match_quotations
from articles.engine.alignment.witnesses import Witness
from articles.engine.differences.differences import Difference, Passage, Status, find_differences, status_of
from articles.engine.text.spans import Span

# So many characters behind a quotation are looked at for how it goes on outside its marks.
REACH_BEHIND = 48
# So many words of them, up to the first name, tell ("…," said Smith; "…" only if it rains).
WORDS_BEHIND = 3
# Marks that are heard: quotations of the same words may differ in them.
SPOKEN_ENDS = frozenset("?!…")


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
    `same_order` tells whether the shared words come in the same order. `strength` of the match
    and what was `needed` to call it sure are on the scale that `kinship` describes. `similarity`
    and `usual` are None but for a match that was proposed (see `proposals`).
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


@dataclass(frozen=True, slots=True)
class Link:
    """Two passages of different articles that report the same words.

    `reported` is True where one of them stands in the outlet's own words (an indirect quotation):
    such a link says who else reports the statement, and never that words were changed. `copied` is
    True where both stand in one agency's text, so that the two articles are one witness to it.
    """

    a: Place
    b: Place
    status: Status
    differences: tuple[Difference, ...]
    evidence: Evidence
    reported: bool = False
    copied: bool = False


def align(witnesses: Sequence[Witness]) -> tuple[Link, ...]:
    """Find every link between the quotations of different articles of a story."""
    matches = match_quotations(witnesses)
    return tuple(link_matches(witnesses, [match for match in matches if match.left[0] != match.right[0]]))


def link_matches(witnesses: Sequence[Witness], matches: Iterable[Match]) -> Iterator[Link]:
    """Compare the passages of each match and say what it amounts to.

    Two quotations that many articles print alike are compared once; the result is moved.
    """
    known: dict[object, tuple[tuple[int, int], tuple[Difference, ...], Evidence]] = {}
    for match in matches:
        left, right = match.positions
        key = (
            _printed(witnesses, match.left),
            left,
            _printed(witnesses, match.right),
            right,
            match.same_speaker,
            match.reported,
        )
        starts = _start(witnesses, match.left), _start(witnesses, match.right)
        if key not in known:
            a, b = _passage(witnesses, match.left, left), _passage(witnesses, match.right, right)
            plain = match.reported or (match.same_speaker is not False and _are_printed_alike(a, b))
            differences = () if plain else find_differences(a, b, match.same_speaker)
            known[key] = starts, differences, _evidence(a, b, match)
        origin, differences, evidence = known[key]
        yield Link(
            a=place_of(witnesses, match.left, left),
            b=place_of(witnesses, match.right, right),
            status=status_of(differences) if match.sure and not match.reported else Status.POSSIBLE,
            differences=_move(differences, starts[0] - origin[0], starts[1] - origin[1]),
            evidence=evidence,
            reported=match.reported,
        )


def _are_printed_alike(a: Passage, b: Passage) -> bool:
    """Tell whether two passages are whole quotations of the very same characters, as most matches are."""
    if len(a.tokens) != len(a.whole) or len(b.tokens) != len(b.whole):
        return False
    (first_a, last_a), (first_b, last_b) = (a.tokens[0], a.tokens[-1]), (b.tokens[0], b.tokens[-1])
    if a.text[first_a.start : last_a.end] != b.text[first_b.start : last_b.end]:
        return False
    ends = {a.text[last_a.end : last_a.end + 1], b.text[last_b.end : last_b.end + 1]}
    return len(ends) == 1 or ends.isdisjoint(SPOKEN_ENDS)


def _start(witnesses: Sequence[Witness], address: Address) -> int:
    """Give the place where a quotation begins."""
    w, q = address
    return witnesses[w].reading.quotations[q].parts[0].start


def _printed(witnesses: Sequence[Witness], address: Address) -> tuple[object, ...]:
    """Give all that a comparison can see of a quotation: its characters, and where its parts are."""
    w, q = address
    reading = witnesses[w].reading
    parts = reading.quotations[q].parts
    start = parts[0].start
    shape = tuple((part.start - start, part.end - start) for part in parts)
    end = parts[-1].end
    behind = takewhile(str.islower, reading.text[end : end + REACH_BEHIND].split()[:WORDS_BEHIND])
    return reading.text[max(start - 1, 0) : end + 1], shape, *behind


def _move(differences: tuple[Difference, ...], shift_a: int, shift_b: int) -> tuple[Difference, ...]:
    """Move differences to the places where other articles print the same passages."""
    if not shift_a and not shift_b:
        return differences
    return tuple(
        replace(
            difference,
            a=Span(difference.a.start + shift_a, difference.a.end + shift_a),
            b=Span(difference.b.start + shift_b, difference.b.end + shift_b),
        )
        for difference in differences
    )


def place_of(witnesses: Sequence[Witness], address: Address, positions: Iterable[int]) -> Place:
    """Give the place of some sentences of a quotation; those with a blank between them are one span."""
    w, q = address
    text = witnesses[w].reading.text
    spans: list[Span] = []
    for span in (span for i in positions for span in witnesses[w].sentences[q][i].spans):
        if spans and text[spans[-1].end : span.start].isspace():
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
    return Place(w, q, tuple(spans))


def _passage(witnesses: Sequence[Witness], address: Address, positions: Sequence[int]) -> Passage:
    """Put a passage beside the whole it is taken from: the parts of its quotation that it stands in.

    The other parts stand in marks of their own, so nothing is cut between them and the passage.
    """
    w, q = address
    sentences = witnesses[w].sentences[q]
    first, last = sentences[positions[0]].first_part, sentences[positions[-1]].last_part
    whole = [one for one in sentences if one.last_part >= first and one.first_part <= last]
    return Passage(
        text=witnesses[w].reading.text,
        tokens=tuple(token for i in positions for token in sentences[i].tokens),
        whole=tuple(token for sentence in whole for token in sentence.tokens),
    )


def _evidence(a: Passage, b: Passage, match: Match) -> Evidence:
    """Count what agrees between two passages."""
    left = [token.norm for token in a.tokens]
    right = [token.norm for token in b.tokens]
    shared = LCSseq.similarity(left, right)
    return Evidence(
        shared=shared,
        words_a=len(left),
        words_b=len(right),
        weight=round(match.surest.share, 3),
        same_speaker=match.same_speaker,
        same_order=shared >= len(set(left) & set(right)),
        strength=round(match.strength, 2),
        needed=match.needed,
        similarity=match.similarity,
        usual=match.usual,
    )
