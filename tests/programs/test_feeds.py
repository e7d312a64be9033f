"""The feeds: valid Atom with stable ids and stored dates, exact words with their places, no drafts."""

from datetime import datetime, timedelta
from unittest.mock import patch
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.analysis import analyse_story
from articles.models import Article, Match, Quotation, Speaker, Story
from articles.pages import feeds
from articles.pages.feeds import MOST_ITEMS
from articles.pages.loading import stories_for
from articles.views.stories import STORIES_A_PAGE
from tests.conftest import HARBOUR
from tests.pages.rows import make_story
from tests.pages.tree import Element, get, grow
from tests.programs.reading import HOSTILE

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = ("/feed/", "/speakers/speaker-1/feed/", "/search/feed/?q=open")


def feed(client: Client, address: str) -> ElementTree.Element:
    """Fetch a feed and check what RFC 4287 asks of every one."""
    response = client.get(address)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    root = ElementTree.fromstring(response.content)
    assert root.tag == f"{ATOM}feed"
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links["self"] == text(root, "id")
    assert links["self"].startswith("http://testserver/")
    assert client.get(links["alternate"].removeprefix("http://testserver")).status_code == 200
    for dated in (root, *entries(root)):
        assert text(dated, "title")
        assert datetime.fromisoformat(text(dated, "updated")).tzinfo
    ids = [text(entry, "id") for entry in entries(root)]
    assert len(set(ids)) == len(ids)
    if ids:
        newest = max(text(entry, "updated") for entry in entries(root))
        assert text(root, "updated") == newest
    return root


def text(element: ElementTree.Element, name: str) -> str:
    found = element.findtext(f"{ATOM}{name}")
    assert found is not None
    return found


def entries(root: ElementTree.Element) -> list[ElementTree.Element]:
    return root.findall(f"{ATOM}entry")


def summary(entry: ElementTree.Element) -> Element:
    found = entry.find(f"{ATOM}summary")
    assert found.get("type") == "html"
    return grow(text(entry, "summary"))


def titles(root: ElementTree.Element) -> list[str]:
    return [text(entry, "title") for entry in entries(root)]


@pytest.mark.parametrize("address", FEEDS)
def test_every_feed_is_valid_and_the_same_when_asked_again(client, bridges, address):
    first = feed(client, address)
    assert len(entries(first)) > 0
    response = client.get(address)
    again = client.get(address, headers={"If-None-Match": response.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert response.headers["Cache-Control"] == "no-cache"
    assert client.head(address).content == b""
    assert client.post(address).status_code == 405


def test_every_quoted_word_is_an_exact_slice_with_the_way_to_its_place(client, harbour):
    texts = dict(Article.objects.values_list("pk", "text"))
    for address in ("/feed/", "/speakers/jane-smith/feed/", "/search/feed/?q=harbour"):
        for entry in entries(feed(client, address)):
            body = summary(entry)
            placed = [e for e in body.walk() if "data-start" in e.attributes]
            assert placed
            for piece in placed:
                printed = texts[int(piece["data-article"])]
                assert printed[int(piece["data-start"]) : int(piece["data-end"])] == piece.text
            for quote in body.all("blockquote"):
                inside = [e for e in quote.walk() if "data-start" in e.attributes]
                assert quote.text.strip("… ") == "".join(e.text for e in inside).strip()
                page, _, anchor = quote["cite"].removeprefix("http://testserver").partition("#")
                assert page == f"/articles/{inside[0]['data-article']}/"
                assert get(client, page).all(id=anchor)
                (link,) = body.all("a", href=quote["cite"])
                assert f"{inside[0]['data-start']} to " in link.words
                assert link.words.endswith(f" {inside[-1]['data-end']}")


def test_the_words_in_the_title_of_an_entry_are_printed(client, harbour):
    texts = list(Article.objects.values_list("text", flat=True))
    for address in ("/speakers/jane-smith/feed/", "/search/feed/?q=harbour"):
        for title in titles(feed(client, address)):
            words = title.partition("“")[2].removesuffix("”").strip("…")
            assert len(words) > 20
            assert any(words in printed for printed in texts)


def test_a_story_says_how_it_was_quoted_and_its_gravest_difference(client, harbour):
    (entry,) = entries(feed(client, "/feed/"))
    said = summary(entry).words
    assert "The Courier, Morning Ledger, Evening Star" in said
    assert "printed by more than one outlet" in said
    assert "Gravest difference: " in said
    assert "“not”" in said


def test_a_possible_match_is_said_to_be_one(client, harbour):
    Match.objects.update(status="possible")
    (entry,) = entries(feed(client, "/feed/"))
    assert "Gravest difference, possible match: " in summary(entry).words
    found = [summary(e).words for e in entries(feed(client, "/speakers/jane-smith/feed/"))]
    assert found
    assert all("Possible match" in words for words in found)


def test_only_here_is_said_of_the_articles_at_hand(client, harbour):
    (entry,) = entries(feed(client, "/speakers/ada-lund/feed/"))
    assert "Only here among the articles of this story" in summary(entry).words


def test_the_newest_stories_come_first_and_no_more_than_a_page(client):
    for n in range(STORIES_A_PAGE + 3):
        make_story(articles=1, statements=1, title=f"Story {n}")
    assert titles(feed(client, "/feed/")) == [s.title for s in stories_for(False)[:STORIES_A_PAGE]]


def test_the_dates_are_those_of_the_articles_and_no_analysis_changes_them(client, harbour):
    before = client.get("/feed/").content
    (entry,) = entries(feed(client, "/feed/"))
    brought_in = sorted(Article.objects.values_list("created_at", flat=True))
    assert datetime.fromisoformat(text(entry, "published")) == brought_in[0]
    assert datetime.fromisoformat(text(entry, "updated")) == brought_in[-1]
    assert analyse_story(harbour)
    assert client.get("/feed/").content == before


def test_a_story_that_gains_an_article_is_updated_under_the_same_id(client, harbour, bring_in):
    (before,) = entries(feed(client, "/feed/"))
    bring_in(HARBOUR["Evening Star"].replace("summer", "autumn"), outlet="The Late")
    assert analyse_story(harbour)
    (after,) = entries(feed(client, "/feed/"))
    assert text(after, "id") == text(before, "id")
    assert text(after, "updated") > text(before, "updated")


def test_a_speaker_is_followed_through_the_story_that_gained_an_article_last(client):
    for n in range(12):
        make_story(articles=2, statements=4, title=f"Story {n}", speakers=2)
    old = Story.objects.earliest("pk")
    late = Article.objects.latest("created_at").created_at + timedelta(hours=1)
    Article.objects.filter(story=old).update(created_at=late)
    found = feed(client, "/speakers/speaker-0/feed/")
    first = entries(found)[0]
    assert datetime.fromisoformat(text(first, "updated")) == late
    page = get(client, text(first, "id").removeprefix("http://testserver"))
    assert [a for a in page.all("a") if a["href"].startswith(old.get_absolute_url())]
    assert len(entries(found)) <= MOST_ITEMS


def test_the_name_an_editor_joined_leads_to_the_person(client, bridges):
    person = Speaker.objects.get(slug="speaker-1")
    Speaker.objects.create(key="s. one", name="S. One", slug="s-one", same_as=person)
    response = client.get("/speakers/s-one/feed/")
    assert response.headers["Location"] == "/speakers/speaker-1/feed/"
    assert client.get("/speakers/nobody/feed/").status_code == 404


def test_a_search_gives_what_its_page_finds_by_the_same_filters(client, bridges):
    asked = "q=open&outlet=outlet-1&status=rewritten"
    found = {text(entry, "id") for entry in entries(feed(client, f"/search/feed/?{asked}"))}
    page = get(client, f"/search/?{asked}")
    shown = {a["href"] for hits in page.all("ol", "hits") for a in hits.all("a") if "#q" in a["href"]}
    assert found == {f"http://testserver{address}" for address in shown}
    assert found


def test_a_search_feed_is_bounded_and_an_empty_one_stays_the_same(client):
    make_story(articles=8, statements=40, shared=True)
    assert len(entries(feed(client, "/search/feed/?q=open"))) == MOST_ITEMS
    assert Quotation.objects.count() > MOST_ITEMS
    for nothing in ("", "?q=", "?q=nowhere"):
        assert entries(feed(client, f"/search/feed/{nothing}")) == []
        assert client.get(f"/search/feed/{nothing}").content == client.get(f"/search/feed/{nothing}").content


def test_no_more_is_rendered_than_is_given(client):
    make_story(articles=8, statements=80, shared=True, speakers=1)
    for address in ("/search/feed/?q=open", "/speakers/speaker-0/feed/"):
        with patch.object(feeds, "render_said", wraps=feeds.render_said) as render:
            assert len(entries(feed(client, address))) == render.call_count == MOST_ITEMS


def test_unknown_filters_are_ignored_and_said(client, bridges):
    root = feed(client, "/search/feed/?q=open&status=nope")
    assert "ignored: status=nope" in text(root, "title")
    assert text(root, "id") == "http://testserver/search/feed/?q=open"


def test_no_query_string_breaks_a_feed(client, bridges):
    for query in HOSTILE:
        for address in ("/feed/", "/search/feed/", "/speakers/speaker-1/feed/"):
            feed(client, f"{address}?{query}")


@pytest.mark.parametrize("written", ["<b>&amp; “x”</b>", "bell \x07 and \ufffe", "]]>"])
def test_names_that_xml_or_html_would_read_otherwise_are_words(client, bridges, written):
    Story.objects.update(title=written)
    Speaker.objects.update(name=written)
    expected = written.replace("\x07", "�").replace("\ufffe", "�")
    assert titles(feed(client, "/feed/")) == [expected]
    root = feed(client, "/speakers/speaker-1/feed/")
    assert text(root, "title").startswith(expected)
    assert summary(entries(root)[0]).all("p")[0].text == expected


@pytest.mark.parametrize("who", ["client", "admin_client"])
def test_no_draft_is_in_a_feed_not_even_for_editors(request, who, harbour, bring_in):
    bring_in(HARBOUR["Evening Star"].replace("summer", "autumn"), outlet="The Unready", draft=True)
    assert analyse_story(harbour)
    hidden = bring_in("Plans\n\n“Nobody may read this yet,” said Jane Smith.", story="Secret", draft=True)
    assert analyse_story(hidden.story)
    asking = request.getfixturevalue(who)
    searches = [f"/search/feed/?q={word}" for word in ("harbour", "nobody")]
    for address in ("/feed/", "/speakers/jane-smith/feed/", *searches):
        said = asking.get(address).content.decode()
        assert "Unready" not in said
        assert "Secret" not in said
        assert "may read" not in said


@pytest.mark.parametrize(
    ("address", "feeds"),
    [
        ("/", ["/feed/"]),
        ("/stories/bridges/", ["/feed/"]),
        ("/speakers/speaker-1/", ["/feed/", "/speakers/speaker-1/feed/"]),
        ("/search/?q=open&status=sole", ["/feed/", "/search/feed/?q=open&status=sole"]),
        ("/search/", ["/feed/"]),
    ],
)
def test_the_heads_of_the_pages_lead_to_the_feeds(client, bridges, address, feeds):
    page = get(client, address)
    found = page.all("link", rel="alternate", type="application/atom+xml")
    assert sorted(link["href"] for link in found) == sorted(feeds)
    assert all(client.get(link["href"]).status_code == 200 for link in found)
    assert {a["href"] for a in page.one("footer", "foot").all("a")} >= {"/feed/", "/api/help/"}
    for own in feeds[1:]:
        assert page.all("a", href=own)


@pytest.mark.parametrize("address", FEEDS)
def test_queries_do_not_grow_with_the_rows(client, address):
    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    make_story(articles=2, statements=3, shared=True)
    few = count()
    for title in ("Tunnels", "Quays"):
        make_story(articles=9, statements=30, title=title, shared=True)
    assert count() <= few
