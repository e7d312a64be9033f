"""A few words of every day in marks: possible matches of the quotations that print them."""

import pytest

from articles.engine.statements.statements import SOLE, collate, member_statuses
from tests.engine.stories import shared, witnesses

LONG = "“We have paused dosing as a precaution.” [Ann Lee]"


def statuses(*texts: str) -> set[str]:
    return {status for statement in member_statuses(collate(witnesses(*texts))) for status in statement}


@pytest.mark.parametrize("speaker", [" [Ann Lee]", ""])
def test_words_inside_a_longer_quotation_are_possibly_the_same(speaker: str) -> None:
    texts = (f"“a precaution”{speaker}", LONG)
    assert statuses(*texts) == {"possible"}
    assert statuses(*reversed(texts)) == {"possible"}
    found = witnesses(*texts)
    assert shared(found, collate(found)) == [["a precaution", "We have paused dosing as a precaution."]]


def test_they_go_with_the_statement_of_their_own_article() -> None:
    found = witnesses(f"“a precaution”\n{LONG}", f"Rain fell.\n{LONG}")
    assert [len(statement.members) for statement in collate(found).statements] == [3]


@pytest.mark.parametrize(
    "short", ["“a precaution” [Bo Kay]", "“as a”", "“a precaution of fools”", "“paused as a”"]
)
def test_they_stay_alone(short: str) -> None:
    """What somebody else says, words of function, and what is not printed in a row."""
    assert statuses(short, LONG) == {SOLE}
