"""Clean text to a Reading: everything found in one article, before any comparison."""

from dataclasses import dataclass

from articles.engine.quotations import Quotation, SetAside
from articles.engine.spans import Span


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody (or a body) who is quoted in one article, under the fullest name it prints.

    `key` is the same for spellings that are surely the same ("Mr. Bondarev", "Boris Bondarev")
    and is what speakers are joined by across articles. `stated` is False for one known only
    by role ("the officer"): such a speaker is never joined across articles by its name alone.
    """

    key: str
    name: str
    stated: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What one article quotes: quotations in reading order, and marked stretches set aside."""

    text: str
    headline: Span | None
    deck: Span | None
    quotations: tuple[Quotation, ...]
    people: tuple[Person, ...]
    set_aside: tuple[SetAside, ...]


def read_article(text: str, headline: Span | None = None, deck: Span | None = None) -> Reading:
    """Find every quotation of one clean text and say who said it.

    `text` is the stored text that all offsets refer to (paragraphs divided by line feeds).
    `headline` and `deck` are their places in it, where known; when neither is given they are
    told from the shape of the first lines.
    """
    raise NotImplementedError
