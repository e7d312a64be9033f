"""A line before or after the body to what it is: a count, a date, a byline, a button.

Inside an article a number or a date alone may be a heading; at its edges it is the page's.
"""

import re

from articles.uploads.furniture_phrases import MOST_CHARACTERS, NETWORK

_COUNTED = r"(?:shares?|views?|likes?|reads?|votes?|retweets?|reactions?|followers?|claps?|comments?)"
_TAGGED = (
    r"(?:tags?|tagged(?: with| as)?|filed (?:under|in)|categor(?:y|ies)|topics|posted in|in this article)"
)
_AT_ADDRESS = r" (?:on|at|via|by)\b(?=.*(?:@|twitter|facebook|instagram|linkedin|\w\.\w))[^“”\"]{1,140}"
_EDGES = (
    (
        "a share count",
        (
            r"\d[\d.,]{0,11} ?[km]?\+?(?: (?:total )?" + _COUNTED + ")?",
            rf"(?:{NETWORK}|{_COUNTED}):? ?[\d.,]{{0,12}} ?[km]?",
        ),
    ),
    (
        "a reading time or button",
        (
            r"\d{1,3}[- ]?min(?:ute)?s?\.?(?: (?:read|listen|watch))?|reading time:? .{1,20}",
            r"listen(?: to (?:this )?(?:article|story))?|play(?: audio| video)?|watch(?: now| live| video)?",
            r"a-? ?a\+?|text size",
        ),
    ),
    (
        "navigation",
        (
            r"home(?:\s*[>»/|›].{1,100})?|menu|search|skip to (?:main )?(?:content|article|navigation)",
            r"log ?in|sign ?in|my account|contact us|about us|privacy policy|site map|back to top|close",
            r"terms (?:of (?:use|service)|(?:and|&) conditions)|cookie (?:policy|settings|preferences)",
            r"toggle navigation|advertise(?: with us)?",
            r"(?:site )?(?:mobile |search |index |information )?navigation",
        ),
    ),
    ("a list of tags", (rf"{_TAGGED}\s*:\s*.{{1,240}}",)),
    (
        "about the author",
        (
            rf"(?:you can )?(?:follow|reach|contact|e-?mail|write to) [\w’'. -]{{2,60}}{_AT_ADDRESS}",
            r"about the (?:author|writer|reporter)s?:? .{1,300}",
        ),
    ),
)
# "News | World | Europe": this many short names with dividers between them.
_DIVIDER = re.compile("[|»›>]")
_TRAIL_PARTS, _LONGEST_TRAIL_PART = range(3, 14), 20
_COMPILED = tuple((reason, re.compile("|".join(patterns), re.IGNORECASE)) for reason, patterns in _EDGES)

# A date line has no word but these, numbers, and time zones; longer lines are prose.
_MOST_DATE_WORDS = 22
_DATE_WORDS = frozenset(
    word
    for words in (
        "jan january feb february mar march apr april may jun june jul july aug august sep sept september",
        "oct october nov november dec december mon monday tue tues tuesday wed wednesday thu thur thurs",
        "thursday fri friday sat saturday sun sunday am pm a p m st nd rd th noon midnight hrs hours gmt utc",
        "published updated posted modified created edited first last originally",
        "on at of the date time ago minutes",
    )
    for word in words.split()
)
_WORD = re.compile(r"[^\W\d_]+|\d+")
_ZONE = re.compile(r"[A-Z]{2,5}$")
_YEAR_OR_TIME = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?!\d)|\d[:.] ?\d\d|\d{1,2}/\d{1,2}/\d\d|\d (?:minutes|hours) ago"
)

_BESIDE_BYLINE = " ,|·•–—-"
_NAME = r"[A-Z][\w’'.-]*"
_BYLINE = re.compile(
    r"\b(?:[Bb]y|BY|[Ww]ritten [Bb]y|[Ww]ords [Bb]y)[: ]\s*"
    r"((?!(?:A|The|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)"
    rf"{_NAME}(?:,? (?:and |& |de |van |von |der |al-|bin )*{_NAME}){{0,7}}"
    r"(?:[,|] ?[A-Z][\w’'. -]{1,40}){0,2})"
)


def edge_reason(line: str) -> str:
    """Say why a line before or after the body is furniture, or ""."""
    if len(line) > MOST_CHARACTERS:
        return ""
    if is_date_line(line):
        return "a date line"
    if _is_trail(line):
        return "navigation"
    return next((reason for reason, pattern in _COMPILED if pattern.fullmatch(line)), "")


def is_date_line(line: str) -> bool:
    """Tell whether a line says nothing but when ("Updated: May 3, 2013 at 7:31 AM ET")."""
    if not _YEAR_OR_TIME.search(line):
        return False
    words = _WORD.findall(line)
    return len(words) <= _MOST_DATE_WORDS and all(
        word.isdigit() or word.lower() in _DATE_WORDS or _ZONE.match(word) for word in words
    )


def _is_trail(line: str) -> bool:
    parts = _DIVIDER.split(line)
    return len(parts) in _TRAIL_PARTS and all(0 < len(part.strip()) <= _LONGEST_TRAIL_PART for part in parts)


def byline_in(line: str, author: str = "") -> str:
    """Give the names of a byline that stands alone or beside a date ("By Jane Doe | May 3, 2022"), or "".

    The names of a known author need no "By".
    """
    if len(line) > MOST_CHARACTERS:
        return ""
    if author and _stands_alone(line.partition(author)) and author in line:
        return author
    found = _BYLINE.search(line)
    if found is None or not _stands_alone((line[: found.start()], "", line[found.end() :])):
        return ""
    names = found.group(1).split()
    while names and names[-1].strip(",").lower() in _DATE_WORDS:
        names.pop()
    return " ".join(names).strip(_BESIDE_BYLINE)


def _stands_alone(parts: tuple[str, str, str]) -> bool:
    before, _, after = (part.strip(_BESIDE_BYLINE) for part in parts)
    return all(not part or is_date_line(part) or part.lower() == "by" for part in (before, after))
