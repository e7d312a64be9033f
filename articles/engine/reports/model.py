"""Weights to the choices by which reported speech is found, and words to what the choices know of them."""

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass

import Stemmer

from articles.engine.reports.contents import BackBeginnings, BackEnds, Beginnings, Ends, Sides
from articles.engine.reports.cues import Cues, Glance
from articles.engine.reports.sources import NoSource, SourceBeginnings, SourceEnds, Stretch, source_settings
from articles.engine.reports.tables import Known, StoredWeights, Weights
from articles.engine.reports.units import Sentence
from articles.engine.text.memo import Memo
from articles.engine.text.weights import Table

_STEMMER = Stemmer.Stemmer("english")


def stem_of(form: str) -> str:
    """Give the stem of a word in lower case."""
    stem: str = _STEMMER.stemWord(form)
    return stem


@dataclass(frozen=True, slots=True)
class Cue:
    """What each choice knows of a word that may be a cue."""

    glance: Known
    cue: Known
    right: Known
    left: Known
    beginning: Known
    end: Known
    back_end: Known
    back_beginning: Known
    no_source: Known
    source_left: Known
    source_right: Known


class Model:
    """The choices on the way to a report, and the words that may be a cue.

    `weights` gives the weights of a choice by its name; `stems` are those of the words that may be cues.
    """

    def __init__(self, weights: Callable[[str], Weights], stems: Container[str]) -> None:
        self.glance = Glance(weights("glance"))
        self.cue = Cues(weights("cue"))
        self.right, self.left = Sides(weights("right")), Sides(weights("left"))
        self.beginning, self.end = Beginnings(weights("beginning")), Ends(weights("end"))
        self.back_end = BackEnds(weights("back_end"))
        self.back_beginning = BackBeginnings(weights("back_beginning"))
        self.no_source = NoSource(weights("no_source"))
        self.source_left = SourceEnds(weights("source_left"))
        self.source_right = SourceEnds(weights("source_right"))
        self.source_beginning = SourceBeginnings(weights("source_beginning"))
        self.stems = stems
        self.cues = Memo(self._cue)

    def _cue(self, form: str) -> Cue | None:
        """Give what is known of a word in lower case as a cue; None for a word that is none."""
        stem = stem_of(form)
        return self.know(stem, form) if stem in self.stems else None

    def know(self, stem: str, form: str) -> Cue:
        """Gather what the choices know of a word, in lower case, as a cue."""
        return Cue(
            self.glance.know(stem, form),
            self.cue.know(stem, form),
            self.right.know(stem, form),
            self.left.know(stem, form),
            self.beginning.know(stem, form),
            self.end.know(stem, form),
            self.back_end.know(stem, form),
            self.back_beginning.know(stem, form),
            self.no_source.know(stem, form),
            self.source_left.know(stem, form),
            self.source_right.know(stem, form),
        )

    def score_sources(
        self,
        s: Sentence,
        i: int,
        cue: Cue,
        contents: list[Stretch],
        places: list[int],
        earlier: Container[int],
    ) -> list[int]:
        """Score each place where the source of the cue at `i` may end, and last that there is no source."""
        c = s.classes
        scores = []
        for e, setting in zip(places, source_settings(s, i, contents, places, earlier), strict=True):
            if e < i:
                scores.append(self.source_left.score(s, e, setting, c[e + 1 : i], cue.source_left))
            else:
                scores.append(self.source_right.score(s, e, setting, c[i + 1 : e], cue.source_right))
        return [*scores, self.no_source.score(s, i, cue.no_source)]


def make_model(tables: Mapping[str, Table]) -> Model:
    """Make the model of tables of weights, each under the name of its choice, a blank and its template."""
    by_choice: dict[str, dict[str, Table]] = {}
    for heading, table in tables.items():
        choice, _, template = heading.partition(" ")
        by_choice.setdefault(choice, {})[template] = table
    return Model(lambda choice: StoredWeights(by_choice.get(choice, {})), frozenset(tables["stems"]))
