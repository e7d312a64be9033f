"""What an article left out: of each statement, which articles print it in just the words that are shown."""

import pytest

from articles.analysis import analyse_story
from tests.pages.tree import get

pytestmark = pytest.mark.django_db

SEEN = "“The bridge was inspected in {} and nothing of this kind was seen,” said Maria Holt."
TEXTS = {
    "The Gull": f"Bridge shut\n\nRain fell on Monday. {SEEN.format('2012')}",
    "The Heron": f"Row over bridge\n\nA row began at noon. {SEEN.format('2021')}",
    "The Tern": f"Cracks\n\nInspectors found cracks. {SEEN.format('2021')}",
    "The Wren": "Frogs\n\n“My cellar is full of frogs,” said Anna Moss, a baker.",
}


@pytest.fixture
def story(bring_in):
    articles = [bring_in(text, story="Bridge", outlet=outlet) for outlet, text in TEXTS.items()]
    assert analyse_story(articles[0].story)
    return articles[0].story


def test_what_most_print_stands_for_it_and_it_is_said_who_prints_just_that(client, story):
    left = get(client, story.get_absolute_url()).one("section", "left-out-by").words
    assert "inspected in 2021 and" in left
    assert "in 3, in these words in 2" in left
    assert "2012" not in left


def test_what_all_print_alike_needs_no_more_words(client, story):
    frogs = [li for li in get(client, story.get_absolute_url()).all("li") if "full of frogs” in" in li.words]
    assert frogs
    assert all(li.words.endswith("in 1") for li in frogs)


def test_the_page_of_the_article_says_so_too(client, story):
    article = story.articles.get(outlet__name="The Wren")
    missing = get(client, f"/articles/{article.pk}/").one("ol", "missing").words
    assert "in The Gull, The Heron, The Tern; in these words in 2" in missing


def test_an_article_that_only_reports_it_is_not_counted_as_printing_it(client, bring_in):
    said = "the harbour will lose a hundred berths to the new breakwater"
    bring_in(f"Gulls\n\nRain fell. “We fear that {said},” said Ann Lee.", outlet="The Gull")
    bring_in(f"Herons\n\nIt was dry. Ann Lee said that {said}.", outlet="The Heron")
    article = bring_in(TEXTS["The Wren"], outlet="The Wren")
    assert analyse_story(article.story)
    below = get(client, article.story.get_absolute_url()).one("section", "left-out-by")
    (missing,) = [li.words for li in below.all("li") if "Ann Lee" in li.words]
    assert missing.endswith("in 1")
    (missing,) = [li.words for li in get(client, article.get_absolute_url()).one("ol", "missing").all("li")]
    assert "Ann Lee, in The Gull · every version" in missing
