"""A passage to what the rules of comparison ask of its words."""

from collections.abc import Iterable
from functools import cached_property

from articles.engine.differences.kinds import Passage
from articles.engine.text.lexicon import read_word_lists
from articles.engine.text.spans import Span
from articles.engine.tokens.gaps import Gap, read_gap
from articles.engine.tokens.tokens import Token, is_short_form

STOP_WORDS = read_word_lists("grammar.txt")["stop"]


class Side:
    """One of the two passages, as the tokens of its whole quotation and the part that is compared.

    Every index is one into `tokens`; the compared part is `first` to `last`, half-open.
    """

    def __init__(self, passage: Passage) -> None:
        self.text = passage.text
        self.tokens = _whole(passage)
        self.norms = [token.norm for token in self.tokens]
        starts = [token.start for token in self.tokens]
        self.first = starts.index(passage.tokens[0].start) if passage.tokens else 0
        self.last = starts.index(passage.tokens[-1].start) + 1 if passage.tokens else 0
        self._gaps: dict[int, Gap] = {}

    def gap(self, i: int) -> Gap:
        """Give what is printed in front of token `i` (not the first one)."""
        found = self._gaps.get(i)
        if found is None:
            before = self.tokens[i - 1]
            short = is_short_form(self.text, before)
            found = self._gaps[i] = read_gap(self.text, before.end, self.tokens[i].start, short)
        return found

    def gaps(self, first: int, last: int) -> Iterable[Gap]:
        """Give the gaps in front of tokens `first` to `last` (inclusive) that stand between tokens."""
        return (self.gap(i) for i in range(max(first, 1), min(last, len(self.tokens) - 1) + 1))

    def span(self, first: int, last: int) -> Span:
        """Give the place of some tokens, or the empty place where they would stand."""
        if first < last:
            start, end = self.tokens[first].start, self.tokens[last - 1].end
            opened, closed = self.text.count("[", start, end), self.text.count("]", start, end)
            if opened < closed and self.text[start - 1 : start] == "[":
                start -= 1
            elif closed < opened and self.text[end : end + 1] == "]":
                end += 1
            return Span(start, end)
        if not self.tokens:
            return Span(0, 0)
        place = self.tokens[first].start if first < len(self.tokens) else self.tokens[-1].end
        return Span(place, place)

    def form(self, i: int) -> str:
        """Give token `i` as it is printed."""
        return self.text[self.tokens[i].start : self.tokens[i].end]

    def begins_sentence(self, i: int) -> bool:
        """Tell whether a sentence begins with token `i`."""
        return i == 0 or self.gap(i).ends

    def ends_sentence(self, i: int) -> bool:
        """Tell whether a sentence ends in front of token `i`."""
        return i >= len(self.tokens) or self.gap(i).ends

    def sentence_start(self, i: int) -> int:
        """Give the first token of the sentence that holds token `i`."""
        while i > 0 and not self.gap(i).ends:
            i -= 1
        return i

    def sentence_end(self, i: int) -> int:
        """Give the token behind the sentence that holds token `i`."""
        i += 1
        while i < len(self.tokens) and not self.gap(i).ends:
            i += 1
        return i

    def sentence_from(self, first: int, last: int) -> int:
        """Give where the sentence that goes on behind `last` begins among tokens `first:last`."""
        while last > first and not (0 < last < len(self.tokens) and self.gap(last).ends):
            last -= 1
        return last

    def sentence_to(self, first: int, last: int) -> int:
        """Give where the sentence that comes from before `first` ends among tokens `first:last`."""
        while first < last and not (first > 0 and self.gap(first).ends):
            first += 1
        return first

    @cached_property
    def bracketed(self) -> frozenset[int]:
        """Give the tokens that stand in [brackets]."""
        found: set[int] = set()
        inside = False
        for i, token in enumerate(self.tokens):
            before = self.gap(i) if i else None
            if before is None:
                inside = self.text[max(token.start - 1, 0) : token.start] == "["
            elif before.opens or before.closes:
                between = self.text[before.start : before.end]
                inside = between.rfind("[") > between.rfind("]")
            if inside:
                found.add(i)
        return frozenset(found)

    @cached_property
    def rounded(self) -> frozenset[int]:
        """Give the tokens that stand in (round brackets)."""
        found: set[int] = set()
        inside = False
        for i, token in enumerate(self.tokens):
            before = self.text[self.tokens[i - 1].end if i else max(token.start - 1, 0) : token.start]
            if "(" in before or ")" in before:
                inside = before.rfind("(") > before.rfind(")")
            if inside:
                found.add(i)
        return frozenset(found)

    def content(self, indices: Iterable[int]) -> list[int]:
        """Give those of some tokens that carry matter rather than grammar."""
        return [i for i in indices if self.norms[i] not in STOP_WORDS]


def _whole(passage: Passage) -> list[Token]:
    """Give the tokens of the whole quotation, or of the passage where that is not part of it."""
    starts = {token.start for token in passage.whole}
    if all(token.start in starts for token in passage.tokens):
        return list(passage.whole)
    return list(passage.tokens)
