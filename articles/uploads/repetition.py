"""Lines to the share of their words that a longer text prints too, in runs of three words."""

import re
from collections.abc import Iterable

_RUN = 3
_WORD = re.compile(r"\w+")

Run = tuple[str, ...]


def words_of(line: str) -> list[str]:
    """Give the words of a line in lower case, without its marks."""
    return _WORD.findall(line.lower())


def same_words(a: str, b: str) -> bool:
    """Tell whether two lines have the same words, whatever their case and marks."""
    return bool(a and b) and words_of(a) == words_of(b)


def runs_of(lines: Iterable[str]) -> set[Run]:
    """Collect the runs of three words of several lines."""
    return {run for line in lines for run in _runs(line)}


def repeated_share(line: str, held: set[Run]) -> float:
    """Tell which share of a line's runs is among those held; 0 for a line too short to have any."""
    wanted = _runs(line)
    return len(wanted & held) / len(wanted) if wanted else 0.0


def _runs(line: str) -> set[Run]:
    words = words_of(line)
    return {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}
