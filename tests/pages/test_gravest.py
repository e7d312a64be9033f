"""The gravest difference is taken from sure matches; where only possible ones differ it says so."""

import pytest

from articles.models import Difference, Match
from tests.pages.rows import make_story
from tests.pages.tree import get

pytestmark = pytest.mark.django_db

ADDRESSES = ("/", "/stories/bridges/", "/stories/bridges/side-by-side/")


def make_doubtful(difference: Difference, *, translated: bool = False) -> None:
    """Have a match that is only possible differ in a negation, than which little is graver."""
    Difference.objects.filter(pk=difference.pk).update(kind="negation")
    Match.objects.filter(pk=difference.match_id).update(status="possible", translated=translated)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_sure_difference_is_told_before_a_graver_doubtful_one(client, address):
    make_story(statements=3, shared=True)
    make_doubtful(Difference.objects.order_by("pk")[0])
    gravest = get(client, address).one(css="gravest")
    assert "certainty" in gravest["class"]
    assert "possible" not in gravest["class"]
    assert gravest.one("span", "label").words == "Gravest difference"


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("translated", [False, True])
def test_where_only_possible_matches_differ_it_says_so(client, address, translated):
    make_story(statements=3, shared=True)
    for difference in Difference.objects.all():
        make_doubtful(difference, translated=translated)
    gravest = get(client, address).one(css="gravest")
    assert "negation" in gravest["class"]
    doubt = "possible match, translated" if translated else "possible match"
    assert gravest.one("span", "label").words == f"Gravest difference: {doubt}"


def test_stories_and_statements_with_a_sure_difference_stand_before_doubtful_ones(client):
    make_story(statements=3, title="Sure", shared=True)
    make_story(statements=3, title="Doubtful", shared=True)
    for difference in Difference.objects.filter(match__statement__story__title="Doubtful"):
        make_doubtful(difference)
    titles = [h2.words for h2 in get(client, "/?sort=gravest").all("h2")]
    assert titles.index("Sure") < titles.index("Doubtful")
    make_doubtful(Difference.objects.filter(match__statement__story__title="Sure").order_by("pk")[0])
    shown = get(client, "/stories/sure/").all("article", "statement")
    assert ["possible" in statement["class"] for statement in shown] == [False, False, True]


def test_a_possible_match_is_no_example_of_a_kind(client):
    make_story(statements=3, shared=True)
    make_doubtful(Difference.objects.order_by("pk")[0])
    assert "the negation" not in get(client, "/method/").words
