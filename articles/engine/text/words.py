"""Text to words and sentences with their places, as parallel lists that are cheap to build and to scan."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, compress

from articles.engine.text.lexicon import read_word_lists

# A word keeps hyphens, inner dots ("U.S", "a.m"), ampersands and apostrophes, but a possessive or
# contracted 's is a word of its own, so that "Trump" is found in "Trump's". Any other mark is a
# word of one character; blanks lie between words.
_WORD = re.compile(
    r"([^\W_]+(?:(?!['’][sS](?![^\W_]))['’.&\-‑,](?<![^\d],)[^\W_]+)*"
    r"|['’][sS](?![^\W_])|''|``|\.{2,}|[^\s\w]|_+)"
)

# Initials before a name have at most three letters: "J.R.R. Tolkien".
LONGEST_INITIALS = 5

# Half of a character, which no encoder takes.
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")

_LISTS = read_word_lists("sentences.txt")
TITLE_ABBREVIATIONS = _LISTS["titles"]
OTHER_ABBREVIATIONS = _LISTS["abbreviations"]
_SENTENCE_STARTERS = _LISTS["starters"]
_ENDERS = frozenset({".", "!", "?", "…", "..", "...", "....", "....."})
_CLOSERS = frozenset({"”", '"', "’", "'", "''", "»", ")", "]", "“"})
_OPENERS = frozenset({"“", '"', "‘", "'", "''", "``", "«", "„", "(", "[", "—", "–", "-", "•", "*"})


@dataclass(frozen=True, slots=True)
class Words:
    """The words and marks of one text, in order, as parallel sequences.

    `forms[i] == text[starts[i]:ends[i]]`; `lower[i]` is its lower case. `sentences` holds
    half-open ranges of word indices, `paragraphs` too; every word is in exactly one of each.
    """

    text: str
    forms: Sequence[str]
    lower: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    sentences: Sequence[tuple[int, int]]
    paragraphs: Sequence[tuple[int, int]]


def split_words(text: str) -> Words:
    """Split a text into words, sentences and paragraphs (paragraphs are divided by line feeds)."""
    pieces = _WORD.split(text)
    places = list(accumulate(map(len, pieces)))
    forms = pieces[1::2]
    starts = places[0:-1:2]
    ends = places[1::2]
    breaks = _paragraph_starts(text, starts)
    lower = list(map(str.lower, forms))
    if not _is_encodable(text):
        lower = [_LONE_SURROGATE.sub("\ufffd", word) for word in lower]
    sentence_starts = _sentence_starts(forms, lower, starts, ends, breaks)
    return Words(
        text=text,
        forms=forms,
        lower=lower,
        starts=starts,
        ends=ends,
        sentences=_ranges(sentence_starts, len(forms)),
        paragraphs=_ranges(breaks, len(forms)),
    )


def _is_encodable(text: str) -> bool:
    """Tell whether a text holds whole characters only."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _paragraph_starts(text: str, starts: list[int]) -> list[int]:
    """Give the index of each word that follows a line feed, and of the first word."""
    found = [0] if starts else []
    feed = text.find("\n")
    while feed >= 0:
        following = bisect_left(starts, feed, found[-1] if found else 0)
        if following == len(starts):
            break
        if following > found[-1]:
            found.append(following)
        feed = text.find("\n", starts[following])
    return found


def _sentence_starts(
    forms: list[str], lower: list[str], starts: list[int], ends: list[int], breaks: list[int]
) -> list[int]:
    """Give the index of the first word of each sentence."""
    count = len(forms)
    found = set(breaks)
    for i in compress(range(count), map(_ENDERS.__contains__, forms)):
        after = i + 1
        while (
            after < count
            and after not in found
            and forms[after] in _CLOSERS
            and starts[after] == ends[after - 1]
        ):
            after += 1
        if after < count and starts[after] > ends[after - 1] and _begins(forms, lower, i, after):
            found.add(after)
    return sorted(found)


def _closes(forms: list[str], starts: list[int], ends: list[int], i: int) -> bool:
    """Tell whether the word at `i` is a closing mark that stands right behind the word before it."""
    return forms[i] in _CLOSERS and starts[i] == ends[i - 1]


def _begins(forms: list[str], lower: list[str], stop: int, after: int) -> bool:
    """Tell whether the word at `after` begins a sentence when the mark at `stop` came before it."""
    following = after
    while following < len(forms) - 1 and forms[following] in _OPENERS and following < after + 3:
        following += 1
    first = forms[following][0]
    if not (first.isupper() or first.isdigit() or forms[following] in _OPENERS or not first.isascii()):
        return False
    if forms[stop] != "." or stop == 0:
        return True
    before = lower[stop - 1]
    if before in TITLE_ABBREVIATIONS:
        return False
    if _is_initials(before) or before in OTHER_ABBREVIATIONS:
        return after > stop + 1 or lower[following] in _SENTENCE_STARTERS or forms[after] in _OPENERS
    return True


def _is_initials(word: str) -> bool:
    """Tell whether a word in lower case is initials of a name: "j" or "j.j", but not "i"."""
    return len(word) <= LONGEST_INITIALS and word != "i" and word[::2].isalpha() and not word[1::2].strip(".")


def _ranges(first: list[int], count: int) -> list[tuple[int, int]]:
    """Turn the index of each first word into half-open ranges up to `count`."""
    return list(zip(first, [*first[1:], count], strict=False))
