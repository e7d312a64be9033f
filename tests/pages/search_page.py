"""What the tests of the search look for in its page."""

from tests.pages.tree import Element

ADDRESS = "/search/"


def hits(page: Element) -> list[Element]:
    return [item for hits in page.all("ol", "hits") for item in hits.all("li")]


def said(page: Element) -> str:
    return page.one("p", "in-force").words
