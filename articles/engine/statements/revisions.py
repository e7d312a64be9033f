"""Two versions of one article to what became of its quotations: changed, added, removed."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from articles.engine.alignment.alignment import Link, Place
from articles.engine.alignment.witnesses import Witness
from articles.engine.differences.differences import Detail, Difference, DifferenceKind, Status
from articles.engine.quotations.quotations import Kind
from articles.engine.statements.statements import collate


@dataclass(frozen=True, slots=True)
class Revised:
    """A passage in quotation marks that the other version prints otherwise, or does not quote.

    `a` stands in the earlier version and `b` in the later one: None where that one does not quote it.
    """

    a: Place | None
    b: Place | None
    status: Status | None = None
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Revisions:
    """What became of the quotations of an article; `kept` pairs the passages that go on, changed or not."""

    revised: tuple[Revised, ...]
    kept: tuple[tuple[Place, Place], ...]


def compare_editions(earlier: Witness, later: Witness) -> Revisions:
    """Tell what became of the quotations of one version of an article in a later one."""
    both = (earlier, later)
    found = collate(both)
    links = [link for link in found.links if all(_is_quoted(both, end) for end in (link.a, link.b))]
    same = [link for link in links if not _told(link)]
    changed = list(_choose_changed(links, same))
    quoted = [[place for place in one.members if _is_quoted(both, place)] for one in found.statements]
    lone = [places for places in quoted if len({place.witness for place in places}) == 1]
    again = list(_pair_same_words(both, (place for places in lone for place in places)))
    alone = _list_alone(both, lone, {place for pair in again for place in pair})
    revised = [Revised(link.a, link.b, _status_of(link), _told(link)) for link in changed]
    revised += [Revised(place, None) if place.witness == 0 else Revised(None, place) for place in alone]
    return Revisions(
        revised=tuple(sorted(revised, key=_in_reading_order)),
        kept=tuple(sorted([*((link.a, link.b) for link in [*same, *changed]), *again], key=_starts)),
    )


def _is_quoted(witnesses: Sequence[Witness], place: Place) -> bool:
    """Tell whether a passage stands in quotation marks."""
    return witnesses[place.witness].reading.quotations[place.quotation].kind is not Kind.INDIRECT


def _told(link: Link) -> tuple[Difference, ...]:
    """Give the differences of a link that are more than punctuation."""
    return tuple(
        d for d in link.differences if d.kind is not DifferenceKind.PUNCTUATION and d.detail != Detail.APART
    )


def _status_of(link: Link) -> Status:
    """Give the status of a link; the outlet that prints a translation otherwise has reworded it itself."""
    sure = (
        link.translated
        and link.evidence.similarity is None
        and link.evidence.strength >= link.evidence.needed
    )
    return Status.REWRITTEN if sure else link.status


def _choose_changed(links: Iterable[Link], same: Iterable[Link]) -> Iterable[Link]:
    """Choose which links tell of a change: those between passages that stand nowhere unchanged.

    A headline that prints a part of a sentence resembles the sentence in both versions; each passage is
    told of once, beside the one that it shares most with.
    """
    taken = [place for link in same for place in (link.a, link.b)]
    for link in sorted(links, key=lambda link: (-link.evidence.shared, _starts((link.a, link.b)))):
        if _told(link) and not any(_meet(one, other) for one in (link.a, link.b) for other in taken):
            taken += [link.a, link.b]
            yield link


def _meet(one: Place, other: Place) -> bool:
    """Tell whether two places have characters in common."""
    if (one.witness, one.quotation) != (other.witness, other.quotation):
        return False
    return any(span.meets(another) for span in one.spans for another in other.spans)


def _pair_same_words(witnesses: Sequence[Witness], only: Iterable[Place]) -> Iterable[tuple[Place, Place]]:
    """Pair passages of the very same words, which may be too short or too common to match across outlets."""
    open_ends: dict[str, list[Place]] = {}
    for place in sorted(only, key=lambda place: (place.witness, place.spans)):
        words = _words(witnesses, place)
        if place.witness == 0:
            open_ends.setdefault(words, []).append(place)
        elif open_ends.get(words):
            yield open_ends[words].pop(0), place


def _list_alone(
    witnesses: Sequence[Witness], lone: Iterable[Sequence[Place]], again: Container[Place]
) -> Iterable[Place]:
    """Give the first place of each utterance that only one version quotes, wherever the other quotes."""
    quoted = [_words_quoted(witness) for witness in witnesses]
    for places in lone:
        words = [(place, f" {_words(witnesses, place)} ") for place in places]
        if not any(place in again or said in quoted[1 - place.witness] for place, said in words):
            yield from places[:1]


def _words(witnesses: Sequence[Witness], place: Place) -> str:
    """Give the words of a passage in their normal form."""
    sentences = witnesses[place.witness].sentences[place.quotation]
    inside = [
        sentence
        for sentence in sentences
        if any(one.meets(other) for one in sentence.spans for other in place.spans)
    ]
    return " ".join(norm for sentence in inside for norm in sentence.norms)


def _words_quoted(witness: Witness) -> str:
    """Give all words in quotation marks in their normal form, quotations kept apart."""
    quoted = (
        sentences
        for quotation, sentences in zip(witness.reading.quotations, witness.sentences, strict=True)
        if quotation.kind is not Kind.INDIRECT
    )
    return "\n".join(f" {' '.join(norm for s in sentences for norm in s.norms)} " for sentences in quoted)


def _in_reading_order(revised: Revised) -> tuple[int, bool]:
    """Order by the place in the later version, or else in the earlier one."""
    place = revised.b or revised.a
    return (place.spans[0].start if place else 0), revised.b is None


def _starts(pair: tuple[Place, Place]) -> tuple[int, int]:
    return pair[0].spans[0].start, pair[1].spans[0].start
