"""The names of those whom an article reports in its own words."""

import pytest

from articles.engine import read_article
from articles.engine.quotations.quotations import Kind

NAMES = [
    ("An April report said the bridge was unsafe.", "an April report"),
    ("The State Department said it would close two embassies.", "State Department"),
    ("Some protest leaders said they would ignore the rules.", "some protest leaders"),
    ("One in four voters said the tax was unfair.", "one in four voters"),
    ("The venture capitalist Ann Lowe said the tax was unfair.", "Ann Lowe"),
    ("A March poll by Ann Lowe found that voters disliked the tax.", "a March poll by Ann Lowe"),
    ("Some said the tax was unfair.", "some"),
    ("Oscar Bell came late. Few knew of his decision not to run again.", "Oscar Bell"),
    ("Oscar Bell met Evan Marsh. His decision not to run again was known to few.", "his decision"),
    ("Mr. Bell’s friends said the plan was too costly.", "Mr. Bell’s friends"),
    ("Friends of Mr. Bell said the plan was too costly.", "Friends of Mr. Bell"),
    ("Relief agencies said the plan was too costly.", "Relief agencies"),
    ("Eastholm steward Ann Lowe said the plan was too costly.", "Ann Lowe"),
    ("Society of Sailors President Ann Lowe said the plan was too costly.", "Ann Lowe"),
    ("Everyone agreed the plan was too costly, the minister said.", "the minister"),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_a_source_is_called_by_all_of_its_words(text: str, name: str) -> None:
    (told,) = (one for one in read_article(text).quotations if one.kind is Kind.INDIRECT)
    assert told.attribution.name == name


def test_an_indefinite_pronoun_is_nobody_who_is_known_by_name() -> None:
    people = read_article("Nobody said the tax was fair. Everyone said the tax would stay.").people
    assert [(person.name, person.stated) for person in people] == [("Everyone", False), ("Nobody", False)]
