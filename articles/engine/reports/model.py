"""Weights to the choices by which reported speech is found, and words to their numbers."""

from collections.abc import Container, Mapping
from itertools import repeat

import numpy as np
import Stemmer

from articles.engine.reports.choices import Array, Choice, Scorer
from articles.engine.reports.contents import BACK_BEGINNING, BACK_END, BEGINNING, END, SIDE
from articles.engine.reports.cues import CUE, GLANCE
from articles.engine.reports.sources import NO_SOURCE, SOURCE_BEGINNING, SOURCE_END
from articles.engine.text.memo import Memo
from articles.engine.text.weights import Table

# What is looked at for each choice on the way to a report; choices that look at the same are named together.
CHOICES: Mapping[str, Choice] = {
    "glance": GLANCE,
    "cue": CUE,
    "right left": SIDE,
    "beginning": BEGINNING,
    "end": END,
    "back_end": BACK_END,
    "back_beginning": BACK_BEGINNING,
    "no_source": NO_SOURCE,
    "source_left source_right": SOURCE_END,
    "source_beginning": SOURCE_BEGINNING,
}

_STEMMER = Stemmer.Stemmer("english", 0)  # it need not remember words: those asked for are kept below
# The number of a word and that of its stem are kept as one.
_STEM = 1 << 32


def stem_of(form: str) -> str:
    """Give the stem of a word in lower case."""
    stem: str = _STEMMER.stemWord(form)
    return stem


class KnownNumbers:
    """The numbers of the words and stems that have weights."""

    def __init__(self, numbers: Mapping[str, int], stems: Container[str]) -> None:
        self._numbers, self._stems = numbers, stems
        self._both = Memo(self._number_both)

    def number(self, words: list[str]) -> Array:
        """Give the numbers of words or rows of classes; 0 for one that has no weight."""
        return np.fromiter(map(self._numbers.get, words, repeat(0)), np.intp, len(words))

    def read(self, forms: list[str]) -> tuple[Array, Array]:
        """Give the numbers of words in lower case, and of their stems; 0 for a stem that no cue has."""
        both = np.fromiter(map(self._both.__getitem__, forms), np.int64, len(forms))
        return both & (_STEM - 1), both >> 32

    def _number_both(self, form: str) -> int:
        stem = stem_of(form)
        return self._numbers.get(form, 0) + (_STEM * self._numbers[stem] if stem in self._stems else 0)


class Model:
    """The choices on the way to a report, each with its weights, and the words that these know."""

    def __init__(self, tables: Mapping[str, Table]) -> None:
        """Make the model of tables of weights, named by choice and template, with a blank between."""
        by_choice: dict[str, dict[str, Table]] = {name: {} for names in CHOICES for name in names.split()}
        for heading, table in tables.items():
            name, _, template = heading.partition(" ")
            if template:
                by_choice[name][template] = table
        words = dict.fromkeys(tables["stems"])
        for names, choice in CHOICES.items():
            for name in names.split():
                words |= dict.fromkeys(choice.list_words(by_choice[name]))
        numbers = {word: number for number, word in enumerate(words, 1)}
        self.numbers = KnownNumbers(numbers, tables["stems"])
        scorers = {
            names: Scorer(choice, [by_choice[name] for name in names.split()], numbers)
            for names, choice in CHOICES.items()
        }
        self.glance, self.cue = scorers["glance"], scorers["cue"]
        self.sides = scorers["right left"]
        self.beginning, self.end = scorers["beginning"], scorers["end"]
        self.back_end, self.back_beginning = scorers["back_end"], scorers["back_beginning"]
        self.no_source, self.source_end = scorers["no_source"], scorers["source_left source_right"]
        self.source_beginning = scorers["source_beginning"]
