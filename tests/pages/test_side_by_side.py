"""The side-by-side page: whole, in fragments, refused, and with the same queries for any number of rows."""

import html
import re
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest
from django.core.cache import cache
from django.db import connection
from django.db.models import Count
from django.test import override_settings
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Difference, Match, Statement
from articles.pages.query import COLUMNS
from tests.pages import tree
from tests.pages.rows import make_story

pytestmark = pytest.mark.django_db

MOST_QUERIES = 12
ADDRESS = "/stories/bridges/side-by-side/"
HTMX = {"HX-Request": "true"}


class Marks(HTMLParser):
    """Collects the marks of a page, by article, and what else its tests look at."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.marks: list[dict[str, str]] = []
        self.selected: list[str] = []
        self.ids: set[str] = set()
        self.tags: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        attributes = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        if tag == "mark":
            self.marks.append(attributes)
        if tag == "option" and "selected" in attributes:
            self.selected.append(attributes["value"])
        if "id" in attributes:
            assert attributes["id"] not in self.ids, f"id {attributes['id']} twice"
            self.ids.add(attributes["id"])

    def statements(self) -> set[str]:
        return {mark["data-statement"] for mark in self.marks}


def get(client, query: str = "", target: str = "") -> Marks:
    headers = HTMX | {"HX-Target": target} if target else {}
    response = client.get(ADDRESS + query, headers=headers)
    assert response.status_code == 200
    return Marks(response.content.decode())


@pytest.fixture
def bridges(db):
    return make_story(articles=2, statements=9, shared=True)


def test_both_articles_are_there_in_full_and_marked(client, bridges):
    page = get(client)
    assert "html" in page.tags
    assert len({mark["data-article"] for mark in page.marks}) == 2
    assert len(page.statements()) == 9


@pytest.mark.parametrize("target", ["comparison", "what-changed"])
def test_each_fragment_is_served_for_its_target(client, bridges, target):
    statement = Statement.objects.first()
    page = get(client, f"?statement={statement.pk}", target)
    assert "html" not in page.tags
    assert "main" not in page.tags


def test_an_unknown_target_gets_the_page(client, bridges):
    assert "html" in get(client, "", "anything").tags


def test_a_restored_history_entry_gets_the_page(client, bridges):
    headers = HTMX | {"HX-Target": "comparison", "HX-History-Restore-Request": "true"}
    assert "<html" in client.get(ADDRESS, headers=headers).content.decode()


def test_left_and_right_exchanged_show_the_same_statuses(client, bridges):
    a, b = Article.objects.all()
    there = get(client, f"?left={a.pk}&right={b.pk}")
    back = get(client, f"?left={b.pk}&right={a.pk}")

    def marked(page: Marks) -> list[tuple[str, ...]]:
        keys = ("data-article", "data-start", "data-end", "data-statement", "class")
        return sorted(tuple(mark[key] for key in keys) for mark in page.marks)

    assert marked(there) == marked(back)
    assert there.marks != back.marks


def test_one_filter_leaves_its_statements_marked_and_no_other(client, bridges):
    everything: dict[str, set[str]] = {}
    for mark in get(client).marks:
        everything.setdefault(mark["data-statement"], set()).add(mark["class"].split()[0])
    for status in ("verbatim", "rewritten", "sole"):
        left = get(client, f"?status={status}").statements()
        asked = {pk for pk, classes in everything.items() if status in classes}
        assert left <= asked
    shown = [get(client, f"?status={s}").statements() for s in ("verbatim", "rewritten", "possible", "sole")]
    assert set().union(*shown) == set(everything)
    assert sum(map(len, shown)) == len(everything)


def test_the_same_article_twice_is_compared_with_another(client, bridges):
    first = Article.objects.first()
    page = get(client, f"?left={first.pk}&right={first.pk}")
    assert len({mark["data-article"] for mark in page.marks}) == 2


def test_an_article_of_another_story_is_shown_as_not_compared(client, bridges):
    other = make_story(articles=1, statements=2, title="Tunnels").articles.get()
    mine = bridges.articles.first()
    response = client.get(f"{ADDRESS}?left={mine.pk}&right={other.pk}")
    assert "different stories" in response.content.decode()


def test_a_story_of_one_article_says_there_is_nothing_to_compare(client):
    make_story(articles=1, statements=2, title="Tunnels")
    response = client.get("/stories/tunnels/side-by-side/")
    assert response.status_code == 200
    assert "nothing to compare" in response.content.decode()


def test_two_articles_that_share_nothing_are_said_to(client, bring_in):
    from articles.analysis import analyse_story

    bring_in("Rain\n\nIt rained all day in the valley on Monday.\n\n“I got wet to the bone,” said Ann Lee.")
    article = bring_in(
        "Cheese\n\nThe cheese fair opened in the old town hall.\n\n“We sold every wheel,” said Bo Ek."
    )
    assert analyse_story(article.story)
    page = client.get(f"{article.story.get_absolute_url()}side-by-side/").content.decode()
    assert "share no quotation" in page


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


@pytest.mark.parametrize("columns", [2, 4])
@pytest.mark.parametrize("query", ["", "&status=rewritten", "&statement=1"])
def test_queries_are_few_and_do_not_grow(client, query, columns):
    counts = []
    for statements in (3, 60):
        story = make_story(columns, statements, title=f"Bridges {statements}", shared=True)
        pks = story.articles.values_list("pk", flat=True)
        chosen = "&".join(f"{name}={pk}" for name, pk in zip(COLUMNS, pks, strict=False))
        with CaptureQueriesContext(connection) as queries:
            address = f"{story.get_absolute_url()}side-by-side/?{chosen}{query}"
            assert client.get(address).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1] <= MOST_QUERIES


def test_statements_have_the_numbers_of_the_story_page(client):
    story = make_story(articles=4, statements=12)
    articles = list(story.articles.order_by("pk"))
    numbers = {s.pk: n for n, s in enumerate(Statement.objects.order_by("position"), start=1)}
    page = client.get(f"{ADDRESS}?left={articles[2].pk}&right={articles[3].pk}").content.decode()
    shown = Marks(page).statements()
    assert shown
    for pk in shown:
        assert f"statement {numbers[int(pk)]}</span>" in page


def test_without_a_choice_the_two_articles_that_share_most_stand_there(client, harbour):
    names = ["Evening Star", "Morning Ledger", "The Courier"]
    for day, name in enumerate(names, start=1):
        Article.objects.filter(outlet__name=name).update(published_at=datetime(2026, 3, day, tzinfo=UTC))
    page = Marks(client.get(f"{harbour.get_absolute_url()}side-by-side/").content.decode())
    shown = Article.objects.filter(pk__in={mark["data-article"] for mark in page.marks})
    assert {article.outlet.name for article in shown} == {"Morning Ledger", "The Courier"}


def test_copies_of_one_text_are_not_the_two_that_share_most(client, harbour):
    both = ["The Courier", "Morning Ledger"]
    copied = Match.objects.filter(a__article__outlet__name__in=both, b__article__outlet__name__in=both)
    assert copied.update(copied=True)
    page = Marks(client.get(f"{harbour.get_absolute_url()}side-by-side/").content.decode())
    shown = Article.objects.filter(pk__in={mark["data-article"] for mark in page.marks})
    assert {article.outlet.name for article in shown} == {"The Courier", "Evening Star"}


def test_what_changed_is_answered_without_laying_the_articles_out(client, bridges, monkeypatch):
    monkeypatch.setattr("articles.pages.side_by_side.show_columns", lambda *_: 1 / 0)
    statement = Statement.objects.first()
    assert "aside" in get(client, f"?statement={statement.pk}", "what-changed").tags


def test_the_gravest_difference_is_told_before_the_articles_and_opens(client):
    story = make_story(articles=2, statements=3, shared=True)
    row = Difference.objects.order_by("pk").last()
    Difference.objects.filter(pk=row.pk).update(kind="negation")
    address = f"{story.get_absolute_url()}side-by-side/"
    gravest = tree.get(client, f"{address}?status=verbatim").one(css="gravest")
    assert [dt.words for dt in gravest.all("dt")] == ["Outlet 0", "Outlet 1"]
    opened = tree.get(client, address + gravest.one("a")["href"])
    assert opened.one("aside", id="panel")["data-statement"] == str(row.match.statement_id)


def test_a_word_that_turns_the_meaning_is_marked_in_the_text_and_its_absence_too(client):
    make_story(articles=2, statements=3, shared=True)
    row = Difference.objects.order_by("pk").last()
    place = row.a[1]
    Difference.objects.update(kind="wording")
    Difference.objects.filter(pk=row.pk).update(kind="negation", a=[place, place])
    left, right = tree.get(client, ADDRESS).all("article", "column")
    assert [mark.text for mark in right.all("mark", "grave")] == [row.match.b.article.text[slice(*row.b)]]
    assert not left.all("mark", "grave")
    assert left.one("span", "more").words == "[more in the other]"
    for column, article in ((left, row.match.a.article), (right, row.match.b.article)):
        for mark in column.all("mark"):
            assert mark.text == article.text[int(mark["data-start"]) : int(mark["data-end"])]


def test_other_words_alone_are_not_set_apart_in_the_text(client):
    make_story(articles=2, statements=3, shared=True)
    Difference.objects.update(kind="wording")
    assert not tree.get(client, ADDRESS).all(css="grave")
