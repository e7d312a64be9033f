"""Units to how likely a word is the cue of reported speech."""

from articles.engine.reports.tables import Known, OfCue, Weights, by_size, rows
from articles.engine.reports.units import (
    ADVERB,
    BE,
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
    Sentence,
    Units,
)

# How far to the left and right of a word its surroundings are taken together, and what is looked for.
_LEFT, _RIGHT = 4, 5
_LEFT_CLASSES = (BE, HAVE, MODAL, TO, PRONOUN, NAME, MARKED, QUESTION_WORD, COMMA)
_RIGHT_CLASSES = (THAT, MARKED, TO, QUESTION_WORD, COMMA)
# What may stand between a subject and its verb, and before the noun of an object.
_BETWEEN = frozenset({BE, HAVE, DO, MODAL, NOT, ADVERB, TO})
_BEFORE_NOUN = frozenset({DETERMINER, POSSESSIVE, NUMBER, ADVERB, PREPOSITION})


class Glance:
    """The few weights by which most words are seen to be no cue."""

    def __init__(self, weights: Weights) -> None:
        self.know = OfCue(weights, "bf", ("wa", "wb")).know
        one = weights.one
        self._before, self._after = one("p1").get, one("n1").get
        self._around, self._left, self._right = one("ab").get, one("a21").get, one("b12").get

    def score(self, u: Units, i: int, cue: Known) -> int:
        """Score the word at place `i` as a possible cue."""
        start, (before, after) = cue
        lower, row = u.lower, u.classes[i - 2 : i + 3]
        return (
            start
            + self._around(row[1:4], 0)
            + self._left(row[:2], 0)
            + self._right(row[3:], 0)
            + before.get(row[1], 0)
            + after.get(row[3], 0)
            + self._before(lower[i - 1], 0)
            + self._after(lower[i + 1], 0)
        )


class Cues:
    """The weights of a word's being a cue."""

    def __init__(self, weights: Weights) -> None:
        one = weights.one
        beside = ("wp1", "wn1", "wa1", "wb1", "wa2", "wb2", "suw", "obw", "Lw", "Rw", "tw", "qw")
        self.know = OfCue(weights, "bwf", beside).know
        self._before, self._after = one("p1").get, one("n1").get
        self._second_before, self._second_after = one("p2").get, one("n2").get
        self._left = rows(weights, k="3", a1="2", a2="1", a3="0", a21="12", a321="012", ka1="23", ka12="123")
        self._right = rows(weights, b1="1", b2="2", b3="3", b12="12", b123="123", kb1="01", kb12="012")
        self._around = rows(weights, ab="02", kab="012")
        self._since, self._until = by_size(one("d")), by_size(one("r"))
        self._near_left, self._near_right = one("L").get, one("R").get
        self._subject, self._object = one("su").get, one("ob").get
        self._clause = rows(weights, suk="01", sun="012", obk="13", svo="013")
        self._title, self._marked = one("t").get("", 0), one("q").get("", 0)

    def score(self, s: Sentence, i: int, cue: Known) -> int:
        """Score the word at place `i` as a cue."""
        lower, c = s.lower, s.classes
        start, (wp1, wn1, wa1, wb1, wa2, wb2, suw, obw, near_left, near_right, title, marked) = cue
        subject, last = i - 1, i + 1
        while c[subject] in _BETWEEN:
            subject -= 1
        while c[last] in _BEFORE_NOUN:
            last += 1
        before, after = lower[i - 1], lower[i + 1]
        score = (
            start
            + self._left[c[i - 3 : i + 1]]
            + self._right[c[i : i + 4]]
            + self._around[c[i - 1 : i + 2]]
            + self._before(before, 0)
            + self._after(after, 0)
            + self._second_before(lower[i - 2], 0)
            + self._second_after(lower[i + 2], 0)
            + wp1.get(before, 0)
            + wn1.get(after, 0)
            + wa1.get(c[i - 1], 0)
            + wb1.get(c[i + 1], 0)
            + wa2.get(c[i - 2], 0)
            + wb2.get(c[i + 2], 0)
            + self._since[i - s.first]
            + self._until[s.last - i]
            + self._subject(lower[subject], 0)
            + self._object(lower[last], 0)
            + suw.get(c[subject], 0)
            + obw.get(c[last], 0)
            + self._clause[c[subject] + c[i : i + 2] + c[last]]
        )
        left, right = c[i - _LEFT : i], c[i + 1 : i + 1 + _RIGHT]
        for name in _LEFT_CLASSES:
            if name in left:
                score += self._near_left(name, 0) + near_left.get(name, 0)
        for name in _RIGHT_CLASSES:
            if name in right:
                score += self._near_right(name, 0) + near_right.get(name, 0)
        if s.title:
            score += self._title + title.get("", 0)
        if s.marked:
            score += self._marked + marked.get("", 0)
        return score
