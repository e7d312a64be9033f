"""Word classes of a passage to the mentions in it: names, pronouns and nouns that may have spoken."""

import re
from enum import StrEnum
from typing import NamedTuple

from articles.engine.text.memo import Memo

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
_TWO_NAMES = re.compile(r"[N_]c[TN]")
_TRIM = frozenset("_'0&")
# What a mention can be joined to the next one by.
_JOINED = frozenset("fp2")


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


_SORT_BY_LAST = {
    "h": Sort.PRONOUN,
    "H": Sort.OBJECT,
    "w": Sort.RELATIVE,
    "N": Sort.NAME,
    "T": Sort.NAME,
    "_": Sort.NAME,
    "o": Sort.ROLE,
    "d": Sort.AMOUNT,
    "0": Sort.AMOUNT,
}
# What links a mention to one that belongs to it, by its sort: "of", and for a role "for", "at" or "to" too.
_LINKS = {Sort.NAME: "f", Sort.ROLE: "fp2", Sort.AMOUNT: "f", Sort.THING: "f"}


def find_mentions(classes: str) -> list[Mention]:
    """Find the mentions in a class string, in order; one that is an owner is given before its property."""
    found: list[Mention] = []
    shapes = [(match.start(), _SHAPES[match.group()]) for match in _MENTION.finditer(classes)]
    ends = {start: start + size for start, (size, _, _) in shapes}
    for start, (size, sort, owner) in shapes:
        if not size:
            continue
        end = start + size
        if owner:
            found.append(Mention(start, start + owner, start + owner, Sort.OWNER))
        whole = _extend(classes, end, sort, ends) if classes[end : end + 1] in _JOINED else end
        found.append(Mention(start, whole, end, sort))
    return found


def _shape(row: str) -> tuple[int, Sort, int]:
    """Give how many classes of a row are a mention, of what sort, and how many are an owner before it."""
    size = len(row)
    while size and row[size - 1] in _TRIM:
        size -= 1
    owner = row.find("'", 0, size)
    named = owner > 0 and row[owner - 1] in "NT"
    return size, _SORT_BY_LAST.get(row[size - 1 : size], Sort.THING), owner if named else 0


# The rows of classes that are mentions are short and come again and again.
_SHAPES = Memo(_shape)


def _extend(classes: str, end: int, sort: Sort, ends: dict[int, int]) -> int:
    """Add "of ..." to a mention, and "for ...", "at ..." or "to ..." to a role."""
    if sort is Sort.ROLE:
        named = _OFFICE.match(classes, end)
        if named:
            return named.end()
    links = _LINKS.get(sort, "")
    for _ in range(3):
        if end < len(classes) and classes[end] in links and end + 1 in ends and ends[end + 1] > end + 1:
            end = ends[end + 1]
        else:
            break
        if sort is Sort.ROLE and classes[end : end + 1] == "c" and _TWO_NAMES.match(classes, end - 1):
            end = ends.get(end + 1, end)  # "a lawyer for Smith and Jones"
    return end
