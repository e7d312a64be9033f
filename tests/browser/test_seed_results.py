"""The seed results, as a reader sees them."""

import pytest
from django.core.management import call_command
from playwright.sync_api import expect

from articles.models import Article, Story
from tests.seeds.test_seeds import FURNITURE


@pytest.fixture
def seed_story(transactional_db, capsys):
    call_command("seed")
    return Story.objects.get(articles__upload_name__startswith="000_")


def text_of(page) -> str:
    return " ".join(page.locator("main").inner_text().split())


def test_two_seeds_side_by_side(open_page, seed_story):
    page = open_page(f"{seed_story.get_absolute_url()}side-by-side/")
    left, right = page.locator("article[data-article]").all()[:2]
    for side in (left, right):
        same = " ".join(side.locator("mark.verbatim").all_inner_texts()).casefold()
        assert "never have i been so ashamed of my country" in same
        reworded = " ".join(side.locator("mark.rewritten").all_inner_texts())
        assert "crime against" in reworded
        assert "reasonable" in reworded
    assert "“ashamed”" in right.locator("mark.verbatim").all_inner_texts()
    statements = {m.get_attribute("data-statement") for m in page.locator("mark.rewritten").all()}
    assert len(statements) == 2

    badge = right.locator("a.badge.rewritten").last
    badge.press("Enter")  # by key: the columns may still be moving level under a pointer
    panel = page.locator("#what-changed")
    expect(panel).to_contain_text("Boris Bondarev")
    expect(panel).to_contain_text("prints “Not all”")


def test_an_officer_of_another_story_shares_nothing(open_page, seed_story):
    officer = Article.objects.get(upload_name__startswith="002_")
    diplomat = seed_story.articles.first()
    page = open_page(f"{seed_story.get_absolute_url()}side-by-side/?left={officer.pk}&right={diplomat.pk}")
    assert page.locator("mark").count() > 0
    assert page.locator("mark:not(.sole)").count() == 0
    assert "no quotation is matched here" in text_of(page)


def test_page_furniture_is_on_no_reader_page(open_page, seed_story):
    addresses = ["/", *(s.get_absolute_url() for s in Story.objects.all())]
    addresses += [a.get_absolute_url() for a in Article.objects.all()]
    addresses.append(f"{seed_story.get_absolute_url()}side-by-side/")
    page = open_page("/")
    for address in addresses:
        page.goto(address)
        shown = page.locator("main").inner_text()
        for piece in FURNITURE:
            assert piece.strip() == "0" or piece not in shown, (address, piece)
        assert "0" not in page.locator("p.body, p.deck").all_inner_texts()
