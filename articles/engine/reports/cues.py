"""Units to how likely a word is the cue of reported speech."""

import numpy as np

from articles.engine.reports.choices import FLAG, Array, Choice, Parts
from articles.engine.reports.passage import (
    SIZE,
    SIZES,
    Passage,
    among,
    around,
    bits,
    holds,
    last_marked,
    next_marked,
    split_bits,
)
from articles.engine.reports.units import (
    ADVERB,
    BE,
    CLASSES,
    COMMA,
    DETERMINER,
    DO,
    HAVE,
    MARKED,
    MODAL,
    NAME,
    NOT,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    QUESTION_WORD,
    THAT,
    TO,
)

# How far to the left and right of a word its surroundings are taken together, and what is looked for.
_LEFT, _RIGHT = 4, 5
_LEFT_CLASSES = (BE, HAVE, MODAL, TO, PRONOUN, NAME, MARKED, QUESTION_WORD, COMMA)
_RIGHT_CLASSES = (THAT, MARKED, TO, QUESTION_WORD, COMMA)
_NEAR_LEFT, _NEAR_RIGHT = holds("L", _LEFT_CLASSES), holds("R", _RIGHT_CLASSES)
_LEFT_BITS, _RIGHT_BITS = bits(_LEFT_CLASSES), bits(_RIGHT_CLASSES)
# What may stand between a subject and its verb, and before the noun of an object.
_BETWEEN = among((BE, HAVE, DO, MODAL, NOT, ADVERB, TO))
_BEFORE_NOUN = among((DETERMINER, POSSESSIVE, NUMBER, ADVERB, PREPOSITION))


# What is looked at to see that most words are no cue: the classes before a word ("a"), its own ("k") and
# those behind it ("b"); the word before it ("p") and the one behind ("n").
GLANCE = Choice(
    {"a2 a1 k b1 b2": CLASSES},
    ("p1 form n1", "stem"),
    "b f:form wa:stem,a1 wb:stem,b1 p1:p1 n1:n1 akb:a1,k,b1 a21:a2,a1 b12:b1,b2",
)

# What is looked at to see whether a word is a cue: also where its subject and its object would begin ("su",
# "ob"), what its sentence is, and what stands near on each side.
CUE = Choice(
    {
        "a3 a2 a1 k b1 b2 b3": CLASSES,
        "sk ok": CLASSES,
        "d r": SIZES,
        "t q": FLAG,
        **_NEAR_LEFT,
        **_NEAR_RIGHT,
    },
    ("p2 p1 form n1 n2", "su ob", "stem"),
    "b w:stem f:form p1:p1 n1:n1 p2:p2 n2:n2 wp1:stem,p1 wn1:stem,n1"
    " wa1:stem,a1 wb1:stem,b1 wa2:stem,a2 wb2:stem,b2"
    " k:k a1:a1 a2:a2 a3:a3 a21:a2,a1 a321:a3,a2,a1 ka1:a1,k ka12:a2,a1,k"
    " b1:b1 b2:b2 b3:b3 b12:b1,b2 b123:b1,b2,b3 kb1:k,b1 kb12:k,b1,b2 ab:a1,b1 kab:a1,k,b1"
    " d:d r:r su:su ob:ob suw:stem,sk obw:stem,ok suk:sk,k sun:sk,k,b1 obk:k,ok svo:sk,k,ok"
    + "".join(f" L:L{n} Lw:stem,L{n}" for n in range(len(_LEFT_CLASSES)))
    + "".join(f" R:R{n} Rw:stem,R{n}" for n in range(len(_RIGHT_CLASSES)))
    + " t:t tw:stem,t q:q qw:stem,q",
)


def glance_parts(p: Passage, at: Array) -> Parts:
    """Give what a glance sees of the words at some places."""
    return {
        "a2 a1 k b1 b2": around(p.classes, at, -2, 2),
        "p1 form n1": around(p.words, at, -1, 1),
        "stem": p.stems[at],
    }


def cue_parts(p: Passage, at: Array) -> Parts:
    """Give what is looked at of the words at some places to see whether they are cues."""
    c = p.classes
    begins = np.array((last_marked(~_BETWEEN[c])[at - 1], next_marked(~_BEFORE_NOUN[c])[at + 1]))
    left, right = around(_LEFT_BITS[c], at, -_LEFT, -1), around(_RIGHT_BITS[c], at, 1, _RIGHT)
    return {
        "a3 a2 a1 k b1 b2 b3": around(c, at, -3, 3),
        "sk ok": c[begins],
        "d r": SIZE[np.array((at - p.first[at], p.last[at] - at))],
        "t q": np.array((p.titles(at), p.marked(at))),
        **split_bits(_NEAR_LEFT, np.bitwise_or.reduce(left)),
        **split_bits(_NEAR_RIGHT, np.bitwise_or.reduce(right)),
        "p2 p1 form n1 n2": around(p.words, at, -2, 2),
        "su ob": p.words[begins],
        "stem": p.stems[at],
    }
