"""Versions of one article on the readers' pages: notes, what changed, addresses that go on, queries."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.analysis import analyse_story
from articles.editions import follow
from articles.models import Article, Story
from tests.conftest import HARBOUR
from tests.pages.tree import get

pytestmark = pytest.mark.django_db

COURIER = HARBOUR["The Courier"]
CHANGED = COURIER.replace("We will not raise", "We will raise")
ADDED = "\n\n“The lighthouse is next on our list of works,” Ms Smith said."


@pytest.fixture
def versions(harbour: Story, bring_in) -> tuple[Article, Article]:
    """The Courier's article of 14:10 and of 16:00, analysed."""
    earlier = Article.objects.get(story=harbour, outlet__name="The Courier")
    later = bring_in(CHANGED + ADDED, outlet="The Courier")
    follow(later, earlier)
    for article, hour, minute in ((earlier, 14, 10), (later, 16, 0)):
        moment = datetime(2026, 5, 3, hour, minute, tzinfo=UTC)
        Article.objects.filter(pk=article.pk).update(published_at=moment)
    assert analyse_story(harbour)
    return Article.objects.get(pk=earlier.pk), Article.objects.get(pk=later.pk)


def printed_in(element) -> dict[int, list[str]]:
    """The slices that an element quotes, by article; each is checked against its text."""
    found: dict[int, list[str]] = {}
    for said in element.all("span", "said"):
        article = Article.objects.get(pk=int(said["data-article"]))
        assert said.text == article.text[int(said["data-start"]) : int(said["data-end"])]
        found.setdefault(article.pk, []).append(said.text)
    return found


def test_the_earlier_version_is_readable_and_says_what_it_is(client, versions):
    earlier, later = versions
    page = get(client, earlier.get_absolute_url())
    note = page.one("header", "head").one("p", "empty")
    assert note.words.startswith("This is an earlier version of the article, of 3 May 2026, 14:10 UTC.")
    assert note.all("a", href=later.get_absolute_url())
    shown = [page.one("h1").text, *(p.text for p in page.one(css="article-text").all("p"))]
    assert shown == [line for line in earlier.text.split("\n") if line]
    marks = page.one(css="article-text").all("mark")
    assert "“We will not raise the harbour fees this year,”" in [mark.text for mark in marks]
    for mark in marks:
        assert mark.text == earlier.text[int(mark["data-start"]) : int(mark["data-end"])]


@pytest.mark.parametrize("which", [0, 1])
def test_both_versions_say_what_changed_with_both_times(client, versions, which):
    section = get(client, versions[which].get_absolute_url()).one("section", id="versions")
    assert "From the version of 3 May 2026, 14:10 UTC to the one of 3 May 2026, 16:00 UTC" in section.words
    sentence = section.one("li", "negation").words
    assert sentence == (
        "The version of 3 May 2026, 14:10 UTC prints the negation “not”; "
        "the version of 3 May 2026, 16:00 UTC leaves it out."
    )
    assert "Newly quoted: “The lighthouse is next on our list of works" in section.words
    assert "No longer quoted" not in section.words
    earlier, later = versions
    slices = printed_in(section)
    assert "not" in slices[earlier.pk]
    assert any(said.startswith("We will raise") for said in slices[later.pk])
    for link in section.all("a"):
        address, _, anchor = link["href"].partition("#")
        assert get(client, address).all(id=anchor or "main")


def test_the_story_has_the_current_version_alone_and_tells_the_change(client, harbour, versions):
    earlier, later = versions
    page = get(client, harbour.get_absolute_url())
    assert "3 outlets" in page.one("header", "head").words
    assert not page.one("ul", "articles").all("a", href=earlier.get_absolute_url())
    (told,) = [p for p in page.all("p") if p.words.startswith("Changed between two versions")]
    assert told.words.endswith(
        "the article in The Courier, the one of 3 May 2026, 14:10 UTC and the one of 3 May 2026, 16:00 UTC:"
    )
    assert [link["href"].partition("#")[0] for link in told.all("a")] == [
        earlier.get_absolute_url(),
        later.get_absolute_url(),
    ]
    assert "We will not raise" not in page.text


def test_the_change_is_told_in_the_fragment_too(client, harbour, versions):
    fragment = get(client, harbour.get_absolute_url(), "statements")
    assert any(p.words.startswith("Changed between two versions") for p in fragment.all("p"))


def test_an_earlier_version_gives_way_side_by_side(client, harbour, versions):
    earlier, later = versions
    other = Article.objects.filter(story=harbour).exclude(outlet__name="The Courier").first()
    page = get(client, f"{harbour.get_absolute_url()}side-by-side/?left={earlier.pk}&right={other.pk}")
    columns = {mark["data-article"] for mark in page.all("mark")}
    assert columns == {str(later.pk), str(other.pk)}
    assert not page.all(css="ignored")


def test_versions_that_state_the_same_time_are_told_apart_by_when_they_came_in(client, versions):
    Article.objects.update(published_at=datetime(2026, 5, 3, tzinfo=UTC))
    for article, day in zip(versions, (4, 5), strict=True):
        Article.objects.filter(pk=article.pk).update(created_at=datetime(2026, 5, day, 9, 30, tzinfo=UTC))
    section = get(client, versions[1].get_absolute_url()).one("section", id="versions")
    assert "The version brought in on 4 May 2026, 09:30 UTC prints the negation" in section.words


def test_versions_brought_in_within_one_minute_are_numbered(client, versions):
    Article.objects.update(published_at=None, created_at=datetime(2026, 5, 4, 9, 30, tzinfo=UTC))
    section = get(client, versions[1].get_absolute_url()).one("section", id="versions")
    assert "The version brought in on 4 May 2026, 09:30 UTC as number 1 prints the negation" in section.words
    assert "the version brought in on 4 May 2026, 09:30 UTC as number 2 leaves it out" in section.words


def test_without_a_change_this_is_said(client, harbour, bring_in):
    earlier = Article.objects.get(story=harbour, outlet__name="The Courier")
    later = bring_in(COURIER.replace("ten years of", "ten long years of"), outlet="The Courier")
    follow(later, earlier)
    analyse_story(harbour)
    section = get(client, later.get_absolute_url()).one("section", id="versions")
    assert "No quotation changed." in section.words


def test_a_later_draft_is_for_editors_only(client, admin_client, harbour, versions):
    earlier, later = versions
    Article.objects.filter(pk=later.pk).update(publication=Article.Publication.DRAFT)
    assert analyse_story(harbour)
    page = get(client, earlier.get_absolute_url())
    assert not page.all(id="versions")
    assert client.get(later.get_absolute_url()).status_code == 404
    assert (
        "We will raise" not in client.get(harbour.get_absolute_url()).content.decode().partition("Ledger")[0]
    )
    draft = get(admin_client, later.get_absolute_url())
    assert "This is a later version" in draft.one("header", "head").words
    assert "a draft, seen by editors only" in draft.one("section", id="versions").words


def test_withdrawn_before_the_analysis_nothing_of_it_is_told(client, harbour, versions):
    earlier, _ = versions
    Article.objects.filter(pk=earlier.pk).update(publication=Article.Publication.DRAFT)
    assert client.get(earlier.get_absolute_url()).status_code == 404
    page = get(client, harbour.get_absolute_url())
    assert not [p for p in page.all("p") if p.words.startswith("Changed between two versions")]


def test_an_unpublished_article_is_refused_after_its_story_was_read(client, harbour, versions):
    _, later = versions
    other = Article.objects.filter(story=harbour).exclude(outlet__name="The Courier").first()
    Article.objects.filter(pk=other.pk).update(publication=Article.Publication.DRAFT)
    client.get(harbour.get_absolute_url())
    assert client.get(later.get_absolute_url()).status_code == 200
    assert client.get(other.get_absolute_url()).status_code == 404


def test_queries_do_not_grow_with_the_versions(client, harbour, bring_in):
    counts = []
    before = Article.objects.get(story=harbour, outlet__name="The Courier")
    first = before
    for n in range(20):
        later = bring_in(COURIER.replace("ten years", f"{n + 11} years") + f"\n\n“Number {n} of {n + 3}.”")
        Article.objects.filter(pk=later.pk).update(outlet=before.outlet_id)
        later.refresh_from_db()
        follow(later, before)
        before = later
        if n in (0, 19):
            assert analyse_story(harbour)
            for address in (first.get_absolute_url(), later.get_absolute_url(), harbour.get_absolute_url()):
                with CaptureQueriesContext(connection) as queries:
                    get(client, address)
                counts.append(len(queries))
    assert counts[:3] == counts[3:]
