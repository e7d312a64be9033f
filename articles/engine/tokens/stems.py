"""A normal form to what the forms of one word share: its stem, or its dictionary form."""

from functools import lru_cache

import Stemmer

from articles.engine.text.lexicon import read_word_lists

_STEMMER = Stemmer.Stemmer("english")
_LISTS = read_word_lists("grammar.txt")


def _degrees(adjective: str) -> list[str]:
    """Give the comparative and the superlative of an adjective."""
    base = adjective.removesuffix("e")
    if adjective.endswith("y"):
        base = f"{adjective[:-1]}i"
    elif len(adjective) == 3 and adjective[1] in "aeiou" and adjective[2] not in "wy":
        base = adjective + adjective[-1]
    return [f"{base}er", f"{base}est"]


_LEMMAS = dict(pair.split("=") for pair in (*_LISTS["verb_forms"], *_LISTS["other_forms"])) | {
    form: _STEMMER.stemWord(adjective) for adjective in _LISTS["gradable"] for form in _degrees(adjective)
}


@lru_cache(maxsize=65536)
def stem(norm: str) -> str:
    """Give the stem of a word."""
    return str(_STEMMER.stemWord(norm))


@lru_cache(maxsize=65536)
def lemma(norm: str) -> str:
    """Give what the forms of one word share: "went" and "goes" are "go"."""
    owner = norm.removesuffix("'s")
    return _LEMMAS.get(norm) or _LEMMAS.get(owner) or stem(owner)
