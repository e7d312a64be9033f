"""Printed names to their parts, and two names to whether they stand for one person."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from articles.engine.text.lexicon import read_word_lists

_LISTS = read_word_lists("people.txt")
_TITLES = read_word_lists("classes.txt")["titles"]
OFFICES = _LISTS["offices"]
_TITLES_AND_OFFICES = _TITLES | OFFICES
BODY_WORDS = _LISTS["bodies"]
SUFFIXES = _LISTS["suffixes"]
PARTICLES = _LISTS["name particles"]
_ARTICLES = frozenset({"the", "a", "an"})
_NAME_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")

_PLURAL_ENDINGS = ("s", "men", "people", "children")

# How many folded words are kept for reuse.
FOLDED = 4096

# Two spellings of one part of a name may differ by this many letters, in parts this long.
_SPELLING_LETTERS = 2
_SPELLING_LENGTH = 4
_SOUNDS = str.maketrans("kj", "cy")


class Gender(StrEnum):
    """The gender that a text's own words give a person."""

    MALE = "male"
    FEMALE = "female"


class Name(NamedTuple):
    """The parts of a printed name, folded: titles before it, and the name itself."""

    titles: tuple[str, ...]
    parts: tuple[str, ...]

    @property
    def last(self) -> str:
        """The family name, or the only name there is."""
        return self.parts[-1] if self.parts else ""

    @property
    def first(self) -> str:
        """The first name by which its bearer is known ("Mark" of "W. Mark Lowe"), or nothing."""
        if len(self.parts) > 2 and len(self.parts[0]) == 1:
            return self.parts[1]
        return self.parts[0] if len(self.parts) > 1 else ""

    @property
    def is_body(self) -> bool:
        """Whether a word of it shows that it is a body's name, not a person's ("Bill Church" is one)."""
        if self.titles or (len(self.parts) in (2, 3) and is_first_name(self.parts[0])):
            return False
        return any(part in BODY_WORDS for part in self.parts)

    @property
    def is_office(self) -> bool:
        """Whether it is an office printed with capitals: "Tarland Governor" ("Max King" is none)."""
        return len(self.parts) > 1 and self.last in _TITLES_AND_OFFICES and not is_first_name(self.parts[0])


def _read_nicknames() -> dict[str, frozenset[str]]:
    """Map each first name to all the spellings it may stand for."""
    found: dict[str, set[str]] = {}
    for line in _LISTS["nicknames"]:
        spellings = line.split("/")
        for spelling in spellings:
            found.setdefault(spelling, set()).update(spellings)
    return {name: frozenset(spellings) for name, spellings in found.items()}


_NICKNAMES = _read_nicknames()
_FIRST_NAMES = read_word_lists("first_names.txt")
_GENDERS = dict.fromkeys(_FIRST_NAMES["male"], Gender.MALE)
_GENDERS.update(dict.fromkeys(_FIRST_NAMES["female"], Gender.FEMALE))
_GENDERED_WORDS = dict.fromkeys(_LISTS["male titles"] | _LISTS["male nouns"], Gender.MALE)
_GENDERED_WORDS.update(dict.fromkeys(_LISTS["female titles"] | _LISTS["female nouns"], Gender.FEMALE))


@lru_cache(maxsize=FOLDED)
def fold(word: str) -> str:
    """Fold a word of a name: lower case, without accents, apostrophe style and full stops."""
    if word.isascii():
        return word.lower().replace(".", "")
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c)).replace("’", "'").replace(".", "")


def parse_name(printed: str) -> Name:
    """Split a printed name into titles and parts; what follows a comma or bracket is left out."""
    front = re.split(r"[,(\[]", printed, maxsplit=1)[0]
    words = [fold(word.removesuffix("'s").removesuffix("’s")) for word in _NAME_WORD.findall(front)]
    while words and words[0] in _ARTICLES:
        words = words[1:]
    at = 0
    while at < len(words) - 1 and words[at] in _TITLES:
        at += 1
    end = len(words)
    while end > at + 1 and words[end - 1] in SUFFIXES:
        end -= 1
    return Name(tuple(words[:at]), tuple(words[at:end]))


def gender_of(titles: Iterable[str], first: str) -> Gender | None:
    """Tell the gender that titles or nouns, or else a first name, give."""
    for title in titles:
        if title in _GENDERED_WORDS:
            return _GENDERED_WORDS[title]
    return _GENDERS.get(first) or _GENDERS.get(first.partition("-")[0])


def gender_of_noun(noun: str) -> Gender | None:
    """Tell the gender of a noun for a person, where it has one."""
    return _GENDERED_WORDS.get(noun)


def is_plural_noun(noun: str) -> bool:
    """Tell whether a noun for people stands for several of them."""
    return noun.endswith(_PLURAL_ENDINGS) and not noun.endswith("ss")


def is_first_name(word: str) -> bool:
    """Tell whether a folded word is a usual first name."""
    return word in _GENDERS or word in _NICKNAMES


def compare_names(a: str, b: str) -> bool | None:
    """Tell whether two names, of articles on one event, stand for one person or body.

    True: surely ("Mr. Bondarev", "Boris Bondarev"). False: surely not. None: it cannot be told
    (a role, a lone first name, another spelling).
    """
    if not is_stated(a) or not is_stated(b):
        return None
    one, other = parse_name(a), parse_name(b)
    if not one.parts or not other.parts:
        return None
    if one.parts == other.parts:
        return None if _genders_differ(one, other) else True
    if _letters(one) == _letters(other):
        return True
    if one.is_office or other.is_office:
        return None
    if one.is_body or other.is_body:
        return None if set(one.parts) & set(other.parts) else False
    short, long = sorted((one, other), key=lambda name: len(name.parts))
    if len(short.parts) == 1:
        return _compare_single(short, long)
    return _compare_full(short.parts, long.parts)


def _letters(name: Name) -> str:
    """Give the letters of a name, however it is divided: Jong-un, Jong Un."""
    return "".join(name.parts).replace("-", "")


def is_stated(name: str) -> bool:
    """Tell whether a mention is a name, not a role or a pronoun."""
    bare = name.strip()
    words = _NAME_WORD.findall(bare)
    while words and words[0].casefold() in _ARTICLES:
        words = words[1:]
    return bool(words) and words[0][:1].isupper()


def _genders_differ(one: Name, other: Name) -> bool:
    genders = {gender_of(one.titles, ""), gender_of(other.titles, "")}
    return genders == {Gender.MALE, Gender.FEMALE}


def _compare_single(short: Name, long: Name) -> bool | None:
    """Compare a lone name with another one."""
    word = short.parts[0]
    if word == long.last:
        title = gender_of(short.titles, "")
        known = gender_of(long.titles, long.parts[0] if len(long.parts) > 1 else "")
        return None if title and known and title is not known else True
    if word in long.parts or is_spelling(word, long.last):
        return None
    return False


def _compare_full(short: Sequence[str], long: Sequence[str]) -> bool | None:
    """Compare two names of at least two parts each."""
    same_last = short[-1] == long[-1]
    first, other = short[0], long[0]
    if same_last and (first == other or first in _NICKNAMES.get(other, ())):
        middles = [part for part in short[1:-1] if part not in long[1:-1]]
        return None if any(_conflicts(part, long[1:-1]) for part in middles) else True
    if same_last and (first[0] == other[0] and 1 in (len(first), len(other))):
        return None
    if same_last and is_spelling(first, other):
        return None
    if (first == other or first in _NICKNAMES.get(other, ())) and is_spelling(short[-1], long[-1]):
        return None
    if same_last and (first in long[1:-1] or other in short[1:-1]):
        return None
    return False


def _conflicts(middle: str, others: Sequence[str]) -> bool:
    """Tell whether a middle name contradicts those of the other name."""
    return bool(others) and all(part[:1] != middle[:1] for part in others)


def is_spelling(a: str, b: str) -> bool:
    """Tell whether two parts of names may be spellings of one."""
    if a == b or min(len(a), len(b)) < _SPELLING_LENGTH or sound_of(a) != sound_of(b):
        return False
    return _distance(a, b) <= (_SPELLING_LETTERS if min(len(a), len(b)) > _SPELLING_LENGTH else 1)


def sound_of(part: str) -> str:
    """Give the first letter of a part of a name, one for those that stand for one sound: Carl, Karl."""
    return part[:1].translate(_SOUNDS)


def _distance(a: str, b: str) -> int:
    """Count the letters to insert, delete or exchange between two words."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (x != y))
    return row[-1]
