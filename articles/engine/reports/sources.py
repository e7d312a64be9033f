"""Units, a cue and its contents to the features of the words that name the source.

A source is a group of words without a comma inside ("Smith" of "Smith, the mayor, said"); its
last unit is chosen first, then its first.
"""

from collections.abc import Container

from articles.engine.reports.cues import SIZES
from articles.engine.reports.units import Units

# A source ends within so many units before or after its cue.
_BACK, _AHEAD = 30, 10
# It is at most so long.
_LONGEST = 14
_HEADS = frozenset({"PRON", "CAP", "x", "s", "NUM", "WH", "THAT", "DET", "Q", "ing", "POSS"})
# A source hardly ever ends before a unit of one of these classes.
_RUNS_ON = frozenset({"DET", "NUM", "Q", "WH", "PU", "TIME"})
_STOPS = frozenset({"COMMA", "DOT", "DASH", "COLON", "BR", "#"})
_PASSED = ("CC", "SUB", "WH", "PRON", "Q", "CAP", "THAT")

Stretch = tuple[int, int]


def source_ends(u: Units, i: int, contents: list[Stretch]) -> list[int]:
    """The places where the source of the cue at `i` may end."""
    c = u.classes
    places = []
    for e in range(max(u.first, i - _BACK), min(u.last, i + _AHEAD) + 1):
        if c[e] not in _HEADS or e == i or (c[e + 1] in _RUNS_ON and e + 1 != i):
            continue
        inside_a_name = c[e] == "CAP" and c[e + 1] == "CAP"
        bare = c[e] == "DET" and e + 1 != i
        if not inside_a_name and not bare and not any(begin <= e <= end for begin, end in contents):
            places.append(e)
    return places


def no_source_features(u: Units, i: int) -> list[str]:
    """Features of the cue at `i` having no source in its sentence."""
    c, w = u.classes, u.stems[i]
    return [
        "none", "nw=" + w, "na1=" + c[i - 1], "nb1=" + c[i + 1], "na12=" + c[i - 2] + c[i - 1],
        "nf=" + u.lower[i], "np1=" + u.lower[i - 1], "nwa1=" + w + c[i - 1],
        "nfirst" + str(min(3, i - u.first)), "nk" + c[i] + c[i - 1],
    ]  # fmt: skip


def source_end_features(
    u: Units, i: int, contents: list[Stretch], e: int, rank: int, earlier: Container[int]
) -> list[str]:
    """Features of a source that ends at `e`, for the cue at `i`.

    `rank` counts the possible sources before it in the sentence; `earlier` are the ends of the
    sources of cues before this one.
    """
    words, c, w = u.lower, u.classes, u.stems[i]
    side = "L" if e < i else "R"
    middle = c[e + 1 : i] if e < i else c[i + 1 : e]
    d, k, k1, ki = SIZES[len(middle)], c[e], c[e + 1], c[i]
    across = after = ""
    for begin, end in contents:
        if (e < begin < i) or (i < end < e):
            across = "x"
        elif end < e < i:
            after = "a"
    sd, sr, nc = side + d, side + str(min(3, rank)), str(min(3, middle.count("COMMA")))
    features = [
        side, sd + k, side + k + k1, side + "w=" + words[e], side + "n1=" + words[e + 1], sd + k + k1,
        side + "cue=" + w + k, side + "cd=" + w + d, side + "nc" + nc + across + after,
        side + "a1=" + c[i - 1] + k1, side + "p=" + c[e - 1] + k, side + "x" + across + after + k + k1,
        side + "k12=" + k1 + c[e + 2], sr + k, sr + ki, sr + ki + k1 + nc, side + ki + k1 + c[i - 1],
        sr + "p=" + words[e - 1],
    ]  # fmt: skip
    if e in earlier:
        features += ("again", "again" + ki, "again" + ki + c[i - 1], "again" + nc + ki)
    elif earlier:
        features += ("other" + ki, "other" + ki + c[i - 1])
    if len(middle) <= 4:
        features.append(side + "m=" + " ".join(middle) + "|" + k)
    features += [side + "past" + name for name in _PASSED if name in middle]
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
    k, kp, ke, d = c[s], c[s - 1], c[e], SIZES[e - s]
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
