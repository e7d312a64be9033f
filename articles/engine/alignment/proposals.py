"""Proposals from outside to matches: sentences that may say the same although their words do not tell.

A proposal names its sentences by what they print. So it holds wherever they stand, is found again in the
same texts, and falls away with the words. It is never sure, whatever it is based on.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from articles.engine.alignment.kinship import measure_kinship
from articles.engine.alignment.matches import NEEDED_OF_CHANGED, Match, Spot
from articles.engine.alignment.sentences import Sentence
from articles.engine.alignment.witnesses import Witness, compare_speakers
from articles.engine.quotations.quotations import Kind


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two sentences, as printed, that may say the same in other words.

    `similarity` is how alike they are in meaning (a cosine), and `usual` what it is on average between
    either of them and the other sentences quoted in the story.
    """

    words_a: str
    words_b: str
    similarity: float
    usual: float


def print_sentence(text: str, sentence: Sentence) -> str:
    """Give the words of a sentence as printed; where the outlet interrupts it, a blank."""
    return " ".join(text[span.start : span.end] for span in sentence.spans)


def place_proposals(
    witnesses: Sequence[Witness], proposals: Iterable[Proposal], matches: Sequence[Match]
) -> list[Match]:
    """Find the quotations that print what is proposed, in all their places.

    Left out is what `matches` join already, and what two different people said.
    """
    ordered = sorted(proposals, key=lambda one: (-one.similarity, one.words_a, one.words_b))
    if not ordered:
        return []
    spots: dict[str, list[Spot]] = defaultdict(list)
    for w, witness in enumerate(witnesses):
        for q, sentences in enumerate(witness.sentences):
            if witness.reading.quotations[q].kind is not Kind.INDIRECT:
                for position, sentence in enumerate(sentences):
                    spots[print_sentence(witness.reading.text, sentence)].append((w, q, position))
    joined = {
        (spot, match.right if spot[:2] == match.left else match.left)
        for match in matches
        for spot in match.spots
    }
    placed: dict[tuple[Spot, Spot], Match] = {}
    for proposal in ordered:
        for left, right in _pairs_of(spots.get(proposal.words_a, ()), spots.get(proposal.words_b, ())):
            ends = {(left, right[:2]), (right, left[:2])}
            if joined.isdisjoint(ends) and (match := _match(witnesses, left, right, proposal)):
                placed[left, right] = match
                joined |= ends
    return [placed[ends] for ends in sorted(placed)]


def _pairs_of(one: Sequence[Spot], other: Sequence[Spot]) -> Iterator[tuple[Spot, Spot]]:
    """Give every two places in different articles, the earlier one first."""
    for a in one:
        for b in other:
            if a[0] != b[0]:
                yield (a, b) if a < b else (b, a)


def _match(witnesses: Sequence[Witness], left: Spot, right: Spot, proposal: Proposal) -> Match | None:
    """Make a match of two sentences, or nothing where two different people said them."""
    (w, q, i), (v, p, j) = left, right
    same_speaker = compare_speakers(witnesses[w], q, witnesses[v], p)
    if same_speaker is False:
        return None
    kin = measure_kinship(witnesses[w].sentences[q][i], witnesses[v].sentences[p][j])
    return Match(
        (w, q),
        (v, p),
        (range(i, i + 1), range(j, j + 1)),
        kin,
        same_speaker,
        NEEDED_OF_CHANGED,
        reported=False,
        similarity=proposal.similarity,
        usual=proposal.usual,
    )
