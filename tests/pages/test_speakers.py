"""The pages of speakers: who is quoted, one of them by story, refusals, joined names, queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Quotation, Speaker
from tests.pages.rows import make_story
from tests.pages.tree import Element, get

pytestmark = pytest.mark.django_db

MOST_QUERIES = 10


def rows(page: Element) -> list[list[str]]:
    return [[cell.words for cell in row.children if isinstance(cell, Element)] for row in page.all("tr")[1:]]


def test_everybody_is_listed_with_counts_that_reconcile(client):
    make_story(articles=4, statements=20)
    listed = rows(get(client, "/speakers/"))
    assert {row[0] for row in listed} == {f"Speaker {n}" for n in range(4)}
    for name, times, outlets, stories in listed:
        quoted = Quotation.objects.filter(speaker__name=name)
        assert int(times) == quoted.count()
        assert int(outlets) == quoted.values("article__outlet").distinct().count()
        assert int(stories) == 1
    assert [int(row[1]) for row in listed] == sorted((int(row[1]) for row in listed), reverse=True)


def test_an_outlet_that_is_not_stated_is_not_counted_as_none(client):
    make_story(articles=1, statements=1)
    Article.objects.update(outlet=None)
    ((_, times, outlets, stories),) = rows(get(client, "/speakers/"))
    assert (times, outlets, stories) == ("1", "not stated", "1")


def test_a_name_is_searched_and_an_empty_result_leads_on(client):
    make_story(articles=4, statements=20)
    assert [row[0] for row in rows(get(client, "/speakers/?q=speaker+2"))] == ["Speaker 2"]
    page = get(client, "/speakers/?q=nobody%00<b>")
    assert page.one("p", "empty").one("a")["href"] == "/speakers/"
    assert "Nobody is quoted by name yet." not in page.text


def test_without_articles_this_is_said(client):
    assert "Nobody is quoted by name yet." in get(client, "/speakers/").text


def test_a_speaker_has_every_statement_with_its_status_and_exact_words(client):
    story = make_story(articles=4, statements=20)
    page = get(client, "/speakers/speaker-1/")
    assert page.one("h1").words == "Speaker 1"
    items = page.one("ol", "missing").all("li")
    quoted = Quotation.objects.filter(speaker__slug="speaker-1")
    assert len(items) == quoted.values("versions__statement").distinct().count()
    for item in items:
        said = item.one("span", "said")
        article = Article.objects.get(pk=int(said["data-article"]))
        assert said.text == article.text[int(said["data-start"]) : int(said["data-end"])]
        assert get(client, item.one("a")["href"]).all("article", "statement")
    assert (
        page.one("section", "step").one("h2").one("a")["href"]
        == f"{story.get_absolute_url()}?speaker=speaker-1"
    )


def test_the_address_of_a_joined_name_leads_to_the_person(client):
    make_story(articles=2, statements=4)
    kept = Speaker.objects.get(slug="speaker-1")
    Speaker.objects.create(name="Speakr 1", slug="speakr-1", key="speakr 1", same_as=kept)
    response = client.get("/speakers/speakr-1/")
    assert (response.status_code, response.headers["Location"]) == (302, "/speakers/speaker-1/")
    assert [row[0] for row in rows(get(client, "/speakers/"))].count("Speakr 1") == 0


def test_who_is_quoted_in_drafts_alone_is_for_editors(client, admin_client):
    make_story(articles=2, statements=4)
    Article.objects.update(publication=Article.Publication.DRAFT)
    assert not rows(get(client, "/speakers/"))
    assert client.get("/speakers/speaker-1/").status_code == 404
    assert rows(get(admin_client, "/speakers/"))
    assert admin_client.get("/speakers/speaker-1/").status_code == 200


@pytest.mark.parametrize("address", ["/speakers/nobody/", "/speakers/?page=x", "/speakers/speaker-1/?page=9"])
def test_no_address_breaks_the_pages(client, address):
    make_story(articles=2, statements=4)
    assert client.get(address).status_code == (404 if "nobody" in address else 200)


def test_long_lists_are_paged(client):
    make_story(articles=2, statements=60, speakers=60)
    first = get(client, "/speakers/")
    second = get(client, "/speakers/" + first.one("a", rel="next")["href"])
    names = [row[0] for page in (first, second) for row in rows(page)]
    assert len(names) == len(set(names)) == 60


@pytest.mark.parametrize("address", ["/speakers/", "/speakers/speaker-0/"])
def test_queries_are_few_and_do_not_grow(client, address):
    counts = []
    for size in (1, 20):
        for n in range(size):
            make_story(articles=3, statements=size, title=f"Bridges {size} {n}")
        with CaptureQueriesContext(connection) as queries:
            get(client, address)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= MOST_QUERIES


def test_every_page_leads_there(client):
    assert get(client, "/").one("footer", "foot").all("a", href="/speakers/")
