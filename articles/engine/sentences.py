"""A quotation to its sentences: the units that alignment joins."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.engine.quotations import Kind, Quotation
from articles.engine.rarity import stem
from articles.engine.spans import Span
from articles.engine.tokens import Token, tokenise
from articles.engine.words import OTHER_ABBREVIATIONS, TITLE_ABBREVIATIONS

_EDGES = re.compile(r"""[\s"'“”„‟‘’‚‛«»‹›`,;:–—-]*""")
_END = re.compile(r"""[.!?…]["'“”‘’»)\]]*\s+["'“‘«(\[]*(?=[A-Z0-9À-Þ])""")
_LAST_WORD = re.compile(r"[\w.]*\w\.?$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a quotation, its spans without the outer quotation marks.

    A sentence that is interrupted by the outlet's own words ("We will," she said, "win.") has
    several spans. `stems` are the stems of its tokens, one for one.
    """

    spans: tuple[Span, ...]
    tokens: tuple[Token, ...]
    stems: tuple[str, ...]


def split_sentences(text: str, quotation: Quotation) -> tuple[Sentence, ...]:
    """Split the compared parts of a quotation into sentences, in reading order."""
    runs: list[list[Span]] = []
    open_run = False
    for part in quotation.parts:
        inner = part if quotation.kind is Kind.INDIRECT else _inside(text, part)
        for piece in _pieces(text, inner):
            if open_run:
                runs[-1].append(piece)
            else:
                runs.append([piece])
            open_run = not _closes(text, piece)
        if quotation.kind is Kind.INDIRECT:
            open_run = False
    return tuple(s for run in runs if (s := _sentence(text, tuple(run))).tokens)


def _inside(text: str, part: Span) -> Span:
    """Give a stretch without its outer quotation marks and the punctuation that leans on them."""
    start, end = part
    opening = _EDGES.match(text, start, end)
    start = opening.end() if opening else start
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\"'“”„‟‘’‚‛«»‹›`,;:–—-"):
        end -= 1
    return Span(start, end)


def _pieces(text: str, inner: Span) -> Iterator[Span]:
    """Give the sentences and the unfinished rest of one stretch."""
    start = inner.start
    for match in _END.finditer(text, inner.start, inner.end):
        if _is_abbreviation(text, start, match.start(), text[match.start()]):
            continue
        stop = match.start() + len(match.group().split()[0])
        yield Span(start, stop)
        start = _next_start(text, match)
    if start < inner.end:
        yield Span(start, inner.end)


def _next_start(text: str, match: "re.Match[str]") -> int:
    """Give the place after the blanks that follow a sentence end."""
    place = match.start()
    while not text[place].isspace():
        place += 1
    while text[place].isspace():
        place += 1
    return place


def _is_abbreviation(text: str, start: int, stop: int, mark: str) -> bool:
    """Tell whether the full stop at `stop` belongs to an abbreviation or an initial."""
    if mark != ".":
        return False
    last = _LAST_WORD.search(text, max(start, stop - 12), stop)
    word = last.group().lower() if last else ""
    return word in TITLE_ABBREVIATIONS or word in OTHER_ABBREVIATIONS or (len(word) == 1 and word != "i")


def _closes(text: str, piece: Span) -> bool:
    """Tell whether a piece ends its sentence."""
    return text[piece.start : piece.end].rstrip("\"'“”‘’»)] ")[-1:] in (".", "!", "?", "…")


def _sentence(text: str, spans: tuple[Span, ...]) -> Sentence:
    """Put the tokens of one sentence beside its spans."""
    tokens = tokenise(text, spans)
    return Sentence(spans, tokens, tuple(stem(token.norm) for token in tokens))
