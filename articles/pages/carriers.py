"""The versions of a statement to which outlet prints it as whose words, and how these stand to the others."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from articles.pages.query import NOT_STATED, Filters
from articles.pages.statuses import COUNTED_AS


class Carrier(NamedTuple):
    """An outlet that prints a statement, and somebody it says the words are of; both as in addresses.

    `status` is that of what the outlet prints of the statement, `kinds` are those of its own differences.
    """

    outlet: str
    speaker: str
    status: str
    kinds: tuple[str, ...] = ()


class Part(NamedTuple):
    """What some of the articles print of a statement: how it stands to others, in which kinds it differs."""

    status: str
    kinds: tuple[str, ...] = ()


def list_carriers(versions: Iterable[tuple[str, str]], parts: Mapping[str, Part]) -> tuple[Carrier, ...]:
    """List who prints a statement as whose words, from the outlet and the speaker (or "") of each version.

    An outlet counts as not stating the speaker only where none of its own versions does: what another
    outlet says of the words it has not said. `parts` are what the outlets print.
    """
    speakers: dict[str, dict[str, None]] = {}
    for outlet, speaker in versions:
        speakers.setdefault(outlet, {}).update({speaker: None} if speaker else {})
    return tuple(
        Carrier(outlet, speaker, *parts[outlet])
        for outlet, named in speakers.items()
        for speaker in named or (NOT_STATED,)
    )


def find_carriers(carriers: Sequence[Carrier], whole: Part, filters: Filters) -> list[Carrier]:
    """Find who prints a statement and passes the filters for status, speaker, outlet and difference.

    They are asked for together: one of the outlets has to print it as said by one of the speakers. Where
    outlets are asked for, status and differences are those of what they print, or else of the `whole`.
    """
    return [
        carrier
        for carrier in carriers
        if (not filters.outlet or carrier.outlet in filters.outlet)
        and (not filters.speaker or carrier.speaker in filters.speaker)
        and (not filters.status or counted_status(carrier, whole, filters) in filters.status)
        and (not filters.kind or not set(filters.kind).isdisjoint(told_kinds(carrier, whole, filters)))
    ]


def counted_status(carrier: Carrier, whole: Part, filters: Filters) -> str:
    """Tell under which status a statement counts for one who prints it."""
    told = carrier.status if filters.outlet else whole.status
    return COUNTED_AS.get(told, told)


def told_kinds(carrier: Carrier, whole: Part, filters: Filters) -> tuple[str, ...]:
    """Tell under which differences a statement counts for one who prints it."""
    return carrier.kinds if filters.outlet else whole.kinds
