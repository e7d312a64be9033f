"""The API: what it answers, that it says the same as the pages, and what it refuses."""

from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client

from articles.models import Article, FormerStatement, Match, Quotation, Speaker, Statement
from articles.pages.leaves import STATEMENTS_A_PAGE
from articles.pages.records import FORMAT
from articles.views.stories import STORIES_A_PAGE
from tests.pages.rows import make_story
from tests.pages.tree import get
from tests.programs.reading import API_PAGED, API_STORY, FILTERS, listed_on_page, load, slices_in

pytestmark = pytest.mark.django_db


def local(address: str) -> str:
    """Give an address of an answer as the test client asks for it."""
    parts = urlsplit(address)
    assert f"{parts.scheme}://{parts.netloc}" == "http://testserver"
    return f"{parts.path}?{parts.query}"


def walk(client: Client, address: str, name: str) -> list[dict[str, Any]]:
    """Gather what all pages of an answer list, forwards, and check the way back."""
    found: list[dict[str, Any]] = []
    before = None
    while address:
        answer = load(client, address)
        assert answer["previous"] == before
        found += answer[name]
        before = f"http://testserver{address}".removesuffix("?")
        address = local(answer["next"]) if answer["next"] else ""
    assert len(found) == answer["count"]
    return found


def test_the_index_leads_to_answers_and_names_the_format(client, bridges):
    index = load(client, "/api/")
    assert index["format"] == FORMAT
    pk = Statement.objects.earliest("pk").pk
    speaker = Speaker.objects.earliest("pk").slug
    for name, template in index.items():
        if name != "format":
            plain = template.partition("{?")[0]
            slug = speaker if "/speakers/" in plain else "bridges"
            address = local(plain.replace("{slug}", slug).replace("{id}", str(pk)))
            assert client.get(address).status_code == 200, name


def test_the_help_is_there_as_text(client, db):
    response = client.get("/api/help/")
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode().startswith("# ")


def test_stories_are_listed_with_their_outlets_and_counts(client, bridges):
    (story,) = load(client, "/api/stories/")["stories"]
    assert story["title"] == "Bridges"
    assert story["articles"] == 4
    assert [outlet["slug"] for outlet in story["outlets"]] == [f"outlet-{n}" for n in range(4)]
    assert sum(story["statuses"].values()) == 12
    assert load(client, local(story["data"]))["story"]["slug"] == "bridges"
    assert client.get(local(story["address"])).status_code == 200


def test_stories_are_paged(client):
    for n in range(STORIES_A_PAGE + 1):
        make_story(articles=1, statements=1, title=f"Story {n}")
    stories = walk(client, "/api/stories/", "stories")
    assert [story["title"] for story in stories] == [f"Story {n}" for n in reversed(range(len(stories)))]


def test_a_story_gives_articles_statements_versions_and_matches(client, bridges):
    answer = load(client, API_STORY)
    articles = Article.objects.in_bulk()
    assert {a["id"]: a["text_sha256"] for a in answer["articles"]} == {
        pk: article.text_digest for pk, article in articles.items()
    }
    assert answer["independent_texts"] == 4
    assert answer["total"] == answer["count"] == 12
    stored: dict[int, set[int]] = {pk: set() for pk in Statement.objects.values_list("pk", flat=True)}
    for statement, quotation in Statement.objects.values_list("pk", "versions__quotation"):
        stored[statement].add(quotation)
    assert {s["id"]: {v["quotation"] for v in s["versions"]} for s in answer["statements"]} == stored
    for statement in answer["statements"]:
        assert len(statement["matches"]) == Match.objects.filter(statement=statement["id"]).count()
        assert [version["fullest"] for version in statement["versions"]].count(True) == 1
        assert all(version["cue"]["text"] == "said" for version in statement["versions"])


def test_every_quoted_word_is_an_exact_slice_at_a_place_that_is_there(client, harbour):
    texts = dict(Article.objects.values_list("pk", "text"))
    addresses = ["/api/stories/the-harbour-plan/", "/api/search/?q=harbour", "/api/speakers/jane-smith/"]
    for address in addresses:
        found = list(slices_in(load(client, address)))
        assert len(found) > 1, address
        for article, span, place in found:
            assert texts[article][span["start"] : span["end"]] == span["text"]
            page, _, anchor = place.removeprefix("http://testserver").partition("#")
            assert page == f"/articles/{article}/"
            assert get(client, page).all(id=anchor)


def test_a_difference_gives_both_places_and_its_sentence(client, harbour):
    answer = load(client, "/api/stories/the-harbour-plan/?kind=negation")
    (statement,) = answer["statements"]
    (match,) = statement["matches"]
    (told,) = [d for d in match["differences"] if d["kind"] == "negation"]
    assert {told["a"]["text"], told["b"]["text"]} == {"not", ""}
    assert "“not”" in told["sentence"]
    assert not told["possible"]
    assert match["status"] == statement["status"] == "rewritten"
    assert "words agree" in match["why"]


def test_a_possible_match_is_never_given_as_a_fact(client, bridges):
    pk = Match.objects.filter(status="rewritten").earliest("pk").statement_id
    Match.objects.filter(statement=pk).update(status="possible")
    statement = load(client, f"/api/statements/{pk}/")["statement"]
    assert statement["status"] == "possible"
    assert {version["status"] for version in statement["versions"]} == {"possible"}
    for match in statement["matches"]:
        assert match["possible"]
        assert match["status"] == "possible"
        assert all(difference["possible"] for difference in match["differences"])


def test_a_speaker_who_is_not_told_is_nobody(client, bridges):
    quotation = Quotation.objects.earliest("pk")
    Quotation.objects.filter(pk=quotation.pk).update(speaker=None)
    answer = load(client, f"{API_STORY}?speaker=not-stated")
    assert answer["count"] > 0
    versions = [v for s in answer["statements"] for v in s["versions"] if v["quotation"] == quotation.pk]
    assert [version["speaker"] for version in versions] == [None]


def test_the_filters_are_those_of_the_page(client, bridges):
    for query in FILTERS:
        answer = load(client, f"{API_STORY}?{query}")
        assert [statement["id"] for statement in answer["statements"]] == listed_on_page(client, query)
        assert answer["ignored"] == []


def test_statements_are_paged_as_on_the_page(client):
    make_story(articles=2, statements=STATEMENTS_A_PAGE + 5)
    found = [statement["id"] for statement in walk(client, API_STORY, "statements")]
    assert found == listed_on_page(client, "")
    assert len(set(found)) == STATEMENTS_A_PAGE + 5
    second = load(client, f"{API_STORY}?status=sole&page=2")
    assert second["filters"]["status"] == ["sole"]
    assert (second["page"], second["ignored"]) == (1, ["page=2"])


@pytest.mark.parametrize("address", API_PAGED)
def test_a_page_that_is_not_there_is_ignored_and_said(client, bridges, address):
    for page in ("0", "-1", "9", "zero", "1e3", "9" * 30):
        answer = load(client, f"{address}{'&' if '?' in address else '?'}page={page}")
        assert answer["ignored"] == [f"page={page}"]
        assert answer["page"] == 1
        assert answer["next"] is None


def test_unknown_values_are_ignored_and_said(client, bridges):
    answer = load(client, f"{API_STORY}?status=nope&kind=zz&outlet=none&speaker=nobody")
    assert answer["ignored"] == ["status=nope", "speaker=nobody", "outlet=none", "kind=zz"]
    assert answer["count"] == answer["total"]
    assert load(client, "/api/search/?q=open&kind=number")["ignored"] == ["kind=number"]


def test_one_statement_is_the_same_by_itself(client, bridges):
    answer = load(client, API_STORY)
    statement = answer["statements"][0]
    alone = load(client, local(statement["data"]))
    assert alone["statement"] == statement
    assert alone["articles"] == answer["articles"]
    assert client.get(local(statement["address"])).status_code == 200


def test_the_address_of_a_former_statement_leads_on(client, bridges):
    now = Statement.objects.earliest("pk")
    FormerStatement.objects.create(number=now.pk + 10**6, statement=now)
    response = client.get(f"/api/statements/{now.pk + 10**6}/")
    assert response.status_code == 302
    assert response.headers["Location"] == f"/api/statements/{now.pk}/"
    assert response.headers["Access-Control-Allow-Origin"] == "*"


def test_a_speaker_gives_what_they_said_by_story(client, bridges):
    make_story(articles=2, statements=4, title="Tunnels")
    answer = load(client, "/api/speakers/speaker-1/")
    assert answer["speaker"]["name"] == "Speaker 1"
    assert [entry["story"]["title"] for entry in answer["stories"]] == ["Tunnels", "Bridges"]
    for entry in answer["stories"]:
        asked = load(client, f"/api/stories/{entry['story']['slug']}/?speaker=speaker-1")
        by_id = {statement["id"]: statement for statement in asked["statements"]}
        assert {said["id"] for said in entry["statements"]} == by_id.keys()
        for said in entry["statements"]:
            versions = {v["quotation"]: v for v in by_id[said["id"]]["versions"]}
            version = versions[said["version"]["quotation"]]
            assert version["status"] == said["status"]
            assert version["speaker"]["slug"] == "speaker-1"
            assert version["spans"] == said["version"]["spans"]


def test_the_name_an_editor_joined_leads_to_the_person(client, bridges):
    person = Speaker.objects.get(slug="speaker-1")
    Speaker.objects.create(key="s. one", name="S. One", slug="s-one", same_as=person)
    response = client.get("/api/speakers/s-one/")
    assert response.headers["Location"] == "/api/speakers/speaker-1/"


def test_a_search_gives_quotations_and_headlines(client, bridges):
    found = walk(client, "/api/search/?q=first", "quotations")
    texts = dict(Article.objects.values_list("pk", "text"))
    stored = Quotation.objects.values_list("pk", "article", "start", "end")
    assert {hit["quotation"] for hit in found} == {
        pk for pk, article, start, end in stored if "first" in texts[article][start:end]
    }
    assert {span["text"] for hit in found for span in hit["found"]} == {"first"}
    titles = load(client, "/api/search/?q=bridges")
    assert titles["headlines_count"] == len(titles["headlines"]) == 4
    assert load(client, "/api/search/")["count"] == 0


def test_a_search_is_narrowed_down_as_the_page_is(client, bridges):
    answer = load(client, "/api/search/?q=open&outlet=outlet-1&status=rewritten")
    assert answer["filters"] == {
        "status": ["rewritten"],
        "speaker": [],
        "outlet": ["outlet-1"],
        "kind": [],
        "q": "open",
    }
    assert {hit["article"]["outlet"]["slug"] for hit in answer["quotations"]} == {"outlet-1"}
    assert {hit["status"] for hit in answer["quotations"]} == {"rewritten"}
