"""Text to tokens: each keeps its printed form and the normal form that comparison sees."""

from dataclasses import dataclass

from articles.engine.spans import Span


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark. `norm` is equal for two tokens that differ in typography only."""

    start: int
    end: int
    norm: str


def tokenise(text: str, spans: tuple[Span, ...]) -> tuple[Token, ...]:
    """Split the given spans of a text into tokens, in reading order."""
    raise NotImplementedError
