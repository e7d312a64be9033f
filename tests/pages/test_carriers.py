"""Who quotes whom: an outlet counts for those alone whom it names itself, in every count and filter."""

import re

import pytest

from articles.analysis import analyse_story
from articles.pages.carriers import Carrier, Part, list_carriers
from articles.pages.query import NOT_STATED
from tests.pages.tree import get

pytestmark = pytest.mark.django_db

WORDS = "Nobody in this city should lose a job because of a crack in a girder"
TEXTS = {
    "The Gull": f"Bridge shut\n\nThe bridge is shut. “{WORDS},” said Maria Holt, the mayor.",
    "The Heron": f"Row over bridge\n\nA row began at noon. “{WORDS},” said Senator Harold Finch.",
    "The Tern": f"Cracks\n\nInspectors found cracks on Monday. “{WORDS},” said Maria Holt.",
}
FINCH = "?speaker=harold-finch"


@pytest.fixture
def story(bring_in):
    articles = [bring_in(text, story="Bridge", outlet=outlet) for outlet, text in TEXTS.items()]
    assert analyse_story(articles[0].story)
    return articles[0].story


def numbers_of(row) -> list[int]:
    """Read the numbers of a row of the table, 0 where there is none."""
    found = (re.match(r"\d+", cell.words) for cell in row.all("td"))
    return [int(number.group()) if number else 0 for number in found]


def options(page, name: str) -> list[str]:
    return [option.words for option in page.one(id=f"choose-{name}").all("option")[1:]]


def test_the_table_counts_whom_each_outlet_names(client, story):
    table = get(client, story.get_absolute_url()).all("table")[1]
    rows = {row.one("th").words: numbers_of(row) for row in table.one("tbody").all("tr")}
    assert rows == {"Maria Holt": [1, 1, 0, 1], "Harold Finch": [1, 0, 1, 0]}
    assert numbers_of(table.one("tfoot").one("tr")) == [1, 1, 1, 1]


def test_speaker_and_outlet_are_asked_for_together(client, story):
    address = story.get_absolute_url()
    assert get(client, f"{address}{FINCH}&outlet=the-heron").all("article", "statement")
    page = get(client, f"{address}{FINCH}&outlet=the-gull")
    assert not page.all("article", "statement")
    # Either of the two may be dropped.
    assert options(page, "speaker") == ["Harold Finch (0)", "Maria Holt (1)"]
    assert options(page, "outlet") == ["The Gull (0)", "The Heron (1)", "The Tern (0)"]


def test_an_article_offers_those_whom_it_names(client, story):
    article = story.articles.get(outlet__name="The Gull")
    page = get(client, f"/articles/{article.pk}/")
    assert options(page, "speaker") == ["Maria Holt (1)"]
    assert options(page, "outlet") == ["The Gull (1)", "The Heron (1)", "The Tern (1)"]


def test_side_by_side_counts_the_same_way(client, story):
    left, right = (story.articles.get(outlet__name=name).pk for name in ("The Gull", "The Heron"))
    address = f"{story.get_absolute_url()}side-by-side/?left={left}&right={right}"
    page = get(client, f"{address}&speaker=harold-finch&outlet=the-gull")
    assert options(page, "outlet") == ["The Gull (0)", "The Heron (1)"]


def test_an_outlet_states_nobody_only_where_no_version_of_its_own_does():
    versions = [("gull", ""), ("gull", "holt"), ("heron", ""), ("tern", "holt"), ("tern", "finch")]
    parts = {"gull": Part("verbatim"), "heron": Part("sole"), "tern": Part("possible")}
    assert list_carriers(versions, parts) == (
        Carrier("gull", "holt", "verbatim"),
        Carrier("heron", NOT_STATED, "sole"),
        Carrier("tern", "holt", "possible"),
        Carrier("tern", "finch", "possible"),
    )
