"""Sentences of several articles to the pairs of them that report the same words.

Two sentences are kin when the words that they share in the same order are rare enough together, and
make up enough of the lighter one of the two: its rarity and their share are each cut by what two
unrelated sentences on one event share by chance, and multiplied. The pairs worth that look come from
an index of the rarer stems, so that the cost grows with the words and with what is found.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from math import fsum, log2
from typing import NamedTuple, Protocol

from rapidfuzz.distance import LCSseq

from articles.engine.alignment.candidates import Crowd, share_most, shorter_first
from articles.engine.alignment.frames import LEAST_KEPT, Telling, measure_frame
from articles.engine.alignment.sentences import Sentence

# What two unrelated sentences on one event have in common by chance: bits, and share of the lighter one.
CHANCE_BITS = 10.0
CHANCE_SHARE = 0.3
# A run of the same words beyond so many bits (two rare words and what goes with them) is as strong as its
# bits, whatever else the two sentences print; a whole clause beyond those of a set phrase ("at the end of
# the day"), which is less.
CHANCE_RUN = 46.0
CHANCE_CLAUSE = 34.0
# Two sentences of one build that speak of other things ("we have the best hospitals and intend to keep
# them", "we have the longest waits and intend to end them") share less of their words of matter than this,
# and are this part as strong.
LEAST_MATTER = 0.62
MATTER_PART = 0.6
# Among so many sentences in marks no two have a telling frame by chance; twice as many are four times the
# pairs, and ask for two bits more.
FEW_SENTENCES = 100
# What two unrelated ends of sentences share of their words of matter by chance.
CHANCE_MATTER = 0.2
# With these an opening leads to what is said.
_LEADING_TO = frozenset({"that", "to", "how", "what", "why", "whether", "if"})
# A frame is as strong as this part of its bits.
FRAME_PART = 1.3
# Words that stand whole in another sentence, one of them salient, are worth keeping from this strength on.
LEAST_OF_WHOLE = 14.0
# Least strength of a pair that is worth keeping (as a possible match, or beside a surer one).
LEAST_STRENGTH = 6.0
# At this strength a match is sure whatever its speakers are, and its frame need not be looked at.
AMPLE_STRENGTH = 16.0
# A single word in quotation marks must be at least this rare, and stand in so few other sentences, that
# it can only be taken from them: "ashamed" may be, "people" not.
LEAST_WORD_BITS = 14.5
MOST_HOLDERS = 3


class Weighed(Protocol):
    """Words by their stems, each with its bits."""

    @property
    def stems(self) -> tuple[str, ...]:
        """Give the stems in order."""

    @property
    def weights(self) -> tuple[float, ...]:
        """Give the bits of each."""


class Kinship(NamedTuple):
    """What two sentences have in common: in the same order, in bits and in share of the lighter one.

    `strength` weighs the evidence that one reports the words of the other, `by_words` that of the
    shared words alone, without their distances (see `frames`). `whole` tells whether all words of
    the shorter one stand in the other without a break.
    """

    bits: float
    share: float
    by_words: float
    strength: float
    whole: bool = False

    def without_frame(self) -> "Kinship":
        """Give the same kinship by shared words alone."""
        return Kinship(self.bits, self.share, self.by_words, self.by_words, self.whole)

    def with_frame(self, frame: float) -> "Kinship":
        """Give the same kinship with the bits that the distances of the shared words tell."""
        strength = max(self.by_words, FRAME_PART * frame)
        return Kinship(self.bits, self.share, self.by_words, strength, self.whole)


def weigh_evidence(bits: float, share: float, run: float) -> float:
    """Weigh what two sentences have in common beyond chance."""
    by_run = run - CHANCE_RUN if run > CHANCE_RUN else 0.0
    if bits <= CHANCE_BITS or share <= CHANCE_SHARE:
        return by_run
    by_share = (bits - CHANCE_BITS) * (share - CHANCE_SHARE)
    return by_share if by_share > by_run else by_run


def measure_kinship(a: Sentence, b: Sentence) -> Kinship:
    """Measure what two sentences have in common; the same whichever comes first."""
    if a.drawn_apart == b.drawn_apart:
        return whole_kinship(min(a.bits, b.bits))
    a, b = shorter_first(a, b)
    runs, whole = share_in_order(a, b)
    bits = sum(runs)
    share = min(1.0, bits / min(a.bits, b.bits))
    strength = weigh_evidence(bits, share, max(runs))
    if strength and share_matter(a.matter, b.matter) < LEAST_MATTER:
        if only_open_alike(a, b):
            rest = bits - runs[0]
            strength = weigh_evidence(rest, rest / min(a.bits, b.bits), max(runs[1:]))
        strength *= MATTER_PART
    for clause in a.clauses & b.clauses:
        strength = max(strength, sum([a.rarity[stem] for stem in clause]) - CHANCE_CLAUSE)
    return Kinship(bits, share, strength, strength, whole)


def share_in_order(a: Weighed, b: Weighed) -> tuple[list[float], bool]:
    """Give the bits of each run of words that both have in one order; tell whether one run is all of a."""
    blocks = LCSseq.editops(a.stems, b.stems).as_matching_blocks()
    runs = [sum(a.weights[block.a : block.a + block.size]) for block in blocks]
    return runs, blocks[0].size == len(a.stems)


def only_open_alike(a: Sentence, b: Sentence) -> bool:
    """Tell whether two sentences begin with the same words and go on to say other things.

    "I want to be absolutely clear that" may be most of a short sentence, and opens anything.
    """
    ends = (n for n, (one, other) in enumerate(zip(a.stems, b.stems, strict=False)) if one != other)
    size = next(ends, 0)
    if not size or a.norms[size - 1] not in _LEADING_TO:
        return False
    left, right = (
        {stem: side.matter[stem] for stem in side.stems[size:] if stem in side.matter} for side in (a, b)
    )
    return bool(left) and bool(right) and share_matter(left, right) < CHANCE_MATTER


def share_matter(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Give the share of the words of matter of the lighter side that the other one has too."""
    lighter = min(fsum(a.values()), fsum(b.values()))
    if not lighter:
        return 1.0
    return fsum([bits if bits < b[stem] else b[stem] for stem, bits in a.items() if stem in b]) / lighter


def whole_kinship(bits: float) -> Kinship:
    """Give what two sentences have in common when all of the lighter one stands in the other."""
    strength = weigh_evidence(bits, 1.0, bits)
    return Kinship(bits, 1.0, strength, strength, whole=True)


def find_kin(crowd: Crowd) -> dict[tuple[int, int], Kinship]:
    """Find every pair of different sentences of a story, by number, that has enough in common.

    What two outlets tell in their own words is not compared: nothing is quoted there. Two sentences of one
    article have enough in common only where one repeats nearly all of the other.
    """
    kin: dict[tuple[int, int], Kinship] = {}
    sentences = crowd.sentences
    telling = Telling(crowd.count, crowd.count_at_most, sum([len(sentence.stems) for sentence in sentences]))
    crowded = sum([sentence.framed for sentence in sentences])
    chance = 2 * log2(max(crowded, FEW_SENTENCES) / FEW_SENTENCES)
    least = LEAST_STRENGTH / FRAME_PART + chance
    for a, shared in crowd.pairs_across():
        one = sentences[a]
        for b, stems in shared.items():
            other = sentences[b]
            framed = one.framed and other.framed
            if stems == 1 and not framed:
                # All the words of one may stand in the other, all but one of them common.
                if one.kinds <= other.kinds or other.kinds <= one.kinds:
                    whole = measure_kinship(one, other)
                    if whole.whole and whole.strength >= LEAST_OF_WHOLE:
                        kin[(a, b) if a < b else (b, a)] = whole
                continue
            held = one.kinds & other.kinds
            # With one stem in common, the distances of other words may tell.
            if stems > 1:
                found = _measure_by_words(one, other, held)
            elif len(held) < LEAST_KEPT:
                continue
            else:
                found = None
            if framed and len(held) >= LEAST_KEPT and (found is None or found.strength < AMPLE_STRENGTH):
                frame = measure_frame(one, other, held, telling, least)
                if frame:
                    found = (found or measure_kinship(one, other)).with_frame(frame - chance)
            if found is not None and found.strength >= LEAST_STRENGTH:
                kin[(a, b) if a < b else (b, a)] = found
    for a, b in crowd.pairs_within():
        one, other = sentences[a], sentences[b]
        if not (one.quoted or other.quoted):
            continue
        found = _measure_by_words(one, other, one.kinds & other.kinds)
        if found is not None and found.strength >= LEAST_STRENGTH:
            kin[a, b] = found
    return kin


def _measure_by_words(one: Sentence, other: Sentence, held: Collection[str]) -> Kinship | None:
    """Measure what two sentences have in common, where the stems that both hold may be enough."""
    most, share = share_most(one, other, held)
    if most - CHANCE_CLAUSE >= LEAST_STRENGTH or weigh_evidence(most, share, most) >= LEAST_STRENGTH:
        return measure_kinship(one, other)
    return None


def find_words(crowd: Crowd) -> dict[tuple[int, int], Kinship]:
    """Find the sentences that hold a rare word which another quotation consists of."""
    sentences = crowd.sentences
    words: dict[str, list[int]] = defaultdict(list)
    for index in crowd.single_words():
        if sentences[index].bits >= LEAST_WORD_BITS:
            words[sentences[index].stems[0]].append(index)
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
