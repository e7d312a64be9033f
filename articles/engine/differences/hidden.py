"""Words that one side does not print to the grave things that they hold."""

from collections.abc import Iterator

from articles.engine.differences.kinds import Detail, Passage
from articles.engine.differences.meaning import Meaning
from articles.engine.differences.sides import Side
from articles.engine.text.spans import Span
from articles.engine.tokens.tokens import tokenise


def weigh_hidden(side: Side, meaning: Meaning, first: int, last: int) -> Detail:
    """Tell the gravest thing that some words hold: a negation, a condition, a number, or none."""
    return next(_list_hidden(side, meaning, first, last), Detail.NONE)


def _list_hidden(side: Side, meaning: Meaning, first: int, last: int) -> Iterator[Detail]:
    """Give the grave things that some words hold, the gravest first."""
    words = range(first, last)
    if meaning.negations(words):
        yield Detail.NEGATION
    if "if" in meaning.classes_of(words):
        yield Detail.CONDITION
    if not side.numbers.isdisjoint(words) and any(i in side.numbers and _counts(side, i) for i in words):
        yield Detail.NUMBER


def _counts(side: Side, i: int) -> bool:
    """Tell whether a number counts something: neither "one" does nor the "First," of a row of sentences."""
    if side.norms[i].endswith("th") and side.begins_sentence(i) and i + 1 < len(side.tokens):
        return not side.gap(i + 1).marks
    return side.norms[i] != "#1"


def weigh_words(text: str) -> Detail:
    """Tell the gravest thing that the words of a text hold."""
    return next(iter(list_held(text)), Detail.NONE)


def list_held(text: str) -> tuple[Detail, ...]:
    """List the grave things that the words of a text hold, the gravest first."""
    tokens = tokenise(text, (Span(0, len(text)),))
    side = Side(Passage(text, tokens, tokens))
    return tuple(_list_hidden(side, Meaning(side), 0, len(tokens)))
