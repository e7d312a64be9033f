"""Names of people: which are surely one person's, which surely not, and which cannot be told."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.engine.attribution.speakers import compare_names, propose_same

SAME = [
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


NAMES = st.one_of(
    st.text(max_size=30), st.lists(st.sampled_from([*"ABab .-'’,(", "Mr. ", "Ann", "Bell"])).map("".join)
)


@settings(deadline=None)
@given(NAMES, NAMES)
def test_the_order_of_two_names_does_not_matter(a: str, b: str) -> None:
    assert compare_names(a, b) is compare_names(b, a)
