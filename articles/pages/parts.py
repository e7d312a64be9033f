"""Statements to the row and the card that show them on the page of their story, the same for all filters."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from django.template.loader import get_template

from articles.pages.comparison import Shown, compare
from articles.pages.grids import Column, row_of
from articles.pages.history import retell
from articles.pages.kept import keep_each
from articles.pages.outline import Outline, Outlined
from articles.pages.rows import load_rows_of
from articles.pages.versions import Setting, set_statement


class Part(NamedTuple):
    """One statement as HTML; neither piece depends on what else the page shows."""

    row: str
    card: str


def show_parts(
    chosen: Sequence[Outlined], outline: Outline, columns: Sequence[Column], setting: Setting, state: str
) -> tuple[Part, ...]:
    """Render the chosen statements; only those that are not kept are loaded: three queries."""
    named = {f"{setting.base}-{statement.pk}": statement for statement in chosen}

    def make(names: Sequence[str]) -> Mapping[str, Part]:
        numbers = {named[name].pk: named[name].number for name in names}
        articles = [witness.article for witness in outline.witnesses]
        loaded = {s.pk: s for s in compare(load_rows_of(numbers, articles), numbers=numbers).statements}
        told = replace(setting, retold=retell(articles))
        return {name: render_part(loaded[named[name].pk], columns, told) for name in names}

    parts = keep_each(state, list(named), make)
    return tuple(parts[name] for name in named)


def render_part(statement: Shown, columns: Sequence[Column], setting: Setting) -> Part:
    """Render one statement."""
    row = get_template("_grid_row.html").render({"row": row_of(statement, columns)})
    card = get_template("_statement.html").render(
        {"statement": statement, "set": set_statement(statement, setting), "base": setting.base}
    )
    return Part(row, card)
