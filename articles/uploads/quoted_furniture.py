"""Captions and pull quotes to what of them is kept: a quotation that the article prints nowhere else.

A caption's other words describe a picture that is not here. A pull quote repeats the article, and
counted twice it would be a second quotation; one that repeats nothing is kept.
"""

import re
from collections.abc import Iterator, Sequence

from articles.uploads.elements import CAPTION, CREDIT, PULL_QUOTE
from articles.uploads.furniture_phrases import furniture_reason
from articles.uploads.repetition import repeated_share, runs_of, words_of

# Of a quotation cut or edited for its box, so much is still the article's.
_REPEATED_SHARE = 0.6
# Shorter words between marks are a nickname or a title.
_FEWEST_QUOTED_WORDS = 4

_QUOTED = re.compile('[“"«„]([^“”"«»„]{1,2000})[”"»“]|‘([^‘]{1,2000})’(?!\\w)')
_CREDIT_BREAK = re.compile(r"(?<=[.!?…\"'”’»)\]|])\s+|\n")


def keep_new_quotations(blocks: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Give captions and pull quotes without a reason when they quote what the article does not."""
    if not any(reason in {CAPTION, PULL_QUOTE} for _, reason in blocks):
        return list(blocks)
    held = runs_of(text for text, reason in blocks if not reason)
    settled: list[tuple[str, str]] = []
    for text, reason in blocks:
        if reason == PULL_QUOTE and not _is_repeated(text, held):
            settled.append((text, ""))
        elif reason == CAPTION and any(not _is_repeated(said, held) for said in _quotations(text)):
            settled += _without_credit(text)
        else:
            settled.append((text, reason))
    return settled


def _is_repeated(text: str, held: set[tuple[str, ...]]) -> bool:
    said = " ".join(_quotations(text)) or text
    return repeated_share(said, held) >= _REPEATED_SHARE


def _quotations(text: str) -> Iterator[str]:
    for found in _QUOTED.finditer(text):
        said = found.group(1) or found.group(2)
        if len(words_of(said)) >= _FEWEST_QUOTED_WORDS:
            yield said


def _without_credit(text: str) -> list[tuple[str, str]]:
    """Cut the credit at the end of a caption."""
    breaks = list(_CREDIT_BREAK.finditer(text.rstrip()))
    for found in breaks[-2:]:
        credit = text[found.end() :].strip()
        if furniture_reason(credit) == CREDIT:
            return [(text[: found.start()], ""), (credit, CREDIT)]
    return [(text, "")]
