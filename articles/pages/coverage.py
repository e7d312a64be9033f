"""A version to its pieces: the words that differ from the base, or who else carries each part of the base."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import NamedTuple

from articles.engine.differences.differences import DifferenceKind
from articles.engine.statements.agreement import find_agreed
from articles.engine.text.spans import Span
from articles.engine.tokens.tokens import Token
from articles.pages.excerpts import join_spans
from articles.pages.found import Slice
from articles.pages.printed import Printed
from articles.pages.shown import Pair, Shown, Told
from articles.pages.witnesses import Witness

# Differences that leave the words themselves standing: what they cover is carried all the same.
CARRIED_ALL_THE_SAME = frozenset(
    kind.value
    for kind in (
        DifferenceKind.SPEAKER,
        DifferenceKind.STITCHED,
        DifferenceKind.FRAGMENT,
        DifferenceKind.ORDER,
        DifferenceKind.PUNCTUATION,
    )
)
# In how many steps the coverage map is shaded, besides "only here".
SHADES = 3


class Carry(NamedTuple):
    """Words of the base that another article prints too; only a possible match may be all that says so."""

    span: Span
    witness: Witness
    possible: bool

    @property
    def name(self) -> str:
        """What the article is called where it is said who carries the words."""
        return f"{self.witness.name} (possible match)" if self.possible else self.witness.name


@dataclass(frozen=True, slots=True)
class Piece(Slice):
    """An exact slice of an article: the kind of difference that stands there, or who else carries it.

    `label` is the letter under which the list below the map names the carriers.
    """

    kind: str = ""
    shade: int = 0
    carriers: tuple[str, ...] = ()
    label: str = ""

    @property
    def look(self) -> str:
        """What it looks like, in the words of the style sheet."""
        if self.kind:
            return f"diff {self.kind}"
        return f"part c{self.shade}" if self.shade else "part"


def other_end(pair: Pair, version: Printed) -> Printed:
    """Return the end of a pair that is not this version's."""
    return pair.b if pair.a.quotation.pk == version.quotation.pk else pair.a


def own_end(pair: Pair, version: Printed) -> tuple[Printed, bool]:
    """Return the end of a pair that is this version's, and whether it is the first."""
    first = pair.a.quotation.pk == version.quotation.pk
    return (pair.a if first else pair.b), first


def cut_at_differences(version: Printed, pairs: Iterable[Pair]) -> tuple[tuple[Piece, ...], ...]:
    """Cut a version at its differences from the base; the gravest wins where two overlap."""
    places: list[tuple[Span, str]] = []
    for pair in pairs:
        _, first = own_end(pair, version)
        places += [(told.a if first else told.b, told.kind) for told in pair.told if marks_words(told)]
    text = version.witness.article.text
    return tuple(
        tuple(cut_run(text, Span(start, end), places)) for start, end in join_spans(text, version.spans)
    )


def marks_words(told: Told) -> bool:
    """Tell whether a difference is one of words that can be marked."""
    return not told.small and told.kind not in CARRIED_ALL_THE_SAME


def cut_run(text: str, run: Span, places: Iterable[tuple[Span, str]]) -> Iterable[Piece]:
    """Cut one run of words at the places inside it; an empty piece stands where the base prints more."""
    taken: list[tuple[int, int, str]] = []
    for place, kind in places:
        start, end = max(place.start, run.start), min(place.end, run.end)
        more = place.start == place.end == start == end and kind != DifferenceKind.SHORTER
        if (start < end or more) and not any(
            (start < e and s < end) or (start, end) == (s, e) for s, e, _ in taken
        ):
            taken.append((start, end, kind))
    at = run.start
    for start, end, kind in sorted(taken):
        if at < start:
            yield Piece(at, start, text[at:start])
        yield Piece(start, end, text[start:end], kind)
        at = end
    if at < run.end:
        yield Piece(at, run.end, text[at : run.end])


def cover(root: Printed, statement: Shown) -> tuple[tuple[Piece, ...], ...]:
    """Cut the base by which other outlets carry each part of it word for word."""
    read: dict[tuple[Span, ...], tuple[Token, ...]] = {}
    carried: list[Carry] = []
    for pair in statement.pairs:
        # What a report without quotation marks shares with the base is no quotation of its words.
        if not pair.reported and root.quotation.pk in (pair.a.quotation.pk, pair.b.quotation.pk):
            own, _ = own_end(pair, root)
            if own.spans not in read:
                read[own.spans] = own.tokens
            carried += carry_words(pair, read[own.spans], root)
    others = {v.witness.pk for v in statement.versions if v.in_marks} - {root.witness.pk}
    text = root.witness.article.text
    return tuple(
        tuple(cover_run(text, Span(start, end), carried, len(others)))
        for start, end in join_spans(text, root.spans)
    )


def carry_words(pair: Pair, tokens: Sequence[Token], root: Printed) -> Iterable[Carry]:
    """List which words of the base the other end of a pair prints too, as the evidence counts them."""
    other = other_end(pair, root)
    agreed = {one.a for one in find_agreed(tokens, other.tokens)}
    for together, run in groupby(tokens, key=lambda token: Span(token.start, token.end) in agreed):
        if together:
            words = list(run)
            yield Carry(Span(words[0].start, words[-1].end), other.witness, pair.status == "possible")


def cover_run(text: str, run: Span, carried: Sequence[Carry], others: int) -> Iterable[Piece]:
    """Cut one run wherever the set of outlets that carry it changes; blanks and marks never cut it."""
    inside = [
        (max(one.span.start, run.start), min(one.span.end, run.end), one)
        # A sure match is named before a possible one.
        for one in sorted(carried, key=lambda one: one.possible)
    ]
    inside = [(start, end, one) for start, end, one in inside if start < end]
    edges = sorted({run.start, run.end, *(s for s, _, _ in inside), *(e for _, e, _ in inside)})
    pieces: list[Piece] = []
    for start, end in pairwise(edges):
        names: dict[int, str] = {}
        for first, last, one in inside:
            if first <= start and end <= last:
                names.setdefault(one.witness.pk, one.name)
        shade = -(-SHADES * len(names) // others) if others else 0
        add_piece(pieces, Piece(start, end, text[start:end], "", shade, tuple(names.values())))
    return pieces


def add_piece(pieces: list[Piece], piece: Piece) -> None:
    """Add a piece; what lies between two pieces of the same carriers and holds no word joins them."""
    while pieces:
        before = pieces[-1]
        if set(before.carriers) == set(piece.carriers):
            pieces.pop()
            piece = replace(before, end=piece.end, text=before.text + piece.text)
        elif len(pieces) > 1 and wordless(before) and set(pieces[-2].carriers) == set(piece.carriers):
            pieces.pop()
            piece = replace(piece, start=before.start, text=before.text + piece.text)
        else:
            break
    pieces.append(piece)


def wordless(piece: Piece) -> bool:
    """Tell whether a piece holds neither a letter nor a figure."""
    return not any(c.isalnum() for c in piece.text)
