"""Quotations and their speakers: the written cases, and what must hold of any text."""

import sys
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.engine.quotations.quotations import Kind, Quotation
from articles.engine.reading.reading import UNCLEAR_CERTAINTY, Reading, read_article
from articles.engine.text.spans import Span

CASES = Path(__file__).parent / "cases" / "quotations"


class Case(NamedTuple):
    title: str
    text: str
    quotations: list[tuple[str, str]]
    aside: list[str]


def read_cases(path: Path) -> list[Case]:
    """Read the cases of one file: title, text, and what is expected."""
    cases = []
    for block in path.read_text("utf-8").split("\n## ")[1:]:
        title, _, rest = block.partition("\n")
        lines = rest.rstrip().split("\n")
        text = [line for line in lines if not line.startswith(("= ", "- "))]
        expected = [line[2:].rpartition(" -> ") for line in lines if line.startswith("= ")]
        aside = [line[2:] for line in lines if line.startswith("- ")]
        cases.append(Case(title, "\n".join(text).strip(), [(q, name) for q, _, name in expected], aside))
    return cases


def all_cases() -> list[object]:
    """Give every case of every file, named after file and title."""
    return [
        pytest.param(case, id=f"{path.stem}: {case.title}")
        for path in sorted(CASES.glob("*.md"))
        if path.name != "README.md"
        for case in read_cases(path)
    ]


def printed(reading: Reading, quotation: Quotation) -> tuple[str, str]:
    """Write a quotation as the cases do."""
    parts = [reading.text[s.start : s.end] for s in quotation.parts]
    return " + ".join(parts), quotation.attribution.name or "?"


@pytest.mark.parametrize("case", all_cases())
def test_case(case: Case) -> None:
    reading = read_article(case.text)
    found = [printed(reading, q) for q in reading.quotations if q.kind is not Kind.INDIRECT]
    assert found == case.quotations
    assert [case.text[s.span.start : s.span.end] for s in reading.set_aside] == case.aside


def test_she_is_no_surer_than_the_role_in_front_that_may_be_hers() -> None:
    (told,) = read_article("Helen Marsh lost. Then the shy novelist spoke. “We sail,” she said.").quotations
    assert told.attribution.name == "Helen Marsh"
    assert told.attribution.certainty <= UNCLEAR_CERTAINTY


PIECES = [
    *"“”\"'‘’«»„`.,:;!?…()[]—-\n\t\u00a0",
    "''",
    " ",
    "\n\n",
    "\r\n",
    " he ",
    "said",
    " Mr. Smith ",
    "Jane Doe",
    "’s ",
    "According to ",
    "the officer",
    " who ",
    "5'9\"",
    "’90s",
    "Ünï",
    "\u0301",
    "\ud800",
    "\u200b",
    "😀",
    "said: ",
    "Will ",
]


def spans_of(reading: Reading) -> list[Span]:
    """List every place that a reading gives."""
    given_by = [span for q in reading.quotations for span in (*q.stretches, *q.contents)]
    attributed = [s for q in reading.quotations for s in (q.attribution.speaker, q.attribution.cue) if s]
    return given_by + attributed + [s.span for s in reading.set_aside]


@settings(deadline=None)
@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=80).map("".join)))
def test_any_text_is_read_and_every_place_slices_it(text: str) -> None:
    reading = read_article(text)
    assert all(0 <= s.start < s.end <= len(text) for s in spans_of(reading))
    firsts = [q.contents[0].start for q in reading.quotations]
    assert firsts == sorted(firsts)
    names = {person.name for person in reading.people}
    assert {q.attribution.name for q in reading.quotations} - {""} <= names


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_stretches_come_in_order_and_do_not_overlap(text: str) -> None:
    reading = read_article(text)
    spans = sorted([s for q in reading.quotations for s in q.stretches] + [s.span for s in reading.set_aside])
    assert all(a.end <= b.start for a, b in pairwise(spans))


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_the_same_text_reads_the_same_twice(text: str) -> None:
    assert read_article(text) == read_article(text)


def calls_to_read(text: str) -> int:
    """Count the calls made while a text is read."""
    count = 0

    def note(*_: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(note)
    try:
        read_article(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "unit", ["“a ", "he said “no.” ", "Jane Doe said “no”\n", "the officer, Ann, said “x” and he "]
)
def test_twice_the_text_takes_about_twice_the_calls(unit: str) -> None:
    short, long = unit * 200, unit * 400
    read_article(short)
    assert calls_to_read(long) < 2.5 * calls_to_read(short)


@pytest.mark.parametrize(
    "unit",
    [
        "“a ",
        "‘a ",
        '"x ',
        "' ",
        "''",
        "“\n",
        "“He said.” ",
        "Jane Doe said “no” ",
        "he said “no.” ",
        "0a",
        "de ",
        "N N (NN) ",
        "the officer said “x” and he ",
        "x's ",
        "“x,” he said, ",
        "The letter said “no” and the email said “yes, never”. ",
        "The statement said it said “no, never ever” in a statement. ",
        "The report said so. It said “no never”, it said. ",
    ],
)
def test_long_hostile_texts_are_read(unit: str) -> None:
    read_article(unit * (60_000 // len(unit)))
