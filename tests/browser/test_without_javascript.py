from playwright.sync_api import expect


def test_reading_filtering_and_stepping_work(open_page, side_by_side):
    page = open_page(side_by_side, java_script_enabled=False)
    page.locator(".column .badge.rewritten").first.click()
    expect(page.get_by_role("complementary")).to_contain_text("Reworded")
    expect(page.locator(".column .badge.rewritten").first).to_be_in_viewport()
    page.get_by_role("link", name="Next statement").click()
    expect(page.locator(".pager .place")).to_contain_text("of")
    page.get_by_role("link", name="Close").click()
    expect(page.get_by_role("complementary")).to_have_count(0)
    page.get_by_label("Words in a quotation").fill("fees")
    page.get_by_role("button", name="Apply").click()
    expect(page.locator(".in-force")).to_contain_text("fees")
    page.locator(".in-force a").click()
    page.get_by_role("link", name="Quotations only").click()
    expect(page.locator(".entry")).not_to_have_count(0)


def test_the_legend_and_the_display_panel_open_and_work(open_page, side_by_side):
    page = open_page(side_by_side, java_script_enabled=False)
    page.get_by_role("button", name="Legend").click()
    expect(page.locator("#legend")).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Display").click()
    page.get_by_text("Dark", exact=True).click()
    assert (
        page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor") == "rgb(23, 24, 27)"
    )
