"""Possible contents of cues to those that are nobody's words inside somebody else's report.

"Nobody had warned them that it leaked, Holt said" is Holt's report, of which "warned" is a part.
"""

from collections.abc import Sequence

# A possible content of a cue: how unlikely it is, the cue, its first and last unit.
Candidate = tuple[float, int, int, int]

# Pronouns that are hardly ever the source where somebody else is named behind what they begin.
_INDEFINITE = frozenset(some + one for some in ("no", "some", "every", "any") for one in ("body", "one"))
_NO_ONE = ["no", "one"]


def leave_out_inner(found: Sequence[Candidate], lower: Sequence[str]) -> list[Candidate]:
    """Leave out the cues inside a content before its cue that an indefinite pronoun begins."""
    outer = [
        (begin, end)
        for _, cue, begin, end in found
        if end < cue and (lower[begin] in _INDEFINITE or lower[begin : begin + 2] == _NO_ONE)
    ]
    return [one for one in found if not any(begin < one[1] <= end for begin, end in outer)]
