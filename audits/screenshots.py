"""To take a picture of every page: `python -m audits.screenshots`, or with `--readme` the README's."""

import argparse
from pathlib import Path

from playwright.sync_api import Browser

from audits.browser import open_browser, open_page, visit
from audits.serving import Site, serve_seeds

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "screenshots"
README_PICTURE = ROOT / "docs" / "side-by-side.png"

PAGES = (
    "home",
    "story",
    "side-by-side",
    "side-by-side-open",
    "article",
    "speakers",
    "search",
    "method",
    "404",
)
# A phone and a desk: the smallest common phone, and a laptop.
WIDTHS = {360: 740, 1440: 900}
SCHEMES = ("light", "dark")


def main() -> None:
    """Take the pictures that the command line asks for, and print where they are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--readme", action="store_true", help="take only the picture that the README shows")
    readme = parser.parse_args().readme
    with serve_seeds() as site, open_browser() as browser:
        pictures = [take_readme_picture(site, browser)] if readme else take_all(site, browser)
    for picture in pictures:
        print(f"{picture.relative_to(ROOT)}  {picture.stat().st_size / 1000:.0f} KB")


def take_all(site: Site, browser: Browser) -> list[Path]:
    """Take every page in full, at each width, light and dark."""
    FOLDER.mkdir(exist_ok=True)
    pictures = []
    for width, height in WIDTHS.items():
        for scheme in SCHEMES:
            with open_page(browser, width, height, scheme) as page:
                for name in PAGES:
                    visit(page, site.address(name))
                    pictures.append(FOLDER / f"{name}-{width}-{scheme}.png")
                    # The reader has columns that scroll by themselves: its picture is one screen.
                    page.screenshot(path=pictures[-1], full_page=not name.startswith("side-by-side"))
    return pictures


def take_readme_picture(site: Site, browser: Browser) -> Path:
    """Take one screen of two articles side by side, with the panel open on a reworded statement."""
    with open_page(browser, 1440, WIDTHS[1440]) as page:
        visit(page, site.address("side-by-side-open"))
        page.screenshot(path=README_PICTURE)
    return README_PICTURE


if __name__ == "__main__":
    main()
