"""Two to four articles of a story to what the side-by-side page shows: each in full, and what changed."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from articles.models import Article, Story
from articles.pages.columns import LEAST_COLUMNS, Choice, in_order, show_beyond, show_choices
from articles.pages.comparison import Comparison, compare
from articles.pages.entries import Entry, show_entry
from articles.pages.filtering import Filtered, filter_statements
from articles.pages.glimpses import Gravest, find_gravest
from articles.pages.loading import COPIED, number_statements
from articles.pages.query import COLUMNS, Filters
from articles.pages.rows import load_rows, load_shared
from articles.pages.segments import Paragraph, lay_out
from articles.pages.shown import Shown
from articles.pages.strip import say_copied
from articles.pages.witnesses import Witness, name_witnesses

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
class Panel:
    """What changed in one statement, and the way to the statement before and after."""

    entry: Entry
    position: int
    total: int
    previous: str
    next: str
    close: str


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
    rest = f" {sole} more {'is' if sole == 1 else 'are'} quoted in one of them only." if sole else ""
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
