"""The words of a page to its rows from top to bottom, and the rows at the edges of pages to what they are."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from articles.uploads.document_text import FOOT, HEAD
from articles.uploads.pdf_pages import Word

PAGE_NUMBER = "a page number"

# Words stand on one row when their baselines are nearer than this share of a letter's size: raised figures
# do, the next line does not.
_ON_ONE_ROW = 0.5
# Running heads have one line or two, with a rule; so many rows are looked at from either end.
_MOST_EDGE_ROWS = 3
# A head stands on every page, on every other one, or not on the first.
_REPEATED_SHARE = 0.5
# In points; a running head stands at one height.
_SAME_HEIGHT = 4.0
# Raised figures and letters are smaller, and touch the word they stand at; blanks are wider than this.
_RAISED_SIZE, _RAISED_GAP, _NO_GAP = 0.85, 0.2, 0.08
_NOTE_MARK = re.compile(r"\[?\d{1,3}\]?|[*†‡§]{1,3}")
_UNIT = re.compile(r"\(?(?:[kcmd]?m|ft|in)")

_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"\W*(?:page |p\. ?)?\d{1,4}(?: ?(?:/|of) ?\d{1,4})?\W*|\W*page [ivxl]{1,6}\W*", re.IGNORECASE
)
# What browsers print above and below a page.
_PRINTED_HEAD = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}[:.]\d\d\b.*")
_PRINTED_FOOT = re.compile(r"(?:https?|file)://\S+(?: \d{1,4} ?/ ?\d{1,4})?")


@dataclass(frozen=True, slots=True)
class Row:
    """Words on one baseline, from left to right."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """Give the words with blanks between them."""
        return " ".join(word.text for word in self.words)

    @property
    def down(self) -> float:
        """Give the baseline that most of the row stands on."""
        return max(self.words, key=lambda word: (word.size * len(word.text), -word.left)).down


def rows_of(words: Sequence[Word]) -> list[Row]:
    """Put words on their rows."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.down, word.left)):
        if rows and _is_beside(rows[-1], word):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [Row(_without_marks(sorted(row, key=lambda word: word.left))) for row in rows]


def _without_marks(words: Sequence[Word]) -> tuple[Word, ...]:
    """Join what is raised to its word, as in "1st" and "m2"; the marks of notes go."""
    kept = [words[0]]
    end = words[0].right
    for word in words[1:]:
        last = kept[-1]
        is_raised = word.size < _RAISED_SIZE * last.size and word.down < last.down
        if word.left - end > (_RAISED_GAP if is_raised else _NO_GAP) * last.size:
            kept.append(word)
        elif not is_raised or not _NOTE_MARK.fullmatch(word.text) or _UNIT.fullmatch(last.text):
            kept[-1] = replace(last, text=last.text + word.text, right=word.right)
        end = word.right
    return tuple(kept)


def _is_beside(row: Sequence[Word], word: Word) -> bool:
    return word.down - row[0].down < _ON_ONE_ROW * max(row[0].size, word.size)


def edge_reasons(pages: Sequence[Sequence[Row]]) -> list[dict[int, str]]:
    """Give for each page the rows that are not of the text, with the reason: its head, foot and number."""
    heads = _repeated([list(_from_edge(rows, 1)) for rows in pages])
    feet = _repeated([list(_from_edge(rows, -1)) for rows in pages])
    found: list[dict[int, str]] = []
    for rows in pages:
        reasons: dict[int, str] = {}
        for step, repeated in ((1, heads), (-1, feet)):
            edge = _from_edge(rows, step)
            # Nothing that stands further in than the text itself is an edge.
            marked = takewhile(
                lambda row: bool(row[1]), ((at, _reason(row, step, repeated)) for at, row in edge)
            )
            for at, reason in marked:
                reasons.setdefault(at, reason)
        found.append(reasons)
    return found


def _from_edge(rows: Sequence[Row], step: int) -> Iterator[tuple[int, Row]]:
    """Yield the rows next to an edge with their places: from the top (1) or from the bottom (-1)."""
    places = range(len(rows))[::step]
    for at in places[:_MOST_EDGE_ROWS]:
        yield at, rows[at]


def _repeated(edges: Sequence[Sequence[tuple[int, Row]]]) -> dict[str, list[float]]:
    """Give what stands at the edge of enough pages, with the heights it stands at."""
    heights: dict[str, list[float]] = {}
    for edge in edges:
        for key, down in {_key(row.text): row.down for _, row in edge}.items():
            heights.setdefault(key, []).append(down)
    return {
        key: downs
        for key, downs in heights.items()
        if len(downs) >= max(2, _REPEATED_SHARE * (len(edges) - 1)) and _is_level(downs)
    }


def _is_level(downs: Sequence[float]) -> bool:
    """Tell whether something stands mostly at one height."""
    rounded = Counter(round(down / _SAME_HEIGHT) for down in downs)
    best, count = rounded.most_common(1)[0]
    return 2 * (count + max(rounded[best - 1], rounded[best + 1])) > len(downs)


def _key(text: str) -> str:
    return _NUMBER.sub("#", text.lower())


def _reason(row: Row, step: int, repeated: dict[str, list[float]]) -> str:
    text = row.text
    if _PAGE_NUMBER.fullmatch(text):
        return PAGE_NUMBER
    printed = _PRINTED_HEAD if step > 0 else _PRINTED_FOOT
    if _key(text) in repeated or printed.fullmatch(text):
        return HEAD if step > 0 else FOOT
    return ""
