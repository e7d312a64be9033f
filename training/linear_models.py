"""Rows of features to the weights of linear models: yes or no, or one choice among several."""

from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

Row = Sequence[str]
Floats = NDArray[np.float64]

ITERATIONS = 200


def fit_yes_no(rows: Sequence[Row], answers: Sequence[bool], penalty: float, rarest: int) -> dict[str, float]:
    """Fit a logistic model with an L2 penalty; features seen fewer than `rarest` times are left out."""
    matrix, names = _matrix(rows, rarest)
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
    choices: Sequence[Sequence[Row]], right: Sequence[int], penalty: float, rarest: int
) -> dict[str, float]:
    """Fit a conditional logit: each choice is the rows of its alternatives and the index of the right one."""
    matrix, names = _matrix([row for rows in choices for row in rows], rarest)
    transposed = matrix.T.tocsr()
    sizes = np.array([len(rows) for rows in choices])
    first = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    choice_of = np.repeat(np.arange(len(choices)), sizes)
    y = np.zeros(int(sizes.sum()))
    y[first + np.array(right)] = 1

    def loss(w: Floats) -> tuple[float, Floats]:
        z = matrix @ w
        top = np.maximum.reduceat(z, first)
        powers = np.exp(z - top[choice_of])
        whole = np.add.reduceat(powers, first)
        value = (np.log(whole) + top).sum() - (y * z).sum() + penalty / 2 * w @ w
        return float(value), transposed @ (powers / whole[choice_of] - y) + penalty * w

    return _minimum(loss, names)


def _matrix(rows: Sequence[Row], rarest: int) -> tuple[csr_matrix, list[str]]:
    counts = Counter(feature for row in rows for feature in row)
    index: dict[str, int] = {}
    columns: list[int] = []
    ends = [0]
    for row in rows:
        columns.extend(index.setdefault(f, len(index)) for f in row if counts[f] >= rarest)
        ends.append(len(columns))
    shape = (len(rows), len(index))
    return csr_matrix((np.ones(len(columns)), np.array(columns), np.array(ends)), shape=shape), list(index)


def _minimum(loss: Callable[[Floats], tuple[float, Floats]], names: list[str]) -> dict[str, float]:
    best = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": ITERATIONS})
    return dict(zip(names, map(float, best.x), strict=True))
