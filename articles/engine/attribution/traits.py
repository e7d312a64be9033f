"""A marked stretch and a mention to the traits that speak for or against its being the speaker."""

import re

from articles.engine.attribution.profiles import Profile
from articles.engine.attribution.setting import WORKS, Setting, stands_alone
from articles.engine.quotations.outline import Outline
from articles.engine.text.words import Words

# Mentions of this many words and more are of one length.
LONG_MENTION = 7

# Numbers and answers as they stand in a trait; formatting them each time would take half of the time.
_DIGIT = "0123456789"
_TOLD = {True: "1", False: "0"}
_VERBS = re.compile(r"[VvxE]")


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
        f"ze{stands_alone(row, place, setting)}{title}",
        f"zf{setting.hint}{setting.length}{title}",
        f"zg{setting.hint}{setting.edges}",
    ]
