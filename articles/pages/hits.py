"""A quotation that has the words of a search to what the page of results shows of it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from articles.engine.text.spans import Span
from articles.models import Article
from articles.pages.carriers import Carrier, Part, list_carriers
from articles.pages.filtering import STATUS_WORDS, StatusWord
from articles.pages.found import Slice, cut_at_found
from articles.pages.rows import SpeakerRow
from articles.pages.witnesses import Witness

# So many characters of a quotation are shown, and at most so many before the first word that was found.
LONGEST = 320
LONGEST_BEFORE = 120
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Hit:
    """One quotation; `runs` are the passages it prints, `found` the places of what was looked for.

    Its status is that of its own words, as its marks in the article say it.
    """

    witness: Witness
    quotation: int
    statement: int
    status: str
    speaker: SpeakerRow | None
    runs: tuple[tuple[int, int], ...]
    found: tuple[Span, ...]

    @property
    def speakers(self) -> tuple[SpeakerRow, ...]:
        """The speaker, if the text tells."""
        return (self.speaker,) if self.speaker else ()

    @property
    def carriers(self) -> tuple[Carrier, ...]:
        """The outlet, and as whose words it prints it."""
        speaker = self.speaker.slug if self.speaker else ""
        return list_carriers([(self.witness.slug, speaker)], {self.witness.slug: Part(self.status)})

    @property
    def kinds(self) -> tuple[str, ...]:
        """No difference: a search asks for none."""
        return ()

    @property
    def printings(self) -> list[list[str]]:
        """What it prints, as slices."""
        return [[self.witness.article.text[start:end] for start, end in self.runs]]

    @property
    def status_word(self) -> StatusWord:
        """How its status is shown."""
        return STATUS_WORDS[self.status]

    @property
    def address(self) -> str:
        """The address of its place in the article."""
        return self.witness.address_of(self.quotation)

    @property
    def shown(self) -> Span:
        """What is shown of it: whole words around the first that was found."""
        text, place = self.witness.article.text, self.found[0]
        first, last = next(run for run in self.runs if run[0] <= place.start < run[1])
        start = first
        if place.start - first > LONGEST_BEFORE:
            blank = _BLANKS.search(text, place.start - LONGEST_BEFORE, place.start)
            start = blank.end() if blank else place.start
        end = last
        if last - start > LONGEST:
            blanks = [m.start() for m in _BLANKS.finditer(text[start : start + LONGEST + 1])]
            end = max(start + blanks[-1] if blanks else start + LONGEST, place.end)
        return Span(start, end)

    @property
    def cut_before(self) -> bool:
        """Whether the quotation begins before what is shown."""
        return self.shown.start > self.runs[0][0]

    @property
    def cut_after(self) -> bool:
        """Whether the quotation goes on behind what is shown."""
        return self.shown.end < self.runs[-1][1]

    @property
    def pieces(self) -> Iterable[Slice]:
        """What is shown, cut at what was found."""
        start, end = self.shown
        return cut_at_found([Slice(start, end, self.witness.article.text[start:end])], self.found)


@dataclass(frozen=True, slots=True)
class TitleHit:
    """An article whose headline has the words of a search."""

    article: Article
    found: tuple[Span, ...]

    @property
    def pieces(self) -> Iterable[Slice]:
        """The headline, cut at what was found."""
        headline = self.article.headline
        return cut_at_found([Slice(0, len(headline), headline)], self.found)
