"""Words and marked stretches to outlines: a paragraph's words outside the marks, each stretch as one item."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from articles.engine.quotations.marks import Stretch
from articles.engine.text.classes import QUOTED, QUOTED_SENTENCE
from articles.engine.text.mentions import Mention, find_mentions
from articles.engine.text.words import Words

_ENDING = frozenset(".!?…")


@dataclass(frozen=True, slots=True)
class Outline:
    """One paragraph as a row of items: words outside quotation marks, and stretches.

    `classes` has one character an item, "Q" for a stretch
    ("R" where it ends a sentence); `items` the index of the word, or
    -1 - k for stretch k; `mentions` are ranges of places in the row; `stretches` maps the index
    of each stretch to its place.
    """

    classes: str
    items: Sequence[int]
    mentions: Sequence[Mention]
    stretches: dict[int, int]


def outline_paragraphs(words: Words, classes: str, stretches: Sequence[Stretch]) -> list[Outline]:
    """Outline every paragraph of a text. A stretch belongs to the paragraph it begins in."""
    outlines: list[Outline] = []
    at = 0
    for first, last in words.paragraphs:
        limit = words.ends[last - 1]
        inside: list[tuple[int, int, int, str]] = []
        while at < len(stretches) and stretches[at].start < limit:
            begin = bisect_left(words.starts, stretches[at].start, first, last)
            end = bisect_left(words.starts, stretches[at].end, begin, last)
            kind = QUOTED_SENTENCE if _ends_sentence(words.text, stretches[at]) else QUOTED
            inside.append((at, begin, end, kind))
            at += 1
        outlines.append(_outline(classes, first, last, inside))
    return outlines


def _ends_sentence(text: str, stretch: Stretch) -> bool:
    """Tell whether the last mark inside a stretch is one that ends a sentence."""
    return (
        text[max(stretch.inner_start, stretch.inner_end - 2) : stretch.inner_end].rstrip("’' ")[-1:]
        in _ENDING
    )


def _outline(classes: str, first: int, last: int, inside: list[tuple[int, int, int, str]]) -> Outline:
    """Outline the words of one paragraph around the stretches inside it."""
    row: list[str] = []
    items: list[int] = []
    places: dict[int, int] = {}
    at = first
    for stretch, begin, end, kind in inside:
        row.append(classes[at:begin])
        items.extend(range(at, begin))
        places[stretch] = len(items)
        row.append(kind)
        items.append(-1 - stretch)
        at = max(at, end)
    row.append(classes[at:last])
    items.extend(range(at, last))
    joined = "".join(row)
    return Outline(joined, items, find_mentions(joined), places)
