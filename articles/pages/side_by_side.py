"""Two articles of a story to what the side-by-side page shows: both in full, and what changed."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.models import Article, Story
from articles.pages.comparison import Comparison, Pair, Printed, Shown, Witness, compare, name_witnesses
from articles.pages.filtering import Filtered, filter_statements
from articles.pages.loading import load_rows
from articles.pages.query import Filters
from articles.pages.segments import Paragraph, Words, lay_out, mark_words
from articles.pages.story import Share, strip_of


@dataclass(frozen=True, slots=True)
class Column:
    """One article in full."""

    witness: Witness
    paragraphs: tuple[Paragraph, ...]
    quotations: int


@dataclass(frozen=True, slots=True)
class Side:
    """One version in the panel: its words, cut where they differ."""

    witness: Witness
    spans: tuple[tuple[Words, ...], ...]
    cue: str
    mention: str
    address: str


@dataclass(frozen=True, slots=True)
class Changed:
    """One pair of versions in the panel, with its differences in words."""

    pair: Pair
    sides: tuple[Side, Side]


@dataclass(frozen=True, slots=True)
class Panel:
    """What changed in one statement, and the way to the statement before and after."""

    statement: Shown
    changed: tuple[Changed, ...]
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
class SideBySidePage:
    """Everything the side-by-side page shows."""

    story: Story
    comparison: Comparison
    filtered: Filtered[Shown]
    strip: tuple[Share, ...]
    columns: tuple[Column, ...]
    offers: tuple[tuple[str, str, tuple[Offer, ...]], ...]
    panel: Panel | None
    exchanged: str
    shared: int
    strangers: bool


def show_side_by_side(
    story: Story,
    articles: Sequence[Article],
    left: Article,
    right: Article,
    filters: Filters,
    statement: int | None,
) -> SideBySidePage:
    """Load and arrange two articles of a story; `articles` are all that may be chosen."""
    names = {witness.pk: witness for witness in name_witnesses(articles)}
    comparison = compare(load_rows([left, right]), names)
    filtered = filter_statements(comparison, filters)
    shown = {s.pk for s in filtered.statements}

    def opened(chosen: Shown) -> str:
        return filters.with_rest(statement=str(chosen.pk)).address()

    columns = tuple(
        Column(
            witness,
            tuple(lay_out(comparison, witness, shown, opened)),
            sum(q.article_id == witness.pk for q in comparison.quotations),
        )
        for witness in comparison.witnesses
    )
    return SideBySidePage(
        story=story,
        comparison=comparison,
        filtered=filtered,
        strip=strip_of(comparison.statements),
        columns=columns,
        offers=tuple(
            (name, label, tuple(Offer(witness, witness.pk == chosen.pk) for witness in names.values()))
            for name, label, chosen in (("left", "Left", left), ("right", "Right", right))
        ),
        panel=show_panel(filtered, comparison.witnesses, statement),
        exchanged=filters.with_rest(left=str(right.pk), right=str(left.pk)).address(),
        shared=sum(s.status != "sole" for s in comparison.statements),
        strangers=left.story_id != right.story_id,
    )


def show_panel(
    filtered: Filtered[Shown], witnesses: Sequence[Witness], statement: int | None
) -> Panel | None:
    """Open the panel on one of the statements shown, if it is among them."""
    order = [s.pk for s in filtered.statements]
    if statement not in order:
        return None
    at = order.index(statement)
    chosen = filtered.statements[at]

    def address(number: int) -> str:
        return filtered.filters.with_rest(statement=str(order[number % len(order)])).address()

    return Panel(
        statement=chosen,
        changed=tuple(show_pair(pair, witnesses) for pair in chosen.pairs),
        position=at + 1,
        total=len(order),
        previous=address(at - 1),
        next=address(at + 1),
        close=filtered.filters.with_rest(statement="").address(),
    )


def show_pair(pair: Pair, witnesses: Sequence[Witness]) -> Changed:
    """Put a pair of versions on the sides where their articles stand."""
    sides = {p.witness.pk: p for p in (pair.a, pair.b)}
    left, right = (sides[w.pk] for w in witnesses)
    return Changed(pair, (side_of(pair, left), side_of(pair, right)))


def side_of(pair: Pair, printed: Printed) -> Side:
    """Cut one version of a pair into words that agree and words that differ."""
    return Side(
        witness=printed.witness,
        spans=tuple(tuple(words) for words in mark_words(pair, printed)),
        cue=printed.cue,
        mention=printed.mention,
        address=f"{printed.witness.article.get_absolute_url()}#q{printed.quotation.pk}",
    )
