"""Trained weights of the engine's data folder to tables, read once at import."""

import math
from collections.abc import Iterable, Mapping
from importlib.resources import files
from itertools import repeat

# Weights are stored as whole numbers of hundredths.
SCALE = 100

Table = Mapping[str, int]

_NOTHING = repeat(0)


def read_weights(name: str) -> dict[str, Table]:
    """Read the tables of one file: a table begins with its name in brackets, a line is weight and feature."""
    tables: dict[str, dict[str, int]] = {}
    table: dict[str, int] = {}
    numbers: dict[str, int] = {}  # equal weights share one object, which keeps them near at hand
    for line in files("articles.engine").joinpath("data", name).read_text("utf-8").split("\n"):
        weight, tab, feature = line.partition("\t")
        if tab:
            table[feature] = numbers.setdefault(weight, int(weight))
        elif line.startswith("["):
            table = tables.setdefault(line[1:-1], {})
    return dict(tables)


def total(table: Table, features: Iterable[str]) -> int:
    """Add up the weights of features, in hundredths; one that was never seen weighs nothing."""
    return sum(map(table.get, features, _NOTHING))


def shares(scores: list[int]) -> list[float]:
    """Turn the scores of alternatives, in hundredths, into probabilities that add up to 1."""
    top = max(scores)
    powers = [math.exp((score - top) / SCALE) for score in scores]
    whole = sum(powers)
    return [power / whole for power in powers]
