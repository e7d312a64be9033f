"""Reported speech: what is found, by whom, and that no text whatever upsets it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.engine.quotations.marks import pair_marks
from articles.engine.quotations.quotations import Kind
from articles.engine.reading.reading import read_article
from articles.engine.reports.reported import Reported, find_reported
from articles.engine.text.spans import Span
from articles.engine.text.words import split_words


def reports(text: str) -> tuple[Reported, ...]:
    stretches = [Span(s.start, s.end) for s in pair_marks(text)]
    return find_reported(split_words(text), stretches)


def test_content_source_and_cue_of_a_plain_report() -> None:
    text = "The mayor said the old bridge would be closed for a year."
    (report,) = reports(text)
    assert [text[slice(*part)] for part in report.contents] == ["the old bridge would be closed for a year"]
    assert report.source is not None
    assert text[slice(*report.source)] == "The mayor"
    assert text[slice(*report.cue)] == "said"
    assert report.kind is Kind.INDIRECT


PIECES = st.sampled_from(
    [
        "said",
        " ",
        "that",
        ", ",
        "“",
        "”",
        '"',
        "''",
        "\n",
        ". ",
        "Smith",
        "according to",
        "\u00a0",
        "…",
        "he",
        "’s",
        "(",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES).map("".join), st.lists(PIECES).map(" ".join)))
def test_every_place_slices_the_text(text: str) -> None:
    for report in reports(text):
        for start, end in (*report.contents, report.cue, *([report.source] if report.source else [])):
            assert 0 <= start < end <= len(text)
        assert 0 <= report.certainty <= 1


@pytest.mark.parametrize("unit", ["said that he ", "“he said ” ", "he said, ", "“", "said", "a ", "\n"])
def test_long_hostile_texts_are_read(unit: str) -> None:
    reports(unit * 20_000)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "According to Marta Quill of the Rivers Trust, the delta will die unless it gets water.",
            "Marta Quill of the Rivers Trust",
            "the delta will die unless it gets water",
        ),
        (
            "According to Marta Quill, who leads the trust, the delta will die unless it gets water.",
            "Marta Quill, who leads the trust",
            "the delta will die unless it gets water",
        ),
    ],
)
def test_who_stands_behind_according_to_is_the_source(text: str, source: str, content: str) -> None:
    (quotation,) = read_article(text).quotations
    assert quotation.attribution.name == "Marta Quill"
    assert quotation.attribution.speaker is not None
    assert source.startswith(text[slice(*quotation.attribution.speaker)])
    assert [text[slice(*part)] for part in quotation.contents] == [content]


def test_a_body_behind_of_is_part_of_whose_it_is() -> None:
    text = "Dr. Luis Carranza of the WHO said pauses were a sign that the system worked."
    assert [q.attribution.name for q in read_article(text).quotations] == ["Luis Carranza"]
