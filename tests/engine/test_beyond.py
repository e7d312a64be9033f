"""What a quotation prints beyond a matched passage is said only where it belongs to the same statement."""

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
