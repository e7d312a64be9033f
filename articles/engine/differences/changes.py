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
    a0, a1, b0, b1 = change
    if a0 < a1 and b0 < b1:
        if _are_spellings(a.norms[a0:a1], b.norms[b0:b1]):
            return True
        if a1 - a0 != b1 - b0 and 1 in (a1 - a0, b1 - b0) and _are_initials(a, b, change):
            return True
        return bool(a.numbers or b.numbers) and (
            is_one_amount(a, a0, a1, b, b0, b1) or _is_one_unit(a, b, change)
        )
    if a0 < a1:
        return a1 - a0 == 1 and _is_left_out(a, a0, b, b0)
    return b0 == b1 or (b1 - b0 == 1 and _is_left_out(b, b0, a, a0))


def _are_spellings(left: list[str], right: list[str]) -> bool:
    """Tell whether both sides print the same words, whose letters or blanks only are the outlet's."""
    one, other = left[0], right[0]
    if one[0] != other[0] and QUANTITY not in (one[0], other[0]):
        return False
    if "".join(left).replace(QUANTITY, "") == "".join(right).replace(QUANTITY, ""):
        return True
    if one in _TWO_FORMS and any({*left, *right} <= forms for forms in _ONE_WORD):
        return True
    return len(left) == len(right) == 1 and _is_one_mask(one, other)


def _are_initials(a: Side, b: Side, change: Change) -> bool:
    """Tell whether one side prints the first letters of the other's capitalised words: IE, Iron Eagle."""
    a0, a1, b0, b1 = change
    short, at, long, first, last = (a, a0, b, b0, b1) if a1 - a0 == 1 else (b, b0, a, a0, a1)
    initials = short.form(at).replace(".", "")
    if len(initials) < 2 or not initials.isupper():
        return False
    return initials == "".join(letter for i in range(first, last) if (letter := long.form(i)[0]).isupper())


def _is_one_mask(one: str, other: str) -> bool:
    """Tell whether both sides hide letters of what may be one word: f***ing, f**king."""
    if "*" not in one or "*" not in other:
        return False
    return one[0] == other[0] and one[-1] == other[-1] and abs(len(one) - len(other)) <= 1


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


def _is_left_out(side: Side, i: int, other: Side, place: int) -> bool:
    """Tell whether the other side leaves out a word that is there for style only."""
    word, after = side.norms[i], i + 1
    if word == "to":
        return _is_range(other, place)
    if after == len(side.tokens):
        return False
    if word == "the":
        return side.norms[after][0] == DAY  # the first of March, March 1
    return word in _COURTESY and side.form(after)[:1].isupper()


def _is_range(side: Side, i: int) -> bool:
    """Tell whether token `i` ends a range that is printed with a dash: 3-4, for 3 to 4."""
    if not 0 < i < len(side.tokens) or side.norms[i][0] != QUANTITY:
        return False
    gap = side.gap(i)
    return side.text[gap.start : gap.end] in ("-", "–", "‑", "—")
