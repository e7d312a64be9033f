"""What one speaker says once in each of two articles: words that they have nowhere else there.

Two articles on one event quote the same few people, and somebody who reads both takes it for one utterance
that the mayor speaks of a hammer in one quotation of either. So the rarer words that one speaker has in a
single quotation of each article count once more, the more so where nobody else there has them; and the words
are compared as a careful reader does it: over the ends of sentences, in any order, contractions drawn apart.
What is not sure even so is left out.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import fsum
from operator import itemgetter

from articles.engine.alignment.kinship import (
    AMPLE_STRENGTH,
    CHANCE_SHARE,
    LEAST_MATTER,
    MATTER_PART,
    Kinship,
    share_in_order,
    share_matter,
    weigh_evidence,
)
from articles.engine.alignment.sayings import LEAST_ONCE, Sayings, Wording
from articles.engine.alignment.sentences import PLAIN_BITS
from articles.engine.alignment.witnesses import Witness, same_name

# So much of what nothing else of theirs has do two quotations of one speaker share by chance: bits beyond
# those of plain words. One word tells nothing: it may be what the speaker always talks about.
CHANCE_ONCE = 5.0
# Each bit more, times the share of the lighter wording beyond chance, is worth so much.
ONCE_PART = 5.0
# Fewer words are a phrase that anybody uses.
LEAST_WORDS = 4
# A word that somebody else in one of the articles has too tells so much of it.
SHARED_PART = 0.5

# For each quotation a bit for every sentence that has its counterpart in another article. Sets would be
# thousands of small ones in a story of many articles.
Taken = Mapping[int, int]
# Two quotations, by witness and number, and for each two sentences of them what they have in common.
Known = Mapping[tuple[tuple[int, int], tuple[int, int]], dict[tuple[int, int], Kinship]]


def add_said_once(witnesses: Sequence[Witness], matched: Known) -> None:
    """Add to what is known of the sentences of two quotations what is said once in each of two articles.

    A sentence that has its counterpart in the other article already is left alone.
    """
    taken = _find_taken(matched)
    for (w, one), (v, other) in combinations(enumerate(witnesses), 2):
        for q, p in _pair_quotations(one, taken[w, v], other, taken[v, w]):
            found = matched.get(((w, q), (v, p)), {})
            if any(kin.strength >= AMPLE_STRENGTH for kin in found.values()):
                continue
            parts = _tell_parts(one.sayings, q, other.sayings, p)
            if not parts:
                continue
            best = _find_best(
                _free_wordings(one, q, taken[w, v].get(q, 0)),
                _free_wordings(other, p, taken[v, w].get(p, 0)),
                parts,
            )
            if best is not None:
                kin, left, right = best
                for i, j in _places(one, q, left, other, p, right):
                    if (i, j) not in found or found[i, j].strength < kin.strength:
                        matched[(w, q), (v, p)][i, j] = kin


def _find_taken(matched: Known) -> dict[tuple[int, int], dict[int, int]]:
    """Give for two articles the sentences of the first, by quotation, that the other one has too."""
    taken: dict[tuple[int, int], dict[int, int]] = defaultdict(dict)
    for ((w, q), (v, p)), pairs in matched.items():
        left = right = 0
        for (i, j), kin in pairs.items():
            if kin.strength >= AMPLE_STRENGTH:
                left |= 1 << i
                right |= 1 << j
        if left:
            here, there = taken[w, v], taken[v, w]
            here[q] = here.get(q, 0) | left
            there[p] = there.get(p, 0) | right
    return taken


def _pair_quotations(
    one: Witness, taken: Taken, other: Witness, taken_there: Taken
) -> Iterator[tuple[int, int]]:
    """Give the quotations of one speaker that share what is said once and are not taken as a whole."""
    free = _free_quotations(one, taken)
    others = _free_quotations(other, taken_there) if free else {}
    here, there = one.sayings.stems, other.sayings.stems
    for name, quotations in free.items():
        for known, found in others.items():
            if same_name(name, known):
                yield from [(q, p) for q in quotations for p in found if not here[q].isdisjoint(there[p])]


def _free_quotations(witness: Witness, taken: Taken) -> dict[str, list[int]]:
    """Give for each speaker the quotations of which a sentence is not taken."""
    split = witness.sentences
    free = {}
    for name, quotations in witness.sayings.speakers.items():
        left = [q for q in quotations if q not in taken or taken[q] + 1 != 1 << len(split[q])]
        if left:
            free[name] = left
    return free


def _tell_parts(one: Sayings, q: int, other: Sayings, p: int) -> dict[str, float]:
    """Give the stems said once that two quotations share, each with the part of it that tells.

    Nothing where they tell too little together.
    """
    left, right = one.told[q], other.told[p]
    parts = {
        word: 1.0 if word in one.single and word in other.single else SHARED_PART
        for word in one.stems[q] & other.stems[p]
    }
    most = fsum([part * max(left[word], right[word]) for word, part in parts.items()])
    return parts if most >= LEAST_ONCE else {}


def _free_wordings(witness: Witness, quotation: int, taken: int) -> list[tuple[int | None, Wording]]:
    """Give the words of each sentence of a quotation that is not taken, and of all of them where none is."""
    count = len(witness.sentences[quotation])
    free: list[int | None] = [i for i in range(count) if not taken >> i & 1]
    if 1 < len(free) == count:
        free.append(None)
    wordings = [(position, witness.sayings.wording_of(quotation, position)) for position in free]
    return [(position, wording) for position, wording in wordings if len(wording.stems) >= LEAST_WORDS]


def _find_best(
    left: Sequence[tuple[int | None, Wording]],
    right: Sequence[tuple[int | None, Wording]],
    stems: Mapping[str, float],
) -> tuple[Kinship, int | None, int | None] | None:
    """Give the two wordings that have most in common, where that is enough to be sure."""
    found = []
    for i, a in left:
        for j, b in right:
            once = [told for word, part in stems.items() if (told := part * _least(a, b, word))]
            if fsum(once) >= LEAST_ONCE:
                kin = _measure(a, b, fsum(once) if len(once) > 1 else 0.0)
                if kin.strength >= AMPLE_STRENGTH:
                    # Of equal ones it depends on their words only which is taken, not on which stands left.
                    found.append(((kin.strength, sorted((a.stems, b.stems))), kin, i, j))
    return max(found, key=itemgetter(0))[1:] if found else None


def _least(a: Wording, b: Wording, word: str) -> float:
    """Give how much rarer than plain words a word is that both wordings have."""
    return max(0.0, min(a.rarity.get(word, 0.0), b.rarity.get(word, 0.0)) - PLAIN_BITS)


def _measure(a: Wording, b: Wording, once: float) -> Kinship:
    """Measure what two wordings have in common; `once` is what they share that is said once.

    Where one of them denies something and the other nothing, that tells nothing; and if the shorter one
    denies, all that stands in the longer one is told otherwise.
    """
    if (len(b.stems), b.stems) < (len(a.stems), a.stems):
        a, b = b, a
    runs, whole = share_in_order(a, b)
    lighter = min(a.bits, b.bits)
    share = min(1.0, sum(runs) / lighter)
    strength = weigh_evidence(sum(runs), share, max(runs))
    if strength and share_matter(a.matter, b.matter) < LEAST_MATTER:
        strength *= MATTER_PART
    kin = Kinship(sum(runs), share, strength, strength, whole)
    if a.denies != b.denies:
        return kin._replace(by_words=0.0, strength=0.0) if a.denies else kin
    # Here the order of the words is no matter.
    held = fsum([min(told, b.rarity[word]) for word, told in a.rarity.items() if word in b.rarity])
    more = ONCE_PART * max(0.0, once - CHANCE_ONCE) * max(0.0, held / lighter - CHANCE_SHARE)
    return kin._replace(by_words=strength + more, strength=strength + more)


def _places(
    one: Witness, q: int, left: int | None, other: Witness, p: int, right: int | None
) -> Iterator[tuple[int, int]]:
    """Give the sentences that stand for two wordings: of whole quotations, those that share a rarer word."""
    for i, a in enumerate(one.sentences[q]):
        for j, b in enumerate(other.sentences[p]):
            meant = left in (None, i) and right in (None, j)
            if meant and (None not in (left, right) or not b.kinds.isdisjoint(a.salient)):
                yield i, j
