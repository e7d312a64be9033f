"""One article to what each of its speakers says who is known by name: in quotation marks, and retold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from articles.engine.alignment.sentences import Sentence
from articles.engine.quotations.quotations import Kind
from articles.engine.reading.reading import Reading
from articles.engine.tokens.figures import is_number
from articles.engine.tokens.stems import lemma

# A word no rarer than this is no word of matter, unless it is a figure; every one beyond it counts this more.
COMMON_BITS = 8.0
EACH = 2.0
# A figure tells at least so much.
FIGURE = 3.0


@dataclass(frozen=True)
class Remark:
    """One sentence that a speaker is given, by the numbers of its quotation and of its place in it."""

    quotation: int
    position: int
    sentence: Sentence

    @cached_property
    def roots(self) -> Mapping[str, float]:
        """Give what each word of matter tells, by what its forms and its noun in -ure share."""
        found: dict[str, float] = {}
        for norm, bits in zip(self.sentence.norms, self.sentence.weights, strict=True):
            if bits > COMMON_BITS or is_number(norm):
                root = lemma(norm).removesuffix("ur").removesuffix("e")
                told = bits - COMMON_BITS + EACH
                found[root] = max(told, FIGURE) if is_number(norm) else told
        return found


class Voice(NamedTuple):
    """The sentences that an article gives to one speaker: those in its own words, and those in marks."""

    told: list[Remark]
    quoted: list[Remark]


def list_voices(reading: Reading, split: Sequence[Sequence[Sentence]]) -> dict[str, Voice]:
    """List who is known by name with their sentences; `split` gives those of each quotation."""
    voices = {person.name: Voice([], []) for person in reading.people if person.stated}
    for number, (quotation, sentences) in enumerate(zip(reading.quotations, split, strict=True)):
        voice = voices.get(quotation.attribution.name)
        if voice is not None:
            remarks = voice.told if quotation.kind is Kind.INDIRECT else voice.quoted
            remarks.extend([Remark(number, i, sentence) for i, sentence in enumerate(sentences)])
    return voices
