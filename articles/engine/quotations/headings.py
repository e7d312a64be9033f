"""First lines of a text to its headline and deck, told by their shape."""

from collections.abc import Sequence

from articles.engine.quotations.marks import Stretch, Style
from articles.engine.text.spans import Span

# A headline is shorter than this, a deck shorter than that.
HEADLINE_LENGTH = 200
DECK_LENGTH = 320
DECK_WORDS = 4
_SENTENCE_ENDS = ".!?…”\"’'"


def find_headings(text: str, stretches: Sequence[Stretch]) -> tuple[Span | None, Span | None]:
    """Find headline and deck among the first lines of a text, where their shape shows them.

    A headline is a short first line that does not end as a sentence does. A deck is a short
    second line that does not either, or that keeps to the single quotation marks of headlines
    while the body uses double ones.
    """
    lines = _first_lines(text)
    if len(lines) < 2 or not _is_headline(text, lines[0]):
        return None, None
    if len(lines) > 2 and _is_deck(text, lines[1], stretches):
        return lines[0], lines[1]
    return lines[0], None


def _first_lines(text: str) -> list[Span]:
    """Give the places of the first three lines that are not blank."""
    lines: list[Span] = []
    at = 0
    while at < len(text) and len(lines) < 3:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        line = text[at:end]
        if line.strip():
            start = at + len(line) - len(line.lstrip())
            lines.append(Span(start, start + len(line.strip())))
        at = end + 1
    return lines


def _is_headline(text: str, line: Span) -> bool:
    printed = text[line.start : line.end]
    if len(printed) > HEADLINE_LENGTH:
        return False
    return printed[-1] not in _SENTENCE_ENDS or ". " not in printed[:-1]


def _is_deck(text: str, line: Span, stretches: Sequence[Stretch]) -> bool:
    printed = text[line.start : line.end]
    if len(printed) > DECK_LENGTH or len(printed.split()) < DECK_WORDS or "“" in printed or '"' in printed:
        return False
    if printed[-1] not in _SENTENCE_ENDS:
        return True
    inside = [s for s in stretches if line.start <= s.start and s.end <= line.end]
    body_is_double = any(s.style is not Style.SINGLE for s in stretches if s.start > line.end)
    return bool(inside) and body_is_double
