"""Two matched passages to the words that both print, each with its place in either.

The one count of words: what a table, a map or a sentence says of two passages comes from here. A word is
what is compared as one; a figure with what belongs to it ("$40 million", "Feb. 24") is one too.
"""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from articles.engine.text.spans import Span
from articles.engine.tokens.tokens import Token, tokenise

# A run of fewer words that stands in another place does so by chance ("of the").
LEAST_MOVED = 3


class Agreed(NamedTuple):
    """A word that both passages print; `moved` where it stands in another place among the others."""

    a: Span
    b: Span
    moved: bool


def norms_of(text: str, spans: Sequence[Span]) -> tuple[str, ...]:
    """Give the words of a passage in their normal form."""
    return tuple([token.norm for token in tokenise(text, tuple(spans))])


def find_agreed(a: Sequence[Token], b: Sequence[Token]) -> tuple[Agreed, ...]:
    """Find the words that two passages have in common, in the order of the first.

    First come as many as stand in the same order in both (`Evidence.shared`), then what one of them prints
    in another place.
    """
    norms_a, norms_b = [token.norm for token in a], [token.norm for token in b]
    kept = _keep_together(norms_a, norms_b, _pair_in_order(norms_a, norms_b))
    found = [Agreed(_place(a[i]), _place(b[j]), moved=False) for i, j in kept]
    found += [Agreed(_place(a[i]), _place(b[j]), moved=True) for i, j in _pair_moved(norms_a, norms_b, kept)]
    return tuple(sorted(found))


def _place(token: Token) -> Span:
    return Span(token.start, token.end)


def _pair_in_order(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Pair the longest common subsequence, by position."""
    blocks = LCSseq.editops(a, b).as_matching_blocks()
    return [(block.a + n, block.b + n) for block in blocks for n in range(block.size)]


def _keep_together(
    a: Sequence[str], b: Sequence[str], pairs: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Move each pair to the next one where one side alone has it there, unless it stands by the one before.

    Of several places of one word ("a", "the") the one is meant that its neighbours stand at.
    """
    kept = list(pairs)
    for n in range(len(kept) - 2, -1, -1):
        (i, j), (k, m) = kept[n], kept[n + 1]
        if n and kept[n - 1] == (i - 1, j - 1):
            continue
        if j + 1 == m and i + 1 < k and a[k - 1] == b[j]:
            kept[n] = k - 1, j
        elif i + 1 == k and j + 1 < m and a[i] == b[m - 1]:
            kept[n] = i, m - 1
    return kept


def _pair_moved(a: Sequence[str], b: Sequence[str], kept: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pair the runs of words that are left on both sides, the longest first."""
    left_a: list[object] = list(a)
    left_b: list[object] = list(b)
    # What is paired is no word any more: something that stands nowhere else.
    for i, j in kept:
        left_a[i], left_b[j] = ("a", i), ("b", j)
    moved: list[tuple[int, int]] = []
    while True:
        run = SequenceMatcher(None, left_a, left_b, autojunk=False).find_longest_match()
        if run.size < LEAST_MOVED:
            return moved
        for n in range(run.size):
            i, j = run.a + n, run.b + n
            moved.append((i, j))
            left_a[i], left_b[j] = ("a", i), ("b", j)
