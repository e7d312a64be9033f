"""Matched sentences of two quotations to the passages that they form together."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from articles.engine.alignment.kinship import Kinship, measure_kinship, whole_kinship
from articles.engine.alignment.sentences import Sentence

# Beside a match, two sentences belong together when they share one word at least that is rarer than
# function words are, and this much of the lighter one.
LEAST_NEIGHBOUR_BITS = 9.0
LEAST_NEIGHBOUR_SHARE = 0.4
# What is left of a sentence after its last shared word, if it is this long, may stand in the next one.
LEAST_REST_WORDS = 4
# Share of the words (function words count) that such a rest and the next sentence have in common.
LEAST_REST_SHARE = 0.3

# What one outlet cuts out between two sentences is no longer than this; else they are two places.
MOST_CUT_WORDS = 40
# Between two parts that are one passage the other quotation has at most so many words less one.
ADJOINING = 2

# Positions of two sentences, one in each quotation, and what they have in common.
Pairs = Mapping[tuple[int, int], Kinship]


class Needs(NamedTuple):
    """The strength that makes a match sure: of changed words, and of words that stand whole in the other.

    Where the sentences beside them go together too, this part of it is enough (`beside`). Below `least`
    a match is not even possible.
    """

    changed: float
    whole: float
    beside: float = 1.0
    least: float = 0.0

    def __call__(self, kin: Kinship, *, beside: bool = False) -> float:
        """Give the strength that two sentences need."""
        needed = self.whole if kin.whole else self.changed
        return self.beside * needed if beside else needed


def form_runs(a: Sequence[Sentence], b: Sequence[Sentence], matched: Pairs, needed: Needs) -> Iterator[Pairs]:
    """Join matched sentences that stand side by side in both quotations, and what goes with them.

    Beside a match that is strong enough alone (`needed`) less is enough: there the order of the
    sentences is evidence too.
    """
    if len(a) == len(b) == 1:
        yield matched
        return
    matched = _join_whole(matched)
    strong = {
        place: kin
        for place, kin in matched.items()
        if kin.strength >= needed(kin)
        or (kin.strength >= needed(kin, beside=True) and _has_neighbour(a, b, place))
    }
    rows, columns = {i for i, _ in strong}, {j for _, j in strong}
    pairs = dict(strong)
    waiting = sorted(strong)
    for i, j in waiting:
        for near in ((i - 1, j - 1), (i + 1, j + 1), (i - 1, j), (i + 1, j), (i, j - 1), (i, j + 1)):
            if near in pairs or not (0 <= near[0] < len(a) and 0 <= near[1] < len(b)):
                continue
            taken = near[0] in rows, near[1] in columns
            if all(taken) or (taken[0] and near[1] == j) or (taken[1] and near[0] == i):
                continue  # what stands there has a partner of its own
            kin = matched.get(near) or measure_kinship(a[near[0]], b[near[1]])
            if _are_neighbours(near, (i, j), kin) or _goes_on(a, b, near, (i, j), pairs):
                pairs[near] = kin
                waiting.append(near)
    rest = [place for place in sorted(matched) if place not in pairs]
    while pairs:
        yield {place: pairs.pop(place) for place in _take_run(a, b, pairs)}
    for place in rest:
        yield {place: matched[place]}


def _join_whole(matched: Pairs) -> Pairs:
    """Let sentences in a row count as the one passage that they are where the other prints them so too.

    "It's insane. It's ridiculous." tells more than either sentence.
    """
    joined = dict(matched)
    for place, kin in sorted(matched.items()):
        i, j = place
        if not kin.whole or ((i - 1, j - 1) in matched and matched[i - 1, j - 1].whole):
            continue
        row = [place]
        while (following := matched.get((i + len(row), j + len(row)))) and following.whole:
            row.append((i + len(row), j + len(row)))
        if len(row) > 1:
            whole = whole_kinship(sum([matched[one].bits for one in row]))
            joined.update(dict.fromkeys(row, whole))
    return joined


def goes_on(run: Pairs) -> bool:
    """Tell whether several sentences of either quotation are joined."""
    return len({i for i, _ in run}) > 1 and len({j for _, j in run}) > 1


def _has_neighbour(a: Sequence[Sentence], b: Sequence[Sentence], place: tuple[int, int]) -> bool:
    """Tell whether the sentences before two sentences, or behind them, go together too."""
    i, j = place
    return any(
        0 <= k < len(a) and 0 <= m < len(b) and _are_neighbours((k, m), place, measure_kinship(a[k], b[m]))
        for k, m in ((i - 1, j - 1), (i + 1, j + 1))
    )


def _are_neighbours(near: tuple[int, int], known: tuple[int, int], kin: Kinship) -> bool:
    """Tell whether two sentences go with the match that they both stand beside."""
    if near[0] == known[0] or near[1] == known[1]:
        return kin.strength > 0 and kin.share >= 2 * LEAST_NEIGHBOUR_SHARE
    return kin.bits >= LEAST_NEIGHBOUR_BITS and kin.share >= LEAST_NEIGHBOUR_SHARE


def _take_run(a: Sequence[Sentence], b: Sequence[Sentence], pairs: Pairs) -> list[tuple[int, int]]:
    """Give the first matched pair and all that hang together with it."""
    rows: dict[int, set[tuple[int, int]]] = defaultdict(set)
    columns: dict[int, set[tuple[int, int]]] = defaultdict(set)
    for pair in pairs:
        rows[pair[0]].add(pair)
        columns[pair[1]].add(pair)
    run = [min(pairs)]
    taken = set(run)
    for i, j in run:
        # What hangs together is at most one sentence apart on one of the two sides.
        beside = {pair for k in (i - 1, i, i + 1) for pair in rows.get(k, ())}
        beside.update(pair for m in (j - 1, j, j + 1) for pair in columns.get(m, ()))
        near = sorted(pair for pair in beside - taken if _hang_together(a, b, (i, j), pair))
        run.extend(near)
        taken.update(near)
    return sorted(run)


def _hang_together(
    a: Sequence[Sentence], b: Sequence[Sentence], one: tuple[int, int], other: tuple[int, int]
) -> bool:
    """Tell whether two pairs are neighbours, or are so but for what one quotation leaves out between them."""
    (i, j), (k, m) = sorted((one, other))
    if k - i <= 1 and abs(m - j) <= 1:
        return _in_one_piece(a, b, one, other)
    if max(k - i, abs(m - j)) > MOST_CUT_WORDS + 1:
        return False
    if k - i == 1 and m > j:
        return _is_cut(a[i : k + 1], b[j : m + 1])
    return m - j == 1 and _is_cut(b[j : m + 1], a[i : k + 1])


def _is_cut(kept: Sequence[Sentence], full: Sequence[Sentence]) -> bool:
    """Tell whether two sentences that stand side by side leave out what stands between those they match."""
    return (
        kept[0].last_part == kept[-1].first_part
        and full[0].last_part == full[-1].first_part
        and sum(len(sentence.norms) for sentence in full[1:-1]) <= MOST_CUT_WORDS
    )


def _in_one_piece(
    a: Sequence[Sentence], b: Sequence[Sentence], one: tuple[int, int], other: tuple[int, int]
) -> bool:
    """Tell whether two neighbouring pairs are one passage.

    Where one quotation is printed in parts, the other must go on without a gap from what the first part
    prints to what the second does: what stands between parts is not cut out of a quotation.
    """
    (i, j), (k, m) = sorted((one, other))
    if a[i].last_part != a[k].first_part and not _adjoin(a[i], a[k], _stems(b, j, m)):
        return False
    low, high = sorted((one, other), key=lambda pair: pair[1])
    before, after = b[low[1]], b[high[1]]
    return before.last_part == after.first_part or _adjoin(before, after, _stems(a, low[0], high[0]))


def _stems(sentences: Sequence[Sentence], one: int, other: int) -> tuple[str, ...]:
    """Give the stems of one sentence, or of two that stand side by side."""
    low, high = min(one, other), max(one, other)
    return sentences[low].stems if low == high else sentences[low].stems + sentences[high].stems


def _adjoin(before: Sentence, after: Sentence, whole: Sequence[str]) -> bool:
    """Tell whether what some words share with one sentence ends where its share of the next begins."""
    ends = [place for place, stem in enumerate(whole) if stem in before.stems[-ADJOINING:]]
    begins = [place for place, stem in enumerate(whole) if stem in after.stems[:ADJOINING]]
    return any(0 < begin - end <= ADJOINING for end in ends for begin in begins)


def _goes_on(
    a: Sequence[Sentence],
    b: Sequence[Sentence],
    near: tuple[int, int],
    known: tuple[int, int],
    pairs: Pairs,
) -> bool:
    """Tell whether a sentence that is matched in part goes on in the other quotation's next one."""
    i, j = near
    if i == known[0] and j != known[1]:
        taken = any(pair[1] == j for pair in pairs)
        return not taken and _rest_stands(a[i], b[known[1]], b[j], after=j > known[1])
    if j == known[1] and i != known[0]:
        taken = any(pair[0] == i for pair in pairs)
        return not taken and _rest_stands(b[j], a[known[0]], a[i], after=i > known[0])
    return False


def _rest_stands(long: Sentence, matched: Sentence, following: Sentence, after: bool) -> bool:
    """Tell whether the unmatched end (or beginning) of a sentence stands in the other's next sentence.

    What is matched goes as far as the same words go in the same order; a word of it may come again behind.
    """
    blocks = LCSseq.editops(long.stems, matched.stems).as_matching_blocks()[:-1]
    if not blocks:
        return False
    rest = set(long.stems[blocks[-1].a + blocks[-1].size :] if after else long.stems[: blocks[0].a])
    other = following.kinds
    if min(len(rest), len(other)) < LEAST_REST_WORDS:
        return False
    return len(rest & other) / min(len(rest), len(other)) >= LEAST_REST_SHARE
