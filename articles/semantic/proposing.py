"""Quotations of a story to proposals: the sentences that are unusually alike in meaning.

Any two quotations on one event are alike, so what counts is how much more alike two sentences are than
either is to the rest of the story (after the similarity scaling of Conneau et al. 2018). A model of
meaning does not tell a statement from its contrary: a proposal is a place to look at, never a finding.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from operator import mul

from articles.engine import Kind, Proposal, Witness
from articles.engine.alignment.matches import Spot, match_quotations
from articles.engine.alignment.proposals import print_sentence
from articles.engine.alignment.witnesses import compare_speakers
from articles.engine.quotations.quotations import Place

# Shorter sentences are alike by their form ("I am proud of it").
LEAST_WORDS = 5
# More than a long interview prints; it bounds what one article can cost.
MOST_SENTENCES = 200
# So much more alike than usual two sentences must be when both texts name one speaker, and when
# either does not say who spoke. What two different people said is never proposed.
LEAST_EXCESS = 0.4
LEAST_EXCESS_OF_UNKNOWN = 0.55
# The similarity of two quotations on one event, and the number of sentences for which it counts: what
# is usual in a story of few sentences is not known well from them alone.
USUAL, USUAL_WEIGHT = 0.25, 4

Vector = Sequence[float]
# Sentences to vectors of length 1 whose product is the similarity of two sentences.
Embed = Callable[[Sequence[str]], Sequence[Vector]]


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence in quotation marks, and whether another article is known to print its words."""

    spot: Spot
    words: str
    matched: bool


def propose(witnesses: Sequence[Witness], embed: Embed) -> tuple[Proposal, ...]:
    """Propose pairs of sentences of different articles that may say the same in other words."""
    said = list_sentences(witnesses)
    words = sorted({one.words for sentences in said for one in sentences})
    vectors = dict(zip(words, embed(words), strict=True))
    usual = measure_usual(vectors)
    found = {
        tuple(sorted((a.words, b.words))): alike
        for one, other in combinations(said, 2)
        for a, b, alike in find_nearest(one, other, witnesses, vectors, usual)
    }
    return tuple(
        Proposal(a, b, round(similarity, 3), round(background, 3))
        for (a, b), (similarity, background) in sorted(found.items())
    )


def list_sentences(witnesses: Sequence[Witness]) -> list[list[Said]]:
    """List the sentences in quotation marks in each article's body that are long enough."""
    matched = {
        spot
        for match in match_quotations(witnesses)
        if match.left[0] != match.right[0] and not match.reported
        for spot in match.spots
    }
    return [list(sentences_of(w, witness, matched))[:MOST_SENTENCES] for w, witness in enumerate(witnesses)]


def sentences_of(w: int, witness: Witness, matched: set[Spot]) -> Iterator[Said]:
    """Give the sentences in quotation marks of one article's body that are long enough."""
    for q, (quotation, sentences) in enumerate(
        zip(witness.reading.quotations, witness.sentences, strict=True)
    ):
        if quotation.kind is not Kind.INDIRECT and quotation.place is Place.BODY:
            for position, sentence in enumerate(sentences):
                if len(sentence.tokens) >= LEAST_WORDS:
                    spot = w, q, position
                    yield Said(spot, print_sentence(witness.reading.text, sentence), spot in matched)


def measure_usual(vectors: Mapping[str, Vector]) -> dict[str, tuple[float, int]]:
    """Give the sum of the similarities of each sentence to the others, and how many they are."""
    whole = [sum(column) for column in zip(*vectors.values(), strict=True)]
    return {
        words: (product(vector, whole) - product(vector, vector), len(vectors) - 1)
        for words, vector in vectors.items()
    }


def find_nearest(
    one: Sequence[Said],
    other: Sequence[Said],
    witnesses: Sequence[Witness],
    vectors: Mapping[str, Vector],
    usual: Mapping[str, tuple[float, int]],
) -> Iterator[tuple[Said, Said, tuple[float, float]]]:
    """Give the sentences of two articles that are nearest to each other, with similarity and the usual."""
    rows: dict[tuple[Said, Said], tuple[float, float, float]] = {}
    best: dict[Said, float] = {}
    for a in one:
        for b in other:
            least = needed_excess(witnesses, a, b)
            if least is None:
                continue
            similarity = product(vectors[a.words], vectors[b.words])
            background = (without(usual[a.words], similarity) + without(usual[b.words], similarity)) / 2
            excess = similarity - background
            rows[a, b] = similarity, background, least
            best[a], best[b] = max(excess, best.get(a, excess)), max(excess, best.get(b, excess))
    for (a, b), (similarity, background, least) in rows.items():
        if similarity - background >= max(least, best[a], best[b]):
            yield a, b, (similarity, background)


def needed_excess(witnesses: Sequence[Witness], a: Said, b: Said) -> float | None:
    """Give how much more alike than usual two sentences must be; None if they cannot be proposed."""
    if a.matched and b.matched:
        return None
    same_speaker = compare_speakers(witnesses[a.spot[0]], a.spot[1], witnesses[b.spot[0]], b.spot[1])
    return {True: LEAST_EXCESS, None: LEAST_EXCESS_OF_UNKNOWN, False: None}[same_speaker]


def without(usual: tuple[float, int], similarity: float) -> float:
    """Give the usual similarity of a sentence, one other left out."""
    total, others = usual
    return (total - similarity + USUAL_WEIGHT * USUAL) / (others - 1 + USUAL_WEIGHT)


def product(a: Iterable[float], b: Iterable[float]) -> float:
    """Give the inner product of two vectors."""
    return math.fsum(map(mul, a, b))
