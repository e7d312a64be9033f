"""Units, a cue and its contents to the words that name the source.

A source is a group of words without a comma inside ("Smith" of "Smith, the mayor, said"); its
last unit is chosen first, then its first.
"""

import re
from collections.abc import Container

from articles.engine.reports.tables import FEW, NONE, SIZES, Known, OfCue, Weights, by_size, rows
from articles.engine.reports.units import (
    BRACKET,
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
    Sentence,
)
from articles.engine.text.memo import Memo

# A source ends within so many units before or after its cue.
_BACK, _AHEAD = 30, 10
# It is at most so long.
_LONGEST = 14
_HEADS = frozenset(
    {PRONOUN, NAME, WORD, PLURAL, NUMBER, QUESTION_WORD, THAT, DETERMINER, MARKED, GERUND, POSSESSIVE}
)
# A source hardly ever ends before a unit of one of these classes, nor with a determiner or inside a name.
_RUNS_ON = "".join((DETERMINER, NUMBER, MARKED, QUESTION_WORD, OTHER_MARK, TIME))
_BARE_HEADS = "".join(sorted(_HEADS - {NAME, DETERMINER}))
_END = re.compile(f"[{_BARE_HEADS}](?![{_RUNS_ON}])|{NAME}(?![{NAME}{_RUNS_ON}])")
_STOPS = frozenset({COMMA, STOP, DASH, COLON, BRACKET, EDGE})
_PASSED = (CONJUNCTION, SUBORDINATOR, QUESTION_WORD, PRONOUN, MARKED, NAME, THAT)
# So many units between a source and its cue are looked at as a row.
_SHORT = 4

Stretch = tuple[int, int]


class NoSource:
    """The weights of a cue's having no source in its sentence."""

    def __init__(self, weights: Weights) -> None:
        self.know = OfCue(weights, "bwf", ("nwa1",)).know
        self._around = rows(weights, na1="1", nb1="3", na12="01", nk="12")
        self._before = weights.one("np1").get
        self._since = tuple(weights.one("nfirst").get(str(min(3, n)), 0) for n in range(len(SIZES)))

    def score(self, s: Sentence, i: int, cue: Known) -> int:
        """Score that the cue at `i` has no source."""
        start, (class_before,) = cue
        return (
            start
            + self._around[s.classes[i - 2 : i + 2]]
            + self._before(s.lower[i - 1], 0)
            + self._since[i - s.first]
            + class_before.get(s.classes[i - 1], 0)
        )


class SourceEnds:
    """The weights of a source's ending at a place on one side of its cue."""

    def __init__(self, weights: Weights) -> None:
        one, two = weights.one, weights.two
        self.know = OfCue(weights, beside=("cue", "cd")).know
        self._start = one("b").get("", 0)
        self._head, self._after, self._before = one("w").get, one("n1").get, two("rp")
        self._edge = rows(weights, kk1="12", p="01", k12="23")
        self._size = tuple(two("d").get(size, NONE) for size in SIZES)
        # a setting (see `source_settings`), commas between, and the class behind the last unit
        self._setting = rows(
            weights, nc="50", a1="36", rki="14", rkin="1465", i="463", own="24", owna="243", ownn="254"
        )
        # how it stands to the contents, its rank, the last class and the one behind it
        self._way = rows(weights, x="023", rk="12")
        self._middle, self._past = one("m").get, one("past").get
        self._short = Memo(self._weigh_middle).__getitem__

    def score(self, s: Sentence, e: int, setting: str, middle: str, cue: Known) -> int:
        """Score a source that ends at `e`.

        `setting` is one of `source_settings`, `middle` the classes between it and the cue.
        """
        lower, c, (_, (head_of_cue, size_of_cue)) = s.lower, s.classes, cue
        k, size = c[e], len(middle)
        sizes = self._size[size]
        between = self._short(middle + k) if size <= _SHORT else self._weigh_passed(middle)
        commas = FEW[middle.count(COMMA)]
        return (
            self._start
            + self._setting[setting + commas + c[e + 1]]
            + self._way[setting[:2] + c[e : e + 2]]
            + self._edge[c[e - 1 : e + 3]]
            + self._head(lower[e], 0)
            + self._after(lower[e + 1], 0)
            + self._before.get(setting[1], NONE).get(lower[e - 1], 0)
            + sizes.get(k, 0)
            + sizes.get(c[e : e + 2], 0)
            + between
            + head_of_cue.get(k, 0)
            + size_of_cue.get(SIZES[size], 0)
        )

    def _weigh_middle(self, row: str) -> int:
        """Add up the weights of the few classes between a source and its cue, with the source's own."""
        return self._middle(row, 0) + self._weigh_passed(row[:-1])

    def _weigh_passed(self, middle: str) -> int:
        """Add up the weights of what stands between a source and its cue."""
        return sum(self._past(name, 0) for name in _PASSED if name in middle)


class SourceBeginnings:
    """The weights of a source's beginning at a place, its end being known."""

    def __init__(self, weights: Weights) -> None:
        one = weights.one
        self._first, self._before = one("s").get, one("p").get
        self._edge = rows(weights, k="2", kp="1", kpk="12", kpkn="123", kpp="012")
        self._size, self._kinds = by_size(one("d")), one("kpke").get
        self._cue, self._held = one("cue").get("", 0), one("in").get

    def score(self, s: Sentence, i: int, e: int, b: int) -> int:
        """Score a source that begins at `b` and ends at `e`, for the cue at `i`."""
        lower, c = s.lower, s.classes
        score = (
            self._edge[c[b - 2 : b + 2]]
            + self._first(lower[b], 0)
            + self._before(lower[b - 1], 0)
            + self._size[e - b]
            + self._kinds(c[b - 1] + c[e] + c[b], 0)
        )
        if b - 1 == i:
            score += self._cue
        for name in dict.fromkeys(c[b:e]):
            score += self._held(name, 0)
        return score


def source_ends(s: Sentence, i: int, contents: list[Stretch]) -> list[int]:
    """The places where the source of the cue at `i` may end."""
    c = s.classes
    begin, stop = max(s.first, i - _BACK), min(s.last, i + _AHEAD) + 1
    places = [match.start() for match in _END.finditer(c, begin, i) if match.start() != i - 1]
    if i > begin and c[i - 1] in _HEADS and not (c[i - 1] == c[i] == NAME):
        places.append(i - 1)
    places += [match.start() for match in _END.finditer(c, i + 1, stop + 1) if match.start() != stop]
    for first, last in contents:
        places = [e for e in places if not first <= e <= last]
    return places


def source_settings(
    s: Sentence, i: int, contents: list[Stretch], places: list[int], earlier: Container[int]
) -> list[str]:
    """Tell how each place where the source of the cue at `i` may end stands to what else there is.

    One character each: "x" where a content lies between it and the cue, "a" where one lies before it,
    else "-"; how many places are before it; "a" where it is the end of a source of an `earlier` cue, "o"
    where there are others, else "-"; the classes of the unit before the cue and of the cue.
    """
    other = "o" if earlier else "-"
    beside = s.classes[i - 1 : i + 1]
    settings = []
    for rank, e in enumerate(places):
        way = "-"
        for begin, end in contents:
            if (e < begin < i) or (i < end < e):
                way = "x"
            elif way == "-" and end < e < i:
                way = "a"
        settings.append(way + FEW[rank] + ("a" if e in earlier else other) + beside)
    return settings


def source_beginnings(s: Sentence, i: int, e: int) -> list[int]:
    """The places where a source that ends at `e` may begin, last first."""
    c = s.classes
    out = []
    for b in range(e, max(s.first, e - _LONGEST) - 1, -1):
        if b == i or (b < e and c[b] in _STOPS and s.lower[b] != "."):
            break
        out.append(b)
    return out
