"""What a quotation prints beyond a matched passage is said only where it belongs to the same statement."""

import pytest

from articles.engine.alignment.witnesses import Witness
from articles.engine.differences.differences import Detail, DifferenceKind
from articles.engine.statements.statements import collate
from tests.engine.stories import witnesses

SOLD = "The old harbour was sold behind closed doors"
FIGHT = "I shall fight the sale in every court of the land"


def shorter(found: tuple[Witness, ...]) -> list[tuple[str, str, str]]:
    """Give what links tell as shorter: the words of either side, and the detail."""
    texts = [witness.reading.text for witness in found]
    return [
        (texts[link.a.witness][slice(*d.a)], texts[link.b.witness][slice(*d.b)], d.detail)
        for link in collate(found).links
        for d in link.differences
        if d.kind is DifferenceKind.SHORTER
    ]


def test_what_the_other_prints_in_a_quotation_of_its_own_is_told_apart() -> None:
    found = witnesses(f"“{SOLD}. {FIGHT}.” [Ann Lee]", f"“{SOLD}.” [Ann Lee]\n\n“{FIGHT}.” [Ann Lee]")
    told = shorter(found)
    assert len(told) == 2
    assert {detail for _, _, detail in told} == {Detail.APART}


def test_what_nobody_else_prints_is_a_statement_of_its_own() -> None:
    found = witnesses(f"“{SOLD}. {FIGHT}.” [Ann Lee]", f"“{SOLD}.” [Ann Lee]")
    assert [detail for _, _, detail in shorter(found)] == [Detail.APART]


def test_what_the_sentence_goes_on_with_is_kept_and_the_next_sentence_is_not() -> None:
    found = witnesses(
        f"“{SOLD} by 3 men. We do not forget. {FIGHT}.” [Ann Lee]",
        f"“{SOLD}.” [Ann Lee]\n\n“{FIGHT}.” [Ann Lee]",
    )
    told = [words for *words, detail in shorter(found) if detail != Detail.APART]
    assert told == [["by 3 men", ""]]


def test_what_is_held_is_said_of_the_words_that_are_kept() -> None:
    found = witnesses(
        f"“{SOLD} by 3 men. We do not forget it in this town.” [Ann Lee]", f"“{SOLD}.” [Ann Lee]"
    )
    assert shorter(found) == [("by 3 men", "", Detail.NUMBER)]


def test_two_words_that_go_with_their_neighbour_are_kept() -> None:
    found = witnesses(f"“Oh no. {SOLD}.” [Ann Lee]", f"“{SOLD}.” [Ann Lee]")
    assert shorter(found) == [("Oh no", "", Detail.NONE)]


JOIN = "On a normal day it is two hundred breakfasts"
CLOSE = "If this goes on until the summer, I close this diner for good"


def _kinds(found: tuple[Witness, ...]) -> set[tuple[str, str]]:
    return {(d.kind.value, d.detail) for link in collate(found).links for d in link.differences}


def test_words_of_another_quotation_joined_behind_dots_from_within_its_sentence_are_stitched() -> None:
    found = witnesses(
        f"“{JOIN} … I close this diner for good.” [Ann Lee]",
        f"“{JOIN}.” [Ann Lee]\n\nIt rained. “{CLOSE}.” [Ann Lee]",
        f"“{JOIN}.” [Ann Lee]",
    )
    told = _kinds(found[:2])
    assert ("stitched", Detail.JOINED) in told
    assert ("shorter", Detail.NONE) not in told
    statement = next(one for one in collate(found).statements if len(one.members) > 1)
    assert statement.members[statement.fullest].witness != 0


@pytest.mark.parametrize("dots", [" …", ". ..."])
def test_dots_between_what_only_a_cue_divides_are_honest(dots: str) -> None:
    found = witnesses(
        f"“{JOIN}{dots} I close this diner for good.” [Ann Lee]",
        f"“{JOIN},” [Ann Lee] she said. “{CLOSE}.” [Ann Lee]",
    )
    assert "stitched" not in {kind for kind, _ in _kinds(found)}


def test_dots_before_a_whole_sentence_of_another_quotation_are_honest() -> None:
    found = witnesses(
        f"“{JOIN} … We close soon.” [Ann Lee]",
        f"“{JOIN}.” [Ann Lee]\n\nIt rained. “We close soon.” [Ann Lee]",
    )
    assert "stitched" not in {kind for kind, _ in _kinds(found)}


def test_the_same_few_words_of_another_speaker_are_no_join() -> None:
    found = witnesses(
        f"“{JOIN} … I close this diner for good.” [Ann Lee]",
        f"“{JOIN}.” [Ann Lee]\n\nIt rained. “{CLOSE}.” [Bob Marsh]",
    )
    assert "stitched" not in {kind for kind, _ in _kinds(found)}
