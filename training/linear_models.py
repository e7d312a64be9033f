"""Features of alternatives to the weights of linear models: yes or no, or one choice among several."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

Floats = NDArray[np.float64]
# Rows of what holds, with the names of the columns.
Features = tuple[csr_matrix, list[str]]

ITERATIONS = 200


def fit_yes_no(features: Features, answers: Sequence[bool], penalty: float) -> dict[str, float]:
    """Fit a logistic model with an L2 penalty: the rows and the answers to them."""
    matrix, names = features
    transposed = matrix.T.tocsr()
    y = np.array(answers, dtype=float)

    def loss(w: Floats) -> tuple[float, Floats]:
        z = matrix @ w
        p = 1 / (1 + np.exp(-z))
        return float((np.logaddexp(0, z) - y * z).sum() + penalty / 2 * w @ w), transposed @ (
            p - y
        ) + penalty * w

    return _minimum(loss, names)


def fit_choice(
    features: Features, sizes: Sequence[int], right: Sequence[int], penalty: float
) -> dict[str, float]:
    """Fit a conditional logit: each choice is so many rows, one of which, by its place, is right."""
    matrix, names = features
    transposed = matrix.T.tocsr()
    counts = np.array(sizes)
    first = np.concatenate([[0], np.cumsum(counts)[:-1]])
    choice_of = np.repeat(np.arange(len(counts)), counts)
    y = np.zeros(int(counts.sum()))
    y[first + np.array(right)] = 1

    def loss(w: Floats) -> tuple[float, Floats]:
        z = matrix @ w
        top = np.maximum.reduceat(z, first)
        powers = np.exp(z - top[choice_of])
        whole = np.add.reduceat(powers, first)
        value = (np.log(whole) + top).sum() - (y * z).sum() + penalty / 2 * w @ w
        return float(value), transposed @ (powers / whole[choice_of] - y) + penalty * w

    return _minimum(loss, names)


def _minimum(loss: Callable[[Floats], tuple[float, Floats]], names: list[str]) -> dict[str, float]:
    best = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": ITERATIONS})
    return dict(zip(names, map(float, best.x), strict=True))
