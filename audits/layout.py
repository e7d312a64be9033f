"""To see whether anything scrolls sideways or is cut off: narrow, zoomed in, and with wide text spacing."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, Page

from audits.browser import open_page, visit
from audits.figures import Figure
from audits.serving import Site


@dataclass(frozen=True, slots=True)
class Setting:
    """One way in which a reader looks at a page."""

    name: str
    width: int
    height: int
    spaced: bool = False
    scale: int = 1


# Zoom is a screen of 1280 by 1024 with fewer, larger CSS pixels, as success criterion 1.4.10 counts it.
SETTINGS = (
    Setting("320 px", 320, 740),
    Setting("200 % zoom", 640, 512, scale=2),
    Setting("400 % zoom", 320, 256, scale=4),
    Setting("text spacing, 320 px", 320, 740, spaced=True),
    Setting("text spacing, 768 px", 768, 900, spaced=True),
    Setting("text spacing, 1440 px", 1440, 900, spaced=True),
)

# The spacing of success criterion 1.4.12, as a style sheet that a content policy does not stop.
SPACE_OUT = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important; } p { margin-block-end: 2em !important; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""

# An element cuts its text off where it hides what does not fit and its own text does not fit. Text kept
# for screen readers is hidden on purpose (a box of a pixel), a list of choices clips by nature, and the
# columns of the reader (`.pane`) move up and down with the page.
CUT_OFF = """() => [...document.body.querySelectorAll('*')].filter(element => {
  if (element.closest('select, svg, input, .visually-hidden') || !element.checkVisibility()) return false;
  if (element.clientWidth <= 1 || element.clientHeight <= 1 || !element.textContent.trim()) return false;
  const style = getComputedStyle(element), hides = value => value === 'hidden' || value === 'clip';
  return hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1
    || hides(style.overflowY) && !element.matches('.pane') && element.scrollHeight > element.clientHeight + 1;
}).map(element => element.outerHTML.slice(0, 80))"""

# What sticks out, where the page is wider than the screen; a box that scrolls by itself may hold wide things.
SIDEWAYS = """() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  const scrolls = element => element && (/auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX)
    && element !== document.body || scrolls(element.parentElement));
  return [...document.body.querySelectorAll('*')]
    .filter(element => element.getBoundingClientRect().right > room + 1 && !scrolls(element.parentElement))
    .map(element => element.outerHTML.slice(0, 80)).slice(0, 3).concat('the page');
}"""

# The share of the screen that bars and panels leave to the text, half way down the page; the stage of the
# reader stands still too, but it is the text.
FREE_SHARE = """() => {
  scrollTo(0, document.documentElement.scrollHeight / 2);
  const rows = Array.from({length: 50}, (_, n) => innerHeight * (n + .5) / 50);
  const still = element => /fixed|sticky/.test(getComputedStyle(element).position);
  const fixed = element => element && !element.matches('.stage')
    && (still(element) || fixed(element.parentElement));
  return rows.filter(y => !fixed(document.elementFromPoint(innerWidth / 2, y))).length / rows.length;
}"""
# Less than this and nothing can be read between the bars.
LEAST_FREE = 0.3


def measure(site: Site, browser: Browser) -> list[Figure]:
    """Count what scrolls sideways or is cut off on every page in every setting."""
    figures = []
    for setting in SETTINGS:
        options: dict[str, Any] = {"device_scale_factor": setting.scale}
        with open_page(browser, setting.width, setting.height, **options) as page:
            faults = [fault for name in site.paths for fault in faults_of(page, site, name, setting)]
        figures.append(Figure("every page", setting.name, len(faults), bar=0, details=tuple(faults)))
    return figures


def faults_of(page: Page, site: Site, name: str, setting: Setting) -> list[str]:
    """Look at one page in one setting."""
    visit(page, site.address(name))
    if setting.spaced:
        page.evaluate(SPACE_OUT)
    faults = [f"{name} scrolls sideways: {element}" for element in page.evaluate(SIDEWAYS)]
    faults += [f"{name} cuts off: {element}" for element in page.evaluate(CUT_OFF)]
    free = page.evaluate(FREE_SHARE)
    if free < LEAST_FREE:
        faults.append(f"{name} leaves {free:.0%} of the screen free")
    return faults
