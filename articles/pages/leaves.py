"""A long list of statements to pages of bounded size, and the way from one to the next."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.pages.outline import Outlined
from articles.pages.query import Filters

# A page ends at so many statements or so many versions, whichever comes first: both cost bytes.
STATEMENTS_A_PAGE = 50
VERSIONS_A_PAGE = 120


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of a list of statements, and the addresses of the pages around it."""

    number: int
    total: int
    first: int
    last: int
    previous: str
    next: str


def divide(statements: Sequence[Outlined]) -> list[list[Outlined]]:
    """Divide a list into pages; there is always a first one."""
    pages: list[list[Outlined]] = [[]]
    versions = 0
    for statement in statements:
        versions += len(statement.places)
        if pages[-1] and (len(pages[-1]) == STATEMENTS_A_PAGE or versions > VERSIONS_A_PAGE):
            pages.append([])
            versions = len(statement.places)
        pages[-1].append(statement)
    return pages


def leaf_of(pages: Sequence[Sequence[object]], number: int, filters: Filters) -> Leaf:
    """Say which page of the list this is, and how to turn it."""
    before = sum(map(len, pages[: number - 1]))

    def address(other: int) -> str:
        if not 1 <= other <= len(pages):
            return ""
        return filters.with_rest(page=str(other) if other > 1 else "").address()

    last = before + len(pages[number - 1])
    return Leaf(number, len(pages), before + 1, last, address(number - 1), address(number + 1))


def page_with(pages: Sequence[Sequence[Outlined]], statement: int | None) -> int:
    """Find the page on which a statement stands, or the first."""
    return next((n for n, page in enumerate(pages, 1) if any(s.pk == statement for s in page)), 1)
