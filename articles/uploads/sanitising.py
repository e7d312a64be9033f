"""The one place that asks bleach: a text to the same text without anything that is a tag.

Not every "<" opens one. "x <y", "<jane@example.org>" and "<inaudible>" are printed characters, and the
app stores and shows plain text, so they stay. What a browser would act on goes: an element of HTML
(or of a page's own making), whatever has attributes, and comments.

What bleach gets wrong for plain text is settled around it: it answers in HTML ("&amp;"), keeps the
contents of scripts and joins words at line breaks. So markup is read before (`page`), only what is
a tag is handed over as one, and the answer is turned back from HTML.
"""

import html
import re

from bleach.sanitizer import Cleaner

_ELEMENTS = """
    a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink
    blockquote body br button canvas caption center cite code col colgroup data datalist dd del details dfn
    dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5
    h6 head header hgroup hr html i iframe image img input ins isindex kbd keygen label legend li link
    listing main map mark marquee math menu meta meter multicol nav nextid nobr noembed noframes noscript
    object ol optgroup option output p param picture plaintext portal pre progress q rb rp rt rtc ruby s
    samp script search section select selectedcontent slot small source spacer span strike strong style sub
    summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video
    wbr xmp
"""
# The name of an element, or one with a hyphen, as pages name their own.
_NAME = rf"(?:(?:{'|'.join(sorted(_ELEMENTS.split()))})(?=[\s/<>]|\Z)|[a-z][\w.]*-)"
_MARKUP_START = rf"(?:/?{_NAME}|[!?])"
# "a <b and c> d": words after a name of one letter, and no attribute with a value.
_COMPARISON = r"/?[abipqsu]\s+[^\s<>=/][^<>=]*>"
# The look ahead spares the many names where no name can begin.
_TAG = re.compile(
    rf"(<(?=[a-z/!?])(?!{_COMPARISON})(?:{_MARKUP_START}[^<>]*|(?!https?:|mailto:)[a-z/][^<>]*=[^<>]*)>)",
    re.IGNORECASE,
)
_TAG_START = re.compile(rf"<(?=[a-z/!?])(?={_MARKUP_START})", re.IGNORECASE)
# In a plain text nothing begins a tag that no ">" ends: it would swallow the rest of the article.
_PRINTED_BRACKET = re.compile(
    rf"<(?!!--)(?:(?![^<>]*>)|(?![a-z/!?])|(?={_COMPARISON})|(?!{_MARKUP_START}))", re.IGNORECASE
)
# Attributes go anyway; without quotation marks an unclosed one cannot swallow the words after the tag.
_QUOTATION_MARKS = re.compile("[\"'`]")

_cleaner = Cleaner(tags=frozenset(), attributes={}, strip=True, strip_comments=True)


def without_tags(text: str) -> str:
    """Remove tags, keep every other character; a "<" that could still begin a tag is set apart by a blank."""
    if "<" not in text:
        return text
    lines = (_clean_line(line) if _TAG.search(line) else line for line in _one_line_tags(text).split("\n"))
    return _TAG_START.sub("< ", "\n".join(lines))


def escape_printed_brackets(text: str) -> str:
    """Escape each "<" that is a printed character, so that a parser of HTML takes it for one."""
    return _PRINTED_BRACKET.sub("&lt;", text)


def _one_line_tags(text: str) -> str:
    return _TAG.sub(lambda found: found.group().replace("\n", " "), text)


def _clean_line(line: str) -> str:
    parts = _TAG.split(line)
    for at, part in enumerate(parts):
        is_tag = at % 2 == 1 and part[1:3].strip("/")[:1].isalpha()
        parts[at] = (
            _QUOTATION_MARKS.sub("", part) if is_tag else "" if at % 2 else html.escape(part, quote=False)
        )
    cleaned: str = _cleaner.clean("".join(parts))
    return cleaned.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
