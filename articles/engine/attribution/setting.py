"""A marked stretch to its setting: how it stands in its paragraph, and whether it can be no quotation."""

import re
from dataclasses import dataclass

from articles.engine.attribution.hints import Hint, weigh_hint
from articles.engine.quotations.marks import Stretch
from articles.engine.quotations.outline import Outline
from articles.engine.text.lexicon import read_word_lists
from articles.engine.text.words import Words

# Whole sentences of at least this many words, standing alone, are somebody's words.
SENTENCE_WORDS = 4
WORKS = read_word_lists("marks.txt")["works"]

_MARKS_AROUND = ".,;:!?’'\"”)"
# "Smith: 'We will not go'"
_LABEL = re.compile(r"[TN][TN_]{0,5}:")
_PUNCTUATION = {
    ",": ",",
    ".": ".",
    "!": "!",
    "?": "?",
    "…": "e",
    ";": ";",
    ":": ":",
    "-": "-",
    "—": "-",
    "–": "-",
}


@dataclass(frozen=True, slots=True)
class Setting:
    """How a stretch stands in its paragraph."""

    place: int
    edges: str
    shape: str
    length: str
    alone: str
    said: frozenset[str]
    opens: bool
    hint: str
    words: int
    capitals: int


def describe_setting(
    words: Words, outline: Outline, stretch: Stretch, place: int, hint: Hint | None = None
) -> Setting:
    """Describe the neighbourhood of one stretch."""
    row, text = outline.classes, words.text
    inner = text[stretch.inner_start : stretch.inner_end].strip()
    count = inner.count(" ") + 1
    length = str(count) if count < 6 else "6" if count < 11 else "11"
    first = inner[:1]
    begins = "A" if first.isupper() else "a" if first.islower() else "."
    ends = _PUNCTUATION.get(inner[-1:], "w")
    edges = f"{row[place - 1 : place] or '^'}{begins}{ends}{row[place + 1 : place + 2] or '$'}"
    alone = ("^" if place == 0 else "") + ("$" if place + 1 >= len(row) else "")
    shape = f"{begins}{ends}{length}"
    split = inner.split()
    capitalised = [word for word in split if word[0].isupper()]
    said = frozenset([word.strip(_MARKS_AROUND).lower() for word in capitalised])
    opens = row.find("Q", 0, place) < 0 and row.find("R", 0, place) < 0
    weighed = weigh_hint(hint)
    return Setting(place, edges, shape, length, alone, said, opens, weighed, len(split), len(capitalised))


def stands_alone(row: str, place: int, setting: Setting) -> bool:
    """Tell whether a stretch is whole sentences between whole sentences."""
    return (
        setting.shape[:2] in ("A.", "A!", "A?")
        and row[place - 1 : place] in ("", ".", "R")
        and (place + 1 >= len(row) or row[place + 1] in "RQNThd-")
    )


def is_sentence(row: str, setting: Setting) -> bool:
    """Tell whether a stretch is whole sentences of its own, which no title, term or name is."""
    if setting.words < SENTENCE_WORDS or setting.capitals * 2 >= setting.words:
        return False
    labelled = _LABEL.fullmatch(row, 0, setting.place) is not None
    return labelled or stands_alone(row, setting.place, setting)


def is_title(words: Words, outline: Outline, setting: Setting) -> bool:
    """Tell whether a stretch is the title of a work: in capitals, right behind "the film" or the like."""
    before = outline.items[setting.place - 1] if setting.place else -1
    in_capitals = setting.capitals * 2 > setting.words and setting.shape[0] == "A"
    return before >= 0 and in_capitals and words.lower[before] in WORKS
