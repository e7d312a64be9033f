"""A change between two sides, and whether it is one of house style only."""

from typing import NamedTuple

from articles.engine.differences.amounts import is_one_amount
from articles.engine.differences.meaning import quantity_groups
from articles.engine.differences.sides import Side
from articles.engine.tokens.figures import DAY, QUANTITY
from articles.engine.tokens.stems import lemma

# Letters of a unit that is printed in short: km, lbs, mins.
LONGEST_SHORT_UNIT = 4
# Units of one letter, or of a word besides, that are known behind a number on both sides.
_SHORT_UNITS = (
    {"in", "inches"},
    {"m", "meters"},
    {"g", "grams"},
    {"l", "liters"},
    {"h", "hours"},
    {"st", "stone"},
)
# Words of which the spelling is the outlet's, or is asked for by the word behind.
_ONE_WORD = ({"a", "an"}, {"st", "street"})
_TWO_FORMS = frozenset().union(*_ONE_WORD)
# Courtesy titles that one outlet's style prints and another's does not.
_COURTESY = frozenset({"mr", "mrs", "ms", "miss", "dr", "doctor", "sir", "mx"})


class Change(NamedTuple):
    """Tokens `a0:a1` of a stand where tokens `b0:b1` of b stand."""

    a0: int
    a1: int
    b0: int
    b1: int

    @property
    def is_nothing(self) -> bool:
        """Tell whether neither side prints a word."""
        return self.a0 == self.a1 and self.b0 == self.b1

    @property
    def size(self) -> int:
        """Give how many words both sides print together."""
        return self.a1 - self.a0 + self.b1 - self.b0


def is_style(a: Side, b: Side, change: Change) -> bool:
    """Tell whether a change is one of spelling or house style only."""
    left, right = a.norms[change.a0 : change.a1], b.norms[change.b0 : change.b1]
    if "".join(left).replace("#", "") == "".join(right).replace("#", ""):
        return True
    if left and right and left[0] in _TWO_FORMS and any({*left, *right} <= forms for forms in _ONE_WORD):
        return True
    if len(left) == len(right) == 1 and _is_one_mask(left[0], right[0]):
        return True
    if (a.numbers or b.numbers) and _is_style_of_number(a, b, change):
        return True
    if left and right:
        return False
    return _is_courtesy(a, left, right, change.a1) or _is_courtesy(b, right, left, change.b1)


def _is_one_mask(one: str, other: str) -> bool:
    """Tell whether both sides hide letters of what may be one word: f***ing, f**king."""
    if "*" not in one or "*" not in other:
        return False
    return one[0] == other[0] and one[-1] == other[-1] and abs(len(one) - len(other)) <= 1


def _is_style_of_number(a: Side, b: Side, change: Change) -> bool:
    """Tell whether a change is one in how a number, a range or a date is printed."""
    left, right = a.norms[change.a0 : change.a1], b.norms[change.b0 : change.b1]
    if _is_range(a, b, change) or _is_range(b, a, Change(change.b0, change.b1, change.a0, change.a1)):
        return True
    if is_one_amount(a, change.a0, change.a1, b, change.b0, change.b1) or _is_one_unit(a, b, change):
        return True
    return _is_article_of_date(a, left, right, change.a1) or _is_article_of_date(b, right, left, change.b1)


def _is_one_unit(a: Side, b: Side, change: Change) -> bool:
    """Tell whether both sides print one unit behind a number, one of them in short: 15 km, 15-kilometre."""
    a0, a1, b0, b1 = change
    if a1 - a0 != 1 or b1 - b0 != 1 or not a0 or not b0:
        return False
    if a.norms[a0 - 1][0] != QUANTITY or b.norms[b0 - 1][0] != QUANTITY:
        return False
    if {a.norms[a0], b.norms[b0]} in _SHORT_UNITS:
        return True
    if lemma(a.norms[a0]) != lemma(b.norms[b0]):
        return False
    short = min(len(a.form(a0)), len(b.form(b0))) <= LONGEST_SHORT_UNIT
    return short and bool(quantity_groups(a.norms[a0]))


def _is_range(side: Side, other: Side, change: Change) -> bool:
    """Tell whether one side prints a range with "to" and the other with a dash: 3 to 4, 3-4."""
    first, last, place, end = change
    if side.norms[first:last] != ["to"] or place != end or not 0 < place < len(other.tokens):
        return False
    gap = other.gap(place)
    return other.text[gap.start : gap.end] in ("-", "–", "‑", "—") and other.norms[place][0] == QUANTITY


def _is_article_of_date(side: Side, extra: list[str], other: list[str], after: int) -> bool:
    """Tell whether only one side prints the article of a date: the first of March, March 1."""
    return not other and extra == ["the"] and after < len(side.tokens) and side.norms[after][0] == DAY


def _is_courtesy(side: Side, extra: list[str], other: list[str], after: int) -> bool:
    """Tell whether only one side prints a courtesy title in front of the same name."""
    return (
        not other
        and len(extra) == 1
        and extra[0] in _COURTESY
        and after < len(side.tokens)
        and side.form(after)[:1].isupper()
    )
