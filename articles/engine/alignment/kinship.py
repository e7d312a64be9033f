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

from articles.engine.alignment.sentences import Sentence

# What two unrelated sentences on one event have in common by chance: bits, and share of the lighter one.
CHANCE_BITS = 10.0
CHANCE_SHARE = 0.3
# A run of the same words, beyond two rare ones (a name, a set phrase), is as strong as this part of its
# bits, whatever else the two sentences print.
CHANCE_RUN = 26.0
RUN_PART = 0.5
# Least strength of a pair that is worth keeping (as a possible match, or beside a surer one).
LEAST_STRENGTH = 6.0
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
        return weigh_evidence(self.bits, self.share, self.run)


def weigh_evidence(bits: float, share: float, run: float) -> float:
    """Weigh what two sentences have in common beyond chance."""
    by_run = RUN_PART * (run - CHANCE_RUN) if run > CHANCE_RUN else 0.0
    if bits <= CHANCE_BITS or share <= CHANCE_SHARE:
        return by_run
    by_share = (bits - CHANCE_BITS) * (share - CHANCE_SHARE)
    return by_share if by_share > by_run else by_run


def measure_kinship(a: Sentence, b: Sentence) -> Kinship:
    """Measure what two sentences have in common; the same whichever comes first."""
    if a.norms == b.norms:
        return whole_kinship(min(a.bits, b.bits))
    if (len(b.stems), b.stems, b.weights) < (len(a.stems), a.stems, a.weights):
        a, b = b, a
    runs = [
        sum(a.weights[block.src_start : block.src_end])
        for block in LCSseq.opcodes(a.stems, b.stems)
        if block.tag == "equal"
    ]
    bits = sum(runs)
    return Kinship(bits, min(1.0, bits / min(a.bits, b.bits)), max(runs, default=0.0))


def whole_kinship(bits: float) -> Kinship:
    """Give what two sentences have in common when all of the lighter one stands in the other."""
    return Kinship(bits, 1.0, bits)


def find_kin(sentences: Sequence[Sentence]) -> dict[tuple[int, int], Kinship]:
    """Find every pair of different sentences, by index, that has enough in common."""
    kin = {}
    for a, b in _candidates(sentences):
        one, other = sentences[a], sentences[b]
        held = other.rarity
        most = sum([bits for stem, bits in one.rarity.items() if stem in held])
        if weigh_evidence(most, most / min(one.bits, other.bits), most) >= LEAST_STRENGTH:
            found = measure_kinship(one, other)
            if found.strength >= LEAST_STRENGTH:
                kin[a, b] = found
    return kin


def _candidates(sentences: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """Give the pairs of sentences, the lower index first, that share enough salient stems."""
    count = Counter([stem for sentence in sentences for stem, _ in sentence.salient])
    holders: dict[str, list[int]] = defaultdict(list)
    for index, sentence in enumerate(sentences):
        shared: dict[int, float] = defaultdict(float)
        for stem, bits in sentence.salient:
            if 1 < count[stem] <= CROWDED:
                for other in holders[stem]:
                    shared[other] += bits
                holders[stem].append(index)
        for other, bits in shared.items():
            if bits >= LEAST_SALIENT_BITS:
                yield other, index


def find_words(sentences: Sequence[Sentence]) -> dict[tuple[int, int], Kinship]:
    """Find the sentences that hold a rare word which another quotation consists of."""
    words: dict[str, list[int]] = defaultdict(list)
    for index, sentence in enumerate(sentences):
        if len(sentence.stems) == 1 and sentence.bits >= LEAST_WORD_BITS:
            words[sentence.stems[0]].append(index)
    holders: dict[str, list[int]] = defaultdict(list)
    for index, sentence in enumerate(sentences if words else ()):
        if len(sentence.stems) > 1:
            for stem in words.keys() & sentence.rarity.keys():
                holders[stem].append(index)
    return {
        (min(word, index), max(word, index)): whole_kinship(sentences[word].bits)
        for stem, found in holders.items()
        if len(found) <= MOST_HOLDERS
        for word in words[stem]
        for index in found
    }
