"""Reports to hints: whose report a marked stretch belongs to, as it is weighed with the other traits."""

from typing import NamedTuple

from articles.engine.attribution.profiles import Profile
from articles.engine.quotations.outline import Outline
from articles.engine.text.spans import Span
from articles.engine.text.words import Words

# How finely the certainty of a hint is told apart.
HINT_STEPS = 4


class Hint(NamedTuple):
    """What the search for reported speech says of a stretch: that it belongs to a report, and whose."""

    source: Span | None
    certainty: float


def weigh_hint(hint: Hint | None) -> str:
    """Tell in one character whether there is a hint, and how sure it is."""
    return "-" if hint is None else str(int(HINT_STEPS * hint.certainty))


def follow_hint(words: Words, outline: Outline, profile: Profile, hint: Hint | None) -> str:
    """Tell whether a mention is the source that a hint names: all of it, a part of it, or another."""
    if hint is None or hint.source is None:
        return "-" if hint is None else "0"
    mention, items, (start, end) = profile.mention, outline.items, hint.source
    first, last = words.starts[items[mention.start]], words.ends[items[mention.end - 1]]
    if last <= start or end <= first:
        return "o"
    return "y" if first == start or last == end else "i"
