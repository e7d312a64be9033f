"""Outlines to candidates: who may have said each stretch in quotation marks, with the traits that tell."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from articles.engine.attribution.hints import Hint, follow_hint
from articles.engine.attribution.profiles import Profile, earlier_profiles, profile_mentions
from articles.engine.attribution.setting import Setting, describe_setting, is_sentence, is_title
from articles.engine.attribution.traits import (
    traits_of_earlier,
    traits_of_mention,
    traits_of_setting_aside,
    traits_of_signature,
)
from articles.engine.quotations.marks import Stretch
from articles.engine.quotations.outline import Outline
from articles.engine.text.words import Words

# How many items on each side of a stretch are searched for its speaker.
WINDOW = 70
# How many items a line below a quotation may have to be its signature.
SIGNATURE = 16


class Candidate(NamedTuple):
    """A mention that may be the speaker of a stretch, or (without a profile) that it is no quotation."""

    paragraph: int
    profile: Profile | None
    traits: list[str]


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen for a stretch, and how surely (0 to 1).

    `profile` is None where it was set `aside` as no quotation, or nobody near can have said it.
    """

    stretch: int
    paragraph: int
    profile: Profile | None
    certainty: float
    aside: bool = False


class CandidateFinder:
    """Finds the candidates of the stretches of one text, in reading order."""

    def __init__(
        self,
        words: Words,
        outlines: Sequence[Outline],
        stretches: Sequence[Stretch],
        hints: Mapping[int, Hint],
    ) -> None:
        self.words = words
        self.outlines = outlines
        self.stretches = stretches
        self.hints = hints
        self._profiles: dict[int, list[Profile]] = {}
        self._chosen: dict[int, list[Profile]] = {}
        self._settings: dict[int, Setting] = {}

    def profiles(self, paragraph: int) -> list[Profile]:
        """Describe the mentions of a paragraph, once."""
        if paragraph not in self._profiles:
            self._profiles[paragraph] = profile_mentions(self.words, self.outlines[paragraph])
        return self._profiles[paragraph]

    def setting(self, paragraph: int, index: int) -> Setting:
        """Describe how stretch `index` stands in its paragraph, once."""
        if index not in self._settings:
            outline, stretch = self.outlines[paragraph], self.stretches[index]
            place, hint = outline.stretches[index], self.hints.get(index)
            self._settings[index] = describe_setting(self.words, outline, stretch, place, hint)
        return self._settings[index]

    def find(self, paragraph: int, index: int, last: Choice | None) -> list[Candidate]:
        """List the candidates of stretch `index`; `last` is what was chosen for the quotation before."""
        outline = self.outlines[paragraph]
        place = outline.stretches[index]
        row = outline.classes
        hint = self.hints.get(index)
        setting = self.setting(paragraph, index)
        found = [Candidate(paragraph, None, traits_of_setting_aside(self.words, outline, setting))]
        nearest_before = nearest_after = None
        near = self._near(paragraph, place)
        for profile in near:
            if profile.relation[0] in "SIAPL":
                if profile.mention.start < place:
                    nearest_before = profile
                else:
                    nearest_after = nearest_after or profile
        rivals = _rival(nearest_before, row, place) + _rival(nearest_after, row, place)
        for profile in near:
            nearest = profile is nearest_before or profile is nearest_after
            same = _sameness(profile, last, paragraph)
            hinted = follow_hint(self.words, outline, profile, hint)
            traits = traits_of_mention(row, setting, profile, same, nearest, rivals, hinted)
            found.append(Candidate(paragraph, profile, traits))
        found.extend(self._earlier(paragraph, index, setting, last))
        found.extend(self._signed(paragraph, setting))
        return found

    def _near(self, paragraph: int, place: int) -> list[Profile]:
        """Give the mentions of a paragraph within the window around a place."""
        profiles = self.profiles(paragraph)
        first = bisect_left(profiles, place - WINDOW, key=_start_of)
        return profiles[first : bisect_left(profiles, place + WINDOW + 1, lo=first, key=_start_of)]

    def _likely(self, paragraph: int) -> list[Profile]:
        """Give the mentions of an earlier paragraph that are worth a look, chosen once."""
        if paragraph not in self._chosen:
            self._chosen[paragraph] = earlier_profiles(self.profiles(paragraph))
        return self._chosen[paragraph]

    def is_sentence(self, paragraph: int, index: int) -> bool:
        """Tell whether a stretch is a sentence of its own, and so cannot be a title or a term."""
        return is_sentence(self.outlines[paragraph].classes, self.setting(paragraph, index))

    def is_title(self, paragraph: int, index: int) -> bool:
        """Tell whether a stretch is the title of a work, named as one."""
        return is_title(self.words, self.outlines[paragraph], self.setting(paragraph, index))

    def _signed(self, paragraph: int, setting: Setting) -> list[Candidate]:
        """List the candidates of a short line below that begins with a dash, as a signature does."""
        if paragraph + 1 >= len(self.outlines):
            return []
        below = self.outlines[paragraph + 1].classes
        if below[:1] != "-" or len(below) > SIGNATURE:
            return []
        return [
            Candidate(paragraph + 1, p, traits_of_signature(setting, p))
            for p in self.profiles(paragraph + 1)[:2]
        ]

    def _earlier(self, paragraph: int, index: int, setting: Setting, last: Choice | None) -> list[Candidate]:
        """List the candidates in earlier paragraphs: the last speaker, and who the one before names."""
        found = []
        closed = index == 0 or self.stretches[index - 1].closed
        spoken = last.profile if last else None
        if last and spoken and last.paragraph < paragraph:
            distance = paragraph - last.paragraph
            ending = self.outlines[paragraph - 1].classes[-2:]
            traits = traits_of_earlier(setting, spoken, "y", distance, closed, ending, 0)
            found.append(Candidate(last.paragraph, spoken, traits))
        if paragraph:
            ending = self.outlines[paragraph - 1].classes[-2:]
            for order, profile in enumerate(self._likely(paragraph - 1)):
                if not (last and last.paragraph == paragraph - 1 and profile is spoken):
                    traits = traits_of_earlier(
                        setting, profile, _sameness(profile, last, paragraph - 1), 1, closed, ending, order
                    )
                    found.append(Candidate(paragraph - 1, profile, traits))
        return found


def _sameness(profile: Profile, last: Choice | None, paragraph: int) -> str:
    """Tell whether a mention is the one chosen for the quotation before, or has the same head, or neither."""
    if last is None or last.profile is None:
        return "n"
    if last.paragraph == paragraph and last.profile.mention == profile.mention:
        return "y"
    return "h" if profile.head == last.profile.head else "n"


def _rival(profile: Profile | None, row: str, place: int) -> str:
    """Tell how the nearest subject of a verb of saying on one side of a stretch stands to it."""
    if profile is None:
        return "-"
    mention = profile.mention
    gap = row[place + 1 : mention.start] if mention.start > place else row[mention.end : place]
    if "." in gap or "Q" in gap or "R" in gap:
        return "f"
    return profile.relation[:1] + str(min(len(gap), 3))


def _start_of(profile: Profile) -> int:
    return profile.mention.start
