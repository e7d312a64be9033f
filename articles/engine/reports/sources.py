"""Units, a cue and its contents to the words that name the source.

A source is a group of words without a comma inside ("Smith" of "Smith, the mayor, said"); its
last unit is chosen first, then its first.
"""

import numpy as np

from articles.engine.reports.choices import FLAG, Array, Choice, Parts
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
    bits,
    few,
    holds,
    pairs,
    split_bits,
)
from articles.engine.reports.units import (
    BRACKET,
    CLASSES,
    COLON,
    COMMA,
    CONJUNCTION,
    DASH,
    DETERMINER,
    EDGE,
    GERUND,
    MARKED,
    NAME,
    NUMBER,
    OTHER_MARK,
    PLURAL,
    POSSESSIVE,
    PRONOUN,
    QUESTION_WORD,
    STOP,
    SUBORDINATOR,
    THAT,
    TIME,
    WORD,
)

# A source ends within so many units before or after its cue.
_BACK, _AHEAD = 30, 10
# It is at most so long.
_LONGEST = 14
# Where it stands to its cue, nearest before the cue last.
_AROUND = np.array([*range(-_BACK, 0), *range(1, _AHEAD + 1)])
_HEADS = among(
    (PRONOUN, NAME, WORD, PLURAL, NUMBER, QUESTION_WORD, THAT, DETERMINER, MARKED, GERUND, POSSESSIVE)
)
# A source hardly ever ends before a unit of one of these classes, nor with a determiner or inside a name.
_RUNS_ON = among((DETERMINER, NUMBER, MARKED, QUESTION_WORD, OTHER_MARK, TIME))
# Whether it may end with a unit of one class before a unit of another.
_MAY_END = (_HEADS & ~among((DETERMINER,)))[:, None] & ~_RUNS_ON
_MAY_END[CODE[NAME], CODE[NAME]] = False
_STOPS = among((COMMA, STOP, DASH, COLON, BRACKET, EDGE))
_PASSED = (CONJUNCTION, SUBORDINATOR, QUESTION_WORD, PRONOUN, MARKED, NAME, THAT)
_PASSED_PARTS = holds("past", _PASSED)
_PASSED_BITS = bits(_PASSED)
_HELD_PARTS = holds("in", CLASSES)
_ALL_BITS = bits(CLASSES)
# So many units between a source and its cue are looked at as a row.
_SHORT = 4
# Whether no cue before had a source, one had it elsewhere, or one had it at the same place.
EARLIER = ("-", "o", "a")

# What is looked at to see that the source of a cue is not named in its sentence.
NO_SOURCE = Choice(
    {"a2 a1 k b1": CLASSES, "nfirst": FEW},
    ("p1 form", "stem"),
    "b w:stem f:form na1:a1 nb1:b1 na12:a2,a1 nk:a1,k np1:p1 nfirst:nfirst nwa1:stem,a1",
)

# Where a source ends: how it stands to the contents ("x" where one lies between it and the cue, "a" where
# one lies before it), how many possible ends are before it, whether the sources of cues before end there,
# the classes beside the cue ("a1", "ck") and the place ("k"), and what lies between the two.
SOURCE_END = Choice(
    {
        "way": ("-", "a", "x"),
        "rank": FEW,
        "earlier": EARLIER,
        "a1 ck": CLASSES,
        "kp k k1 k2": CLASSES,
        "kk": PAIRS,
        "nc": FEW,
        "d": SIZES,
        **_PASSED_PARTS,
    },
    ("p w n1", "between", "stem"),
    "b nc:nc,way a1:a1,k1 rki:rank,ck rkin:rank,ck,k1,nc i:ck,k1,a1 own:earlier,ck owna:earlier,ck,a1"
    " ownn:earlier,nc,ck x:way,k,k1 rk:rank,k kk1:k,k1 p:kp,k k12:k1,k2 w:w n1:n1 rp:rank,p d:d,k d:d,kk"
    " m:between cue:stem,k cd:stem,d" + "".join(f" past:past{n}" for n in range(len(_PASSED))),
)

# Where a source begins, its end being known: also what it holds before its end.
SOURCE_BEGINNING = Choice(
    {
        "kpp kp k kn": CLASSES,
        "ke": CLASSES,
        "d": SIZES,
        "cue": FLAG,
        **_HELD_PARTS,
    },
    ("p s",),
    "k:k kp:kp kpk:kp,k kpkn:kp,k,kn kpp:kpp,kp,k s:s p:p d:d kpke:kp,ke,k cue:cue"
    + "".join(f" in:in{n}" for n in range(len(CLASSES))),
)


def no_source_parts(p: Passage, at: Array) -> Parts:
    """Give what is looked at of some cues to see that they have no source in their sentence."""
    return {
        "a2 a1 k b1": around(p.classes, at, -2, 1),
        "nfirst": few(at - p.first[at]),
        "p1 form": around(p.words, at, -1, 0),
        "stem": p.stems[at],
    }


def source_ends(p: Passage, at: Array, left: Array, right: Array) -> Places:
    """Give the places where the sources of some cues may end, and what is looked at of each.

    `left` and `right` give the first and last unit of the content on each side of each cue (two columns;
    -1 where there is none). The part "earlier" is left open.
    """
    c = p.classes
    cues = at[:, None]
    near = cues + _AROUND
    allowed = (near >= p.first[at][:, None]) & (near <= p.last[at][:, None])
    near *= allowed  # the first unit of all stands for those outside the sentence, which are left out
    kinds = c[near]
    ends = _MAY_END[kinds, c[near + 1]]
    ends[:, _BACK - 1] = _HEADS[c[at - 1]] & ((c[at - 1] != CODE[NAME]) | (c[at] != CODE[NAME]))
    allowed &= ends
    for side in (left, right):
        allowed &= (near < side[:, :1]) | (near > side[:, 1:])
    way = ((left[:, 1:] >= 0) & (left[:, 1:] < near) & (near < cues)).astype(np.intp)
    way[(near < left[:, :1]) | ((right[:, :1] >= 0) & (near > right[:, 1:]))] = 2
    held = _PASSED_BITS[kinds]
    passed = np.zeros_like(near)
    np.bitwise_or.accumulate(held[:, _BACK - 1 : 0 : -1], axis=1, out=passed[:, _BACK - 2 :: -1])
    np.bitwise_or.accumulate(held[:, _BACK:-1], axis=1, out=passed[:, _BACK + 1 :])
    rank = allowed.cumsum(axis=1)
    owner, which = allowed.nonzero()
    place, cue = near[owner, which], at[owner]
    begin, end = np.minimum(place, cue) + 1, np.maximum(place, cue)
    between = np.zeros_like(place)
    short = (end - begin <= _SHORT).nonzero()[0]
    between[short] = p.number_rows(begin[short], end[short], place[short])
    beside = around(c, place, -1, 2)
    parts = {
        "way": way[owner, which],
        "rank": few(rank[owner, which] - 1),
        "a1 ck": around(c, cue, -1, 0),
        "kp k k1 k2": beside,
        "kk": pairs(beside[1], beside[2]),
        "nc": few(p.commas[end] - p.commas[begin]),
        "d": SIZE[end - begin],
        **split_bits(_PASSED_PARTS, passed[owner, which]),
        "p w n1": around(p.words, place, -1, 1),
        "between": between,
        "stem": p.stems[cue],
    }
    return Places(owner, place, parts)


def source_beginnings(p: Passage, at: Array, end: Array) -> Places:
    """Give the places where sources of some cues, which end at given places, may begin, last first."""
    c = p.classes
    near = end[:, None] - np.arange(_LONGEST + 1)
    outside = near < p.first[end][:, None]
    near *= ~outside
    stops = (_STOPS[c] & ~p.looks_like(STOP, "."))[near]  # a full stop may be that of an abbreviation
    stops[:, 0] = False
    stops |= outside | (near == at[:, None])
    owner, away = (~np.logical_or.accumulate(stops, axis=1)).nonzero()
    place, last = near[owner, away], end[owner]
    held = np.zeros_like(near)
    np.bitwise_or.accumulate(_ALL_BITS[c[near[:, 1:]]], axis=1, out=held[:, 1:])
    parts = {
        "kpp kp k kn": around(c, place, -2, 1),
        "ke": c[last],
        "d": SIZE[last - place],
        "cue": place - 1 == at[owner],
        **split_bits(_HELD_PARTS, held[owner, away]),
        "p s": around(p.words, place, -1, 0),
    }
    return Places(owner, place, parts)
