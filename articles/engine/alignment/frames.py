"""Two sentences to how surely one is the other with words replaced where they stand.

Whoever rewords a sentence word by word, as respun text and close translations do, leaves the words that
stay at the same distances from each other, and two unrelated sentences hardly ever have several words
at the same distances, however common these are. The pair is read as an alignment of two hidden states,
kept and replaced, against chance (a pair hidden Markov model, Durbin et al. 1998, chapter 4): a kept
word gives the bits by which it is rarer than keeping is, a replaced one costs a little, a shift more.
"""

from collections.abc import Callable, Collection, Iterator
from functools import lru_cache
from math import fsum, log2

from rapidfuzz.distance import LCSseq

from articles.engine.alignment.sentences import Sentence
from articles.engine.text.memo import Memo
from articles.engine.tokens.rarity import weigh_stem

# The share of words that a far rewording still keeps.
KEPT = 0.35
# What a word that is not kept costs, in bits.
REPLACED = -log2(1 - KEPT)
# What it costs that the words after a place stand further on in one sentence, and by each word more.
SHIFT = 5.0
SHIFTED_WORD = 2.0
# What each word costs that only one sentence has before the first kept word, or behind the last one.
LOOSE_WORD = 2.0
# Of words in a row the rarest counts, and each other one so much: unrelated sentences share set phrases.
NEXT_BITS = 1.0
# More of them tell no more: "I just wanted to say that" opens any number of sentences.
MOST_NEXT_BITS = 3.0
# A story repeats its own rare words, so that no word tells more than one that is as rare as this.
RAREST = 10.0
# Fewer kept words than this have no distances that could tell.
LEAST_KEPT = 3


class Telling(dict[str, float]):
    """What each stem tells, in bits, when it is kept: how much likelier keeping is than meeting it here.

    `count` gives the number of sentences of the story that hold a salient stem (`at_most` gives quickly one
    that is not less), `words` is the number of words of them all: a word that is commoner in the story than
    in other prose tells less.
    """

    def __init__(self, count: Callable[[str], int], at_most: Callable[[str], int], words: int) -> None:
        super().__init__()
        self._count = count
        self._at_most = at_most
        self._words = words

    def __missing__(self, stem: str) -> float:
        told = _USUALLY[stem]
        others = self._at_most(stem) - 2
        if others > 0 and self._words / others < 2**RAREST:
            others = self._count(stem) - 2
            if others > 0:
                told = min(told, _tell(log2(self._words / others)))
        self[stem] = told
        return told


@lru_cache(maxsize=4096)
def _tell(bits: float) -> float:
    """Give what a kept word tells that is so rare."""
    return log2(KEPT * 2**bits + 1 - KEPT)


# What a kept stem tells where the story does not repeat it: it never tells more.
_USUALLY: Memo[float] = Memo(lambda stem: _tell(min(weigh_stem(stem), RAREST)))


def measure_frame(a: Sentence, b: Sentence, held: Collection[str], telling: Telling, least: float) -> float:
    """Weigh, in bits, how much likelier a rewording explains what two sentences share than chance does.

    `held` are the stems that both hold, `LEAST_KEPT` at least. The same whichever sentence comes first; 0
    where it is less than `least`, or where the different words that are shared could not tell so much. The
    cost grows with the square of the shared runs.
    """
    short, long = len(a.stems), len(b.stems)
    if short > long:
        short, long = long, short
    cost = REPLACED * (short - len(held)) + LOOSE_WORD * (long - short)
    if fsum(map(_USUALLY.__getitem__, held)) - cost < least:
        return 0.0
    told = [telling[stem] for stem in held]
    if fsum(told) - cost < least:
        return 0.0
    kept = LCSseq.similarity(a.stems, b.stems)
    if kept < len(held) and fsum(sorted(told)[-kept:]) - cost - REPLACED * (len(held) - kept) < least:
        return 0.0
    if (len(b.stems), b.norms) < (len(a.stems), a.norms):
        a, b = b, a
    found = _weigh_best(a, b, telling)
    return found if found >= least else 0.0


def _weigh_best(a: Sentence, b: Sentence, telling: Telling) -> float:
    """Give the bits of the best alignment of two sentences."""
    best = 0.0
    last_a, last_b = len(a.stems), len(b.stems)
    ends: list[tuple[int, int, float]] = []
    for i, j, size, told in _shared_runs(a, b, telling):
        value = told - _loose(i, j)
        for k, m, before in ends:
            skipped_a, skipped_b = i - k, j - m
            if skipped_a < 0 or skipped_b < 0:
                continue
            if skipped_a == skipped_b:
                joined = before + told - skipped_a * REPLACED
            elif skipped_a < skipped_b:
                joined = before + told - skipped_a * REPLACED - _shift(skipped_b - skipped_a)
            else:
                joined = before + told - skipped_b * REPLACED - _shift(skipped_a - skipped_b)
            if joined > value:
                value = joined
        ends.append((i + size, j + size, value))
        whole = value - _loose(last_a - i - size, last_b - j - size)
        if whole > best:
            best = whole
    return best


def _shared_runs(a: Sentence, b: Sentence, telling: Telling) -> Iterator[tuple[int, int, int, float]]:
    """Give the runs of words that two sentences share: where they begin, their length, and what they tell."""
    places: dict[str, list[int]] = {}
    kinds = a.kinds
    for j, stem in enumerate(b.stems):
        if stem in kinds:
            places.setdefault(stem, []).append(j)
    starts: list[tuple[int, int]] = []
    sizes: list[int] = []
    rarest: list[float] = []
    # The last run at each distance of the two places.
    begun: dict[int, int] = {}
    for i, stem in enumerate(a.stems):
        if stem not in places:
            continue
        told = telling[stem]
        for j in places[stem]:
            run = begun.get(j - i)
            if run is not None and starts[run][0] + sizes[run] == i:
                sizes[run] += 1
                if told > rarest[run]:
                    rarest[run] = told
            else:
                begun[j - i] = len(starts)
                starts.append((i, j))
                sizes.append(1)
                rarest.append(told)
    for (i, j), size, told in zip(starts, sizes, rarest, strict=True):
        yield i, j, size, told + min(NEXT_BITS * (size - 1), MOST_NEXT_BITS) if size > 1 else told


def _shift(words: int) -> float:
    """Give the cost of words that only one sentence has between two kept ones."""
    return SHIFT + SHIFTED_WORD * words


def _loose(words_a: int, words_b: int) -> float:
    """Give the cost of what stands before the first or behind the last kept word."""
    if words_a < words_b:
        return words_a * REPLACED + (words_b - words_a) * LOOSE_WORD
    return words_b * REPLACED + (words_a - words_b) * LOOSE_WORD
