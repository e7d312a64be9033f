"""The two tables of the story page: their numbers reconcile with the list, and their cells lead to it."""

import pytest

from articles.models import Article, Quotation, Speaker
from tests.pages.story_page import ADDRESS, cells, numbers, statements
from tests.pages.tree import get

pytestmark = pytest.mark.django_db


def test_every_row_of_the_grid_reconciles_with_its_cells(client, bridges):
    grid = get(client, ADDRESS).all("table")[0]
    rows = [cells(row) for row in grid.one("tbody").all("tr")]
    printed = [[bool(cell.all("a")) for cell in row[2:]] for row in rows]
    assert [numbers(row[1].text)[0] for row in rows] == [sum(row) for row in printed]
    totals = [numbers(cell.text)[0] for cell in cells(grid.one("tfoot").one("tr"))[1:]]
    assert totals == [len(rows), *(sum(column) for column in zip(*printed, strict=True))]


def test_the_cells_of_the_grid_lead_to_the_words(client, bridges):
    for link in get(client, ADDRESS).all("table")[0].one("tbody").all("td")[0].all("a"):
        address, _, anchor = link["href"].partition("#")
        assert get(client, address).all(id=anchor)


@pytest.mark.parametrize("query", ["", "?status=rewritten", "?q=tenth", "?speaker=speaker-1&outlet=outlet-2"])
def test_a_speaker_cell_leads_to_exactly_its_statements(client, bridges, query):
    table = get(client, ADDRESS + query).all("table")[1]
    links = table.one("tbody").all("a") + table.one("tfoot").all("a")
    assert links
    for link in links:
        assert len(statements(get(client, ADDRESS + link["href"]))) == numbers(link.text)[0]


def test_a_statement_without_a_speaker_has_a_row_that_leads_to_it(client, bridges):
    Quotation.objects.filter(speaker__slug="speaker-1").update(speaker=None)
    table = get(client, ADDRESS).all("table")[1]
    (row,) = [row for row in table.one("tbody").all("tr") if "not stated" in row.text]
    page = get(client, ADDRESS + row.all("a")[0]["href"])
    assert {s.one("h3").words.split()[-1] for s in statements(page)} == {"stated"}


def test_a_statement_of_two_speakers_counts_for_both(client, bridges):
    quotation = Quotation.objects.filter(speaker__slug="speaker-0").first()
    quotation.speaker = Speaker.objects.get(slug="speaker-3")
    quotation.save()
    test_a_speaker_cell_leads_to_exactly_its_statements(client, bridges, "")


def test_two_articles_of_one_outlet_share_a_column(client, bridges):
    first = Article.objects.get(outlet__name="Outlet 0")
    Article.objects.filter(outlet__name="Outlet 1").update(outlet=first.outlet)
    page = get(client, ADDRESS)
    assert len(page.all("table")[1].one("thead").all("th")) == 2 + 3
    test_a_speaker_cell_leads_to_exactly_its_statements(client, bridges, "")
