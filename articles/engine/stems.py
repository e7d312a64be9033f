"""A normal form to what the forms of one word share: its stem, or its dictionary form."""

from functools import lru_cache

import Stemmer

from articles.engine.lexicon import read_word_lists

_STEMMER = Stemmer.Stemmer("english")
_LEMMAS = dict(pair.split("=") for pair in read_word_lists("grammar.txt")["lemmas"])


@lru_cache(maxsize=65536)
def stem(norm: str) -> str:
    """Give the stem of a word."""
    return str(_STEMMER.stemWord(norm))


def lemma(norm: str) -> str:
    """Give what the forms of one word share: "went" and "goes" are "go"."""
    return _LEMMAS.get(norm) or stem(norm.removesuffix("'s"))
