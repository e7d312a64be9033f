"""The API: what it keeps to itself, what it refuses, how it is asked again, and what it costs."""

import json

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.analysis import analyse_story
from articles.models import Article, Speaker, Statement, Story
from tests.pages.rows import make_story
from tests.programs.reading import API_PAGED, API_STORY, HOSTILE, load

pytestmark = pytest.mark.django_db

ADDRESSES = ("/api/", "/api/help/", *API_PAGED)


@pytest.mark.parametrize("who", ["client", "admin_client"])
def test_no_draft_is_answered_to_anybody(request, who, bring_in, harbour):
    text = "Open\n\n“The harbour belongs to everyone who works on the water,” said Jane Smith, the mayor."
    draft = bring_in(text, outlet="The Unready", draft=True)
    assert analyse_story(harbour)
    hidden = bring_in("Plans\n\n“Nobody may read this yet,” said Jane Smith.", story="Secret", draft=True)
    assert analyse_story(hidden.story)
    asking = request.getfixturevalue(who)
    addresses = ["/api/stories/", "/api/stories/the-harbour-plan/", "/api/search/?q=harbour"]
    speakers = [f"/api/speakers/{slug}/" for slug in Speaker.objects.values_list("slug", flat=True)]
    statements = [f"/api/statements/{pk}/" for pk in Statement.objects.values_list("pk", flat=True)]
    for address in [*addresses, *speakers, *statements]:
        said = asking.get(address).content.decode()
        assert "Unready" not in said
        assert "Secret" not in said
        assert "Nobody may read" not in said
        assert f"/articles/{draft.pk}/" not in said
    assert asking.get("/api/stories/secret/").status_code == 404
    of_draft = Statement.objects.filter(story=hidden.story).earliest("pk")
    assert asking.get(f"/api/statements/{of_draft.pk}/").status_code == 404


def test_an_unknown_address_is_a_404_in_json(client, bridges):
    statements = ("0", "9" * 40, "one")
    for unknown in ("nothing", "stories/none", "speakers/nobody", *(f"statements/{pk}" for pk in statements)):
        response = client.get(f"/api/{unknown}/")
        assert response.status_code == 404
        assert response.headers["Content-Type"] == "application/json"
        assert response.headers["Access-Control-Allow-Origin"] == "*"
        assert json.loads(response.content)["status"] == 404


def test_a_mistake_of_ours_is_said_in_json(client, bridges, monkeypatch):
    client.raise_request_exception = False
    monkeypatch.setattr("articles.views.api.show_entries", lambda *_, **__: 1 / 0)
    response = client.get("/api/stories/")
    assert response.status_code == 500
    assert json.loads(response.content)["status"] == 500


@pytest.mark.parametrize("address", ADDRESSES)
def test_only_reading_is_allowed(address):
    asking = Client(enforce_csrf_checks=True)
    for method in ("post", "put", "patch", "delete", "options"):
        response = getattr(asking, method)(address)
        assert response.status_code == 405
        assert response.headers["Allow"] == "GET, HEAD"
        assert json.loads(response.content)["status"] == 405


@pytest.mark.parametrize("address", ADDRESSES)
def test_pages_of_any_site_may_read_and_ask_again(client, bridges, address):
    response = client.get(address)
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["Cache-Control"] == "no-cache"
    assert "Cookie" not in response.headers.get("Vary", "")
    again = client.get(address, headers={"If-None-Match": response.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["Access-Control-Allow-Origin"] == "*"
    head = client.head(address)
    assert (head.status_code, head.content) == (200, b"")


def test_an_unchanged_story_costs_one_query_and_a_changed_one_is_given_anew(
    client, bridges, django_assert_num_queries
):
    pk = Statement.objects.earliest("pk").pk
    for address in (API_STORY, f"/api/statements/{pk}/"):
        etag = {"If-None-Match": client.get(address).headers["ETag"]}
        with django_assert_num_queries(1):
            assert client.get(address, headers=etag).status_code == 304
    Article.objects.filter(story=bridges).update(headline="Another headline")
    assert client.get(API_STORY, headers=etag).status_code == 200
    assert {a["headline"] for a in load(client, API_STORY)["articles"]} == {"Another headline"}


def test_addresses_are_those_of_the_host_that_was_asked(client, bridges):
    here = client.get(API_STORY, headers={"host": "one.example"}).content.decode()
    there = client.get(API_STORY, headers={"host": "two.example"}).content.decode()
    assert "http://one.example/articles/" in here
    assert here.replace("one.example", "two.example") == there


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_query_string_breaks_an_answer(client, bridges, address):
    for query in HOSTILE:
        response = client.get(f"{address.partition('?')[0]}?{query}")
        assert response.status_code == 200
        assert "b" * 500 not in response.content.decode()


def count_queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.mark.parametrize("address", ADDRESSES)
def test_queries_do_not_grow_with_the_rows(client, address):
    make_story(articles=2, statements=3, shared=True)
    few = count_queries(client, address)
    Story.objects.update(slug="former")
    for title in ("Bridges", "Tunnels", "Quays"):
        make_story(articles=12, statements=40, title=title, shared=True)
    assert count_queries(client, address) <= few
