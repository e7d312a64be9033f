import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.pages.rows import make_story

PHONE = {"width": 320, "height": 640}
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important } p { margin-block-end: 2em !important }"""
ADOPT = """css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet] }"""


@pytest.fixture
def bridges(transactional_db):
    return make_story(articles=12, statements=60, speakers=20)


def shown(page):
    return page.locator("#statements article.statement")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripted", "unscripted"])
def test_the_base_can_be_changed(open_page, bridges, scripts):
    page = open_page(bridges.get_absolute_url(), java_script_enabled=scripts)
    page.get_by_label("Compared with").select_option("Outlet 1")
    if not scripts:
        page.locator(".base").get_by_role("button", name="Apply").click()
    page.wait_for_url("**base=**")
    expect(page.get_by_label("Compared with").locator("option:checked")).to_have_text("Outlet 1")
    expect(page.locator(".base-version").filter(has_text="compared with")).not_to_have_count(0)


def test_a_choice_swaps_the_list_keeps_the_base_and_moves_nothing_else(open_page, bridges):
    base = bridges.articles.first().pk
    page = open_page(f"{bridges.get_absolute_url()}?base={base}")
    page.locator("h1").evaluate("heading => heading.dataset.kept = 'yes'")
    page.get_by_role("list", name="Status").get_by_role("link", name="Only here").click()
    expect(page.locator("#statements .statement.rewritten")).to_have_count(0)
    expect(page.locator("h1")).to_have_attribute("data-kept", "yes")
    expect(page).to_have_url(re.compile(f"base={base}"))
    expect(page).to_have_url(re.compile("status=sole"))


@pytest.mark.parametrize("scripts", [True, False], ids=["scripted", "unscripted"])
def test_a_cell_of_the_speaker_table_shows_as_many_as_it_says(open_page, bridges, scripts):
    page = open_page(bridges.get_absolute_url(), java_script_enabled=scripts)
    link = page.locator("table.speakers tbody a").nth(3)
    number = int(link.inner_text().split()[0].split(":")[0])
    link.click()
    page.wait_for_url("**speaker=**")
    expect(shown(page)).to_have_count(number)
    expect(page.locator("table.speakers a[aria-current]")).to_have_count(1)


def test_the_list_is_turned_without_a_script(open_page, bridges):
    page = open_page(bridges.get_absolute_url(), java_script_enabled=False)
    first = shown(page).first.get_attribute("id")
    page.get_by_role("link", name="Next").click()
    expect(page.get_by_role("heading", name="What was said")).to_be_in_viewport()
    expect(shown(page).first).not_to_have_attribute("id", first)
    page.get_by_role("link", name="Previous").click()
    expect(shown(page).first).to_have_attribute("id", first)


def test_the_address_of_a_statement_opens_with_it_in_view(open_page, bridges):
    last = bridges.statements.last().pk
    page = open_page(f"{bridges.get_absolute_url()}?statement={last}#s{last}")
    expect(page.locator(f"#s{last}")).to_be_in_viewport()


def test_wide_tables_scroll_by_key_in_their_own_region(open_page, bridges):
    page = open_page(bridges.get_absolute_url(), viewport=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    for name in ("Who prints what", "Who quotes whom"):
        region = page.get_by_role("region", name=name)
        region.focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_function("region => region.scrollLeft > 0", arg=region.element_handle())


@pytest.mark.parametrize("width", [360, 640, 1024, 1440])
def test_the_tables_of_three_outlets_hide_none(open_page, harbour, width):
    page = open_page(harbour.get_absolute_url(), viewport={"width": width, "height": 900})
    hidden = page.locator(".grids .scroll").evaluate_all(
        "all => all.map((e) => e.scrollWidth - e.clientWidth)"
    )
    assert hidden == [0, 0]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_story_of_many_outlets(open_page, bridges, scheme):
    page = open_page(bridges.get_absolute_url(), viewport=PHONE, color_scheme=scheme)
    page.locator("details").evaluate_all("all => all.forEach((one) => one.open = true)")
    assert not [(v["id"], v["nodes"][0]["target"]) for v in violations(page)]


def test_wide_letter_spacing_pushes_nothing_out(open_page, bridges):
    page = open_page(bridges.get_absolute_url(), viewport=PHONE)
    page.evaluate(ADOPT, SPACED)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_nothing_moves_while_the_page_loads(open_page, bridges):
    page = open_page(bridges.get_absolute_url())
    page.wait_for_timeout(300)
    shifted = page.evaluate(
        """() => new Promise((told) => { let sum = 0;
        new PerformanceObserver((list) => { for (const e of list.getEntries()) sum += e.value })
          .observe({ type: "layout-shift", buffered: true });
        setTimeout(() => told(sum), 200) })"""
    )
    assert shifted < 0.01


def test_the_notes_of_an_article_lead_there_and_back(open_page, bridges):
    page = open_page(bridges.articles.first().get_absolute_url())
    page.locator(".article-text .badge").first.click()
    note = page.locator(".note:target")
    expect(note).to_be_in_viewport()
    note.get_by_role("link", name="aragraph").first.click()
    expect(page.locator(".article-text .anchor:target")).to_have_count(1)
