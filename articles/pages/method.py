"""What the method page shows: each kind of difference with an example from stored articles, and figures."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from articles.engine import ENGINE_VERSION
from articles.engine.differences.differences import DifferenceKind
from articles.models import Difference
from articles.pages.filtering import KIND_WORDS, STATUS_WORDS, StatusWord
from articles.pages.glimpses import show_row
from articles.pages.loading import load_examples
from articles.pages.needs import Scale, show_scale
from articles.pages.sentences import Sentence
from articles.pages.witnesses import name_witnesses
from articles.pages.worked import Worked, work_through

# What each kind means, in the order in which a reader is told of them, and whether the words count
# as reworded for it.
MEANINGS: Mapping[DifferenceKind, tuple[str, bool]] = {
    DifferenceKind.SPEAKER: ("The same words, attributed to somebody else.", False),
    DifferenceKind.NEGATION: ("A “not”, “never” or “no” that only one of them prints.", True),
    DifferenceKind.NUMBER: ("Another figure, date or unit. “12” and “twelve” are the same.", True),
    DifferenceKind.NAME: ("Another name of a person, a place or a body.", True),
    DifferenceKind.CERTAINTY: ("“May” for “will”, “some” for “all”, a condition gone.", True),
    DifferenceKind.SILENT_CUT: ("Words missing between kept ones, with no mark to say so.", True),
    DifferenceKind.ELLIPSIS: ("What “…” leaves out, when another article prints it.", False),
    DifferenceKind.STITCHED: ("Two places printed inside one pair of quotation marks.", True),
    DifferenceKind.BRACKET: ("Words put in [brackets]; reworded when they replace others.", False),
    DifferenceKind.SHORTER: ("It begins later or ends earlier.", False),
    DifferenceKind.FRAGMENT: ("One to four words where the other prints the sentence.", False),
    DifferenceKind.WORDING: ("Other words at the same place.", True),
    DifferenceKind.INFLECTION: ("Another form of the same word.", True),
    DifferenceKind.ORDER: ("The same words in another order.", True),
    DifferenceKind.PUNCTUATION: ("Punctuation only; counted, and shown when asked for.", False),
}


@dataclass(frozen=True, slots=True)
class Explained:
    """One kind of difference: what it is called and means, and one that was found."""

    word: str
    meaning: str
    reworded: bool
    example: Sentence | None
    address: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure: of what, on which articles, how much; what others reach, and what it means."""

    subject: str
    on: str
    measure: str
    value: str
    others: str
    means: str


@dataclass(frozen=True, slots=True)
class Accuracy:
    """The figures the project ships, and the engine they were measured with."""

    engine: str
    measured: str
    figures: tuple[Figure, ...]

    @property
    def current(self) -> bool:
        """Whether the figures are of the engine that runs here."""
        return self.engine == ENGINE_VERSION


@dataclass(frozen=True, slots=True)
class MethodPage:
    """Everything the method page shows."""

    statuses: tuple[StatusWord, ...]
    kinds: tuple[Explained, ...]
    worked: Worked | None
    scale: Scale
    accuracy: Accuracy


def show_method() -> MethodPage:
    """Load an example of each kind that some published articles have, and work through one of them."""
    examples = load_examples()
    return MethodPage(
        statuses=tuple(STATUS_WORDS.values()),
        kinds=tuple(explain(kind, examples.get(kind)) for kind in MEANINGS),
        worked=work_through(examples),
        scale=show_scale(),
        accuracy=read_accuracy(),
    )


def explain(kind: DifferenceKind, row: Difference | None) -> Explained:
    """Explain one kind, with the stored difference that serves as its example."""
    meaning, reworded = MEANINGS[kind]
    if row is None:
        return Explained(KIND_WORDS[kind], meaning, reworded, None, "")
    pair = [row.match.a.article, row.match.b.article]
    query = {"left": pair[0].pk, "right": pair[1].pk, "statement": row.match.statement_id}
    return Explained(
        word=KIND_WORDS[kind],
        meaning=meaning,
        reworded=reworded,
        example=show_row(row, {witness.pk: witness for witness in name_witnesses(pair)}).sentence,
        address=f"{reverse('side-by-side', args=[row.match.statement.story.slug])}?{urlencode(query)}",
    )


def read_accuracy() -> Accuracy:
    """Read the figures from the file that ships with the pages."""
    stored: dict[str, Any] = json.loads(files("articles.pages").joinpath("accuracy.json").read_text("utf-8"))
    return Accuracy(
        engine=stored["engine"],
        measured=stored["measured"],
        figures=tuple(Figure(**figure) for figure in stored["figures"]),
    )
