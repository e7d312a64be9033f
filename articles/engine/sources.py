"""Units, a cue and its contents to the features of the words that name the source.

A source is a group of words without a comma inside ("Smith" of "Smith, the mayor, said"); its
last unit is chosen first, then its first.
"""

from articles.engine.cues import size
from articles.engine.units import Units

# A source ends within so many units before or after its cue.
_BACK, _AHEAD = 30, 12
# It is at most so long.
_LONGEST = 14
_HEADS = frozenset({"PRON", "CAP", "x", "s", "NUM", "WH", "THAT", "DET", "Q", "ing"})
_INSIDE = frozenset({"PRON", "CAP", "x", "s", "ing", "ed", "NUM", "POSS", "ly"})
_STOPS = frozenset({"COMMA", "DOT", "DASH", "COLON", "BR", "#"})

Stretch = tuple[int, int]


def source_ends(u: Units, i: int, contents: list[Stretch]) -> list[int]:
    """The places where the source of the cue at `i` may end; 0 stands for no source."""
    c = u.classes
    places = [0]
    for e in range(max(u.first, i - _BACK), min(u.last, i + _AHEAD) + 1):
        closes = c[e] in _HEADS and (c[e + 1] not in _INSIDE or e + 1 == i or c[e] == "PRON")
        if closes and e != i and not any(begin <= e <= end for begin, end in contents):
            places.append(e)
    return places


def source_end_features(u: Units, i: int, contents: list[Stretch], e: int) -> list[str]:
    """Features of a source that ends at `e` (0 for none), for the cue at `i`."""
    words, c, w = u.lower, u.classes, u.stems[i]
    if not e:
        return [
            "none", "nw=" + w, "na1=" + c[i - 1], "nb1=" + c[i + 1], "na12=" + c[i - 2] + c[i - 1],
            "nf=" + u.lower[i], "np1=" + words[i - 1], "nwa1=" + w + c[i - 1],
            "nfirst" + str(min(3, i - u.first)),
        ]  # fmt: skip
    side = "L" if e < i else "R"
    middle = c[e + 1 : i] if e < i else c[i + 1 : e]
    d, k, k1 = size(len(middle)), c[e], c[e + 1]
    across = "x" if any((e < begin < i) or (i < end < e) for begin, end in contents) else ""
    after = "a" if any(end < e < i for _, end in contents) else ""
    sd = side + d
    features = [
        side, sd, side + k, side + k + k1, side + "w=" + words[e], side + "n1=" + words[e + 1],
        sd + k, sd + k + k1, side + "cue=" + w + k, side + "cd=" + w + d,
        side + "nc" + str(min(3, middle.count("COMMA"))) + across + after,
        side + "a1=" + c[i - 1] + k1, side + "p=" + c[e - 1] + k, side + "x" + across + after + k + k1,
        side + "k12=" + k1 + c[e + 2], side + "c12=" + c[i - 2] + c[i - 1] + k,
    ]  # fmt: skip
    if len(middle) <= 4:
        features.append(side + "m=" + " ".join(middle) + "|" + k)
    for name in ("CC", "SUB", "WH", "PRON", "Q", "CAP", "THAT"):
        if name in middle:
            features.append(side + "past" + name)
    return features


def source_beginnings(u: Units, i: int, e: int) -> list[int]:
    """The places where a source that ends at `e` may begin, last first."""
    c = u.classes
    out = []
    for s in range(e, max(u.first, e - _LONGEST) - 1, -1):
        if s == i or (s < e and c[s] in _STOPS and u.lower[s] != "."):
            break
        out.append(s)
    return out


def source_beginning_features(u: Units, i: int, e: int, s: int) -> list[str]:
    """Features of a source that begins at `s` and ends at `e`, for the cue at `i`."""
    words, c = u.lower, u.classes
    k, kp, ke, d = c[s], c[s - 1], c[e], size(e - s)
    inside = c[s:e]
    features = [
        "d" + d, "k=" + k, "kp=" + kp, "kpk=" + kp + k, "s=" + words[s], "p=" + words[s - 1], "dk=" + d + k,
        "dke=" + d + ke, "kpke=" + kp + ke + k, "kn=" + k + c[s + 1], "kpkn=" + kp + k + c[s + 1],
        "o" + str(s == u.first), "cue" + str(s - 1 == i), "pw=" + words[s - 1] + k,
        "kpp=" + c[s - 2] + kp + k,
    ]  # fmt: skip
    for name in ("PREP", "CC", "SUB", "WH", "BE", "MOD", "ed", "PRON", "DET", "TO", "POSS"):
        if name in inside:
            features.append("in" + name)
    return features
