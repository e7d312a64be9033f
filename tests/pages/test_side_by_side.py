"""The side-by-side page: whole, in fragments, refused, and with the same queries for any number of rows."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Difference, Match, Statement
from articles.pages.query import COLUMNS
from tests.pages import tree
from tests.pages.rows import make_story
from tests.pages.side_by_side_page import ADDRESS, HTMX, Marks, get

pytestmark = pytest.mark.django_db

MOST_QUERIES = 12


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
