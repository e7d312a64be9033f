"""A page to what axe finds wrong with it."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


def violations(page: Page) -> list[dict[str, Any]]:
    """Run axe; without `preload`, which fetches imported style sheets from the wrong address, for nothing."""
    found: list[dict[str, Any]] = Axe().run(page, options={"preload": False}).response["violations"]
    return found
