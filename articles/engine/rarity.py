"""Words to their weight as evidence: how much it tells that two passages share them."""

from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

import Stemmer

# Bits of a stem that the table does not know: rarer than every stem in it.
UNKNOWN_BITS = 16.0
# Bits of a name. Every article on an event prints the same names, so one tells no more than a common verb.
NAME_BITS = 10.0

_STEMMER = Stemmer.Stemmer("english")


def _read_table() -> dict[str, float]:
    """Read the shipped table: lines of "bits stem stem ...", bits being -log2 of the share in news prose."""
    table: dict[str, float] = {}
    for line in (
        files("articles.engine").joinpath("data", "rarity.txt").read_text(encoding="utf-8").splitlines()
    ):
        bits, *stems = line.split()
        table.update(dict.fromkeys(stems, float(bits)))
    return table


_BITS = _read_table()


@lru_cache(maxsize=65536)
def stem(norm: str) -> str:
    """Give the stem that inflected forms of one word share."""
    return str(_STEMMER.stemWord(norm))


def bits(stem: str) -> float:
    """Tell how rare a stem is in news prose, in bits (0 to `UNKNOWN_BITS`)."""
    return _BITS.get(stem, UNKNOWN_BITS)


def weigh(stems: Iterable[str]) -> float:
    """Add up the bits of some stems."""
    return sum(map(bits, stems))
