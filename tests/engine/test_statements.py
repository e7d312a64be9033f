"""Statements: every sentence in exactly one, the same however the articles come."""

import pytest

from articles.engine.statements.statements import SOLE, collate, member_statuses
from tests.engine.stories import printed, shared, witnesses
from tests.engine.test_alignment import story

LONG = "“Nobody asked us. The old harbour was sold behind closed doors. I shall fight it in court.” [Ann Lee]"
MIDDLE = "“The old harbour was sold behind closed doors,” [Ann Lee]"


def test_a_long_quotation_is_divided_at_what_another_prints() -> None:
    found = witnesses(LONG, MIDDLE)
    collation = collate(found)
    assert [[printed(found, place) for place in s.members] for s in collation.statements] == [
        ["Nobody asked us."],
        ["The old harbour was sold behind closed doors.", "The old harbour was sold behind closed doors"],
        ["I shall fight it in court."],
    ]


def test_a_quotation_without_a_match_is_one_statement() -> None:
    found = witnesses(LONG, "“Apples are cheap.” [Bo Kay]")
    assert [len(statement.members) for statement in collate(found).statements] == [1, 1]


def test_a_deck_that_repeats_the_body_is_the_same_statement() -> None:
    found = witnesses(f"{MIDDLE}\n{LONG}")
    assert shared(found, collate(found)) == [
        ["The old harbour was sold behind closed doors", "The old harbour was sold behind closed doors."]
    ]


def test_the_fullest_prints_the_most() -> None:
    found = witnesses("“sold behind closed doors” [Ann Lee]", MIDDLE, MIDDLE.replace("old ", ""))
    (statement,) = collate(found).statements
    assert statement.members[statement.fullest].witness == 1


def test_a_fragment_does_not_join_what_it_may_be_taken_from() -> None:
    found = witnesses(
        "“lantern emergency” [Ann Lee]",
        "“We have a lantern emergency at the river.” [Ann Lee]",
        "“No doctor calls one cold winter the lantern emergency of his village.” [Ann Lee]",
    )
    groups = shared(found, collate(found))
    assert len(groups) == 1
    assert len(groups[0]) == 2


def test_two_words_that_nobody_else_prints_go_with_their_neighbour() -> None:
    found = witnesses("“Oh no. The old harbour was sold behind closed doors.” [Ann Lee]", MIDDLE)
    assert len(collate(found).statements) == 1


def test_status_of_each_member() -> None:
    found = witnesses(LONG, MIDDLE)
    collation = collate(found)
    assert member_statuses(collation) == ((SOLE,), ("verbatim", "verbatim"), (SOLE,))


def test_an_added_article_leaves_the_others_together() -> None:
    before = shared(found := witnesses(LONG, MIDDLE), collate(found))
    after = shared(found := witnesses(LONG, MIDDLE, "“Apples are cheap.” [Bo Kay]"), collate(found))
    assert before == after


@pytest.mark.parametrize("block", range(5))
def test_every_sentence_stands_in_exactly_one_statement(block: int) -> None:
    for number in range(block * 200, block * 200 + 200):
        found = witnesses(*story(number))
        collation = collate(found)
        places = [
            (place.witness, span)
            for statement in collation.statements
            for place in statement.members
            for span in place.spans
        ]
        assert len(places) == len(set(places))
        for one in places:
            assert not any(one[0] == other[0] and one != other and one[1].meets(other[1]) for other in places)
        for w, witness in enumerate(found):
            for sentences in witness.sentences:
                for span in (span for sentence in sentences for span in sentence.spans):
                    assert sum(w == place[0] and place[1].holds(span) for place in places) == 1


@pytest.mark.parametrize("number", range(200))
def test_links_stay_inside_a_statement_and_a_quotation(number: int) -> None:
    found = witnesses(*story(number))
    collation = collate(found)
    for link in collation.links:
        assert link.a.witness < link.b.witness
        for place in (link.a, link.b):
            parts = found[place.witness].reading.quotations[place.quotation].parts
            assert all(any(part.holds(span) for part in parts) for span in place.spans)
        assert any(
            all(
                any(
                    (member.witness, member.quotation) == (place.witness, place.quotation)
                    and any(one.meets(other) for one in member.spans for other in place.spans)
                    for member in statement.members
                )
                for place in (link.a, link.b)
            )
            for statement in collation.statements
        )
