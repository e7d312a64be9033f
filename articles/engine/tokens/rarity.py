"""Words to their weight as evidence: how much it tells that two passages share them."""

from functools import lru_cache
from importlib.resources import files

from articles.engine.tokens.stems import stem as stem_of

# Bits of a stem that the table does not know: rarer than every stem in it.
UNKNOWN_BITS = 16.0
# Bits of a proper name, which the table does not know either: every article on an event prints the
# same names, so that sharing one tells no more than sharing a common verb.
NAME_BITS = 10.0


def _read_table() -> dict[str, float]:
    """Read the shipped table: lines of "bits stem stem ...", bits being -log2 of the share in news prose."""
    table: dict[str, float] = {}
    for line in files("articles.engine").joinpath("data", "rarity.txt").read_text("utf-8").splitlines():
        bits, *stems = line.split()
        if bits != "#":
            table.update(dict.fromkeys(stems, float(bits)))
    return table


_BITS = _read_table()


@lru_cache(maxsize=65536)
def weigh(norm: str) -> tuple[str, float]:
    """Give the stem that the inflected forms of a word share, and how rare it is in news prose, in bits."""
    shared = stem_of(norm)
    return shared, weigh_stem(shared)


def weigh_stem(stem: str) -> float:
    """Give how rare a stem is in news prose, in bits."""
    return _BITS.get(stem, UNKNOWN_BITS)
