"""Every kind of difference on written cases: positives, and look-alikes that are none."""

from pathlib import Path

import pytest

from articles.engine.differences.kinds import DifferenceKind
from articles.engine.differences.sayings import say_difference
from articles.evaluation.differences import Case, agrees, evaluate, read_cases, tell

FOLDER = Path(__file__).parent / "cases" / "differences"
CASES = read_cases(FOLDER)
LEAST_POSITIVE, LEAST_NEGATIVE = 12, 8


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_exactly_the_named_kinds_are_told(case: Case) -> None:
    assert {difference.kind.value for difference in tell(case)} == set(case.required)


@pytest.mark.parametrize("case", [case for case in CASES if case.words], ids=lambda case: case.title)
def test_the_named_words_are_concerned(case: Case) -> None:
    printed = [(d.kind.value, case.a.text[slice(*d.a)], case.b.text[slice(*d.b)]) for d in tell(case)]
    for kind, one, other in case.words:
        assert any(
            kind == told and agrees(one, left) and agrees(other, right) for told, left, right in printed
        ), (kind, one, other, printed)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_each_difference_is_said_once_with_its_words(case: Case) -> None:
    for difference in tell(case):
        sentence = say_difference(difference, case.a.text, case.b.text, "The Sun", "The Post")
        assert sentence.endswith((".", "!", "?"))
        assert "The Sun" in sentence
        assert "The Post" in sentence
        assert "“”" not in sentence


@pytest.mark.parametrize("kind", list(DifferenceKind))
def test_every_kind_has_enough_cases(kind: DifferenceKind) -> None:
    cases = read_cases(FOLDER / f"{kind.value}.md")
    positive = sum(kind.value in case.required for case in cases)
    assert positive >= LEAST_POSITIVE
    assert len(cases) - positive >= LEAST_NEGATIVE


def test_the_figures_count_the_cases() -> None:
    figures = evaluate(str(FOLDER))
    assert figures["cases"] == len(CASES)
    assert figures["recall_of_required"] == figures["wholly_right"] == 1.0
