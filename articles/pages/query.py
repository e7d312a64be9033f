"""A query string to filters: the one grammar of every page, fragment and export."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from articles.engine.differences.differences import DifferenceKind

STATUSES = ("verbatim", "rewritten", "possible", "sole", "reported")
KINDS = tuple(kind.value for kind in DifferenceKind)
# The value of `speaker` that asks for statements without one; no speaker's own address.
NOT_STATED = "not-stated"

# The articles of the side-by-side page, from left to right; the first two are always there.
COLUMNS = ("left", "right", "third", "fourth")

LONGEST_WORDS = 200  # a search of more characters is cut, and the page says so
LONGEST_ECHO = 40  # how much of an unknown value is repeated to the reader
MOST_IGNORED = 5  # how many unknown values are named before the rest are only counted


@dataclass(frozen=True, slots=True)
class Filters:
    """What the reader asked to see. Empty tuples and empty words ask for everything.

    `rest` are the other parameters of the page (which articles, which statement), kept in
    every address that is built from these filters. `ignored` says in plain words what of the
    query was not understood.
    """

    status: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    words: str = ""
    rest: tuple[tuple[str, str], ...] = ()
    ignored: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.status or self.speaker or self.outlet or self.kind or self.words)

    def pairs(self) -> list[tuple[str, str]]:
        """List the parameters of the address, in a fixed order."""
        pairs = list(self.rest)
        for name in ("status", "speaker", "outlet", "kind"):
            pairs += [(name, value) for value in getattr(self, name)]
        return pairs + ([("q", self.words)] if self.words else [])

    def address(self) -> str:
        """Build the query string, with its question mark; "?" alone when there is nothing to ask."""
        return "?" + urlencode(self.pairs())

    def only(self, name: str, value: str) -> "Filters":
        """Ask for one value of one filter, or for all of them when `value` is empty."""
        return self._with(name, (value,) if value else ())

    def toggled(self, name: str, value: str) -> "Filters":
        """Add a value to a filter, or drop it when it is there."""
        present: tuple[str, ...] = getattr(self, name)
        kept = tuple(v for v in present if v != value)
        return self._with(name, kept if value in present else (*present, value))

    def without(self, name: str) -> "Filters":
        """Drop one filter altogether."""
        return replace(self, words="") if name == "words" else self._with(name, ())

    def _with(self, name: str, values: tuple[str, ...]) -> "Filters":
        """Set the values of one filter."""
        changes: dict[str, Any] = {name: values}
        return replace(self, **changes)

    def ignoring(self, name: str, value: str) -> "Filters":
        """Say of one more parameter that its value is not known here."""
        return replace(self, ignored=(*self.ignored, f"{name}={echo(value)}"))

    def with_rest(self, **changes: str) -> "Filters":
        """Set or (with an empty value) drop other parameters of the page."""
        kept = [(name, value) for name, value in self.rest if name not in changes]
        return replace(self, rest=tuple(kept + [(n, v) for n, v in changes.items() if v]))


def read_filters(
    query: QueryDict,
    speakers: Collection[str],
    outlets: Collection[str],
    rest: Iterable[tuple[str, str]] = (),
) -> Filters:
    """Read the filters of a query string; a value nobody knows is ignored and said so."""
    ignored: list[str] = []

    def known(name: str, values: Collection[str]) -> tuple[str, ...]:
        asked = dict.fromkeys(value for value in query.getlist(name) if value)
        ignored.extend(f"{name}={echo(value)}" for value in asked if value not in values)
        return tuple(value for value in asked if value in values)

    words = " ".join(query.get("q", "").replace("\x00", " ").split())
    if len(words) > LONGEST_WORDS:
        words = words[:LONGEST_WORDS].rstrip()
        ignored.append(f"the words after the first {LONGEST_WORDS} characters")
    filters = Filters(
        status=known("status", STATUSES),
        speaker=known("speaker", {*speakers, NOT_STATED}),
        outlet=known("outlet", outlets),
        kind=known("kind", KINDS),
        words=words,
        rest=tuple(rest),
    )
    if len(ignored) > MOST_IGNORED:
        ignored[MOST_IGNORED:] = [f"{len(ignored) - MOST_IGNORED} more"]
    return replace(filters, ignored=tuple(ignored))


def echo(value: str) -> str:
    """Shorten an unknown value, which may be hostile and long, before a page repeats it."""
    printable = "".join(c if c.isprintable() else "�" for c in value[: LONGEST_ECHO + 1])
    return printable if len(printable) <= LONGEST_ECHO else printable[:LONGEST_ECHO] + "…"
