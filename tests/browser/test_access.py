import pytest

from tests.browser.axe import violations

NARROW = {"width": 320, "height": 640}
WIDE = {"width": 1920, "height": 1000}
SPACED = """css = new CSSStyleSheet();
css.replaceSync(`
  * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
  p { margin-block-end: 2em !important }`);
document.adoptedStyleSheets = [css];"""
SCROLLS = """[...document.querySelectorAll('main *:not(.visually-hidden, input)')].filter(
  (box) => box.scrollWidth > box.clientWidth + 1 && getComputedStyle(box).overflowX !== 'visible').length"""
CUT = """[...document.querySelectorAll('.chip, .button, .views a')].filter(
  (control) => control.scrollWidth > control.clientWidth + 1).length"""


def addresses(side_by_side, story):
    statement = story.statements.first().pk
    article = story.articles.first()
    return [
        side_by_side,
        f"{side_by_side}&statement={statement}",
        f"{side_by_side}&view=quotations",
        f"{side_by_side}&status=verbatim&q=submarine",
        "/",
        story.get_absolute_url(),
        article.get_absolute_url(),
        "/method/",
        f"/statements/{statement}/",
        "/speakers/",
        "/speakers/jane-smith/",
        "/search/",
        "/search/?q=harbour",
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [NARROW, WIDE], ids=["narrow", "wide"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(open_page, side_by_side, harbour, scheme, viewport):
    page = open_page("/", viewport=viewport, color_scheme=scheme)
    found = []
    for address in addresses(side_by_side, harbour):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"], address
        found += [(address, v["id"], v["nodes"][0]["target"]) for v in violations(page)]
    assert not found


def test_the_table_of_speakers_fits_a_phone_without_a_box_that_scrolls(open_page, harbour):
    page = open_page("/speakers/", viewport=NARROW)
    table = page.locator("table.people")
    assert table.bounding_box()["width"] <= NARROW["width"]
    assert not page.evaluate(SCROLLS)
    page.set_viewport_size(WIDE)
    assert table.evaluate("(table) => getComputedStyle(table).display") == "table"


def test_wide_letter_spacing_cuts_nothing_off(open_page, side_by_side):
    page = open_page(side_by_side, viewport=NARROW)
    page.evaluate(SPACED)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    assert not page.evaluate(CUT)


def test_nothing_moves_while_the_page_loads(open_page, side_by_side):
    page = open_page(side_by_side)
    page.wait_for_timeout(300)
    shifted = page.evaluate(
        """() => new Promise((told) => new PerformanceObserver((list) => told(
          list.getEntries().reduce((sum, entry) => sum + entry.value, 0))).observe(
          { type: "layout-shift", buffered: true }) || setTimeout(() => told(0), 300))"""
    )
    assert shifted < 0.01
