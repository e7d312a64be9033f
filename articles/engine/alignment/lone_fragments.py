"""Matches to which of them are doubtful: a few words of two speakers of whom nothing else matches.

"Do the right thing" stands whole in what somebody else says, as it would in what anybody says. Where the
two articles print more of the same under the same two names, one of them names the wrong speaker.
"""

from collections import Counter
from collections.abc import Sequence

from articles.engine.alignment.matches import Match
from articles.engine.alignment.witnesses import Witness
from articles.engine.differences.fragments import FRAGMENT_WORDS

# Strength at which a fragment in a longer quotation is shown as fact though another speaker is named for it.
NEEDED_OF_FRAGMENT_BY_TWO_SPEAKERS = 22.0

# Two articles and, in their order, whom they name.
_Names = tuple[int, str, int, str]


def doubt_lone_fragments(witnesses: Sequence[Witness], matches: Sequence[Match]) -> list[Match]:
    """Ask more of the matches of a fragment that are all that joins two speakers in two articles."""
    joined = Counter(
        _names(witnesses, match) for match in matches if match.same_speaker is False and match.sure
    )
    return [
        match._replace(needed=NEEDED_OF_FRAGMENT_BY_TWO_SPEAKERS)
        if match.same_speaker is False
        and joined[_names(witnesses, match)] == 1
        and match.surest.whole
        and _is_fragment_of_longer(witnesses, match)
        else match
        for match in matches
    ]


def _names(witnesses: Sequence[Witness], match: Match) -> _Names:
    (w, q), (v, p) = match.left, match.right
    one, other = witnesses[w].reading.quotations[q], witnesses[v].reading.quotations[p]
    return w, one.attribution.name, v, other.attribution.name


def _is_fragment_of_longer(witnesses: Sequence[Witness], match: Match) -> bool:
    """Tell whether one of the two quotations is a few words, and the other one more."""
    counts = [witnesses[w].passages[q].count for w, q in (match.left, match.right)]
    return min(counts) <= FRAGMENT_WORDS < max(counts)
