"""Two sequences of words to the pairs of words that both hold in the same order."""

from collections.abc import Container, Iterator, Sequence
from difflib import SequenceMatcher

from rapidfuzz.distance import Indel

# A shared run of so many words, one of them with matter, is kept whole; what is between is weighed.
LEAST_ANCHOR = 3
# Products of lengths up to which runs are looked for and weighed; above it the cost would show.
LONGEST_MATCHED = 250_000
LONGEST_WEIGHED = 20_000
# Worth of a shared word with matter, of a grammar word, and of standing next to the shared word before.
MATTER_WORTH = 1.0
GRAMMAR_WORTH = 0.3
NEXT_WORTH = 0.4

Pairs = list[tuple[int, int]]


def pair_words(a: Sequence[str], b: Sequence[str], grammar: Container[str]) -> Pairs:
    """Give the pairs of places at which both sequences hold the same word, rising on both sides."""
    pairs: Pairs = []
    for i, j, left, right in _stretches(a, b, grammar):
        pairs.extend(_weighed(a, b, grammar, (i, left), (j, right)))
    return pairs


def _stretches(
    a: Sequence[str], b: Sequence[str], grammar: Container[str]
) -> Iterator[tuple[int, int, int, int]]:
    """Divide both sequences at their longest shared runs; a run is a stretch of the same length in both."""
    i = j = 0
    for k, m, size in _anchors(a, b, grammar):
        yield i, j, k, m
        yield k, m, k + size, m + size
        i, j = k + size, m + size
    yield i, j, len(a), len(b)


def _anchors(a: Sequence[str], b: Sequence[str], grammar: Container[str]) -> list[tuple[int, int, int]]:
    """Give the long shared runs, as places and length."""
    if a == b:
        return [(0, 0, len(a))]
    if len(a) * len(b) <= LONGEST_MATCHED:
        blocks = [(block.a, block.b, block.size) for block in _matcher(a, b).get_matching_blocks()]
    else:
        blocks = [
            (block.src_start, block.dest_start, block.src_end - block.src_start)
            for block in Indel.opcodes(a, b)
            if block.tag == "equal"
        ]
    return [
        block
        for block in blocks
        if block[2] >= LEAST_ANCHOR and any(word not in grammar for word in a[block[0] : block[0] + block[2]])
    ]


def _matcher(a: Sequence[str], b: Sequence[str]) -> "SequenceMatcher[str]":
    return SequenceMatcher(None, a, b, autojunk=False)


def _weighed(
    a: Sequence[str],
    b: Sequence[str],
    grammar: Container[str],
    rows: tuple[int, int],
    columns: tuple[int, int],
) -> Pairs:
    """Give the pairs that are worth most together in one stretch of each sequence."""
    left, right = a[slice(*rows)], b[slice(*columns)]
    if left == right:
        return [(rows[0] + n, columns[0] + n) for n in range(len(left))]
    if not set(left) & set(right):
        return []
    if len(left) * len(right) > LONGEST_WEIGHED:
        return [
            (rows[0] + block.src_start + n, columns[0] + block.dest_start + n)
            for block in Indel.opcodes(left, right)
            if block.tag == "equal"
            for n in range(block.src_end - block.src_start)
        ]
    found = _best(left, right, [GRAMMAR_WORTH if word in grammar else MATTER_WORTH for word in left])
    return [(rows[0] + i, columns[0] + j) for i, j in found]


def _best(left: Sequence[str], right: Sequence[str], worth: Sequence[float]) -> Pairs:
    """Align two short sequences so that the pairs, and pairs next to each other, are worth most.

    `paired[i][j]` is the best worth with word i paired to word j, `best[i][j]` with the first i and
    j words, however they are paired (the recurrence of Gotoh 1982, with a bonus in place of a cost).
    """
    columns = len(right)
    best = [[0.0] * (columns + 1)]
    paired = [[-1.0] * (columns + 1)]
    for i, word in enumerate(left):
        row, pairs = [0.0], [-1.0]
        above, paired_above = best[i], paired[i]
        for j, other in enumerate(right):
            here = max(row[j], above[j + 1])
            if word == other:
                value = worth[i] + max(above[j], paired_above[j] + NEXT_WORTH)
                pairs.append(value)
                here = max(here, value)
            else:
                pairs.append(-1.0)
            row.append(here)
        best.append(row)
        paired.append(pairs)
    return _trace(best, paired, worth)


def _trace(best: list[list[float]], paired: list[list[float]], worth: Sequence[float]) -> Pairs:
    """Walk back through the table from its end, and give the pairs on the way."""
    found: Pairs = []
    i, j = len(best) - 1, len(best[0]) - 1
    bound = False  # the pair just taken counted on the pair before it
    while i and j:
        if bound or (paired[i][j] > 0 and paired[i][j] == best[i][j]):
            found.append((i - 1, j - 1))
            bound = paired[i - 1][j - 1] + NEXT_WORTH > best[i - 1][j - 1] and paired[i - 1][j - 1] > 0
            i, j = i - 1, j - 1
        elif best[i - 1][j] == best[i][j]:
            i -= 1
        else:
            j -= 1
    return found[::-1]
