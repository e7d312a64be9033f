"""Statuses and kinds of difference to the labels that the annotators gave, and how well they agree."""

from collections import Counter
from collections.abc import Iterable, Sequence

from articles.engine.differences.differences import Difference, DifferenceKind, Status

VERBATIM, TRUNCATED, REWORDED, UNRELATED = "verbatim", "truncated", "reworded", "unrelated-but-similar"
# Best first: what a quotation is when it has several links.
LABELS = (VERBATIM, TRUNCATED, REWORDED)
_CUTS = frozenset(
    (DifferenceKind.SHORTER, DifferenceKind.FRAGMENT, DifferenceKind.ELLIPSIS, DifferenceKind.BRACKET)
)


def label_of(status: Status | None, differences: Iterable[Difference]) -> str:
    """Give the annotators' word for a comparison. A possible match is none until somebody confirms it."""
    if status is None or status is Status.POSSIBLE:
        return UNRELATED
    if status is Status.REWRITTEN:
        return REWORDED
    return TRUNCATED if any(difference.kind in _CUTS for difference in differences) else VERBATIM


def f1_by_label(gold: Sequence[str], told: Sequence[str]) -> dict[str, float]:
    """Give the F1 of each label that the annotators used, in percent."""
    figures = {}
    for label in sorted(set(gold)):
        both = sum(g == t == label for g, t in zip(gold, told, strict=True))
        figures[label] = percent(2 * both, gold.count(label) + list(told).count(label))
    return figures


def agreement(gold: Sequence[str], told: Sequence[str]) -> dict[str, float | dict[str, float]]:
    """Give accuracy and macro F1, in percent."""
    right = sum(g == t for g, t in zip(gold, told, strict=True))
    labels = f1_by_label(gold, told)
    return {
        "cases": len(gold),
        "accuracy": percent(right, len(gold)),
        "macro_f1": round(sum(labels.values()) / max(1, len(labels)), 1),
        "f1": labels,
    }


def confusions(gold: Sequence[str], told: Sequence[str]) -> dict[str, int]:
    """Count the cases told wrongly, by what they are and what was told."""
    wrong = Counter(f"{g} told as {t}" for g, t in zip(gold, told, strict=True) if g != t)
    return dict(sorted(wrong.items()))


def percent(part: float, whole: float) -> float:
    """Give a share in percent, 0 of nothing."""
    return round(100 * part / whole, 1) if whole else 0.0
