"""What is printed between two tokens to what it means: a sentence end, dots, a bracket, a break."""

import re
from dataclasses import dataclass

from articles.engine.text.spans import Span
from articles.engine.tokens.reporting import shade_of
from articles.engine.tokens.tokens import is_abbreviation

# Dots that stand for words left out, or for a pause.
_DOTS = re.compile(r"…|\.{2,}|\.(?:\s\.){2,}")
# "Printed so in the original", behind a word that the outlet did not mend.
_SIC = re.compile(r"[\[(]sic\.?[\])]", re.IGNORECASE)
_STOPS = frozenset(".!?…")
# Marks that a reader hears; quotation marks, hyphens, blanks and brackets are none.
_HEARD = {"—": "-", "–": "-", "―": "-", "‒": "-"} | {mark: mark for mark in ".,;:!?()"}
_QUOTES = re.compile(r"[\"“”„‟«»‹›]|''|``|(?<!\w)['‘]|['’](?!\w)")
# Words that an outlet puts between two parts of one quotation: "…," she said on Monday, "…".
LONGEST_CUE = 16
# Words of a second cue with which it merely goes on: he said. He added: "…".
LONGEST_GOING_ON = 3


@dataclass(frozen=True, slots=True)
class Gap:
    """What is printed between two neighbouring tokens of a passage.

    `marks` are the punctuation that a reader hears. `dots` tells of an ellipsis, `ends` of a
    sentence end. `broken` tells that the outlet's own words stand there; `apart` that these
    are more than a cue, so that two places are meant. `opens` and `closes` tell of brackets, `noted` of
    a [sic].
    """

    start: int
    end: int
    marks: str
    dots: bool
    ends: bool
    broken: bool
    apart: bool
    opens: bool
    closes: bool
    noted: bool = False


def read_gap(text: str, start: int, end: int, short_form: bool) -> Gap:
    """Read the stretch between two tokens; a full stop behind a short form ("Sen.") is no mark."""
    between = text[start:end]
    if between == " " or (between == "." and text[end : end + 1].islower()):  # tarn.com
        return Gap(start, end, "", False, False, False, False, False, False)
    if short_form:
        between = between.removeprefix(".")
    noted = bool(_SIC.search(between))
    if noted:
        between = _SIC.sub("", between)
    broken = any(map(str.isalnum, between))
    first, last = _printed(between) if broken else (between, between)
    spoken = first if broken else between
    dots = bool(_DOTS.search(spoken)) or (broken and bool(_DOTS.search(last)))
    return Gap(
        start=start,
        end=end,
        marks="" if broken else _heard(_DOTS.sub("", between)),
        dots=dots,
        ends=(dots and text[end : end + 1].isupper())
        or (broken and _begins_anew(text, end))
        or any(mark in _STOPS for mark in _DOTS.sub("", spoken))
        or (broken and _ends_outside(between)),
        broken=broken,
        apart=broken and _is_apart(between),
        opens="[" in between,
        closes="]" in between,
        noted=noted,
    )


def find_sic(text: str, start: int, end: int) -> Span | None:
    """Give the place of the [sic] in a stretch, if one stands there."""
    found = _SIC.search(text, start, end)
    return Span(*found.span()) if found else None


def find_dots(text: str, start: int, end: int) -> Span:
    """Give the place of the ellipsis in a gap that has one: from its first to its last dot."""
    found = list(_DOTS.finditer(text, start, end))
    return Span(found[0].start(), found[-1].end())


def _begins_anew(text: str, place: int) -> bool:
    """Tell whether the next part of a quotation begins with a capital, as a sentence of its own does."""
    if not text[place : place + 1].isupper():
        return False
    return text[place] != "I" or text[place + 1 : place + 2].isalpha()


def _printed(between: str) -> tuple[str, str]:
    """Give what of a broken gap stands inside the quotation marks: its first and its last part."""
    quotes = list(_QUOTES.finditer(between))
    if not quotes:
        return between, between
    return between[: quotes[0].start()], between[quotes[-1].end() :]


def _ends_outside(between: str) -> bool:
    """Tell whether the outlet's own words between two parts end a sentence: "…," she said. "…"."""
    return between.rstrip(" \n\"“„«‘'`").endswith((".", "!", "?"))


def _is_apart(between: str) -> bool:
    """Tell whether more than a cue stands between two parts of a quotation."""
    quotes = list(_QUOTES.finditer(between))
    own = between[quotes[0].end() : quotes[-1].start()] if len(quotes) > 1 else between
    own = own.strip()
    words = own.split()
    ends = [
        i for i, word in enumerate(words[:-1]) if word[-1] in ".!?" and not is_abbreviation(word.rstrip("."))
    ]
    if len(ends) == 1 and len(words) - ends[0] - 1 <= LONGEST_GOING_ON:
        ends = [] if shade_of(" ".join(words[ends[0] + 1 :]).rstrip(":,")) else ends
    return "\n" in own or bool(ends) or len(words) > LONGEST_CUE


def _heard(between: str) -> str:
    """Give the marks of a gap that a reader hears."""
    marks = "".join(_HEARD.get(mark, "") for mark in between)
    if (not marks and " - " in between) or "--" in between:
        return "-"
    return marks
