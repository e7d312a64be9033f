import re

from playwright.sync_api import expect


def test_what_is_typed_is_found_marked_announced_and_kept_in_the_address(open_page, harbour):
    page = open_page("/search/")
    field = page.get_by_label("Words of a quotation or a headline")
    field.press_sequentially("harb")
    expect(page.locator(".hits .found").first).to_have_text(re.compile("harb", re.IGNORECASE))
    expect(page).to_have_url(re.compile("q=harb"))
    expect(page.locator("#announced")).to_contain_text("quotations in 1 story")
    expect(field).to_be_focused()
    page.get_by_role("list", name="Status").get_by_role("link", name="Only here").click()
    expect(page).to_have_url(re.compile("status=sole"))
    expect(field).to_have_value("harb")


def test_a_result_leads_to_its_place(open_page, harbour):
    page = open_page("/search/?q=boats")
    page.get_by_role("link", name="In the article").first.click()
    expect(page.locator(":target")).to_have_count(1)
    expect(page.locator("mark", has_text="two good boats").first).to_be_in_viewport()


def test_it_works_without_javascript(open_page, harbour):
    page = open_page("/", java_script_enabled=False)
    page.get_by_label("Words of a quotation or a headline").fill("belongs")
    page.get_by_role("button", name="Search").click()
    expect(page.locator(".hits blockquote")).to_have_count(3)
