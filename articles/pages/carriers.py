"""The versions of a statement to which outlet prints it as whose words."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from articles.pages.query import NOT_STATED, Filters


class Carrier(NamedTuple):
    """An outlet that prints a statement, and somebody it says the words are of; both as in addresses."""

    outlet: str
    speaker: str


def list_carriers(versions: Iterable[tuple[str, str]]) -> tuple[Carrier, ...]:
    """List who prints a statement as whose words, from the outlet and the speaker (or "") of each version.

    An outlet counts as not stating the speaker only where none of its own versions does: what another
    outlet says of the words it has not said.
    """
    speakers: dict[str, dict[str, None]] = {}
    for outlet, speaker in versions:
        speakers.setdefault(outlet, {}).update({speaker: None} if speaker else {})
    return tuple(
        Carrier(outlet, speaker) for outlet, named in speakers.items() for speaker in named or (NOT_STATED,)
    )


def values_among(carriers: Iterable[Carrier], name: str, filters: Filters) -> Collection[str]:
    """List the outlets, or the speakers, of the carriers that pass the filter for the other of the two."""
    if name == "speaker":
        return {c.speaker for c in carriers if not filters.outlet or c.outlet in filters.outlet}
    return {c.outlet for c in carriers if not filters.speaker or c.speaker in filters.speaker}
