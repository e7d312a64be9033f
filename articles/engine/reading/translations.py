"""Quotations to quotations that are known to be translated, each with the words that say so."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from articles.engine.quotations.quotations import Kind, Quotation, Translation
from articles.engine.reading.translation_cues import TRIGGERS, Cue, find_cues
from articles.engine.text.classes import REPORTING, REPORTS
from articles.engine.text.lexicon import read_word_lists
from articles.engine.text.spans import Span
from articles.engine.text.words import Words

ENGLISH = "English"
# A quotation that is printed in the language it was said in has none of these, or one by chance.
_COMMON = read_word_lists("translation.txt")["common"]
LEAST_COMMON = 0.15
_SAYS = frozenset(REPORTS + REPORTING)


def mark_translated(
    words: Words, classes: str, quotations: Sequence[Quotation], marked: Iterable[Span], language: str
) -> list[Quotation]:
    """Mark the quotations of which an article in some language says that they were translated.

    `marked` are all stretches in quotation marks, those that are no quotation among them.
    """
    if TRIGGERS.isdisjoint(words.lower):
        return list(quotations)
    contents = [span for quotation in quotations for span in (*quotation.contents, *quotation.stretches)]
    quoted = bytearray(len(words.forms))
    for span in (*contents, *marked):
        first, last = bisect_left(words.starts, span.start), bisect_left(words.starts, span.end)
        quoted[first:last] = b"\x01" * (last - first)
    found = list(quotations)
    cues = sorted(find_cues(words, classes, language, bytes(quoted)), key=lambda cue: cue.whole)
    for cue in cues:
        span = Span(words.starts[cue.first], words.ends[cue.last - 1])
        for n in range(len(found)) if cue.whole else _beside(words, classes, found, cue):
            if found[n].translation is None and _may_be(words, found[n], language):
                found[n] = replace(found[n], translation=Translation(cue.reason, span))
    return found


def _may_be(words: Words, quotation: Quotation, language: str) -> bool:
    """Tell whether a quotation stands in quotation marks and is printed in the language of its article."""
    if quotation.kind is Kind.INDIRECT:
        return False
    if language != ENGLISH:
        return True
    said = [
        word
        for part in quotation.parts
        for word in words.lower[bisect_left(words.starts, part.start) : bisect_left(words.starts, part.end)]
        if word[0].isalpha()
    ]
    return bool(said) and sum(word in _COMMON for word in said) > LEAST_COMMON * len(said)


def _beside(words: Words, classes: str, quotations: Sequence[Quotation], cue: Cue) -> Iterable[int]:
    """Give the quotations that a cue goes with: those of its verb, or those of its sentence without one.

    What is said with another verb behind it ("…, adding: …") may be said in another language again.
    """
    first, last = words.sentences[bisect_right(words.sentences, (cue.first, len(words.forms))) - 1]
    sentence = Span(words.starts[first], words.ends[last - 1])
    verb = words.starts[cue.verb]
    for n, quotation in enumerate(quotations):
        said = quotation.attribution.cue
        if cue.first <= cue.verb < cue.last:
            behind = bisect_left(words.starts, quotation.parts[0].start)
            if not _SAYS.isdisjoint(classes[cue.last : behind]):
                continue
        if cue.verb >= 0 and said is not None:
            if said.start <= verb < said.end:
                yield n
        elif any(part.meets(sentence) for part in quotation.parts):
            yield n


def declare_translated(quotations: Sequence[Quotation], language: str) -> tuple[Quotation, ...]:
    """Mark all quotations of an article that whoever brought it in declares to be translated."""
    told = Translation(f"declared by an editor as translated from {language}", None)
    return tuple(
        quotation
        if quotation.translation or quotation.kind is Kind.INDIRECT
        else replace(quotation, translation=told)
        for quotation in quotations
    )
