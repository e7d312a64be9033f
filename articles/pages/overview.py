"""A story's outline to what stands around its list of statements, the same whatever is asked for."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from django.template.loader import get_template
from django.utils.safestring import SafeString

from articles.models import Story
from articles.pages.glimpses import Gravest, load_gravest_of
from articles.pages.grids import Column, columns_of
from articles.pages.kept import keep
from articles.pages.left_out import Missing, show_missing
from articles.pages.outline import Outline
from articles.pages.prepared import find_prepared
from articles.pages.strip import Share, say_shares, shares_of
from articles.pages.witnesses import Witness

# Of what an article left out, so many are named on the story page; its own page names them all.
MOST_LEFT_OUT = 3
NAME = "around"


class Around(NamedTuple):
    """What stands around the list: the story in a sentence, and as HTML what is above and below the list."""

    sentence: str
    above: str
    below: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What one article does not print though others of the story do."""

    witness: Witness
    count: int
    own_words: int
    named: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """A story before its statements are told one by one."""

    story: Story
    outline: Outline
    columns: tuple[Column, ...]
    noun: str
    counts: Counter[str]
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


def show_around(story: Story, outline: Outline, state: str) -> Around:
    """Show what stands around the list of statements: one query where it was made ready, or else two."""

    def make() -> Around:
        for sentence, above, below in find_prepared(state, [NAME]).values():
            return Around(sentence, SafeString(above), SafeString(below))
        return render_around(story, outline)

    return keep(state, NAME, make)


def render_around(story: Story, outline: Outline) -> Around:
    """Render what stands around the list of statements: one query."""
    columns = columns_of(outline.witnesses)
    overview = Overview(
        story=story,
        outline=outline,
        columns=columns,
        noun=noun_for(outline, columns),
        counts=Counter(statement.status for statement in outline.statements),
        gravest=load_gravest_of(story, outline.witnesses),
    )
    above = get_template("_overview.html").render({"page": overview, "story": story})
    below = get_template("_left_out.html").render({"page": overview}) if len(outline.witnesses) > 1 else ""
    return Around(overview.sentence, above, below)


def noun_for(outline: Outline, columns: tuple[Column, ...]) -> str:
    """Say what the articles are counted as: outlets, unless one outlet has several."""
    return "outlet" if len(columns) == len(outline.witnesses) else "article"


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
                show_missing(statement)
                for statement in islice(
                    (s for s in carried if s.pk not in printed[witness.pk]), MOST_LEFT_OUT
                )
            ),
        )
        for witness in outline.witnesses
    ]
