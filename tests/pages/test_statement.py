"""One statement by itself: its versions, another base, refusals, queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Statement
from tests.pages.rows import make_story
from tests.pages.tree import get

pytestmark = pytest.mark.django_db

MOST_QUERIES = 10


@pytest.fixture
def statement(db) -> Statement:
    return Statement.objects.filter(story=make_story(articles=4, statements=12)).earliest("position")


def address(statement: Statement) -> str:
    return f"/statements/{statement.pk}/"


def test_it_is_the_card_of_the_story_page(client, statement):
    page = get(client, address(statement))
    card = page.one("article", "statement")
    on_story = get(client, statement.story.get_absolute_url()).one("article", id=f"s{statement.pk}")
    assert card.words == on_story.words
    assert on_story.all("a", href=address(statement))
    back = page.one("header", "head").all("a")[0]["href"]
    assert get(client, back).all(id=f"s{statement.pk}")
    assert page.one("header", "head").all("a", href="/speakers/speaker-0/")


def test_the_reader_can_compare_with_another_article(client, statement):
    page = get(client, address(statement))
    chosen = page.one("select", id="base").all("option")[-1]["value"]
    other = get(client, f"{address(statement)}?base={chosen}")
    assert other.one("select", id="base").one("option", value=chosen).attributes.get("selected") is not None
    assert "compared with" in other.one(css="base-version").words


@pytest.mark.parametrize("query", ["?base=x", "?base=99999999999999999999", "?base=1&base=%00"])
def test_an_unknown_base_is_the_fullest_version(client, statement, query):
    assert "fullest version" in get(client, address(statement) + query).one(css="base-version").words


def test_refusals(client, admin_client, statement):
    assert client.get("/statements/999999/").status_code == 404
    assert client.get("/statements/99999999999999999999999/").status_code == 404
    Article.objects.update(publication=Article.Publication.DRAFT)
    assert client.get(address(statement)).status_code == 404
    assert admin_client.get(address(statement)).status_code == 200


def test_a_statement_that_only_drafts_quote_is_not_there_for_readers(client, statement):
    Article.objects.filter(quotations__versions__statement=statement).update(
        publication=Article.Publication.DRAFT
    )
    assert client.get(address(statement)).status_code == 404


def test_queries_are_few_and_do_not_grow(client):
    counts = []
    for size in (1, 20):
        story = make_story(articles=3, statements=size, title=f"Bridges {size}", shared=True)
        with CaptureQueriesContext(connection) as queries:
            get(client, address(story.statements.earliest("position")))
        counts.append(len(queries))
    assert counts[0] == counts[1] <= MOST_QUERIES
