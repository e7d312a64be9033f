"""Quotations to quotations that are known to be translated, each with the words that say so."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from articles.engine.attribution.antecedents import SINGULAR
from articles.engine.attribution.person_names import Gender, gender_of, parse_name
from articles.engine.quotations.quotations import Attribution, Kind, Quotation, Translation
from articles.engine.reading.translation_cues import TRIGGERS, find_cues
from articles.engine.reading.translation_phrases import Cue
from articles.engine.text.classes import REPORTING, REPORTS
from articles.engine.text.lexicon import read_word_lists
from articles.engine.text.spans import Span
from articles.engine.text.words import Words

ENGLISH = "English"
# A quotation that is printed in the language it was said in has none of these, or one by chance.
_COMMON = read_word_lists("translation.txt")["common"]
LEAST_COMMON = 0.15
_SAYS = frozenset(REPORTS + REPORTING)
# A cue goes with no quotation that begins farther from it than so many words.
FAR = 120


def mark_translated(
    words: Words, classes: str, quotations: Sequence[Quotation], marked: Iterable[Span], language: str
) -> list[Quotation]:
    """Mark the quotations of which an article in some language says that they were translated.

    `marked` are all stretches in quotation marks, those that are no quotation among them.
    """
    if TRIGGERS.isdisjoint(words.lower):
        return list(quotations)
    contents = (span for quotation in quotations for span in (*quotation.contents, *quotation.stretches))
    cues = list(find_cues(words, classes, language, cover_words(words, (*contents, *marked))))
    if not cues:
        return list(quotations)
    whole = next((cue for cue in cues if cue.whole), None)
    chosen = dict.fromkeys(range(len(quotations)), whole) if whole else {}
    beside = _Beside(words, classes, quotations)
    for cue in reversed(cues):
        chosen |= dict.fromkeys([] if cue.whole else beside.find(cue), cue)
    found = list(quotations)
    for n, cue in chosen.items():
        if _may_be(words, found[n], language):
            span = Span(words.starts[cue.first], words.ends[cue.last - 1])
            found[n] = replace(found[n], translation=Translation(cue.reason, span))
    return found


def cover_words(words: Words, spans: Iterable[Span]) -> bytes:
    """Give one byte a word: 1 where it stands inside one of some spans."""
    covered = bytearray(len(words.forms))
    for span in spans:
        first, last = bisect_left(words.starts, span.start), bisect_left(words.starts, span.end)
        covered[first:last] = b"\x01" * (last - first)
    return bytes(covered)


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


class _Beside:
    """The quotations of an article by where they stand and by their verbs of saying."""

    def __init__(self, words: Words, classes: str, quotations: Sequence[Quotation]) -> None:
        self.words = words
        self.classes = classes
        self.quotations = quotations
        self.firsts = [bisect_left(words.starts, quotation.parts[0].start) for quotation in quotations]
        self.has_verb = [quotation.attribution.cue is not None for quotation in quotations]
        self.parts: list[tuple[int, int, int]] = []
        self.by_verb: dict[int, list[int]] = defaultdict(list)
        for n, quotation in enumerate(quotations):
            for part in quotation.parts:
                first, last = (bisect_left(words.starts, place) for place in part)
                self.parts.append((first, last, n))
            said = quotation.attribution.cue
            if said is not None:
                for word in range(bisect_left(words.starts, said.start), bisect_left(words.starts, said.end)):
                    self.by_verb[word].append(n)
        self.parts.sort()

    def find(self, cue: Cue) -> Iterator[int]:
        """Give the quotations that a cue goes with: those of its verb, or those of its sentence without one.

        What is said with another verb behind it ("…, adding: …") may be said in another language again.
        """
        if cue.behind:
            yield from self._before(cue)
            return
        verb_inside = cue.first <= cue.verb < cue.last
        near = {n for n in self._near(cue) if cue.verb < 0 or not self.has_verb[n]}
        for n in sorted(near.union(self.by_verb.get(cue.verb, ()))):
            behind = self.firsts[n]
            if behind - cue.last > FAR:
                continue
            if not (verb_inside and not _SAYS.isdisjoint(self.classes[cue.last : behind])):
                yield n

    def _before(self, cue: Cue) -> Iterator[int]:
        """Give what is quoted in the paragraph of a cue, up to the sentence before it, of the last speaker.

        A pronoun of another gender than the speaker's is somebody else's.
        """
        sentence = self._sentence_of(cue)
        if not sentence:
            return
        pronoun = self.words.lower[self.words.sentences[sentence][0]]
        opening, _ = self.words.paragraphs[bisect_right(self.words.paragraphs, (cue.first, cue.first)) - 1]
        opening, least = max(opening, cue.first - FAR), self.words.sentences[sentence - 1][0]
        speaker = None
        for at in range(bisect_left(self.parts, (cue.first, 0, 0)) - 1, -1, -1):
            start, stop, n = self.parts[at]
            given = self.quotations[n].attribution
            if start < opening or stop <= least or speaker not in (None, given.name):
                return
            if self._gender_of(given) not in (None, SINGULAR.get(pronoun)):
                return
            speaker, least = given.name, opening
            yield n

    def _gender_of(self, given: Attribution) -> Gender | None:
        """Tell the gender of a speaker by the pronoun that names them, or else by their name."""
        printed = self.words.text[slice(*given.speaker)].lower() if given.speaker else ""
        name = parse_name(given.name)
        return SINGULAR.get(printed) or gender_of(name.titles, name.parts[0] if len(name.parts) > 1 else "")

    def _sentence_of(self, cue: Cue) -> int:
        """Give the number of the sentence of a cue."""
        return bisect_right(self.words.sentences, (cue.first, len(self.words.forms))) - 1

    def _near(self, cue: Cue) -> Iterator[int]:
        """Give the quotations with a part in the sentence of a cue, not far from it."""
        first, last = self.words.sentences[self._sentence_of(cue)]
        begin = bisect_left(self.parts, (max(first, cue.first - FAR), 0, 0))
        end = bisect_left(self.parts, (min(last, cue.last + FAR), 0, 0))
        for start, stop, n in self.parts[max(begin - 1, 0) : end]:
            if stop > first and start < last:
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
