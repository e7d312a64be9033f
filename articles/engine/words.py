"""Text to words and sentences with their places, as parallel lists that are cheap to build and to scan."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

# A word keeps hyphens, inner dots ("U.S", "a.m"), ampersands and apostrophes, but a possessive or
# contracted 's is a word of its own, so that "Trump" is found in "Trump's". Any other mark is a
# word of one character; blanks lie between words.
_WORD = re.compile(
    r"([^\W_]+(?:(?!['’][sS](?![^\W_]))['’.&\-‑,](?<![^\d],)[^\W_]+)*"
    r"|['’][sS](?![^\W_])|''|``|\.{2,}|[^\s\w]|_+)"
)

# Words whose full stop does not end a sentence, whatever follows: titles and the like.
TITLE_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "mx",
        "dr",
        "prof",
        "rev",
        "fr",
        "sr",
        "sra",
        "hon",
        "sen",
        "sens",
        "rep",
        "reps",
        "gov",
        "govs",
        "gen",
        "lt",
        "col",
        "maj",
        "capt",
        "cmdr",
        "cpl",
        "sgt",
        "adm",
        "pvt",
        "supt",
        "insp",
        "pres",
        "sec",
        "secy",
        "atty",
        "amb",
        "det",
        "const",
        "mgr",
        "messrs",
        "st",
        "ste",
        "mt",
        "ft",
        "vs",
        "no",
        "nos",
        "vol",
        "fig",
        "pp",
        "cf",
        "e.g",
        "i.e",
        "eg",
        "ie",
        "viz",
        "al",
        "cllr",
        "cst",
        "pte",
        "asst",
        "assoc",
        "dep",
        "dist",
        "min",
    ]
)
# Words whose full stop ends a sentence only when a usual first word follows.
OTHER_ABBREVIATIONS = frozenset(
    [
        "inc",
        "corp",
        "co",
        "ltd",
        "jr",
        "bros",
        "llc",
        "plc",
        "u.s",
        "u.k",
        "u.n",
        "e.u",
        "d.c",
        "n.y",
        "l.a",
        "b.c",
        "p.e.i",
        "a.m",
        "p.m",
        "am",
        "pm",
        "etc",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "sep",
        "oct",
        "nov",
        "dec",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thurs",
        "fri",
        "sat",
        "sun",
        "ala",
        "ariz",
        "ark",
        "calif",
        "colo",
        "conn",
        "del",
        "fla",
        "ga",
        "ill",
        "ind",
        "kan",
        "ky",
        "la",
        "md",
        "mass",
        "mich",
        "minn",
        "miss",
        "mo",
        "mont",
        "neb",
        "nev",
        "okla",
        "ore",
        "pa",
        "tenn",
        "tex",
        "va",
        "vt",
        "wash",
        "wis",
        "wyo",
        "ont",
        "que",
        "sask",
        "alta",
        "man",
        "ph.d",
        "m.d",
        "b.a",
        "m.a",
        "r-ala",
    ]
)
_SENTENCE_STARTERS = frozenset(
    [
        "the",
        "a",
        "an",
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "you",
        "this",
        "that",
        "these",
        "those",
        "but",
        "and",
        "so",
        "yet",
        "or",
        "nor",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "as",
        "if",
        "when",
        "while",
        "after",
        "before",
        "since",
        "although",
        "though",
        "however",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "there",
        "here",
        "what",
        "who",
        "how",
        "why",
        "where",
        "now",
        "then",
        "also",
        "some",
        "many",
        "most",
        "all",
        "no",
        "not",
        "one",
        "two",
    ]
)
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
    breaks = _paragraph_starts(pieces)
    lower = list(map(str.lower, forms))
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


def _paragraph_starts(pieces: list[str]) -> list[int]:
    """Give the index of each word that follows a line feed, and of the first word."""
    count = len(pieces) // 2
    return [i for i, gap in enumerate(pieces[0::2]) if i < count and (i == 0 or "\n" in gap)]


def _sentence_starts(
    forms: list[str], lower: list[str], starts: list[int], ends: list[int], breaks: list[int]
) -> list[int]:
    """Give the index of the first word of each sentence."""
    count = len(forms)
    found = set(breaks)
    for i, form in enumerate(forms):
        if form not in _ENDERS:
            continue
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
    if (len(before) == 1 and before.isalpha() and before != "i") or before in OTHER_ABBREVIATIONS:
        return after > stop + 1 or lower[following] in _SENTENCE_STARTERS or forms[after] in _OPENERS
    return True


def _ranges(first: list[int], count: int) -> list[tuple[int, int]]:
    """Turn the index of each first word into half-open ranges up to `count`."""
    return list(zip(first, [*first[1:], count], strict=True))
