"""To time what a reader does, from the press to the next picture, on 12 articles with 300 quotations."""

from collections.abc import Callable

from playwright.sync_api import Browser, Page

from audits.browser import open_page, visit
from audits.figures import Figure
from audits.serving import Site

MOST_MS = 100
# The browser rounds an event's time to 8 ms and keeps silent about shorter ones than this.
SHORTEST_MS = 16

LISTEN = f"""() => {{
  window.longest = 0;
  new PerformanceObserver(list => {{
    for (const event of list.getEntries())
      if (event.interactionId) window.longest = Math.max(window.longest, event.duration);
  }}).observe({{type: 'event', durationThreshold: {SHORTEST_MS}, buffered: false}});
}}"""
# Until the answer has been set in and drawn.
SETTLE = """() => new Promise(done => {
  const calm = () => document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')
    ? requestAnimationFrame(calm) : requestAnimationFrame(() => requestAnimationFrame(done));
  requestAnimationFrame(calm);
})"""

Act = Callable[[Page], None]


def press(key: str) -> Act:
    """Make an act that presses a key."""
    return lambda page: page.keyboard.press(key)


def click(selector: str) -> Act:
    """Make an act that clicks the first element in sight of a selector."""
    return lambda page: page.locator(selector).first.click()


def type_words(page: Page) -> None:
    """Type into the filter by words."""
    page.locator("#choose-words").press_sequentially("bridges", delay=60)


def choose_speaker(page: Page) -> None:
    """Choose the second speaker of the list."""
    page.locator("#choose-speaker").select_option(index=2)


STORY: dict[str, Act] = {
    "choose a status": click("#chip-rewritten"),
    "choose a speaker": choose_speaker,
    "type words": type_words,
}
READER: dict[str, Act] = {
    "next statement by key": press("j"),
    "next statement again": press("j"),
    "close the panel": press("Escape"),
    "click a quotation": click("article mark.rewritten"),
    "choose a status": click("#chip-rewritten"),
    "type words": type_words,
}


def measure(site: Site, browser: Browser) -> list[Figure]:
    """Do each act on a page of the story, and give the longest wait for a picture of each."""
    figures = []
    many = site.origin + site.large["many"]
    for subject, address, acts in (
        ("12 articles, story", many, STORY),
        ("12 articles, side by side", f"{many}side-by-side/", READER),
    ):
        with open_page(browser, 1440) as page:
            visit(page, address)
            page.evaluate(LISTEN)
            figures += [
                Figure(subject, f"{name}, to the next paint", longest(page, act), MOST_MS, "ms")
                for name, act in acts.items()
            ]
    return figures


def longest(page: Page, act: Act) -> float:
    """Act, wait for the answer, and give the longest wait; 0 where each was shorter than is told."""
    before = page.url
    page.evaluate("() => { window.longest = 0 }")
    act(page)
    page.wait_for_url(lambda url: url != before, wait_until="commit")
    page.evaluate(SETTLE)
    page.wait_for_load_state("networkidle")
    waited: float = page.evaluate("() => window.longest")
    return waited
