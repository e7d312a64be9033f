"""A press of the mouse is not lost where what was pressed moves away or is replaced before it is let go."""

from playwright.sync_api import Route, expect


def press(page, place):
    """Press the mouse on the middle of a place, and hold it."""
    place.scroll_into_view_if_needed()
    place.hover()
    page.mouse.down()


def test_a_number_that_moves_while_it_is_pressed_is_followed(open_page, four):
    page = open_page(four, viewport={"width": 1920, "height": 900})
    badge = page.locator(".column").first.locator(".badge")
    press(page, badge)
    before = badge.bounding_box()["y"]
    page.evaluate("scrollBy(0, 300)")
    page.wait_for_function(
        "([badge, y]) => badge.getBoundingClientRect().y < y - 50", arg=[badge.element_handle(), before]
    )
    page.mouse.up()
    expect(page.locator(".column mark.on")).to_have_count(3)


def test_a_choice_that_an_answer_replaces_while_it_is_pressed_is_made(open_page, side_by_side):
    page = open_page(side_by_side)
    held: list[Route] = []
    page.route("**q=harbour**", lambda route: held.append(route), times=1)
    page.get_by_label("Words in a quotation").fill("harbour")
    while not held:
        page.wait_for_timeout(20)
    press(page, page.locator("#chip-rewritten"))
    held[0].continue_()
    expect(page.locator(".in-force")).to_contain_text("harbour")
    page.mouse.up()
    expect(page.locator("#chip-rewritten")).to_have_attribute("aria-current", "true")


def test_a_press_that_is_let_go_elsewhere_is_taken_back(open_page, side_by_side):
    page = open_page(side_by_side)
    press(page, page.locator(".column .badge").first)
    page.locator("h1").hover()
    page.mouse.up()
    page.wait_for_timeout(300)
    expect(page.get_by_role("complementary")).to_have_count(0)
    assert "statement=" not in page.url
