"""What an outlet prints is told of that outlet in the tables, the filters, the marks and their counts."""

import re

import pytest

from articles.analysis import analyse_story
from tests.pages.tree import Element, get

pytestmark = pytest.mark.django_db

SENTENCE = "Nobody in this harbour will lose a single berth because of the new breakwater"
SECOND = "The first stone is to be laid on the eleventh of October"
BOTH = f"“{SENTENCE}. {SECOND},” said Maria Holt, the harbour master."
TEXTS = {
    "The Gull": f"Gulls\n\nRain fell. {BOTH}",
    "The Heron": f"Herons\n\nIt was dry. “{SENTENCE},” said Maria Holt, the harbour master. "
    "“The first stone is to be laid on the twelfth of October,” Holt said.",
    "The Tern": "Terns\n\nShips wait. Maria Holt, the harbour master, said that nobody in this harbour would "
    "lose a single berth because of the new breakwater. It snowed at noon.",
    "The Wren": f"Wrens\n\nThe works begin, and the wind has fallen. {BOTH}",
}


@pytest.fixture
def story(bring_in):
    articles = [bring_in(text, story="Breakwater", outlet=outlet) for outlet, text in TEXTS.items()]
    assert analyse_story(articles[0].story)
    return articles[0].story


def chips(page: Element) -> dict[str, int]:
    found = page.one("ul", "chips").all("a", "chip")
    return {a["id"].removeprefix("chip-"): int(a.all("span")[-1].words) for a in found}


def listed(page: Element) -> list[Element]:
    return page.all("article", "statement") or page.all("article", "note")


def test_a_cell_counts_the_words_that_its_status_is_true_of(client, story):
    (row,) = get(client, story.get_absolute_url()).all("table")[0].one("tbody").all("tr")
    cells = [cell.words for cell in row.all("td")]
    assert cells[0] == "3 + 1 ~ in its own words"
    assert cells[1] == "≈Reworded, 10 of 24 words"
    assert cells[3].startswith("~In the outlet’s own words, 15")


def test_who_quotes_whom_tells_what_the_outlet_prints(client, story):
    table = get(client, story.get_absolute_url()).all("table")[1]
    said = [cell.words for cell in table.one("tfoot").all("td")]
    reworded = "1: 1 reworded"
    assert said == [reworded, reworded, reworded, "1: 1 in the outlet’s own words", reworded]


@pytest.mark.parametrize("outlet", ["", "the-gull", "the-tern"])
def test_every_status_lists_what_its_chip_counts(client, story, outlet):
    address = f"{story.get_absolute_url()}?outlet={outlet}"
    counted = chips(get(client, address))
    assert counted.pop("all") == sum(counted.values()) == 1
    assert counted.get("reported", 0) == (outlet == "the-tern")
    for status, number in counted.items():
        page = get(client, f"{address}&status={status}")
        assert len(listed(page)) == number
        for link in [a for table in page.all("table")[1:] for a in table.all("a")]:
            shown = get(client, story.get_absolute_url() + link["href"])
            assert len(listed(shown)) == int(re.match(r"\d+", link.words).group())


def test_an_outlet_choice_counts_what_choosing_it_lists(client, story):
    page = get(client, f"{story.get_absolute_url()}?status=reported")
    assert not listed(page)
    options = [option.words for option in page.one(id="choose-outlet").all("option")[1:]]
    assert options == ["The Gull (0)", "The Heron (0)", "The Tern (1)", "The Wren (0)"]
    assert len(listed(get(client, f"{story.get_absolute_url()}?status=reported&outlet=the-tern"))) == 1


@pytest.mark.parametrize("outlet", TEXTS)
def test_the_chips_of_an_article_count_its_own_notes(client, story, outlet):
    page = get(client, story.articles.get(outlet__name=outlet).get_absolute_url())
    counted = chips(page)
    assert counted.pop("all") == len(listed(page))
    for status, number in counted.items():
        assert len([note for note in listed(page) if status in note["class"].split()]) == number


def test_a_report_is_marked_as_one_and_what_it_reports_is_not(client, story):
    pair = [story.articles.get(outlet__name=name).pk for name in ("The Heron", "The Tern")]
    page = get(client, f"{story.get_absolute_url()}side-by-side/?left={pair[0]}&right={pair[1]}")
    left, right = page.all("article", "column")
    assert {mark["class"] for mark in left.all("mark")} == {"sole"}
    assert {mark["class"] for mark in right.all("mark")} == {"reported indirect"}
    badges = [column.all("a", "badge")[0] for column in (left, right)]
    assert [badge.one("span", "visually-hidden").words for badge in badges] == [
        "Only here, statement 1",
        "In the outlet’s own words, statement 1",
    ]
    assert [badge.all("span")[-1].words for badge in badges] == ["1", "1"]
    assert chips(page)["sole"] == chips(page)["all"]


def test_every_stretch_of_another_status_has_its_word(client, story):
    page = get(client, story.articles.get(outlet__name="The Gull").get_absolute_url())
    (paragraph,) = [p for p in page.one(css="article-text").all("p") if p.all("mark")]
    told = [e for e in paragraph.walk() if {"badge", "turn"} & set(e.attributes.get("class", "").split())]
    assert [e.one("span", "visually-hidden").words for e in told] == [
        "Word for word, statement 1",
        "[Reworded:]",
    ]
    assert [mark["class"].split()[0] for mark in paragraph.all("mark")][:2] == ["verbatim", "rewritten"]
    plain = get(client, story.articles.get(outlet__name="The Heron").get_absolute_url())
    assert not plain.all(css="turn")
