"""Which articles stand side by side: two to four, in the order that is asked for."""

import html
import re

import pytest
from django.core.cache import cache
from django.db.models import Count
from django.test import override_settings

from articles.models import Statement
from articles.pages.query import COLUMNS
from tests.pages.rows import make_story
from tests.pages.side_by_side_page import ADDRESS, get

pytestmark = pytest.mark.django_db


@pytest.fixture
def quays(db):
    """Five articles of one story, their keys in order."""
    story = make_story(articles=5, statements=9, shared=True)
    return [article.pk for article in story.articles.order_by("pk")]


def columns_of(client, query: str) -> list[int]:
    page = client.get(ADDRESS + query).content.decode()
    return [int(pk) for pk in re.findall(r'class="column"[^>]* data-article="(\d+)"', page)]


@pytest.mark.parametrize("count", [3, 4])
def test_three_and_four_articles_stand_in_the_order_asked_for(client, quays, count):
    chosen = quays[:count][::-1]
    query = "?" + "&".join(f"{name}={pk}" for name, pk in zip(COLUMNS, chosen, strict=False))
    assert columns_of(client, query) == chosen
    assert [int(pk) for pk in get(client, query).selected] == chosen


def test_a_third_article_changes_no_status_for_the_worse(client, quays):
    two = get(client, f"?left={quays[0]}&right={quays[1]}&status=sole").statements()
    three = get(client, f"?left={quays[0]}&right={quays[1]}&third={quays[2]}&status=sole").statements()
    assert three <= two


@pytest.mark.parametrize("value", ["0", "x", "-1", "9" * 30, "1e3", "٣"])
def test_an_unknown_third_article_is_left_out_and_said_to_be(client, quays, value):
    query = f"?left={quays[1]}&right={quays[0]}&third={value}&fourth={quays[2]}"
    assert columns_of(client, query) == [quays[1], quays[0], quays[2]]
    assert f"third={value}" in client.get(ADDRESS + query).content.decode()


def test_an_article_stands_in_one_column_only(client, quays):
    a, b, *_ = quays
    assert columns_of(client, f"?left={a}&right={b}&third={a}&fourth={b}") == [a, b]
    assert columns_of(client, f"?third={a}") == [b, quays[2], a]


def test_the_choices_offer_one_column_more_and_keep_the_filters(client, quays):
    page = client.get(f"{ADDRESS}?left={quays[0]}&right={quays[1]}&status=rewritten&q=the").content.decode()
    assert re.findall(r'<select name="(\w+)" id="choose-\1" aria-label="\w+ article"', page) == [*COLUMNS[:3]]
    form = page[page.index("beside-each-other") : page.index("</form>", page.index("beside-each-other"))]
    assert set(re.findall(r'type="hidden" name="(\w+)" value="(\w+)"', form)) == {
        ("status", "rewritten"),
        ("q", "the"),
    }


def test_exchanging_turns_the_columns_round(client, quays):
    query = f"?left={quays[0]}&right={quays[1]}&third={quays[2]}"
    page = client.get(ADDRESS + query).content.decode()
    (address,) = re.findall(r'id="exchange" href="([^"]+)"', page)
    assert columns_of(client, html.unescape(address)) == [quays[1], quays[2], quays[0]]


def test_each_article_beyond_the_second_can_be_brought_beside_the_first(client, quays):
    query = f"?left={quays[0]}&right={quays[1]}&third={quays[2]}&fourth={quays[3]}"
    page = client.get(ADDRESS + query).content.decode()
    beyond = page[page.index("beyond") : page.index("data-reader")]
    addresses = [html.unescape(found) for found in re.findall(r'class="chip" href="([^"]+)"', beyond)]
    assert [columns_of(client, address) for address in addresses] == [
        [quays[0], quays[2], quays[1], quays[3]],
        [quays[0], quays[3], quays[2], quays[1]],
    ]


def test_the_panel_compares_each_article_with_the_first_that_prints_it(client, harbour):
    pks = [article.pk for article in harbour.articles.order_by("pk")]
    quoted = Statement.objects.exclude(versions__quotation__kind="indirect").alias(n=Count("versions"))
    statement = quoted.get(n=3)
    address = f"{harbour.get_absolute_url()}side-by-side/?left={pks[0]}&right={pks[1]}&third={pks[2]}"
    page = client.get(f"{address}&statement={statement.pk}").content.decode()
    panel = page[page.index('id="panel"') :]
    names = re.findall(r'class="meta"><a href="[^"]+">([^<]+)</a>', panel)
    assert names == ["The Courier", "Morning Ledger", "The Courier", "Evening Star"]


def test_a_change_to_the_third_article_is_a_change_of_the_page(client, quays):
    caching = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    other = make_story(articles=1, statements=2, title="Tunnels").articles.get()
    address = f"{ADDRESS}?left={quays[0]}&right={quays[1]}&third={other.pk}"
    with override_settings(CACHES=caching):
        cache.clear()
        before = client.get(address).headers["ETag"]
        other.byline = "Ada Lund"
        other.save()
        assert client.get(address).headers["ETag"] != before
