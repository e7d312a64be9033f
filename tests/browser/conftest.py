"""A real Chromium in front of the running site."""

import os
import shutil

import pytest
from playwright.sync_api import expect, sync_playwright

# Playwright's synchronous interface runs an event loop, which Django takes for asynchronous code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

NAMES = ("chromium", "chromium-browser", "google-chrome")
DESK = {"width": 1440, "height": 900}
# A machine with other work may take seconds over a page; nothing but a failing test waits this long.
PATIENCE = 30_000
PHONE = {"width": 360, "height": 780}
FILL = (
    "The quay runs for nearly half a mile along the old fish market and has room for forty boats, two "
    "ferries and a small yard where hulls are mended over the winter."
)


@pytest.fixture(scope="session")
def chromium():
    path = next(filter(None, map(shutil.which, NAMES)), None)
    assert path, "The browser tests need Chromium on PATH; tests/find_chromium.sh says how to get it."
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium, live_server):
    """Open an address of the site in a window of its own; what goes wrong in it fails the test."""
    contexts, troubles = [], []

    def opened(address, **options):
        options = {"viewport": DESK, "reduced_motion": "reduce"} | options
        context = chromium.new_context(base_url=live_server.url, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("console", lambda m: troubles.append(m.text) if m.type in ("error", "warning") else None)
        page.on(
            "request", lambda r: troubles.append(r.url) if not r.url.startswith(live_server.url) else None
        )
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not troubles


@pytest.fixture
def side_by_side(harbour):
    """The address of two of the harbour articles beside each other."""
    left, right = harbour.articles.order_by("pk")[:2]
    return f"{harbour.get_absolute_url()}side-by-side/?left={left.pk}&right={right.pk}"


@pytest.fixture
def four(bring_in):
    """The address of four long articles beside each other; the first three print one statement."""
    from articles.analysis import analyse_story

    said = "“The harbour belongs to everyone who works on the water,” said Jane Smith, the mayor."
    own = "“No harbour of this size was ever built faster,” said the chief engineer, Ada Lund."
    printed = {"The Courier": said, "Morning Ledger": said, "Evening Star": said, "Coastal Post": own}
    articles = []
    for outlet, place in zip(printed, (1, 2, 19, 1), strict=True):
        paragraphs = [f"{outlet} on the quay", *[FILL] * 24]
        paragraphs[place] = printed[outlet]
        articles.append(bring_in("\n\n".join(paragraphs), "The quay", outlet))
    story = articles[0].story
    assert analyse_story(story)
    keys = zip(("left", "right", "third", "fourth"), (article.pk for article in articles), strict=True)
    return f"{story.get_absolute_url()}side-by-side/?" + "&".join(f"{name}={pk}" for name, pk in keys)
