"""To drive the Chromium on PATH, one clean page at a time."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")


def find_chromium() -> str:
    """Give the path of Chromium, or stop with what to do."""
    for name in NAMES:
        if path := shutil.which(name):
            return path
    raise SystemExit(
        "The audits need Chromium, and there is none on PATH; install it (apt-get install chromium)."
    )


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Start Chromium without a window, and close it afterwards."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def open_page(
    browser: Browser, width: int, height: int = 900, scheme: str = "light", **more: Any
) -> Iterator[Page]:
    """Open a page in a profile of its own, with nothing moving."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,  # type: ignore[arg-type]
        reduced_motion="reduce",
        **more,
    )
    try:
        yield context.new_page()
    finally:
        context.close()


def visit(page: Page, address: str) -> None:
    """Go to an address and wait until it has loaded and been drawn."""
    page.goto(address)
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
