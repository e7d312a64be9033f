"""A reading to what stands around its quotations: its own words, and the agency it credits."""

import re
from dataclasses import dataclass

from articles.engine.quotations.quotations import Kind
from articles.engine.reading.reading import Reading
from articles.engine.text.lexicon import read_word_lists
from articles.engine.text.spans import Span

# So many words in a row tell where two texts run together.
SHINGLE_WORDS = 6
# A byline or a closing credit has at most so many words.
CREDIT_WORDS = 14
# A credit after the place ("GENEVA (AP) — ...") stands this near the beginning of its paragraph.
DATELINE_REACH = 60

_WORD = re.compile(r"\w+")
_LISTS = read_word_lists("agencies.txt")
_SHORT = dict(line.split("=") for line in sorted(_LISTS["short"]))
_FULL = dict(line.split("=") for line in sorted(_LISTS["full"]))
_BRACKETED = re.compile(r"\((" + "|".join(map(re.escape, sorted(_SHORT))) + r")\)")
_NAMED = re.compile(r"\b(" + "|".join(map(re.escape, sorted(_FULL, key=len, reverse=True))) + r")\b")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words of an article outside its quotation marks, in lower case: where they stand, and run by run.

    `runs` are its runs of `SHINGLE_WORDS` words in order, each as one string (which keeps its hash, as a
    tuple does not), `shingles` the different ones; `credit` is the agency that the article names as its
    source, if any.
    """

    spans: tuple[Span, ...]
    runs: tuple[str, ...]
    shingles: frozenset[str]
    credit: str


def read_surroundings(reading: Reading) -> Surroundings:
    """Read the words outside quotation marks and the credit of one article."""
    words: list[str] = []
    spans: list[Span] = []
    start = 0
    text = reading.text
    lowered = text.lower()
    if len(lowered) != len(text):  # a few capitals have a longer lower case, which would move the offsets
        lowered = text
    for stretch in [*_stretches(reading), Span(len(text), len(text))]:
        for match in _WORD.finditer(lowered, start, max(start, stretch.start)):
            words.append(match.group())
            spans.append(Span(*match.span()))
        start = max(start, stretch.end)
    runs = tuple(map(" ".join, zip(*(words[shift:] for shift in range(SHINGLE_WORDS)), strict=False)))
    return Surroundings(tuple(spans), runs, frozenset(runs), _read_credit(text))


def _stretches(reading: Reading) -> list[Span]:
    """Give what stands in quotation marks or is set as somebody's words, in reading order."""
    return sorted(
        span
        for quotation in reading.quotations
        if quotation.kind is not Kind.INDIRECT
        for span in quotation.parts
    )


def _read_credit(text: str) -> str:
    """Give the agency that a dateline, a byline or a closing line names; empty where none does."""
    paragraphs = [paragraph for paragraph in text.split("\n") if paragraph.strip()]
    for paragraph in (*paragraphs[:4], *paragraphs[-3:]):
        bracketed = _BRACKETED.search(paragraph)
        if bracketed and (bracketed.start() < DATELINE_REACH or paragraph.rstrip().endswith(")")):
            return _SHORT[bracketed.group(1)]
        named = _NAMED.search(paragraph)
        if named and (len(paragraph.split()) <= CREDIT_WORDS or "contributed" in paragraph):
            return _FULL[named.group(1)]
    return ""
