"""Quotations of several articles to links: which passage of one reports the words of another."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import LCSseq

from articles.engine.differences import Difference, Passage, Status, find_differences, status_of
from articles.engine.matching import Kinship, find_kin, find_words
from articles.engine.quotations import Kind
from articles.engine.runs import Pairs, form_runs
from articles.engine.sentences import Sentence
from articles.engine.spans import Span
from articles.engine.witnesses import Witness, compare_speakers

__all__ = ["Evidence", "Link", "Match", "Place", "Witness", "align", "link_match", "match_quotations"]

# Strength (see `matching`) at which a match is shown as fact when one of the texts does not say who spoke.
NEEDED = 13.3
# One speaker in both speaks for a match, two different ones against it.
NEEDED_OF_ONE_SPEAKER = 11.0
NEEDED_OF_TWO_SPEAKERS = 30.0
# A rare single word that stands in the other quotation (see `find_words`) needs no more than its rarity.
NEEDED_OF_ONE_WORD = 3.0
# From this part of the needed strength on, a match is possible.
POSSIBLE_PART = 0.6


@dataclass(frozen=True, slots=True)
class Place:
    """A passage inside one quotation: witness and quotation by index, and the spans it covers."""

    witness: int
    quotation: int
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for and against a link, as stored figures; a reader's text is made from it.

    `shared` of `words_a` and of `words_b` words agree in their normal form; `weight` is the
    rarity-weighted share of stems (0 to 1); `same_speaker` is None where either is not stated;
    `same_order` tells whether the shared words come in the same order. `strength` of the match
    and what was `needed` to call it sure are on the scale that `matching` describes.
    """

    shared: int
    words_a: int
    words_b: int
    weight: float
    same_speaker: bool | None
    same_order: bool
    strength: float = 0.0
    needed: float = 0.0


@dataclass(frozen=True, slots=True)
class Link:
    """Two passages of different articles that report the same words.

    `reported` is True where one of them stands in the outlet's own words (an indirect quotation):
    such a link says who else reports the statement, and never that words were changed.
    """

    a: Place
    b: Place
    status: Status
    differences: tuple[Difference, ...]
    evidence: Evidence
    reported: bool = False


# Witness and quotation, by index.
Address = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Match:
    """Sentences of two quotations, by position, that report the same words."""

    left: Address
    right: Address
    pairs: Pairs
    same_speaker: bool | None
    needed: float

    @property
    def sure(self) -> bool:
        """Tell a match from a possible one."""
        return any(kin.strength >= self.needed for kin in self.pairs.values())


def align(witnesses: Sequence[Witness]) -> tuple[Link, ...]:
    """Find every link between the quotations of different articles of a story."""
    return tuple(
        link_match(witnesses, match)
        for match in match_quotations(witnesses)
        if match.left[0] != match.right[0]
    )


def match_quotations(witnesses: Sequence[Witness]) -> list[Match]:
    """Find the passages of any two quotations, also of one article, that report the same words.

    Sentences of the same normal form are looked at once, whichever articles print them.
    """
    forms: dict[tuple[str, ...], list[tuple[int, int, int]]] = defaultdict(list)
    for w, witness in enumerate(witnesses):
        for q, sentences in enumerate(witness.sentences):
            for position, sentence in enumerate(sentences):
                forms[sentence.norms].append((w, q, position))
    order = sorted(forms)
    spots = [forms[norms] for norms in order]
    examples = [_sentence_at(witnesses, min(found)) for found in spots]
    matched: dict[tuple[Address, Address], dict[tuple[int, int], Kinship]] = defaultdict(dict)
    for one, other, kin in _kin_of_spots(spots, examples):
        matched[one[:2], other[:2]][one[2], other[2]] = kin
    return [
        match
        for (left, right), pairs in sorted(matched.items())
        for match in _form_matches(witnesses, left, right, pairs)
    ]


def _sentence_at(witnesses: Sequence[Witness], spot: tuple[int, int, int]) -> Sentence:
    w, q, position = spot
    return witnesses[w].sentences[q][position]


def _kin_of_spots(
    spots: Sequence[Sequence[tuple[int, int, int]]], examples: Sequence[Sentence]
) -> Iterator[tuple[tuple[int, int, int], tuple[int, int, int], Kinship]]:
    """Give every two sentences of different quotations that have enough in common, in their places."""
    for found, example in zip(spots, examples, strict=True):
        kin = Kinship(sum(example.weights), 1.0)
        for one, other in combinations(found, 2):
            if one[:2] != other[:2]:
                yield one, other, kin
    for (a, b), kin in (find_kin(examples) | find_words(examples)).items():
        for one in spots[a]:
            for other in spots[b]:
                if one[:2] != other[:2]:
                    yield (*sorted((one, other)), kin)


def _form_matches(
    witnesses: Sequence[Witness], left: Address, right: Address, pairs: Pairs
) -> Iterator[Match]:
    """Join the matched sentences of two quotations to passages and keep those that may be matches."""
    same_speaker = compare_speakers(witnesses[left[0]], left[1], witnesses[right[0]], right[1])
    a = witnesses[left[0]].sentences[left[1]]
    b = witnesses[right[0]].sentences[right[1]]
    needed = {None: NEEDED, True: NEEDED_OF_ONE_SPEAKER, False: NEEDED_OF_TWO_SPEAKERS}[same_speaker]
    if same_speaker is not False and 1 in (count_words(a), count_words(b)):
        needed = NEEDED_OF_ONE_WORD
    for run in form_runs(a, b, pairs, needed):
        if max(kin.strength for kin in run.values()) >= needed * POSSIBLE_PART:
            yield Match(left, right, run, same_speaker, needed)


def count_words(sentences: Sequence[Sentence]) -> int:
    """Count the words of some sentences."""
    return sum(len(sentence.norms) for sentence in sentences)


def link_match(witnesses: Sequence[Witness], match: Match) -> Link:
    """Compare the passages of a match and say what it amounts to."""
    (w, q), (v, p) = match.left, match.right
    a = [witnesses[w].sentences[q][i] for i in sorted({pair[0] for pair in match.pairs})]
    b = [witnesses[v].sentences[p][i] for i in sorted({pair[1] for pair in match.pairs})]
    kinds = witnesses[w].reading.quotations[q].kind, witnesses[v].reading.quotations[p].kind
    reported = Kind.INDIRECT in kinds
    differences: tuple[Difference, ...] = ()
    if not reported:
        differences = find_differences(
            _passage(witnesses[w], a, q), _passage(witnesses[v], b, p), match.same_speaker
        )
    sure = match.sure and not reported
    return Link(
        a=Place(w, q, tuple(span for sentence in a for span in sentence.spans)),
        b=Place(v, p, tuple(span for sentence in b for span in sentence.spans)),
        status=status_of(differences) if sure else Status.POSSIBLE,
        differences=differences,
        evidence=_evidence(a, b, match),
        reported=reported,
    )


def _passage(witness: Witness, part: Sequence[Sentence], quotation: int) -> Passage:
    """Put a passage beside the quotation it is taken from."""
    return Passage(
        text=witness.reading.text,
        tokens=tuple(token for sentence in part for token in sentence.tokens),
        whole=tuple(token for sentence in witness.sentences[quotation] for token in sentence.tokens),
    )


def _evidence(a: Sequence[Sentence], b: Sequence[Sentence], match: Match) -> Evidence:
    """Count what agrees between two passages."""
    left = [norm for sentence in a for norm in sentence.norms]
    right = [norm for sentence in b for norm in sentence.norms]
    shared = LCSseq.similarity(left, right)
    best = max(match.pairs.values(), key=lambda kin: kin.strength)
    return Evidence(
        shared=shared,
        words_a=len(left),
        words_b=len(right),
        weight=round(best.share, 3),
        same_speaker=match.same_speaker,
        same_order=shared >= len(set(left) & set(right)),
        strength=round(best.strength, 2),
        needed=match.needed,
    )
