"""What an editor says of two quotations, applied to the matches found: together, apart, of another status."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from articles.engine.alignment.alignment import Link
from articles.engine.alignment.kinship import measure_kinship
from articles.engine.alignment.matches import Address, Match
from articles.engine.alignment.witnesses import Witness, compare_speakers
from articles.engine.differences.differences import Status
from articles.engine.quotations.quotations import Kind


@dataclass(frozen=True, slots=True)
class Verdict:
    """That two quotations of different articles report the same words, or do not, and why.

    `status` is set where the editor also says what their match amounts to.
    """

    left: Address
    right: Address
    together: bool
    reason: str
    status: Status | None = None

    @property
    def pair(self) -> tuple[Address, Address]:
        """The two quotations, the first one first."""
        return min(self.left, self.right), max(self.left, self.right)


def apply_verdicts(
    witnesses: Sequence[Witness],
    matches: Sequence[Match],
    verdicts: Mapping[tuple[Address, Address], Verdict],
) -> list[Match]:
    """Take out the matches of quotations that are apart; make sure those that belong together.

    Two quotations between which nothing was found are matched as a whole.
    """
    result = []
    found = set()
    for match in matches:
        verdict = verdicts.get((match.left, match.right))
        if verdict is None:
            result.append(match)
        elif verdict.together:
            found.add(verdict.pair)
            result.append(match._replace(decided=verdict.reason))
    missing = (
        verdict for pair, verdict in sorted(verdicts.items(), key=lambda item: item[0]) if pair not in found
    )
    return result + [match_wholly(witnesses, verdict) for verdict in missing if verdict.together]


def match_wholly(witnesses: Sequence[Witness], verdict: Verdict) -> Match:
    """Match all sentences of two quotations."""
    left, right = verdict.pair
    one, other = (witnesses[w].sentences[q] for w, q in (left, right))
    kin = measure_kinship(one[0], other[0])
    return Match(
        left=left,
        right=right,
        positions=(range(len(one)), range(len(other))),
        surest=kin,
        same_speaker=compare_speakers(witnesses[left[0]], left[1], witnesses[right[0]], right[1]),
        needed=0.0,
        reported=Kind.INDIRECT in (witnesses[w].reading.quotations[q].kind for w, q in (left, right)),
        decided=verdict.reason,
    )


def keep_verdicts(links: Iterable[Link], verdicts: Mapping[tuple[Address, Address], Verdict]) -> list[Link]:
    """Give the links the statuses that an editor set."""
    kept = []
    for link in links:
        ends = (link.a.witness, link.a.quotation), (link.b.witness, link.b.quotation)
        verdict = verdicts.get((min(ends), max(ends)))
        kept.append(link._replace(status=verdict.status) if verdict and verdict.status else link)
    return kept
