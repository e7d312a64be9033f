"""Words printed with a capital to what they tell: a name of several words tells no more than one name."""

from collections.abc import Sequence

from articles.engine.tokens.figures import is_number
from articles.engine.tokens.rarity import NAME_BITS, UNKNOWN_BITS
from articles.engine.tokens.tokens import Token

# What each further word of a name tells, in bits: who knows "Endangered Species" knows "Act".
FURTHER_BITS = 4.0
# More words with a capital in a row than this are no name but a headline, or somebody who shouts.
LONGEST_NAME = 5
# So many words all in capitals are a headline too, whatever the length of their names.
LEAST_SHOUTED = 3


def weigh_names(text: str, tokens: Sequence[Token], bits: Sequence[float]) -> tuple[float, ...]:
    """Give the weights of the words of a sentence, those of its names cut down.

    The first word of a sentence has a capital anyway, and belongs to no name of several words.
    """
    weights = [
        NAME_BITS
        if told == UNKNOWN_BITS and text[token.start].isupper() and not is_number(token.norm)
        else told
        for token, told in zip(tokens, bits, strict=True)
    ]
    start = len(tokens) if _is_shouted(text, tokens) else 1
    while start < len(tokens):
        end = start
        while end < len(tokens) and _goes_on(text, tokens, start, end):
            end += 1
        if 1 < end - start <= LONGEST_NAME:
            weights[start] = min(NAME_BITS, weights[start])
            weights[start + 1 : end] = [min(FURTHER_BITS, told) for told in weights[start + 1 : end]]
        start = max(end, start + 1)
    return tuple(weights)


def _is_shouted(text: str, tokens: Sequence[Token]) -> bool:
    """Tell whether several words are all in capitals, as in some headlines."""
    return len(tokens) >= LEAST_SHOUTED and text[tokens[0].start : tokens[-1].end].isupper()


def _goes_on(text: str, tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether a word has a capital and, but for a blank, stands right behind the word before it."""
    between = text[tokens[end - 1].end : tokens[end].start]
    return text[tokens[end].start].isupper() and (end == start or between.isspace())
