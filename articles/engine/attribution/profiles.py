"""The mentions of a paragraph to what holds of each, whatever stretch it is looked at from."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from articles.engine.quotations.outline import Outline
from articles.engine.text.mentions import Mention, Sort
from articles.engine.text.words import Words

# How many mentions of the paragraph before are looked at, last ones first.
EARLIER = 6

_SUBJECT = re.compile(r"[axD]{0,4}([VvbkgG])")
_LOOSE_SUBJECT = re.compile(r"[axD,p]{0,5}([VvbkgG])")
_BRACKETED_SUBJECT = re.compile(
    r"(?:\([^)QR]{0,16}\),?)?(?:[,-][^.QR]{1,60}?[,)-]|[wIe][^.QR,]{1,40}?)?[axD]{0,4}([VvbkgG])"
)
_UNKNOWN_VERB = re.compile(r"[axD]{0,3}([enIE])")
# What each of these patterns can begin with: most mentions are seen to stand before none of them.
_BEFORE_SUBJECT = frozenset("axDVvbkgG")
_BEFORE_LOOSE = _BEFORE_SUBJECT | frozenset(",p")
_BEFORE_BRACKETED = _BEFORE_SUBJECT | frozenset("(,-wIe")
_BEFORE_UNKNOWN = frozenset("axDenIE")


class Profile(NamedTuple):
    """What holds of a mention whatever stretch it is looked at from.

    `relation` says how it stands to a verb of saying: "S" its subject, "I" named behind it, "P" its
    subject beyond an apposition, "A" after "according to", "0" none; `cue` is the verb's place.
    """

    mention: Mention
    sort: str
    relation: str
    cue: tuple[int, int] | None
    verb: str
    before: str
    after: str
    head: str
    opens: bool
    inner: bool  # part of a longer mention: "Empire" in "a spokeswoman for Empire"


def profile_mentions(words: Words, outline: Outline) -> list[Profile]:
    """Describe every mention of a paragraph."""
    profiles: list[Profile] = []
    reached = 0
    for mention in outline.mentions:
        profiles.append(_profile(words, outline, mention, mention.start < reached))
        if mention.sort is not Sort.OWNER:
            reached = max(reached, mention.end)
    return profiles


def _profile(words: Words, outline: Outline, mention: Mention, inner: bool) -> Profile:
    row, items = outline.classes, outline.items
    relation, cue = _relate(row, mention)
    if (
        relation == "0"
        and row[mention.start - 1 : mention.start] == "f"
        and _in_words_of(words, outline, mention)
    ):
        relation, cue = "A", (mention.start - 2, mention.start)
    verb = words.lower[items[cue[1] - 1]] if cue else ""
    before = row[max(0, mention.start - 2) : mention.start]
    return Profile(
        mention,
        _name_sort(words, outline, mention),
        relation,
        cue,
        verb,
        before,
        row[mention.end : mention.end + 2],
        words.lower[items[mention.head_end - 1]],
        mention.start == 0 or row[mention.start - 1] in ".R",
        inner,
    )


def _in_words_of(words: Words, outline: Outline, mention: Mention) -> bool:
    """Tell whether "in the words of" stands before a mention."""
    before = mention.start - 2
    return (
        before >= 0 and outline.classes[before + 1] == "f" and words.lower[outline.items[before]] == "words"
    )


def _relate(row: str, mention: Mention) -> tuple[str, tuple[int, int] | None]:
    """Find the verb of saying that a mention goes with, if any."""
    start, end = mention.start, mention.end
    if mention.sort is Sort.OWNER:
        return "0", None
    after = row[end : end + 1]
    found = _SUBJECT.match(row, end) if after in _BEFORE_SUBJECT else None
    if found:
        return "S" + found.group(1), (found.end() - 1, found.end())
    before = row[max(0, start - 2) : start]
    if before[-1:] in "VvbkgG" and before:
        return "I" + before[-1], (start - 1, start)
    if before == "A2":
        return "A", (start - 2, start)
    found = _LOOSE_SUBJECT.match(row, end) if after in _BEFORE_LOOSE else None
    if found:
        return "L" + found.group(1), (found.end() - 1, found.end())
    found = _BRACKETED_SUBJECT.match(row, end) if after in _BEFORE_BRACKETED else None
    if found and not (before[-1:] == "p" and after == ","):  # "In Ottawa, Smith said"
        return "P" + found.group(1), (found.end() - 1, found.end())
    if before[:1] in "Vv" and before[-1:] in "ap2" and len(before) == 2:
        return "J" + before, (start - 2, start - 1)
    found = _UNKNOWN_VERB.match(row, end) if after in _BEFORE_UNKNOWN else None
    if found:
        return "U" + found.group(1), (found.end() - 1, found.end())
    return "0", None


def _name_sort(words: Words, outline: Outline, mention: Mention) -> str:
    """Give the sort of a mention, with the pronoun itself where it is one."""
    first = words.lower[outline.items[mention.start]]
    if mention.sort in (Sort.PRONOUN, Sort.RELATIVE, Sort.OBJECT):
        return "he" if first == "she" else first
    if mention.sort is Sort.NAME:
        return "Nd" if outline.classes[mention.start] == "d" else "N"
    if mention.sort in (Sort.ROLE, Sort.THING):
        article = first if first in {"the", "a", "an", "his", "her", "their", "its"} else ""
        return mention.sort + ("a" if article == "an" else article)
    return mention.sort.value


def earlier_profiles(profiles: Sequence[Profile]) -> list[Profile]:
    """Choose the mentions of an earlier paragraph that are worth a look, last ones first."""
    likely = [p for p in profiles if p.relation[0] in "SIAPL" or p.sort in ("N", "he")]
    return likely[: -EARLIER - 1 : -1]
