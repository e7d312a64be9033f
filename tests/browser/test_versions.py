"""Versions of an article, and translations, in a browser: nothing for axe to find, and links lead there."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.test_access import NARROW, WIDE
from tests.conftest import HARBOUR

ADDED = "\n\n“The lighthouse is next on our list of works,” Ms Smith told reporters in Spanish."


@pytest.fixture
def later(harbour, bring_in):
    """A later version of the Courier's article, with a changed and a new, translated quotation."""
    from articles.analysis import analyse_story
    from articles.editions import follow

    changed = HARBOUR["The Courier"].replace("We will not raise", "We will raise")
    article = bring_in(changed + ADDED, outlet="The Courier")
    follow(article, harbour.articles.filter(outlet__name="The Courier").earliest("pk"))
    assert analyse_story(harbour)
    return article


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [NARROW, WIDE], ids=["narrow", "wide"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(open_page, harbour, later, scheme, viewport):
    later.refresh_from_db()
    earlier = later.series.articles.earliest("edition")
    page = open_page("/", viewport=viewport, color_scheme=scheme)
    found = []
    for address in (earlier.get_absolute_url(), later.get_absolute_url(), harbour.get_absolute_url()):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"], address
        found += [(address, v["id"], v["nodes"][0]["target"]) for v in violations(page)]
    assert not found


def test_the_change_leads_to_its_place_in_the_earlier_version(open_page, harbour, later):
    page = open_page(harbour.get_absolute_url())
    told = page.locator("p", has_text="Changed between two versions of the article in The Courier")
    told.get_by_role("link").first.click()
    expect(page.locator("mark:target")).to_contain_text("We will not raise the harbour fees")
    expect(page.get_by_text("This is an earlier version of the article")).to_be_visible()
