"""Reported speech to the quotations of the same speaker that it tells in the outlet's own words.

A retelling shifts tenses and pronouns and builds its sentences anew, so that few of its words stand in the
order of the quotation. What it keeps are the words of matter and the figures: two outlets that let one person
say most of the same report one statement. That asks for a speaker known by name on both sides.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product
from math import fsum

from articles.engine.alignment.kinship import Kinship
from articles.engine.alignment.voices import Remark
from articles.engine.alignment.witnesses import Witness, same_name
from articles.engine.attribution.person_names import parse_name

# With so many words of matter in common, this part of those of the lighter side and of the heavier one.
MANY = 3
SHARE_OF_MANY = 0.6
LONGER_OF_MANY = 0.28
# Two words must be more of both sides, and rarer.
FEW = 2
SHARE_OF_FEW = 0.65
LONGER_OF_FEW = 0.5
BITS_OF_FEW = 10.0
# How sure a retelling is that has just enough in common, on the scale of `kinship`.
STRENGTH = 10.0
KEPT = 8192

Spot = tuple[int, int, int]


# The remarks of one speaker, those of each article by its number.
Remarks = list[tuple[int, list[Remark]]]


def find_retellings(witnesses: Sequence[Witness]) -> Iterator[tuple[Spot, Spot, Kinship]]:
    """Find the sentences in marks that sentences of other articles, by the same speaker, tell again."""
    told: dict[str, Remarks] = defaultdict(list)
    quoted: dict[str, Remarks] = defaultdict(list)
    for number, witness in enumerate(witnesses):
        for name, voice in witness.voices.items():
            if voice.told:
                told[name].append((number, voice.told))
            if voice.quoted:
                quoted[name].append((number, voice.quoted))
    namesakes: dict[str, list[str]] = defaultdict(list)
    for name in quoted:
        for key in _keys(name):
            namesakes[key].append(name)
    for name, remarks in told.items():
        for other in {other for key in _keys(name) for other in namesakes.get(key, ())}:
            if same_name(name, other):
                yield from _pair(remarks, quoted[other])


@lru_cache(maxsize=KEPT)
def _keys(name: str) -> frozenset[str]:
    """Give what two names of one speaker have in common at least one of: the family name, and all letters."""
    parsed = parse_name(name)
    return frozenset((parsed.last, "".join(parsed.parts).replace("-", "")))


def _pair(told: Remarks, quoted: Remarks) -> Iterator[tuple[Spot, Spot, Kinship]]:
    """Give the sentences of one speaker of which one tells the other again."""
    for (w, remarks), (v, others) in product(told, quoted):
        for one in remarks if w != v else ():
            kinds = one.sentence.kinds
            for other in others:
                if not kinds.isdisjoint(other.sentence.salient):
                    kin = measure_retelling(one, other)
                    if kin:
                        yield (w, one.quotation, one.position), (v, other.quotation, other.position), kin


def measure_retelling(one: Remark, other: Remark) -> Kinship | None:
    """Measure what a retelling has in common with a quotation; None if that is not enough."""
    a, b = one.roots, other.roots
    held = a.keys() & b.keys()
    if len(held) < FEW:
        return None
    bits = fsum([min(a[word], b[word]) for word in held])
    lighter, heavier = sorted((fsum(a.values()), fsum(b.values())))
    share, of_longer = bits / lighter, bits / heavier
    if len(held) >= MANY and share >= SHARE_OF_MANY and of_longer >= LONGER_OF_MANY:
        strength = STRENGTH * share / SHARE_OF_MANY
    elif share >= SHARE_OF_FEW and of_longer >= LONGER_OF_FEW and bits >= BITS_OF_FEW:
        strength = STRENGTH * share / SHARE_OF_FEW
    else:
        return None
    return Kinship(bits, min(1.0, share), strength, strength)
