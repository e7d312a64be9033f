"""To let axe judge every page, light and dark, from the narrowest phone to a wide desk."""

from collections.abc import Iterator
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from audits.browser import open_page, visit
from audits.figures import Figure
from audits.serving import Site

WIDTHS = (320, 768, 1440, 1920)
SCHEMES = ("light", "dark")


def measure(site: Site, browser: Browser) -> list[Figure]:
    """Count axe's violations on each page over all widths and schemes."""
    found: dict[str, list[str]] = {name: [] for name in site.paths}
    for width in WIDTHS:
        for scheme in SCHEMES:
            with open_page(browser, width, scheme=scheme) as page:
                for name in site.paths:
                    visit(page, site.address(name))
                    found[name] += (f"{width} px, {scheme}: {fault}" for fault in violations(page))
    return [
        Figure(name, "axe violations", len(faults), bar=0, details=tuple(faults))
        for name, faults in found.items()
    ]


def violations(page: Page) -> Iterator[str]:
    """Run axe on the page as it stands; say each violation with the first elements it names."""
    response: dict[str, Any] = Axe().run(page).response
    for violation in response["violations"]:
        places = ", ".join(str(node["target"][0]) for node in violation["nodes"][:3])
        yield f"{violation['id']} at {places}"
