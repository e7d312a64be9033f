"""A story and its articles to what the list of its statements shows: filters, tables, statements."""

from dataclasses import dataclass, replace

from articles.models import Story
from articles.pages.filtering import Filtered, filter_statements
from articles.pages.grids import Column, SpeakerGrid, columns_of, count_printed, lay_speakers
from articles.pages.leaves import Leaf, divide, leaf_of, page_with
from articles.pages.outline import Outline, Outlined
from articles.pages.overview import noun_for
from articles.pages.parts import Part, show_parts
from articles.pages.query import Filters
from articles.pages.witnesses import Witness


@dataclass(frozen=True, slots=True)
class StoryPage:
    """Everything that the list of statements shows."""

    story: Story
    outline: Outline
    filtered: Filtered[Outlined]
    noun: str
    columns: tuple[Column, ...]
    totals: tuple[int, ...]
    speakers: SpeakerGrid
    parts: tuple[Part, ...]
    leaf: Leaf
    base: Witness | None

    @property
    def asked(self) -> str:
        """The filters in force as a query string, for what is taken from the page; nothing of none."""
        filters = replace(self.filtered.filters, rest=())
        return filters.address() if filters else ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the reader asked for besides the filters: a page, or the page of a statement; a base."""

    page: int | None = None
    statement: int | None = None
    base: int | None = None


def show_story(story: Story, outline: Outline, filters: Filters, asked: Asked, state: str) -> StoryPage:
    """Arrange one page of a story; only what that page shows is loaded in full."""
    filtered = list_statements(outline, filters)
    pages = divide(filtered.statements)
    number = min(max(asked.page or page_with(pages, asked.statement), 1), len(pages))
    columns = columns_of(outline.witnesses)
    return StoryPage(
        story=story,
        outline=outline,
        filtered=filtered,
        noun=noun_for(outline, columns),
        columns=columns,
        totals=count_printed(filtered.statements, columns),
        speakers=lay_speakers(outline.statements, columns, filters),
        parts=show_parts(pages[number - 1], outline, story, asked.base, state, filters.words),
        leaf=leaf_of(pages, number, filters),
        base=next((witness for witness in outline.witnesses if witness.pk == asked.base), None),
    )


def list_statements(outline: Outline, filters: Filters) -> Filtered[Outlined]:
    """List the statements that pass the filters, as the page and what is taken from it show them."""
    filtered = filter_statements(outline, filters)
    return replace(filtered, statements=tuple(sorted(filtered.statements, key=gravity)))


def gravity(statement: Outlined) -> tuple[int, int, int]:
    """Order statements: gravest difference first, then the most carried ones, then the story's order."""
    return statement.gravity, -len(statement.witnesses), statement.number
