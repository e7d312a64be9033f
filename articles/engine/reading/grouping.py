"""Attributed stretches to the quotations they make up: split by a cue, over paragraphs, or partly quoted."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.engine.attribution.candidates import Choice
from articles.engine.quotations.marks import Stretch
from articles.engine.quotations.outline import Outline
from articles.engine.quotations.quotations import Kind
from articles.engine.reading.hints import Holders
from articles.engine.reports.reported import Reported

# The words of a cue that splits a quotation are at most this many.
LONGEST_CUE = 25
_BEFORE_WHOLE = frozenset(",:^.QR-(*")


@dataclass(slots=True)
class Group:
    """The stretches of one quotation, by index, with what was chosen for the first of them."""

    stretches: list[int]
    choice: Choice
    report: Reported | None
    kind: Kind


def group_stretches(
    text: str,
    outlines: Sequence[Outline],
    stretches: Sequence[Stretch],
    choices: Sequence[Choice],
    reports: Sequence[Reported],
) -> list[Group]:
    """Group the stretches that are quotations; those set aside are left out."""
    paragraph_of = {index: n for n, outline in enumerate(outlines) for index in outline.stretches}
    holders = Holders([report for report in reports if report.kind is Kind.MIXED])
    groups: list[Group] = []
    last: Choice | None = None
    for choice in choices:
        if choice.aside:
            continue
        index = choice.stretch
        outline = outlines[paragraph_of[index]]
        report = holders.find(stretches[index])
        if groups and last and _goes_on(stretches, outline, groups[-1], last, choice, report):
            groups[-1].stretches.append(index)
        else:
            kind = Kind.MIXED if report else _kind(text, stretches[index], outline, outline.stretches[index])
            groups.append(Group([index], choice, report, kind))
        last = choice
    return groups


def _goes_on(
    stretches: Sequence[Stretch],
    outline: Outline,
    group: Group,
    last: Choice,
    choice: Choice,
    report: Reported | None,
) -> bool:
    """Tell whether a stretch goes on with the quotation that the stretch before it belongs to."""
    if choice.stretch != last.stretch + 1:
        return False
    if stretches[choice.stretch].continues and not stretches[last.stretch].closed:
        return True
    if _is_split_by_cue(outline, last, choice):
        return True
    return report is not None and report is group.report


def _is_split_by_cue(outline: Outline, last: Choice, choice: Choice) -> bool:
    """Tell whether nothing but a cue and no end of a sentence lies between two stretches of one speaker."""
    start = outline.stretches.get(last.stretch)
    end = outline.stretches[choice.stretch]
    if start is None or outline.classes[start] != "Q" or last.profile is None or choice.profile is None:
        return False
    between = outline.classes[start + 1 : end]
    mention = last.profile.mention
    return (
        mention == choice.profile.mention
        and start < mention.start < end
        and len(between) <= LONGEST_CUE
        and between.endswith(",")
        and "." not in between
    )


def _kind(text: str, stretch: Stretch, outline: Outline, place: int) -> Kind:
    """Tell whether a stretch is quoted whole, or is a fragment worked into the outlet's own sentence."""
    first = text[stretch.inner_start : stretch.inner_start + 1]
    before = outline.classes[place - 1] if place else "^"
    return Kind.MIXED if first.islower() and before not in _BEFORE_WHOLE else Kind.DIRECT
