"""What every answer has in common: headers, refusals, health."""

import pytest
from django.db import DatabaseError, connection

pytestmark = pytest.mark.django_db

SIDE_BY_SIDE = "/stories/the-harbour-plan/side-by-side/"
PAGES = ("/", "/stories/the-harbour-plan/", SIDE_BY_SIDE, "/search/", "/method/")


@pytest.mark.parametrize("address", PAGES)
def test_nothing_inline_and_nothing_from_elsewhere(client, harbour, address):
    response = client.get(address)
    assert response.status_code == 200
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "nonce" not in policy
    page = response.content.decode()
    assert "<style" not in page
    assert " style=" not in page
    assert "<script>" not in page
    assert 'src="http' not in page
    assert "onclick" not in page


def test_the_admin_has_the_same_policy(admin_client):
    assert "unsafe" not in admin_client.get("/admin/").headers["Content-Security-Policy"]


@pytest.mark.parametrize("address", PAGES)
def test_protective_headers(client, harbour, address):
    headers = client.get(address).headers
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"


@pytest.mark.parametrize("address", PAGES)
def test_both_variants_vary_on_the_same_headers(client, harbour, address):
    plain = client.get(address).headers["Vary"]
    htmx = client.get(address, headers={"HX-Request": "true", "HX-Target": "no-such"}).headers["Vary"]
    for header in ("HX-Request", "HX-Target"):
        assert header in plain
        assert header in htmx


def test_an_unchanged_page_is_answered_by_304(client, harbour):
    first = client.get(SIDE_BY_SIDE)
    again = client.get(SIDE_BY_SIDE, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


def test_healthz_with_and_without_a_database(client, monkeypatch):
    assert client.get("/healthz").status_code == 200

    def fail() -> None:
        raise DatabaseError

    monkeypatch.setattr(connection, "cursor", fail)
    response = client.get("/healthz")
    assert response.status_code == 503
    assert "cannot be reached" in response.content.decode()


@pytest.mark.parametrize(
    "address",
    ["/nothing/", "/stories/none/", "/articles/0/", "/articles/99999999999999999999999/", "/stories/%00/"],
)
def test_an_unknown_address_is_a_404_with_a_way_on(client, address):
    response = client.get(address)
    assert response.status_code == 404
    assert 'href="/"' in response.content.decode()


def test_a_failing_page_says_so_and_whose_fault_it_is(client, harbour, monkeypatch):
    client.raise_request_exception = False
    monkeypatch.setattr("articles.views.stories.show_story", lambda *_: 1 / 0)
    response = client.get("/stories/the-harbour-plan/")
    assert response.status_code == 500
    assert "our mistake" in response.content.decode()


@pytest.mark.parametrize("address", PAGES)
def test_only_reading_is_allowed(client, harbour, address):
    assert client.post(address).status_code == 405


HOSTILE = (
    "status=foo&status=verbatim",
    "q=%00%FF%FE",
    "q=" + "a" * 5000,
    "speaker=" + "b" * 5000,
    "kind=<script>alert(1)</script>",
    "left=-1&right=1e9",
    "left=99999999999999999999999999&right=٣",
    "statement=99999999999999999999999&page=-7",
    "page=zero&sort=;drop&base=x",
    "status[]=x&=&&&=%",
    "outlet=%E2%80%AE&outlet=" + "&outlet=".join(str(n) for n in range(300)),
)


@pytest.mark.parametrize("query", HOSTILE)
@pytest.mark.parametrize("address", PAGES)
def test_no_query_string_breaks_a_page(client, harbour, address, query):
    response = client.get(f"{address}?{query}")
    assert response.status_code == 200
    page = response.content.decode()
    assert "<script>alert" not in page
    assert "b" * 500 not in page


def test_an_unknown_value_is_ignored_and_said(client, harbour):
    page = client.get(f"{SIDE_BY_SIDE}?status=foo").content.decode()
    assert "status=foo" in page
    assert "gnored" in page
