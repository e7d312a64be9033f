"""Printed figures, with their currency and what leans on them, to one form for one value."""

import re
from decimal import Decimal

from articles.engine.text.lexicon import read_word_lists
from articles.engine.tokens.spellings import spell

# Marks in front of a normal form: a quantity, a day of a month, a time of day.
QUANTITY = "#"
DAY = "@"
TIME = "~"

LISTS = {
    heading: dict(pair.split("=") for pair in pairs)
    for heading, pairs in read_word_lists("numerals.txt").items()
}
CURRENCIES = LISTS["currencies"]
CODES = LISTS["codes"]
DEGREES = LISTS["degrees"]
SHARES = {sign: tuple(map(int, parts.split("/"))) for sign, parts in LISTS["shares"].items()}
PARTS_OF_ONE = {sign: Decimal(value) for sign, value in LISTS["parts_of_one"].items()}
_SUFFIXES = {letters: int(value) for letters, value in LISTS["suffixes"].items()}
_DIGITS = re.compile(
    r"([$£€¥₹₦]?)(\d{1,3}(?:,\d{3})+(?!\d)|\d+)((?:[.:]\d+)?)([¼½¾]?)([^\W\d_]*|[^\w\d]s|[¢€£$])"
)
_NOON = 12
_MOST_HOURS = 24


def is_number(norm: str) -> bool:
    """Tell whether a normal form is a quantity, a day of a month or a time of day."""
    return norm[0] in QUANTITY + DAY + TIME


def read_digits(form: str) -> str:
    """Give the normal form of a word that begins with a figure or a currency sign."""
    match = _DIGITS.fullmatch("".join(form.split()))
    if match is None:
        return DEGREES.get("".join(form.split()).lower()) or spell(form)
    currency, digits, fraction, part, suffix = match.groups()
    suffix = suffix.lower()
    if fraction.startswith(":"):
        hour, minutes = int(digits.replace(",", "")), "" if fraction == ":00" else fraction
        late = not suffix and _NOON < hour < _MOST_HOURS
        return f"{TIME}{hour - _NOON}{minutes}pm" if late else f"{TIME}{hour}{minutes}{suffix}"
    if fraction and suffix in ("am", "pm"):
        return f"{TIME}{digits}:{fraction[1:]}{suffix}"
    value = Decimal(digits.replace(",", "") + fraction) + PARTS_OF_ONE.get(part, Decimal(0))
    mark = CURRENCIES.get(currency, "")
    if suffix in CURRENCIES:
        return f"{QUANTITY}{print_value(value)}{CURRENCIES[suffix]}"
    if suffix in _SUFFIXES:
        return f"{QUANTITY}{print_value(value * _SUFFIXES[suffix])}{mark}"
    if suffix in ("st", "nd", "rd", "th"):
        return f"{QUANTITY}{print_value(value)}th"
    if suffix in ("am", "pm"):
        return f"{TIME}{print_value(value)}{suffix}"
    if suffix.endswith("s") and not currency and not fraction and value % 10 == 0:
        return f"{QUANTITY}{print_value(value)}s"
    return f"{QUANTITY}{print_value(value)}{mark}" if not suffix else spell(form)


def split_quantity(norm: str) -> tuple[Decimal, str]:
    """Split the normal form of a quantity into value and mark."""
    body = norm[len(QUANTITY) :]
    number = body.rstrip("".join(CURRENCIES.values()) + "%ths")
    return Decimal(number), body[len(number) :]


def print_share(count: int, whole: int) -> str:
    """Give the normal form of a fraction: a share in hundredths where that is exact, as 50 % is one half."""
    percent = Decimal(100 * count) / whole
    return f"{QUANTITY}{print_value(percent)}%" if percent == int(percent) else f"{QUANTITY}{count}/{whole}"


def print_value(value: Decimal) -> str:
    """Print a value without exponent or trailing zeros."""
    return f"{value.normalize():f}"
