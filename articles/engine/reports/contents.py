"""Units and a cue to the features of where the reported content stands, begins and ends.

The content is chosen in steps, each a choice among few places: on which side of the cue it
stands, where it begins (after the cue) or ends (before it), and then its other boundary.
"""

from articles.engine.reports.cues import SIZES
from articles.engine.reports.units import MARKED, Units

# Stands for the distance of a comma that there is not.
_NEVER = 99
# A content after its cue begins within so many units.
_REACH = 8
# A content before its cue ends within so many units of it.
_BACK_REACH = 30
# A content hardly ever ends before a unit of one of these classes: the clause runs on ...
_RUNS_ON = frozenset({"CAP", "x", "s", "DET", "PRON", "POSS", "NUM", "ed", "NOT", "PU", MARKED})
# ... nor with one of these: more must follow, or it is a mark that is not part of it.
_UNFINISHED = frozenset(
    {"DOT", "COMMA", "DASH", "COLON", "PU", "BE", "HAVE", "MOD", "THAT", "TO", "SUB", "NOT", "WH", "CC"}
)
# Nor does it begin with or just after one of these, unless right after its cue.
_NEVER_FIRST = frozenset({"DOT", "COMMA", "DASH", "COLON", "BR", "CC"})
_NEVER_BEFORE = frozenset({"DET", "POSS", "THAT", "CC", "MOD", "HAVE", "NOT", "DO", "PU", MARKED})
# A content before its cue begins with a unit of one of these classes, or after one of the others.
_BEGINS_WITH = frozenset({"PRON", "DET", "Q", "THAT", "WH", "SUB", "CAP"})
_BEGINS_AFTER = frozenset({"COMMA", "DASH", "COLON", "CC", "SUB", "THAT", "Q", "PU", "BR", "DOT", "WH", "#"})
# A content before its cue ends close to it, with a marked stretch or before one of these classes.
_NEAR = 5
_CLOSES = frozenset({"COMMA", "DASH", "COLON", "DOT", "PU"})
_FINITE = frozenset({"BE", "HAVE", "DO", "MOD", "ed"})
_OPEN_CLASSES = frozenset({"x", "s"})


def side_features(u: Units, i: int) -> list[str]:
    """Features of whether the cue at `i` has a content before it, and whether after it."""
    c, w = u.classes, u.stems[i]
    left, right = c[u.first : i], c[i + 1 : u.last + 1]
    before = SIZES[left[::-1].index("COMMA") if "COMMA" in left else _NEVER]
    after = SIZES[right.index("COMMA") if "COMMA" in right else _NEVER]
    first, rest = SIZES[i - u.first], SIZES[u.last - i]
    a1, a2, b1, b2 = c[i - 1], c[i - 2], c[i + 1], c[i + 2]
    return [
        "b", "w=" + w, "f=" + u.lower[i], "p1=" + u.lower[i - 1], "n1=" + u.lower[i + 1], "a1=" + a1,
        "b1=" + b1, "a2=" + a2, "b2=" + b2, "ab=" + a1 + b1, "b123=" + b1 + b2 + c[i + 3],
        "a12=" + a2 + a1, "a123=" + c[i - 3] + a2 + a1, "d" + first, "r" + rest, "wb=" + w + b1,
        "wa=" + w + a1, "wr=" + w + rest, "wd=" + w + first, "lc" + str(min(3, left.count("COMMA"))),
        "rc" + str(min(3, right.count("COMMA"))),
        "wab=" + w + a1 + b1, "cl" + before, "cr" + after, "clr" + before + "-" + after,
        "wcl=" + w + before, "s0" + c[u.first],
    ]  # fmt: skip


def beginnings(u: Units, i: int) -> list[int]:
    """The places where a content after the cue at `i` may begin."""
    c = u.classes
    later = range(i + 2, min(u.last, i + _REACH) + 1)
    return [i + 1, *(j for j in later if c[j] not in _NEVER_FIRST and c[j - 1] not in _NEVER_BEFORE)]


def beginning_features(u: Units, i: int, j: int) -> list[str]:
    """Features of a content that begins at `j`, after the cue at `i`."""
    words, c, w = u.lower, u.classes, u.stems[i]
    d = str(j - i)
    s, p, ks, kp, kn = words[j], words[j - 1], c[j], c[j - 1], c[j + 1]
    middle = c[i + 1 : j]
    features = [
        "s=" + s, "p=" + p, "kps=" + kp + ks, "wd=" + w + d, "ws=" + w + s, "wks=" + w + ks, "wp=" + w + p,
        "ps=" + p + " " + s, "n=" + words[j + 1], "dks=" + d + ks, "dk1=" + d + c[i + 1],
        "kpsn=" + kp + ks + kn,
    ]  # fmt: skip
    for name in ("COMMA", "THAT", "TO", MARKED, "DOT", "COLON"):
        if name in middle:
            features.append("past" + name)
    if middle:
        features.append("m=" + " ".join(middle[:3]))
    return features


def ends(u: Units, begin: int) -> list[int]:
    """The places where a content that begins at `begin`, after its cue, may end; never none."""
    c = u.classes
    places = [e for e in range(begin, u.last + 1) if c[e] not in _UNFINISHED and c[e + 1] not in _RUNS_ON]
    return places or [u.last]


def end_features(u: Units, i: int, begin: int, places: list[int]) -> list[list[str]]:
    """Features of each place where the content from `begin` on, after the cue at `i`, may end."""
    words, c, w = u.lower, u.classes, u.stems[i]
    ks = "x" if c[begin] in _OPEN_CLASSES else c[begin]
    s, last = words[begin], u.last
    commas = finite = breaks = depth = 0
    marked = False
    at = begin
    out: list[list[str]] = []
    for e in places:
        while at <= e:  # what the content holds up to e
            k = c[at]
            if k in _FINITE:
                finite += 1
            elif k == MARKED:
                marked = True
            elif k == "BR":
                depth += 1 if words[at] in "([" else -1
            if at < e:
                if k == "COMMA":
                    commas += 1
                elif k in ("DASH", "COLON"):
                    breaks += 1
            at += 1
        k, k1, k2, n1, n2 = c[e], c[e + 1], c[e + 2], words[e + 1], words[e + 2]
        d, fin, nc = SIZES[e - begin + 1], str(min(2, finite)), str(min(3, commas))
        features = [
            "n1=" + n1, "kk1=" + k + k1, "k123=" + k1 + k2 + c[e + 3], "n12=" + n1 + " " + n2,
            "kk12=" + k + k1 + k2, "dk1=" + d + k1, "ksk1=" + ks + k1, "sk1=" + s + k1, "wk1=" + w + k1,
            "ksfin" + ks + fin + k1, "wn1=" + w + n1, "wd=" + w + d, "nck2" + nc + k1 + k2, "w=" + words[e],
            "rem" + SIZES[last - e] + k1,
        ]  # fmt: skip
        if k1 == "COMMA":
            features += ("c2=" + n2, "cfin" + fin + k2, "cks=" + ks + k2, "sc=" + s + k2)
        elif k1 in ("SUB", "PREP", "CC"):
            features += ("nfin" + fin + n1, "nks=" + ks + n1, "nd" + d + n1)
        if marked:
            features += ("q" + k1, "q" + k + k1)
        if last - e <= 1:
            features += ("l" + str(last - e) + k1, "l" + str(last - e) + ks)
        if depth > 0:
            features.append("inbr" + k1)
        if breaks:
            features.append("pastbreak" + str(min(2, breaks)) + k1)
        out.append(features)
    return out


def back_ends(u: Units, i: int) -> list[int]:
    """The places where a content before the cue at `i` may end, nearest first."""
    c = u.classes
    places = range(i - 1, max(u.first, i - _BACK_REACH) - 1, -1)
    return [e for e in places if i - e <= _NEAR or c[e + 1] in _CLOSES or c[e] == MARKED]


def back_end_features(u: Units, i: int, e: int) -> list[str]:
    """Features of a content that ends at `e`, before the cue at `i`."""
    words, c, w = u.lower, u.classes, u.stems[i]
    middle = c[e + 1 : i]
    d, k, k1 = SIZES[len(middle)], c[e], c[e + 1]
    nc = str(min(3, middle.count("COMMA")))
    features = [
        "d" + d, "n1=" + words[e + 1], "k1=" + k1, "k=" + k, "kk1=" + k + k1, "k12=" + k1 + c[e + 2],
        "k123=" + k1 + c[e + 2] + c[e + 3], "dk1=" + d + k1, "wk1=" + w + k1, "nc" + nc, "nck1" + nc + k1,
        "wd=" + w + d, "i=" + c[i + 1] + k1, "ip=" + c[i - 1] + k1,
    ]  # fmt: skip
    if len(middle) <= 3:
        features.append("m=" + " ".join(middle))
    if "DOT" in middle:
        features.append("pastdot")
    return features


def back_beginnings(u: Units, e: int) -> list[int]:
    """The places where a content that ends at `e`, before its cue, may begin."""
    c = u.classes
    return [
        s for s in range(u.first, e + 1) if c[s - 1] in _BEGINS_AFTER or c[s] in _BEGINS_WITH or e - s < 2
    ]


def back_beginning_features(u: Units, i: int, e: int, s: int) -> list[str]:
    """Features of a content that begins at `s` and ends at `e`, before the cue at `i`."""
    words, c = u.lower, u.classes
    k, kp = c[s], c[s - 1]
    opens, earlier = str(min(s - u.first, 1)), str(min(2, c[u.first : s].count("COMMA")))
    return [
        "d" + SIZES[e - s], "s=" + words[s], "k=" + k, "p=" + words[s - 1], "kp=" + kp, "kpk=" + kp + k,
        "o" + opens, "ok" + opens + c[u.first], "kn=" + k + c[s + 1], "o0" + opens + words[u.first],
        "ow=" + opens + u.stems[i], "nc" + str(min(3, c[s:e].count("COMMA"))), "pc" + earlier,
        "pp=" + words[s - 2] + " " + words[s - 1], "ppc=" + earlier + c[u.first] + kp,
    ]  # fmt: skip
