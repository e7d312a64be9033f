"""Words to whether nearly all of them are somebody else's too, as two different speakers' must be."""

from collections import Counter
from collections.abc import Sequence

from articles.engine.differences.sides import STOP_WORDS
from articles.engine.text.lexicon import read_word_lists
from articles.engine.text.spans import Span
from articles.engine.tokens.contractions import draw_all_apart
from articles.engine.tokens.tokens import tokenise

# Two sentences by different speakers must share at least this part of the words of the shorter one, or all
# of them but one.
LEAST_SHARED = 0.9
# So much of its words of matter too: "I just want my brother back" is not "I just want my house back".
LEAST_MATTER = 0.6
# Changed words as strong as this (see `kinship`) are one utterance, whoever is named for it.
STRENGTH_OF_ONE = 40.0
# "No comment", "We'll see": what anybody says.
_STOCK = frozenset(
    draw_all_apart(tuple(token.norm for token in tokenise(line, (Span(0, len(line)),))))
    for line in read_word_lists("stock.txt")["stock"]
)


def are_words_of_one(one: Sequence[str], other: Sequence[str], strength: float = 0.0) -> bool:
    """Tell whether two sentences that two different speakers are given can be one utterance.

    The shorter one is no stock phrase, and what they share is strong, or nearly all words of the shorter
    one stand in the other one, most of its matter too.
    """
    short, long = sorted((one, other), key=lambda norms: (len(norms), *norms))
    if draw_all_apart(tuple(short)) in _STOCK:
        return False
    if strength >= STRENGTH_OF_ONE:
        return True
    matter = [norm for norm in short if norm not in STOP_WORDS]
    if len({*matter}.intersection(long)) < LEAST_MATTER * len({*matter}):
        return False
    missing = (Counter(short) - Counter(long)).total()
    return missing <= max(1, (1 - LEAST_SHARED) * len(short))
