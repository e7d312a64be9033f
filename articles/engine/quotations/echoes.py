"""Quotations of an article to those at its head that print again what the body attributes."""

import re
from collections.abc import Sequence
from dataclasses import replace

from articles.engine.quotations.quotations import Attribution, Place, Quotation
from articles.engine.text.spans import Span

# How many marked stretches at the head of an article are looked up in its body.
AT_HEAD = 6
# A headline or deck is taken for a quotation when it shares at least this many words in a row.
HEADING_WORDS = 2
# A single word is looked up only if it has this many letters, so that it is one worth repeating.
WORD_LETTERS = 5
# The lead: what stands within this many characters of the beginning.
LEAD = 1200

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


class Echoes:
    """The words of the quotations of a text, each read once, to be found again at its head."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words: dict[tuple[Span, ...], str] = {}

    def find(self, span: Span, body: Sequence[Quotation]) -> Quotation | None:
        """Find the one speaker whose quotation in the body holds the words of a stretch at the head."""
        wanted = self._words_of((span,))
        if wanted.count(" ") == 2 and len(wanted) < WORD_LETTERS + 2:  # one short word, or none
            return None
        found = [q for q in body if span not in q.stretches and wanted in self._words_of(q.stretches)]
        names = {q.attribution.name for q in found}
        return found[0] if len(names) == 1 and "" not in names else None

    def _words_of(self, stretches: tuple[Span, ...]) -> str:
        """Give the words of some stretches between blanks."""
        if stretches not in self._words:
            printed = [self._text[part.start : part.end].lower() for part in stretches]
            self._words[stretches] = f" {' '.join(word for part in printed for word in _WORD.findall(part))} "
        return self._words[stretches]


def name_by_echo(echoes: Echoes, quotations: Sequence[Quotation], stated: frozenset[str]) -> list[Quotation]:
    """Name by the body the speakers of headlines, and the unnamed ones of the lead ("a diplomat").

    `stated` are the names that are names, not roles.
    """
    body = [q for q in quotations if q.attribution.name in stated and q.place is Place.BODY]
    named: list[Quotation] = []
    for n, quotation in enumerate(quotations):
        at_head = quotation.place is not Place.BODY
        unnamed = quotation.stretches and (at_head or quotation.attribution.name not in stated)
        if n < AT_HEAD and unnamed and quotation.contents[0].start < LEAD:
            echo = echoes.find(quotation.stretches[0], body)
            if echo is not None:
                attribution = _renamed(quotation.attribution, echo, stated)
                quotation = replace(quotation, attribution=attribution)
        named.append(quotation)
    return named


def _renamed(given: Attribution, echo: Quotation, stated: frozenset[str]) -> Attribution:
    """Give an attribution the name of its echo; what names somebody else did not name the speaker."""
    if given.name in stated and given.name != echo.attribution.name:
        return attribute_by_echo(echo)
    return replace(given, name=echo.attribution.name, reason=_reason(echo.attribution))


def attribute_by_echo(echo: Quotation) -> Attribution:
    """Make the attribution of a heading whose words the body attributes."""
    given = echo.attribution
    return Attribution(None, None, given.name, _reason(given), given.certainty)


def _reason(attribution: Attribution) -> str:
    return f"the article gives the same words to {attribution.name} further down"
