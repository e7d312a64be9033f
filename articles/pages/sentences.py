"""Differences to sentences in which each quoted word is tied to its place in an article."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from articles.engine.text.spans import Span
from articles.pages.shown import KIND_ORDER, Pair
from articles.pages.witnesses import Witness


class Said(NamedTuple):
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
    def text(self) -> str:
        """What it says, wherever the words that it quotes stand."""
        return "".join(part.text for part in self.parts)

    @property
    def gravity(self) -> int:
        """Its place in the order in which a reader is told of differences."""
        return KIND_ORDER[self.kind]


def once(sentences: Iterable[Sentence]) -> tuple[Sentence, ...]:
    """Keep the first of several sentences that say the same."""
    first: dict[str, Sentence] = {}
    for sentence in sentences:
        first.setdefault(sentence.text, sentence)
    return tuple(first.values())


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
    """Split a sentence at the slices it quotes, in full or their first words; each keeps its place."""
    slices = [(witness, span.start, witness.article.text[span.start : span.end]) for witness, span in places]
    parts: list[Said] = []
    at = 0
    for mark in re.finditer("“", sentence):
        for quoted in slices if mark.end() > at else ():
            witness, start, words = quoted
            length = quoted_length(sentence[mark.end() :], words)
            if length:
                parts.append(Said(sentence[at : mark.end()]))
                parts.append(Said(words[:length], witness.pk, start, start + length))
                at = mark.end() + length
                slices.remove(quoted)
                break
    return (*parts, Said(sentence[at:]))


def quoted_length(rest: str, words: str) -> int:
    """Count how many characters of `words` stand at the start of `rest` up to a closing mark."""
    ends = (close.start() for close in re.finditer("”", rest[: len(words) + 1]))
    return max((end for end in ends if words.startswith(rest[:end])), default=0)
