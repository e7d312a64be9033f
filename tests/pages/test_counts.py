"""Every count of words on one page is the same one, and says what it is told by."""

import re

import pytest

from articles.analysis import analyse_story
from articles.engine.alignment import kinship, lone_fragments, matches, other_occasions
from articles.pages.carried import say_carriers
from articles.pages.needs import say_need, show_scale
from tests.pages.tree import get

pytestmark = pytest.mark.django_db

PLEDGE = "I have spoken to the governor, and he has assured me that"
TEXTS = {
    "The Gull": f"Money\n\nRain fell. “{PLEDGE} $40 million will be available at once if the legislature "
    "agrees to it next week,” said Maria Holt.",
    "The Heron": f"Pledge\n\nA row. “{PLEDGE} $400 million will be available at once,” Maria Holt said.",
    "The Tern": "Row\n\nShips wait. “I have spoken to the governor,” Maria Holt said. “He has assured me "
    "that $40 million will be available … next week,” she said.",
}


@pytest.fixture
def story(bring_in):
    articles = [bring_in(text, story="Money", outlet=outlet) for outlet, text in TEXTS.items()]
    assert analyse_story(articles[0].story)
    return articles[0].story


def counts(words: str, pattern: str) -> list[int]:
    return [int(number) for number in re.findall(pattern, words)]


def test_table_map_and_evidence_agree(client, story):
    page = get(client, story.get_absolute_url())
    (card,) = page.all("article", "statement")
    row = page.all("table")[0].one("tbody").words
    assert counts(row, r"(\d+) words") == [26, 18, 6 + 11]
    parts = card.one("ul", "carried").all("li")
    assert sum(counts(li.words, r"(\d+) words?")[0] for li in parts) == 26
    by_heron = sum(counts(li.words, r"(\d+) words?")[0] for li in parts if "The Heron" in li.words)
    (reason,) = [li.words for li in card.all("li") if "compared" in li.words and "The Heron" in li.words]
    assert {"26 compared in The Gull", "18 compared in The Heron"} & set(
        re.findall(r"\d+ compared in The \w+", reason)
    )
    assert counts(reason, r"(\d+) words agree") == [by_heron] == [17]


def test_each_stretch_of_the_map_has_the_letter_of_its_line(client, story):
    base = get(client, story.get_absolute_url()).one(css="base-version")
    lines = [
        li.one("span", "siglum").words for li in base.one("ul", "carried").all("li") if "also" in li.words
    ]
    assert lines == ["a", "b", "c"]
    assert {sup.words for sup in base.one("blockquote").all("sup")} == set(lines)


def test_why_says_which_strength_is_needed_and_leads_to_its_meaning(client, story):
    page = get(client, story.get_absolute_url())
    assert "16 is needed to be sure (changed words, the speakers agree)" in page.words
    (link,) = [a for a in page.all("a") if "What strength is" in a.words]
    assert get(client, link["href"].partition("#")[0]).all(id=link["href"].partition("#")[2])


def test_each_version_says_which_other_its_status_is_told_by(client, story):
    versions = get(client, story.get_absolute_url()).all("div", "version")
    assert len(versions) > 2
    assert all("beside The Gull" in version.words for version in versions[1:])


def test_every_strength_the_engine_asks_for_is_told(client):
    page = get(client, "/method/")
    cells = {cell.words for cell in page.all("td")}
    needed = [
        figure
        for module in (matches, lone_fragments, other_occasions)
        for name, figure in vars(module).items()
        if name.startswith("NEEDED_OF")
    ]
    assert {f"{figure:g}" for figure in needed} == {need.strength for need in show_scale().needs}
    for figure in (*needed, kinship.CHANCE_BITS, matches.NEEDED_BESIDE * matches.NEEDED_OF_CHANGED):
        assert f"{figure:g}" in cells or f"beyond {figure:g} bits" in page.words
    assert all(say_need(figure, same_speaker=None) for figure in needed)
    assert say_need(7.2, same_speaker=True).endswith("the sentences beside them match too")
    assert say_need(40.0, same_speaker=False).startswith("words of two people")
    assert say_need(40.0, same_speaker=None).startswith("in the outlet’s own words")
    assert not say_need(11.0, same_speaker=True)


def test_what_the_same_outlet_prints_twice_counts_once_and_is_said_once(client, bring_in):
    words = "The old harbour was sold behind closed doors"
    twice = f"“{words}”\n\nRain fell. “{words},” said Ann Lee."
    other = "Sale\n\nShips wait. “The harbour was sold behind shut doors,” said Ann Lee."
    articles = [
        bring_in(text, story="Sale", outlet=outlet)
        for outlet, text in {"Gull": twice, "Heron": other}.items()
    ]
    assert analyse_story(articles[0].story)
    page = get(client, articles[0].story.get_absolute_url())
    assert 8 in counts(page.all("table")[0].one("tbody").words, r"(\d+) words")
    for card in page.all("article", "statement"):
        told = [li.words for li in card.all("li", "told")]
        assert len(told) == len(set(told))


def test_one_article_is_the_only_one(client, bring_in):
    article = bring_in(TEXTS["The Gull"], story="Money", outlet="The Gull")
    assert analyse_story(article.story)
    page = get(client, article.story.get_absolute_url())
    assert "Only in The Gull, the only article here" in page.words
    assert "1 articles" not in page.words


def test_many_carriers_are_told_by_those_that_are_missing():
    names = [f"Outlet {n}" for n in range(9)]
    assert say_carriers(names[:2], names) == "also in Outlet 0 and Outlet 1"
    assert say_carriers(names, names) == "also in all 9 others"
    assert say_carriers(names[:8], names) == "also in all others but Outlet 8"
    assert say_carriers(names[:7], [*names, "Outlet 9"]) == "also in 7 others"
