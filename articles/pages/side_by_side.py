"""Two to four articles of a story to what the side-by-side page shows: each in full, and what changed."""

from collections import Counter
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
from articles.pages.found import cut_at_found, find_in
from articles.pages.glimpses import Gravest, find_gravest
from articles.pages.loading import COPIED, number_statements
from articles.pages.query import COLUMNS, Filters
from articles.pages.rows import load_rows, load_shared
from articles.pages.segments import Paragraph, lay_out
from articles.pages.sentences import Sentence, say_pair
from articles.pages.strip import say_copied
from articles.pages.words import Words, mark_words

# How the page can be read: with marks, without them, or the quotations alone. The first needs no
# parameter in the address.
VIEWS = {"": "Marked", "plain": "Plain", "quotations": "Quotations only"}

LEAST_COLUMNS = 2


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
    translated: bool
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
class Choice:
    """What can be chosen for one column; one that may stay empty says so in the words of `spare`."""

    name: str
    label: str
    offers: tuple[Offer, ...]
    spare: str


@dataclass(frozen=True, slots=True)
class View:
    """One way to read the page."""

    name: str
    word: str
    address: str
    on: bool


@dataclass(frozen=True, slots=True)
class SideBySidePage:
    """Everything the side-by-side page shows; `first` is the address where stepping through begins.

    `choices` are the articles on offer for each column, where there is a choice; `kept` is what else
    stays in the address when one is taken. `beyond` are the articles that a narrow window has no column
    for, each with the address that brings it to the second.
    """

    story: Story
    comparison: Comparison
    filtered: Filtered[Shown]
    summary: str
    gravest: Gravest | None
    entries: tuple[Entry, ...]
    choices: tuple[Choice, ...]
    kept: tuple[tuple[str, str], ...]
    beyond: tuple[tuple[Witness, str], ...]
    views: tuple[View, ...]
    view: str
    panel: Panel | None
    first: str
    exchanged: str
    strangers: bool
    readable: int

    @property
    def columns(self) -> tuple[Column, ...]:
        """The articles in full; not laid out for an answer that shows only what changed."""
        return show_columns(self.comparison, self.filtered, self.view)


def show_side_by_side(
    story: Story,
    articles: Sequence[Article],
    chosen: Sequence[Article],
    filters: Filters,
    statement: int | None,
    view: str = "",
) -> SideBySidePage:
    """Load and arrange the chosen articles of a story; `articles` are all that may be chosen."""
    names = {witness.pk: witness for witness in name_witnesses(articles)}
    comparison = compare(load_rows(chosen), names, number_statements(articles))
    filtered = filter_statements(comparison, filters)
    order = [s.pk for s in filtered.statements]
    return SideBySidePage(
        story=story,
        comparison=comparison,
        filtered=filtered,
        summary=summarise(comparison),
        gravest=find_gravest(
            comparison, lambda s: Filters(rest=filters.rest).with_rest(view="", statement=str(s.pk)).address()
        ),
        entries=tuple(show_entry(s, comparison, filters) for s in filtered.statements)
        if view == "quotations"
        else (),
        choices=show_choices(tuple(names.values()), [article.pk for article in chosen]),
        kept=tuple(filters.with_rest(**dict.fromkeys(COLUMNS, "")).pairs()),
        beyond=show_beyond(comparison.witnesses, filters),
        views=tuple(
            View(name, word, filters.with_rest(view=name).address(), name == view)
            for name, word in VIEWS.items()
        ),
        view=view,
        panel=show_panel(filtered, comparison, statement) if view != "quotations" else None,
        first=filters.with_rest(statement=str(order[0])).address() if order else "",
        exchanged=in_order([*comparison.witnesses[1:], comparison.witnesses[0]], filters),
        strangers=len({article.story_id for article in chosen}) > 1,
        readable=len(names),
    )


def find_closest(articles: Sequence[Article]) -> frozenset[int]:
    """Find the two articles that share the most statements, not as copies of one text: one query.

    Of equal pairs the one whose articles stand first is taken; none is where nothing is shared.
    """
    place = {article.pk: n for n, article in enumerate(articles)}
    shared: Counter[tuple[int, int]] = Counter()
    for a, b, number in load_shared(articles):
        shared[min(place[a], place[b]), max(place[a], place[b])] += number
    closest = min(shared, key=lambda pair: (-shared[pair], pair), default=())
    return frozenset(articles[n].pk for n in closest)


def in_order(witnesses: Sequence[Witness], filters: Filters) -> str:
    """Give the address of the same page with its articles in another order."""
    places = dict(zip(COLUMNS, (str(witness.pk) for witness in witnesses), strict=False))
    return filters.with_rest(**places).address()


def show_choices(witnesses: Sequence[Witness], chosen: Sequence[int]) -> tuple[Choice, ...]:
    """Offer every article for each column, and one column more where there is an article for it."""
    if len(witnesses) <= LEAST_COLUMNS:
        return ()
    choices = []
    for n, name in enumerate(COLUMNS[: min(len(chosen) + 1, len(witnesses))]):
        pk = chosen[n] if n < len(chosen) else None
        # A column that may stay empty offers no article that stands in another.
        taken = {*chosen} - {pk} if n >= LEAST_COLUMNS else set()
        offers = tuple(Offer(w, w.pk == pk) for w in witnesses if w.pk not in taken)
        spare = ("None" if pk else "Add …") if n >= LEAST_COLUMNS else ""
        choices.append(Choice(name, name.capitalize(), offers, spare))
    return tuple(choices)


def show_beyond(witnesses: Sequence[Witness], filters: Filters) -> tuple[tuple[Witness, str], ...]:
    """Give the articles after the second, each with the address that has them change places."""
    first, second, *rest = witnesses
    return tuple(
        (witness, in_order([first, witness, *(second if w is witness else w for w in rest)], filters))
        for witness in rest
    )


def summarise(comparison: Comparison) -> str:
    """Say in a sentence how much the articles share."""
    statuses = [s.status for s in comparison.statements]
    both = len(comparison.witnesses) == LEAST_COLUMNS
    count = in_words(len(comparison.witnesses))
    sole, copied = statuses.count("sole"), say_copied(statuses.count(COPIED))
    shared = len(statuses) - sole - statuses.count(COPIED)
    if not statuses:
        return f"No quotation was found in {'either article' if both else 'these articles'}."
    if not shared and copied:
        return f"These {count} articles share no quotation but out of one agency’s text:{copied}"
    if not shared:
        return f"These {count} articles share no quotation: everything quoted in one of them is only there."
    said = (("verbatim", "word for word"), ("rewritten", "reworded"), ("possible", "possibly the same"))
    parts = [f"{statuses.count(status)} {words}" for status, words in said if status in statuses]
    rest = f" {sole} more {'stands' if sole == 1 else 'stand'} in one of them only." if sole else ""
    are = "is" if shared == 1 else "are"
    where = "both articles" if both else f"more than one of these {count} articles"
    return f"{shared} of {len(statuses)} statements {are} in {where}: {', '.join(parts)}.{copied}{rest}"


def in_words(columns: int) -> str:
    """Write how many columns there are."""
    return ("two", "three", "four")[columns - LEAST_COLUMNS]


def show_columns(comparison: Comparison, filtered: Filtered[Shown], view: str) -> tuple[Column, ...]:
    """Lay out the articles, with the statements marked that pass the filters."""
    shown = {s.pk for s in filtered.statements} if view != "plain" else set()

    def opened(chosen: Shown) -> str:
        return filtered.filters.with_rest(statement=str(chosen.pk)).address()

    return tuple(
        Column(
            witness,
            tuple(lay_out(comparison, witness, shown, opened, filtered.filters.words))
            if view != "quotations"
            else (),
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
    kinds = [KIND_ORDER[told.kind] for told in pair.told]
    return pair.reported, apart, min(kinds, default=len(KIND_ORDER)), -(pair.a.words + pair.b.words)


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
        translated=pair.translated,
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
