import pytest
from playwright.sync_api import expect


def focused(page):
    return page.evaluate("document.activeElement.className + ' ' + document.activeElement.textContent.trim()")


def test_the_whole_journey_by_keyboard(open_page, side_by_side):
    page = open_page(side_by_side)
    page.keyboard.press("Tab")
    assert "Skip" in focused(page)
    page.keyboard.press("Enter")
    for _ in range(40):
        page.keyboard.press("Tab")
        if "badge rewritten" in focused(page):
            break
    expect(page.locator(":focus")).to_be_in_viewport()
    expect(page.locator(".column").nth(1).locator("mark.lit")).not_to_have_count(0)
    page.keyboard.press("Enter")
    expect(page.get_by_role("complementary")).to_contain_text("Reworded")
    assert "badge rewritten" in focused(page)
    page.keyboard.press("Escape")
    expect(page.get_by_role("complementary")).to_have_count(0)


def test_closing_from_the_panel_returns_to_the_text(open_page, side_by_side):
    page = open_page(side_by_side)
    page.keyboard.press("j")
    page.get_by_role("link", name="Close").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("complementary")).to_have_count(0)
    expect(page.locator(".badge:focus")).to_have_count(1)


def test_a_question_mark_lists_the_keys(open_page, side_by_side):
    page = open_page(side_by_side)
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()


def test_single_keys_can_be_switched_off_for_good(open_page, side_by_side):
    page = open_page(side_by_side)
    page.keyboard.press("?")
    page.get_by_label("Use these keys").uncheck()
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("j")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_hidden()
    expect(page.get_by_role("complementary")).to_have_count(0)


def test_keys_typed_into_a_field_are_text(open_page, side_by_side):
    page = open_page(side_by_side)
    page.keyboard.press("/")
    page.keyboard.type("jkx")
    expect(page.get_by_label("Words in a quotation")).to_have_value("jkx")
    expect(page.get_by_role("complementary")).to_have_count(0)


def test_a_story_is_stepped_through_by_key(open_page, harbour):
    page = open_page(harbour.get_absolute_url())
    statements = page.locator("article.statement")
    total = statements.count()
    page.keyboard.press("j")
    expect(statements.nth(0)).to_be_focused()
    page.keyboard.press("j")
    expect(statements.nth(1)).to_be_focused()
    expect(page.locator("[data-step-place]")).to_have_text(f"2 of {total}")
    page.keyboard.press("k")
    page.keyboard.press("k")
    expect(statements.nth(total - 1)).to_be_focused()
    expect(statements.nth(total - 1)).to_be_in_viewport()


def test_one_key_opens_every_small_difference_and_closes_it(open_page, harbour, bring_in):
    from articles.analysis import analyse_story

    said = "The harbour belongs to everyone who works on the water, and to nobody who does not"
    for outlet, words in (("Post", said), ("Star", said.replace(",", ""))):
        bring_in(f"The quay\n\n“{words},” said Ada Lund, the engineer.", "The quay", outlet)
    story = bring_in("The quay again\n\nNothing was said.", "The quay", "Times").story
    assert analyse_story(story)
    for address in (story.get_absolute_url(), f"{story.get_absolute_url()}side-by-side/?view=quotations"):
        page = open_page(address)
        small = page.locator("details:has(> summary[data-key=s])")
        expect(small).not_to_have_count(0)
        page.keyboard.press("s")
        expect(page.locator("details[open] > summary[data-key=s]")).to_have_count(small.count())
        page.keyboard.press("s")
        expect(page.locator("details[open] > summary[data-key=s]")).to_have_count(0)


@pytest.mark.parametrize("place", ["story", "article"])
def test_a_question_mark_lists_the_keys_on_every_page_that_has_some(open_page, harbour, place):
    address = harbour.get_absolute_url() if place == "story" else harbour.articles.first().get_absolute_url()
    page = open_page(address)
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
