"""Two versions of one article: what of its quotations changed, came and went."""

import pytest

from articles.engine.differences.differences import DifferenceKind, Status
from articles.engine.statements.revisions import Revised, compare_editions
from tests.engine.stories import printed, witnesses

FEES = "“We will not raise the harbour fees this year for anyone.” [Jane Smith]"
RAISED = "“We will raise the harbour fees this year for anyone.” [Jane Smith]"
WAIT = "“It was a long wait and two good boats were lost.” [Tom Hale]"


def changes(earlier: str, later: str) -> list[tuple[str, ...]]:
    both = witnesses(earlier, later)
    return [told(both, revised) for revised in compare_editions(*both).revised]


def told(both, revised: Revised) -> tuple[str, ...]:
    a = printed(both, revised.a) if revised.a else ""
    b = printed(both, revised.b) if revised.b else ""
    return a, b, *(d.kind.value for d in revised.differences)


def test_a_dropped_negation_is_told():
    (change,) = changes(f"{FEES} {WAIT}", f"{RAISED} {WAIT}")
    assert change[2:] == (DifferenceKind.NEGATION,)
    assert change[0].startswith("We will not raise")
    assert change[1].startswith("We will raise")


def test_a_change_has_the_status_of_its_match():
    both = witnesses(FEES, RAISED)
    assert {revised.status for revised in compare_editions(*both).revised} == {Status.REWRITTEN}


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (f"{FEES} {WAIT}", f"{WAIT} Some words between. {FEES}"),
        (FEES, FEES.replace("“", '"').replace("”", '"').replace('"', "“", 1).replace('"', "”")),
        ("“No.” [Jane Smith]", "A new opening. “No.” [Jane Smith]"),
        ("“Yes, yes!” [Jane Smith]", "“Yes, yes.” [Jane Smith]"),
        (
            "“We will not raise fees. The harbour belongs to all on the water.” [Jane Smith]",
            "“We will not raise fees.” [Jane Smith] “The harbour belongs to all on the water.” [Jane Smith]",
        ),
        ("", "No quotation here either."),
    ],
    ids=["moved", "other marks", "a short one", "punctuation", "divided", "none"],
)
def test_the_same_words_are_no_revision(earlier, later):
    assert changes(earlier, later) == []
    assert changes(later, earlier) == []


def test_what_came_and_what_went_is_told_once():
    assert changes(f"{FEES} {WAIT} Later again: {WAIT}", FEES) == [
        ("It was a long wait and two good boats were lost.", "")
    ]
    assert changes(FEES, f"{FEES} {WAIT}") == [("", "It was a long wait and two good boats were lost.")]


def test_words_that_lose_their_marks_are_no_longer_quoted():
    reported = "~the wait was long and two good boats were lost~ [Tom Hale]"
    assert changes(f"{FEES} {WAIT}", f"{FEES} {reported}") == [
        ("It was a long wait and two good boats were lost.", "")
    ]


def test_another_speaker_is_told():
    (change,) = changes(FEES, FEES.replace("Jane Smith", "Tom Hale"))
    assert change[2:] == (DifferenceKind.SPEAKER,)


def test_a_part_in_the_headline_tells_nothing_of_the_sentence_below():
    assert changes(f"“raise the harbour fees” {FEES}", f"“raise the harbour fees” Words. {FEES}") == []


def test_what_goes_on_is_paired():
    both = witnesses(f"{FEES} {WAIT} “No.” [A B]", f"{WAIT} “No.” [A B] {RAISED}")
    pairs = {(printed(both, a)[:9], printed(both, b)[:9]) for a, b in compare_editions(*both).kept}
    assert pairs == {("We will n", "We will r"), ("It was a ", "It was a "), ("No.", "No.")}


def test_every_place_slices_its_own_version():
    both = witnesses(f"{FEES} {WAIT}", f"An opening. {RAISED}")
    for revised in compare_editions(*both).revised:
        for n, place in enumerate((revised.a, revised.b)):
            assert place is None or place.witness == n
