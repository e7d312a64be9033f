"""A phrase that one side prints in another place, with another name or number in it."""

from collections.abc import Iterator, Sequence

from articles.engine.differences.changes import Change
from articles.engine.differences.sides import Side
from articles.engine.tokens.figures import is_number

# A phrase of at most so many words is told as moved where all that differs in it is the name.
LONGEST_PHRASE = 4


def find_renamed(a: Side, b: Side, changes: Sequence[Change]) -> Iterator[tuple[Change, tuple[Change, ...]]]:
    """Find phrases that stand elsewhere with another name or number; give also where these stand.

    "Through Slovenia with forged papers" for "with forged papers through Slovakia".
    """
    mine = [change for change in changes if change.b0 == change.b1 and _is_phrase(change)]
    others = [change for change in changes if change.a0 == change.a1 and _is_phrase(change)]
    for one in mine:
        for other in others:
            place = Change(one.a0, one.a1, other.b0, other.b1)
            holes = _holes(a, b, place)
            if holes:
                others.remove(other)
                yield place, holes
                break


def _is_phrase(change: Change) -> bool:
    return 1 < change.size <= LONGEST_PHRASE


def _holes(a: Side, b: Side, place: Change) -> tuple[Change, ...]:
    """Give the names and numbers that differ where nothing else does, nor the first word."""
    a0, a1, b0, b1 = place
    if a1 - a0 != b1 - b0 or a.norms[a0] != b.norms[b0]:
        return ()
    changed = [(a0 + n, b0 + n) for n in range(a1 - a0) if a.norms[a0 + n] != b.norms[b0 + n]]
    named = all((i in a.capitals and j in b.capitals) or _count(a.norms[i], b.norms[j]) for i, j in changed)
    return tuple(Change(i, i + 1, j, j + 1) for i, j in changed) if named else ()


def _count(one: str, other: str) -> bool:
    """Tell whether two words are numbers of one kind."""
    return one[0] == other[0] and is_number(one)
