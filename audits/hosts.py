"""To list every request that a page sends to another host, and every error it writes to the console."""

from urllib.parse import urlsplit

from playwright.sync_api import Browser

from audits.browser import open_page, visit
from audits.figures import Figure
from audits.serving import Site

WIDTH = 1440


def measure(site: Site, browser: Browser) -> list[Figure]:
    """Count requests elsewhere and errors in the console over all pages."""
    elsewhere: list[str] = []
    errors: list[str] = []
    for name in site.paths:
        with open_page(browser, WIDTH) as page:
            page.on("request", lambda request: elsewhere.append(request.url))
            page.on(
                "console", lambda message: errors.append(message.text) if message.type == "error" else None
            )
            page.on("pageerror", lambda error: errors.append(str(error)))
            visit(page, site.address(name))
            page.wait_for_load_state("networkidle")
    elsewhere = [
        url for url in elsewhere if urlsplit(url).scheme != "data" and not url.startswith(site.origin)
    ]
    # A page that is not there is answered by 404, which the console calls an error.
    errors = [error for error in errors if "status of 404" not in error]
    return [
        Figure("every page", "requests to another host", len(elsewhere), bar=0, details=tuple(elsewhere)),
        Figure("every page", "errors in the console", len(errors), bar=0, details=tuple(errors)),
    ]
