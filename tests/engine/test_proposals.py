"""Proposals from outside: possible matches, never surer, that take nothing from what the words tell."""

from itertools import permutations

import pytest

from articles.engine import Collation, Proposal, Status, collate
from tests.engine.stories import content, printed, shared, witnesses

BOAT = "“The old boat is a danger to all who sail.” [Ann Lee]"
VESSEL = "“That ageing vessel means peril for everybody.” [Ann Lee]"
WORDS_OF_BOAT, WORDS_OF_VESSEL = BOAT[1:-11], VESSEL[1:-11]
PROPOSAL = Proposal(WORDS_OF_VESSEL, WORDS_OF_BOAT, 0.8, 0.25)


def proposed(found: Collation) -> list[tuple[str, float | None, float | None]]:
    return [
        (link.status.value, link.evidence.similarity, link.evidence.usual)
        for link in found.links
        if link.evidence.similarity is not None
    ]


def test_without_a_proposal_the_words_tell_nothing():
    assert collate(witnesses(BOAT, VESSEL)).links == ()


def test_a_proposal_is_a_possible_match_with_its_evidence():
    found = witnesses(BOAT, VESSEL)
    collation = collate(found, [PROPOSAL])
    assert proposed(collation) == [("possible", 0.8, 0.25)]
    (link,) = collation.links
    assert (printed(found, link.a), printed(found, link.b)) == (WORDS_OF_BOAT, WORDS_OF_VESSEL)
    assert link.evidence.same_speaker is True
    assert shared(found, collation) == [[WORDS_OF_BOAT, WORDS_OF_VESSEL]]


def test_a_changed_number_does_not_stand_in_its_way_and_is_told():
    texts = "“Twelve boats were lost to the sea.” [Ann Lee]", "“The waves took nine vessels away.” [Ann Lee]"
    proposal = Proposal("Twelve boats were lost to the sea.", "The waves took nine vessels away.", 0.8, 0.2)
    (link,) = collate(witnesses(*texts), [proposal]).links
    assert link.status is Status.POSSIBLE
    assert link.differences


def test_it_is_found_wherever_the_words_stand_and_nowhere_else():
    moved = f"He spoke for long. {VESSEL}"
    assert len(proposed(collate(witnesses(BOAT, moved, VESSEL), [PROPOSAL]))) == 2
    gone = VESSEL.replace("everybody", "everyone")
    assert proposed(collate(witnesses(BOAT, gone), [PROPOSAL])) == []


@pytest.mark.parametrize(
    "other",
    [
        VESSEL.replace("Ann Lee", "Tom Hale"),
        "~That ageing vessel means peril for everybody.~ [Ann Lee]",
    ],
)
def test_not_of_two_people_nor_of_reported_speech(other: str):
    assert proposed(collate(witnesses(BOAT, other), [PROPOSAL])) == []


def test_two_sentences_of_one_article_are_never_joined():
    assert proposed(collate(witnesses(f"{BOAT} {VESSEL}", "Nobody spoke."), [PROPOSAL])) == []


def test_what_the_words_tell_stays_as_it_was():
    texts = (f"{BOAT} “We will sell it in the spring, come what may.” [Ann Lee]", BOAT, VESSEL)
    found = witnesses(*texts)
    without, with_it = collate(found), collate(found, [PROPOSAL])
    kept = [link for link in with_it.links if link.evidence.similarity is None]
    assert kept == list(without.links)
    assert [link.status for link in kept] == [Status.VERBATIM]
    assert len(proposed(with_it)) == 2
    assert shared(found, with_it) == [[WORDS_OF_BOAT, WORDS_OF_BOAT, WORDS_OF_VESSEL]]


def test_a_proposal_of_what_is_matched_already_adds_nothing():
    same = Proposal(WORDS_OF_BOAT, WORDS_OF_BOAT, 1.0, 0.2)
    (link,) = collate(witnesses(BOAT, BOAT), [same]).links
    assert link.status is Status.VERBATIM
    assert link.evidence.similarity is None


def test_it_never_joins_two_statements():
    texts = (BOAT, BOAT, VESSEL, VESSEL)
    found = witnesses(*texts)
    collation = collate(found, [PROPOSAL])
    assert proposed(collation) == []
    assert len(shared(found, collation)) == 2


def test_no_order_changes_anything():
    texts = (BOAT, VESSEL, "“All of them sail on a dangerous old tub.” [Ann Lee]")
    other = Proposal(WORDS_OF_BOAT, "All of them sail on a dangerous old tub.", 0.7, 0.25)
    told = []
    for order in permutations(texts):
        found = witnesses(*order)
        for proposals in ([PROPOSAL, other], [other, PROPOSAL]):
            told.append(content(found, collate(found, proposals)))
    assert told[0][0]
    assert all(one == told[0] for one in told)
