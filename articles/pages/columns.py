"""Articles to those that can be chosen for each column, and the addresses that choose them."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.pages.query import COLUMNS, Filters
from articles.pages.witnesses import Witness

LEAST_COLUMNS = 2


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
