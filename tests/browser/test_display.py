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


def test_what_was_chosen_holds_before_any_script_has_come(open_page, side_by_side):
    page = open_page(side_by_side, java_script_enabled=False)
    domain = page.url.split("/")[2].split(":")[0]
    page.context.add_cookies([{"name": "display", "value": "theme-dark", "domain": domain, "path": "/"}])
    page.reload()
    expect(page.locator("#theme-dark")).to_be_checked()
    assert page.evaluate(PAPER) == "rgb(23, 24, 27)"
