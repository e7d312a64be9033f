import re

from playwright.sync_api import expect


def chip(page, name):
    return page.get_by_role("list", name="Status").get_by_role("link", name=name)


def test_a_choice_counts_is_announced_and_keeps_the_focus(open_page, side_by_side):
    page = open_page(side_by_side)
    chip(page, "Reworded").focus()
    page.keyboard.press("Enter")
    expect(chip(page, "Reworded")).to_have_attribute("aria-current", "true")
    expect(chip(page, "Reworded")).to_be_focused()
    expect(page.locator("#announced")).to_contain_text("1 of")
    expect(page.locator(".column mark.rewritten")).not_to_have_count(0)
    expect(page).to_have_url(re.compile("status=rewritten"))


def test_choices_combine_and_back_takes_them_away_one_by_one(open_page, side_by_side):
    page = open_page(side_by_side)
    chip(page, "Word for word").click()
    expect(chip(page, "Word for word")).to_have_attribute("aria-current", "true")
    page.get_by_label("Speaker").select_option(index=1)
    page.wait_for_url("**speaker=**")
    page.go_back()
    expect(page.get_by_label("Speaker")).to_have_value("")
    expect(chip(page, "Word for word")).to_have_attribute("aria-current", "true")
    page.go_back()
    expect(chip(page, "All")).to_have_attribute("aria-current", "true")
    expect(page).not_to_have_url(re.compile("status"))
    page.go_forward()
    expect(chip(page, "Word for word")).to_have_attribute("aria-current", "true")


def test_typing_replaces_the_address_and_leaves_empty_fields_out(open_page, side_by_side):
    page = open_page(side_by_side)
    before = page.evaluate("history.length")
    field = page.get_by_label("Words in a quotation")
    field.press_sequentially("harbour fees", delay=30)
    page.wait_for_url("**q=harbour%20fees**")
    expect(field).to_be_focused()
    expect(field).to_have_value("harbour fees")
    assert page.evaluate("history.length") == before
    assert "speaker=" not in page.url
    page.reload()
    expect(field).to_have_value("harbour fees")


def test_an_empty_result_says_which_filter_to_drop(open_page, side_by_side):
    page = open_page(f"{side_by_side}&status=verbatim&q=submarine")
    expect(page.locator(".empty")).to_contain_text("Nothing passes these filters")
    page.locator(".empty a").last.click()
    expect(page.locator(".empty")).to_have_count(0)
    expect(chip(page, "All")).to_be_focused()
    expect(page).not_to_have_url(re.compile("q="))


def test_an_unknown_value_is_named_as_ignored(open_page, side_by_side):
    page = open_page(f"{side_by_side}&status=shouted&view=upside-down")
    expect(page.locator(".ignored")).to_contain_text(["view=upside-down", "status=shouted"])


def test_a_number_fetches_the_panel_alone(open_page, side_by_side):
    page = open_page(side_by_side)
    with page.expect_response(lambda r: "statement=" in r.url) as answer:
        page.locator(".column .badge").first.click()
    text = answer.value.text()
    assert 'id="panel"' in text
    assert "<html" not in text
    assert 'class="column"' not in text
