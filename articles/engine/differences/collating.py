"""Two sequences of words to what they share and what is changed, moved or missing between."""

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from articles.engine.differences.changes import Change, is_style
from articles.engine.differences.moves import LEAST_MOVED_WORDS, Move, Run, find_moves
from articles.engine.differences.shared import Pairs, read_off, weigh_pairs
from articles.engine.differences.sides import STOP_WORDS, Side
from articles.engine.differences.twins import find_twins, pair_around

# Changes divided by at most this many grammar words are one change: few long blocks read better.
ISLAND = 2
# Worth of a shared grammar word, and cost of every word between two shared runs and of all of them.
STOP_WORTH = 0.25
STRAY_COST = 0.1
MOST_STRAY_COST = 2.5


class Comparison(NamedTuple):
    """What two sides share and where they part.

    `runs` are the runs of tokens they share, in order. `lead` and `trail` are what stands before
    the first and behind the last of these; `changes` lie between.
    """

    runs: tuple[Run, ...]
    lead: Change
    changes: tuple[Change, ...]
    trail: Change
    moves: tuple[Move, ...]

    @property
    def kept(self) -> list[tuple[int, int]]:
        """Give the pairs of tokens that both sides share, in order."""
        return _pairs_of(self.runs)

    def rest(self, change: Change, a: Side, b: Side) -> list[Change]:
        """Give what of a change is not moved to another place.

        Where only one side prints more than what is moved, it is given piece by piece, so that none of them
        holds words that both print; an "and" that joined what is moved is nothing more.
        """
        if not self.moves:
            return [change]
        left_a, left_b = set(range(change.a0, change.a1)), set(range(change.b0, change.b1))
        for move in self.moves:
            left_a.difference_update(range(move.place.a0, move.place.a1))
            left_b.difference_update(range(move.place.b0, move.place.b1))
        if left_a and left_b:
            return [Change(min(left_a), max(left_a) + 1, min(left_b), max(left_b) + 1)]
        if len(left_a) + len(left_b) == change.size:
            return [change]
        short = [move.place for move in self.moves if move.place.a1 - move.place.a0 < LEAST_MOVED_WORDS]
        return [
            *(
                Change(first, last, change.b0, change.b0)
                for first, last in _pieces(a, left_a, [(place.a0, place.a1) for place in short])
            ),
            *(
                Change(change.a0, change.a0, first, last)
                for first, last in _pieces(b, left_b, [(place.b0, place.b1) for place in short])
            ),
        ]


def compare_words(a: Side, b: Side) -> Comparison:
    """Align the words of two sides and give what lies between the words they share."""
    shared, forced = _shared(a, b)
    if not shared:
        nothing = Change(a.first, a.first, b.first, b.first)
        return Comparison((), nothing, (Change(a.first, a.last, b.first, b.last),), nothing, ())
    runs = _without_strays(a, b, shared)
    runs = _drop_islands(a, b, runs if forced else _slide(a, b, runs))
    raw = _between(runs)
    (a0, b0, _), (a1, b1, size) = runs[0], runs[-1]
    a1, b1 = a1 + size, b1 + size
    moves: tuple[Move, ...] = ()
    if not forced or len(runs) < len(shared):
        edges = [Change(a.first, a0, b.first, b0), Change(a1, a.last, b1, b.last)]
        moves = find_moves(a, b, [*raw, *edges], edges)
    return Comparison(
        runs=tuple(runs),
        lead=Change(0, a0, 0, b0),
        changes=tuple([change for change in raw if not is_style(a, b, change)]),
        trail=Change(a1, len(a.tokens), b1, len(b.tokens)),
        moves=moves,
    )


def _shared(a: Side, b: Side) -> tuple[list[Run], bool]:
    """Give the runs of tokens that both sides print in the same order; tell whether no shared word is left.

    Where none is, no shared word stands anywhere else, so that none is moved and no change can slide.
    """
    left, right = a.words, b.words
    if left == right:
        return ([Run(a.first, b.first, len(left))] if left else []), True
    pairs = read_off(left, right)
    forced = pairs is not None
    if pairs is None:
        pairs = weigh_pairs(left, right, STOP_WORDS)
        pairs = _around_brackets(a, b, pairs) if a.bracketed or b.bracketed else pairs
    runs = _runs_of(pairs, a.first, b.first)
    twins = () if forced else find_twins(a, b, runs)
    return (_runs_of(pair_around(a, b, twins), a.first, b.first) if twins else runs), forced


def _around_brackets(a: Side, b: Side, pairs: Pairs) -> Pairs:
    """Give the pairs that hold more of what was said: an outlet's own words in brackets set none apart."""
    left, right = (
        ["" if i in side.bracketed else norm for i, norm in enumerate(side.words, side.first)]
        for side in (a, b)
    )
    said = [(i, j) for i, j in weigh_pairs(left, right, STOP_WORDS) if left[i] and right[j]]
    return said if len(said) > sum(1 for i, j in pairs if left[i] and right[j]) else pairs


def _without_strays(a: Side, b: Side, runs: list[Run]) -> list[Run]:
    """Give up shared words far from the rest: the heaviest chain of runs is what both sides print.

    A run is worth its words, grammar words little; what lies between two runs costs a little for
    every word, up to a limit, since a long cut does not make the words behind it strangers.
    """
    if len(runs) < 2:
        return runs
    most, first, last = 0.0, 0, len(runs)
    total, start, end = 0.0, 0, 0
    matter_before = a.matter
    for number, run in enumerate(runs):
        i, j, size = run
        if number:
            total -= min((i + j - end) * STRAY_COST, MOST_STRAY_COST)
        end = i + j + 2 * size
        if total <= 0:
            total, start = 0.0, number
        matter = matter_before[i + size] - matter_before[i]
        total += matter + (size - matter) * STOP_WORTH
        if _is_at_edge(a, b, run):
            total += 1.0
        if total > most:
            most, first, last = total, start, number + 1
    return runs[first:last]


def _is_at_edge(a: Side, b: Side, run: Run) -> bool:
    """Tell whether a shared run begins or ends both sides."""
    i, j, size = run
    return (i == a.first and j == b.first) or (i + size == a.last and j + size == b.last)


def _between(runs: Sequence[Run]) -> list[Change]:
    """Give what lies between neighbouring shared runs."""
    return [Change(i + size, k, j + size, m) for (i, j, size), (k, m, _) in pairwise(runs)]


def _runs_of(kept: Iterable[tuple[int, int]], first: int = 0, second: int = 0) -> list[Run]:
    """Join shared pairs, counted from two tokens, to runs that are unbroken on both sides."""
    runs: list[Run] = []
    start_a = start_b = next_a = next_b = 0
    for i, j in kept:
        if i == next_a and j == next_b:
            next_a, next_b = i + 1, j + 1
            continue
        if next_a > start_a:
            runs.append(Run(first + start_a, second + start_b, next_a - start_a))
        start_a, start_b = i, j
        next_a, next_b = i + 1, j + 1
    if next_a > start_a:
        runs.append(Run(first + start_a, second + start_b, next_a - start_a))
    return runs


def _pairs_of(runs: Iterable[Run]) -> list[tuple[int, int]]:
    """Give the shared pairs of some runs."""
    return [(i + n, j + n) for i, j, size in runs for n in range(size)]


def _pieces(side: Side, left: Set[int], short: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Give the unbroken stretches of some tokens that hold more than an "and".

    A few moved words (`short`) break none: a sentence turned round is told whole.
    """
    pieces: list[tuple[int, int]] = []
    bridges = dict(short)
    for i in sorted(left):
        if pieces and (pieces[-1][1] == i or bridges.get(pieces[-1][1]) == i):
            pieces[-1] = (pieces[-1][0], i + 1)
        else:
            pieces.append((i, i + 1))
    for first, last in pieces:
        if side.norms[first:last] != ["and"]:
            yield first, last


def _slide(a: Side, b: Side, runs: list[Run]) -> list[Run]:
    """Move each one-sided change to where it reads best, among the places that are all the same.

    What is missing from "the north and the south" may be "the north and" or "north and the". A
    change that can be moved to an edge is one: the passage begins later or ends earlier. Where the
    other side prints dots, it says itself where words are missing.
    """
    if not any(_may_slide(a, b, change) for change in _between(runs)):
        return runs
    kept = _pairs_of(runs)
    for place in range(len(kept) - 1):
        (i, j), (k, m) = kept[place], kept[place + 1]
        if k == i + 1 and m > j + 1:
            _slide_one(b, a, kept, place, 1)
        elif m == j + 1 and k > i + 1:
            _slide_one(a, b, kept, place, 0)
    return _runs_of(kept)


def _may_slide(a: Side, b: Side, change: Change) -> bool:
    """Tell whether one side prints more, and the words beside it could as well be those that are more."""
    a0, a1, b0, b1 = change
    if a0 < a1 and b0 < b1:
        return False
    side, first, last = (a, a0, a1) if a0 < a1 else (b, b0, b1)
    return side.norms[first - 1] == side.norms[last - 1] or side.norms[first] == side.norms[last]


def _slide_one(side: Side, barer: Side, kept: list[tuple[int, int]], place: int, column: int) -> None:
    """Slide the change behind `kept[place]`, which only `side` prints, to its best place."""
    gap_first, gap_last = kept[place][column] + 1, kept[place + 1][column]
    left = 0
    while (
        place - left >= 0
        and kept[place - left][column] == gap_first - 1 - left
        and kept[place - left][1 - column] == kept[place][1 - column] - left
        and side.norms[gap_first - 1 - left] == side.norms[gap_last - 1 - left]
    ):
        left += 1
    right = 0
    while (
        place + 1 + right < len(kept)
        and kept[place + 1 + right][column] == gap_last + right
        and kept[place + 1 + right][1 - column] == kept[place + 1][1 - column] + right
        and side.norms[gap_first + right] == side.norms[gap_last + right]
    ):
        right += 1
    if not left and not right:
        return
    behind = kept[place + 1][1 - column]

    def fitness(n: int) -> tuple[int, int]:
        marked = barer.gap(behind + n).dots
        return 5 if marked else _fits(side, gap_first + n, gap_last + n), -abs(n)

    shift = max(range(-left, right + 1), key=fitness)
    size = gap_last - gap_first
    for n in range(1, -shift + 1):
        pair = list(kept[place + 1 - n])
        pair[column] += size
        kept[place + 1 - n] = (pair[0], pair[1])
    for n in range(shift):
        pair = list(kept[place + 1 + n])
        pair[column] -= size
        kept[place + 1 + n] = (pair[0], pair[1])


def _fits(side: Side, first: int, last: int) -> int:
    """Tell how natural a cut of these tokens is: an edge, whole sentences, a clause, anything."""
    if first <= side.first or last >= side.last:
        return 4
    before, after = side.gap(first), side.gap(last)
    if before.ends or after.ends:
        return 3
    if before.marks or after.marks:
        return 2
    return 0


def _drop_islands(a: Side, b: Side, runs: list[Run]) -> list[Run]:
    """Give up shared grammar words that stand alone between changes, so that these become one."""
    if len(runs) < 2:
        return runs
    matter = a.matter
    strong = [n for n, (i, _, size) in enumerate(runs) if size > ISLAND or matter[i + size] > matter[i]]
    if not strong or len(strong) == len(runs):
        return runs
    first, last = strong[0], strong[-1]
    return [run for n, run in enumerate(runs) if n in strong or _stands(a, b, runs, n, first, last)]


def _stands(a: Side, b: Side, runs: Sequence[Run], number: int, first: int, last: int) -> bool:
    """Tell whether a weak run is worth keeping: beside one-sided small changes it is."""
    run = runs[number]
    if _is_at_edge(a, b, run):
        return True
    end_a, end_b = run.a + run.size, run.b + run.size
    if first < number < last:
        before, after = runs[number - 1], runs[number + 1]
        left = run.a - before.a - before.size, run.b - before.b - before.size
        right = after.a - end_a, after.b - end_b
        if (left[0] > 0 and right[0] > 0 and (b.has_dots(run.b) or b.has_dots(after.b))) or (
            left[1] > 0 and right[1] > 0 and (a.has_dots(run.a) or a.has_dots(after.a))
        ):
            return False  # by chance, in what the dots leave out
        return 0 in left and 0 in right
    if number < first:
        after = runs[number + 1]
        return after.a - end_a <= ISLAND and after.b - end_b <= ISLAND
    before = runs[number - 1]
    return run.a - before.a - before.size <= ISLAND and run.b - before.b - before.size <= ISLAND
