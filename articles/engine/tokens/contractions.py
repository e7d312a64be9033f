"""Words drawn together in speech to the words that they stand for: they're, they are."""

from collections.abc import Sequence

# More words than these are no contraction of one another, and would have too many readings.
LONGEST = 6
_SPLIT = {
    "'ll": ("will", "shall"),
    "'re": ("are",),
    "'ve": ("have",),
    "'m": ("am",),
    "'d": ("would", "had", "did"),
}
_SPLIT_S = ("is", "has", "us", "does")
_WHOLE = {
    "won't": ("will", "not"),
    "can't": ("cannot",),
    "shan't": ("shall", "not"),
    "gonna": ("going", "to"),
    "wanna": ("want", "to"),
    "gotta": ("got", "to"),
    "lemme": ("let", "me"),
    "gimme": ("give", "me"),
    "kinda": ("kind", "of"),
    "sorta": ("sort", "of"),
    "cause": ("because",),
    "'cause": ("because",),
    "em": ("them",),
    "til": ("until",),
    "till": ("until",),
}


def is_contraction(left: Sequence[str], right: Sequence[str]) -> bool:
    """Tell whether two stretches of normal forms differ only in drawing words together."""
    if not any(map(is_contracted, (*left, *right))) or max(len(left), len(right)) > LONGEST:
        return False
    return bool(_readings(left) & _readings(right))


# Before these "'s" stands for "is" or "has"; behind any other word it mostly tells whose something is.
_BEFORE_IS = frozenset(
    ("it", "he", "she", "that", "there", "here", "what", "who", "where", "when", "how", "this", "one")
)


def draw_apart(norm: str) -> tuple[str, ...]:
    """Give the words that a contraction most likely stands for; a word that is none by itself."""
    if norm in ("cannot", "can't"):
        return ("can", "not")
    if "'" not in norm or (norm.endswith("'s") and norm[:-2] not in _BEFORE_IS):
        return (norm,)
    return _draw_apart(norm)[0]


def draw_all_apart(norms: tuple[str, ...]) -> tuple[str, ...]:
    """Give normal forms with every contraction as the words that it most likely stands for."""
    if not any(map(is_contracted, norms)):
        return norms
    return tuple([word for norm in norms for word in draw_apart(norm)])


def is_contracted(norm: str) -> bool:
    """Tell whether a normal form may be words drawn together."""
    return "'" in norm or norm in _WHOLE


def _readings(norms: Sequence[str]) -> set[tuple[str, ...]]:
    """Give every way to draw the contracted words apart; there are few, as few words are contracted."""
    readings: set[tuple[str, ...]] = {()}
    for norm in norms:
        readings = {(*reading, *words) for reading in readings for words in _draw_apart(norm)}
    return readings


def _draw_apart(norm: str) -> list[tuple[str, ...]]:
    if norm in _WHOLE:
        return [_WHOLE[norm]]
    if norm.endswith("n't"):
        return [(norm[:-3], "not")]
    for ending, words in _SPLIT.items():
        if norm.endswith(ending):
            return [(norm.removesuffix(ending), word) for word in words]
    if norm.endswith("'s"):
        return [(norm[:-2], word) for word in _SPLIT_S]
    return [(norm,)]
