"""Two articles of a story to what the side-by-side page shows: both in full, and what changed."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.engine.quotations.quotations import Place
from articles.engine.text.spans import Span
from articles.models import Article, Story
from articles.pages.comparison import (
    KIND_ORDER,
    Comparison,
    Pair,
    Printed,
    Shown,
    Witness,
    compare,
    name_witnesses,
)
from articles.pages.evidence import say_evidence
from articles.pages.filtering import Filtered, filter_statements
from articles.pages.loading import number_statements
from articles.pages.query import Filters
from articles.pages.rows import load_rows
from articles.pages.segments import Paragraph, lay_out
from articles.pages.sentences import Sentence, say_pair
from articles.pages.words import Words, mark_words

# How the page can be read: with marks, without them, or the quotations alone. The first needs no
# parameter in the address.
VIEWS = {"": "Marked", "plain": "Plain", "quotations": "Quotations only"}


@dataclass(frozen=True, slots=True)
class Column:
    """One article in full."""

    witness: Witness
    paragraphs: tuple[Paragraph, ...]
    quotations: int

    @property
    def has_headline(self) -> bool:
        """Whether the text begins with its headline."""
        return any(paragraph.place == "headline" for paragraph in self.paragraphs)


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
    missing: Witness | None


@dataclass(frozen=True, slots=True)
class Panel:
    """What changed in one statement, and the way to the statement before and after."""

    entry: Entry
    position: int
    total: int
    previous: str
    next: str
    close: str


@dataclass(frozen=True, slots=True)
class Offer:
    """One article that can be chosen for a column."""

    witness: Witness
    chosen: bool


@dataclass(frozen=True, slots=True)
class View:
    """One way to read the page."""

    name: str
    word: str
    address: str
    on: bool


@dataclass(frozen=True, slots=True)
class SideBySidePage:
    """Everything the side-by-side page shows; `first` is the address where stepping through begins."""

    story: Story
    comparison: Comparison
    filtered: Filtered[Shown]
    summary: str
    columns: tuple[Column, ...]
    entries: tuple[Entry, ...]
    offers: tuple[tuple[str, str, tuple[Offer, ...]], ...]
    views: tuple[View, ...]
    view: str
    panel: Panel | None
    first: str
    exchanged: str
    strangers: bool


def show_side_by_side(
    story: Story,
    articles: Sequence[Article],
    left: Article,
    right: Article,
    filters: Filters,
    statement: int | None,
    view: str = "",
) -> SideBySidePage:
    """Load and arrange two articles of a story; `articles` are all that may be chosen."""
    names = {witness.pk: witness for witness in name_witnesses(articles)}
    comparison = compare(load_rows([left, right]), names, number_statements(articles))
    filtered = filter_statements(comparison, filters)
    order = [s.pk for s in filtered.statements]
    return SideBySidePage(
        story=story,
        comparison=comparison,
        filtered=filtered,
        summary=summarise(comparison),
        columns=show_columns(comparison, filtered, view),
        entries=tuple(show_entry(s, comparison, filters) for s in filtered.statements)
        if view == "quotations"
        else (),
        offers=tuple(
            (name, label, tuple(Offer(witness, witness.pk == chosen.pk) for witness in names.values()))
            for name, label, chosen in (("left", "Left", left), ("right", "Right", right))
        ),
        views=tuple(
            View(name, word, filters.with_rest(view=name).address(), name == view)
            for name, word in VIEWS.items()
        ),
        view=view,
        panel=show_panel(filtered, comparison, statement) if view != "quotations" else None,
        first=filters.with_rest(statement=str(order[0])).address() if order else "",
        exchanged=filters.with_rest(left=str(right.pk), right=str(left.pk)).address(),
        strangers=left.story_id != right.story_id,
    )


def summarise(comparison: Comparison) -> str:
    """Say in a sentence how much the two articles share."""
    statuses = [s.status for s in comparison.statements]
    sole = statuses.count("sole")
    shared = len(statuses) - sole
    if not statuses:
        return "No quotation was found in either article."
    if not shared:
        return "These two articles share no quotation: everything quoted in one of them is only there."
    said = (("verbatim", "word for word"), ("rewritten", "reworded"), ("possible", "possibly the same"))
    parts = [f"{statuses.count(status)} {words}" for status, words in said if status in statuses]
    rest = f" {sole} more {'stands' if sole == 1 else 'stand'} in one of them only." if sole else ""
    are = "is" if shared == 1 else "are"
    return f"{shared} of {len(statuses)} statements {are} in both articles: {', '.join(parts)}.{rest}"


def show_columns(comparison: Comparison, filtered: Filtered[Shown], view: str) -> tuple[Column, ...]:
    """Lay out both articles, with the statements marked that pass the filters."""
    shown = {s.pk for s in filtered.statements} if view != "plain" else set()

    def opened(chosen: Shown) -> str:
        return filtered.filters.with_rest(statement=str(chosen.pk)).address()

    return tuple(
        Column(
            witness,
            tuple(lay_out(comparison, witness, shown, opened)) if view != "quotations" else (),
            sum(q.article_id == witness.pk for q in comparison.quotations),
        )
        for witness in comparison.witnesses
    )


def show_panel(filtered: Filtered[Shown], comparison: Comparison, statement: int | None) -> Panel | None:
    """Open the panel on one of the statements shown, if it is among them."""
    order = [s.pk for s in filtered.statements]
    if statement not in order:
        return None
    at = order.index(statement)

    def address(number: int) -> str:
        return filtered.filters.with_rest(statement=str(order[number % len(order)])).address()

    return Panel(
        entry=show_entry(filtered.statements[at], comparison, filtered.filters),
        position=at + 1,
        total=len(order),
        previous=address(at - 1),
        next=address(at + 1),
        close=filtered.filters.address(),
    )


def show_entry(statement: Shown, comparison: Comparison, filters: Filters) -> Entry:
    """Set the versions of a statement side by side, the pair with the gravest difference first."""
    pairs = sorted(statement.pairs, key=gravity)
    printing = {witness.pk for witness in statement.witnesses}
    address = filters.with_rest(view="", statement=str(statement.pk)).address()
    return Entry(
        statement=statement,
        address=address,
        changed=tuple(show_pair(pair, comparison.witnesses, address) for pair in pairs),
        alone=tuple(
            alone(version, version.witness.pk == comparison.witnesses[0].pk, address)
            for version in statement.versions
            if not pairs
        ),
        missing=next((w for w in comparison.witnesses if w.pk not in printing), None),
    )


def gravity(pair: Pair) -> tuple[bool, bool, int, int]:
    """Order pairs: quotation marks before own words, text before headline, then by gravity and length."""
    apart = any(side.quotation.place != Place.BODY for side in (pair.a, pair.b))
    kinds = [KIND_ORDER[told.kind] for told in pair.told]
    return pair.reported, apart, min(kinds, default=len(KIND_ORDER)), -(pair.a.words + pair.b.words)


def show_pair(pair: Pair, witnesses: Sequence[Witness], address: str) -> Changed:
    """Put a pair of versions on the sides where their articles stand."""
    sides = {p.witness.pk: p for p in (pair.a, pair.b)}
    left, right = (
        Side(
            printed=sides[witness.pk],
            spans=tuple(tuple(words) for words in mark_words(pair, sides[witness.pk])),
            credit=credit_of(sides[witness.pk]),
            address=f"{address}#q{sides[witness.pk].quotation.pk}",
            first=n == 0,
        )
        for n, witness in enumerate(witnesses)
    )
    sentences = say_pair(pair)
    return Changed(
        sides=(left, right),
        reported=pair.reported,
        grave=tuple(s for s in sentences if not s.small),
        small=tuple(s for s in sentences if s.small),
        evidence=say_evidence(pair),
    )


def alone(version: Printed, first: bool, address: str) -> Side:
    """Show a version that has no counterpart."""
    text = version.witness.article.text
    spans = tuple((Words(span.start, span.end, text[span.start : span.end]),) for span in version.spans)
    return Side(version, spans, credit_of(version), f"{address}#q{version.quotation.pk}", first)


def credit_of(printed: Printed) -> tuple[Words, ...]:
    """Take the speaker and the reporting verb as printed; as one piece where they stand together."""
    text = printed.witness.article.text
    places = sorted(Span(*place) for place in (printed.quotation.mention, printed.quotation.cue) if place)
    if len(places) == 2 and places[0].end <= places[1].start <= places[0].end + 1:
        places = [Span(places[0].start, places[1].end)]
    return tuple(Words(place.start, place.end, text[place.start : place.end]) for place in places)
