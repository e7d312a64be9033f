"""A printed word to its one spelling: British or American, with or without accents and apostrophes."""

import re
import unicodedata

from articles.engine.text.lexicon import read_word_lists

_LISTS = read_word_lists("spellings.txt")
_PAIRS = dict(pair.split("=") for pair in _LISTS["pairs"])

# What a word may hold that is not printed: soft hyphens, zero-width marks, byte order marks.
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
APOSTROPHES = "'’ʼ‘`´′＇"

# Rules are for words; what is longer is an address or no word at all, and is left as it stands.
_LONGEST_WORD = 24

_UNSEEN = dict.fromkeys(map(ord, INVISIBLE))
_STRAIGHT = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))
_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "ı": "i"})

_OUR = re.compile(rf"^((?:un|dis|mis|be|en|re|water)?(?:{'|'.join(sorted(_LISTS['our']))}))our")
_RE = re.compile(rf"^(.*(?:{'|'.join(sorted(_LISTS['re']))}))re(s|d)?$")
_OGUE = re.compile(rf"^({'|'.join(sorted(_LISTS['ogue']))})ogue")
_DIGRAPH = re.compile(rf"^({'|'.join(sorted(_LISTS['digraphs']))})")
_ISE = re.compile(r"is(e[drs]?|ers?|ing|ation(?:s|al)?|able|ement)$")
_YSE = re.compile(r"ys(e[ds]?|ing|ers?)$")
# A consonant doubled before an ending, after at least two syllables: travelled, counsellor, focussed.
_DOUBLED = re.compile(
    r"^(.*[aeiouy][^aeiouy]+[aeiou])(?:ll|ss(?=e[ds]|ing))(ed|ing|ings|ers?|ors?|ous|ously|ery)$"
)


def spell(printed: str) -> str:
    """Give the one spelling that stands for every typographic form of a printed word."""
    word = _plain(printed)
    if "'" in word:
        return _with_apostrophe(word.rstrip("'"))
    return _PAIRS.get(word) or _one_spelling(word)


def _plain(printed: str) -> str:
    """Fold case, accents, ligatures and invisible marks."""
    if printed.isascii():
        return printed.lower()
    word = unicodedata.normalize("NFKD", printed.translate(_UNSEEN)).casefold()
    word = "".join(mark for mark in word if not unicodedata.combining(mark))
    return word.translate(_LETTERS).translate(_STRAIGHT)


def _with_apostrophe(word: str) -> str:
    """Spell a word that holds an apostrophe; James's and James' are one, and so are Boss's and Boss'."""
    if word in _PAIRS or not word.endswith("'s"):
        return _PAIRS.get(word, word)
    owner = word[:-2]
    owner = _PAIRS.get(owner) or _one_spelling(owner)
    return owner if owner.endswith("s") else f"{owner}'s"


def _one_spelling(word: str) -> str:
    """Undo what separates British from American spelling."""
    if not 4 < len(word) <= _LONGEST_WORD:
        return word
    word = _OUR.sub(r"\1or", word)
    word = _ISE.sub(r"iz\1", word)
    word = _YSE.sub(r"yz\1", word)
    word = _DOUBLED.sub(r"\1l\2", word) if "ll" in word else word.replace("focuss", "focus")
    word = _RE.sub(r"\1er\2", word)
    word = _OGUE.sub(r"\1og", word)
    if "ae" in word or "oe" in word:
        word = _DIGRAPH.sub(lambda match: match[0].replace("ae", "e").replace("oe", "e"), word)
    return word
