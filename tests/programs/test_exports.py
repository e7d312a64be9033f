"""What is taken from the page of a story: the same as the page lists, exact, and safe in a spreadsheet."""

import csv
from io import StringIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.analysis import analyse_story
from articles.models import Article, Match, Outlet, Speaker, Statement, Version
from articles.pages.leaves import STATEMENTS_A_PAGE
from articles.pages.table import COLUMNS, GUARD
from tests.conftest import HARBOUR
from tests.pages.rows import make_story
from tests.pages.story_page import ADDRESS
from tests.pages.tree import get
from tests.programs.reading import FILTERS, HOSTILE, listed_on_page, load, slices_in

pytestmark = pytest.mark.django_db

CSV = "/stories/bridges/export.csv"
JSON = "/stories/bridges/export.json"


def rows(client: Client, address: str = CSV) -> list[dict[str, str]]:
    """Read the table as a program that knows of the byte order mark."""
    response = client.get(address)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(StringIO(response.getvalue().decode("utf-8-sig"), newline="")))


def places(row: dict[str, str]) -> list[tuple[int, int]]:
    return [(int(start), int(end)) for start, end in (p.split("..") for p in row["places"].split())]


def test_both_files_list_what_the_page_lists(client, bridges):
    for query in FILTERS:
        listed = listed_on_page(client, query)
        table = [int(row["statement"]) for row in rows(client, f"{CSV}?{query}")]
        assert list(dict.fromkeys(table)) == listed
        assert [s["id"] for s in load(client, f"{JSON}?{query}")["statements"]] == listed


def test_there_is_a_row_for_each_version(client, bridges):
    stored = Version.objects.values_list("statement", "quotation", "quotation__article")
    found = rows(client)
    assert tuple(found[0]) == COLUMNS
    assert sorted(
        (int(r["statement"]), int(r["address"].partition("#q")[2]), int(r["article"])) for r in found
    ) == sorted(stored)
    assert sum(row["fullest"] == "yes" for row in found) == Statement.objects.count()


def test_all_pages_are_taken_at_once(client):
    make_story(articles=2, statements=STATEMENTS_A_PAGE + 5)
    assert len({row["statement"] for row in rows(client)}) == STATEMENTS_A_PAGE + 5
    answer = load(client, JSON)
    assert len(answer["statements"]) == answer["count"] == answer["total"] == STATEMENTS_A_PAGE + 5


def test_every_cell_of_words_is_exact_slices_at_the_places_beside_it(client, harbour):
    texts = dict(Article.objects.values_list("pk", "text"))
    found = rows(client, "/stories/the-harbour-plan/export.csv")
    assert len(found) > 5
    for row in found:
        text = texts[int(row["article"])]
        assert row["words"] == "\n".join(text[start:end] for start, end in places(row))
        page, _, anchor = row["address"].removeprefix("http://testserver").partition("#")
        assert get(client, page).all(id=anchor)


def test_a_quotation_in_two_parts_has_two_lines_and_two_places(client, bring_in):
    text = "Sale\n\n“We sold the old harbour to the bank,” said Ann Lee, “and we kept the two boats.”"
    article = bring_in(text, story="Sale", outlet="The Gull")
    assert analyse_story(article.story)
    (row,) = rows(client, "/stories/sale/export.csv")
    assert row["words"].split("\n") == [article.text[start:end] for start, end in places(row)]
    assert len(places(row)) == 2


def test_the_files_say_the_same_in_standard_words(client, harbour):
    answer = load(client, "/stories/the-harbour-plan/export.json")
    texts = dict(Article.objects.values_list("pk", "text"))
    for article, span, _ in slices_in(answer):
        assert texts[article][span["start"] : span["end"]] == span["text"]
    versions = [(s, v) for s in answer["statements"] for v in s["versions"]]
    table = rows(client, "/stories/the-harbour-plan/export.csv")
    for (statement, version), row in zip(versions, table, strict=True):
        assert row["status"] == statement["status"]
        assert row["version_status"] == version["status"]
        assert row["form"] == version["form"]
        assert row["speaker"] == (version["speaker"]["name"] if version["speaker"] else "")
        assert row["cue"] == (version["cue"]["text"] if version["cue"] else "")
    assert {row["status"] for row in table} == {"verbatim", "rewritten", "sole"}
    assert any("negation" in row["differences"].split() for row in table)


def test_the_json_file_holds_what_the_api_answers(client, bridges):
    taken, answered = load(client, JSON), load(client, "/api/stories/bridges/")
    assert taken["statements"] == answered["statements"]
    assert taken["articles"] == answered["articles"]
    assert taken["format"] == load(client, "/api/")["format"]


def test_what_differs_in_a_possible_match_is_kept_apart(client, bridges):
    pk = Match.objects.filter(status="rewritten").earliest("pk").statement_id
    Match.objects.filter(statement=pk).update(status="possible")
    found = [row for row in rows(client) if row["statement"] == str(pk)]
    assert {row["status"] for row in found} == {"possible"}
    assert not any(row["differences"] for row in found)
    assert any(row["possible_differences"] == "certainty" for row in found)


def test_no_cell_begins_like_a_formula(client):
    make_story(articles=2, statements=2)
    for sign in ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"):
        check_guard(client, sign)


def check_guard(client: Client, sign: str) -> None:
    """Begin every name and every quotation with a sign, and read the table as a spreadsheet would."""
    wicked = f"{sign}cmd|' /C calc'!A0"
    Outlet.objects.filter(pk=Outlet.objects.earliest("pk").pk).update(name=wicked)
    Speaker.objects.update(name=wicked)
    Article.objects.update(headline=wicked, address=wicked)
    for article in Article.objects.all():
        starts = {v.spans[0][0] for v in Version.objects.filter(quotation__article=article)}
        text = "".join(sign if n in starts else letter for n, letter in enumerate(article.text))
        Article.objects.filter(pk=article.pk).update(text=text)
    response = client.get(CSV).getvalue().decode("utf-8-sig")
    cells = [cell for row in csv.reader(StringIO(response, newline="")) for cell in row]
    assert not any(cell.startswith(sign) for cell in cells)
    assert sum(cell == GUARD + wicked for cell in cells) > 6
    texts = dict(Article.objects.values_list("pk", "text"))
    for row in rows(client):
        start, end = places(row)[0]
        assert row["words"] == GUARD + texts[int(row["article"])][start:end]
        assert len(row["words"]) == end - start + 1


def test_a_spreadsheet_is_told_that_it_is_utf_8(client, bridges):
    assert client.get(CSV).getvalue().startswith(b"\xef\xbb\xbfstatement,number,")
    assert not client.get(JSON).getvalue().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("target", ["", "statements"])
def test_the_page_and_its_fragment_lead_to_the_files_with_its_filters(client, bridges, target):
    base = Article.objects.earliest("pk").pk
    page = get(client, f"{ADDRESS}?status=sole&q=open&base={base}&status=nope", target)
    (taking,) = [p for p in page.all("p", "meta") if p.words.startswith("Take ")]
    assert [a["href"] for a in taking.all("a")] == [f"{f}?status=sole&q=open" for f in (CSV, JSON)]
    plain = get(client, ADDRESS, target)
    assert [a["href"] for a in plain.all("a") if "export" in a["href"]] == [CSV, JSON]
    none = get(client, f"{ADDRESS}?q=nowhere", target)
    assert not [a for a in none.all("a") if "export" in a["href"]]


@pytest.mark.parametrize(("address", "name"), [(CSV, "bridges.csv"), (JSON, "bridges.json")])
def test_a_file_is_saved_by_the_name_of_its_story_and_asked_for_again(
    client, bridges, address, name, django_assert_num_queries
):
    response = client.get(f"{address}?status=nope%0D%0AX-Evil:1")
    assert response.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert response.headers["X-Ignored"].startswith("status=nope")
    assert "X-Evil" not in response.headers
    assert response.headers["Cache-Control"] == "no-cache"
    assert "Cookie" in response.headers["Vary"]
    assert "X-Ignored" not in client.get(address).headers
    etag = client.get(address).headers["ETag"]
    with django_assert_num_queries(1):
        again = client.get(address, headers={"If-None-Match": etag})
    assert (again.status_code, again.content) == (304, b"")
    Article.objects.update(headline="Another headline")
    assert client.get(address, headers={"If-None-Match": etag}).status_code == 200
    head = client.head(address)
    assert (head.status_code, head.getvalue()) == (200, b"")


@pytest.mark.parametrize(
    "address", ["/stories/the-harbour-plan/export.csv", "/stories/the-harbour-plan/export.json"]
)
def test_drafts_are_taken_by_editors_alone_as_they_see_them_on_the_page(
    client, admin_client, bring_in, harbour, address
):
    bring_in(HARBOUR["Evening Star"].replace("opened in", "open in"), outlet="The Unready", draft=True)
    assert analyse_story(harbour)
    assert "The Unready" not in client.get(address).getvalue().decode()
    assert "The Unready" in admin_client.get(address).getvalue().decode()


@pytest.mark.parametrize("name", ["csv", "json"])
def test_there_is_nothing_to_take_from_no_story_or_from_drafts_alone(client, bring_in, name):
    bring_in(HARBOUR["The Courier"], story="Secret plans", draft=True)
    assert client.get(f"/stories/none/export.{name}").status_code == 404
    assert client.get(f"/stories/secret-plans/export.{name}").status_code == 404


@pytest.mark.parametrize("address", [CSV, JSON])
def test_only_reading_is_allowed(client, bridges, address):
    assert client.post(address).status_code == 405


def test_no_query_string_breaks_a_file(client, bridges):
    for query in HOSTILE:
        listed = load(client, f"{JSON}?{query}")
        assert listed["total"] == 12
        assert len({row["statement"] for row in rows(client, f"{CSV}?{query}")}) == listed["count"]


@pytest.mark.parametrize("address", [CSV, JSON])
def test_queries_do_not_grow_with_the_rows(client, address):
    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            response = client.get(address)
            loaded = len(queries)
            # A file is written while it is sent: by then all has been loaded.
            assert len(response.getvalue()) > 0
        assert len(queries) == loaded
        return loaded

    story = make_story(articles=2, statements=2, shared=True)
    few = count()
    type(story).objects.filter(pk=story.pk).update(slug="former")
    make_story(articles=12, statements=2 * STATEMENTS_A_PAGE, shared=True)
    assert count() <= few
