"""Text to the numbers of word pieces that the sentence model reads.

The cutting that BERT's uncased models are trained with (Devlin et al. 2019; the pieces after Wu et al.
2016): lower case without accents, punctuation by itself, then of each word the longest piece of the
vocabulary that it begins with, and so on with the rest.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

# The vocabulary of bert-base-uncased, one piece a line; its line is its number (Apache-2.0, see
# docs/decisions/0009-far-rewordings-by-a-sentence-model.md).
VOCABULARY = Path(__file__).with_name("vocabulary.txt")
UNKNOWN, BEGIN, END = "[UNK]", "[CLS]", "[SEP]"
INSIDE = "##"
# Accents, once they stand by themselves, and what prints nothing.
UNPRINTED = frozenset(("Mn", "Cc", "Cf", "Co", "Cs"))
# What stands for a character that could not be read.
LOST = "\ufffd"
# The model was trained on this many pieces; the rest of a longer sentence is not read.
MOST_PIECES = 128
# A "word" longer than this is none.
LONGEST_WORD = 100
# Ideographs stand without blanks between them; each is a word.
IDEOGRAPHS = (
    (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2A6DF), (0x2A700, 0x2CEAF),
    (0x2F800, 0x2FA1F),
)  # fmt: skip

Vocabulary = Mapping[str, int]


@cache
def read_vocabulary() -> Vocabulary:
    """Read the vocabulary: the number of each piece."""
    return {piece: n for n, piece in enumerate(VOCABULARY.read_text("utf-8").splitlines())}


def number_pieces(text: str, vocabulary: Vocabulary) -> list[int]:
    """Give the numbers of the pieces of a text, between those of its beginning and its end."""
    numbers = [vocabulary[BEGIN]]
    for word in split_words(text):
        numbers += [vocabulary[piece] for piece in cut_word(word, vocabulary)]
        if len(numbers) >= MOST_PIECES:
            break
    return [*numbers[: MOST_PIECES - 1], vocabulary[END]]


def split_words(text: str) -> Iterator[str]:
    """Give the words and marks of a text, small and without accents."""
    word = ""
    for character in unicodedata.normalize("NFD", text).lower():
        category = unicodedata.category(character)
        if (category in UNPRINTED and not character.isspace()) or character == LOST:
            continue
        if character.isspace() or stands_alone(character, category):
            if word:
                yield word
            word = ""
            if not character.isspace():
                yield character
        else:
            word += character
    if word:
        yield word


def stands_alone(character: str, category: str) -> bool:
    """Tell whether a character is a word by itself: punctuation, every symbol of ASCII, an ideograph."""
    if category.startswith("P") or (character.isascii() and category.startswith("S")):
        return True
    return any(first <= ord(character) <= last for first, last in IDEOGRAPHS)


def cut_word(word: str, vocabulary: Vocabulary) -> list[str]:
    """Cut a word into the longest pieces, from its beginning; one that cannot be cut is unknown."""
    pieces: list[str] = []
    start = 0
    while start < len(word) <= LONGEST_WORD:
        prefix = INSIDE if start else ""
        ends = range(len(word), start, -1)
        end = next((end for end in ends if prefix + word[start:end] in vocabulary), start)
        if end == start:
            break
        pieces.append(prefix + word[start:end])
        start = end
    return pieces if start == len(word) else [UNKNOWN]
