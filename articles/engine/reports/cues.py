"""Units to the features that tell whether a word is the cue of reported speech."""

from articles.engine.reports.units import LONGEST, MARKED, Units

# How far to the left and right of a word its surroundings are taken together.
_LEFT, _RIGHT = 4, 5
_LEFT_CLASSES = ("BE", "HAVE", "MOD", "TO", "PRON", "CAP", MARKED, "WH", "COMMA")
_RIGHT_CLASSES = ("THAT", MARKED, "TO", "WH", "COMMA")
# What may stand between a subject and its verb, and before the noun of an object.
_BETWEEN = frozenset({"BE", "HAVE", "DO", "MOD", "NOT", "ly", "TO"})
_BEFORE_NOUN = frozenset({"DET", "POSS", "NUM", "ly", "PREP"})
# Distances between units are told apart exactly when small and by rough size when large.
SIZES = tuple(
    str(n if n < 5 else 5 if n < 7 else 7 if n < 10 else 10 if n < 15 else 15 if n < 25 else 25)
    for n in range(LONGEST + 1)
)


def glance_features(u: Units, i: int) -> list[str]:
    """The few features by which most words are seen to be no cue."""
    words, classes, w = u.lower, u.classes, u.stems[i]
    a1, b1 = classes[i - 1], classes[i + 1]
    return [
        "b", "f=" + words[i], "wa=" + w + a1, "wb=" + w + b1, "p1=" + words[i - 1], "n1=" + words[i + 1],
        "ab=" + classes[i] + a1 + b1, "a21=" + classes[i - 2] + a1, "b12=" + b1 + classes[i + 2],
    ]  # fmt: skip


def cue_features(u: Units, i: int) -> list[str]:
    """Features of the word at place `i` as a possible cue."""
    words, classes = u.lower, u.classes
    w, form, k = u.stems[i], words[i], classes[i]
    p1, p2, n1, n2 = words[i - 1], words[i - 2], words[i + 1], words[i + 2]
    a1, a2, a3 = classes[i - 1], classes[i - 2], classes[i - 3]
    b1, b2, b3 = classes[i + 1], classes[i + 2], classes[i + 3]
    features = [
        "b", "w=" + w, "f=" + form, "k=" + k, "p1=" + p1, "n1=" + n1, "p2=" + p2, "n2=" + n2,
        "a1=" + a1, "b1=" + b1, "a2=" + a2, "b2=" + b2, "a3=" + a3, "b3=" + b3, "a21=" + a2 + a1,
        "b12=" + b1 + b2, "ab=" + a1 + b1, "a321=" + a3 + a2 + a1, "b123=" + b1 + b2 + b3, "wp1=" + w + p1,
        "wn1=" + w + n1, "wa1=" + w + a1, "wb1=" + w + b1, "wa2=" + w + a2, "wb2=" + w + b2, "ka1=" + k + a1,
        "kb1=" + k + b1, "kab=" + k + a1 + b1, "ka12=" + k + a2 + a1, "kb12=" + k + b1 + b2, "wk=" + w + k,
        "fk=" + form + a1, "d" + SIZES[i - u.first], "r" + SIZES[u.last - i],
    ]  # fmt: skip
    left, right = classes[max(0, i - _LEFT) : i], classes[i + 1 : i + 1 + _RIGHT]
    for name in _LEFT_CLASSES:
        if name in left:
            features += ("L" + name, "L" + name + w)
    for name in _RIGHT_CLASSES:
        if name in right:
            features += ("R" + name, "R" + name + w)
    at = i - 1
    while classes[at] in _BETWEEN:
        at -= 1
    subject, ks = words[at], classes[at]
    features += ("su=" + subject, "suk=" + ks + k, "suw=" + ks + w, "sun=" + ks + k + b1)
    if at < i - 1:
        features.append("chain=" + " ".join(classes[at + 1 : i]) + k)
    at = i + 1
    while classes[at] in _BEFORE_NOUN:
        at += 1
    features += (
        "ob=" + words[at],
        "obk=" + classes[at] + k,
        "obw=" + classes[at] + w,
        "svo" + ks + k + classes[at],
    )
    if u.title:
        features += ("t", "tw=" + w)
    if MARKED in classes:
        features += ("q", "qw=" + w)
    return features
