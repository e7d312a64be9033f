"""Candidates to attributions: which mention is printed as the speaker of each stretch in quotation marks.

Each mention near a stretch, and the possibility that the stretch is no quotation at all, is scored by
the sum of the weights of its traits; the weights were learned from annotated news by
`training/train_attribution.py` and stand in `data/attribution.weights`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from articles.engine.attribution.candidates import SIGNATURE, Candidate, CandidateFinder, Choice
from articles.engine.attribution.hints import Hint
from articles.engine.attribution.profiles import Profile
from articles.engine.quotations.marks import Stretch, Style
from articles.engine.quotations.outline import Outline
from articles.engine.text.mentions import Sort
from articles.engine.text.weights import Table, read_weights, shares, total
from articles.engine.text.words import Words

_OWNERS = frozenset({"his", "her", "their"})
# What may stand between a verb of saying and what was said: "told the court: “…”".
_LEADS = re.compile(r"(?:d?[noN]{1,3}|H)?[,:]")
# Verbs whose object, not their subject, said the words.
QUOTING = frozenset({"quoted", "quotes", "quoting", "cited", "cites", "citing"})


def choose_speakers(
    words: Words,
    outlines: Sequence[Outline],
    stretches: Sequence[Stretch],
    hints: Mapping[int, Hint],
    weights: Table | None = None,
) -> list[Choice]:
    """Choose the mention that is printed as the speaker of each stretch, or set the stretch aside.

    `hints` are what the search for reported speech says of stretches, by their index.
    """
    finder = CandidateFinder(words, outlines, stretches, hints)
    known = WEIGHTS if weights is None else weights
    choices: list[Choice] = []
    last: Choice | None = None
    for paragraph, outline in enumerate(outlines):
        for index in outline.stretches:
            candidates = finder.find(paragraph, index, last)
            if stretches[index].style is Style.NONE or finder.is_sentence(paragraph, index):
                candidates = candidates[1:]
            elif finder.is_title(paragraph, index):
                candidates = candidates[:1]
            candidates = _signers(outline, outline.stretches[index], candidates) or candidates
            choice = choose(paragraph, index, candidates, known, outlines)
            if choice.profile and _is_own_source(words, outlines[choice.paragraph], choice.profile):
                speaking = _subjects(outline, outline.stretches[index], paragraph, candidates)
                choice = choose(paragraph, index, speaking or candidates, known, outlines)
            choices.append(choice)
            last = choice if choice.profile else last
    return _agree_over_paragraphs(stretches, choices)


def _signers(outline: Outline, place: int, candidates: list[Candidate]) -> list[Candidate]:
    """Give the candidate that signs a stretch on its own line: "“…” – Ann Lowe, chair, Lowe Corp."."""
    if place or outline.classes[1:2] != "-" or len(outline.classes) > SIGNATURE or "V" in outline.classes:
        return []
    return [c for c in candidates if c.profile and c.profile.mention.start == 2]


def _is_own_source(words: Words, outline: Outline, profile: Profile) -> bool:
    """Tell whether a mention behind "according to" is somebody's own: "according to her interpreter"."""
    return profile.relation == "A" and words.lower[outline.items[profile.mention.start]] in _OWNERS


def _subjects(outline: Outline, place: int, paragraph: int, candidates: list[Candidate]) -> list[Candidate]:
    """Give who is the subject of a verb of saying right beside a stretch.

    Their own aide or interpreter only tells of it: "“…,” Lowe said, according to her aide".
    """
    return [
        c
        for c in candidates
        if c.profile
        and c.paragraph == paragraph
        and c.profile.cue
        and (
            (c.profile.relation == "SV" and c.profile.mention.start == place + 1)
            or (c.profile.relation == "IV" and c.profile.cue[0] == place + 1)
            or (
                c.profile.relation in ("SV", "LV", "PV")
                and _LEADS.fullmatch(outline.classes, c.profile.cue[1], place)
            )
        )
    ]


def choose(
    paragraph: int, index: int, candidates: list[Candidate], weights: Table, outlines: Sequence[Outline]
) -> Choice:
    """Choose the candidate whose traits weigh most.

    What speaks for a mention beside it that means the same person ("the cook, Ann Lowe") speaks for it.
    """
    if not candidates:
        return Choice(index, paragraph, None, 0.0)
    likely = shares([total(weights, candidate.traits) for candidate in candidates])
    highest = max(likely)
    best = candidates[likely.index(highest)]
    same = [
        share
        for candidate, share in zip(candidates, likely, strict=True)
        if candidate.paragraph == best.paragraph
        and _are_apposed(outlines[best.paragraph], best.profile, candidate.profile)
    ]
    certainty = min(1.0, highest + sum(same))
    return Choice(index, best.paragraph, best.profile, certainty, aside=best.profile is None)


def _are_apposed(outline: Outline, one: Profile | None, other: Profile | None) -> bool:
    """Tell whether a name and a noun, divided by a comma, mean one person."""
    if one is None or other is None:
        return False
    sorts = {one.mention.sort, other.mention.sort}
    if sorts not in ({Sort.NAME, Sort.ROLE}, {Sort.NAME, Sort.THING}):
        return False
    first, second = sorted((one.mention, other.mention))
    return outline.classes[first.end : second.start] == ","


def _agree_over_paragraphs(stretches: Sequence[Stretch], choices: list[Choice]) -> list[Choice]:
    """Give the stretches of a quotation that runs over several paragraphs one speaker, the surest."""
    agreed: list[Choice] = []
    at = 0
    while at < len(choices):
        end = at + 1
        while end < len(choices) and stretches[end].continues and not stretches[end - 1].closed:
            end += 1
        kept = [choice for choice in choices[at:end] if choice.profile]
        surest = max(kept, key=lambda choice: choice.certainty, default=None)
        for choice in choices[at:end]:
            agreed.append(
                choice if surest is None or end == at + 1 else replace(surest, stretch=choice.stretch)
            )
        at = end
    return agreed


def redirect_quoted(words: Words, outlines: Sequence[Outline], choice: Choice) -> Choice:
    """Hand a quotation on to whom the chosen speaker quotes: "the paper quoted him as saying"."""
    profile = choice.profile
    if (
        profile is None
        or profile.cue is None
        or profile.verb not in QUOTING
        or profile.relation[0] not in "SLP"
    ):
        return choice
    outline = outlines[choice.paragraph]
    end = profile.cue[1]
    for mention in outline.mentions:
        if (
            mention.start == end
            and words.lower[outline.items[min(mention.end, len(outline.items) - 1)]] == "as"
        ):
            return replace(choice, profile=profile._replace(mention=mention))
    return choice


WEIGHTS = read_weights("attribution.weights")["traits"]
