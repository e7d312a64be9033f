"""The page of the search: what it says, its filters, its pages, any query string, and its queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Outlet, Speaker
from articles.pages.search import HITS_A_PAGE
from tests.pages.rows import make_story
from tests.pages.search_page import ADDRESS, hits, said
from tests.pages.tree import get

pytestmark = pytest.mark.django_db

MOST_QUERIES = 6


def test_without_words_it_says_what_it_looks_for(client, bridges):
    page = get(client, ADDRESS)
    assert page.one("h1").words == "Search"
    assert "beginning of a word" in page.one("p", "empty").words
    assert not hits(page)


@pytest.mark.parametrize("name", ["status", "speaker", "outlet"])
def test_filters_narrow_it_down_with_counts_that_hold(client, bridges, name):
    page = get(client, f"{ADDRESS}?q=bridges")
    total = len(hits(get(client, f"{ADDRESS}?q=bridges")))
    values = {"status": "rewritten", "speaker": "speaker-1", "outlet": "outlet-2"}
    some = get(client, f"{ADDRESS}?q=bridges&{name}={values[name]}")
    assert 0 < len(hits(some)) < total
    drop = some.one("a", id=f"drop-{name}")
    assert len(hits(get(client, ADDRESS + drop["href"]))) == total
    if name == "status":
        chip = page.one("a", id="chip-rewritten")
        assert chip.all("span")[-1].words == str(len(hits(some)))
    else:
        option = page.one("select", id=f"choose-{name}").one("option", value=values[name])
        assert f"({len(hits(some))})" in option.words


def test_the_status_is_the_one_of_the_story_page(client, bridges):
    for status in ("rewritten", "sole"):
        for item in hits(get(client, f"{ADDRESS}?q=bridges&status={status}")):
            statement = next(a["href"] for a in item.all("a") if a.words == "every version")
            assert get(client, statement).one("article", "statement")["class"] == f"statement {status}"


def test_an_article_without_an_outlet_can_be_asked_for(client, bridges):
    article = Article.objects.first()
    Article.objects.filter(pk=article.pk).update(outlet=None)
    page = get(client, f"{ADDRESS}?q=bridges&outlet=article-{article.pk}")
    assert not page.all("p", "ignored")
    assert all("outlet not stated" in item.words for item in hits(page))


def test_the_name_that_an_editor_joined_still_narrows_down(client, bridges):
    kept = Speaker.objects.get(slug="speaker-1")
    Speaker.objects.create(name="Speakr 1", slug="speakr-1", key="speakr 1", same_as=kept)
    page = get(client, f"{ADDRESS}?q=bridges&speaker=speakr-1")
    assert not page.all("p", "ignored")
    assert len(hits(page)) == len(hits(get(client, f"{ADDRESS}?q=bridges&speaker=speaker-1")))


def test_what_is_not_known_is_ignored_and_said(client, bridges):
    page = get(client, f"{ADDRESS}?q=bridges&outlet=none&speaker=nobody&status=x&kind=negation")
    assert len(hits(page)) == len(hits(get(client, f"{ADDRESS}?q=bridges")))
    for value in ("outlet=none", "speaker=nobody", "status=x", "kind=negation"):
        assert value in page.one("p", "ignored").words


def test_an_empty_result_says_what_to_try(client, bridges):
    page = get(client, f"{ADDRESS}?q=bridges+submarine")
    assert "0 quotations" in said(page)
    advice = page.one("p", "empty")
    assert hits(get(client, ADDRESS + advice.one("a", href="?q=bridges")["href"]))
    assert advice.all("a", href="/speakers/?q=bridges%20submarine")
    filtered = get(client, f"{ADDRESS}?q=second&speaker=speaker-0").one("p", "empty")
    assert hits(get(client, ADDRESS + filtered.all("a")[0]["href"]))


def test_long_results_are_paged_and_each_stands_on_one_page(client):
    make_story(articles=3, statements=60)
    seen, address, filters = [], f"{ADDRESS}?q=bridges&status=sole", set()
    while address:
        page = get(client, address)
        assert len(hits(page)) <= HITS_A_PAGE
        seen += [item.one("blockquote").words for item in hits(page)]
        filters |= {a["href"].count("status=sole") for a in page.all("a", rel="next")}
        following = page.all("a", rel="next")
        address = ADDRESS + following[0]["href"].partition("#")[0] if following else ""
    assert len(seen) == len(set(seen)) == int(said(page).split()[0]) > HITS_A_PAGE
    assert filters == {1}


@pytest.mark.parametrize(
    "query",
    [
        "q=%00",
        "q=%00bridges%07",
        "q=" + "bridge+" * 900,
        "q=" + "a" * 9000,
        "q=%22%22%22",
        "q=(((*%5B%5C%25_",
        "q=%F0%9F%8C%89",
        "q=%FF%FE",
        "q=%E2%80%AE&status=%00&speaker=%00&outlet=%00",
        "q=bridges&page=-1",
        "q=bridges&page=99999999999999999999999",
        "q=bridges&page=99",
        "q=bridges&outlet=article-" + "9" * 60,
        "q=bridges" + "&speaker=x" * 500,
        "q=bridges&q=&q=second",
        "q[]=1&=&&",
    ],
)
@pytest.mark.parametrize("target", ["", "found"])
def test_no_query_string_breaks_it(client, bridges, query, target):
    get(client, f"{ADDRESS}?{query}", target)


def test_words_that_were_cut_are_said(client, bridges):
    page = get(client, f"{ADDRESS}?q={'bridges+' * 60}")
    assert "the words after the first 200 characters" in page.one("p", "ignored").words
    assert hits(page)


def test_nothing_that_was_typed_becomes_markup(client, bridges):
    page = client.get(f"{ADDRESS}?q=<script>alert(1)</script>").content.decode()
    assert "<script>alert" not in page


def test_the_fragment_is_served_for_its_target_only_and_both_vary(client, bridges):
    assert not get(client, f"{ADDRESS}?q=bridges", "found").all("html")
    assert get(client, f"{ADDRESS}?q=bridges", "elsewhere").all("html")
    for headers in ({}, {"HX-Request": "true", "HX-Target": "found"}):
        vary = client.get(f"{ADDRESS}?q=bridges", headers=headers).headers["Vary"]
        assert {"HX-Request", "HX-Target"} <= {name.strip() for name in vary.split(",")}


def test_only_reading_is_allowed(client):
    assert client.post(ADDRESS).status_code == 405


def test_results_are_not_for_search_engines_and_other_pages_are(client, bridges):
    assert get(client, f"{ADDRESS}?q=bridges").one("meta", name="robots")["content"] == "noindex"
    assert not get(client, "/").all("meta", name="robots")


def test_the_form_works_without_javascript_and_every_page_leads_there(client, bridges):
    form = get(client, "/").one("form", role="search")
    assert (form["method"], form["action"]) == ("get", ADDRESS)
    assert form.one("input")["name"] == "q"
    assert get(client, "/method/").one("nav", aria_label="Site").all("a", href=ADDRESS)


@pytest.mark.parametrize("query", ["q=bridges", "q=bridges&speaker=speaker-1&outlet=outlet-1&status=sole"])
def test_queries_are_few_and_do_not_grow(client, query):
    counts = []
    for size in (5, 20, 60):
        make_story(articles=3, statements=size, title=f"Bridges {size}")
        with CaptureQueriesContext(connection) as queries:
            get(client, f"{ADDRESS}?{query}")
        counts.append(len(queries))
    assert counts[0] == counts[1] == counts[2] <= MOST_QUERIES
    assert Outlet.objects.count() == 3
