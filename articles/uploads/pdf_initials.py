"""Large letters at the head of a text, beside several lines of it, to the first of these lines."""

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from articles.uploads.pdf_pages import Word
from articles.uploads.pdf_words import is_begun_by

# An initial is larger than its text by this, and hangs beside it no further off than its own size.
_LARGER = 1.8
_MOST_LETTERS = 2
# On one page; more large letters are a poster.
_MOST_INITIALS = 10
# The capitals of a font are so high; the first line beside an initial has its head where the initial has it.
_CAPITAL = 0.75
_LEVEL = 0.6


def set_initials(words: Sequence[Word]) -> list[Word]:
    """Put each initial before the word that it begins."""
    usual = median([word.size for word in words] or [0.0])
    large = [word for word in words if word.size >= _LARGER * usual and _is_initial(word.text)]
    settled = list(words)
    known = {word.text.lower() for word in words} if large else set()
    for initial in large[:_MOST_INITIALS]:
        beside = [word for word in settled if _is_first_beside(word, initial)]
        if beside:
            first = min(beside, key=lambda word: (word.left, word.down))
            blank = "" if is_begun_by(initial.text, first.text, known) else " "
            settled[settled.index(first)] = replace(first, text=f"{initial.text}{blank}{first.text}")
            settled.remove(initial)
    return settled


def _is_initial(text: str) -> bool:
    return len(text.strip("“‘\"'")) <= _MOST_LETTERS and text[-1].isalpha()


def _is_first_beside(word: Word, initial: Word) -> bool:
    """Tell whether a word stands right of an initial, on the line that begins level with its head."""
    if initial.size < _LARGER * word.size or not 0 <= word.left - initial.right + 1 < initial.size:
        return False
    head, initial_head = word.down - _CAPITAL * word.size, initial.down - _CAPITAL * initial.size
    return abs(head - initial_head) < _LEVEL * word.size and word.down < initial.down
