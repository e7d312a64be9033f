"""Sentences of several articles to the pairs of them that report the same words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from articles.engine.rarity import NAME_BITS, bits
from articles.engine.sentences import Sentence

# A stem this rare brings two sentences together for a closer look; commoner ones occur everywhere.
SALIENT_BITS = 9.0
# A stem that stands in more sentences than this tells of the event, not of one utterance.
CROWDED = 120
# Least rarity that two sentences must share: three or four words of middling rarity.
LEAST_BITS = 30.0
# Least share of the lighter sentence's rarity that must be found in the other.
LEAST_SHARE = 0.55
# A run of the same words, this heavy, is a match however much else the sentences print.
LEAST_RUN_BITS = 45.0
# A fragment has at most this many words; it must stand in the other sentence word for word.
FRAGMENT_WORDS = 4
# Least rarity of a fragment: "ashamed" may be one, "the people" may not.
LEAST_FRAGMENT_BITS = 13.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A sentence in its place: witness, quotation, and its position in the quotation."""

    witness: int
    quotation: int
    position: int
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Match:
    """Two entries (by index, the lower first) that report the same words, and how surely."""

    a: int
    b: int
    weight: float
    sure: bool


def match_sentences(entries: Sequence[Entry], texts: Sequence[str]) -> tuple[Match, ...]:
    """Find every pair of sentences of different articles that share enough rare words."""
    names = _names(entries, texts)
    weights = [_weights(entry.sentence, names) for entry in entries]
    found = []
    for a, b in sorted(_candidates(entries, weights)):
        match = _compare(entries[a].sentence, entries[b].sentence, weights[a], weights[b])
        if match is not None:
            found.append(Match(a, b, match, True))
    return tuple(found)


def _names(entries: Iterable[Entry], texts: Sequence[str]) -> frozenset[str]:
    """Give the stems that are printed with a capital inside a sentence."""
    return frozenset(
        stem
        for entry in entries
        for word, stem in zip(entry.sentence.tokens[1:], entry.sentence.stems[1:], strict=True)
        if texts[entry.witness][word.start].isupper()
    )


def _weights(sentence: Sentence, names: frozenset[str]) -> dict[str, float]:
    """Give the rarity of each stem of a sentence."""
    return {stem: min(bits(stem), NAME_BITS) if stem in names else bits(stem) for stem in set(sentence.stems)}


def _candidates(entries: Sequence[Entry], weights: Sequence[dict[str, float]]) -> Iterator[tuple[int, int]]:
    """Give the pairs of sentences that share enough salient stems to be worth comparing."""
    holders: dict[str, list[int]] = defaultdict(list)
    for index, weight in enumerate(weights):
        for stem, value in weight.items():
            if value >= SALIENT_BITS:
                holders[stem].append(index)
    shared: Counter[tuple[int, int]] = Counter()
    for indices in holders.values():
        if 1 < len(indices) <= CROWDED:
            for place, a in enumerate(indices):
                for b in indices[place + 1 :]:
                    if entries[a].witness != entries[b].witness:
                        shared[a, b] += 1
    return iter(shared)


def _compare(a: Sentence, b: Sentence, left: dict[str, float], right: dict[str, float]) -> float | None:
    """Give the share of the lighter sentence's rarity that the other holds, or None where too little."""
    both = left.keys() & right.keys()
    heavy = sum(left[stem] for stem in both)
    lighter = min(sum(left.values()), sum(right.values()))
    share = heavy / lighter
    short = min(len(a.tokens), len(b.tokens))
    if short <= FRAGMENT_WORDS:
        return share if heavy >= LEAST_FRAGMENT_BITS and _holds(a, b) else None
    if heavy >= LEAST_BITS and share >= LEAST_SHARE:
        return share
    return share if _run_bits(a, b, left) >= LEAST_RUN_BITS else None


def _holds(a: Sentence, b: Sentence) -> bool:
    """Tell whether the stems of the shorter sentence stand together in the longer one."""
    short, long = sorted((a.stems, b.stems), key=len)
    return any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))


def _run_bits(a: Sentence, b: Sentence, weights: dict[str, float]) -> float:
    """Give the rarity of the heaviest run of the same stems in both sentences."""
    best = 0.0
    for block in LCSseq.opcodes(a.stems, b.stems):
        if block.tag == "equal":
            best = max(best, sum(weights[stem] for stem in a.stems[block.src_start : block.src_end]))
    return best
