"""Text to tokens: each keeps its printed form and the normal form that comparison sees."""

import re
from dataclasses import dataclass
from functools import lru_cache

from articles.engine.text.lexicon import read_word_lists
from articles.engine.text.spans import Span
from articles.engine.tokens.figures import CODES, QUANTITY, SHARES, TIME, read_digits
from articles.engine.tokens.numerals import STARTERS, Word, read_numeral
from articles.engine.tokens.romans import ROMANS, read_roman
from articles.engine.tokens.spellings import APOSTROPHES, INVISIBLE, spell


@dataclass(frozen=True, slots=True)
class Token:
    """One word or number. `norm` is equal for two tokens that differ in typography only.

    A token may span several printed words ("twenty-five million", "can not", "Feb. 24"). Marks
    are no tokens: they stand in the gaps between tokens, where `differences` counts them.
    """

    start: int
    end: int
    norm: str


_LISTS = read_word_lists("abbreviations.txt")
_FULL = {
    short: long
    for heading in ("titles", "words", "dates")
    for short, long in (pair.split("=") for pair in _LISTS[heading])
}
# In a text in capitals these are in capitals too; other short forms would be other words.
_FULL |= {
    short.upper(): long
    for heading in ("titles", "dates")
    for short, long in (pair.split("=") for pair in _LISTS[heading])
    if len(short) > 2 or heading == "titles"
}
_DOTTED = dict(pair.split("=") for pair in _LISTS["dotted"])
_BODIES = {
    tuple(QUANTITY + word if word.isdigit() else word for word in name.split()): short
    for name, short in (line.split("=") for line in _LISTS["bodies"])
}
_BODY_STARTS = frozenset(words[0] for words in _BODIES)

# Prefixes after which a hyphen is a matter of house style: co-operate, e-mail, anti-war.
_PREFIXES = _LISTS["prefixes"]
_HYPHENS = "-‐‑"
_MARKS = "\u0300-\u036f"
_WORD = re.compile(
    # letters with full stops between them: "U.S.", "F.B.I.", "a.m."
    r"[\[(](?i:sic)\.?[\])]|(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?"
    rf"(?:[{APOSTROPHES}]s(?!\w))?"
    # degrees
    r"|[°º] ?[CFcf](?!\w)|°"
    # letters, with masked ones ("f***ing"), a bracketed first letter or ending ("[T]he", "want[ed]"), and
    # what a blank has come between ("it’ s")
    rf"|(?:\[[^\W\d_]\](?=[^\W\d_]))?[^\W\d_][\w{_MARKS}{INVISIBLE}]*(?:\*+\w*|[{APOSTROPHES}][^\W\d_]+)*"
    rf"(?:[{APOSTROPHES}][ \u00a0](?:s|m|re|ve|ll|d|t)(?![{_HYPHENS}\w]))?"
    rf"(?:\[(?:e?d|e?s|ing|ly)\])?"
    # figures, in groups of three or not, with their currency and what leans on them
    r"|(?:[$£€¥₹₦] ?)?(?:\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?![\d%]|[,.:]\d)|\d+(?:[,.:]\d+)*)[¼½¾]?"
    rf"(?:(?i:st|nd|rd|th|k|mn?|bn?|tn?|trn|am|pm|p|s)(?![^\W\d_])|(?<=0)[{APOSTROPHES}]s(?!\w)|[¢€])?"
    r"|[&%]"
)
# What stands between the code of a currency and its figure: EUR 500, Rs.500, Rs. 500.
_BEHIND_CODE = frozenset({"", " ", "\u00a0", ".", ". ", ".\u00a0"})
_MINUS = ("-", "−", "‑")
_NUMBERING = ("No", "no", "Nos", "nos")

# Words at which tokens may grow together.
_GROWING = STARTERS | _BODY_STARTS | {"can", "no"}


def tokenise(text: str, spans: tuple[Span, ...]) -> tuple[Token, ...]:
    """Split the given spans of a text into tokens, in reading order."""
    tokens: list[Token] = []
    for span in spans:
        tokens.extend(_grow(text, _words(text, span)))
    return tuple(tokens)


def _words(text: str, span: Span) -> list[Word]:
    """Split one span into printed words with a normal form each."""
    words: list[Word] = []
    before = span.start
    for match in _WORD.finditer(text, span.start, span.end):
        start, end = match.span()
        form = match[0]
        if form[0].isalpha():
            form = form.replace(" ", "").replace("\u00a0", "")
        if form[0] in "[(" and form[1:4].lower() == "sic":
            continue  # "printed so in the original": none of the words said
        norm = (words and form in ROMANS and read_roman(text, words, form, start)) or _normal(form)
        if norm[0] == QUANTITY and text[start - 1 : start] in _MINUS and _is_sign(text, span, start):
            start, norm = start - 1, f"{QUANTITY}-{norm[1:]}"
        if words and words[-1].form in CODES and norm[0] == QUANTITY and norm[-1].isdigit():
            if text[before:start] in _BEHIND_CODE:
                norm += CODES[words[-1].form]
                start = words.pop().start
        elif start - before < 2 and words:
            if text[before:start] in _HYPHENS and words[-1].norm in _PREFIXES and start > before:
                start = words.pop().start
                form = text[start:end]
                norm = spell("".join(mark for mark in form if mark not in _HYPHENS))
            elif start == before and words[-1].form == "US" and norm.endswith("$"):
                start = words.pop().start
        if form in _DOTTED and text[end : end + 1] == "." and not (words and words[-1].norm == "the"):
            norm = _DOTTED[form]
        elif form[:2] == "US" and norm in ("us", "us's") and not _shouted(text, span, start, end):
            norm = _acronym(norm)
        words.append(Word(form, start, end, norm))
        before = end
    return words


@lru_cache(maxsize=65536)
def _normal(form: str) -> str:
    """Give the normal form of one printed word by itself."""
    if form in _FULL:
        return _FULL[form]
    if form in SHARES:
        return form
    if form[0] in "&%":
        return "and" if form == "&" else "percent"
    if form[0] == "º" or (not form[0].isalpha() and form[0] != "["):
        return read_digits(form.replace("º", "°"))
    if "." in form:
        return _acronym(form.replace(".", "").lower())
    return spell(form.replace("[", "").replace("]", ""))


def _acronym(letters: str) -> str:
    """Spell letters printed as an acronym, so that the U.S. is not "us"."""
    norm = spell(letters)
    return "u.s" if norm == "us" else norm


def _shouted(text: str, span: Span, start: int, end: int) -> bool:
    """Tell whether a word stands between words in capitals, where "US" may be the pronoun."""
    near = text[max(span.start, start - 12) : start] + text[end : min(span.end, end + 12)]
    return near.isupper()


def _grow(text: str, words: list[Word]) -> list[Token]:
    """Join the words that make one number, date, body or "can not"."""
    tokens: list[Token] = []
    i = 0
    while i < len(words):
        _, start, end, norm = words[i]
        count = 1
        if norm in _GROWING or norm[0] in QUANTITY + TIME:
            count, norm = _longest(text, words, i)
            end = words[i + count - 1].end
        tokens.append(Token(start, end, norm))
        i += count
    return tokens


def _longest(text: str, words: list[Word], i: int) -> tuple[int, str]:
    """Give how many words from `i` on make one token, and its normal form."""
    numeral = read_numeral(text, words, i)
    if numeral is not None:
        return numeral.words, numeral.norm
    norm = words[i].norm
    following = words[i + 1].norm if i + 1 < len(words) else ""
    if norm == "can" and following == "not":
        return 2, "cannot"
    if norm == "no" and following == "one":
        return 2, "noone"
    if norm == "no":
        return 1, "number" if _is_numbering(text, words, i) else norm
    if norm in _BODY_STARTS:
        norms = tuple(word.norm for word in words[i : i + 4])
        for size in range(len(norms), 1, -1):
            if norms[:size] in _BODIES:
                return size, _BODIES[norms[:size]]
    return 1, norm


def _is_numbering(text: str, words: list[Word], i: int) -> bool:
    """Tell whether "No" stands for "number": No. 10."""
    if words[i].form not in _NUMBERING or i + 1 == len(words) or words[i + 1].norm[0] != QUANTITY:
        return False
    return text[words[i].end : words[i + 1].start] in (". ", ".", ".\u00a0") or (
        words[i].form == "No" and i > 0 and text[words[i].end : words[i + 1].start] == " "
    )


def _is_sign(text: str, span: Span, start: int) -> bool:
    """Tell whether the stroke in front of a figure is a minus: a blank or nothing stands before it."""
    return start - 1 == span.start or (start - 1 > span.start and text[start - 2].isspace())


def is_short_form(text: str, token: Token) -> bool:
    """Tell whether a full stop behind this token belongs to it ("Sen.", "J.") and ends no sentence."""
    form = text[token.start : token.end]
    return is_abbreviation(form) or (token.norm == "number" and form in _NUMBERING)


def is_abbreviation(form: str) -> bool:
    """Tell whether a full stop behind a printed word may belong to it: "Sen", "J", "U.S."."""
    return (
        form in _FULL
        or form in _DOTTED
        or form[-1:] == "."
        or (len(form) == 1 and form.isalpha() and form != "I")
    )
