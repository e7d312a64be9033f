"""A comparison and filters to the statements shown, and to every choice with its count."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeVar

from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.engine.differences.differences import DifferenceKind
from articles.pages.carriers import Carrier, Part, counted_status, find_carriers, told_kinds
from articles.pages.loading import COPIED
from articles.pages.query import NOT_STATED, STATUSES, Filters
from articles.pages.rows import SpeakerRow
from articles.pages.statuses import REPORTED
from articles.pages.witnesses import Witness


@dataclass(frozen=True, slots=True)
class StatusWord:
    """How a status is shown: by word and by sign, never by colour alone."""

    value: str
    word: str
    sign: str


STATUS_WORDS = {
    "verbatim": StatusWord("verbatim", "Word for word", "="),
    "rewritten": StatusWord("rewritten", "Reworded", "≈"),
    "possible": StatusWord("possible", "Possible match", "?"),
    "sole": StatusWord("sole", "Only here", "1"),
    COPIED: StatusWord(COPIED, "Same agency text", "≡"),
    REPORTED: StatusWord(REPORTED, "In the outlet’s own words", "~"),
}
KIND_WORDS = {
    DifferenceKind.SPEAKER: "another speaker",
    DifferenceKind.NEGATION: "“not” added or dropped",
    DifferenceKind.NUMBER: "number or date changed",
    DifferenceKind.NAME: "name changed",
    DifferenceKind.CERTAINTY: "certainty changed",
    DifferenceKind.SILENT_CUT: "cut without a mark",
    DifferenceKind.ELLIPSIS: "hidden by “…”",
    DifferenceKind.STITCHED: "joined from two places",
    DifferenceKind.BRACKET: "words in [brackets]",
    DifferenceKind.SHORTER: "shorter",
    DifferenceKind.FRAGMENT: "a few words only",
    DifferenceKind.WORDING: "other words",
    DifferenceKind.INFLECTION: "other form of a word",
    DifferenceKind.ORDER: "other order",
    DifferenceKind.PUNCTUATION: "punctuation",
}
# A choice of a form.
OPTION = '<option value="{}"{}>{} ({})</option>'
SELECTED = SafeString(" selected")
NOT_STATED_WORD = "Speaker not stated"
NAMES = {"status": "status", "speaker": "speaker", "outlet": "outlet", "kind": "difference", "words": "words"}


class Filterable(Protocol):
    """A statement, in full or in outline, as filters see it."""

    @property
    def status(self) -> str:
        """Its status among the articles at hand."""

    @property
    def speakers(self) -> Sequence[SpeakerRow]:
        """Everybody it is attributed to."""

    @property
    def carriers(self) -> Sequence[Carrier]:
        """Which outlet prints it as whose words."""

    @property
    def kinds(self) -> Sequence[str]:
        """The kinds of its differences."""

    @property
    def printings(self) -> list[list[str]]:
        """What each version prints, as slices."""


S = TypeVar("S", bound=Filterable)
S_co = TypeVar("S_co", bound=Filterable, covariant=True)


class Compared(Protocol[S_co]):
    """Articles and their statements, in full or in outline."""

    @property
    def statements(self) -> tuple[S_co, ...]:
        """Every statement."""

    @property
    def witnesses(self) -> tuple[Witness, ...]:
        """Every article."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of one filter: how many statements it leaves. A status is a link, the rest a form's."""

    value: str
    word: str
    count: int
    on: bool
    address: str = ""
    sign: str = ""

    @property
    def option(self) -> SafeString:
        """It as a choice of a form, written at once: a template takes long for each of many speakers."""
        return format_html(OPTION, self.value, SELECTED if self.on else "", self.word, self.count)


@dataclass(frozen=True, slots=True)
class Active:
    """One filter in force, and the address without it."""

    name: str
    value: str
    address: str
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    """Every choice of the filter bar; `cleared` is the address without any."""

    total: int
    cleared: str
    everything: Choice
    status: tuple[Choice, ...]
    speaker: tuple[Choice, ...]
    outlet: tuple[Choice, ...]
    kind: tuple[Choice, ...]
    active: tuple[Active, ...]


@dataclass(frozen=True, slots=True)
class Filtered(Generic[S]):
    """The statements that pass, and the filter bar."""

    filters: Filters
    statements: tuple[S, ...]
    facets: Facets

    @property
    def places(self) -> int:
        """How many versions print the words that are looked for."""
        asked = fold(self.filters.words)
        printings = (slices for statement in self.statements for slices in statement.printings)
        return sum(asked in fold(" ".join(slices)) for slices in printings)


def fold(text: str) -> str:
    """Fold what a reader may type another way: case, quotation marks, white space."""
    return re.sub(r"[^\w]+", " ", text.casefold()).strip()


def has_words(statement: Filterable, filters: Filters) -> bool:
    """Tell whether a version of a statement has the words that are looked for, whoever prints it."""
    asked = fold(filters.words)
    return not asked or any(asked in fold(" ".join(slices)) for slices in statement.printings)


def carriers_passing(statement: Filterable, filters: Filters) -> list[Carrier]:
    """List who prints a statement so that it passes all filters but the one for words."""
    return find_carriers(statement.carriers, whole_of(statement), filters)


def whole_of(statement: Filterable) -> Part:
    """Give what all the articles at hand print of a statement."""
    return Part(statement.status, tuple(statement.kinds))


def filter_statements(compared: Compared[S], filters: Filters) -> Filtered[S]:
    """Apply the filters, and count what each choice would leave with all the others in force."""
    found = [s for s in compared.statements if has_words(s, filters)]
    outlets = outlet_values(compared.witnesses)

    def left_without(name: str) -> list[S]:
        among = compared.statements if name == "words" else found
        free = filters.without(name)
        return [s for s in among if carriers_passing(s, free)]

    def values_of(statement: S, name: str) -> Collection[str]:
        if name == "outlet":
            # Whichever is chosen, status and differences are those of what it prints.
            free = replace(filters, outlet=tuple(slug for slug, _ in outlets))
        else:
            free = filters.without(name)
        passing = carriers_passing(statement, free)
        if name == "status":
            return {counted_status(carrier, whole_of(statement), free) for carrier in passing}
        if name == "kind":
            return {kind for carrier in passing for kind in told_kinds(carrier, whole_of(statement), free)}
        return {getattr(carrier, name) for carrier in passing}

    def choices(name: str, offered: Sequence[tuple[str, str]]) -> tuple[Choice, ...]:
        asked = getattr(filters, name)
        counts = {value: 0 for value, _ in offered}
        for statement in found:
            for value in values_of(statement, name):
                if value in counts:
                    counts[value] += 1
        return tuple(Choice(value, word, counts[value], value in asked) for value, word in offered)

    speakers = speaker_words(compared.statements)
    kinds = {kind for statement in compared.statements for kind in statement.kinds}
    facets = Facets(
        total=len(compared.statements),
        cleared=Filters(rest=filters.rest).address(),
        everything=Choice(
            "", "All", len(left_without("status")), not filters.status, filters.without("status").address()
        ),
        status=tuple(
            replace(
                choice,
                address=filters.toggled("status", choice.value).address(),
                sign=STATUS_WORDS[choice.value].sign,
            )
            for choice in choices("status", [(v, STATUS_WORDS[v].word) for v in STATUSES])
        ),
        speaker=choices("speaker", sorted(speakers.items(), key=by_word)),
        outlet=choices("outlet", outlets),
        kind=choices("kind", [(k.value, KIND_WORDS[k]) for k in DifferenceKind if k.value in kinds]),
        active=active_filters(
            filters,
            {NOT_STATED: NOT_STATED_WORD} | speakers | dict(outlets),
            lambda name: len(left_without(name)),
        ),
    )
    passing = tuple(s for s in found if carriers_passing(s, filters))
    return Filtered(filters, passing, facets)


def speaker_words(statements: Iterable[Filterable]) -> dict[str, str]:
    """Name everybody quoted, and those who are not named where there are such."""
    words: dict[str, str] = {}
    for statement in statements:
        if any(carrier.speaker == NOT_STATED for carrier in statement.carriers):
            words[NOT_STATED] = NOT_STATED_WORD
        for speaker in statement.speakers:
            words[speaker.slug] = speaker.name
    return words


def by_word(item: tuple[str, str]) -> tuple[str, str]:
    """Sort choices by what is read, not by what stands in the address."""
    return item[1].casefold(), item[0]


def outlet_values(witnesses: Iterable[Witness]) -> list[tuple[str, str]]:
    """List the outlets at hand, each once, as choices."""
    return list({w.slug: w.name for w in witnesses}.items())


def active_filters(
    filters: Filters, words: dict[str, str], count_without: Callable[[str], int]
) -> tuple[Active, ...]:
    """Name each filter in force, with the number of statements that dropping it would show."""
    word_of: dict[str, Callable[[str], str]] = {
        "status": lambda v: STATUS_WORDS[v].word,
        "speaker": lambda v: words.get(v, v),
        "outlet": lambda v: words.get(v, v),
        "kind": lambda v: KIND_WORDS[DifferenceKind(v)],
        "words": lambda v: f"“{v}”",
    }
    active = []
    for name, say in word_of.items():
        asked = getattr(filters, name)
        if asked:
            values = (asked,) if isinstance(asked, str) else asked
            active.append(
                Active(
                    NAMES[name],
                    " or ".join(map(say, values)),
                    filters.without(name).address(),
                    count_without(name),
                )
            )
    return tuple(active)
