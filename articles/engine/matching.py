"""Sentences of several articles to the pairs of them that report the same words.

Two sentences are kin when the words that they share in the same order are rare enough together, and
make up enough of the lighter one of the two: its rarity and their share are each cut by what two
unrelated sentences on one event share by chance, and multiplied. The pairs worth that look come from
an index of the rarer stems, so that the cost grows with the words and with what is found.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from articles.engine.sentences import Sentence

# What two unrelated sentences on one event have in common by chance: bits, and share of the lighter one.
CHANCE_BITS = 10.0
CHANCE_SHARE = 0.3
# A run of the same words, beyond two rare ones (a name, a set phrase), is as strong as this part of its
# bits, whatever else the two sentences print.
CHANCE_RUN = 26.0
RUN_PART = 0.5
# Least strength of a pair that is worth keeping (as a possible match, or beside a surer one).
LEAST_STRENGTH = 6.0
# A stem this rare brings two sentences together for a closer look; commoner ones stand everywhere.
SALIENT_BITS = 9.0
# So much the salient stems that two sentences share must weigh together: one rare or two middling ones.
LEAST_SALIENT_BITS = 18.0
# A stem in more different sentences than this tells of the event, not of one utterance.
CROWDED = 200
# A single word in quotation marks must be at least this rare, and stand in so few other sentences, that
# it can only be taken from them: "ashamed" may be, "people" not.
LEAST_WORD_BITS = 14.5
MOST_HOLDERS = 3


@dataclass(frozen=True, slots=True)
class Kinship:
    """What two sentences have in common: in the same order, in bits and in share of the lighter one.

    `run` are the bits of the heaviest run of the same words.
    """

    bits: float
    share: float
    run: float

    @property
    def strength(self) -> float:
        """Weigh the evidence that one reports the words of the other."""
        beyond_chance = max(0.0, self.bits - CHANCE_BITS) * max(0.0, self.share - CHANCE_SHARE)
        return max(beyond_chance, RUN_PART * (self.run - CHANCE_RUN))


def measure_kinship(a: Sentence, b: Sentence) -> Kinship:
    """Measure what two sentences have in common; the same whichever comes first."""
    if a.norms == b.norms:
        return whole_kinship(min(sum(a.weights), sum(b.weights)))
    if (len(b.stems), b.stems, b.weights) < (len(a.stems), a.stems, a.weights):
        a, b = b, a
    runs = [
        sum(a.weights[block.src_start : block.src_end])
        for block in LCSseq.opcodes(a.stems, b.stems)
        if block.tag == "equal"
    ]
    bits = sum(runs)
    return Kinship(bits, min(1.0, bits / min(sum(a.weights), sum(b.weights))), max(runs, default=0.0))


def whole_kinship(bits: float) -> Kinship:
    """Give what two sentences have in common when all of the lighter one stands in the other."""
    return Kinship(bits, 1.0, bits)


def find_kin(sentences: Sequence[Sentence]) -> dict[tuple[int, int], Kinship]:
    """Find every pair of different sentences, by index, that has enough in common."""
    stems = [dict(zip(sentence.stems, sentence.weights, strict=True)) for sentence in sentences]
    totals = [sum(sentence.weights) for sentence in sentences]
    kin = {}
    for a, b in _candidates(stems):
        held = stems[b]
        most = sum([bits for stem, bits in stems[a].items() if stem in held])
        lighter = min(totals[a], totals[b])
        if Kinship(most, most / lighter, most).strength >= LEAST_STRENGTH:
            found = measure_kinship(sentences[a], sentences[b])
            if found.strength >= LEAST_STRENGTH:
                kin[a, b] = found
    return kin


def _candidates(stems: Sequence[dict[str, float]]) -> Iterator[tuple[int, int]]:
    """Give the pairs of sentences, the lower index first, that share enough salient stems."""
    salient = [[(stem, bits) for stem, bits in weights.items() if bits >= SALIENT_BITS] for weights in stems]
    count = Counter(stem for listed in salient for stem, _ in listed)
    holders: dict[str, list[int]] = defaultdict(list)
    for index, listed in enumerate(salient):
        shared: dict[int, float] = defaultdict(float)
        for stem, bits in listed:
            if 1 < count[stem] <= CROWDED:
                for other in holders[stem]:
                    shared[other] += bits
                holders[stem].append(index)
        for other, bits in shared.items():
            if bits >= LEAST_SALIENT_BITS:
                yield other, index


def find_words(sentences: Sequence[Sentence]) -> dict[tuple[int, int], Kinship]:
    """Find the sentences that hold a rare word which another quotation consists of."""
    words = {
        sentence.stems[0]: index
        for index, sentence in enumerate(sentences)
        if len(sentence.stems) == 1 and sentence.weights[0] >= LEAST_WORD_BITS
    }
    holders: dict[str, list[int]] = {stem: [] for stem in words}
    for index, sentence in enumerate(sentences):
        for stem in holders.keys() & set(sentence.stems) if words else ():
            if len(sentence.stems) > 1:
                holders[stem].append(index)
    return {
        (min(words[stem], index), max(words[stem], index)): whole_kinship(sentences[words[stem]].weights[0])
        for stem, found in holders.items()
        if len(found) <= MOST_HOLDERS
        for index in found
    }
