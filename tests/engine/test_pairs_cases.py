"""The pairs of `cases/alignment/pairs.md`: whether two quotations report the same words, cut or changed."""

import re
from pathlib import Path

import pytest

from articles.engine.alignment.in_articles import compare_in_articles
from articles.engine.text.spans import Span
from articles.evaluation.labels import UNRELATED, label_of

CASES = (Path(__file__).parent / "cases" / "alignment" / "pairs.md").read_text("utf-8")
_PAIR = re.compile(r"^## ", re.MULTILINE)
_MARKED = re.compile(r"“[^”]*”|\"[^\"]*\"")


def read_case(case: str) -> tuple[str, str, str, str]:
    """Read the title, the two articles and the label of a case."""
    title, a, b, label = case.strip().split("\n")
    return title, a.removeprefix("a: "), b.removeprefix("b: "), label.removeprefix("= ")


def marked(text: str) -> list[Span]:
    """Give the stretches of a text that stand in marks."""
    return [Span(*match.span()) for match in _MARKED.finditer(text)]


@pytest.mark.parametrize(("title", "a", "b", "label"), [read_case(case) for case in _PAIR.split(CASES)[1:]])
def test_case(title: str, a: str, b: str, label: str) -> None:
    for one, other in ((a, b), (b, a)):
        found = compare_in_articles(one, marked(one), other, marked(other))
        told = label_of(found.status, found.differences)
        assert told == (UNRELATED if label == "unrelated" else label), title


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "“I want to thank the nurses who stayed through the night,” Jane Smith said.",
            "“I want to thank the sponsors for paying the band,” Jane Smith said.",
        ),
        (
            "“At the end of the day, we let the second half slip away,” coach Bo Kay said.",
            "“At the end of the day, the league sets the calendar,” coach Bo Kay said.",
        ),
        (
            "“We do not think the count was honest,” Jane Smith said.",
            "“We do not talk about the pay of single teachers,” Jane Smith said.",
        ),
        ("The deal was “fair”.", "“My sister sells plums at the fair every autumn,” Bo Kay said."),
    ],
)
def test_an_opening_that_everybody_uses_sets_nothing_side_by_side(a: str, b: str) -> None:
    for one, other in ((a, b), (b, a)):
        found = compare_in_articles(one, marked(one), other, marked(other))
        assert (found.status, found.differences) == (None, ())


def test_dots_alone_in_marks_are_no_words_of_anybody() -> None:
    text = "“…” said Ann Lowe. “We will win,” said Ann Lowe."
    dots, words = Span(0, 3), Span(text.index("“We"), text.rindex("said") - 1)
    assert compare_in_articles(text, (dots,), text, (words,)).status is None
