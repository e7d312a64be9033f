"""A comparison and filters to the statements shown, and to every choice with its count."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from articles.engine.differences import DifferenceKind
from articles.pages.comparison import REPORTED, Comparison, Shown
from articles.pages.query import STATUSES, Filters


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
NAMES = {"status": "status", "speaker": "speaker", "outlet": "outlet", "kind": "difference", "words": "words"}


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of one filter: how many statements it leaves, and where it leads."""

    value: str
    word: str
    count: int
    on: bool
    address: str
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Active:
    """One filter in force, and the address without it."""

    name: str
    value: str
    address: str
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    """Every choice of the filter bar."""

    total: int
    everything: Choice
    status: tuple[Choice, ...]
    speaker: tuple[Choice, ...]
    outlet: tuple[Choice, ...]
    kind: tuple[Choice, ...]
    active: tuple[Active, ...]


@dataclass(frozen=True, slots=True)
class Filtered:
    """The statements that pass, and the filter bar."""

    filters: Filters
    statements: tuple[Shown, ...]
    facets: Facets


def fold(text: str) -> str:
    """Fold what a reader may type another way: case, quotation marks, white space."""
    return re.sub(r"[^\w]+", " ", text.casefold()).strip()


def values_of(statement: Shown, name: str) -> Iterable[str]:
    """List the values by which a filter finds a statement."""
    if name == "status":
        return (statement.status,)
    if name == "speaker":
        return (speaker.slug for speaker in statement.speakers)
    if name == "outlet":
        return (witness.slug for witness in statement.witnesses)
    return statement.kinds


def passes(statement: Shown, filters: Filters, but: str = "") -> bool:
    """Tell whether a statement passes every filter but one."""
    for name in ("status", "speaker", "outlet", "kind"):
        asked = getattr(filters, name)
        if asked and name != but and not set(asked) & set(values_of(statement, name)):
            return False
    if filters.words and but != "words":
        asked_words = fold(filters.words)
        return any(asked_words in fold(" ".join(version.slices)) for version in statement.versions)
    return True


def filter_statements(comparison: Comparison, filters: Filters) -> Filtered:
    """Apply the filters, and count what each choice would leave with all the others in force."""
    statements = comparison.statements
    shown = tuple(s for s in statements if passes(s, filters))

    def choices(name: str, offered: Sequence[tuple[str, str, str]]) -> tuple[Choice, ...]:
        left = [s for s in statements if passes(s, filters, but=name)]
        asked = getattr(filters, name)
        counts = {value: 0 for value, _, _ in offered}
        for statement in left:
            for value in set(values_of(statement, name)):
                if value in counts:
                    counts[value] += 1
        return tuple(
            Choice(value, word, counts[value], value in asked, filters.toggled(name, value).address(), sign)
            for value, word, sign in offered
        )

    speakers = {s.slug: s.name for statement in statements for s in statement.speakers}
    kinds = {kind for statement in statements for kind in statement.kinds}
    facets = Facets(
        total=len(statements),
        everything=Choice(
            "",
            "All",
            sum(passes(s, filters, but="status") for s in statements),
            not filters.status,
            filters.without("status").address(),
        ),
        status=choices("status", [(v, STATUS_WORDS[v].word, STATUS_WORDS[v].sign) for v in STATUSES]),
        speaker=choices(
            "speaker", [(slug, name, "") for slug, name in sorted(speakers.items(), key=by_word)]
        ),
        outlet=choices("outlet", outlet_values(comparison)),
        kind=choices("kind", [(k.value, KIND_WORDS[k], "") for k in DifferenceKind if k.value in kinds]),
        active=active_filters(
            statements, filters, speakers | {v: w for v, w, _ in outlet_values(comparison)}
        ),
    )
    return Filtered(filters, shown, facets)


def by_word(item: tuple[str, str]) -> tuple[str, str]:
    """Sort choices by what is read, not by what stands in the address."""
    return item[1].casefold(), item[0]


def outlet_values(comparison: Comparison) -> list[tuple[str, str, str]]:
    """List the outlets at hand, each once, as choices."""
    return [(w.slug, w.name, "") for w in {w.slug: w for w in comparison.witnesses}.values()]


def active_filters(
    statements: Sequence[Shown], filters: Filters, words: dict[str, str]
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
            count = sum(passes(s, filters, but=name) for s in statements)
            active.append(
                Active(NAMES[name], " or ".join(map(say, values)), filters.without(name).address(), count)
            )
    return tuple(active)
