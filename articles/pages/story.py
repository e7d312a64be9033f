"""A story and its articles to what the story page shows: strip, tables, statements, what was left out."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import islice

from django.urls import reverse

from articles.models import Story
from articles.pages.comparison import KIND_ORDER, Witness
from articles.pages.excerpts import Excerpt, excerpt_of
from articles.pages.filtering import Filtered, filter_statements
from articles.pages.glimpses import Gravest, load_gravest_of
from articles.pages.grids import Column, SpeakerGrid, columns_of, count_printed, lay_speakers
from articles.pages.kept import keep
from articles.pages.leaves import Leaf, divide, leaf_of, page_with
from articles.pages.outline import Outline, Outlined
from articles.pages.parts import Part, show_parts
from articles.pages.query import Filters
from articles.pages.strip import Share, say_shares, shares_of
from articles.pages.versions import setting_for

# A statement without any difference is told of after every statement with one.
NO_DIFFERENCE = len(KIND_ORDER)
# Of what an article left out, so many are named on the story page; its own page names them all. Where
# there are many articles they are only counted: nobody reads forty lists.
MOST_LEFT_OUT = 3
MOST_LISTS = 12


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What one article does not print though others of the story do."""

    witness: Witness
    count: int
    own_words: int
    named: tuple[tuple[Outlined, Excerpt], ...]


@dataclass(frozen=True, slots=True)
class StoryPage:
    """Everything the story page shows."""

    story: Story
    outline: Outline
    filtered: Filtered[Outlined]
    counts: Counter[str]
    noun: str
    columns: tuple[Column, ...]
    totals: tuple[int, ...]
    speakers: SpeakerGrid
    parts: tuple[Part, ...]
    leaf: Leaf
    base: Witness | None
    gravest: Gravest | None

    @property
    def strip(self) -> tuple[Share, ...]:
        """The statements by status, end to end."""
        return shares_of(self.counts)

    @property
    def sentence(self) -> str:
        """The strip in a sentence."""
        return say_shares(self.counts, len(self.outline.witnesses), self.noun)

    @property
    def left_out(self) -> list[LeftOut]:
        """What each article left out."""
        return list_left_out(self.outline)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the reader asked for besides the filters: a page, or the page of a statement; a base."""

    page: int | None = None
    statement: int | None = None
    base: int | None = None


def show_story(story: Story, outline: Outline, filters: Filters, asked: Asked, state: str) -> StoryPage:
    """Arrange one page of a story; only what that page shows is loaded in full."""
    filtered = filter_statements(outline, filters)
    ordered = tuple(sorted(filtered.statements, key=gravity))
    pages = divide(ordered)
    number = min(max(asked.page or page_with(pages, asked.statement), 1), len(pages))
    columns = columns_of(outline.witnesses)
    setting = setting_for(outline, asked.base, reverse("side-by-side", args=[story.slug]))
    return StoryPage(
        story=story,
        outline=outline,
        filtered=Filtered(filtered.filters, ordered, filtered.facets),
        counts=Counter(statement.status for statement in outline.statements),
        noun="outlet" if len(columns) == len(outline.witnesses) else "article",
        columns=columns,
        totals=count_printed(ordered, columns),
        speakers=lay_speakers(outline.statements, columns, filters),
        parts=show_parts(pages[number - 1], outline, columns, setting, state),
        leaf=leaf_of(pages, number, filters),
        base=next((witness for witness in outline.witnesses if witness.pk == asked.base), None),
        gravest=keep(state, "gravest", lambda: load_gravest_of(story, outline.witnesses)),
    )


def gravity(statement: Outlined) -> tuple[int, int, int]:
    """Order statements: gravest difference first, then the most carried ones, then the story's order."""
    gravest = KIND_ORDER[statement.kinds[0]] if statement.kinds else NO_DIFFERENCE
    return gravest, -len(statement.witnesses), statement.number


def list_left_out(outline: Outline) -> list[LeftOut]:
    """Name what each article left out, the most carried first; what it says in its own words is apart."""
    printed: dict[int, set[int]] = defaultdict(set)
    quoted: dict[int, set[int]] = defaultdict(set)
    for statement in outline.statements:
        for place in statement.places:
            printed[place.witness.pk].add(statement.pk)
            if place.in_marks:
                quoted[place.witness.pk].add(statement.pk)
    carried = sorted(outline.statements, key=lambda s: (-len(s.witnesses), s.number))
    return [
        LeftOut(
            witness,
            len(carried) - len(printed[witness.pk]),
            len(printed[witness.pk]) - len(quoted[witness.pk]),
            tuple(
                (statement, excerpt_of(statement.fullest.witness, statement.fullest.stored))
                for statement in islice(
                    (s for s in carried if s.pk not in printed[witness.pk]), MOST_LEFT_OUT
                )
            ),
        )
        for witness in outline.witnesses
    ]
