"""Word classes of a passage to the mentions in it: names, pronouns and nouns that may have spoken."""

import re
from enum import StrEnum
from typing import NamedTuple

_NAMES = r"[TN](?:[TN_&]|0(?=T))*+"
# A determiner, then the nearest noun for a person or, where there is none, any noun.
# Runs are bounded, so that a text of nothing but numbers is still read in linear time.
_WITH_DETERMINER = (
    r"[d0]{1,3}+(?:V(?=[no]))?+[veaI0]{0,5}+(?:(?:[n0TN_'&eI]{0,6}+o)++[TN_&]*+|[n0TN_'&]{1,8}+)"
)
# A name, and what hangs on it: "Trump campaign manager Paul Manafort", "Fox News' Sean Hannity".
_NAMED = _NAMES + r"(?:'[TN][TN_&]*+)?+(?:'?+[ne0I]{0,3}o(?:[n]{0,2}o)*+[TN_&]*+)?+"
_BARE = r"[eI]?[n]{0,2}o(?:[n]?o)*+[TN_]*+"
_MENTION = re.compile("|".join((_WITH_DETERMINER, _NAMED, _BARE, "[hwH]", "[d0]{1,3}+")))
# "of state" or "of the interior" between an office and the name of who holds it.
_OFFICE = re.compile(r"fd?n{1,2}[TN]++(?:_[TN]++)*+")
_TRIM = "_'0&"


class Sort(StrEnum):
    """What kind of words a mention is."""

    NAME = "N"
    ROLE = "o"  # a noun for a person or a body
    THING = "n"
    PRONOUN = "h"
    OBJECT = "H"  # "him", "them"
    RELATIVE = "w"
    AMOUNT = "d"  # "some", "one", "many"
    OWNER = "'"  # a name as owner: "Smith's"


class Mention(NamedTuple):
    """A mention, as a half-open range of places in a class string."""

    start: int
    end: int
    head_end: int  # where its head noun or name ends, before "of ..." and the like
    sort: Sort


def find_mentions(classes: str) -> list[Mention]:
    """Find the mentions in a class string, in order; one that is an owner is given before its property."""
    found: list[Mention] = []
    spans = [(m.start(), m.start() + len(m.group().rstrip(_TRIM))) for m in _MENTION.finditer(classes)]
    ends = dict(spans)
    for start, end in spans:
        if end <= start:
            continue
        sort = _sort(classes, start, end)
        owner = classes.find("'", start, end)
        if owner > start and classes[owner - 1] in "NT":
            found.append(Mention(start, owner, owner, Sort.OWNER))
        found.append(Mention(start, _extend(classes, end, sort, ends), end, sort))
    return found


def _sort(classes: str, start: int, end: int) -> Sort:
    """Tell the sort of a mention from the classes of its words."""
    last = classes[end - 1]
    if end - start == 1 and last in "hwdH":
        return Sort(last)
    if last in "NT_":
        return Sort.NAME
    if last == "o":
        return Sort.ROLE
    return Sort.AMOUNT if last in "d0" else Sort.THING


def _extend(classes: str, end: int, sort: Sort, ends: dict[int, int]) -> int:
    """Add "of ..." to a mention, and "for ...", "at ..." or "to ..." to a role."""
    if sort is Sort.ROLE:
        named = _OFFICE.match(classes, end)
        if named:
            return named.end()
    links = "fp2" if sort is Sort.ROLE else "f"
    if sort in (Sort.NAME, Sort.ROLE, Sort.AMOUNT, Sort.THING):
        for _ in range(3):
            if end < len(classes) and classes[end] in links and end + 1 in ends and ends[end + 1] > end + 1:
                end = ends[end + 1]
            else:
                break
    return end
