"""The article page: the whole text, its marks and notes, what it left out, refusals, queries."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Correction, Version
from tests.pages.rows import make_story
from tests.pages.tree import Element, get

pytestmark = pytest.mark.django_db

MOST_QUERIES = 10


@pytest.fixture
def article(db):
    return make_story(articles=4, statements=12).articles.order_by("pk")[1]


def notes(page: Element) -> list[Element]:
    return page.all("article", "note")


def printed(element: Element) -> str:
    """The text of an element without the badges and signs, which are ours."""
    return "".join(
        child
        if isinstance(child, str)
        else ""
        if {"badge", "turn"} & set(child.attributes.get("class", "").split())
        else printed(child)
        for child in element.children
    )


def test_the_whole_text_is_there_and_nothing_else(client, article):
    page = get(client, article.get_absolute_url())
    shown = [page.one("h1").text, *(printed(p) for p in page.one(css="article-text").all("p"))]
    assert shown == [line for line in article.text.split("\n") if line]


def test_every_mark_is_an_exact_slice(client, article):
    marks = get(client, article.get_absolute_url()).all("mark")
    assert marks
    for mark in marks:
        assert mark.text == article.text[int(mark["data-start"]) : int(mark["data-end"])]


def test_every_badge_leads_to_a_note_and_every_note_to_its_partners(client, article):
    page = get(client, article.get_absolute_url())
    for badge in page.one(css="article-text").all("a", "badge"):
        assert page.all("article", "note", id=badge["href"].removeprefix("#"))
    for note in notes(page):
        others = Version.objects.filter(statement=int(note["id"][1:])).exclude(quotation__article=article)
        partners = note.all("ul", "partners")
        assert len([a for a in partners[0].all("a") if "#q" in a["href"]] if others else []) == len(others)
        for link in note.all("a"):
            address, _, anchor = link["href"].partition("#")
            assert get(client, address or article.get_absolute_url()).all(id=anchor or "main")


def test_what_it_left_out_is_what_the_others_print(client, article):
    page = get(client, article.get_absolute_url())
    mine = set(Version.objects.filter(quotation__article=article).values_list("statement", flat=True))
    every = set(article.story.statements.values_list("pk", flat=True))
    out = page.one("ol", "missing").all("li")
    found = {int(li.all("a")[-1]["href"].partition("#s")[2]) for li in out}
    assert found == every - mine
    for li in out:
        link = li.all("a")[-1]["href"]
        assert get(client, link).all(id=link.partition("#")[2])


def test_a_long_list_of_what_it_left_out_is_paged(client):
    article = make_story(articles=8, statements=200).articles.first()
    first = get(client, article.get_absolute_url())
    following = first.one("a", rel="next")["href"]
    second = get(client, article.get_absolute_url() + following)
    assert not {li.text for li in first.one("ol", "missing").all("li")} & {
        li.text for li in second.one("ol", "missing").all("li")
    }


def test_metadata_is_shown_as_stated_or_said_to_be_missing(client, article):
    meta = get(client, article.get_absolute_url()).one("header", "head").all("p", "meta")[1].words
    assert meta == "Outlet 1 · byline not stated · date not stated · address not stated"
    Article.objects.filter(pk=article.pk).update(byline="Ann Lee", address="https://example.org/a")
    page = get(client, article.get_absolute_url())
    assert "Ann Lee" in page.text
    assert page.all("a", href="https://example.org/a")


def test_a_filter_leaves_only_its_marks_and_notes(client, article):
    page = get(client, f"{article.get_absolute_url()}?status=sole")
    assert notes(page)
    assert all("sole" in note["class"] for note in notes(page))
    assert {mark["data-statement"] for mark in page.all("mark")} == {note["id"][1:] for note in notes(page)}


def test_the_fragment_is_served_for_its_target_only(client, article):
    fragment = get(client, article.get_absolute_url(), "quotations")
    assert not fragment.all("html")
    assert fragment.all(css="article-text")
    assert get(client, article.get_absolute_url(), "elsewhere").all("html")


def test_both_variants_vary_on_the_same_headers(client, article):
    for headers in ({}, {"HX-Request": "true", "HX-Target": "quotations"}):
        vary = client.get(article.get_absolute_url(), headers=headers).headers["Vary"]
        assert "HX-Request" in vary
        assert "HX-Target" in vary


def test_an_unknown_article_answers_404(client, article):
    assert client.get("/articles/999999/").status_code == 404


def test_a_draft_is_for_editors_only(client, admin_client, article):
    Article.objects.filter(pk=article.pk).update(publication=Article.Publication.DRAFT)
    assert client.get(article.get_absolute_url()).status_code == 404
    assert "draft" in get(admin_client, article.get_absolute_url()).one("header", "head").text


@pytest.mark.parametrize("query", ["?page=99", "?page=x", "?status=none", "?q=%00", "?speaker=not-stated"])
def test_no_query_string_breaks_the_page(client, article, query):
    get(client, article.get_absolute_url() + query)


def test_an_article_alone_in_its_story_left_nothing_out(client):
    article = make_story(articles=1, statements=2).articles.get()
    assert not get(client, article.get_absolute_url()).all(id="left-out")


@pytest.mark.parametrize("query", ["", "?status=rewritten"])
def test_queries_are_few_and_do_not_grow(client, query):
    counts = []
    for size in (1, 20, 60):
        story = make_story(articles=3, statements=size, title=f"Bridges {size}", shared=True)
        with CaptureQueriesContext(connection) as queries:
            get(client, story.articles.first().get_absolute_url() + query)
        counts.append(len(queries))
    assert counts[0] == counts[1] == counts[2] <= MOST_QUERIES


@pytest.mark.parametrize(
    ("moment", "printed"),
    [
        (datetime(2024, 5, 7, tzinfo=UTC), "7 May 2024"),
        (datetime(2024, 5, 7, 6, 5, tzinfo=UTC), "7 May 2024, 06:05 UTC"),
    ],
)
def test_an_hour_is_printed_only_where_one_was_stated(client, db, moment, printed):
    article = make_story().articles.all()[0]
    Article.objects.filter(pk=article.pk).update(published_at=moment)
    assert [time.words for time in get(client, f"/articles/{article.pk}/").all("time")] == [printed]


def test_what_editors_put_right_is_shown_with_its_date(client, article):
    quotation = article.quotations.filter(kind="direct").first()
    words = article.text[quotation.start : quotation.end]
    Correction.objects.create(article=article, start=quotation.start, words=words, is_quotation=False)
    Correction.objects.create(article=article, start=0, words="words that it does not print")
    (line,) = get(client, article.get_absolute_url()).one("section", aria_labelledby="amended").all("li")
    assert line.one("time")["datetime"] == Correction.objects.first().corrected_at.date().isoformat()
    said = line.one(css="said")
    assert said.text == article.text[int(said["data-start"]) : int(said["data-end"])]
    assert words.startswith(said.text)
    assert line.words.endswith("is no quotation")


@pytest.mark.parametrize("named", [True, False])
def test_a_corrected_speaker_is_named_or_said_not_to_be_stated(client, article, named):
    quotation = article.quotations.filter(kind="direct", speaker__isnull=False).first()
    words = article.text[quotation.start : quotation.end]
    Correction.objects.create(
        article=article, start=quotation.start, words=words, speaker=quotation.speaker if named else None
    )
    section = get(client, article.get_absolute_url()).one("section", aria_labelledby="amended")
    assert (f"was said by {quotation.speaker.name}" if named else "speaker is not stated") in section.words


def test_an_article_that_nobody_corrected_says_nothing_of_it(client, article):
    assert not get(client, article.get_absolute_url()).all("section", aria_labelledby="amended")
