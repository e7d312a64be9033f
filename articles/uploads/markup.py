"""HTML to a stream of texts and tags, in one pass over any input, however broken.

The standard library's parser is not used: in the releases that Python 3.11 users have, unclosed
comments and tags cost it quadratic time, and its results differ between patch releases.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Elements whose contents are not markup.
RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
# Without their end tag these take the rest of the page, as in a browser; the others are then empty.
_TAKES_THE_REST = frozenset({"script", "style"})
# Attributes longer than this are data, not facts.
_LONGEST_ATTRIBUTES = 8_000

_NAME = re.compile(r"[a-zA-Z][^\s/>]*")
_TAG_MARK = re.compile("[>\"']")
_RAW_END = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in RAW}
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?""")


@dataclass(frozen=True, slots=True)
class Tag:
    """A start or end tag. `contents` is set for raw elements, which come as one tag."""

    name: str
    closes: bool
    raw_attributes: str
    contents: str = ""

    def attributes(self) -> dict[str, str]:
        """Names (lower case) to values, entities not decoded; of a repeated name the first counts."""
        found: dict[str, str] = {}
        for name, value in _ATTRIBUTE.findall(self.raw_attributes[:_LONGEST_ATTRIBUTES]):
            unquoted = value[1:-1] if value[:1] in {'"', "'"} else value
            found.setdefault(name.lower(), unquoted)
        return found


def scan_markup(markup: str) -> Iterator[str | Tag]:
    """Yield texts (entities not decoded) and tags; comments, doctypes and CDATA are skipped.

    The time is linear: a search that fails runs to the end of the input, and each kind of
    search can fail only once.
    """
    unclosed: set[str] = set()
    text_from = at = 0
    while (start := markup.find("<", at)) >= 0:
        after = markup[start + 1 : start + 3]
        if not (after[:1] in {"!", "?", "/"} or _is_letter(after[:1])):
            at = start + 1
            continue
        if text_from < start:
            yield markup[text_from:start]
        if _is_letter(after.lstrip("/")[:1]) and after != "//":
            end, tag = _read_tag(markup, start, unclosed)
            if tag is not None:
                yield tag
        else:
            end = _skip_declaration(markup, start)
        text_from = at = end
    if text_from < len(markup):
        yield markup[text_from:]


def _is_letter(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _read_tag(markup: str, start: int, unclosed: set[str]) -> tuple[int, Tag | None]:
    closes = markup[start + 1] == "/"
    name_found = _NAME.match(markup, start + 1 + closes)
    end = _tag_end(markup, name_found.end()) if name_found else -1
    if name_found is None or end < 0:
        return len(markup), None
    name = name_found.group().lower()
    attributes = markup[name_found.end() : end - 1]
    if name not in RAW or closes or name in unclosed:
        return end, Tag(name, closes, attributes)
    raw_end = _RAW_END[name].search(markup, end)
    if raw_end is not None:
        close = markup.find(">", raw_end.end())
        return (close + 1 or len(markup)), Tag(name, False, attributes, markup[end : raw_end.start()])
    unclosed.add(name)
    return (len(markup) if name in _TAKES_THE_REST else end), Tag(name, False, attributes)


def _tag_end(markup: str, at: int) -> int:
    """Find the place after the tag's ">", or -1. A quotation mark counts only as the start of a value."""
    while found := _TAG_MARK.search(markup, at):
        at = found.end()
        if found.group() == ">":
            return at
        if _opens_value(markup, found.start()):
            close = markup.find(found.group(), at)
            at = close + 1 if close >= 0 else at
    return -1


def _opens_value(markup: str, at: int) -> bool:
    while markup[at - 1].isspace():
        at -= 1
    return markup[at - 1] == "="


def _skip_declaration(markup: str, start: int) -> int:
    if markup.startswith("<!--", start):
        if found := re.compile("--!?>|(?<=<!-)->|(?<=<!--)>").search(markup, start + 3):
            return found.end()
        return len(markup)
    if markup.startswith("<![CDATA[", start) and (end := markup.find("]]>", start)) >= 0:
        return end + 3
    end = markup.find(">", start)
    return end + 1 if end >= 0 else len(markup)
