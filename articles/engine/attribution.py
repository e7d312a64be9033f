"""Outlines to attributions: which mention is printed as the speaker of each stretch in quotation marks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from articles.engine.marks import Stretch
from articles.engine.mentions import Mention, Sort
from articles.engine.outline import Outline
from articles.engine.words import Words

# How many items around a stretch are searched for its speaker.
WINDOW = 60
# The speaker of a stretch, and its verb, on one side of it.
_SUBJECT = re.compile(r"[axp,D]{0,4}[VvbkgG]")


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen for a stretch: paragraph, mention and cue (places in its outline), and how surely."""

    paragraph: int
    mention: Mention
    cue: tuple[int, int] | None
    reason: str
    certainty: float


def choose_speakers(
    words: Words, outlines: Sequence[Outline], stretches: Sequence[Stretch]
) -> list[Choice | None]:
    """Choose the mention that is printed as the speaker of each stretch, or None where none is."""
    choices: list[Choice | None] = []
    for paragraph, outline in enumerate(outlines):
        for place in outline.stretches.values():
            choice = _choose(outline, paragraph, place)
            if choice is None and choices:
                choice = choices[-1]
            choices.append(choice)
    return choices


def _choose(outline: Outline, paragraph: int, place: int) -> Choice | None:
    best: tuple[float, Choice] | None = None
    row = outline.classes
    for mention in outline.mentions:
        if abs(mention.start - place) > WINDOW or mention.sort in (Sort.THING, Sort.AMOUNT, Sort.OWNER):
            continue
        after = mention.start > place
        between = row[place + 1 : mention.start] if after else row[mention.end : place]
        score = 0.0
        cue: tuple[int, int] | None = None
        subject = _SUBJECT.match(row, mention.end)
        if subject:
            score += 3
            cue = (subject.end() - 1, subject.end())
        elif mention.start and row[mention.start - 1] in "VvgG":
            score += 3 if after else 1
            cue = (mention.start - 1, mention.start)
        elif row[max(0, mention.start - 2) : mention.start] == "A2":
            score += 3
            cue = (mention.start - 2, mention.start)
        score -= 0.1 * len(between) + 2 * between.count(".") + 1.5 * between.count("Q")
        if score > 0 and (best is None or score > best[0]):
            reason = "named after the quotation" if after else "named before the quotation"
            best = (score, Choice(paragraph, mention, cue, reason, 0.7))
    return best[1] if best else None
