"""Statuses to the strip that answers "same, reworded, only here" in a second, and to its sentence."""

from collections.abc import Mapping
from dataclasses import dataclass

from articles.pages.filtering import STATUS_WORDS, StatusWord
from articles.pages.loading import COPIED
from articles.pages.query import STATUSES
from articles.pages.statuses import COUNTED_AS

# How a status is said within a sentence.
SAID = {"verbatim": "word for word", "rewritten": "reworded", "possible": "possibly the same"}


@dataclass(frozen=True, slots=True)
class Share:
    """One part of the strip of counts: where it begins and how long it is, in percent of the strip."""

    status: StatusWord
    count: int
    begins: float
    percent: float

    @property
    def ends(self) -> float:
        """Where it ends, in percent."""
        return round(self.begins + self.percent, 2)


def shares_of(counts: Mapping[str, int]) -> tuple[Share, ...]:
    """Lay the counts of each status end to end."""
    total = sum(counts.values()) or 1
    shares, before = [], 0
    for status in STATUSES:
        count = sum(n for told, n in counts.items() if COUNTED_AS.get(told, told) == status)
        shares.append(
            Share(STATUS_WORDS[status], count, round(100 * before / total, 2), round(100 * count / total, 2))
        )
        before += count
    return tuple(shares)


def say_shares(counts: Mapping[str, int], articles: int, noun: str) -> str:
    """Say the strip in a sentence of computed numbers; `noun` is what the articles are counted as."""
    total, copied = sum(counts.values()), counts.get(COPIED, 0)
    shared = total - copied - counts.get("sole", 0)
    if not total:
        return "No quotation was found here."
    statements = "1 statement" if total == 1 else f"{total} statements"
    if articles < 2:
        return f"One article so far, with {statements}: there is nothing to compare it with yet."
    only_copied = say_copied(copied)
    if not shared and copied:
        return f"None of the {statements} was printed by more than one independent text;{only_copied}"
    if not shared:
        return f"None of the {statements} was printed by more than one {noun}."
    parts = [f"{counts[status]} {said}" for status, said in SAID.items() if counts.get(status)]
    were = "was" if shared == 1 else "were"
    return (
        f"{shared} of {statements} {were} printed by more than one {noun}: {', '.join(parts)}.{only_copied}"
    )


def say_copied(number: int) -> str:
    """Say how many statements only copies of one agency's text print; nothing of none."""
    return (
        f" {number} {'stands' if number == 1 else 'stand'} only in copies of one agency’s text."
        if number
        else ""
    )
