"""Blocks of a page to the reason why each is left out, from what their elements say and from the whole page.

What one element says of itself is doubted when it would cost the article: a form or a box named
"sidebar" that holds most of the page's prose holds the article.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.uploads.elements import ASIDE, CAPTION, COMMENTS, CREDIT, PULL_QUOTE
from articles.uploads.furniture import is_body
from articles.uploads.repetition import same_words

# With this many words of prose a part of the page may be the article; a teaser has fewer.
_FEWEST_ARTICLE_WORDS = 25
# An article element twice as large as any other part of the page is the article; one that holds the
# page's own headline need only be the largest.
_ARTICLE_LEAD = 2
# These hold labels and links; a box so named that holds prose or the headline is something else.
_WITHOUT_PROSE = frozenset({"share buttons", "navigation", CREDIT})
# What stands inside these may say more exactly what it is.
_NAMED_INSIDE = frozenset({"", ASIDE, CAPTION, PULL_QUOTE})
# Menus and lists of other stories: so many links in a row, with hardly a word between them.
_FEWEST_LINKS = 3
_LINKED_SHARE = 0.8
# The headline of a teaser is a link; the words of a report are mostly none.
_TEASER_LINKED_SHARE = 0.2
_QUOTATION_MARKS = frozenset('“”"«»„‘')


@dataclass(frozen=True, slots=True)
class Block:
    """Text of one block element: its place, how many of its words are linked, by how many links."""

    text: str
    place: int
    linked: int
    links: int
    is_h1: bool


@dataclass(slots=True)
class Place:
    """An element that says something of the text in it; `home` is the place of its `article` or `main`."""

    parent: int
    reason: str
    home: int


@dataclass(slots=True)
class _Home:
    """An `article` or `main`: how much of the page stands in it and in nothing smaller."""

    at: int
    outer: int
    size: int = 0
    linked: int = 0
    titles: int = 0
    has_prose: bool = False
    is_named: bool = False


def settle_reasons(blocks: Sequence[Block], places: Sequence[Place], headline: str) -> list[tuple[str, str]]:
    """Give each block's text with the reason to leave it out, or ""."""
    trusted = _trusted_reasons(blocks, places)
    reasons = [trusted[block.place] for block in blocks]
    reasons = _leave_out_link_lists(blocks, reasons)
    reasons = _leave_out_other_homes(blocks, places, reasons, headline)
    return [(block.text, reason) for block, reason in zip(blocks, reasons, strict=True)]


def _trusted_reasons(blocks: Sequence[Block], places: Sequence[Place]) -> list[str]:
    """Tell for each place the reason that holds in it, its own or that of what surrounds it."""
    paragraphs = [block for block in blocks if is_body(block.text.strip())]
    prose = _words_by_place(paragraphs or blocks, places)
    titles = _words_by_place([block for block in blocks if block.is_h1], places)
    not_labels = titles if not paragraphs else [a + b for a, b in zip(prose, titles, strict=True)]
    readers = sum(
        prose[at]
        for at, place in enumerate(places)
        if place.reason == COMMENTS and places[place.parent].reason != COMMENTS
    )
    settled = [""]
    for at in range(1, len(places)):
        reason, outer = places[at].reason, settled[places[at].parent]
        if reason == COMMENTS:
            trusted = prose[0] - prose[at] >= _FEWEST_ARTICLE_WORDS or not prose[at]
        elif reason in _WITHOUT_PROSE and not_labels[at]:
            trusted = False
        else:
            trusted = 2 * prose[at] <= max(prose[0] - readers, 1)
        settled.append(reason if reason and trusted and outer in _NAMED_INSIDE else outer)
    return settled


def _words_by_place(blocks: Sequence[Block], places: Sequence[Place]) -> list[int]:
    """Count the words of some blocks in each place and all that it holds."""
    words = [0] * len(places)
    for block in blocks:
        words[block.place] += _size(block)
    for at in range(len(places) - 1, 0, -1):
        words[places[at].parent] += words[at]
    return words


def _leave_out_link_lists(blocks: Sequence[Block], reasons: list[str]) -> list[str]:
    """Mark runs of blocks that hold links and nothing else."""
    marked = list(reasons)
    run: list[int] = []
    for at, block in enumerate(blocks):
        if not reasons[at] and _is_linked(block):
            run.append(at)
            continue
        if reasons[at]:
            continue
        _mark_links(blocks, run, marked)
        run = []
    _mark_links(blocks, run, marked)
    return marked


def _mark_links(blocks: Sequence[Block], run: Sequence[int], marked: list[str]) -> None:
    if sum(blocks[at].links for at in run) >= _FEWEST_LINKS:
        for at in run:
            marked[at] = "a list of links"


def _is_linked(block: Block) -> bool:
    if block.is_h1 or not block.links or block.linked < _LINKED_SHARE * _size(block):
        return False
    return not is_body(block.text.strip()) and _QUOTATION_MARKS.isdisjoint(block.text)


def _leave_out_other_homes(
    blocks: Sequence[Block], places: Sequence[Place], reasons: Sequence[str], headline: str
) -> list[str]:
    """Mark what stands outside the element that is the article, when one clearly is."""
    kept = [at for at, reason in enumerate(reasons) if not reason]
    homes = _homes(blocks, places, kept, headline)
    family = _family(homes)
    if not family:
        return list(reasons)
    inside = {at for at in kept if places[blocks[at].place].home in family}
    first = min(inside)
    # Between the headline and the article stands its deck, wherever the headline stands.
    top = max((at for at in kept if blocks[at].is_h1 and at < first), default=first)
    return [
        reason or ("" if at in inside or top <= at < first else "outside the article")
        for at, reason in enumerate(reasons)
    ]


def _homes(
    blocks: Sequence[Block], places: Sequence[Place], kept: Sequence[int], headline: str
) -> dict[int, _Home]:
    """Measure each `article` and `main`; what stands in none belongs to the home 0."""
    homes = {0: _Home(0, -1)}
    for at, place in enumerate(places):
        if place.home == at and at:
            homes[at] = _Home(at, places[place.parent].home)
    for at in kept:
        home = homes[places[blocks[at].place].home]
        home.size += _size(blocks[at])
        home.linked += blocks[at].linked
        home.titles += blocks[at].is_h1
        home.has_prose |= is_body(blocks[at].text.strip())
        home.is_named |= blocks[at].is_h1 and same_words(blocks[at].text, headline)
    return homes


def _family(homes: dict[int, _Home]) -> set[int]:
    """Choose the home that is the article, with the parts that belong to it; none when it is not clear."""
    large = [home for home in homes.values() if home.at and home.size >= _FEWEST_ARTICLE_WORDS]
    if not large:
        return set()
    named = [home for home in large if home.is_named]
    chosen = named[0] if len(named) == 1 else max(large, key=lambda home: (home.size, -home.at))
    family = [home for home in homes.values() if home is chosen or _belongs(home, chosen)]
    members = {home.at for home in family}
    beside = (
        home.size
        for home in homes.values()
        if home.at not in members and not (chosen.is_named and home.titles)
    )
    lead = 1 if chosen.is_named else _ARTICLE_LEAD
    clear = sum(home.size for home in family) >= lead * max(beside, default=0)
    return members if clear else set()


def _belongs(home: _Home, chosen: _Home) -> bool:
    """Tell whether a home is a part of the chosen one or, in a live report, one of its fellows."""
    if not home.at or not home.has_prose or home.linked > _TEASER_LINKED_SHARE * home.size:
        return False
    return home.outer == chosen.at or (home.outer == chosen.outer and not home.titles)


def _size(block: Block) -> int:
    return len(block.text.split())
