"""Reported speech to the quotations of the same speaker that it tells in the outlet's own words.

A retelling shifts tenses and pronouns and builds its sentences anew, so that few of its words stand in the
order of the quotation. What it keeps are the words of matter and the figures: two outlets that let one person
say most of the same report one statement. That asks for a speaker known by name on both sides.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from math import fsum
from typing import NamedTuple

from articles.engine.alignment.kinship import Kinship
from articles.engine.alignment.sentences import Sentence
from articles.engine.alignment.witnesses import Witness, same_name
from articles.engine.attribution.person_names import parse_name
from articles.engine.quotations.quotations import Kind
from articles.engine.tokens.figures import is_number
from articles.engine.tokens.stems import lemma

# A word no rarer than this is no word of matter, unless it is a figure; every one beyond it counts this more.
COMMON_BITS = 8.0
EACH = 2.0
# A figure tells at least so much.
FIGURE = 3.0
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


class Spoken(NamedTuple):
    """The sentences that articles give to one speaker: those in their own words, and those in marks."""

    told: list[tuple[Spot, Sentence]]
    quoted: list[tuple[Spot, Sentence]]


def find_retellings(witnesses: Sequence[Witness]) -> Iterator[tuple[Spot, Spot, Kinship]]:
    """Find the sentences in marks that sentences of other articles, by the same speaker, tell again."""
    spoken: dict[str, Spoken] = defaultdict(lambda: Spoken([], []))
    for number, witness in enumerate(witnesses):
        _gather(number, witness, spoken)
    namesakes: dict[str, list[str]] = defaultdict(list)
    for name in spoken:
        for key in _keys(name):
            namesakes[key].append(name)
    for name, (told, _) in spoken.items():
        alike = {other for key in _keys(name) for other in namesakes[key]} if told else set()
        for other in sorted(alike):
            if spoken[other].quoted and same_name(name, other):
                yield from _pair(told, spoken[other].quoted)


@lru_cache(maxsize=KEPT)
def _keys(name: str) -> frozenset[str]:
    """Give what two names of one speaker have in common at least one of: the family name, and all letters."""
    parsed = parse_name(name)
    return frozenset((parsed.last, "".join(parsed.parts).replace("-", "")))


def _gather(number: int, witness: Witness, spoken: Mapping[str, Spoken]) -> None:
    """Add the sentences of an article to those of their speakers, of those who are known by name."""
    stated = {person.name for person in witness.reading.people if person.stated}
    quotations = zip(witness.reading.quotations, witness.sentences, strict=True)
    for place, (quotation, sentences) in enumerate(quotations):
        if quotation.attribution.name in stated:
            own = spoken[quotation.attribution.name]
            spots = own.told if quotation.kind is Kind.INDIRECT else own.quoted
            spots.extend([((number, place, i), sentence) for i, sentence in enumerate(sentences)])


def _pair(
    told: Sequence[tuple[Spot, Sentence]], quoted: Sequence[tuple[Spot, Sentence]]
) -> Iterator[tuple[Spot, Spot, Kinship]]:
    """Give the sentences of one speaker of which one tells the other again."""
    for spot, sentence in told:
        for place, other in quoted:
            if spot[0] != place[0] and not sentence.kinds.isdisjoint(other.salient):
                kin = measure_retelling(sentence, other)
                if kin:
                    yield spot, place, kin


def measure_retelling(one: Sentence, other: Sentence) -> Kinship | None:
    """Measure what a retelling has in common with a quotation; None if that is not enough."""
    a, b = _matter(one.norms, one.weights), _matter(other.norms, other.weights)
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


@lru_cache(maxsize=KEPT)
def _matter(norms: tuple[str, ...], weights: tuple[float, ...]) -> Mapping[str, float]:
    """Give what each word of matter of a sentence tells, by what its forms and its noun in -ure share."""
    found: dict[str, float] = {}
    for norm, bits in zip(norms, weights, strict=True):
        if bits > COMMON_BITS or is_number(norm):
            root = lemma(norm).removesuffix("ur").removesuffix("e")
            told = bits - COMMON_BITS + EACH
            found[root] = max(told, FIGURE) if is_number(norm) else told
    return found
