"""Statements to the rows of a table, one a version, as a spreadsheet opens them (decision 11)."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from django.urls import reverse

from articles.pages.printed import Printed
from articles.pages.records import write_time
from articles.pages.shown import KIND_ORDER, Shown

# Without it a spreadsheet reads the file in an old code page and breaks every curly quotation mark.
BYTE_ORDER_MARK = "\ufeff"
# What a spreadsheet takes for the beginning of a formula, in full width too, and what says that it is none.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
GUARD = "'"

COLUMNS = (
    "statement",
    "number",
    "status",
    "outlet",
    "article",
    "headline",
    "published_at",
    "version_status",
    "form",
    "fullest",
    "speaker",
    "cue",
    "words",
    "places",
    "differences",
    "possible_differences",
    "address",
    "statement_address",
    "source",
)


def write_table(statements: Iterable[Shown], site: str) -> Iterator[str]:
    """Write the table, a piece for the heading and one for each statement."""
    yield BYTE_ORDER_MARK + write_rows([COLUMNS])
    for statement in statements:
        yield write_rows(row_of(version, statement, site) for version in statement.versions)


def row_of(version: Printed, statement: Shown, site: str) -> list[str | int]:
    """Lay out one version; several passages of one quotation stand in one cell, each on a line of its own.

    Places are written with two dots: "3-12" would be read as a date, and "3:12" as a time.
    """
    article = version.witness.article
    sure, possible = kinds_of(version, statement)
    row: list[str | int] = [
        statement.pk,
        statement.number,
        statement.status,
        version.witness.name,
        article.pk,
        article.headline,
        write_time(article.published_at) or "",
        statement.status_of(version),
        version.quotation.kind,
        "yes" if version == statement.fullest else "",
        version.speaker.name if version.speaker else "",
        version.cue,
        "\n".join(version.slices),
        " ".join(f"{span.start}..{span.end}" for span in version.spans),
        " ".join(sure),
        " ".join(possible),
        site + version.witness.address_of(version.quotation.pk),
        site + reverse("statement", args=[statement.pk]),
        article.address,
    ]
    return [guard(cell) if isinstance(cell, str) else cell for cell in row]


def kinds_of(version: Printed, statement: Shown) -> tuple[list[str], list[str]]:
    """List the kinds of differences of a version, gravest first: of sure matches, and of possible ones."""
    kinds: dict[bool, set[str]] = {False: set(), True: set()}
    for pair in statement.pairs_of(version):
        kinds[pair.possible].update(told.kind for told in pair.told)
    sure, possible = (sorted(kinds[doubtful], key=KIND_ORDER.__getitem__) for doubtful in (False, True))
    return sure, possible


def guard(cell: str) -> str:
    """Keep a cell from being read as a formula: an apostrophe stands before one that begins like one."""
    return GUARD + cell if cell.startswith(FORMULA) else cell


def write_rows(rows: Iterable[Sequence[str | int]]) -> str:
    """Write rows as comma-separated values."""
    written = StringIO(newline="")
    csv.writer(written).writerows(rows)
    return written.getvalue()
