"""Number words, ordinals, sums of money, shares, dates and times to one form for one value."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from articles.engine.tokens.figures import (
    CURRENCIES,
    DAY,
    DEGREES,
    LISTS,
    PARTS_OF_ONE,
    QUANTITY,
    SHARES,
    TIME,
    print_share,
    print_value,
    split_quantity,
)

_TENS = LISTS["tens"].keys()
_SMALL = {word: int(value) for word, value in (LISTS["small"] | LISTS["tens"]).items()}
_SCALES = {word: int(value) for word, value in LISTS["scales"].items()}
_ORDINALS = LISTS["ordinals"]
_MONTHS = LISTS["months"]
_DECADES = LISTS["decades"]
_DAYS_BY_FIGURES = LISTS["days_by_figures"]
_HYPHENS = frozenset({"-", "‐", "‑", "–"})
# A half of what follows these is a share of it: half of us, half the town.
_SHARED = frozenset(
    {"of", "the", "our", "my", "your", "his", "her", "its", "their", "these", "those", "all", "this", "that"}
)
# Behind these a half is a part of the year, of a match or the like.
_PART_BEFORE = frozenset({"a", "the", "this", "that", "other", "each", "latter", "better", "last", "every"})
# What shows that a number is a time of day: at nine in the morning.
_CLOCK = frozenset({"at", "by", "until", "till", "before", "after", "around", "about", "since", "from"})
# From this hour on "at night" is the evening.
_EVENING = 6
_NOON = 12
_LAST_DAY = 31

# Words that may begin a number, a date or a time: the only ones at which it pays to look closely.
STARTERS = (
    frozenset(_SMALL)
    | frozenset(_ORDINALS)
    | frozenset(_MONTHS)
    | frozenset(_DECADES)
    | frozenset(SHARES)
    | {"a", "an", "half", "minus"}
)


class Word(NamedTuple):
    """A printed word as the numerals see it: its form, its place and its normal form so far."""

    form: str
    start: int
    end: int
    norm: str


class Numeral(NamedTuple):
    """How many words a numeral takes, and the one normal form of its value."""

    words: int
    norm: str


def read_numeral(text: str, words: Sequence[Word], first: int) -> Numeral | None:
    """Read the longest numeral that begins at word `first`, or None where none does."""
    return _Reader(text, words).read(first)


class _Reader:
    """The words of one text, to be read as numerals from a given place."""

    def __init__(self, text: str, words: Sequence[Word]) -> None:
        self.text = text
        self.words = words

    def read(self, i: int) -> Numeral | None:
        """Read a date, a time, or a quantity with its unit."""
        if self._norm(i)[:1] == TIME:
            return self._time(i)
        return self._date(i) or self._quantity(i)

    def _time(self, i: int) -> Numeral:
        """Read "5:30" with the "pm" that may follow."""
        after, half = self._half_of_day(i + 1, self._norm(i)[len(TIME) :].partition(":")[0])
        return Numeral(after - i, self._norm(i) + half)

    def _half_of_day(self, i: int, hour: str) -> tuple[int, str]:
        """Read "a.m.", "in the morning" or "at night" behind an hour: the next word, and the half."""
        if not self._joined(i) or not hour.isdecimal():
            return i, ""
        if self._norm(i) in ("am", "pm"):
            return i + 1, self._norm(i)
        if self._norm(i) == "at" and self._norm(i + 1) == "night":
            return i + 2, "pm" if int(hour) >= _EVENING else "am"
        part = self._norm(i + 2) if (self._norm(i), self._norm(i + 1)) == ("in", "the") else ""
        if part == "morning":
            return i + 3, "am"
        return (i + 3, "pm") if part in ("afternoon", "evening") else (i, "")

    def _norm(self, i: int) -> str:
        return self.words[i].norm if i < len(self.words) else ""

    def _gap(self, i: int) -> str:
        """Give what is printed between word `i - 1` and word `i`."""
        if not 0 < i < len(self.words):
            return "\n"
        return self.text[self.words[i - 1].end : self.words[i].start]

    def _joined(self, i: int) -> bool:
        """Tell whether word `i` follows the one before it with a blank or a hyphen only."""
        gap = self._gap(i)
        return gap.strip(" \u00a0\u202f") == "" or gap in _HYPHENS

    def _date(self, i: int) -> Numeral | None:
        """Read "Feb. 24", "February 24th", "24 February" and "the 24th of February"."""
        if self._gap(i + 1) == "/":
            figures = _DAYS_BY_FIGURES.get(f"{self.words[i].form}/{self.words[i + 1].form}")
            return Numeral(2, DAY + figures) if figures else None
        month, day, count = self._norm(i), self._norm(i + 1), 2
        place = i
        if month not in _MONTHS:
            month, day, place = day, month, i + 1
            if month == "of":
                month, count, place = self._norm(i + 2), 3, i + 2
        if month not in _MONTHS or not self.words[place].form[0].isupper():
            return None
        number = _ORDINALS.get(day) or day.removeprefix(QUANTITY).removesuffix("th")
        if self._gap(i + 1).strip(" .\u00a0") or not number.isdecimal() or not 1 <= int(number) <= _LAST_DAY:
            return None
        return Numeral(count, f"{DAY}{_MONTHS[month]}-{number}")

    def _quantity(self, i: int) -> Numeral | None:
        """Read a number with its scale ("2 million"), currency or share."""
        fraction = self._fraction(i)
        if fraction is not None:
            return fraction
        found = self._value(i)
        if found is None:
            return None
        value, after, mark = found
        if mark == "th":
            return Numeral(after - i, f"{QUANTITY}{print_value(value)}th")
        if mark or not self._joined(after):
            return Numeral(after - i, f"{QUANTITY}{print_value(value)}{mark}")
        return self._hour(i, value, after) or self._with_unit(i, value, after)

    def _hour(self, i: int, value: Decimal, after: int) -> Numeral | None:
        """Read "9 a.m.", "nine o'clock" and, behind "at" and the like, "nine in the morning"."""
        if not 0 < value <= _NOON:
            return None
        by_clock = self._norm(after) == "o'clock"
        end, half = self._half_of_day(after + by_clock, str(int(value)))
        told = by_clock or end == after + 1 or (half and self._norm(i - 1 if i else i) in _CLOCK)
        if not told:
            return None
        minutes = f":{value % 1:.2f}".replace("0.", "") if value % 1 else ""
        return Numeral(end - i, f"{TIME}{int(value)}{minutes}{half}")

    def _with_unit(self, i: int, value: Decimal, after: int) -> Numeral:
        """Read a number with what makes it a share, a sum of money or a temperature."""
        unit, behind = self._norm(after), self._norm(after + 1)
        number = f"{QUANTITY}{print_value(value)}"
        if unit in ("percent", "pct"):
            return Numeral(after + 1 - i, f"{number}%")
        if unit == "per" and behind == "cent":
            return Numeral(after + 2 - i, f"{number}%")
        if unit == "percentage" and behind in ("point", "points"):
            return Numeral(after + 2 - i, f"{number}points")
        if unit in CURRENCIES:
            return Numeral(after + 1 - i, f"{number}{CURRENCIES[unit]}")
        if unit == "degrees" and behind in DEGREES:
            return Numeral(after + 2 - i, f"{number}{DEGREES[behind]}")
        if unit in DEGREES and (unit[0] == "°" or (not self._gap(after) and self.words[after].form in "CF")):
            return Numeral(after + 1 - i, f"{number}{DEGREES[unit]}")
        return Numeral(after - i, number)

    def _fraction(self, i: int) -> Numeral | None:
        """Read "half of", "two-thirds" and "a third of"; "a third" by itself may be one more."""
        if self._norm(i) == "half":
            before = self._norm(i - 1) if i else ""
            whole = self._norm(i + 1) in _SHARED and before not in _PART_BEFORE and before not in _ORDINALS
            return Numeral(1, print_share(1, 2)) if whole else None
        if self._norm(i) in SHARES:
            return Numeral(1, print_share(*SHARES[self._norm(i)]))
        if self._gap(i + 1) == "/":
            return self._share_in_figures(i)
        part, count = self._norm(i + 1), 1 if self._norm(i) == "a" else _SMALL.get(self._norm(i), 0)
        if not count or part not in LISTS["fractions"] or not self._joined(i + 1):
            return None
        if not part.endswith("s") and self._norm(i + 2) != "of":
            return None
        parts = int(LISTS["fractions"][part])
        if (self._norm(i + 2), self._norm(i + 3)) == ("of", "a") and self._scale_follows(i + 4):
            value, after = self._scaled(Decimal(count) / parts, i + 4)
            return Numeral(after - i, f"{QUANTITY}{print_value(value)}")
        return Numeral(2, print_share(count, parts))

    def _share_in_figures(self, i: int) -> Numeral | None:
        """Read "2/3 of" and "1/2 the"; what else has a stroke may be a score, a date or a street."""
        count, whole = (self._norm(j).removeprefix(QUANTITY) for j in (i, i + 1))
        if not (count.isdecimal() and whole.isdecimal() and self._norm(i + 2) in _SHARED):
            return None
        return Numeral(2, print_share(int(count), int(whole))) if 0 < int(count) < int(whole) else None

    def _value(self, i: int) -> tuple[Decimal, int, str] | None:
        """Read the value at word `i`: the value, the word after it, and a currency mark or "th"."""
        norm = self._norm(i)
        if norm.startswith(QUANTITY):
            value, mark = split_quantity(norm)
            if mark in ("th", "%", "s"):
                return value, i + 1, mark
            return *self._scaled(*self._and_part(value, i + 1)), mark
        if norm == "minus":
            found = self._value(i + 1) if self._norm(i + 1) != "minus" else None
            return (-found[0], *found[1:]) if found else None
        if norm in _DECADES:
            return Decimal(_DECADES[norm]), i + 1, "s"
        if norm in _ORDINALS:
            return Decimal(_ORDINALS[norm]), i + 1, "th"
        if norm == "half" and self._norm(i + 1) == "a" and self._scale_follows(i + 2):
            return *self._scaled(Decimal("0.5"), i + 2), ""
        if norm in _SMALL or (norm == "a" and self._scale_follows(i + 1)):
            found = self._year(i) or self._spelled(i)
            return found if found[2] else (*self._scaled(*self._and_part(*found[:2])), "")
        return None

    def _and_part(self, value: Decimal, i: int) -> tuple[Decimal, int]:
        """Add the "and a half" that follows a number."""
        if self._norm(i) == "and" and self._norm(i + 1) == "a" and self._joined(i + 1):
            part = PARTS_OF_ONE.get(self._norm(i + 2))
            if part is not None:
                return value + part, i + 3
        return value, i

    def _year(self, i: int) -> tuple[Decimal, int, str] | None:
        """Read a year in words: "nineteen ninety-nine", "twenty twenty-two"."""
        century, rest = (_SMALL.get(self._norm(j), 0) for j in (i, i + 1))
        if not (13 <= century <= 20 and 10 <= rest < 100 and self._joined(i + 1)):
            return None
        value, after, mark = self._spelled(i + 1)
        return (value + 100 * century, after, "") if value < 100 and not mark else None

    def _scale_follows(self, i: int) -> bool:
        return self._norm(i) in _SCALES and self._joined(i)

    def _scaled(self, value: Decimal, i: int) -> tuple[Decimal, int]:
        """Multiply by the scale words that follow."""
        while self._scale_follows(i):
            value *= _SCALES[self._norm(i)]
            i += 1
        return value, i

    def _spelled(self, i: int) -> tuple[Decimal, int, str]:
        """Read a number in words: "twenty-five", "two hundred and fifty thousand", "twenty-first"."""
        total = group = Decimal(0)
        room = Decimal(1_000_000)  # what the next small word has to stay below
        while True:
            norm = self._norm(i)
            if norm == "a" and not group and not total:
                group = Decimal(1)
            elif norm in _SMALL and _SMALL[norm] < room:
                group += _SMALL[norm]
                room = Decimal(10) if norm in _TENS else Decimal(0)
            elif norm in _ORDINALS and int(_ORDINALS[norm]) < room:
                return total + group + int(_ORDINALS[norm]), i + 1, "th"
            elif norm in _SCALES and group:
                scale = _SCALES[norm]
                group *= scale
                room = Decimal(min(scale, 100))
                if scale >= 1_000:
                    total, group, room = total + group, Decimal(0), Decimal(1_000)
            else:
                break
            i += 1
            if self._norm(i) == "and" and room >= 100 and self._norm(i + 1) in _SMALL:
                i += 1
            elif not self._joined(i):
                break
        return total + group, i, ""
