"""The one place that asks bleach: a text to the same text without anything that reads as a tag.

What bleach gets wrong for plain text is settled around it: it answers in HTML ("&amp;"), keeps the
contents of scripts and joins words at line breaks. So markup is read before (`page`), only what still
looks like a tag is handed over as one, and the answer is turned back from HTML.
"""

import html
import re

from bleach.sanitizer import Cleaner

_TAG_LIKE = re.compile(r"(<[a-zA-Z/!?][^<>]*>)")
_TAG_START = re.compile(r"<(?=[a-zA-Z/!?])")
# Attributes go anyway; without quotation marks an unclosed one cannot swallow the words after the tag.
_QUOTATION_MARKS = re.compile("[\"'`]")

_cleaner = Cleaner(tags=frozenset(), attributes={}, strip=True, strip_comments=True)


def without_tags(text: str) -> str:
    """Remove tags, keep every other character; a "<" that could still begin a tag is set apart by a blank."""
    if "<" not in text:
        return text
    lines = (
        _clean_line(line) if _TAG_LIKE.search(line) else line for line in _one_line_tags(text).split("\n")
    )
    return _TAG_START.sub("< ", "\n".join(lines))


def _one_line_tags(text: str) -> str:
    return _TAG_LIKE.sub(lambda found: found.group().replace("\n", " "), text)


def _clean_line(line: str) -> str:
    parts = _TAG_LIKE.split(line)
    for at, part in enumerate(parts):
        is_tag = at % 2 == 1 and part[1:3].strip("/")[:1].isalpha()
        parts[at] = (
            _QUOTATION_MARKS.sub("", part) if is_tag else "" if at % 2 else html.escape(part, quote=False)
        )
    cleaned: str = _cleaner.clean("".join(parts))
    return cleaned.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
