"""What the tests of the story page look for in it."""

import re

from tests.pages.tree import Element

ADDRESS = "/stories/bridges/"


def cells(row: Element) -> list[Element]:
    return [cell for cell in row.children if isinstance(cell, Element) and cell.tag in ("th", "td")]


def statements(page: Element) -> list[Element]:
    return page.all("article", "statement")


def numbers(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", text)]
