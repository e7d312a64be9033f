"""Two lines of a PDF to one text: a word that was divided at the end of a line is put together again."""

import re
from collections.abc import Collection, Iterable, Iterator

from articles.engine.text.lexicon import read_word_lists

_COMMON = read_word_lists("common_words.txt")["common"]
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
# What stands at the end of a divided word, or inside a compound; a soft hyphen only divides.
_HYPHENS = ("-", "‐", "\u00ad")
_SOFT_HYPHEN = "\u00ad"
_LAST_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*$")
# No word is longer; what a hostile file puts in one line may be.
_LONGEST_WORD = 80


class WordJoiner:
    """Joins lines by what the document itself, and then common words, say of a divided word."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Learn the words that stand whole in the document's lines."""
        self._words = {word.lower() for line in lines for word in _whole_words(line)}

    def join(self, before: str, after: str) -> tuple[str, str]:
        """Give two lines of a paragraph so that they can be put together as they are."""
        start = _LAST_WORD.search(before[-_LONGEST_WORD:-1]) if before.endswith(_HYPHENS) else None
        if start is None:
            return before, f" {after}"
        rest = _WORD.match(after[:_LONGEST_WORD])
        if rest is None or not rest.group()[0].islower():
            return before, after
        if before.endswith(_SOFT_HYPHEN) or self._is_one_word(start.group(), rest.group()):
            return before[:-1], after
        return f"{before[:-1]}-", after

    def _is_one_word(self, start: str, rest: str) -> bool:
        first, whole = start.lower(), (start + rest).lower()
        if self._is_word(whole):
            return True
        if f"{first}-{rest.lower()}" in self._words:
            return False
        return not (self._is_word(first.rpartition("-")[2]) and self._is_word(rest.lower()))

    def _is_word(self, word: str) -> bool:
        return word in self._words or word in _COMMON


def is_begun_by(letters: str, rest: str, known: Collection[str]) -> bool:
    """Tell whether letters set apart begin the word that follows, or are a word: "A bridge", "I was".

    `known` are words of the text, in lower case.
    """
    if letters.lstrip("“‘\"'") not in {"A", "I"}:
        return True
    following = _WORD.match(rest[:_LONGEST_WORD])
    word = following.group().lower() if following else ""
    whole = letters[-1].lower() + word
    if whole in _COMMON or whole in known:
        return True
    return word not in _COMMON and word not in known


def _whole_words(line: str) -> Iterator[str]:
    """Yield the words of a line but the first and last, if they may be parts of divided ones."""
    words = list(_WORD.findall(line))
    yield from words[1 : -1 if line.endswith(_HYPHENS) else None]
