"""Figures, number words, ordinals, sums of money, shares and dates to one form for one value."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from articles.engine.text.lexicon import read_word_lists
from articles.engine.tokens.spellings import spell

# Marks in front of a normal form: a quantity, a day of a month, a time of day.
QUANTITY = "#"
DAY = "@"
TIME = "~"

_LISTS = {
    heading: dict(pair.split("=") for pair in pairs)
    for heading, pairs in read_word_lists("numerals.txt").items()
}
_TENS = _LISTS["tens"].keys()
_SMALL = {word: int(value) for word, value in (_LISTS["small"] | _LISTS["tens"]).items()}
_SCALES = {word: int(value) for word, value in _LISTS["scales"].items()}
_SUFFIXES = {letters: int(value) for letters, value in _LISTS["suffixes"].items()}
_ORDINALS = {word: int(value) for word, value in _LISTS["ordinals"].items()}
_MONTHS = _LISTS["months"]
_CURRENCIES = _LISTS["currencies"]
_DIGITS = re.compile(r"([$£€¥₹]?) ?(\d{1,3}(?:,\d{3})+(?!\d)|\d+)((?:[.:]\d+)?)([^\W\d_]*)")
_HYPHENS = frozenset({"-", "‐", "‑", "–"})

# Words that may begin a number, a date or a time: the only ones at which it pays to look closely.
STARTERS = frozenset(_SMALL) | frozenset(_ORDINALS) | frozenset(_MONTHS) | {"a", "an", "half"}


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
        half = self._norm(i + 1)
        if half in ("am", "pm") and self._joined(i + 1):
            return Numeral(2, self._norm(i) + half)
        return Numeral(1, self._norm(i))

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
        month, day, count = self._norm(i), self._norm(i + 1), 2
        place = i
        if month not in _MONTHS:
            month, day, place = day, month, i + 1
            if month == "of":
                month, count, place = self._norm(i + 2), 3, i + 2
        if month not in _MONTHS or not self.words[place].form[0].isupper():
            return None
        if self._gap(i + 1).strip(" .\u00a0") or not self._is_day(i, day):
            return None
        return Numeral(count, f"{DAY}{_MONTHS[month]}-{day.strip(QUANTITY).removesuffix('th')}")

    def _is_day(self, i: int, norm: str) -> bool:
        number = norm.removeprefix(QUANTITY).removesuffix("th")
        return norm.startswith(QUANTITY) and number.isdecimal() and 1 <= int(number) <= 31

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
            return Numeral(after - i, f"{QUANTITY}{_plain(value)}th")
        unit = self._norm(after)
        near = self._joined(after)
        if near and not mark and unit in ("am", "pm"):
            minutes = f":{value % 1:.2f}".replace("0.", "") if value % 1 else ""
            return Numeral(after + 1 - i, f"{TIME}{int(value)}{minutes}{unit}")
        if near and unit in ("percent", "pct"):
            return Numeral(after + 1 - i, f"{QUANTITY}{_plain(value)}%")
        if near and unit == "per" and self._norm(after + 1) == "cent":
            return Numeral(after + 2 - i, f"{QUANTITY}{_plain(value)}%")
        if near and not mark and unit in _CURRENCIES:
            return Numeral(after + 1 - i, f"{QUANTITY}{_plain(value)}{_CURRENCIES[unit]}")
        return Numeral(after - i, f"{QUANTITY}{_plain(value)}{mark}")

    def _fraction(self, i: int) -> Numeral | None:
        """Read "two-thirds" and "a third of"; "a third" by itself may be one more."""
        part, count = self._norm(i + 1), 1 if self._norm(i) == "a" else _SMALL.get(self._norm(i), 0)
        if not count or part not in _LISTS["fractions"] or not self._joined(i + 1):
            return None
        if not part.endswith("s") and self._norm(i + 2) != "of":
            return None
        return Numeral(2, f"{QUANTITY}{count}/{_LISTS['fractions'][part]}")

    def _value(self, i: int) -> tuple[Decimal, int, str] | None:
        """Read the value at word `i`: the value, the word after it, and a currency mark or "th"."""
        norm = self._norm(i)
        if norm.startswith(QUANTITY):
            value, mark = _split(norm)
            if mark in ("th", "%"):
                return value, i + 1, mark
            return *self._scaled(value, i + 1), mark
        if norm in _ORDINALS:
            return Decimal(_ORDINALS[norm]), i + 1, "th"
        if norm == "half" and self._norm(i + 1) == "a" and self._scale_follows(i + 2):
            return *self._scaled(Decimal("0.5"), i + 2), ""
        if norm in _SMALL or (norm == "a" and self._scale_follows(i + 1)):
            return self._year(i) or self._spelled(i)
        return None

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
            elif norm in _ORDINALS and _ORDINALS[norm] < room:
                return total + group + _ORDINALS[norm], i + 1, "th"
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


def _split(norm: str) -> tuple[Decimal, str]:
    """Split the normal form of a quantity into value and mark."""
    body = norm[len(QUANTITY) :]
    number = body.rstrip("".join(_CURRENCIES.values()) + "%ths")
    return Decimal(number), body[len(number) :]


def _plain(value: Decimal) -> str:
    """Print a value without exponent or trailing zeros."""
    return f"{value.normalize():f}"


def read_digits(form: str) -> str:
    """Give the normal form of a word that begins with a figure or a currency sign."""
    match = _DIGITS.fullmatch(form.replace("\u00a0", " "))
    if match is None:
        return spell(form)
    currency, digits, fraction, suffix = match.groups()
    suffix = suffix.lower()
    if fraction.startswith(":"):
        minutes = "" if fraction == ":00" else fraction
        return f"{TIME}{int(digits.replace(',', ''))}{minutes}{suffix}"
    if fraction and suffix in ("am", "pm"):
        return f"{TIME}{digits}:{fraction[1:]}{suffix}"
    value = Decimal(digits.replace(",", "") + fraction)
    mark = _CURRENCIES.get(currency, "")
    if suffix in _SUFFIXES:
        return f"{QUANTITY}{_plain(value * _SUFFIXES[suffix])}{mark}"
    if suffix in ("st", "nd", "rd", "th"):
        return f"{QUANTITY}{_plain(value)}th"
    if suffix in ("am", "pm"):
        return f"{TIME}{_plain(value)}{suffix}"
    return f"{QUANTITY}{_plain(value)}{mark}" if not suffix else spell(form)
