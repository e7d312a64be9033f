"""Differences to sentences in which each quoted word is tied to its place in an article."""

from collections.abc import Iterable
from dataclasses import dataclass

from articles.engine.spans import Span
from articles.pages.comparison import KIND_ORDER, Pair, Witness


@dataclass(frozen=True, slots=True)
class Said:
    """A part of a sentence; one that is quoted has its place in an article."""

    text: str
    article: int = 0
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Sentence:
    """One difference, said."""

    kind: str
    small: bool
    parts: tuple[Said, ...]

    @property
    def gravity(self) -> int:
        """Its place in the order in which a reader is told of differences."""
        return KIND_ORDER[self.kind]


def say_pair(pair: Pair) -> list[Sentence]:
    """Say the differences of a pair."""
    return [
        Sentence(
            told.kind,
            told.small,
            tie_words(told.sentence, [(pair.a.witness, told.a), (pair.b.witness, told.b)]),
        )
        for told in pair.told
    ]


def tie_words(sentence: str, places: Iterable[tuple[Witness, Span]]) -> tuple[Said, ...]:
    """Split a sentence at the slices it quotes, so that each is known by its place."""
    quoted = []
    for witness, span in places:
        words = witness.article.text[span.start : span.end]
        if words and f"“{words}”" in sentence:
            quoted.append((sentence.index(f"“{words}”") + 1, words, witness, span))
    parts, at = [], 0
    for start, words, witness, span in sorted(quoted, key=lambda found: found[0]):
        if start >= at:
            parts += [Said(sentence[at:start]), Said(words, witness.pk, span.start, span.end)]
            at = start + len(words)
    return (*parts, Said(sentence[at:]))
