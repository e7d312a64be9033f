"""Pieces of a page to the article's own pieces: page furniture is marked with the reason to leave it out.

Three kinds of evidence: the wording of a line that stands alone, its place before or after the body,
and what stands before it (after a comment form comes nothing of the article). Doubt keeps a line.
"""

import re
from collections.abc import Sequence

from articles.uploads.edge_lines import byline_in, edge_reason
from articles.uploads.furniture_phrases import (
    furniture_reason,
    heads_other_stories,
    is_comment_form,
    sends_elsewhere,
)
from articles.uploads.values import Piece

# A line of prose: as long as the shortest full paragraphs of news, and closed like a sentence.
_FEWEST_BODY_WORDS = 15
# A comment form ends the article when this much prose stands before it, or more words than after it.
_FEWEST_WORDS_BEFORE = 60
# Before the body there are a headline, a deck and the page's own lines, never more than this.
_LONGEST_TOP = 25
# One headline-like line at the end may be a heading that lost its text; a long one, or several, are
# other stories.
_FEWEST_TITLES, _LONG_TITLE_WORDS = 2, 8
_TITLE_WORDS = range(4, 26)
_TITLE_CASE_SHARE = 0.7
# Each round follows from the one before; real pages settle in two.
_MOST_ROUNDS = 10

_CLOSED = re.compile(r"[.!?…][\"'”’»)\]*]*$")
_OPEN_END = re.compile(r"[.!?…:;,—–-][\"'”’»)\]*]*$")
_SENTENCE_BREAK = re.compile(r"[.!?…][\"'”’»)\]]* +(?=[\[(]?[A-Z])")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_LAST_SENTENCE_LOOK = 400


def mark_furniture(pieces: Sequence[Piece], author: str = "") -> tuple[list[Piece], str]:
    """Give every piece that is not the article's a reason; also hand back the byline found, or "".

    `author` is who the page says wrote it; the names alone above the body are the byline.
    """
    marked = list(pieces)
    byline = ""
    for _ in range(_MOST_ROUNDS):
        before = list(marked)
        _mark_anywhere(marked)
        byline = _mark_top(marked, author) or byline
        _mark_after_comment_form(marked)
        _mark_other_stories(marked)
        _mark_tail(marked)
        if marked == before:
            break
    return marked, byline


def is_body(line: str) -> bool:
    """Tell whether a line reads as a paragraph of the article rather than a title or label."""
    return bool(_CLOSED.search(line)) and len(line.split()) >= _FEWEST_BODY_WORDS


def _mark(pieces: list[Piece], at: int, reason: str) -> None:
    pieces[at] = Piece(pieces[at].text, pieces[at].joint, reason)


def _kept(pieces: Sequence[Piece]) -> list[int]:
    return [at for at, piece in enumerate(pieces) if not piece.reason]


def _mark_anywhere(pieces: list[Piece]) -> None:
    for at in _kept(pieces):
        if reason := furniture_reason(pieces[at].text):
            _mark(pieces, at, reason)


def _mark_top(pieces: list[Piece], author: str) -> str:
    """Mark the page's lines before the first paragraph of the body; hand back a byline among them."""
    byline = ""
    for at in _kept(pieces)[:_LONGEST_TOP]:
        line = pieces[at].text
        if is_body(line):
            break
        names = byline_in(line, author)
        byline = byline or names
        if reason := "the byline" if names else edge_reason(line):
            _mark(pieces, at, reason)
    return byline


def _mark_after_comment_form(pieces: list[Piece]) -> None:
    """Mark everything from the first comment form that stands after the article."""
    sizes = [0 if piece.reason else len(piece.text.split()) for piece in pieces]
    total, before, prose = sum(sizes), 0, 0
    for at, piece in enumerate(pieces):
        ends_here = prose >= _FEWEST_WORDS_BEFORE or before >= total - before
        if before and ends_here and is_comment_form(piece.text):
            for later in _kept(pieces):
                if later >= at:
                    _mark(pieces, later, "after the article: the comment form and what follows it")
            return
        before += sizes[at]
        prose += sizes[at] if is_body(piece.text) else 0


def _mark_other_stories(pieces: list[Piece]) -> None:
    """Mark each list of other stories: to the end, or, when the article goes on, its titles."""
    titles_from = -1
    for at in _kept(pieces):
        line = pieces[at].text
        if heads_other_stories(line):
            titles_from = at
        if titles_from < 0:
            continue
        if is_body(line) or _CLOSED.search(line):
            titles_from = -1
        else:
            _mark(
                pieces, at, "heading of other stories" if at == titles_from else "headline of another story"
            )


def _mark_tail(pieces: list[Piece]) -> None:
    """Mark, from the end upwards, what no article ends with."""
    kept = _kept(pieces)
    while len(kept) > 1:
        last = kept[-1]
        if reason := edge_reason(pieces[last].text):
            _mark(pieces, kept.pop(), reason)
        elif titles := _titles_at_end([pieces[at].text for at in kept[-_LONGEST_TOP:]]):
            for _ in range(titles):
                _mark(pieces, kept.pop(), "headline of another story")
        else:
            break
    if kept:
        _cut_last_sentences(pieces, kept[-1])


def _titles_at_end(lines: Sequence[str]) -> int:
    """Count the headline-like lines that follow the last paragraph; 0 where they may be the article's."""
    count = 0
    while count < len(lines) and _is_title(lines[-1 - count]):
        count += 1
    if not count or count == len(lines) or not is_body(lines[-1 - count]):
        return 0
    longest = max(len(line.split()) for line in lines[-count:])
    return count if count >= _FEWEST_TITLES or longest >= _LONG_TITLE_WORDS else 0


def _is_title(line: str) -> bool:
    words = _LONG_WORD.findall(line)
    if line[0] in '“"«„' and line[-1] in '”"»“':
        return False
    if len(line.split()) not in _TITLE_WORDS or not words or _OPEN_END.search(line):
        return False
    capitalised = sum(1 for word in words if word[0].isupper())
    return capitalised >= _TITLE_CASE_SHARE * len(words)


def _cut_last_sentences(pieces: list[Piece], at: int) -> None:
    """Cut the sentences at the end of a paragraph that send the reader elsewhere, last one first."""
    text, joint = pieces[at].text, pieces[at].joint
    cut: list[Piece] = []
    while start := _last_sentence(text):
        if not sends_elsewhere(text[start:]):
            break
        cut.append(Piece(text[start:], " ", "a link to another page"))
        text = text[:start].rstrip()
    if sends_elsewhere(text):
        cut.append(Piece(text, joint, "a link to another page"))
    else:
        cut.append(Piece(text, joint))
    pieces[at : at + 1] = reversed(cut)


def _last_sentence(text: str) -> int:
    """Give the offset of the last sentence; 0 when the text is one sentence."""
    from_here = max(0, len(text) - _LAST_SENTENCE_LOOK)
    start = 0
    for found in _SENTENCE_BREAK.finditer(text, from_here):
        start = found.end()
    return start
