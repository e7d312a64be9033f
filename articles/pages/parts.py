"""Statements to the row and the card that show them on the page of their story, the same for all filters."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from django.template.loader import get_template
from django.urls import reverse
from django.utils.safestring import SafeString

from articles.models import Story
from articles.pages.comparison import load_in_full
from articles.pages.grids import Column, columns_of, row_of
from articles.pages.history import retell
from articles.pages.kept import keep_each
from articles.pages.marking import mark_found
from articles.pages.outline import Outline, Outlined
from articles.pages.prepared import find_prepared
from articles.pages.shown import Shown
from articles.pages.versions import Setting, set_statement, setting_for


class Part(NamedTuple):
    """One statement as HTML; neither piece depends on what else the page shows."""

    row: str
    card: str


def show_parts(
    chosen: Sequence[Outlined], outline: Outline, story: Story, base: int | None, state: str, asked: str = ""
) -> tuple[Part, ...]:
    """Show the chosen statements; what is neither kept nor made ready is loaded: five queries at most."""
    named = {name_part(base, statement.pk): statement for statement in chosen}

    def make(names: Sequence[str]) -> Mapping[str, Part]:
        made = {name: Part(*map(SafeString, pieces)) for name, pieces in find_prepared(state, names).items()}
        missing = [named[name] for name in names if name not in made]
        if missing:
            made |= render_parts(missing, outline, story, base)
        return made

    parts = keep_each(state, list(named), make)
    if asked:
        return tuple(
            parts[name]._replace(card=mark_found(parts[name].card, statement, asked))
            for name, statement in named.items()
        )
    return tuple(parts[name] for name in named)


def name_part(base: int | None, statement: int) -> str:
    """Name what shows a statement, compared with an article or with its fullest version."""
    return f"{base or 'fullest'}-{statement}"


def render_parts(
    chosen: Sequence[Outlined], outline: Outline, story: Story, base: int | None
) -> dict[str, Part]:
    """Render some statements, by name: four queries."""
    articles = [witness.article for witness in outline.witnesses]
    columns = columns_of(outline.witnesses)
    setting = replace(
        setting_for(outline, base, reverse("side-by-side", args=[story.slug])),
        retold=retell(articles),
    )
    loaded = load_in_full(chosen, outline)
    return {name_part(base, shown.pk): render_part(shown, columns, setting) for shown in loaded}


def render_part(statement: Shown, columns: Sequence[Column], setting: Setting) -> Part:
    """Render one statement."""
    row = get_template("_grid_row.html").render({"row": row_of(statement, columns)})
    card = get_template("_statement.html").render(
        {"statement": statement, "set": set_statement(statement, setting), "base": setting.base}
    )
    return Part(row, card)
