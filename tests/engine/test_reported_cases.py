"""Reported speech case by case; found is, a line each: kind: contents | source | cue."""

from pathlib import Path

import pytest

from articles.engine.quotations.marks import pair_marks
from articles.engine.reports.reported import Reported, find_reported
from articles.engine.text.spans import Span
from articles.engine.text.words import split_words
from tests.engine.case_files import Case, read_cases

CASES = Path(__file__).parent / "cases" / "reported"


def described(text: str, report: Reported) -> str:
    contents = " ... ".join(text[slice(*part)] for part in report.contents)
    source = text[slice(*report.source)] if report.source else "-"
    return f"{report.kind}: {contents} | {source} | {text[slice(*report.cue)]}"


def found(text: str) -> list[str]:
    stretches = [Span(s.start, s.end) for s in pair_marks(text)]
    return [described(text, report) for report in find_reported(split_words(text), stretches)]


ALL = read_cases(CASES)
KNOWN = [case for case in ALL if not case.name.startswith("limits")]
LIMITS = [case for case in ALL if case.name.startswith("limits")]


@pytest.mark.parametrize("case", KNOWN, ids=lambda case: case.name)
def test_case(case: Case) -> None:
    assert found(case.text) == case.expected


@pytest.mark.xfail(reason="known limits; a case that passes moves to another file", strict=True)
@pytest.mark.parametrize("case", LIMITS, ids=lambda case: case.name)
def test_limit(case: Case) -> None:
    assert found(case.text) == case.expected


def test_there_are_many_cases() -> None:
    assert len(KNOWN) >= 60
