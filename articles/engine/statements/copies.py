"""Articles to the passages they share outside quotation marks: an agency's copy is one independent text."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import combinations, groupby

from articles.engine.alignment.witnesses import Witness
from articles.engine.reading.surroundings import SHINGLE_WORDS
from articles.engine.text.spans import Span

# A passage that articles share is at least this long; shorter ones are formulae and names.
LEAST_PASSAGE_WORDS = 20
# An article prints a passage when it prints this much of it.
LEAST_HELD = 0.5
# Two articles are one text when this much of the shorter one stands in the other, quotations aside.
LEAST_COPIED_SHARE = 0.5

# Which witnesses print a run of words.
Holders = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Copies:
    """Articles that carry one text (an agency's): they count as one independent text.

    `share` is the part of the shorter text that the other one prints too, quotations aside (the least
    of all pairs found), and `credit` the agency that one of them names as its source, or empty.
    """

    witnesses: tuple[int, ...]
    reason: str
    share: float = 0.0
    credit: str = ""


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """A stretch of one article that `others` print too; quotations inside it come with the copy."""

    witness: int
    span: Span
    others: Holders


def find_copies(witnesses: Sequence[Witness]) -> tuple[tuple[Copies, ...], tuple[SharedPassage, ...]]:
    """Find the articles that carry one text, and the passages that articles share."""
    holders = _find_holders(witnesses)
    if not holders:
        return (), ()
    shares = _copied_shares(witnesses, holders)
    return (
        tuple(_describe(witnesses, members, shares) for members in _join(shares)),
        tuple(
            passage
            for index, witness in enumerate(witnesses)
            for passage in _passages_of(index, witness, holders)
        ),
    )


def _find_holders(witnesses: Sequence[Witness]) -> dict[str, Holders]:
    """Give, for each run of words that several articles print, which of them do."""
    seen: Set[str] = frozenset()
    repeated: set[str] = set()
    for number, witness in enumerate(witnesses, 1):
        repeated |= witness.surroundings.shingles & seen
        if number < len(witnesses):  # what only the last one prints nobody else does
            seen = seen | witness.surroundings.shingles if seen else witness.surroundings.shingles
    if not repeated:
        return {}
    found: dict[str, list[int]] = {shingle: [] for shingle in repeated}
    for index, witness in enumerate(witnesses):
        for shingle in witness.surroundings.shingles & repeated:
            found[shingle].append(index)
    return {shingle: tuple(indices) for shingle, indices in found.items()}


def _copied_shares(witnesses: Sequence[Witness], holders: dict[str, Holders]) -> dict[tuple[int, int], float]:
    """Give the part of the shorter text that the longer one prints, for every two that are one text."""
    shared: Counter[tuple[int, int]] = Counter()
    for together, count in Counter(holders.values()).items():
        for pair in combinations(together, 2):
            shared[pair] += count
    shares = {}
    for (one, other), count in shared.items():
        shorter = min(len(witnesses[n].surroundings.shingles) for n in (one, other))
        if count / shorter >= LEAST_COPIED_SHARE and count + SHINGLE_WORDS > LEAST_PASSAGE_WORDS:
            shares[one, other] = count / shorter
    return shares


def _join(shares: Iterable[tuple[int, int]]) -> list[Holders]:
    """Join pairs that have a member in common to groups."""
    groups: list[set[int]] = []
    for pair in sorted(shares):
        touched = [group for group in groups if not group.isdisjoint(pair)]
        groups = [group for group in groups if group.isdisjoint(pair)]
        groups.append(set(pair).union(*touched))
    return sorted(tuple(sorted(group)) for group in groups)


def _describe(witnesses: Sequence[Witness], members: Holders, shares: dict[tuple[int, int], float]) -> Copies:
    """Say why some articles count as one text."""
    share = min(share for (one, _), share in shares.items() if one in members)
    credits_ = sorted({credit for n in members if (credit := witnesses[n].surroundings.credit)})
    reason = f"{share:.0%} of the words outside quotation marks are the same"
    if credits_:
        reason = f"credit to {' and '.join(credits_)}; {reason}"
    return Copies(members, reason, round(share, 3), credits_[0] if len(credits_) == 1 else "")


def _passages_of(index: int, witness: Witness, holders: dict[str, Holders]) -> Iterator[SharedPassage]:
    """Give the unbroken runs of one article's own words that others print too."""
    own = witness.surroundings
    # A passage has at most the runs of words that others print too, and those that stand here again.
    again = len(own.spans) - len(own.shingles)
    if len(own.shingles.intersection(holders)) + again < LEAST_PASSAGE_WORDS:
        return
    start = 0
    for shared, run in groupby(map(holders.get, own.runs), key=bool):
        printed = list(run)
        last = start + len(printed) + SHINGLE_WORDS - 2
        if shared and last - start >= LEAST_PASSAGE_WORDS - 1:
            held: Counter[int] = Counter()
            for together, count in Counter(printed).items():
                held.update(dict.fromkeys(together or (), count))
            del held[index]
            others = (n for n, count in held.items() if count >= LEAST_HELD * len(printed))
            yield SharedPassage(
                index, Span(own.spans[start].start, own.spans[last].end), tuple(sorted(others))
            )
        start += len(printed)
