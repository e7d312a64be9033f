from playwright.sync_api import expect

PAPER = "getComputedStyle(document.body).backgroundColor"
LETTERS = "parseFloat(getComputedStyle(document.querySelector('.body')).fontSize)"


def test_choices_hold_on_the_next_page(open_page, side_by_side):
    page = open_page(side_by_side)
    before = page.evaluate(LETTERS)
    page.get_by_role("button", name="Display").click()
    page.get_by_text("Dark", exact=True).click()
    page.locator("label", has_text="5").click()
    assert page.evaluate(PAPER) == "rgb(23, 24, 27)"
    page.goto(side_by_side)
    assert page.evaluate(PAPER) == "rgb(23, 24, 27)"
    assert page.evaluate(LETTERS) > before * 1.3


def test_storage_of_another_shape_is_no_trouble(open_page, side_by_side):
    page = open_page(side_by_side)
    page.evaluate("localStorage.setItem('display', '{\"a\": 1}')")
    page.goto(side_by_side)
    expect(page.locator("#size-2")).to_be_checked()
