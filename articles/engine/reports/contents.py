"""Units and a cue to where the reported content stands, begins and ends.

The content is chosen in steps, each a choice among few places: on which side of the cue it
stands, where it begins (after the cue) or ends (before it), and then its other boundary.
"""

import numpy as np

from articles.engine.reports.choices import ABSENT, Array, Choice, Parts
from articles.engine.reports.passage import (
    CODE,
    FEW,
    PAIRS,
    SIZE,
    SIZES,
    Passage,
    Places,
    among,
    around,
    before,
    bits,
    few,
    holds,
    last_marked,
    pairs,
    split_bits,
    spread,
)
from articles.engine.reports.units import (
    BE,
    BRACKET,
    CLASSES,
    COLON,
    COMMA,
    CONJUNCTION,
    DASH,
    DETERMINER,
    DO,
    EDGE,
    HAVE,
    LONGEST,
    MARKED,
    MODAL,
    NAME,
    NOT,
    NUMBER,
    OTHER_MARK,
    PAST,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    QUESTION_WORD,
    STOP,
    SUBORDINATOR,
    THAT,
    TO,
    WORD,
)

# A content after its cue begins within so many units.
_REACH = 8
# The classes of so many units behind the cue, before the content, are looked at as a row.
_WAY = 3
# A content before its cue ends within so many units of it.
_BACK_REACH = 30
# A content hardly ever ends before a unit of one of these classes: the clause runs on ...
_RUNS_ON = among({NAME, WORD, PLURAL, DETERMINER, PRONOUN, POSSESSIVE, NUMBER, PAST, NOT, OTHER_MARK, MARKED})
# ... nor with one of these: more must follow, or it is a mark that is not part of it.
_UNFINISHED = among(
    {
        STOP, COMMA, DASH, COLON, OTHER_MARK, BE, HAVE, MODAL, THAT, TO, SUBORDINATOR, NOT, QUESTION_WORD,
        CONJUNCTION,
    }
)  # fmt: skip
# Nor does it begin with or just after one of these, unless right after its cue.
_NEVER_FIRST = among({STOP, COMMA, DASH, COLON, BRACKET, CONJUNCTION})
_NEVER_BEFORE = among({DETERMINER, POSSESSIVE, THAT, CONJUNCTION, MODAL, HAVE, NOT, DO, OTHER_MARK, MARKED})
# A content before its cue begins with a unit of one of these classes, or after one of the others.
_BEGINS_WITH = among({PRONOUN, DETERMINER, MARKED, THAT, QUESTION_WORD, SUBORDINATOR, NAME})
_BEGINS_AFTER = among(
    {
        COMMA, DASH, COLON, CONJUNCTION, SUBORDINATOR, THAT, MARKED, OTHER_MARK, BRACKET, STOP, QUESTION_WORD,
        EDGE,
    }
)  # fmt: skip
# A content before its cue ends close to it, with a marked stretch or before one of these classes.
_NEAR = 5
_CLOSES = among({COMMA, DASH, COLON, STOP, OTHER_MARK})
_FINITE = among({BE, HAVE, DO, MODAL, PAST})
_BREAKS = among({DASH, COLON})
# What joins on to a clause: whether it does depends on the word.
_LINKS = among({SUBORDINATOR, PREPOSITION, CONJUNCTION})
# What may stand between a cue and its content.
_PASSED = (COMMA, THAT, TO, MARKED, STOP, COLON)
_PASSED_PARTS = holds("past", _PASSED)
_PASSED_BITS = bits(_PASSED)
# Contents that begin with a noun in the singular or plural are of one kind.
_KIND = np.array([CODE[WORD if name == PLURAL else name] for name in CLASSES])


# What is looked at to see whether a cue has a content on one side of it: the classes and words before it
# ("a", "p") and behind it ("b", "n"), how the sentence opens ("s0") and how far it goes to each side ("d",
# "r"), the commas on each side, and how far back the last one is ("cl").
SIDE = Choice(
    {
        "a3 a2 a1 k b1 b2 b3": CLASSES,
        "s0": CLASSES,
        "ab": PAIRS,
        "d r cl": SIZES,
        "lc rc": FEW,
    },
    ("p1 form n1", "stem"),
    "b w:stem f:form p1:p1 n1:n1 a1:a1 a2:a2 a12:a2,a1 b1:b1 b2:b2 b123:b1,b2,b3 ab:ab d:d r:r"
    " lc:lc rc:rc cl:cl s0:s0 wa:stem,a1 wb:stem,b1 wab:stem,ab wd:stem,d wr:stem,r wcl:stem,cl",
)

# What is looked at to see where a content begins behind its cue: how far behind, the class right behind the
# cue, the classes and words before, at and after the place, what is passed on the way from the cue and the
# row of classes on that way.
BEGINNING = Choice(
    {
        "away": tuple(map(str, range(_REACH + 1))),
        "b1": CLASSES,
        "kp k kn": CLASSES,
        **_PASSED_PARTS,
    },
    ("p s n", "way", "stem"),
    "kps:kp,k kpsn:kp,k,kn m:way dk1:away,b1 dks:away,k s:s p:p n:n ps:p,s"
    " ws:stem,s wp:stem,p wks:stem,k wd:stem,away" + "".join(f" past:past{n}" for n in range(len(_PASSED))),
)

# Where a content ends behind its cue: the classes and words of its last unit and of those behind, what kind
# of unit it begins with, its size, what is left of the sentence, and how many commas, finite verbs, breaks
# and marked stretches it holds, and whether it ends in brackets.
END = Choice(
    {
        "k k1 k2 k3": CLASSES,
        "kind": CLASSES,
        "behind": (ABSENT, *CLASSES),
        "d rem": SIZES,
        "nc": FEW,
        "fin": FEW[:3],
        "lf": ("f0", "f1", "f2"),
        "br": FEW[:3],
        "q in": FEW[:2],
    },
    ("w n1 n2", "first", "link", "stem"),
    "ksk1:kind,k1 ksfin:kind,fin,k1 cfin:fin,k1,k2 cks:kind,k1,k2"
    " nck2:nc,k1,k2 break_:br,k1 q:q,k1 qk:q,k,k1 br:in,k1 kk1:k,k1 kk12:k,k1,k2 k123:k1,k2,k3"
    " w:w n1:n1 n12:n1,n2 dk1:d,k1 rem:rem,k1 sk1:first,k1 sc:first,behind"
    " n:link,kind n:link,d n:link,lf wk1:stem,k1 wn1:stem,n1 wd:stem,d",
)

# Where a content ends before its cue: the classes of its last unit and behind, those beside the cue, how far
# it is from the cue and the commas between.
BACK_END = Choice(
    {"k k1 k2 k3": CLASSES, "a1 b1": CLASSES, "nc": FEW, "d": SIZES},
    ("n1", "stem"),
    "k:k k1:k1 kk1:k,k1 k12:k1,k2 k123:k1,k2,k3 nck1:nc,k1 ip:k1,a1 i:k1,b1 n1:n1 d:d wk1:stem,k1 wd:stem,d",
)

# Where a content begins before its cue: the classes and words at and beside the place, whether that opens
# the sentence ("o") and what does, the size, and the commas in the content and before it.
BACK_BEGINNING = Choice(
    {"kp k kn": CLASSES, "s0": CLASSES, "d": SIZES, "nc": FEW, "pc": FEW[:3], "o": ("l", "o")},
    ("pp p s", "opening", "stem"),
    "k:k kp:kp kpk:kp,k kn:k,kn nc:nc ok:o,s0 ppc:pc,s0,kp s:s d:d pp:pp,p o0:o,opening ow:stem,o",
)


def side_parts(p: Passage, at: Array) -> Parts:
    """Give what is looked at of some cues to see on which sides their contents are."""
    first, last = p.first[at], p.last[at]
    near = around(p.classes, at, -3, 3)
    comma = last_marked(p.classes == CODE[COMMA])[at - 1]
    since = np.where(comma >= first, at - 1 - comma, LONGEST)
    sides = np.array((p.commas[at] - p.commas[first], p.commas[last + 1] - p.commas[at + 1]))
    return {
        "a3 a2 a1 k b1 b2 b3": near,
        "s0": p.classes[first],
        "ab": pairs(near[2], near[4]),
        "d r cl": SIZE[np.array((at - first, last - at, since))],
        "lc rc": few(sides),
        "p1 form n1": around(p.words, at, -1, 1),
        "stem": p.stems[at],
    }


def beginnings(p: Passage, at: Array) -> Places:
    """Give the places where contents behind some cues may begin, and what is looked at of each."""
    c = p.classes
    near = np.minimum(at[:, None] + np.arange(1, _REACH + 1), len(c) - 1)
    allowed = (near <= p.last[at][:, None]) & ~(_NEVER_FIRST[c[near]] | _NEVER_BEFORE[c[near - 1]])
    allowed[:, 0] = True
    owner, away = allowed.nonzero()
    cue, place = at[owner], near[owner, away]
    passed = np.zeros_like(near)
    np.bitwise_or.accumulate(_PASSED_BITS[c[near[:, :-1]]], axis=1, out=passed[:, 1:])
    parts = {
        "away": away + 1,
        "b1": c[cue + 1],
        "kp k kn": around(c, place, -1, 1),
        **split_bits(_PASSED_PARTS, passed[owner, away]),
        "p s n": around(p.words, place, -1, 1),
        "way": p.number_rows(cue + 1, np.minimum(place, cue + _WAY + 1)),
        "stem": p.stems[cue],
    }
    return Places(owner, place, parts)


def ends(p: Passage, at: Array, begin: Array) -> Places:
    """Give the places where contents behind some cues, which begin at given places, may end."""
    c = p.classes
    possible = np.append((~(_UNFINISHED[c[:-1]] | _RUNS_ON[c[1:]])).nonzero()[0], 0)
    first = possible[:-1].searchsorted(begin)
    counts = possible[:-1].searchsorted(p.last[begin], side="right") - first
    owner, which = spread(first, np.maximum(counts, 1))
    begin, last = begin[owner], p.last[begin][owner]
    place = np.where(counts[owner] > 0, possible[which], last)  # at the sentence's end if nowhere else
    opens = p.looks_like(BRACKET, "([")
    depth = before(opens.astype(np.intp) - (~opens & (c == CODE[BRACKET])))
    sums = (before(_FINITE[c]), p.commas, before(_BREAKS[c]), p.marks, depth)
    finite, commas, breaks, marked, brackets = (each[place + 1] - each[begin] for each in sums)
    fin = np.minimum(finite, 2)
    near, words = around(c, place, 0, 3), around(p.words, place, 0, 2)
    parts = {
        "k k1 k2 k3": near,
        "kind": _KIND[c[begin]],
        "behind": np.where(near[1] == CODE[COMMA], near[2] + 1, 0),
        "d rem": SIZE[np.array((place + 1 - begin, last - place))],
        "nc": few(commas),
        "fin": fin,
        "lf": fin,
        "br": np.minimum(breaks, 2),
        "q in": np.array((marked > 0, brackets > 0)),
        "w n1 n2": words,
        "first": p.words[begin],
        "link": np.where(_LINKS[near[1]], words[1], 0),
        "stem": p.stems[at[owner]],
    }
    return Places(owner, place, parts)


def back_ends(p: Passage, at: Array) -> Places:
    """Give the places where contents before some cues may end, nearest first, and what is looked at."""
    c = p.classes
    away = np.arange(1, _BACK_REACH + 1)
    near = at[:, None] - away
    within = near >= p.first[at][:, None]
    near *= within  # the first unit of all stands for those before the sentence, which are left out
    closes = _CLOSES[c[near + 1]] | (c[near] == CODE[MARKED])
    owner, which = (within & ((away <= _NEAR) | closes)).nonzero()
    cue, place = at[owner], near[owner, which]
    parts = {
        "k k1 k2 k3": around(c, place, 0, 3),
        "a1 b1": c[np.array((cue - 1, cue + 1))],
        "nc": few(p.commas[cue] - p.commas[place + 1]),
        "d": SIZE[cue - place - 1],
        "n1": p.words[place + 1],
        "stem": p.stems[cue],
    }
    return Places(owner, place, parts)


def back_beginnings(p: Passage, at: Array, end: Array) -> Places:
    """Give the places where contents before some cues, which end at given places, may begin."""
    c = p.classes
    owner, place = spread(p.first[end], end + 1 - p.first[end])
    allowed = _BEGINS_AFTER[c[place - 1]] | _BEGINS_WITH[c[place]] | (end[owner] - place < 2)
    owner, place = owner[allowed], place[allowed]
    first, last = p.first[place], end[owner]
    parts = {
        "kp k kn": around(c, place, -1, 1),
        "s0": c[first],
        "d": SIZE[last - place],
        "nc": few(p.commas[last] - p.commas[place]),
        "pc": np.minimum(p.commas[place] - p.commas[first], 2),
        "o": place == first,
        "pp p s": around(p.words, place, -2, 0),
        "opening": p.words[first],
        "stem": p.stems[at[owner]],
    }
    return Places(owner, place, parts)
