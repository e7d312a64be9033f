import re
from time import monotonic

from playwright.sync_api import expect

from tests.browser.conftest import PATIENCE, PHONE

LEVEL = """() => [...document.querySelectorAll('.column')].map(
  (column) => column.querySelector('mark.on:not(.sole)')?.getBoundingClientRect().top)"""
STILL = """() => new Promise((done) => {
  const places = () => [...document.querySelectorAll('.pane')].map((pane) => pane.scrollTop).join();
  const before = places();
  requestAnimationFrame(() => requestAnimationFrame(() => done(before === places())));
})"""
COLUMNS = "[...document.querySelectorAll('.pane')].map((pane) => Math.round(pane.scrollTop))"


def wait_for(page, condition):
    """Wait for a condition; unlike Playwright's own wait it evaluates nothing the policy forbids."""
    end = monotonic() + PATIENCE / 1000
    while not page.evaluate(condition):
        assert monotonic() < end, condition
        page.wait_for_timeout(30)


def wait_until_still(page):
    """Wait until no column has moved from one picture to the next, twice."""
    wait_for(page, STILL)
    wait_for(page, STILL)


def expect_level(page):
    """Two columns come to stand with the marks of the chosen statement level, in the upper half."""
    expect(page.locator("mark.on").first).to_be_visible()
    half = page.viewport_size["height"] / 2
    level = f"({LEVEL})().every((top, n, [left]) => Math.abs(top - left) < 12 && 0 < top && top < {half})"
    wait_for(page, level)


def shared_badge(page, column=0):
    return page.locator(".column").nth(column).locator(".badge.rewritten").first


def test_a_click_on_quoted_words_shows_what_changed_and_brings_the_partner_level(open_page, side_by_side):
    page = open_page(side_by_side)
    page.locator(".column").first.locator("mark.rewritten").first.click()
    panel = page.get_by_role("complementary")
    expect(panel).to_contain_text("Reworded")
    expect(panel).to_contain_text("not")
    expect(panel.locator("del, ins, .more")).not_to_have_count(0)
    expect_level(page)
    expect(page).to_have_url(re.compile("statement="))
    expect(page.locator("#announced")).to_contain_text("Reworded")


def test_what_is_announced_is_said_in_sentences(open_page, side_by_side):
    page = open_page(side_by_side)
    shared_badge(page).click()
    region = page.locator("#announced")
    expect(region).to_contain_text("Reworded")
    told = [" ".join(li.split()) for li in page.locator(".changed .told > li").all_text_contents()]
    assert told
    said = region.text_content()
    assert all(sentence in said for sentence in told)
    assert ".." not in said
    assert not re.search(r"[.”][A-Z]", said)


def test_changed_words_are_marked_as_reworded_on_either_side(open_page, side_by_side):
    page = open_page(side_by_side)
    page.locator(".column mark.rewritten").first.click()
    changed = page.locator(".changed :is(del, ins):not(.shorter, .punctuation)")
    expect(changed).not_to_have_count(0)
    style = "(words) => words.map((word) => getComputedStyle(word).textDecorationStyle)"
    assert set(changed.evaluate_all(style)) == {"dashed"}


def test_the_address_of_a_passage_opens_with_it_level_and_lit(open_page, side_by_side):
    page = open_page(side_by_side)
    shared_badge(page).click()
    expect(page.get_by_role("complementary")).to_be_visible()
    again = open_page(page.url)
    expect_level(again)


def test_a_quotation_in_the_address_opens_its_statement(open_page, side_by_side):
    page = open_page(side_by_side)
    anchor = page.locator(".column").nth(1).locator(".anchor").first.get_attribute("id")
    again = open_page(f"{side_by_side}#{anchor}")
    expect(again.get_by_role("complementary")).to_be_visible()


def test_stepping_goes_round_and_counts(open_page, side_by_side):
    page = open_page(side_by_side)
    page.get_by_role("link", name="Step through").click()
    place = page.locator(".pager .place")
    expect(place).to_have_text(re.compile(r"^1 of \d+$"))
    total = int(place.inner_text().split()[-1])
    page.keyboard.press("k")
    expect(place).to_have_text(f"{total} of {total}")
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(place).to_have_text(f"2 of {total}")
    page.get_by_role("link", name="Close").click()
    expect(page.get_by_role("complementary")).to_have_count(0)
    expect(page).not_to_have_url(re.compile("statement="))


def test_pointing_at_one_end_lights_the_other_and_the_line_between(open_page, side_by_side):
    page = open_page(side_by_side)
    shared_badge(page).hover()
    expect(page.locator(".column").nth(1).locator("mark.lit")).not_to_have_count(0)
    expect(page.locator(".ribbons .lit")).not_to_have_count(0)


def test_columns_move_together_until_they_are_unlocked(open_page, side_by_side):
    page = open_page(side_by_side, viewport={"width": 1440, "height": 600})
    page.locator(".stage").hover()
    page.mouse.wheel(0, 700)
    wait_for(page, f"{COLUMNS}.every((top) => top > 0)")
    wait_until_still(page)
    page.keyboard.press("l")
    expect(page.get_by_role("button", name="Columns stay level")).to_have_attribute("aria-pressed", "false")
    wait_until_still(page)
    before = page.evaluate(COLUMNS)
    page.locator(".pane").first.hover()
    page.mouse.wheel(0, -30)
    wait_for(page, f"{COLUMNS}[0] < {before[0]}")
    assert page.evaluate(COLUMNS)[1] == before[1]


def test_what_the_browser_scrolls_to_takes_the_other_column_along(open_page, side_by_side):
    page = open_page(side_by_side, viewport={"width": 1440, "height": 600})
    page.locator(".column").nth(1).locator(".badge").last.focus()
    page.evaluate("document.querySelectorAll('.pane')[1].scrollTop = 400")
    wait_for(page, f"{COLUMNS}[0] > 0")


def test_the_strip_beside_a_column_leads_to_its_marks(open_page, side_by_side):
    page = open_page(side_by_side)
    page.locator(".map").nth(1).locator("rect.rewritten").first.click()
    expect(page.get_by_role("complementary")).to_contain_text("Reworded")
    expect_level(page)


def test_left_and_right_can_be_exchanged(open_page, side_by_side):
    page = open_page(side_by_side)
    names = page.locator(".column .meta b")
    before = names.all_inner_texts()
    page.get_by_role("link", name="Exchange").click()
    expect(names).to_have_text(before[::-1], ignore_case=True)
    page.go_back()
    expect(names).to_have_text(before, ignore_case=True)


def test_marks_can_be_switched_off_and_quotations_read_alone(open_page, side_by_side):
    page = open_page(side_by_side)
    page.get_by_role("link", name="Plain").click()
    expect(page.locator(".column mark")).to_have_count(0)
    page.keyboard.press("m")
    expect(page.locator(".column mark")).not_to_have_count(0)
    page.get_by_role("link", name="Quotations only").click()
    expect(page.locator(".entry blockquote")).not_to_have_count(0)
    expect(page.locator(".column")).to_have_count(0)


def test_a_phone_shows_both_versions_under_each_other(open_page, side_by_side):
    page = open_page(side_by_side, viewport=PHONE)
    shared_badge(page).click()
    sides = page.get_by_role("complementary").locator(".side")
    expect(sides).to_have_count(2)
    assert sides.nth(0).bounding_box()["y"] < sides.nth(1).bounding_box()["y"]
    expect(shared_badge(page)).to_be_in_viewport()


def test_articles_of_different_stories_say_so(open_page, harbour, bring_in):
    first = harbour.articles.first()
    other = bring_in("Rain at last\n\nIt rained in the north.", story="The rain")
    page = open_page(f"{harbour.get_absolute_url()}side-by-side/?left={first.pk}&right={other.pk}")
    expect(page.locator(".lead")).to_contain_text("different stories")
    expect(page.locator(".ribbons path")).to_have_count(0)
