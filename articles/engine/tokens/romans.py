"""Roman numerals behind what is numbered by them: Article II, Super Bowl LVIII, Henry V."""

from collections.abc import Sequence

from articles.engine.text.lexicon import read_word_lists
from articles.engine.tokens.figures import QUANTITY
from articles.engine.tokens.numerals import Word

_LISTS = read_word_lists("abbreviations.txt")
_NUMBERED = _LISTS["numbered"]
_RULERS = _LISTS["rulers"]
# In front of a ruler's name, behind which "I" is then a number.
_CROWNS = frozenset(
    {"king", "queen", "pope", "emperor", "empress", "tsar", "czar", "kaiser", "sultan", "prince"}
)
_DETERMINERS = read_word_lists("grammar.txt")["determiners"]
_BLANKS = (" ", "\u00a0")
_TENS = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX")
_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
ROMANS = {ten + one: 10 * i + j for i, ten in enumerate(_TENS) for j, one in enumerate(_ONES) if i + j}


def read_roman(text: str, words: Sequence[Word], form: str, start: int) -> str | None:
    """Give the normal form of a word as a Roman numeral, None where it is none behind these words.

    One letter may be anything ("I", Malcolm X): it is a number behind what is always numbered, and behind a
    ruler's name. Several are one behind any name.
    """
    before = words[-1]
    if text[before.end : start] not in _BLANKS:
        return None
    named = before.form[0].isupper()
    if form == "I":
        crowned = before.norm in _RULERS and any(word.norm in _CROWNS for word in words[-3:-1])
        bare = len(words) < 2 or words[-2].norm not in _DETERMINERS  # type I diabetes; the type I like
        told = (before.norm in _NUMBERED and (named or bare)) or (named and crowned)
    elif len(form) == 1:
        told = before.norm in _NUMBERED or (named and before.norm in _RULERS)
    else:
        told = before.norm in _NUMBERED or (named and not before.form.isupper())
    return f"{QUANTITY}{ROMANS[form]}" if told else None
