"""Names of people: which are surely one person's, which surely not, and which cannot be told."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.engine.attribution.likeness import choose_fuller, propose_same, say_likeness
from articles.engine.attribution.person_names import compare_names

SAME = [
    ("Kim Min Seo", "Kim Min-seo"),
    ("Helen Marsh", "Helen Marsh"),
    ("Ms. Marsh", "Helen Marsh"),
    ("Marsh", "Helen Marsh"),
    ("Helen J. Marsh", "Helen Marsh"),
    ("Prime Minister Alan Whitfield", "Mr. Whitfield"),
    ("Bill Stone", "William Stone"),
    ("André Côté", "Andre Cote"),
    ("The Harbour Gazette", "Harbour Gazette"),
    ("U.N. Watchers", "UN Watchers"),
    ("Carl Boyd Jr.", "Carl Boyd"),
    ("Sean O'Dell", "Sean O’Dell"),
    ("Helen Marsh’s", "Helen Marsh"),
]
DIFFERENT = [
    ("Helen Marsh", "Oscar Bell"),
    ("Helen Marsh", "Oscar Marsh"),
    ("Marsh", "Bell"),
    ("Helen Marsh", "Bell"),
    ("Harbour Gazette", "Helen Marsh"),
]
UNTOLD = [
    ("Tarland Governor", "Rosa Quint"),
    ("Karl Weber", "Carl Weber"),
    ("Helen Karsten", "Helen Carsten"),
    ("Hillel Weber", "Hiller Weber"),
    ("H. Marsh", "Helen Marsh"),
    ("Helen", "Helen Marsh"),
    ("the officer", "Helen Marsh"),
    ("the officer", "the officer"),
    ("he", "Helen Marsh"),
    ("", "Helen Marsh"),
    ("Mrs. Weber", "Karl Weber"),
    ("George W. Stone", "George H. Stone"),
    ("Helen Marsh", "Helen Marsch"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_surely_one_person(a: str, b: str) -> None:
    assert compare_names(a, b) is True


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_surely_two_persons(a: str, b: str) -> None:
    assert compare_names(a, b) is False


@pytest.mark.parametrize(("a", "b"), UNTOLD)
def test_cannot_be_told(a: str, b: str) -> None:
    assert compare_names(a, b) is None


def test_spelling_variants_are_proposed_and_others_not() -> None:
    names = ["Hillel Weber", "Hiller Weber", "Karl Weber", "the officer", "Oscar Bell"]
    assert propose_same(names) == (("Hillel Weber", "Hiller Weber"),)


def test_names_are_proposed_to_those_that_were_there_before() -> None:
    before = ["Hillel Weber", "Karl Weber", "Karl Webber"]
    assert propose_same(["Hiller Weber"], before) == (("Hillel Weber", "Hiller Weber"),)


def test_no_pair_is_missed_by_looking_only_where_names_begin_alike() -> None:
    names = sorted({name for pair in (*UNTOLD, *SAME, *DIFFERENT) for name in pair})
    every = {pair for a in names for pair in propose_same([a], names)}
    assert set(propose_same(names)) == every


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        ("Hillel Weber", "Hiller Weber", "one family name, and first names that may be spellings of one"),
        ("Helen Marsh", "Helen Marsch", "one first name, and family names that may be spellings of one"),
        ("J. Weber", "Jane Weber", "one family name, and an initial of the first name"),
        (
            "Ann Jane Weber",
            "Jane Weber",
            "one family name, and a middle name of one is the first of the other",
        ),
        ("Marsh", "Marsch", "family names that may be spellings of one"),
        ("Mr. Weber", "Mrs. Weber", "one name, and titles of a man and of a woman"),
    ],
)
def test_why_two_names_are_alike_is_said(a: str, b: str, said: str) -> None:
    assert say_likeness(a, b) == say_likeness(b, a) == said


def test_the_fuller_name_is_chosen() -> None:
    assert choose_fuller("Jane Weber", "Jane B. Weber") == "Jane B. Weber"
    assert choose_fuller("Jane Weber", "J. Weber") == choose_fuller("J. Weber", "Jane Weber") == "Jane Weber"


NAMES = st.one_of(
    st.text(max_size=30), st.lists(st.sampled_from([*"ABab .-'’,(", "Mr. ", "Ann", "Bell"])).map("".join)
)


@settings(deadline=None)
@given(NAMES, NAMES)
def test_the_order_of_two_names_does_not_matter(a: str, b: str) -> None:
    assert compare_names(a, b) is compare_names(b, a)
