"""A marked stretch and a mention to the traits that speak for or against its being the speaker."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from articles.engine.quotations.marks import Stretch
from articles.engine.quotations.outline import Outline
from articles.engine.text.lexicon import read_word_lists
from articles.engine.text.mentions import Mention, Sort
from articles.engine.text.spans import Span
from articles.engine.text.words import Words

# How many items on each side of a stretch are searched for its speaker.
WINDOW = 70
# How many mentions of the paragraph before are looked at, last ones first.
EARLIER = 6
# How many items a line below a quotation may have to be its signature.
SIGNATURE = 16
# Whole sentences of at least this many words, standing alone, are somebody's words.
SENTENCE_WORDS = 4
# Mentions of this many words and more are of one length.
LONG_MENTION = 7
# How finely the certainty of a hint is told apart.
HINT_STEPS = 4
WORKS = read_word_lists("marks.txt")["works"]

_MARKS_AROUND = ".,;:!?’'\"”)"
# Numbers and answers as they stand in a trait; formatting them each time would take half of the time.
_DIGIT = "0123456789"
_TOLD = {True: "1", False: "0"}
_VERBS = re.compile(r"[VvxE]")
# "Smith: 'We will not go'"
_LABEL = re.compile(r"[TN][TN_]{0,5}:")
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
_PUNCTUATION = {
    ",": ",",
    ".": ".",
    "!": "!",
    "?": "?",
    "…": "e",
    ";": ";",
    ":": ":",
    "-": "-",
    "—": "-",
    "–": "-",
}


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


class Hint(NamedTuple):
    """What the search for reported speech says of a stretch: that it belongs to a report, and whose."""

    source: Span | None
    certainty: float


def weigh_hint(hint: Hint | None) -> str:
    """Tell in one character whether there is a hint, and how sure it is."""
    return "-" if hint is None else str(int(HINT_STEPS * hint.certainty))


def follow_hint(words: Words, outline: Outline, profile: Profile, hint: Hint | None) -> str:
    """Tell whether a mention is the source that a hint names: all of it, a part of it, or another."""
    if hint is None or hint.source is None:
        return "-" if hint is None else "0"
    mention, items, (start, end) = profile.mention, outline.items, hint.source
    first, last = words.starts[items[mention.start]], words.ends[items[mention.end - 1]]
    if last <= start or end <= first:
        return "o"
    return "y" if first == start or last == end else "i"


@dataclass(frozen=True, slots=True)
class Setting:
    """How a stretch stands in its paragraph."""

    place: int
    edges: str
    shape: str
    length: str
    alone: str
    said: frozenset[str]
    opens: bool
    hint: str
    words: int
    capitals: int


def describe_setting(
    words: Words, outline: Outline, stretch: Stretch, place: int, hint: Hint | None = None
) -> Setting:
    """Describe the neighbourhood of one stretch."""
    row, text = outline.classes, words.text
    inner = text[stretch.inner_start : stretch.inner_end].strip()
    count = inner.count(" ") + 1
    length = str(count) if count < 6 else "6" if count < 11 else "11"
    first = inner[:1]
    begins = "A" if first.isupper() else "a" if first.islower() else "."
    ends = _PUNCTUATION.get(inner[-1:], "w")
    edges = f"{row[place - 1 : place] or '^'}{begins}{ends}{row[place + 1 : place + 2] or '$'}"
    alone = ("^" if place == 0 else "") + ("$" if place + 1 >= len(row) else "")
    shape = f"{begins}{ends}{length}"
    split = inner.split()
    capitalised = [word for word in split if word[0].isupper()]
    said = frozenset([word.strip(_MARKS_AROUND).lower() for word in capitalised])
    opens = row.find("Q", 0, place) < 0 and row.find("R", 0, place) < 0
    weighed = weigh_hint(hint)
    return Setting(place, edges, shape, length, alone, said, opens, weighed, len(split), len(capitalised))


def traits_of_mention(
    row: str,
    setting: Setting,
    profile: Profile,
    same: str,
    nearest: bool,
    rivals: str,
    hinted: str,
) -> list[str]:
    """Give the traits of a mention in the same paragraph as the stretch; `hinted` is how a hint fits it."""
    mention, place = profile.mention, setting.place
    if mention.start > place:
        side, gap = "A", row[place + 1 : mention.start]
    else:
        side, gap = "B", row[mention.end : place]
    ends = gap.count("R")
    quoted = _DIGIT[min(gap.count("Q") + ends, 2)]
    stops = _DIGIT[min(gap.count(".") + ends, 3)]
    base = f"{side}{quoted}{stops}"
    path = gap if len(gap) <= 6 else f"{gap[:2]}~{gap[-3:]}"
    distance = _DIGIT[len(gap).bit_length()]
    relation, sort = profile.relation, profile.sort
    goes, kind, last = relation[:1], sort[:1], profile.before[-1:]
    verbs = len(_VERBS.findall(gap))
    hint = hinted + setting.hint
    length = _DIGIT[min(mention.end - mention.start, LONG_MENTION)]
    if profile.cue is None:
        link = "none"
    elif side == "A":
        link = row[place + 1 : profile.cue[0]][-4:] + "_" + row[profile.cue[1] : profile.cue[1] + 2]
    else:
        link = row[profile.cue[1] : place][:5]
    return [
        f"1{base}{relation}{sort}",
        f"4{side}{path}",
        f"5{side}{quoted}{relation}{profile.before}",
        f"6{side}{quoted}{profile.after}{kind}",
        f"7{side}{distance}{relation}",
        f"8{base}{profile.verb}",
        f"9{base}{_TOLD[nearest]}{relation}",
        f"a{side}{quoted}{stops}{setting.edges}{relation}",
        f"b{side}{setting.shape}{goes}{quoted}",
        f"c{same}{base}{relation}",
        f"d{same}{base}{setting.alone}",
        f"e{side}{setting.edges}{quoted}{path if len(path) < 3 else ''}",
        f"f{sort}{base}",
        f"g{side}{quoted}{link}{relation}",
        f"i{base}{relation}{rivals}",
        f"j{side}{quoted}{goes}{profile.verb}",
        f"l{same}{base}{relation}{rivals}",
        f"m{_TOLD[profile.head in setting.said]}{goes}{kind}",
        f"n{side}{quoted}{relation}{_DIGIT[min(verbs, 3)]}{_TOLD['t' in gap]}",
        f"o{side}{quoted}{goes}{_TOLD[profile.opens]}{_DIGIT[min(verbs, 2)]}",
        f"p{_TOLD[setting.opens]}{base}{relation}{same}",
        f"r{side}{quoted}{relation}{last}{rivals}",
        f"t{side}{relation}{last}{profile.after[:1]}{kind}",
        f"u{_TOLD[profile.inner]}{side}{relation}",
        f"v{hint}{side}{_TOLD[profile.inner]}",
        f"w{hint}{base}{relation}",
        f"x{hint}{_TOLD[nearest]}{sort}",
        f"y{length}{relation}{_TOLD[profile.inner]}",
        f"A{hinted}{length}{side}{kind}",
        f"B{hint}{last}{goes}",
    ]


def traits_of_earlier(
    setting: Setting,
    profile: Profile,
    same: str,
    paragraphs: int,
    closed: bool,
    ending: str,
    order: int,
) -> list[str]:
    """Give the traits of a mention in an earlier paragraph."""
    base = f"P{min(paragraphs, 3)}{same}"
    return [
        f"1{base}{profile.relation}{profile.sort}",
        f"2{base}{setting.alone}{closed}{ending}",
        f"3{base}{setting.shape}{setting.alone}",
        f"4{base}{setting.edges}{ending}",
        f"5{base}{order}{profile.relation}",
        f"6{base}{profile.verb}",
        f"7{base}{profile.sort}",
        f"8{base}{ending}{profile.relation}{order}",
        f"9{base}{setting.hint}",
    ]


def traits_of_signature(setting: Setting, profile: Profile) -> list[str]:
    """Give the traits of a mention in a signature below the stretch."""
    first = profile.mention.start == 1
    return [f"s{first}", f"s1{first}{setting.alone}", f"s2{profile.sort}{first}"]


def traits_of_setting_aside(words: Words, outline: Outline, setting: Setting) -> list[str]:
    """Give the traits of a stretch that speak for its being no quotation."""
    row, items, place = outline.classes, outline.items, setting.place
    before = words.lower[items[place - 1]] if place and items[place - 1] >= 0 else "^"
    after = words.lower[items[place + 1]] if place + 1 < len(items) and items[place + 1] >= 0 else "$"
    earlier = words.lower[items[place - 2]] if place > 1 and items[place - 2] >= 0 else "^"
    possessive = row[place - 1 : place] == "'"
    capitals, count = setting.capitals, setting.words
    title = "t" if capitals == count else "T" if capitals * 2 > count and capitals > 1 else "s"
    left = row[max(0, place - 3) : place]
    verbs = "V" if "V" in row or "g" in row or "A" in row else "v" if "v" in row or "G" in row else "0"
    return [
        "z",
        f"z1{setting.length}{title}",
        f"z2{setting.shape}{title}",
        f"z3{before}",
        f"z4{after}",
        f"z5{left}",
        f"z6{left[-1:]}{row[place + 1 : place + 3]}{title}",
        f"z7{left[-2:]}{setting.length}{title}",
        f"z8{verbs}{setting.length}{title}",
        f"z9{setting.edges}{title}",
        f"za{row[place + 1 : place + 2]}{setting.length}{title}",
        f"zb{setting.alone}{setting.length}",
        f"zc{'w' if before in WORKS or earlier in WORKS else before == '^'}{title}",
        f"zd{possessive}{title}{setting.length}",
        f"ze{_stands_alone(row, place, setting)}{title}",
        f"zf{setting.hint}{setting.length}{title}",
        f"zg{setting.hint}{setting.edges}",
    ]


def _stands_alone(row: str, place: int, setting: Setting) -> bool:
    """Tell whether a stretch is whole sentences between whole sentences."""
    return (
        setting.shape[:2] in ("A.", "A!", "A?")
        and row[place - 1 : place] in ("", ".", "R")
        and (place + 1 >= len(row) or row[place + 1] in "RQNThd-")
    )


def is_sentence(row: str, setting: Setting) -> bool:
    """Tell whether a stretch is whole sentences of its own, which no title, term or name is."""
    if setting.words < SENTENCE_WORDS or setting.capitals * 2 >= setting.words:
        return False
    labelled = _LABEL.fullmatch(row, 0, setting.place) is not None
    return labelled or _stands_alone(row, setting.place, setting)


def is_title(words: Words, outline: Outline, setting: Setting) -> bool:
    """Tell whether a stretch is the title of a work: in capitals, right behind "the film" or the like."""
    before = outline.items[setting.place - 1] if setting.place else -1
    in_capitals = setting.capitals * 2 > setting.words and setting.shape[0] == "A"
    return before >= 0 and in_capitals and words.lower[before] in WORKS


def earlier_profiles(profiles: Sequence[Profile]) -> list[Profile]:
    """Choose the mentions of an earlier paragraph that are worth a look, last ones first."""
    likely = [p for p in profiles if p.relation[0] in "SIAPL" or p.sort in ("N", "he")]
    return likely[: -EARLIER - 1 : -1]
