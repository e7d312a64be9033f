"""Translated quotations case by case; found is, a line each: words | evidence."""

import re
from pathlib import Path
from time import process_time

import pytest

from articles.engine.alignment.in_articles import compare_in_articles
from articles.engine.alignment.witnesses import Witness
from articles.engine.differences.differences import Status
from articles.engine.quotations.quotations import Attribution, Kind, Place, Quotation
from articles.engine.reading.reading import read_article
from articles.engine.reading.translations import mark_translated
from articles.engine.statements.statements import collate, member_statuses
from articles.engine.text.classes import classify_words
from articles.engine.text.spans import Span
from articles.engine.text.words import split_words
from tests.engine.case_files import Case, read_cases

CASES = Path(__file__).parent / "cases" / "translated"
TOLD = "“We will not raise the harbour fees this year,” the mayor told reporters in Spanish."
PLAIN = "“We shall not lift the harbour fees this year,” the mayor told reporters on Monday."


def found(text: str, language: str = "English") -> list[str]:
    lines = []
    for quotation in read_article(text, language=language).quotations:
        if quotation.kind is not Kind.INDIRECT:
            told = quotation.translation
            words = text[quotation.parts[0].start : quotation.parts[-1].end]
            lines.append(f"{words} | {text[slice(*told.evidence)] if told and told.evidence else '-'}")
    return lines


ALL = read_cases(CASES)


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_case(case: Case) -> None:
    assert found(case.text) == case.expected


def test_there_are_many_cases() -> None:
    told = [case for case in ALL if case.name.startswith("told")]
    assert len(told) >= 12
    assert len(ALL) - len(told) >= 8


def test_the_language_of_the_article_is_no_other_one() -> None:
    text = "“We will not raise the fees this year,” she told reporters in Spanish."
    assert found(text, "Spanish") == ["“We will not raise the fees this year,” | -"]


def links(*texts: str, languages: tuple[str, str] = ("English", "English")) -> list[tuple[Status, bool]]:
    both = [
        Witness(str(n), "", read_article(text, language=language))
        for n, (text, language) in enumerate(zip(texts, languages, strict=True))
    ]
    return [(link.status, link.translated) for link in collate(both).links]


def test_other_words_of_a_translation_are_no_rewording() -> None:
    assert links(PLAIN.replace("shall", "should"), PLAIN) == [(Status.REWRITTEN, False)]
    assert links(TOLD, PLAIN) == links(PLAIN, TOLD) == [(Status.POSSIBLE, True)]
    assert links(TOLD, TOLD.replace("raise", "increase")) == [(Status.POSSIBLE, True)]


def test_the_same_words_are_word_for_word_though_translated() -> None:
    assert links(TOLD, TOLD.replace("on Monday", "today")) == [(Status.VERBATIM, False)]


def test_two_languages_are_a_translation() -> None:
    assert links(PLAIN.replace("shall", "should"), PLAIN, languages=("English", "German")) == [
        (Status.POSSIBLE, True)
    ]


def test_a_statement_of_a_translation_is_possible() -> None:
    both = [Witness(str(n), "", read_article(text)) for n, text in enumerate((TOLD, PLAIN))]
    collation = collate(both)
    assert member_statuses(collation) == (("possible", "possible"),)


def test_two_quotations_in_their_articles_are_compared_alike() -> None:
    spans = [(Span(0, text.index("”") + 1),) for text in (TOLD, PLAIN)]
    compared = compare_in_articles(TOLD, spans[0], PLAIN, spans[1])
    assert (compared.status, compared.translated) == (Status.POSSIBLE, True)
    assert compared.differences
    same = compare_in_articles(TOLD, spans[0], TOLD, spans[0])
    assert (same.status, same.translated) == (Status.VERBATIM, False)


def test_what_is_given_as_evidence_is_a_slice_outside_the_quotations() -> None:
    for case in ALL:
        reading = read_article(case.text)
        for quotation in reading.quotations:
            told = quotation.translation
            if told and told.evidence:
                assert 0 <= told.evidence.start < told.evidence.end <= len(case.text)
                assert not any(told.evidence.meets(part) for part in quotation.parts)


@pytest.mark.parametrize(
    "unit",
    [
        "“We are here for the boats,” he said in French. ",
        "“We are here for the boats,” he said in French, and ",
        "“We are here for the boats,” he said. He spoke in French. ",
        "in French ",
        "Quotes were translated from French.\n",
        "said through an interpreter translated by ",
    ],
)
def test_the_cost_grows_with_the_text(unit: str) -> None:
    def cost(size: int) -> float:
        text = unit * (size // len(unit))
        best = float("inf")
        for _ in range(2):
            words = split_words(text)
            classes = classify_words(words)
            quotations = [
                Quotation(Kind.DIRECT, Place.BODY, (span,), (span,), Attribution(None, None, "", "", 1.0))
                for span in (Span(m.start(), m.end()) for m in re.finditer("“[^”]*”", text))
            ]
            start = process_time()
            mark_translated(words, classes, quotations, (), "English")
            best = min(best, process_time() - start)
        return best

    assert cost(160_000) < 20 * max(cost(20_000), 0.002)
