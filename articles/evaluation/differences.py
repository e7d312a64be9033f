"""Cases of two quotations to how many of their differences are told rightly."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from articles.engine.alignment.in_articles import compare_in_articles
from articles.engine.differences.kinds import Difference, DifferenceKind
from articles.engine.text.spans import Span

# The parts of a quotation in a case: what stands between curly marks, up to the end of a paragraph.
_PART = re.compile(r"“([^“”\n]*)")
_NOTHING = "nothing"
# How a case says that one side prints no words.
_NO_WORDS = "-"


@dataclass(frozen=True, slots=True)
class Printed:
    """A quotation in its text, given by its parts."""

    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """Two quotations and what is to be told of them.

    `required` are the kinds that must be told, `forbidden` those that must not. `words` are the words
    concerned on each side, beside their kind, where the case names them.
    """

    title: str
    a: Printed
    b: Printed
    required: frozenset[str]
    forbidden: frozenset[str]
    words: tuple[tuple[str, str, str], ...] = ()
    status: str = ""


@dataclass(slots=True)
class Score:
    """Counts over cases."""

    cases: int = 0
    right: int = 0
    required: int = 0
    found: int = 0
    forbidden: int = 0
    told_right: int = 0
    missed: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)

    def figures(self) -> dict[str, float | int | dict[str, int]]:
        """Give the figures: recall of the required kinds, precision over the forbidden ones, cases right."""
        told = self.told_right + self.forbidden
        return {
            "cases": self.cases,
            "recall_of_required": self.found / self.required if self.required else 1.0,
            "precision_over_forbidden": self.told_right / told if told else 1.0,
            "wholly_right": self.right / self.cases if self.cases else 1.0,
            "missed": dict(sorted(self.missed.items())),
            "wrong": dict(sorted(self.wrong.items())),
        }


def evaluate(path: str) -> dict[str, Any]:
    """Measure the differences told of the cases of a file (.md or JSON lines) or of a folder of .md files."""
    return score_cases(read_cases(Path(path))).figures()


def read_cases(path: Path) -> list[Case]:
    """Read the cases of a file or of every .md file of a folder."""
    if path.is_dir():
        return [case for file in sorted(path.glob("*.md")) for case in read_cases(file)]
    text = path.read_text("utf-8")
    if path.suffix == ".md":
        return list(_read_written(text))
    return [_read_record(json.loads(line)) for line in text.splitlines() if line.strip()]


def score_cases(cases: Iterable[Case]) -> Score:
    """Compare the two quotations of each case and count what is told rightly."""
    score = Score()
    for case in cases:
        told = {difference.kind.value for difference in tell(case)}
        missed, wrong = case.required - told, case.forbidden & told
        score.cases += 1
        score.right += not missed and not wrong
        score.required += len(case.required)
        score.found += len(case.required & told)
        score.forbidden += len(wrong)
        score.told_right += len(told - wrong)
        score.missed.update(missed)
        score.wrong.update(wrong)
    return score


def tell(case: Case) -> tuple[Difference, ...]:
    """Find the differences of one case."""
    return compare_in_articles(case.a.text, case.a.spans, case.b.text, case.b.spans).differences


def _read_written(text: str) -> Iterator[Case]:
    """Read cases as people write them: a title, two quotations, and a line for each difference.

    Text in curly marks is the quotation, and the rest its article; without marks all of it is. Lines
    begin with "a:", "b:" or "="; any other line goes on with the quotation before it. Every kind that
    a case does not name is forbidden.
    """
    for block in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        title, _, body = block.partition("\n")
        fields: dict[str, list[str]] = {"a": [], "b": [], "=": []}
        current = ""
        for line in body.rstrip().split("\n"):
            mark, _, rest = line.partition(" ")
            if mark.rstrip(":") in fields and mark != line:
                current = mark.rstrip(":")
                fields[current].append(rest)
            elif current in ("a", "b"):
                fields[current][-1] += f"\n{line}"
        yield _written_case(title.strip(), fields)


def _written_case(title: str, fields: dict[str, list[str]]) -> Case:
    """Put one written case together."""
    words = []
    required = set()
    for line in fields["="]:
        kind, _, printed = line.partition(": ")
        if kind.strip() != _NOTHING:
            required.add(DifferenceKind(kind.strip()).value)
        if printed:
            one, _, other = (side.strip() for side in printed.partition(" / "))
            words.append((kind.strip(), one.strip(), other.strip()))
    every = {kind.value for kind in DifferenceKind}
    a, b = (_written_quotation(fields[side][0].strip("\n")) for side in "ab")
    return Case(title, a, b, frozenset(required), frozenset(every - required), tuple(words))


def _written_quotation(text: str) -> Printed:
    """Find the quotation of a written text: between curly marks, or all of it."""
    spans = tuple(Span(*match.span(1)) for match in _PART.finditer(text))
    return Printed(text, spans or (Span(0, len(text)),))


def agrees(words: str, printed: str) -> bool:
    """Tell whether the words that a case names are the printed ones, but for the marks around them."""
    return words.strip(" .,!?") == (printed.strip(" .,!?") or _NO_WORDS) or words == printed


def _read_record(record: dict[str, Any]) -> Case:
    """Read a case from a JSON record: a and b with text and quote, required and forbidden kinds."""
    return Case(
        title=str(record.get("id", "")),
        a=_record_quotation(record["a"]),
        b=_record_quotation(record["b"]),
        required=frozenset(record.get("required", ())),
        forbidden=frozenset(record.get("forbidden", ())),
        status=record.get("status", ""),
    )


def _record_quotation(side: dict[str, Any]) -> Printed:
    """Find the parts of a quotation in its text."""
    parts = side["quote"] if isinstance(side["quote"], list) else [side["quote"]]
    spans: list[Span] = []
    for part in parts:
        start = side["text"].index(part, spans[-1].end if spans else 0)
        spans.append(Span(start, start + len(part)))
    return Printed(side["text"], tuple(spans))
