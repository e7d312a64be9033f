"""A text to whether it calls somebody the officer, member or spokesman of another, and so its voice."""

import re
from collections.abc import Iterator
from functools import lru_cache

from articles.engine.attribution.person_names import BODY_WORDS, SUFFIXES, fold, is_first_name, parse_name
from articles.engine.text.lexicon import read_word_lists
from articles.engine.text.spans import Span

# How far before and behind a name what it says of its bearer is looked for, and a body that "its" may mean.
REACH = 110
FAR = 260
# How many answers are kept: the same few names meet in every two articles of a story.
KEPT = 1024
# The first word of a body's name, and the last of a person's, tells alone which one is meant, if it is this
# long and no common word.
TELLING = 4

_LISTS = read_word_lists("people.txt")
DOCUMENTS = _LISTS["documents"]
_PRESS = _LISTS["press"]
_BODIES = BODY_WORDS | read_word_lists("classes.txt")["bodies and documents"]
_COMMON = _BODIES.union(*read_word_lists("common_words.txt").values())
_SAME_OFFICES = {office: entry.split("/") for entry in _LISTS["same office"] for office in entry.split("/")}
_ARTICLES = frozenset({"the", "a", "an"})
_NAMES = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
# The end of a sentence or a quotation: a short word with a full stop is a title.
_END = re.compile(r"[“”\"\n;]|(?<=[\w)]{4})[.!?…](?=\s|$)")
_CALLED = re.compile(rf"\b(?i:the|this)\s+({'|'.join(sorted(_BODIES))})\b")

# How a body is written where descriptions are looked for, and the words around it.
_BODY = "\x01"
_WORD = r"[\w'’.-]+\s+"
_OFFICE = rf"\b(?i:{'|'.join(sorted(_LISTS['offices'], key=lambda office: (-len(office), office)))})s?\b"
_OF = r"(?:of|for|at|with|to|in|from)\s+"
_LEADS = r"(?:heads|leads|runs|chairs|founded|owns|directs|manages|represents|speaks\s+for)"
_IS = r",\s+(?:who\s+(?:is|was)\s+)?"
_ITS = rf"\b(?i:its|their)\s+(?:{_WORD}){{0,3}}?{_OFFICE}"
# The first names and titles before a family name.
_FIRST = r"(?:[A-ZÀ-Þ][\w.'’-]*\s+){0,3}$"
_BEFORE = re.compile(
    rf"(?:{_BODY}(?:['’]s?)?\s+(?:{_WORD}){{0,3}}?{_OFFICE},?"
    rf"|{_OFFICE}\s+(?:{_WORD}){{0,2}}?{_OF}(?:{_WORD}){{0,4}}?{_BODY}[\w\s]{{0,30}},"
    rf"|{_BODY}['’]s?)\s+{_FIRST}"
)
_BEHIND = re.compile(
    rf",?\s+{_OF}(?:{_WORD}){{0,3}}?{_BODY}"
    rf"|{_IS}(?:{_WORD}){{0,6}}?{_OFFICE}\s+(?:{_WORD}){{0,2}}?{_OF}(?:{_WORD}){{0,4}}?{_BODY}"
    rf"|{_IS}(?:{_WORD}){{0,3}}?{_BODY}(?:['’]s?)?\s+(?:{_WORD}){{0,3}}?{_OFFICE}"
    rf"|{_IS}(?:{_WORD}){{0,3}}?{_OFFICE},\s+(?:the\s+)?{_BODY}"
    rf"|,?\s+who\s+{_LEADS}\s+(?:{_WORD}){{0,4}}?{_BODY}"
)
_ITS_BEFORE = re.compile(rf"{_ITS},?\s+{_FIRST}")
_ITS_BEHIND = re.compile(rf",\s+{_ITS}")
# "Lowe and Marsh", "producers Ann Lowe and Bo Marsh": how far from a name the other one stands.
_TOGETHER = 60
# Who speaks for a person: a mayor of Tarn speaks for Tarn, and for no other mayor.
_ANY_VOICE = re.compile(rf"\b(?i:{'|'.join(sorted(_LISTS['voices']))})\b")
_ANY_OFFICE = re.compile(_OFFICE)
_OFFICE_BEFORE = re.compile(rf"{_OFFICE},?\s+{_FIRST}")
_OFFICE_BEHIND = re.compile(rf"{_IS}(?:{_WORD}){{0,3}}?{_OFFICE}")


@lru_cache(maxsize=KEPT)
def speaks_for(text: str, person: str, body: str) -> bool:
    """Tell whether a text describes somebody as a voice of a body: its officer, or one "of" or "at" it.

    A person has a spokesman too ("a lawyer for Ann Lee"), but is no "company", and never "its".
    """
    named = _name_body(body)
    if named is None or not named.search(text):
        return False
    holder = not parse_name(body).is_body and holds_office(text, body)
    nouns = frozenset() if holder else _nouns_of(body)
    of_person = holder or is_first_name(fold(body.split()[0]))

    def call(match: re.Match[str]) -> str:
        return _BODY if match.group(1) in nouns else match.group()

    for start, left, right in _places(text, person):
        left, right = (_CALLED.sub(call, named.sub(_BODY, side)) for side in (left, right))
        told = _BEFORE.search(left) or _BEHIND.match(right)
        if told and (not of_person or _ANY_VOICE.search(told.group())):
            return True
        owned = _ITS_BEFORE.search(left) or _ITS_BEHIND.match(right)
        if owned and not holder and named.search(text, max(0, start - FAR), start):
            return True
    return False


@lru_cache(maxsize=KEPT)
def is_called(text: str, person: str, role: str) -> bool:
    """Tell whether a text uses the office of a role ("a lawyer for Mr. Lowe") for somebody it names."""
    found = _ANY_OFFICE.search(role)
    if not found:
        return False
    office = found.group().lower()
    known = "|".join(map(re.escape, _SAME_OFFICES.get(office, [office])))
    pattern = rf"(?i:\b(?:{known})\b)"
    return any(
        re.search(rf"{pattern}[^,]{{0,40}},?\s+{_FIRST}", left) or re.match(rf",[^,]{{0,60}}{pattern}", right)
        for _, left, right in _places(text, person)
    )


@lru_cache(maxsize=KEPT)
def holds_office(text: str, name: str) -> bool:
    """Tell whether a text gives an office to the bearer of a name, who is then a person."""
    return any(
        _OFFICE_BEFORE.search(left) or _OFFICE_BEHIND.match(right) for _, left, right in _places(text, name)
    )


def is_of_the_press(name: str) -> bool:
    """Tell whether a name is that of a newspaper or station."""
    return not _PRESS.isdisjoint(map(fold, _NAMES.findall(name)))


def stands_beside(text: str, speaker: Span, name: str) -> bool:
    """Tell whether an "and" joins the mention of a speaker and somebody's name: "said Lowe and Marsh"."""
    words = [word for word in _NAMES.findall(name) if fold(word) not in SUFFIXES]
    if not words:
        return False
    last = re.escape(words[-1])
    before, behind = text[max(0, speaker.start - _TOGETHER) : speaker.start], text[speaker.end :][:_TOGETHER]
    return bool(
        re.search(rf"\b{last},?\s+and\s+(?:{_WORD}){{0,2}}$", before)
        or re.match(rf",?\s+and\s+(?:{_WORD}){{0,3}}?{last}\b", behind)
    )


def _name_body(body: str) -> re.Pattern[str] | None:
    """Give the pattern of how a text may name a body: in full, by initials, by its first word."""
    words = [word for word in _NAMES.findall(body) if word.lower() not in _ARTICLES]
    if not words:
        return None
    blank = r"\s+"
    spellings = [f"(?i:{blank.join(map(re.escape, words))})"]
    initials = "".join(word[0] for word in words if word[0].isupper())
    if len(initials) > 1:
        spellings.append(initials)
    # "Tarn" of Tarn Biologics, "Lowe" of Ann Lowe; but not the England of a Bank of England
    ends = (words[0], words[-1]) if all(word[0].isupper() for word in words) else words[:1]
    spellings += [
        re.escape(word)
        for word in ends
        if len(word) >= TELLING and word[0].isupper() and fold(word) not in _COMMON
    ]
    return re.compile(rf"\b(?:{'|'.join(spellings)})\b")


def _nouns_of(body: str) -> frozenset[str]:
    """Give the nouns that a body may be called by: those of its name, or else all that there are."""
    return _BODIES.intersection(map(fold, _NAMES.findall(body))) or _BODIES


def _places(text: str, person: str) -> Iterator[tuple[int, str, str]]:
    """Give where a text names somebody, and what stands before and behind in the outlet's own sentence."""
    words = [word for word in _NAMES.findall(person) if fold(word) not in SUFFIXES]
    if not words:
        return
    for match in re.finditer(rf"\b{re.escape(words[-1])}\b", text):
        left, right = text[max(0, match.start() - REACH) : match.start()], text[match.end() :][:REACH]
        ends = [end.end() for end in _END.finditer(left)]
        end = _END.search(right)
        yield match.start(), left[ends[-1] if ends else 0 :], right[: end.start()] if end else right
