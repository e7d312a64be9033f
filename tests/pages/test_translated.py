"""Translated quotations on the readers' pages: said in words, with what shows it, and never “reworded”."""

import pytest

from articles.analysis import analyse_story
from articles.models import Article, Match, Quotation, Story
from tests.conftest import BringIn
from tests.pages.tree import get

pytestmark = pytest.mark.django_db

TOLD = (
    "Mayor speaks\n\n“We will not raise the harbour fees this year,” the mayor, Jane Smith, told reporters "
    "in Spanish.\n\n“It was a long wait for all of us,” she told reporters in English."
)
PLAIN = (
    "Mayor on fees\n\n“We shall not lift the harbour fees this year,” the mayor, Jane Smith, told the "
    "council.\n\n“It was a very long wait for all of us,” she said."
)


@pytest.fixture
def story(bring_in: BringIn) -> Story:
    bring_in(TOLD, outlet="The Courier")
    article = bring_in(PLAIN, outlet="Morning Ledger")
    assert analyse_story(article.story)
    return article.story


def test_it_is_stored_with_its_evidence(story):
    quotation = Quotation.objects.get(translation__isnull=False)
    assert quotation.translation is not None
    reason, span = quotation.translation
    assert reason == "said in another language"
    assert quotation.article.text[slice(*span)] == "told reporters in Spanish"
    assert list(Match.objects.values_list("status", "translated").order_by("status")) == [
        ("possible", True),
        ("rewritten", False),
    ]


def test_the_story_says_translated_and_not_reworded(client, story):
    page = get(client, story.get_absolute_url())
    card = page.one("article", "possible")
    assert "Reworded" not in card.text
    assert card.one("span", "translated").words == (
        "translated: said in another language, “told reporters in Spanish”"
    )
    assert "Translated, which makes other words by itself:" in card.words
    assert card.all("li", "told")
    assert "never “reworded”" in card.words
    assert not page.one("article", "rewritten").all("span", "translated")


def test_the_evidence_is_an_exact_slice(client, story):
    said = get(client, story.get_absolute_url()).one("span", "translated").one("span", "said")
    text = Article.objects.get(pk=int(said["data-article"])).text
    assert said.text == text[int(said["data-start"]) : int(said["data-end"])]


def test_side_by_side_and_the_article_say_it_too(client, story):
    statement = Match.objects.get(translated=True).statement_id
    page = get(client, f"{story.get_absolute_url()}side-by-side/?statement={statement}")
    assert "Translated, which makes other words by itself:" in page.one(id="panel").words
    assert "said in another language" in page.one(id="panel").one("span", "translated").words
    panel = get(client, f"{story.get_absolute_url()}side-by-side/?statement={statement}", "what-changed")
    assert panel.all("span", "translated")
    article = Article.objects.get(outlet__name="The Courier")
    note = get(client, article.get_absolute_url()).one("article", id=f"s{statement}")
    assert "said in another language" in note.one("span", "translated").words


def test_filters_find_it_as_a_possible_match(client, story):
    page = get(client, f"{story.get_absolute_url()}?status=possible")
    assert len(page.all("article", "statement")) == 1
    assert len(get(client, f"{story.get_absolute_url()}?status=rewritten").all("article", "statement")) == 1


def test_an_editor_declares_a_translation(client, story):
    Article.objects.filter(outlet__name="Morning Ledger").update(translated_from="Catalan")
    assert analyse_story(story)
    assert set(Match.objects.values_list("status", "translated")) == {("possible", True)}
    page = get(client, story.get_absolute_url())
    assert "declared by an editor as translated from Catalan" in page.text


def test_the_language_of_an_article_is_no_other_one(story):
    Article.objects.update(language="spanish")
    assert analyse_story(story)
    assert not Quotation.objects.exclude(translation=None).filter(article__text=PLAIN).exists()
    assert not Match.objects.filter(translated=False, status="possible").exists()
    reasons = Quotation.objects.exclude(translation=None).values_list("translation__0", flat=True)
    assert list(reasons) == ["said in another language"]
