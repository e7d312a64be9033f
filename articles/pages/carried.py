"""The pieces of a base to the list below them: how many words of it who else carries."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from string import ascii_lowercase

from articles.engine.statements.agreement import norms_of
from articles.engine.text.spans import Span
from articles.pages.coverage import Piece, cover
from articles.pages.printed import Printed
from articles.pages.shown import Shown

# More outlets than these are named by those that are missing, where they are few, or else counted.
MOST_NAMED = 6
MOST_MISSING = 2

Runs = tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True)
class Carried:
    """How many words of the base the same other outlets carry, and the letter of their stretches."""

    words: int
    shade: int
    said: str
    label: str


def map_base(root: Printed, statement: Shown) -> tuple[Runs, tuple[Carried, ...]]:
    """Cut the base by who else carries it, and count the words of each part, those that most carry first.

    Where there are several parts, each has a letter: lines of one look are told apart by no reader.
    """
    runs = cover(root, statement)
    counts: dict[tuple[str, ...], int] = {}
    shades: dict[tuple[str, ...], int] = {}
    for piece in (piece for run in runs for piece in run):
        key = tuple(sorted(piece.carriers))
        counts[key] = counts.get(key, 0) + len(norms_of(piece.text, (Span(0, len(piece.text)),)))
        shades[key] = piece.shade
    order = [names for names in sorted(counts, key=lambda names: (-len(names), names)) if counts[names]]
    carried = [names for names in order if names]
    labels = {names: letter(n) for n, names in enumerate(carried)} if len(carried) > 1 else {}
    others = {v.witness.name for v in statement.versions if v.in_marks} - {root.witness.name}
    alone = "quoted only here" if any(pair.reported for pair in statement.pairs) else "only here"
    return label(runs, labels), tuple(
        Carried(counts[names], shades[names], say_carriers(names, others) or alone, labels.get(names, ""))
        for names in order
    )


def letter(number: int) -> str:
    """Give the letter of a part; a second one where the alphabet is used up."""
    again, n = divmod(number, len(ascii_lowercase))
    return (ascii_lowercase[again - 1] if again else "") + ascii_lowercase[n]


def label(runs: Runs, labels: Mapping[tuple[str, ...], str]) -> Runs:
    """Put its letter to each piece."""
    return tuple(
        tuple(replace(piece, label=labels.get(tuple(sorted(piece.carriers)), "")) for piece in run)
        for run in runs
    )


def say_carriers(names: Sequence[str], others: Iterable[str]) -> str:
    """Say who else carries some words, of all the others that quote the statement; nothing of nobody."""
    if not names:
        return ""
    if len(names) <= MOST_NAMED:
        return f"also in {list_names(names)}"
    missing = sorted(set(others) - set(names))
    if not missing:
        return f"also in all {len(names)} others"
    if len(missing) <= MOST_MISSING:
        return f"also in all others but {list_names(missing)}"
    return f"also in {len(names)} others"


def list_names(names: Sequence[str]) -> str:
    """Join names as a sentence does."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
