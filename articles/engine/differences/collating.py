"""Two sequences of words to what they share and what is changed, moved or missing between."""

from dataclasses import dataclass
from itertools import pairwise

from articles.engine.differences.changes import Change, is_style
from articles.engine.differences.moves import Move, find_moves
from articles.engine.differences.shared import pair_words
from articles.engine.differences.sides import STOP_WORDS, Side

# Changes divided by at most this many grammar words are one change: few long blocks read better.
ISLAND = 2
# Worth of a shared grammar word, and cost of every word between two shared runs and of all of them.
STOP_WORTH = 0.25
STRAY_COST = 0.1
MOST_STRAY_COST = 2.5


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two sides share and where they part.

    `kept` are the pairs of tokens they share, in order. `lead` and `trail` are what stands before
    the first and behind the last of these; `changes` lie between.
    """

    kept: tuple[tuple[int, int], ...]
    lead: Change
    changes: tuple[Change, ...]
    trail: Change
    moves: tuple[Move, ...]

    def rest(self, change: Change) -> Change:
        """Give what of a change is not moved to another place."""
        a = set(range(change.a0, change.a1))
        b = set(range(change.b0, change.b1))
        for move in self.moves:
            a.difference_update(range(move.place.a0, move.place.a1))
            b.difference_update(range(move.place.b0, move.place.b1))
        return Change(
            min(a, default=change.a0),
            max(a, default=change.a0 - 1) + 1,
            min(b, default=change.b0),
            max(b, default=change.b0 - 1) + 1,
        )


def compare_words(a: Side, b: Side) -> Comparison:
    """Align the words of two sides and give what lies between the words they share."""
    kept = _shared(a, b)
    if not kept:
        nothing = Change(a.first, a.first, b.first, b.first)
        return Comparison((), nothing, (Change(a.first, a.last, b.first, b.last),), nothing, ())
    kept = _drop_islands(a, b, _slide(a, b, kept))
    raw = _between(kept)
    (a0, b0), (a1, b1) = kept[0], kept[-1]
    edges = [Change(a.first, a0, b.first, b0), Change(a1 + 1, a.last, b1 + 1, b.last)]
    moves = find_moves(a, b, [*raw, *edges], edges)
    changes = tuple(change for change in raw if not is_style(a, b, change))
    return Comparison(
        kept=tuple(kept),
        lead=Change(0, a0, 0, b0),
        changes=changes,
        trail=Change(a1 + 1, len(a.tokens), b1 + 1, len(b.tokens)),
        moves=moves,
    )


def _shared(a: Side, b: Side) -> list[tuple[int, int]]:
    """Give the pairs of tokens that both sides print in the same order, without strays."""
    left, right = a.norms[a.first : a.last], b.norms[b.first : b.last]
    pairs = pair_words(left, right, STOP_WORDS)
    return _without_strays(a, b, [(a.first + i, b.first + j) for i, j in pairs])


def _without_strays(a: Side, b: Side, kept: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give up shared words far from the rest: the heaviest chain of runs is what both sides print.

    A run is worth its words, grammar words little; what lies between two runs costs a little for
    every word, up to a limit, since a long cut does not make the words behind it strangers.
    """
    runs = _runs(kept)
    best: tuple[float, int, int] = (0.0, 0, len(runs))
    total, start = 0.0, 0
    for number, run in enumerate(runs):
        if number:
            before = runs[number - 1][-1]
            skipped = run[0][0] - before[0] + run[0][1] - before[1] - 2
            total -= min(skipped * STRAY_COST, MOST_STRAY_COST)
        if total <= 0:
            total, start = 0.0, number
        total += sum(STOP_WORTH if a.norms[i] in STOP_WORDS else 1.0 for i, _ in run)
        if run[0] == (a.first, b.first) or run[-1] == (a.last - 1, b.last - 1):
            total += 1.0
        if total > best[0]:
            best = (total, start, number + 1)
    return [pair for run in runs[best[1] : best[2]] for pair in run]


def _between(kept: list[tuple[int, int]]) -> list[Change]:
    """Give what lies between neighbouring shared tokens."""
    return [Change(i + 1, k, j + 1, m) for (i, j), (k, m) in pairwise(kept) if k > i + 1 or m > j + 1]


def _slide(a: Side, b: Side, kept: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Move each one-sided change to where it reads best, among the places that are all the same.

    What is missing from "the north and the south" may be "the north and" or "north and the". A
    change that can be moved to an edge is one: the passage begins later or ends earlier. Where the
    other side prints dots, it says itself where words are missing.
    """
    kept = list(kept)
    for place in range(len(kept) - 1):
        (i, j), (k, m) = kept[place], kept[place + 1]
        if k == i + 1 and m > j + 1:
            _slide_one(b, a, kept, place, 1)
        elif m == j + 1 and k > i + 1:
            _slide_one(a, b, kept, place, 0)
    return kept


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


def _drop_islands(a: Side, b: Side, kept: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give up shared grammar words that stand alone between changes, so that these become one."""
    runs = _runs(kept)
    strong = [run for run in runs if len(run) > ISLAND or any(a.norms[i] not in STOP_WORDS for i, _ in run)]
    if not strong:
        return kept
    first, last = runs.index(strong[0]), runs.index(strong[-1])
    result: list[tuple[int, int]] = []
    for number, run in enumerate(runs):
        if run in strong or _stands(a, b, runs, number, first, last):
            result.extend(run)
    return result


def _runs(kept: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Divide shared pairs into runs that are unbroken on both sides."""
    runs: list[list[tuple[int, int]]] = []
    for pair in kept:
        if runs and runs[-1][-1] == (pair[0] - 1, pair[1] - 1):
            runs[-1].append(pair)
        else:
            runs.append([pair])
    return runs


def _stands(a: Side, b: Side, runs: list[list[tuple[int, int]]], number: int, first: int, last: int) -> bool:
    """Tell whether a weak run is worth keeping: beside one-sided small changes it is."""
    run = runs[number]
    if run[0] == (a.first, b.first) or run[-1] == (a.last - 1, b.last - 1):
        return True
    if first < number < last:
        before, after = runs[number - 1][-1], runs[number + 1][0]
        left = (run[0][0] - before[0] - 1, run[0][1] - before[1] - 1)
        right = (after[0] - run[-1][0] - 1, after[1] - run[-1][1] - 1)
        if (left[0] > 0 and right[0] > 0 and (b.has_dots(run[0][1]) or b.has_dots(after[1]))) or (
            left[1] > 0 and right[1] > 0 and (a.has_dots(run[0][0]) or a.has_dots(after[0]))
        ):
            return False  # by chance, in what the dots leave out
        return 0 in left and 0 in right
    near = runs[number + 1][0] if number < first else runs[number - 1][-1]
    here = run[-1] if number < first else run[0]
    return abs(near[0] - here[0]) <= ISLAND + 1 and abs(near[1] - here[1]) <= ISLAND + 1
