"""What an outlet prints is told of that outlet in the tables, the filters, the marks and their counts."""

import re

import pytest

from articles.analysis import analyse_story
from articles.pages.quotation_list import list_quotations
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


@pytest.fixture
def part(bring_in):
    """An article that prints the words which all agree on, as another one's, among those that differ."""
    own = f"Terns\n\nShips wait. “{SENTENCE},” said Harold Finch."
    for outlet, text in TEXTS.items():
        article = bring_in(own if outlet == "The Tern" else text, story="Breakwater", outlet=outlet)
    assert analyse_story(article.story)
    (statement,) = article.story.statements.all()
    assert statement.matches.filter(status="rewritten").exists()
    return article.story.articles.get(outlet__name="The Tern")


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


def test_a_difference_is_asked_for_of_what_the_outlet_prints(client, story):
    address = story.get_absolute_url()
    outlets = get(client, f"{address}?kind=number").one(id="choose-outlet").all("option")[1:]
    assert [option.words for option in outlets] == [
        "The Gull (1)",
        "The Heron (1)",
        "The Tern (0)",
        "The Wren (1)",
    ]
    for option in outlets:
        counted = int(option.words[-2])
        asked = f"?kind=number&outlet={option['value']}"
        page = get(client, address + asked)
        assert len(listed(page)) == counted == chips(page)["all"]
        kinds = get(client, f"{address}?outlet={option['value']}").one(id="choose-kind").all("option")
        assert [kind.words for kind in kinds[1:]] == [f"number or date changed ({counted})"]
    (cells,) = [row.all("td") for row in get(client, address + "?kind=number").all("tfoot")[1].all("tr")]
    assert [cell.words[0] for cell in cells] == ["1", "1", "1", "–", "1"]


def test_an_article_counts_the_differences_of_its_own_words(client, part):
    assert len(listed(get(client, f"{part.story.get_absolute_url()}?kind=number"))) == 1
    assert len(listed(get(client, f"{part.get_absolute_url()}?kind=speaker"))) == 1
    assert not listed(get(client, f"{part.get_absolute_url()}?kind=number"))
    assert len(listed(get(client, part.get_absolute_url()))) == 1


def test_side_by_side_counts_the_differences_of_what_each_prints(client, story):
    keys = [story.articles.get(outlet__name=name).pk for name in ("The Gull", "The Heron", "The Wren")]
    names = ("left", "right", "third")
    query = "&".join(f"{name}={pk}" for name, pk in zip(names, keys, strict=True))
    page = get(client, f"{story.get_absolute_url()}side-by-side/?{query}&kind=number")
    options = [option.words for option in page.one(id="choose-outlet").all("option")[1:]]
    assert options == ["The Gull (1)", "The Heron (1)", "The Wren (1)"]


def test_a_status_beside_the_words_of_an_outlet_is_that_of_these_words(client, part):
    (note,) = listed(get(client, part.get_absolute_url()))
    assert note["class"] == "note verbatim"
    page = get(client, "/search/?q=harbour")
    told = {
        hit.one("b").words: hit.one("span", "underlined").words for hit in page.one("ol", "hits").all("li")
    }
    same, reworded = "Word for word", "Reworded"
    assert told == {"The Gull": reworded, "The Heron": same, "The Tern": same, "The Wren": reworded}
    assert chips(page) == {"all": 4, "verbatim": 2, "rewritten": 2, "sole": 0}
    (second,) = get(client, "/search/?q=twelfth").one("ol", "hits").all("li")
    assert second.one("span", "underlined").words == reworded
    for slug, word in (("harold-finch", "Word for word"), ("maria-holt", "Reworded")):
        page = get(client, f"/speakers/{slug}/")
        (item,) = page.one("ol", "missing").all("li")
        assert item.one("span", "underlined").words == word
        assert f"{word}: 1" in page.one("section", "step").one("p", "meta").words
    article = part.story.articles.get(outlet__name="The Heron")
    assert [quotation.status for quotation in list_quotations(article)] == [same, reworded]
