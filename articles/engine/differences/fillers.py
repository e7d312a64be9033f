"""Words that a speaker only says while looking for others: fillers, and what is begun again behind them."""

from collections.abc import Sequence

from articles.engine.text.lexicon import read_word_lists

_FILLERS = frozenset(tuple(entry.split("_")) for entry in read_word_lists("grammar.txt")["fillers"])
_LONGEST = max(map(len, _FILLERS))
_OPENING = frozenset(words[0] for words in _FILLERS)


def drop_fillers(norms: Sequence[str]) -> list[str]:
    """Give some words without the fillers among them."""
    left: list[str] = []
    i = 0
    while i < len(norms):
        size = _filler_size(norms, i) if norms[i] in _OPENING else 0
        if not size:
            left.append(norms[i])
        i += size or 1
    return left


def _filler_size(norms: Sequence[str], i: int) -> int:
    """Give how many words the longest filler has that begins with word `i`."""
    return next((n for n in range(_LONGEST, 0, -1) if tuple(norms[i : i + n]) in _FILLERS), 0)


def is_said_again(norms: Sequence[str], first: int, last: int) -> bool:
    """Tell whether some words, but for fillers, only say what stands beside them ("we, you know, we")."""
    words = drop_fillers(norms[first:last])
    size = len(words)
    return bool(words) and words in (norms[max(first - size, 0) : first], norms[last : last + size])
