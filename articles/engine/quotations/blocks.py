"""Paragraphs to the statements, posts and letters set as blocks of their own without quotation marks.

A block is believed by what stands around it: a sentence before it that announces a text and ends in a
colon, with a sign inside that somebody speaks; or the line with which a post is signed.
"""

import re
from collections.abc import Sequence

from articles.engine.text.lexicon import read_word_lists
from articles.engine.text.spans import Span

# A block goes on over at most so many paragraphs.
LONGEST = 12
# A block has at least so many words.
FEWEST_WORDS = 4
# The words before a colon that may announce a text.
_REACH = 160

_LISTS = read_word_lists("marks.txt")
_ANNOUNCING = _LISTS["announcing"]
_WHOLE = re.compile(r"in full\b|in its entirety|as follows|\breads?:$|\bfull (?:statement|text|letter)")
_WORD = re.compile(r"[^\W\d_]+")
_FIRST_PERSON = frozenset({"i", "we", "my", "our", "us", "me", "i'm", "we're", "mine", "ours"})
# "— Jane Doe (@jdoe) May 3, 2024": how a post is signed where it is printed within an article.
SIGNED = re.compile(r"[—–-] ?([^\W\d_][^()\n@]{0,60}?) \(@\w{1,30}\)(?: [^\n]{0,30})?$")
_MARKS = frozenset("\"“”«»„‘'")
_BULLETS = frozenset("-–—•*·0123456789([")
_SIGNATURE = 110


def find_blocks(text: str, paragraphs: Sequence[Span]) -> tuple[tuple[Span, ...], ...]:
    """Find the blocks of a text, each as its paragraphs."""
    blocks: list[tuple[Span, ...]] = []
    at = 0
    while at < len(paragraphs):
        signed = _before_signature(text, paragraphs[at])
        if signed is not None:
            blocks.append((signed,))
        elif at and _is_signature(text, paragraphs[at]) and _may_be_said(text, paragraphs[at - 1]):
            if not blocks or blocks[-1][-1] != paragraphs[at - 1]:
                blocks.append((paragraphs[at - 1],))
        elif at and _announces(text, paragraphs[at - 1]):
            block = _read_block(text, paragraphs, at)
            if block:
                blocks.append(block)
                at += len(block) - 1
        at += 1
    return tuple(blocks)


def _before_signature(text: str, place: Span) -> Span | None:
    """Give what a paragraph holds before the signature of a post."""
    found = SIGNED.search(text, max(place.start, place.end - _SIGNATURE), place.end)
    if found is None:
        return None
    words = text[place.start : found.start()].rstrip()
    if len(words.split()) < FEWEST_WORDS or words[0] in _MARKS:
        return None
    return Span(place.start, place.start + len(words))


def _is_signature(text: str, place: Span) -> bool:
    """Tell whether a paragraph is nothing but the signature of a post."""
    return place.end - place.start <= _SIGNATURE and SIGNED.fullmatch(text, *place) is not None


def _announces(text: str, place: Span) -> bool:
    """Tell whether a paragraph ends by announcing a text."""
    if text[place.end - 1] != ":":
        return False
    words = _WORD.findall(_last_sentence(text, place).lower())
    return bool(words) and (words[-1] in ("said", "says") or not _ANNOUNCING.isdisjoint(words))


def _last_sentence(text: str, place: Span) -> str:
    """Give the last sentence of a paragraph, or the end of a long one."""
    end = text[max(place.start, place.end - _REACH) : place.end]
    return end[end.rfind(". ") + 1 :]


def _read_block(text: str, paragraphs: Sequence[Span], at: int) -> tuple[Span, ...]:
    """Read the block that begins at a paragraph behind an announcement; empty if it is none."""
    whole = bool(_WHOLE.search(_last_sentence(text, paragraphs[at - 1])))
    block: list[Span] = []
    for place in paragraphs[at : at + LONGEST]:
        if not _may_be_said(text, place) or not (_is_in_first_person(text, place) or (whole and not block)):
            break
        block.append(place)
    return tuple(block)


def _may_be_said(text: str, place: Span) -> bool:
    """Tell whether a paragraph can be words of a block: no list, no marks at its ends, no announcement."""
    printed = text[place.start : place.end]
    if printed[0] in _BULLETS or printed[0] in _MARKS or printed[-1] in ':”"':
        return False
    return len(printed.split()) >= FEWEST_WORDS


def _is_in_first_person(text: str, place: Span) -> bool:
    """Tell whether somebody says "I" or "we" outside quotation marks."""
    printed = text[place.start : place.end]
    if any(mark in printed for mark in '“”"'):
        return False
    return any(word in _FIRST_PERSON for word in _WORD.findall(printed.lower()))
