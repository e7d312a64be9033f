"""Nothing that a reader sees moves by itself, however late the scripts come."""

import re
import threading

import pytest
from playwright.sync_api import Route

from tests.browser.test_reading import wait_for

SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const { value, sources } of list.getEntries()) {
    shifts.push([value, ...sources.map(({ node }) => `${node?.nodeName} ${node?.className}`)]);
  }
}).observe({ type: "layout-shift", buffered: true });
"""
DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
# Where each thing in view stands. What becomes a scroller is no shift to the browser; to the eye it may be.
PLACES = """() => [...document.querySelectorAll("h1, h2, p, .chip, .button, select, mark")]
  .map((seen) => [seen.textContent.trim().slice(0, 30), seen.getBoundingClientRect()])
  .filter(([, { top, width }]) => width && top < innerHeight)
  .map(([name, { left, top, width }]) => [name, left, top, width].join(" "))"""
WINDOWS = {"phone": (412, 823), "tablet": (1024, 768), "wide": (1920, 1080)}


def open_with_late_scripts(page, address):
    """Open an address, and let the scripts come once the page is drawn; give what stood where till then."""
    page.add_init_script(SHIFTS)
    held: list[Route] = []
    drawn = threading.Event()

    def hold(route):
        route.continue_() if drawn.is_set() else held.append(route)

    page.route("**/*.js", hold)
    page.goto(address, wait_until="commit")
    wait_for(page, "document.readyState === 'interactive'")
    wait_for(page, "performance.getEntriesByType('paint').length > 0")
    page.evaluate(DRAWN)
    places = page.evaluate(PLACES)
    assert held
    drawn.set()
    for route in held:
        route.continue_()
    page.wait_for_load_state("load")
    page.wait_for_timeout(400)
    return places


@pytest.fixture
def window(request, open_page):
    """A blank page in a window of a size."""
    width, height = WINDOWS[request.param]
    return open_page("/healthz", viewport={"width": width, "height": height}, reduced_motion="no-preference")


@pytest.mark.parametrize("window", WINDOWS, indirect=True)
@pytest.mark.parametrize("name", ["home", "story", "two columns", "four columns", "article"])
def test_nothing_moves_when_the_scripts_come_late(window, harbour, four, name):
    address = {
        "home": "/",
        "story": harbour.get_absolute_url(),
        "two columns": re.sub("&third.*", "", four),
        "four columns": four,
        "article": harbour.articles.first().get_absolute_url(),
    }[name]
    before = open_with_late_scripts(window, address)
    assert len(before) > 5
    assert window.evaluate(PLACES) == before
    assert window.evaluate("shifts") == []
