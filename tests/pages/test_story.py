"""The story page: whole, as a fragment, refused; its numbers reconcile and its queries do not grow."""

import gzip

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Difference, Statement, Story, Version
from tests.pages.rows import copy_of, make_story
from tests.pages.story_page import ADDRESS, numbers, statements
from tests.pages.tree import get

pytestmark = pytest.mark.django_db

MOST_QUERIES = 12


def test_the_page_holds_strip_tables_and_statements(client, bridges):
    page = get(client, ADDRESS)
    assert page.one("h1").words == "Bridges"
    assert len(page.all("table")) == 2
    assert len(statements(page)) == 12
    assert all(len(s.all("h3")) == 1 for s in statements(page))


def test_the_sentence_and_the_strip_say_the_same_numbers(client, bridges):
    page = get(client, ADDRESS)
    sentence = page.all("p", "sentence")[0].words
    assert sentence == "4 of 12 statements were printed by more than one outlet: 4 reworded."
    shares = [numbers(li.all("b")[0].text)[0] for li in page.one("ul", "shares").all("li")]
    assert sum(shares) == 12
    bar = page.all("svg", "stripe")[0].all("line")
    assert bar[0]["x1"] == "0.0%"
    assert bar[-1]["x2"] == "100.0%"


def test_the_fragment_is_served_for_its_target_only(client, bridges):
    assert not get(client, ADDRESS, "statements").all("html")
    assert get(client, ADDRESS, "elsewhere").all("html")


def test_both_variants_vary_on_the_same_headers(client, bridges):
    for headers in ({}, {"HX-Request": "true", "HX-Target": "statements"}):
        vary = client.get(ADDRESS, headers=headers).headers["Vary"]
        assert {"HX-Request", "HX-Target"} <= {name.strip() for name in vary.split(",")}


def test_an_unknown_story_and_one_of_drafts_answer_404(client, bridges):
    Article.objects.update(publication=Article.Publication.DRAFT)
    assert client.get(ADDRESS).status_code == 404
    assert client.get("/stories/nothing/").status_code == 404


@pytest.mark.parametrize(
    "query", ["?base=x", "?base=999999", "?page=0", "?page=99", "?page=-1", "?statement=%00", "?kind=none"]
)
def test_no_query_string_breaks_the_page(client, bridges, query):
    page = get(client, ADDRESS + query)
    assert statements(page)
    if "base" in query or "kind" in query:
        assert page.all(css="ignored")


def test_the_gravest_differences_come_first(client, bridges):
    last = Difference.objects.last()
    Difference.objects.filter(pk=last.pk).update(kind="negation")
    first = statements(get(client, ADDRESS))[0]
    assert first["id"] == f"s{last.match.statement_id}"


def test_an_outlet_left_out_what_it_does_not_print(client, bridges):
    page = get(client, ADDRESS)
    for article in bridges.articles.all():
        section = page.one(id=f"out-{article.pk}")
        mine = set(Version.objects.filter(quotation__article=article).values_list("statement", flat=True))
        parent = next(e for e in page.all("section") if section in e.children)
        assert numbers(parent.one("p").text)[0] == 12 - len(mine)


def test_copies_count_as_one_text_with_the_reason(client, bridges):
    copy_of(bridges, list(bridges.articles.all()[:3]), "they share 90 % of their text")
    page = get(client, ADDRESS)
    assert "2 independent texts" in page.one("header", "head").words
    assert "90 %" in page.one(id="copies").text


def test_a_copy_among_drafts_is_not_told_to_readers(client, bridges):
    a, b = bridges.articles.all()[:2]
    copy_of(bridges, [a, b], "the same text")
    Article.objects.filter(pk=b.pk).update(publication=Article.Publication.DRAFT)
    assert not get(client, ADDRESS).all(id="copies")


def test_a_long_list_is_paged_and_every_statement_stands_on_one_page(client):
    story = make_story(articles=6, statements=130)
    seen, address = [], ADDRESS
    while address:
        page = get(client, address)
        seen += [s["id"] for s in statements(page)]
        following = page.all("a", rel="next")
        address = ADDRESS + following[0]["href"].partition("#")[0] if following else ""
    assert sorted(seen) == sorted(f"s{pk}" for pk in story.statements.values_list("pk", flat=True))
    assert len(seen) == len(set(seen)) == 130


def test_the_address_of_a_statement_opens_its_page(client):
    make_story(articles=6, statements=130)
    last = Statement.objects.last()
    assert get(client, f"{ADDRESS}?statement={last.pk}").all("article", id=f"s{last.pk}")


def test_an_empty_result_says_which_filter_to_drop(client, bridges):
    page = get(client, f"{ADDRESS}?q=submarine")
    assert not statements(page)
    assert page.all(css="empty")


def test_one_article_has_nothing_to_be_compared_with(client):
    make_story(articles=1, statements=2)
    page = get(client, ADDRESS)
    assert "nothing to compare it with" in page.all("p", "sentence")[0].text
    assert not page.all(id="choose-base")


@pytest.mark.parametrize("query", ["", "?status=rewritten", "?base=1&q=new", "?page=2"])
@pytest.mark.parametrize("target", ["", "statements"])
def test_queries_are_few_and_do_not_grow(client, query, target):
    counts = []
    for size in (1, 20, 80):
        story = make_story(articles=4, statements=size, title=f"Bridges {size}", shared=True)
        with CaptureQueriesContext(connection) as queries:
            get(client, story.get_absolute_url() + query, target)
        counts.append(len(queries))
    assert counts[0] == counts[1] == counts[2] <= MOST_QUERIES


def test_left_out_and_counts_are_of_published_articles_only(client, bridges):
    Article.objects.filter(outlet__name="Outlet 3").update(publication=Article.Publication.DRAFT)
    page = get(client, ADDRESS)
    assert "3 outlets" in page.one("header", "head").words
    assert "Outlet 3" not in page.text
    assert Story.objects.count() == 1


def test_a_story_of_forty_articles_and_a_thousand_statements_stays_light(client):
    story = make_story(articles=40, statements=1000, title="Large", speakers=60)
    with CaptureQueriesContext(connection) as queries:
        page = client.get(story.get_absolute_url())
    assert len(page.content) <= 400 * 1024
    assert len(queries) <= MOST_QUERIES


def test_the_page_of_the_seeds_is_small_on_the_wire(client, seeds):
    story = Story.objects.get(title__contains="diplomat")
    assert len(gzip.compress(client.get(story.get_absolute_url()).content)) <= 15 * 1024


def test_the_gravest_difference_stands_at_the_top_with_both_sides_of_it(client):
    story = make_story(articles=2, statements=3, shared=True)
    row = Difference.objects.order_by("pk").last()
    Difference.objects.filter(pk=row.pk).update(kind="negation")
    gravest = get(client, story.get_absolute_url()).one("header", "head").one(css="gravest")
    assert "negation" in gravest["class"]
    assert [dt.words for dt in gravest.all("dt")] == ["Outlet 0", "Outlet 1"]
    assert [changed.text for changed in gravest.all(css="diff")] == [
        row.match.a.article.text[slice(*row.a)],
        row.match.b.article.text[slice(*row.b)],
    ]
    assert gravest.one("a")["href"].endswith(f"?statement={row.match.statement_id}#s{row.match.statement_id}")
