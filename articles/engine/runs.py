"""Matched sentences of two quotations to the passages that they form together."""

from collections.abc import Iterator, Mapping, Sequence

from articles.engine.rarity import bits
from articles.engine.sentences import Sentence

# Beside a sure match the order of the sentences is evidence too, so less of the words need agree.
LEAST_NEIGHBOUR_SHARE = 0.4
# One stem at least must be rarer than function words are.
LEAST_NEIGHBOUR_BITS = 9.0
# What is left of a sentence after its last shared word, if it is this long, may stand in the next one.
LEAST_REST_WORDS = 4
# Share of the words (function words count) that such a rest and the next sentence have in common.
LEAST_REST_SHARE = 0.3

# Positions of two sentences and how much of the lighter one the other holds.
Pairs = Mapping[tuple[int, int], float]


def form_runs(a: Sequence[Sentence], b: Sequence[Sentence], sure: Pairs) -> Iterator[Pairs]:
    """Join matched sentences that stand side by side in both quotations, and what goes with them."""
    pairs = dict(sure)
    waiting = sorted(sure)
    while waiting:
        i, j = waiting.pop(0)
        for near in ((i - 1, j - 1), (i + 1, j + 1), (i - 1, j), (i + 1, j), (i, j - 1), (i, j + 1)):
            if near not in pairs and (share := _neighbour_share(a, b, near, (i, j), pairs)):
                pairs[near] = share
                waiting.append(near)
    while pairs:
        run = _take_run(pairs)
        yield {pair: pairs.pop(pair) for pair in run}


def _take_run(pairs: Pairs) -> list[tuple[int, int]]:
    """Give the first matched pair and all that hang together with it."""
    rest = sorted(pairs)
    run = [rest.pop(0)]
    for i, j in run:
        near = [pair for pair in rest if abs(pair[0] - i) <= 1 and abs(pair[1] - j) <= 1]
        run.extend(near)
        rest = [pair for pair in rest if pair not in near]
    return sorted(run)


def _neighbour_share(
    a: Sequence[Sentence],
    b: Sequence[Sentence],
    near: tuple[int, int],
    known: tuple[int, int],
    pairs: Pairs,
) -> float:
    """Give the share two sentences have in common beside a known match, 0 where it is too little."""
    i, j = near
    if not (0 <= i < len(a) and 0 <= j < len(b)):
        return 0.0
    if i != known[0] and j != known[1]:
        return _share(a[i].stems, b[j].stems)
    if i == known[0]:
        taken = any(pair[1] == j for pair in pairs)
        return 0.0 if taken else _rest_share(a[i], b[known[1]], b[j], after=j > known[1])
    taken = any(pair[0] == i for pair in pairs)
    return 0.0 if taken else _rest_share(b[j], a[known[0]], a[i], after=i > known[0])


def _share(left: Sequence[str], right: Sequence[str]) -> float:
    """Give the rarity-weighted share of the lighter sentence that the other holds."""
    both = set(left) & set(right)
    if not any(bits(stem) >= LEAST_NEIGHBOUR_BITS for stem in both):
        return 0.0
    lighter = min(sum(map(bits, set(left))), sum(map(bits, set(right))))
    share = sum(map(bits, both)) / lighter
    return share if share >= LEAST_NEIGHBOUR_SHARE else 0.0


def _rest_share(long: Sentence, matched: Sentence, following: Sentence, after: bool) -> float:
    """Tell how much of a sentence's unmatched end (or beginning) stands in the other's next sentence."""
    shared = [place for place, stem in enumerate(long.stems) if stem in matched.stems]
    if not shared:
        return 0.0
    rest = long.stems[shared[-1] + 1 :] if after else long.stems[: shared[0]]
    if len(rest) < LEAST_REST_WORDS or len(following.stems) < LEAST_REST_WORDS:
        return 0.0
    both = set(rest) & set(following.stems)
    share = len(both) / min(len(set(rest)), len(set(following.stems)))
    return share if share >= LEAST_REST_SHARE else 0.0
