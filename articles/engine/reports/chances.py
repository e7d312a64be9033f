"""Scores to chances: of a yes, and of each alternative of several choices in a row."""

import numpy as np
from numpy.typing import NDArray

from articles.engine.reports.choices import Array
from articles.engine.text.weights import SCALE

Shares = NDArray[np.float64]

# Scores further from zero than this are as good as certain.
_SURE = 30 * SCALE


def probabilities(scores: Array) -> Shares:
    """Turn scores, in hundredths, into probabilities between 0 and 1."""
    return 1.0 / (1.0 + np.exp(np.minimum(np.maximum(-scores, -_SURE), _SURE) / SCALE))


def shares(scores: Array, owner: Array) -> Shares:
    """Turn the scores of alternatives into probabilities that add up to 1 for each owner.

    The alternatives of one owner stand together, and each owner has one at least.
    """
    if not len(scores):
        return np.zeros(0)
    first, group = _groups(owner)
    powers = np.exp((scores - np.maximum.reduceat(scores, first)[group]) / SCALE)
    return powers / np.add.reduceat(powers, first)[group]


def first_of_highest(scores: Array, owner: Array) -> Array:
    """Give for each owner, in order, the place of the first of its alternatives that score highest."""
    first, group = _groups(owner)
    highest = (scores == np.maximum.reduceat(scores, first)[group]).nonzero()[0]
    begins, _ = _groups(owner[highest])
    found: Array = highest[begins]
    return found


def _groups(owner: Array) -> tuple[Array, Array]:
    """Give where the alternatives of each owner begin, and for each alternative the number of its owner."""
    begins = np.ones(len(owner), np.bool_)
    np.not_equal(owner[1:], owner[:-1], out=begins[1:])
    return begins.nonzero()[0], begins.cumsum() - 1
