"""Matches to which of them are doubtful: words that one article says were said before, changed in the other.

Who said a thing in November says it again in May in nearly the same words, and that is another utterance.
Where one article says that its words were said some time ago and the other one does not, changed words are no
sure sign that both print one. The very same words are, and so is a long sentence in which few were changed.
"""

from collections.abc import Sequence

from articles.engine.alignment.matches import Address, Match
from articles.engine.alignment.witnesses import Witness
from articles.engine.reading.occasions import was_said_before

# Strength at which changed words are shown as fact though one article says that they were said before.
NEEDED_OF_ANOTHER_OCCASION = 60.0


def doubt_other_occasions(witnesses: Sequence[Witness], matches: Sequence[Match]) -> list[Match]:
    """Ask more of the matches of changed words of which one article alone says that they were said before."""
    known: dict[Address, bool] = {}

    def was_before(address: Address) -> bool:
        if address not in known:
            reading = witnesses[address[0]].reading
            known[address] = was_said_before(reading.text, reading.quotations[address[1]])
        return known[address]

    return [
        match._replace(needed=NEEDED_OF_ANOTHER_OCCASION)
        if _is_of_changed_words(match) and was_before(match.left) is not was_before(match.right)
        else match
        for match in matches
    ]


def _is_of_changed_words(match: Match) -> bool:
    """Tell whether a match is sure by changed words, and not so strong that it is whenever they were said."""
    return match.sure and not match.surest.whole and match.strength < NEEDED_OF_ANOTHER_OCCASION
