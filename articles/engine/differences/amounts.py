"""Two printed amounts to whether they are one: 5m and 5 metres, the '90s and the 1990s."""

import re
from decimal import Decimal

from articles.engine.differences.sides import Side
from articles.engine.tokens.figures import QUANTITY, TIME
from articles.engine.tokens.spellings import APOSTROPHES

# What may lean on a figure in place of a scale: the scale it is read as by itself, and the unit.
_LEANING = {"m": (1_000_000, "meters"), "k": (1_000, "kilometers")}
_AMOUNT = re.compile(r"#(-?\d+(?:\.\d+)?)(.*)")
_CENTURIES = (1800, 1900, 2000)


def is_one_amount(a: Side, a0: int, a1: int, b: Side, b0: int, b1: int) -> bool:
    """Tell whether tokens `a0:a1` and `b0:b1`, printed otherwise, can be read as one amount."""
    if a0 == a1 or b0 == b1 or a1 - a0 > 2 or b1 - b0 > 2:
        return False
    if TIME in (a.norms[a0][0], b.norms[b0][0]) and a1 - a0 == b1 - b0 == 1:
        return _clock(a.form(a0)) == _clock(b.form(b0))
    if a.norms[a0][0] != QUANTITY or b.norms[b0][0] != QUANTITY:
        return False
    return not _readings(a, a0, a1).isdisjoint(_readings(b, b0, b1))


def _clock(form: str) -> str:
    """Give a time of day without what divides it: 07:45, 0745."""
    return form.replace(".", "").replace(":", "")


def is_one_hour(one: str, other: str) -> bool:
    """Tell whether two normal forms may be one time of day, of which one says more: 9 and 9 a.m."""
    if TIME not in (one[0], other[0]) or one[-1:] == other[-1:] == "m":
        return False
    return _hour(one) == _hour(other)


def _hour(norm: str) -> str:
    return norm[1:].removesuffix("am").removesuffix("pm")


def _is_clipped(side: Side, i: int) -> bool:
    """Tell whether an apostrophe stands for the century of a year: '68."""
    start = side.tokens[i].start
    return side.text[start - 1 : start] in APOSTROPHES and not side.text[start - 2 : start - 1].isalnum()


def _readings(side: Side, first: int, last: int) -> frozenset[tuple[Decimal, str]]:
    """Give the amounts that one or two tokens may stand for, each as value and unit."""
    match = _AMOUNT.fullmatch(side.norms[first])
    if match is None:
        return frozenset()
    value, mark = Decimal(match[1]), match[2]
    form = side.form(first).lower()
    if last - first == 2:
        unit = side.norms[first + 1]
        return frozenset({(value, "°c"), (value, "°f")} if unit == "degrees" else {(value, unit)})
    if mark == "s" or (not mark and value < 100 and _is_clipped(side, first)):
        return frozenset((value if value > 100 else century + value, mark) for century in _CENTURIES)
    if mark == "°":
        return frozenset({(value, "°c"), (value, "°f")})
    found = {(value, mark)}
    if form[-1] in _LEANING and form[-2].isdigit():
        scale, unit = _LEANING[form[-1]]
        found.add((value / scale, unit))
    if form.endswith("pounds"):
        found.add((value, "lb"))
    return frozenset(found)
