"""The front page: its entries, orders, pages, empty state; its queries do not grow."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Difference, Story
from tests.pages.rows import make_story
from tests.pages.tree import Element, get

pytestmark = pytest.mark.django_db

MOST_QUERIES = 6


def entries(page: Element) -> list[Element]:
    return page.all("article", "entry")


def titles(page: Element) -> list[str]:
    return [entry.one("h2").words for entry in entries(page)]


def test_an_entry_names_headline_outlets_and_findings(client):
    make_story(articles=3, statements=6, title="Bridges")
    (entry,) = entries(get(client, "/"))
    assert entry.one("h2").one("a")["href"] == "/stories/bridges/"
    assert [li.one("b").words for li in entry.one("ul", "outlets").all("li")] == [
        "Outlet 0",
        "Outlet 1",
        "Outlet 2",
    ]
    assert [said.text for said in entry.one(css="gravest").all(css="said")] == ["will", "may"]


def test_strip_and_sentence_are_those_of_the_story_page(client):
    make_story(articles=4, statements=20)
    home, story = get(client, "/"), get(client, "/stories/bridges/")
    for tag, css in (("ul", "shares"), ("p", "sentence")):
        assert entries(home)[0].one(tag, css).words == story.all(tag, css)[0].words


def test_a_missing_date_is_said_and_none_is_invented(client):
    make_story(articles=2)
    (entry,) = entries(get(client, "/"))
    assert "no date stated" in entry.all("p", "meta")[0].words
    Article.objects.filter(pk=Article.objects.first().pk).update(
        published_at=datetime(2024, 5, 4, 12, tzinfo=UTC)
    )
    assert "4 May 2024, 1 without a date" in entries(get(client, "/"))[0].all("p", "meta")[0].words


def test_a_missing_outlet_is_said(client):
    make_story(articles=2)
    Article.objects.update(outlet=None)
    assert "outlet not stated" in entries(get(client, "/"))[0].one("ul", "outlets").text


def test_the_gravest_difference_is_quoted_exactly(client):
    make_story(articles=2, statements=3, shared=True)
    Difference.objects.filter(pk=Difference.objects.last().pk).update(kind="negation")
    told = entries(get(client, "/"))[0].one(css="gravest")
    assert "negation" in told["class"]
    for said in told.all(css="said"):
        text = Article.objects.get(pk=said["data-article"]).text
        assert said.text == text[int(said["data-start"]) : int(said["data-end"])]


def test_small_differences_are_never_the_gravest(client):
    make_story(articles=2, statements=3, shared=True)
    Difference.objects.update(kind="punctuation")
    assert not entries(get(client, "/"))[0].all(css="gravest")


def test_stories_are_sorted_as_asked(client):
    make_story(articles=2, statements=3, title="Two", shared=True)
    make_story(articles=4, statements=3, title="Four", shared=True)
    make_story(articles=3, statements=3, title="Three", shared=True)
    make_story(articles=1, statements=1, title="One")
    grave = Difference.objects.filter(match__statement__story__title="Two").first()
    Difference.objects.filter(pk=grave.pk).update(kind="negation")
    assert titles(get(client, "/")) == ["One", "Three", "Four", "Two"]
    assert titles(get(client, "/?sort=articles")) == ["Four", "Three", "Two", "One"]
    assert titles(get(client, "/?sort=gravest"))[0] == "Two"
    assert titles(get(client, "/?sort=gravest"))[-1] == "One"


def test_an_unknown_order_is_the_newest_first(client):
    make_story(title="Old")
    make_story(title="New")
    page = get(client, "/?sort=loudest")
    assert titles(page) == ["New", "Old"]
    assert page.one("nav", "orders").one("a", aria_current="true").text == "Newest"


def test_pages_keep_the_order(client):
    for number in range(23):
        make_story(articles=2, statements=1, title=f"Story {number}")
    first = get(client, "/?sort=articles")
    address = first.one("a", rel="next")["href"]
    assert "sort=articles" in address
    second = get(client, "/" + address)
    assert len(entries(first)) == 20
    assert len(entries(second)) == 3
    assert not set(titles(first)) & set(titles(second))


@pytest.mark.parametrize("page", ["0", "99", "x", "-3", "9" * 30])
def test_no_page_number_breaks_the_page(client, page):
    make_story()
    assert entries(get(client, f"/?page={page}"))


def test_an_empty_site_tells_an_editor_what_to_do(client):
    empty = get(client, "/").one(css="empty")
    assert empty.all("a")[0]["href"] == "/admin/articles/article/add/"


def test_drafts_are_no_stories_to_a_reader_and_are_to_an_editor(client, admin_client):
    make_story(title="Hidden")
    Article.objects.update(publication=Article.Publication.DRAFT)
    assert not entries(get(client, "/"))
    assert titles(get(admin_client, "/")) == ["Hidden"]


def test_a_draft_counts_in_no_strip(client):
    make_story(articles=2, statements=2, shared=True)
    Article.objects.filter(pk=Article.objects.last().pk).update(publication=Article.Publication.DRAFT)
    (entry,) = entries(get(client, "/"))
    assert "One article so far, with 2 statements" in entry.one("p", "sentence").text
    assert not entry.all(css="gravest")


def test_both_variants_vary_on_the_same_headers(client):
    for headers in ({}, {"HX-Request": "true", "HX-Target": "anything"}):
        assert "HX-Target" in client.get("/", headers=headers).headers["Vary"]


@pytest.mark.parametrize("order", ["newest", "articles", "gravest"])
def test_queries_are_few_and_do_not_grow(client, order):
    counts = []
    for size in (1, 19):
        for number in range(size):
            make_story(articles=2, statements=2, title=f"{size} {number}", shared=True)
        with CaptureQueriesContext(connection) as queries:
            assert len(entries(get(client, f"/?sort={order}"))) == Story.objects.count()
        counts.append(len(queries))
    assert counts[0] == counts[1] <= MOST_QUERIES
