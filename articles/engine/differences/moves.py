"""Changes between two sides to the words that one of them prints in another place."""

from collections import Counter
from collections.abc import Iterator, Mapping, Set
from typing import NamedTuple

from articles.engine.differences.changes import Change
from articles.engine.differences.renamed_moves import find_renamed
from articles.engine.differences.sides import STOP_WORDS, Side
from articles.engine.tokens.figures import is_number

# Words of a run that stands elsewhere in the other passage; fewer may meet by chance.
LEAST_MOVED_WORDS = 3
# Share of a sentence that must be the same for it to be told as moved past the shared words.
LEAST_MOVED_SHARE = 0.6
# Share of the words of two sentences that are the same, from which on it is one, moved and changed.
LEAST_ALIKE_SHARE = 0.7
# So many words of such a sentence in a row, one of matter among them, bring the two together.
LEAST_ALIKE_WORDS = 2
# Words, and words of matter, of a clause that stands nowhere else by chance.
LEAST_CLAUSE_WORDS = 4
LEAST_CLAUSE_MATTER = 2
_JOINING = frozenset({"and", "but", "or", "so", "then"})
# Tokens that one word may move over and still be told as moved.
SHORT_MOVE = 6
# Words that may be changed between two moved runs that are one passage.
LONGEST_HOLE = 3


class Run(NamedTuple):
    """The same `size` words stand at `a` in one and at `b` in the other, out of order."""

    a: int
    b: int
    size: int


class Move(NamedTuple):
    """Tokens that stand elsewhere on the other side, and what is changed between the words they share."""

    place: Change
    holes: tuple[Change, ...]


def find_moves(a: Side, b: Side, changes: list[Change], edges: list[Change]) -> tuple[Move, ...]:
    """Find passages that one side prints in another place, each of one run of words or of several."""
    moves: list[Move] = []
    for run in _moved_runs(a, b, changes):
        place = _place_of(run)
        last = moves[-1].place if moves else place
        hole = Change(last.a1, place.a0, last.b1, place.b0)
        if moves and _is_hole(hole, changes):
            whole = Change(last.a0, place.a1, last.b0, place.b1)
            moves[-1] = Move(whole, (*moves[-1].holes, hole))
        else:
            moves.append(Move(place, ()))
    moves = [move for move in moves if _is_told(a, b, move.place, moves, edges)]
    moves = [_to_sentence(a, b, move, moves, changes) for move in moves]
    renamed = [Move(*found) for found in find_renamed(a, b, changes)]
    free = [move for move in renamed if not any(_meet(move.place, other.place) for other in moves)]
    return tuple(sorted([*moves, *free]))


def _place_of(run: Run) -> Change:
    """Give the tokens of a run on either side."""
    return Change(run.a, run.a + run.size, run.b, run.b + run.size)


def _to_sentence(a: Side, b: Side, move: Move, moves: list[Move], changes: list[Change]) -> Move:
    """Let a move reach to the ends of its sentences, where little is left of these and of no other move."""
    place, holes = move
    if place.a1 - place.a0 < LEAST_ALIKE_WORDS:
        return move
    start = Change(a.sentence_start(place.a0), place.a0, b.sentence_start(place.b0), place.b0)
    end = Change(place.a1, a.sentence_end(place.a1 - 1), place.b1, b.sentence_end(place.b1 - 1))
    if not _is_rest(start, place, changes) or not _is_rest(end, place, changes):
        return move
    whole = Change(start.a0, end.a1, start.b0, end.b1)
    if any(_meet(whole, other.place) for other in moves if other is not move):
        return move
    return Move(whole, tuple(hole for hole in (start, *holes, end) if not hole.is_nothing))


def _meet(one: Change, other: Change) -> bool:
    """Tell whether two places have tokens of either side in common."""
    return (one.a0 < other.a1 and other.a0 < one.a1) or (one.b0 < other.b1 and other.b0 < one.b1)


def _is_rest(rest: Change, place: Change, changes: list[Change]) -> bool:
    """Tell whether the rest of two sentences is nothing, or stands for each other beside what is moved."""
    if rest.is_nothing:
        return True
    sizes = rest.a1 - rest.a0, rest.b1 - rest.b0
    return min(sizes) > 0 and sum(sizes) <= 2 * (place.a1 - place.a0) and _is_hole(rest, changes)


def _is_told(a: Side, b: Side, place: Change, moves: list[Move], edges: list[Change]) -> bool:
    """Tell whether a passage that stands before the shared words here and behind them there was moved.

    Two quotations that each go on beyond the other may say similar things there; only a whole clause,
    most of a sentence (by itself, or with what else of it is moved), or a part of the sentence that both
    print, is the same passage.
    """
    if a.bracketed.issuperset(range(place.a0, place.a1)) or b.bracketed.issuperset(range(place.b0, place.b1)):
        return False
    lead, trail = edges
    if _is_whole_clause(a, place.a0, place.a1) or _is_whole_clause(b, place.b0, place.b1):
        return True
    if place.a1 - place.a0 >= LEAST_ALIKE_WORDS and _are_alike(a, b, place):
        return True
    beyond = (place.a1 <= lead.a1 and place.b0 >= trail.b0) or (place.a0 >= trail.a0 and place.b1 <= lead.b1)
    return not beyond or all(
        _is_most(side, first, last, [(move.place[column], move.place[column + 1]) for move in moves])
        or (side.sentence_start(first) < kept_end and kept_start < side.sentence_end(last - 1))
        for side, first, last, column, kept_start, kept_end in (
            (a, place.a0, place.a1, 0, lead.a1, trail.a0),
            (b, place.b0, place.b1, 2, lead.b1, trail.b0),
        )
    )


def _are_alike(a: Side, b: Side, place: Change) -> bool:
    """Tell whether the sentences in which a moved run stands are nearly the same words."""
    one = a.norms[a.sentence_start(place.a0) : a.sentence_end(place.a1 - 1)]
    other = b.norms[b.sentence_start(place.b0) : b.sentence_end(place.b1 - 1)]
    return (Counter(one) & Counter(other)).total() >= LEAST_ALIKE_SHARE * max(len(one), len(other))


def _is_whole_clause(side: Side, first: int, last: int) -> bool:
    """Tell whether some words are all that stands between two marks, but for an "and"."""
    if last - first < LEAST_CLAUSE_WORDS or len(side.content(range(first, last))) < LEAST_CLAUSE_MATTER:
        return False
    opened = first - 1 if first and side.norms[first - 1] in _JOINING else first
    return (opened == 0 or side.has_marks(opened)) and (last == len(side.tokens) or side.has_marks(last))


def _is_most(side: Side, first: int, last: int, moved: list[tuple[int, int]]) -> bool:
    """Tell whether most of the sentences of some words stands elsewhere on the other side."""
    start, end = side.sentence_start(first), side.sentence_end(last - 1)
    words = sum(max(0, min(one_last, end) - max(one, start)) for one, one_last in moved)
    return words >= LEAST_MOVED_SHARE * (end - start)


def _is_hole(hole: Change, changes: list[Change]) -> bool:
    """Tell whether little enough lies between two moved runs that they are one passage."""
    sizes = hole.a1 - hole.a0, hole.b1 - hole.b0
    if min(sizes) < 0 or max(sizes) > LONGEST_HOLE:
        return False
    inside_a = any(change.a0 <= hole.a0 and hole.a1 <= change.a1 for change in changes)
    return inside_a and any(change.b0 <= hole.b0 and hole.b1 <= change.b1 for change in changes)


def _moved_runs(a: Side, b: Side, changes: list[Change]) -> list[Run]:
    """Find runs of words that one side prints in another place."""
    shared = {norm for a0, a1, _, _ in changes for norm in a.norms[a0:a1]}
    shared &= {norm for _, _, b0, b1 in changes for norm in b.norms[b0:b1]}
    if not shared:
        return []
    free_a = {i for a0, a1, _, _ in changes for i in range(a0, a1)}
    free_b = {j for _, _, b0, b1 in changes for j in range(b0, b1)}
    places: dict[str, list[int]] = {norm: [] for norm in shared}
    for j in free_b:
        if b.norms[j] in shared:
            places[b.norms[j]].append(j)
    runs = [
        Run(i, j, _run_length(a, b, i, j, free_a, free_b)) for i in free_a for j in places.get(a.norms[i], ())
    ]
    runs.sort(key=lambda move: (-move.size, move.a, move.b))
    only_a = {change.a0: change for change in changes if change.b0 == change.b1}
    only_b = {change.b0: change for change in changes if change.a0 == change.a1}
    moves = []
    for move in runs:
        left, right = range(move.a, move.a + move.size), range(move.b, move.b + move.size)
        if not (free_a.issuperset(left) and free_b.issuperset(right)):
            continue
        if _tells(a, b, move) or _is_alone(a, b, move, only_a, only_b):
            free_a.difference_update(left)
            free_b.difference_update(right)
            moves.append(move)
    new_a, new_b = _new(a, free_a, shared), _new(b, free_b, shared)
    swaps = [] if new_a or new_b else _told_swaps(a, b, runs, free_a, free_b)
    if not swaps:
        for near_a, near_b in _neighbours(changes):
            if new_a.isdisjoint(near_a) and new_b.isdisjoint(near_b):
                swaps.extend(
                    _told_swaps(a, b, runs, free_a.intersection(near_a), free_b.intersection(near_b))
                )
    return sorted([*moves, *swaps])


def _neighbours(changes: list[Change]) -> Iterator[tuple[range, range]]:
    """Divide changes where many words in a row are the same; give from where to where each part reaches."""
    first, *others = sorted(changes)
    a0, a1, b0, b1 = first
    for change in others:
        if change.a0 - a1 > LONGEST_HOLE:
            yield range(a0, a1), range(b0, b1)
            a0, b0 = change.a0, change.b0
        a1, b1 = change.a1, change.b1
    yield range(a0, a1), range(b0, b1)


def _told_swaps(a: Side, b: Side, runs: list[Run], free_a: set[int], free_b: set[int]) -> list[Run]:
    """Give the short runs that are left, where their other places are all that is changed."""
    if not free_a or not free_b:
        return []
    swaps = _swaps(a, runs, free_a, free_b)
    told = _explain_all(a, b, swaps, free_a, free_b) or _is_shuffle(a, b, free_a, free_b)
    return swaps if told else []


def _new(side: Side, free: Set[int], shared: Set[str]) -> set[int]:
    """Give the words of matter that a side prints and the other nowhere."""
    norms = side.norms
    return {i for i in free if norms[i] not in shared and norms[i] not in STOP_WORDS}


def _swaps(a: Side, runs: list[Run], free_a: set[int], free_b: set[int]) -> list[Run]:
    """Pair the short runs that are left, the longest first, each with the first of the same words."""
    swaps: list[Run] = []
    left_a, left_b = set(free_a), set(free_b)
    for run in runs:
        left, right = range(run.a, run.a + run.size), range(run.b, run.b + run.size)
        if all(is_number(a.norms[i]) for i in left):
            continue  # another number stands in its place: "31 in 40" is not "40 in 31"
        if left_a.issuperset(left) and left_b.issuperset(right):
            left_a.difference_update(left)
            left_b.difference_update(right)
            swaps.append(run)
    return swaps


def _is_shuffle(a: Side, b: Side, free_a: set[int], free_b: set[int]) -> bool:
    """Tell whether a few words in another order are all that is changed."""
    words = sorted(a.norms[i] for i in free_a)
    return len(words) <= SHORT_MOVE and words == sorted(b.norms[j] for j in free_b)


def _explain_all(a: Side, b: Side, swaps: list[Run], free_a: set[int], free_b: set[int]) -> bool:
    """Tell whether single words in other places are all that is changed: A beat B, B beat A."""
    left = {move.a + n for move in swaps for n in range(move.size)}
    right = {move.b + n for move in swaps for n in range(move.size)}
    return (
        left.issuperset(a.content(free_a)) and right.issuperset(b.content(free_b)) and bool(a.content(left))
    )


def _run_length(a: Side, b: Side, i: int, j: int, free_a: set[int], free_b: set[int]) -> int:
    """Give how many words from `i` and `j` on are the same and not kept in place."""
    size = 0
    while i + size in free_a and j + size in free_b and a.norms[i + size] == b.norms[j + size]:
        size += 1
    return size


def _is_sentence(a: Side, b: Side, move: Run) -> bool:
    """Tell whether a run of words is a whole sentence, or several, on both sides."""
    return all(
        side.begins_sentence(first) and side.ends_sentence(first + move.size)
        for side, first in ((a, move.a), (b, move.b))
    )


def _tells(a: Side, b: Side, move: Run) -> bool:
    """Tell whether a run of words is long enough, or its sentence enough the same, to be told as moved."""
    content = [word for word in a.norms[move.a : move.a + move.size] if word not in STOP_WORDS]
    if len(content) > 1 or (move.size >= LEAST_MOVED_WORDS and (content or _is_sentence(a, b, move))):
        return True
    return bool(content) and move.size >= LEAST_ALIKE_WORDS and _are_alike(a, b, _place_of(move))


def _is_alone(
    a: Side, b: Side, move: Run, only_a: Mapping[int, Change], only_b: Mapping[int, Change]
) -> bool:
    """Tell whether a run is all that one side prints more in one place, and the other in another near it."""
    left, right = only_a.get(move.a), only_b.get(move.b)
    if left is None or right is None or left.size != move.size or right.size != move.size:
        return False
    return abs(left.b0 - right.b0) <= SHORT_MOVE or (
        bool(a.content(range(left.a0, left.a1))) and _turns_round(a, b, move)
    )


def _turns_round(a: Side, b: Side, move: Run) -> bool:
    """Tell whether some words open a sentence on one side and close it on the other."""
    i, j, size = move
    opens, closes = a.begins_sentence(i), a.ends_sentence(i + size)
    return (opens and b.ends_sentence(j + size)) or (closes and b.begins_sentence(j))
