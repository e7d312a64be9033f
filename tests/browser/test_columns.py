"""Three and four articles beside each other, in windows with and without room for them."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.conftest import PHONE
from tests.browser.test_reading import COLUMNS, wait_for

ROOM_FOR = {2: 1100, 3: 1440, 4: 1920}


def shown_columns(page):
    return page.locator(".column:visible")


def tops(page):
    return [mark.bounding_box()["y"] for mark in page.locator(".column:visible mark.on").all()]


@pytest.mark.parametrize(("count", "width"), ROOM_FOR.items())
def test_as_many_columns_as_the_window_has_room_for(open_page, four, count, width):
    page = open_page(four, viewport={"width": width, "height": 900})
    expect(shown_columns(page)).to_have_count(count)
    boxes = [column.bounding_box() for column in shown_columns(page).all()]
    assert len({box["y"] for box in boxes}) == 1
    assert all(a["x"] + a["width"] < b["x"] for a, b in pairwise(boxes))
    assert min(box["width"] for box in boxes) > 300
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("scripts", [True, False])
def test_what_has_no_room_is_one_choice_away(open_page, four, scripts):
    page = open_page(four, viewport={"width": 1100, "height": 800}, java_script_enabled=scripts)
    page.locator(".beyond").get_by_role("link", name="Evening Star").click()
    names = page.locator(".column:visible .meta b")
    expect(names).to_have_text(["The Courier", "Evening Star"], ignore_case=True)


def test_a_phone_has_all_of_them_one_after_the_other(open_page, four):
    page = open_page(four, viewport=PHONE)
    expect(shown_columns(page)).to_have_count(4)
    expect(page.locator(".beyond")).to_be_hidden()


def test_a_statement_comes_level_in_every_column_that_prints_it(open_page, four):
    page = open_page(four, viewport={"width": 1920, "height": 900})
    page.locator(".column").nth(2).locator(".badge").click()
    expect(page.locator(".column:visible mark.on")).to_have_count(3)
    expect(page.get_by_role("complementary")).to_contain_text("Evening Star")
    first, *rest = tops(page)
    assert all(abs(first - top) < 12 for top in rest), (first, rest)
    wait_for(page, "document.querySelectorAll('.ribbons path.on').length === 2")


def test_every_column_moves_along_and_arrives_at_its_end(open_page, four):
    page = open_page(four, viewport={"width": 1920, "height": 700})
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    wait_for(
        page,
        "[...document.querySelectorAll('.pane')].every((p) => p.scrollTop > 100"
        " && p.scrollHeight - p.clientHeight - p.scrollTop < 4)",
    )
    page.evaluate("scrollTo(0, 0)")
    wait_for(page, f"{COLUMNS}.every((top) => top === 0)")


def test_an_article_is_added_and_taken_away_in_place(open_page, harbour, side_by_side):
    page = open_page(side_by_side)
    expect(shown_columns(page)).to_have_count(2)
    page.get_by_label("Third article").select_option(label="Evening Star: Harbour opened in Seaford")
    expect(shown_columns(page)).to_have_count(3)
    expect(page).to_have_url(re.compile("third="))
    expect(page.locator(".map")).to_have_count(3)
    page.get_by_label("Third article").select_option(label="None")
    expect(shown_columns(page)).to_have_count(2)
    expect(page).not_to_have_url(re.compile("third="))


def test_each_strip_stands_beside_its_column(open_page, four):
    page = open_page(four, viewport={"width": 1920, "height": 900})
    expect(page.locator(".map")).to_have_count(4)
    strips, panes = page.locator(".map").all(), page.locator(".pane").all()
    for n, (strip, pane) in enumerate(zip(strips, panes, strict=True)):
        left, right = (strip, pane) if n < 3 else (pane, strip)
        gap = right.bounding_box()["x"] - left.bounding_box()["x"] - left.bounding_box()["width"]
        assert 0 <= gap < 24, n


@pytest.mark.parametrize("width", [320, 960, 1280, 1664])
def test_axe_finds_nothing_and_nothing_scrolls_sideways_where_columns_come_and_go(open_page, four, width):
    page = open_page(four, viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []
