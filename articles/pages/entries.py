"""A statement to its versions side by side: what changed between them, and why they are taken for pairs."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.engine.quotations.quotations import Place
from articles.engine.text.spans import Span
from articles.pages.comparison import Comparison
from articles.pages.evidence import say_evidence
from articles.pages.found import cut_at_found, find_in
from articles.pages.printed import Printed
from articles.pages.query import Filters
from articles.pages.sentences import Sentence, say_pair
from articles.pages.shown import NO_DIFFERENCE, Pair, Shown, rank_of
from articles.pages.witnesses import Witness
from articles.pages.words import Words, mark_words


@dataclass(frozen=True, slots=True)
class Side:
    """One version: its words, cut where they differ from the other side's, and the way to its place.

    `credit` is who says it and how, as printed.
    """

    printed: Printed
    spans: tuple[tuple[Words, ...], ...]
    credit: tuple[Words, ...]
    address: str
    first: bool


@dataclass(frozen=True, slots=True)
class Changed:
    """One pair of versions: its differences in words, and why it is taken for a pair."""

    sides: tuple[Side, Side]
    reported: bool
    doubt: str
    translated: bool
    copied: bool
    grave: tuple[Sentence, ...]
    small: tuple[Sentence, ...]
    evidence: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One statement with its versions side by side; `alone` are those of one that is only here."""

    statement: Shown
    address: str
    changed: tuple[Changed, ...]
    alone: tuple[Side, ...]


def show_entry(statement: Shown, comparison: Comparison, filters: Filters) -> Entry:
    """Set the versions of a statement side by side, the pair with the gravest difference first."""
    pairs = sorted(beside_the_first(statement, comparison.witnesses), key=gravity)
    address = filters.with_rest(view="", statement=str(statement.pk)).address()
    return Entry(
        statement=statement,
        address=address,
        changed=tuple(show_pair(pair, comparison.witnesses, address, filters.words) for pair in pairs),
        alone=tuple(
            alone(version, version.witness.pk == comparison.witnesses[0].pk, address, filters.words)
            for version in statement.versions
            if not pairs
        ),
    )


def beside_the_first(statement: Shown, witnesses: Sequence[Witness]) -> list[Pair]:
    """Keep the pairs that compare an article with the first one that it makes a pair with.

    Three articles that print one statement make three pairs, of which two tell everything.
    """
    place = {witness.pk: n for n, witness in enumerate(witnesses)}
    ends = {pair.pk: sorted(place[side.witness.pk] for side in (pair.a, pair.b)) for pair in statement.pairs}
    first = {last: min(a for a, b in ends.values() if b == last) for _, last in ends.values()}
    return [pair for pair in statement.pairs if ends[pair.pk][0] == first[ends[pair.pk][1]]]


def gravity(pair: Pair) -> tuple[bool, bool, int, int]:
    """Order pairs: quotation marks before own words, text before headline, then by gravity and length."""
    apart = any(side.quotation.place != Place.BODY for side in (pair.a, pair.b))
    gravest = min((rank_of(told.kind, pair.status) for told in pair.told), default=NO_DIFFERENCE)
    return pair.reported, apart, gravest, -(pair.a.words + pair.b.words)


def show_pair(pair: Pair, witnesses: Sequence[Witness], address: str, asked: str) -> Changed:
    """Put a pair of versions on the sides where their articles stand."""
    sides = {p.witness.pk: p for p in (pair.a, pair.b)}
    left, right = (
        Side(
            printed=side,
            spans=tuple(tuple(cut_at_found(words, find_in(side, asked))) for words in mark_words(pair, side)),
            credit=credit_of(side),
            address=f"{address}#q{side.quotation.pk}",
            first=n == 0,
        )
        for n, side in enumerate(sides[witness.pk] for witness in witnesses if witness.pk in sides)
    )
    sentences = say_pair(pair)
    return Changed(
        sides=(left, right),
        reported=pair.reported,
        doubt=pair.doubt,
        translated=pair.translated,
        copied=pair.copied,
        grave=tuple(s for s in sentences if not s.small),
        small=tuple(s for s in sentences if s.small),
        evidence=say_evidence(pair),
    )


def alone(version: Printed, first: bool, address: str, asked: str) -> Side:
    """Show a version that has no counterpart."""
    text = version.witness.article.text
    whole = ([Words(span.start, span.end, text[span.start : span.end])] for span in version.spans)
    spans = tuple(tuple(cut_at_found(words, find_in(version, asked))) for words in whole)
    return Side(version, spans, credit_of(version), f"{address}#q{version.quotation.pk}", first)


def credit_of(printed: Printed) -> tuple[Words, ...]:
    """Take the speaker and the reporting verb as printed; as one piece where they stand together."""
    text = printed.witness.article.text
    places = sorted(Span(*place) for place in (printed.quotation.mention, printed.quotation.cue) if place)
    if len(places) == 2 and places[0].end <= places[1].start <= places[0].end + 1:
        places = [Span(places[0].start, places[1].end)]
    return tuple(Words(place.start, place.end, text[place.start : place.end]) for place in places)
