"""A change to its parts, where a sentence ends in it on both sides."""

from articles.engine.differences.changes import Change
from articles.engine.differences.pairs import Pair


def divide_at_sentence(pair: Pair, change: Change) -> list[Change] | None:
    """Divide a change in which both sides end one sentence and begin the next."""
    a0, a1, b0, b1 = change
    starts_a = [i for i in pair.a.starts if a0 < i < a1]
    starts_b = [j for j in pair.b.starts if b0 < j < b1]
    if len(starts_a) != 1 or len(starts_b) != 1:
        return None
    return [Change(a0, starts_a[0], b0, starts_b[0]), Change(starts_a[0], a1, starts_b[0], b1)]
