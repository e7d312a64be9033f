"""Matches to which of them are doubtful: a few words of two speakers of whom nothing else matches.

"Do the right thing" stands whole in what somebody else says, as it would in what anybody says, and two people
who are surely named both say "Enough is enough". Where the two articles print more of the same under the same
two names, one of them names the wrong speaker.
"""

from collections import Counter
from collections.abc import Sequence

from articles.engine.alignment.matches import Match
from articles.engine.alignment.two_speakers import STRENGTH_OF_ONE
from articles.engine.alignment.witnesses import Witness, is_body
from articles.engine.differences.fragments import FRAGMENT_WORDS

# Strength at which a fragment in a longer quotation is shown as fact though another speaker is named for it.
NEEDED_OF_FRAGMENT_BY_TWO_SPEAKERS = 22.0
# The same of any words, where both articles surely name a person: long sentences are not the same by chance.
NEEDED_OF_WORDS_BY_TWO_SURE_PEOPLE = STRENGTH_OF_ONE
# Of the speakers that are chosen so surely hardly any is wrong (see docs/accuracy.md).
SURE = 0.9

# Two articles and, in their order, whom they name.
_Names = tuple[int, str, int, str]


def doubt_lone_fragments(witnesses: Sequence[Witness], matches: Sequence[Match]) -> list[Match]:
    """Ask more of the matches of few words that are all that joins two speakers in two articles."""
    joined = Counter(
        _names(witnesses, match) for match in matches if match.same_speaker is False and match.sure
    )
    return [
        match._replace(needed=max(match.needed, _needed(witnesses, match)))
        if match.same_speaker is False and joined[_names(witnesses, match)] == 1
        else match
        for match in matches
    ]


def _needed(witnesses: Sequence[Witness], match: Match) -> float:
    """Give the strength that is asked of a match which is all that joins two speakers."""
    if _are_sure_people(witnesses, match):
        return NEEDED_OF_WORDS_BY_TWO_SURE_PEOPLE
    fragment = match.surest.whole and _is_fragment_of_longer(witnesses, match)
    return NEEDED_OF_FRAGMENT_BY_TWO_SPEAKERS if fragment else 0.0


def _are_sure_people(witnesses: Sequence[Witness], match: Match) -> bool:
    """Tell whether both articles surely name a person, and no body whose word theirs may be."""
    given = [witnesses[w].reading.quotations[q].attribution for w, q in (match.left, match.right)]
    return all(one.certainty >= SURE and not is_body(one.name) for one in given)


def _names(witnesses: Sequence[Witness], match: Match) -> _Names:
    (w, q), (v, p) = match.left, match.right
    one, other = witnesses[w].reading.quotations[q], witnesses[v].reading.quotations[p]
    return w, one.attribution.name, v, other.attribution.name


def _is_fragment_of_longer(witnesses: Sequence[Witness], match: Match) -> bool:
    """Tell whether one of the two quotations is a few words, and the other one more."""
    counts = [witnesses[w].passages[q].count for w, q in (match.left, match.right)]
    return min(counts) <= FRAGMENT_WORDS < max(counts)
