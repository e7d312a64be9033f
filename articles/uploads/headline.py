"""The first lines of a text to its headline and deck, by their shape and by what the body repeats."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from articles.uploads.furniture import is_body
from articles.uploads.repetition import repeated_share, runs_of, same_words
from articles.uploads.values import Piece

# So many lines may stand between the top of a page and a headline that is known.
_LONGEST_TOP = 12
_LONGEST_HEADLINE_WORDS = 30
_LONGEST_DECK_WORDS = 50
_FEWEST_DECK_WORDS = 5
# A deck says beforehand what the body says again: this share of its runs of three words returns.
_REPEATED_SHARE = 0.4
# Headlines end with no full stop; a question or a cry may.
_PROSE_END = re.compile(r"[.;:,][\"'”’»)\]]*$")
_SENTENCE_BREAK = re.compile(r"[.!?…][\"'”’»)\]]* +(?=[\"'“‘«(]?[A-Z])")


@dataclass(frozen=True, slots=True)
class Top:
    """Headline and deck, each empty or the first paragraphs among the kept pieces, and all pieces."""

    headline: str
    deck: str
    pieces: list[Piece]


def settle_top(pieces: Sequence[Piece], headline: str, deck: str, stated_deck: str) -> Top:
    """Find headline and deck at the top of a text, and put there those that are given and missing.

    `stated_deck` is what the page calls its description: it counts where the text prints it too.
    """
    settled = _begin_at(pieces, headline)
    lines = [piece.text for piece in settled if not piece.reason]
    if headline and not same_words(headline, lines[0]):
        settled.insert(0, Piece(headline))
        lines.insert(0, headline)
    found = lines[0] if headline else find_headline(lines)
    rest = lines[1:] if found else lines
    deck_is_there = bool(rest) and same_words(deck or stated_deck, rest[0]) and (bool(deck) or len(rest) > 1)
    if deck and not deck_is_there:
        settled.insert(_first_kept(settled) + 1 if found else 0, Piece(deck))
        rest = [deck]
        deck_is_there = True
    found_deck = rest[0] if deck_is_there else find_deck(lines) if found else ""
    return Top(found, found_deck, _set_apart(settled, bool(found) + bool(found_deck)))


def _begin_at(pieces: Sequence[Piece], headline: str) -> list[Piece]:
    """Leave out the page's lines that stand above a headline that is known."""
    above: set[int] = set()
    kept = [at for at, piece in enumerate(pieces) if not piece.reason]
    for at in kept[:_LONGEST_TOP]:
        if same_words(headline, pieces[at].text):
            return [
                replace(p, reason="above the headline") if at in above else p for at, p in enumerate(pieces)
            ]
        if is_body(pieces[at].text):
            break
        above.add(at)
    return list(pieces)


def _first_kept(pieces: Sequence[Piece]) -> int:
    return next(at for at, piece in enumerate(pieces) if not piece.reason)


def _set_apart(pieces: list[Piece], count: int) -> list[Piece]:
    """Make the first `count` kept pieces paragraphs of their own."""
    kept = [at for at, piece in enumerate(pieces) if not piece.reason]
    apart = set(kept[: count + 1]) if count else set()
    return [replace(piece, joint="\n\n") if at in apart else piece for at, piece in enumerate(pieces)]


def find_headline(lines: Sequence[str]) -> str:
    """Give the first line when it is short, unlike a sentence, and stands before a longer text."""
    if len(lines) < 2:
        return ""
    first = lines[0]
    short = len(first.split()) <= _LONGEST_HEADLINE_WORDS
    if not short or _PROSE_END.search(first) or not any(map(is_body, lines[1:4])):
        return ""
    return first


def find_deck(lines: Sequence[str]) -> str:
    """Give the line after the headline when it is one sentence that sums up what follows.

    Either it ends without a full stop before the first paragraph, or the body repeats its words.
    `lines` begin with the headline.
    """
    if len(lines) < 3:
        return ""
    line = lines[1]
    words = len(line.split())
    if not _FEWEST_DECK_WORDS <= words <= _LONGEST_DECK_WORDS or _SENTENCE_BREAK.search(line):
        return ""
    untitled = not re.search(r"[.!?:;,…][\"'”’»)\]]*$", line) and is_body(lines[2])
    return line if untitled or _repeated(line, lines[2:]) else ""


def _repeated(line: str, body: Sequence[str]) -> bool:
    return repeated_share(line, runs_of(body)) >= _REPEATED_SHARE
