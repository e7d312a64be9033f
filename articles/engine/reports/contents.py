"""Units and a cue to where the reported content stands, begins and ends.

The content is chosen in steps, each a choice among few places: on which side of the cue it
stands, where it begins (after the cue) or ends (before it), and then its other boundary.
"""

from articles.engine.reports.tables import FEW, NONE, SIZES, Known, OfCue, Weights, by_size, rows
from articles.engine.reports.units import (
    BE,
    BRACKET,
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
    Sentence,
)

# Stands for the distance of a comma that there is not.
_NEVER = LONGEST
# A content after its cue begins within so many units.
_REACH = 8
_DISTANCES = tuple(map(str, range(_REACH + 1)))
# A content before its cue ends within so many units of it.
_BACK_REACH = 30
# A content hardly ever ends before a unit of one of these classes: the clause runs on ...
_RUNS_ON = frozenset(
    {NAME, WORD, PLURAL, DETERMINER, PRONOUN, POSSESSIVE, NUMBER, PAST, NOT, OTHER_MARK, MARKED}
)
# ... nor with one of these: more must follow, or it is a mark that is not part of it.
_UNFINISHED = frozenset(
    {
        STOP, COMMA, DASH, COLON, OTHER_MARK, BE, HAVE, MODAL, THAT, TO, SUBORDINATOR, NOT, QUESTION_WORD,
        CONJUNCTION,
    }
)  # fmt: skip
# Nor does it begin with or just after one of these, unless right after its cue.
_NEVER_FIRST = frozenset({STOP, COMMA, DASH, COLON, BRACKET, CONJUNCTION})
_NEVER_BEFORE = frozenset(
    {DETERMINER, POSSESSIVE, THAT, CONJUNCTION, MODAL, HAVE, NOT, DO, OTHER_MARK, MARKED}
)
# A content before its cue begins with a unit of one of these classes, or after one of the others.
_BEGINS_WITH = frozenset({PRONOUN, DETERMINER, MARKED, THAT, QUESTION_WORD, SUBORDINATOR, NAME})
_BEGINS_AFTER = frozenset(
    {
        COMMA, DASH, COLON, CONJUNCTION, SUBORDINATOR, THAT, MARKED, OTHER_MARK, BRACKET, STOP, QUESTION_WORD,
        EDGE,
    }
)  # fmt: skip
# A content before its cue ends close to it, with a marked stretch or before one of these classes.
_NEAR = 5
_CLOSES = frozenset({COMMA, DASH, COLON, STOP, OTHER_MARK})
_FINITE = frozenset({BE, HAVE, DO, MODAL, PAST})
_COUNTED = _FINITE | {COMMA, MARKED, BRACKET, DASH, COLON}
# What joins on to a clause: whether it does depends on the word.
_LINKS = frozenset({SUBORDINATOR, PREPOSITION, CONJUNCTION})
# What may stand between a cue and its content.
_PASSED = frozenset({COMMA, THAT, TO, MARKED, STOP, COLON})
_OPEN_CLASSES = frozenset({WORD, PLURAL})


class Sides:
    """The weights of a cue's having a content on one side of it."""

    def __init__(self, weights: Weights) -> None:
        one = weights.one
        self.know = OfCue(weights, "bwf", ("wa", "wb", "wab", "wd", "wr", "wcl")).know
        self._before, self._after = one("p1").get, one("n1").get
        self._left = rows(weights, a1="2", a2="1", a12="12")
        self._right = rows(weights, b1="0", b2="1", b123="012")
        self._around = one("ab").get
        self._since, self._until = by_size(one("d")), by_size(one("r"))
        self._commas_left = tuple(one("lc").get(few, 0) for few in FEW)
        self._commas_right = tuple(one("rc").get(few, 0) for few in FEW)
        self._comma = by_size(one("cl"))
        self._opening = one("s0").get

    def score(self, s: Sentence, i: int, cue: Known) -> int:
        """Score whether the cue at `i` has a content on this side."""
        lower, c, first, last = s.lower, s.classes, s.first, s.last
        start, (wa, wb, wab, wd, wr, wcl) = cue
        left, beside = c.rfind(COMMA, first, i), c[i - 1 : i + 2 : 2]
        comma = i - 1 - left if left >= 0 else _NEVER
        return (
            start
            + self._left[c[i - 3 : i]]
            + self._right[c[i + 1 : i + 4]]
            + self._around(beside, 0)
            + self._before(lower[i - 1], 0)
            + self._after(lower[i + 1], 0)
            + self._since[i - first]
            + self._until[last - i]
            + self._commas_left[c.count(COMMA, first, i)]
            + self._commas_right[c.count(COMMA, i + 1, last + 1)]
            + self._comma[comma]
            + self._opening(c[first], 0)
            + wa.get(c[i - 1], 0)
            + wb.get(c[i + 1], 0)
            + wab.get(beside, 0)
            + wcl.get(SIZES[comma], 0)
            + wd.get(SIZES[i - first], 0)
            + wr.get(SIZES[last - i], 0)
        )


class Beginnings:
    """The weights of a content's beginning at a place after its cue."""

    def __init__(self, weights: Weights) -> None:
        one = weights.one
        self.know = OfCue(weights, beside=("ws", "wp", "wks", "wd")).know
        self._first, self._before, self._second = one("s").get, one("p").get, one("n").get
        self._pair = weights.two("ps").get
        self._at_edge = rows(weights, kps="01", kpsn="012")
        self._middle, self._past = one("m").get, one("past").get
        self._next, self._here = weights.two("dk1").get, weights.two("dks").get

    def score(self, s: Sentence, i: int, places: list[int], cue: Known) -> list[int]:
        """Score each place where a content after the cue at `i` may begin."""
        lower, c = s.lower, s.classes
        _, (ws, wp, wks, wd) = cue
        passed, past, at = set[str](), 0, i + 1
        scores = []
        for j in places:
            while at < j:
                if c[at] in _PASSED and c[at] not in passed:
                    passed.add(c[at])
                    past += self._past(c[at], 0)
                at += 1
            first, before, distance = lower[j], lower[j - 1], _DISTANCES[j - i]
            scores.append(
                past
                + self._at_edge[c[j - 1 : j + 2]]
                + self._middle(c[i + 1 : min(j, i + 4)], 0)
                + self._next(distance, NONE).get(c[i + 1], 0)
                + self._here(distance, NONE).get(c[j], 0)
                + self._first(first, 0)
                + self._before(before, 0)
                + self._second(lower[j + 1], 0)
                + self._pair(before, NONE).get(first, 0)
                + ws.get(first, 0)
                + wp.get(before, 0)
                + wks.get(c[j], 0)
                + wd.get(distance, 0)
            )
        return scores


class Ends:
    """The weights of a content's ending at a place, after its cue."""

    def __init__(self, weights: Weights) -> None:
        one, two = weights.one, weights.two
        self.know = OfCue(weights, beside=("wk1", "wn1", "wd")).know
        self._first, self._first_behind = two("sk1").get, two("sc").get
        self._last, self._after = one("w").get, one("n1").get
        self._pair = two("n12").get
        self._edge = rows(weights, kk1="01", kk12="012", k123="123")
        self._size = tuple(two("dk1").get(size, NONE) for size in SIZES)
        self._rest = tuple(two("rem").get(size, NONE) for size in SIZES)
        self._link = two("n").get
        # the first class and the number of finite verbs; the two classes behind
        self._clause = rows(weights, ksk1="02", ksfin="012", cfin="123", cks="023")
        # commas, breaks, marked, in brackets; the last class and the two behind
        self._inside = rows(weights, nck2="056", break_="15", q="25", qk="245", br="35")

    def score(self, s: Sentence, begin: int, places: list[int], cue: Known) -> list[int]:
        """Score each place where the content from `begin` on may end."""
        lower, c, last = s.lower, s.classes, s.last
        inside, clause, edge = self._inside, self._clause, self._edge
        last_word, after_word, pair, sizes, rest = self._last, self._after, self._pair, self._size, self._rest
        _, (wk1, wn1, wd) = cue
        kind = WORD if c[begin] in _OPEN_CLASSES else c[begin]
        first, first_behind = self._first(lower[begin], NONE), self._first_behind(lower[begin], NONE)
        finite = commas = breaks = depth = marked = 0
        at, held = begin, "0000"
        scores = []
        for e in places:
            for place in range(at, e + 1):  # what the content holds up to e
                k = c[place]
                if k in _COUNTED:
                    if k in _FINITE:
                        finite = min(2, finite + 1)
                    elif k == COMMA:
                        commas = min(3, commas + 1)
                    elif k == MARKED:
                        marked = 1
                    elif k == BRACKET:
                        depth += 1 if lower[place] in "([" else -1
                    else:
                        breaks = min(2, breaks + 1)
                    held = f"{commas}{breaks}{marked}{'1' if depth > 0 else '0'}"
            at = e + 1
            k1, after, size = c[e + 1], lower[e + 1], SIZES[e - begin + 1]
            score = (
                clause[f"{kind}{finite}{c[e + 1 : e + 3]}"]
                + inside[f"{held}{c[e : e + 3]}"]
                + edge[c[e : e + 4]]
                + last_word(lower[e], 0)
                + after_word(after, 0)
                + pair(after, NONE).get(lower[e + 2], 0)
                + sizes[e - begin + 1].get(k1, 0)
                + rest[last - e].get(k1, 0)
                + first.get(k1, 0)
                + wk1.get(k1, 0)
                + wn1.get(after, 0)
                + wd.get(size, 0)
            )
            if k1 == COMMA:
                score += first_behind.get(c[e + 2], 0)
            elif k1 in _LINKS:
                link = self._link(after, NONE)
                score += link.get(kind, 0) + link.get(size, 0) + link.get("f" + str(finite), 0)
            scores.append(score)
        return scores


class BackEnds:
    """The weights of a content's ending at a place before its cue."""

    def __init__(self, weights: Weights) -> None:
        self.know = OfCue(weights, beside=("wk1", "wd")).know
        self._after, self._size = weights.one("n1").get, by_size(weights.one("d"))
        self._edge = rows(weights, k="0", k1="1", kk1="01", k12="12", k123="123")
        self._way = rows(weights, nck1="01", ip="12", i="13")

    def score(self, s: Sentence, i: int, e: int, cue: Known) -> int:
        """Score a content that ends at `e`, before the cue at `i`."""
        c, (_, (wk1, wd)) = s.classes, cue
        k1, size = c[e + 1], i - e - 1
        commas = FEW[c.count(COMMA, e + 1, i)]
        return (
            self._edge[c[e : e + 4]]
            + self._way[commas + k1 + c[i - 1 : i + 2 : 2]]
            + self._after(s.lower[e + 1], 0)
            + self._size[size]
            + wk1.get(k1, 0)
            + wd.get(SIZES[size], 0)
        )


class BackBeginnings:
    """The weights of a content's beginning at a place before its cue."""

    def __init__(self, weights: Weights) -> None:
        one, two = weights.one, weights.two
        self.know = OfCue(weights, beside=("ow",)).know
        self._first, self._size = one("s").get, by_size(one("d"))
        self._edge = rows(weights, k="1", kp="0", kpk="01", kn="12")
        self._before, self._opening = two("pp").get, two("o0")
        self._way = rows(weights, nc="0", ok="12", ppc="324")

    def score(self, s: Sentence, e: int, b: int, cue: Known) -> int:
        """Score a content that begins at `b` and ends at `e`."""
        lower, c, (_, (opens_by_cue,)) = s.lower, s.classes, cue
        opens = "o" if b == s.first else "l"
        commas, earlier = FEW[c.count(COMMA, b, e)], min(2, c.count(COMMA, s.first, b))
        return (
            self._edge[c[b - 1 : b + 2]]
            + self._way[f"{commas}{opens}{c[s.first]}{earlier}{c[b - 1]}"]
            + self._first(lower[b], 0)
            + self._size[e - b]
            + self._before(lower[b - 2], NONE).get(lower[b - 1], 0)
            + self._opening.get(opens, NONE).get(lower[s.first], 0)
            + opens_by_cue.get(opens, 0)
        )


def beginnings(s: Sentence, i: int) -> list[int]:
    """The places where a content after the cue at `i` may begin."""
    c = s.classes
    later = range(i + 2, min(s.last, i + _REACH) + 1)
    return [i + 1, *(j for j in later if c[j] not in _NEVER_FIRST and c[j - 1] not in _NEVER_BEFORE)]


def ends(s: Sentence, begin: int) -> list[int]:
    """The places where a content that begins at `begin`, after its cue, may end; never none."""
    c = s.classes
    places = [e for e in range(begin, s.last + 1) if c[e] not in _UNFINISHED and c[e + 1] not in _RUNS_ON]
    return places or [s.last]


def back_ends(s: Sentence, i: int) -> list[int]:
    """The places where a content before the cue at `i` may end, nearest first."""
    c = s.classes
    places = range(i - 1, max(s.first, i - _BACK_REACH) - 1, -1)
    return [e for e in places if i - e <= _NEAR or c[e + 1] in _CLOSES or c[e] == MARKED]


def back_beginnings(s: Sentence, e: int) -> list[int]:
    """The places where a content that ends at `e`, before its cue, may begin."""
    c = s.classes
    return [
        b for b in range(s.first, e + 1) if c[b - 1] in _BEGINS_AFTER or c[b] in _BEGINS_WITH or e - b < 2
    ]
