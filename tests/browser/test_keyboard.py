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
