"""Quotations of several articles to links: which passage of one reports the words of another."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from articles.engine.differences import Difference, Passage, Status, find_differences, status_of
from articles.engine.matching import Entry, Match, match_sentences
from articles.engine.quotations import Attribution, Kind
from articles.engine.reading import Reading
from articles.engine.runs import Pairs, form_runs
from articles.engine.sentences import Sentence, split_sentences
from articles.engine.spans import Span


@dataclass(frozen=True, slots=True)
class Witness:
    """One article of a story as the collation sees it. `id` orders nothing and is only handed back."""

    id: str
    outlet: str
    reading: Reading


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
    `same_order` tells whether the shared words come in the same order.
    """

    shared: int
    words_a: int
    words_b: int
    weight: float
    same_speaker: bool | None
    same_order: bool


@dataclass(frozen=True, slots=True)
class Link:
    """Two passages of different articles that report the same words.

    `reported` is True where one of them stands in the outlet's own words (an indirect quotation):
    such a link says who else reports the statement and never that words were changed.
    """

    a: Place
    b: Place
    status: Status
    differences: tuple[Difference, ...]
    evidence: Evidence
    reported: bool = False


Address = tuple[int, int]  # witness and quotation, by index


def align(witnesses: Sequence[Witness]) -> tuple[Link, ...]:
    """Find every link between the quotations of different articles of a story."""
    quoted = {
        (w, q): split_sentences(witness.reading.text, quotation)
        for w, witness in enumerate(witnesses)
        for q, quotation in enumerate(witness.reading.quotations)
    }
    entries = [
        Entry(w, q, position, sentence)
        for (w, q), sentences in quoted.items()
        for position, sentence in enumerate(sentences)
    ]
    matches = match_sentences(entries, [witness.reading.text for witness in witnesses])
    links = []
    for (left, right), pairs in sorted(_by_quotations(entries, matches).items()):
        for run in form_runs(quoted[left], quoted[right], pairs):
            links.append(_link(witnesses, quoted, left, right, run))
    return tuple(links)


def _by_quotations(
    entries: Sequence[Entry], matches: Sequence[Match]
) -> dict[tuple[Address, Address], dict[tuple[int, int], float]]:
    """Sort the matches by the two quotations they join."""
    found: dict[tuple[Address, Address], dict[tuple[int, int], float]] = defaultdict(dict)
    for match in matches:
        a, b = entries[match.a], entries[match.b]
        key = (a.witness, a.quotation), (b.witness, b.quotation)
        found[key][a.position, b.position] = match.weight
    return found


def _link(
    witnesses: Sequence[Witness],
    quoted: dict[Address, tuple[Sentence, ...]],
    left: Address,
    right: Address,
    run: Pairs,
) -> Link:
    """Compare the passages that a run of matched sentences covers."""
    a = [quoted[left][i] for i in sorted({pair[0] for pair in run})]
    b = [quoted[right][i] for i in sorted({pair[1] for pair in run})]
    one = witnesses[left[0]].reading.quotations[left[1]]
    other = witnesses[right[0]].reading.quotations[right[1]]
    reported = Kind.INDIRECT in (one.kind, other.kind)
    same_speaker = _same_speaker(one.attribution, other.attribution)
    differences = find_differences(
        _passage(witnesses[left[0]].reading.text, a, quoted[left]),
        _passage(witnesses[right[0]].reading.text, b, quoted[right]),
        same_speaker,
    )
    return Link(
        a=Place(*left, tuple(span for s in a for span in s.spans)),
        b=Place(*right, tuple(span for s in b for span in s.spans)),
        status=status_of(differences),
        differences=differences,
        evidence=_evidence(a, b, max(run.values()), same_speaker),
        reported=reported,
    )


def _passage(text: str, part: Sequence[Sentence], whole: Sequence[Sentence]) -> Passage:
    """Put a passage beside the quotation it is taken from."""
    return Passage(
        text=text,
        tokens=tuple(token for sentence in part for token in sentence.tokens),
        whole=tuple(token for sentence in whole for token in sentence.tokens),
    )


def _same_speaker(a: Attribution, b: Attribution) -> bool | None:
    """Tell whether two quotations are given to one speaker; None where either is not stated."""
    if not a.name or not b.name:
        return None
    return a.name.split()[-1].casefold() == b.name.split()[-1].casefold()


def _evidence(
    a: Sequence[Sentence], b: Sequence[Sentence], weight: float, same_speaker: bool | None
) -> Evidence:
    """Count what agrees between two passages."""
    left = [word.norm for sentence in a for word in sentence.tokens]
    right = [word.norm for sentence in b for word in sentence.tokens]
    shared = LCSseq.similarity(left, right)
    return Evidence(
        shared=shared,
        words_a=len(left),
        words_b=len(right),
        weight=round(weight, 3),
        same_speaker=same_speaker,
        same_order=shared >= len(set(left) & set(right)),
    )
