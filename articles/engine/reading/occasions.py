"""A quotation to whether its article says that it was said some time before the news.

"Last fall, Lund told a committee: “…”", "“…,” he said in a speech in 2016", "she once called it “…”". Days
and weeks are not read: one outlet's "on Monday" is another's "last week".
"""

import re
from collections.abc import Iterable

from articles.engine.quotations.quotations import Quotation
from articles.engine.text.lexicon import read_word_lists
from articles.engine.text.spans import Span

# So many characters in front of a speaker are looked at.
REACH = 160

_LISTS = read_word_lists("occasions.txt")
_TIMES = read_word_lists("quantities.txt")


def _any_of(words: Iterable[str]) -> str:
    """Give an expression for any of some words."""
    return f"(?:{'|'.join(sorted(words))})"


_SHORT_MONTHS = ("jan.", "feb.", "aug.", "sept.", "oct.", "nov.", "dec.")
_MONTH = _any_of([*_TIMES["months"], *map(re.escape, _SHORT_MONTHS)])
_YEAR = "(?:(?:19|20)[0-9][0-9])"
_DATE = rf"(?:(?:early |late |mid-)?(?:{_MONTH}(?! [0-9][0-9]?\b)(?:,? (?:of )?{_YEAR})?|{_YEAR}))"
_SEASON = _any_of(_TIMES["seasons"])
_WORD = r"[\w.’'-]+"
# A time that lies back a month at least.
_TIME = (
    rf"(?:(?:[\w-]+ )?(?:months?|years?|decades?) (?:ago|earlier)|last (?:month|year|{_SEASON}|{_MONTH})"
    rf"|earlier (?:this|in the) year|in {_DATE}|in the {_SEASON} of {_YEAR})"
)
_OCCASION = (
    rf"(?:in|at|during|on) (?:{_WORD} ){{0,4}}(?:{_DATE} (?:{_WORD} ){{0,2}}{_any_of(_LISTS['occasions'])}"
    rf"|{_any_of(_LISTS['occasions'])},? (?:{_WORD} ){{0,5}}{_TIME})"
)
_WHEN = rf"(?:{_OCCASION}|{_TIME})(?![\w’'-])"
# What a sentence begins with, up to its speaker: "Back in May, after the flood, Mayor" Ruiz.
_OPENING = re.compile(
    r"(?:\A|[.!?…][’')\]]*) ?(?:(?:and|but|yet|back|just|only) )*"
    rf"(?:{_WHEN}|{_OCCASION}(?: {_WORD}){{1,5}}(?=,))(?:, {_any_of(_LISTS['asides'])} [^,;:.“”\"]*)?"
    rf",? (?:{_WORD} )?\Z",
    re.IGNORECASE,
)
# What follows a verb of saying: "said in 2016", "told a union hall last year".
_BEHIND = re.compile(rf" {_WHEN}", re.IGNORECASE)
_BEHIND_WHOM = re.compile(rf" (?:{_WORD} ){{0,3}}{_WHEN}", re.IGNORECASE)
# Without one of these no words name an earlier time; looking for them is quicker.
_HINTS = (*sorted(_TIMES["months"]), *_SHORT_MONTHS, "month", "year", "decade", "last ", " 19", " 20")
_ONCE = tuple(f" {adverb} " for adverb in ("once", "previously"))


def was_said_before(text: str, quotation: Quotation) -> bool:
    """Tell whether an article says of one of its quotations that it was said a month ago or earlier."""
    speaker, cue = quotation.attribution.speaker, quotation.attribution.cue
    if speaker is None:
        return False
    if text.startswith(_ONCE, speaker.end) or _is_opened(text, speaker):
        return True
    if cue is None:
        return False
    # "said Ruiz in 2016" names the speaker first.
    behind = speaker.end if text[cue.end : speaker.start].isspace() else cue.end
    return text.endswith(_ONCE, 0, cue.start) or _is_dated_behind(text, behind, text[cue.start : cue.end])


def _is_opened(text: str, speaker: Span) -> bool:
    """Tell whether a sentence begins with an earlier time, and its speaker follows without marks between."""
    start = max(0, speaker.start - REACH)
    start = max(start, *(text.rfind(mark, start, speaker.start) + 1 for mark in '\n“”"'))
    opening = text[start : speaker.start]
    return any(map(opening.lower().__contains__, _HINTS)) and bool(_OPENING.search(opening))


def _is_dated_behind(text: str, place: int, verb: str) -> bool:
    """Tell whether an earlier time follows a verb of saying that ends at a place."""
    tells = verb.rpartition(" ")[2].lower() in _LISTS["telling"]
    return bool((_BEHIND_WHOM if tells else _BEHIND).match(text, place))
