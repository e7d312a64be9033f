"""A version to its pieces: the words that differ from the base, or who else carries each part of the base."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from articles.engine.differences.differences import DifferenceKind
from articles.engine.text.spans import Span
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
# More outlets than these are counted instead of named.
MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Piece(Slice):
    """An exact slice of an article: the kind of difference that stands there, or who else carries it."""

    kind: str = ""
    shade: int = 0
    carriers: tuple[str, ...] = ()

    @property
    def look(self) -> str:
        """What it looks like, in the words of the style sheet."""
        if self.kind:
            return f"diff {self.kind}"
        return f"part c{self.shade}" if self.shade else "part"


@dataclass(frozen=True, slots=True)
class Carried:
    """How many words of the base the same other outlets carry."""

    words: int
    shade: int
    said: str


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
    carried = [(span, witness) for pair in statement.pairs for span, witness in carried_spans(pair, root)]
    others = {v.witness.pk for v in statement.versions if v.in_marks} - {root.witness.pk}
    text = root.witness.article.text
    return tuple(
        tuple(cover_run(text, Span(start, end), carried, len(others)))
        for start, end in join_spans(text, root.spans)
    )


def carried_spans(pair: Pair, root: Printed) -> Iterable[tuple[Span, Witness]]:
    """List what of the base the other end of a pair prints too; a doubtful match carries nothing."""
    if pair.reported or pair.status == "possible":
        return
    if root.quotation.pk not in (pair.a.quotation.pk, pair.b.quotation.pk):
        return
    own, first = own_end(pair, root)
    other = other_end(pair, root)
    fragments = [t for t in pair.told if t.kind == DifferenceKind.FRAGMENT]
    changed = sorted(told.a if first else told.b for told in pair.told if marks_words(told))
    for span in own.spans:
        held = find_fragments(span, own, other, fragments, first) if fragments else [span]
        for part in held:
            for kept in subtract(part, changed):
                words = trim(own.witness.article.text, kept)
                if words:
                    yield words, other.witness


def find_fragments(
    span: Span, own: Printed, other: Printed, fragments: Iterable[Told], first: bool
) -> Iterable[Span]:
    """Find the few words that the other end prints inside a span of this one."""
    for told in fragments:
        place = told.b if first else told.a
        words = other.witness.article.text[place.start : place.end]
        found = re.search(re.escape(words), own.witness.article.text[span.start : span.end], re.IGNORECASE)
        if words and found:
            yield Span(span.start + found.start(), span.start + found.end())


def trim(text: str, span: Span) -> Span | None:
    """Cut a span to its first and last letter or figure; marks and blanks at its edges are not carried."""
    inside = [at for at in range(span.start, span.end) if text[at].isalnum()]
    return Span(inside[0], inside[-1] + 1) if inside else None


def subtract(span: Span, places: Iterable[Span]) -> Iterable[Span]:
    """Cut some sorted places out of a span."""
    at = span.start
    for place in places:
        if place.start == place.end or place.end <= at or place.start >= span.end:
            continue
        if at < place.start:
            yield Span(at, place.start)
        at = place.end
    if at < span.end:
        yield Span(at, span.end)


def cover_run(text: str, run: Span, carried: Sequence[tuple[Span, Witness]], others: int) -> Iterable[Piece]:
    """Cut one run wherever the set of outlets that carry it changes; blanks and marks never cut it."""
    inside = [(max(s.start, run.start), min(s.end, run.end), w) for s, w in carried]
    inside = [(start, end, w) for start, end, w in inside if start < end]
    edges = sorted({run.start, run.end, *(s for s, _, _ in inside), *(e for _, e, _ in inside)})
    pieces: list[Piece] = []
    for start, end in pairwise(edges):
        names = {w.pk: w.name for s, e, w in inside if s <= start and end <= e}
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


def count_carried(runs: Iterable[Iterable[Piece]]) -> tuple[Carried, ...]:
    """Count the words of the base by who else carries them, those that most carry first."""
    counts: dict[tuple[str, ...], int] = {}
    shades: dict[tuple[str, ...], int] = {}
    for piece in (piece for run in runs for piece in run):
        key = tuple(sorted(piece.carriers))
        counts[key] = counts.get(key, 0) + len(re.findall(r"\S*\w\S*", piece.text))
        shades[key] = piece.shade
    order = sorted(counts, key=lambda names: (-len(names), names))
    return tuple(
        Carried(counts[names], shades[names], say_carriers(names)) for names in order if counts[names]
    )


def say_carriers(names: Sequence[str]) -> str:
    """Say who else carries some words."""
    if not names:
        return "only here"
    if len(names) > MOST_NAMED:
        return f"also in {len(names)} others"
    return "also in " + (names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}")
