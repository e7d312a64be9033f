"""Sentences that an alignment of words has parted from the sentence that is nearly the same.

Sentences of a speech often open alike ("We do not have the luxury of panic. We do not have the luxury of
waiting."). The longest shared run may then lie in the wrong one of two.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from articles.engine.differences.changes import Change
from articles.engine.differences.moves import Run
from articles.engine.differences.shared import Pairs, weigh_pairs
from articles.engine.differences.sides import STOP_WORDS, Side

# Share of their words, by weight, from which on two sentences are nearly the same.
LEAST_TWIN_SHARE = 0.8
# Weight of a grammar word, where one with matter weighs 1.
GRAMMAR_WEIGHT = 0.25
# A sentence of fewer words stands in others by chance.
LEAST_TWIN_WORDS = 3


class _Sentence:
    """A sentence of the compared part of a side: its tokens, and whether all of them are shared."""

    def __init__(self, side: Side, first: int, last: int, kept: Mapping[int, int]) -> None:
        self.first = first
        self.last = last
        self.is_kept = all(i in kept for i in range(first, last))
        self._norms = side.norms

    @cached_property
    def words(self) -> Counter[str]:
        """Count the words of the sentence."""
        return Counter(self._norms[self.first : self.last])


def find_twins(a: Side, b: Side, runs: Sequence[Run]) -> list[Change]:
    """Give the pairs of sentences, in one order on both sides, that should be aligned and are not."""
    if not (a.is_divided or b.is_divided):
        return []
    kept_a = {run.a + n: run.b + n for run in runs for n in range(run.size)}
    kept_b = {j: i for i, j in kept_a.items()}
    one, other = _sentences(a, kept_a), _sentences(b, kept_b)
    found = [
        *_parted(one, other, kept_b),
        *((share, Change(c.b0, c.b1, c.a0, c.a1)) for share, c in _parted(other, one, kept_a)),
    ]
    twins: list[Change] = []
    for _, place in sorted(found, key=lambda twin: (-twin[0], twin[1])):
        if all(_in_order(place, twin) for twin in twins):
            twins.append(place)
    return sorted(twins)


def pair_around(a: Side, b: Side, twins: Iterable[Change]) -> Pairs:
    """Pair the words of both sides, counted from the first ones, where these sentences go together."""
    pairs: Pairs = []
    i, j = a.first, b.first
    for place in (*twins, Change(a.last, a.last, b.last, b.last)):
        for a1, b1 in ((place.a0, place.b0), (place.a1, place.b1)):
            within = weigh_pairs(a.norms[i:a1], b.norms[j:b1], STOP_WORDS)
            pairs.extend((i + one - a.first, j + other - b.first) for one, other in within)
            i, j = a1, b1
    return pairs


def _parted(
    mine: Sequence[_Sentence], others: Sequence[_Sentence], partners: Mapping[int, int]
) -> Iterator[tuple[float, Change]]:
    """Give the sentences that are left alone, each with the other side's that is nearly the same."""
    for left in mine:
        if left.is_kept or left.last - left.first < LEAST_TWIN_WORDS:
            continue
        for other in others:
            share = _share(left.words, other.words)
            if share >= LEAST_TWIN_SHARE and _is_better(mine, left, other, share, partners):
                yield share, Change(left.first, left.last, other.first, other.last)


def _is_better(
    mine: Sequence[_Sentence], left: _Sentence, other: _Sentence, share: float, partners: Mapping[int, int]
) -> bool:
    """Tell whether a sentence has more in common with `left` than with the one in which its words stand now.

    Nor should its words stand in two sentences, where they may stand in one.
    """
    held = [partners[j] for j in range(other.first, other.last) if j in partners]
    if 2 * len(held) < other.last - other.first:
        return False  # it stands elsewhere, and so do its words
    counts = [sum(sentence.first <= i < sentence.last for i in held) for sentence in mine]
    holder = mine[counts.index(max(counts))]
    return max(counts) < len(held) if holder is left else share > _share(holder.words, other.words)


def _sentences(side: Side, kept: Mapping[int, int]) -> list[_Sentence]:
    """Divide the compared part of a side into its sentences."""
    found = []
    first = side.first
    while first < side.last:
        last = min(side.sentence_end(first), side.last)
        found.append(_Sentence(side, first, last, kept))
        first = last
    return found


def _share(one: Counter[str], other: Counter[str]) -> float:
    """Give which share of two sentences, by the weight of their words, is the same words."""
    whole = _weight(one) + _weight(other)
    return 2 * _weight(one & other) / whole if whole else 0.0


def _weight(words: Counter[str]) -> float:
    return sum(number * (GRAMMAR_WEIGHT if norm in STOP_WORDS else 1.0) for norm, number in words.items())


def _in_order(one: Change, other: Change) -> bool:
    """Tell whether two pairs of sentences stand in the same order on both sides."""
    return (one.a1 <= other.a0 and one.b1 <= other.b0) or (other.a1 <= one.a0 and other.b1 <= one.b0)
