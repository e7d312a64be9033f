"""A passage to what the rules of comparison ask of its words."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from copy import copy
from functools import cached_property
from itertools import accumulate, pairwise

from articles.engine.differences.kinds import Passage
from articles.engine.text.lexicon import read_word_lists
from articles.engine.text.spans import Span
from articles.engine.tokens.figures import is_number
from articles.engine.tokens.gaps import Gap, find_sic, read_gap
from articles.engine.tokens.tokens import Token, is_short_form

# Share of capitals among so many words of matter from which on capitals tell nothing: a headline.
HEADLINE_SHARE = 0.9
LEAST_OF_HEADLINE = 5
# Characters behind the last word within which a [sic] that belongs to it ends.
REACH_OF_SIC = 7
_LISTS = read_word_lists("grammar.txt")
STOP_WORDS = _LISTS["stop"]
ARTICLES = _LISTS["articles"]


class Side:
    """One of the two passages, as the tokens of its whole quotation and the part that is compared.

    Every index is one into `tokens`; the compared part is `first` to `last`, half-open, and `words` are its
    normal forms. `marked` are
    the tokens in front of which more than a blank is printed; any other gap tells nothing. `numbers` are
    the quantities, days and times among the tokens.
    """

    def __init__(self, passage: Passage) -> None:
        self.text = passage.text
        self.tokens = _whole(passage)
        self.norms = [token.norm for token in self.tokens]
        starts = [token.start for token in self.tokens]
        self.first = starts.index(passage.tokens[0].start) if passage.tokens else 0
        self.last = starts.index(passage.tokens[-1].start) + 1 if passage.tokens else 0
        self.words = self.norms[self.first : self.last]
        text, neighbours = self.text, enumerate(pairwise(self.tokens), 1)
        self.marked = frozenset([i for i, (one, other) in neighbours if text[one.end : other.start] != " "])
        self.numbers = frozenset([i for i, norm in enumerate(self.norms) if is_number(norm)])
        self._gaps: dict[int, Gap] = {}

    def part(self, first: int, last: int) -> "Side":
        """Give the same tokens with another part of them to be compared."""
        if (first, last) == (self.first, self.last):
            return self
        other = copy(self)
        other.first, other.last = first, last
        other.words = self.norms[first:last]
        other.__dict__.pop("is_headline", None)
        return other

    def prepare(self) -> None:
        """Read now what would be read when it is first asked for."""
        for i in self.marked:
            self.gap(i)
        _ = self.starts, self.dotted, self.parted, self.bracketed, self.rounded, self._has_brackets
        _ = self.capitals, self.is_headline, self.matter, self.marks, self.noted, self.closing

    @cached_property
    def starts(self) -> list[int]:
        """Give the tokens behind the first with which a sentence begins, in order."""
        return [i for i in sorted(self.marked) if self.gap(i).ends]

    @property
    def is_divided(self) -> bool:
        """Tell whether a sentence begins within the part that is compared."""
        return self.is_parted(self.first, self.last)

    def is_parted(self, first: int, last: int) -> bool:
        """Tell whether a sentence begins within tokens `first:last`, behind the first of them."""
        return bisect_right(self.starts, first) < bisect_left(self.starts, last)

    def gap(self, i: int) -> Gap:
        """Give what is printed in front of token `i` (not the first one); nothing behind the last."""
        found = self._gaps.get(i)
        if found is None:
            before = self.tokens[i - 1]
            short = is_short_form(self.text, before)
            end = self.tokens[i].start if i < len(self.tokens) else before.end
            found = self._gaps[i] = read_gap(self.text, before.end, end, short)
        return found

    def gaps(self, first: int, last: int) -> Iterable[Gap]:
        """Give the gaps in front of tokens `first` to `last` (inclusive) that hold more than a blank."""
        return (self.gap(i) for i in range(first, last + 1) if i in self.marked)

    @cached_property
    def matter(self) -> list[int]:
        """Give how many of the tokens before each, and of all of them, carry matter rather than grammar."""
        return list(accumulate([norm not in STOP_WORDS for norm in self.norms], initial=0))

    @cached_property
    def marks(self) -> list[str]:
        """Give the punctuation that a reader hears in front of each token; in front of the first, none."""
        found = [""] * len(self.tokens)
        for i in self.marked:
            found[i] = self.gap(i).marks
        return found

    @cached_property
    def closing(self) -> Span:
        """Give the place of the marks behind the last token, before any closing quotation mark."""
        start = end = self.tokens[-1].end
        while end < len(self.text) and self.text[end] in ".,!?;:":
            end += 1
        return Span(start, end)

    @cached_property
    def dotted(self) -> frozenset[int]:
        """Give the tokens in front of which an ellipsis stands."""
        return frozenset([i for i in self.marked if self.gap(i).dots])

    @cached_property
    def noted(self) -> frozenset[int]:
        """Give the tokens in front of which a [sic] stands; behind the last token it is one of the end."""
        if (
            not self.tokens
            or "sic" not in self.text[self.tokens[0].end : self.tokens[-1].end + REACH_OF_SIC].lower()
        ):
            return frozenset()
        found = {i for i in self.marked if self.gap(i).noted}
        if self.sic_at(len(self.tokens)) is not None:
            found.add(len(self.tokens))
        return frozenset(found)

    def sic_at(self, i: int) -> Span | None:
        """Give the place of the [sic] in front of token `i`, or behind the last one."""
        start = self.tokens[i - 1].end
        end = self.tokens[i].start if i < len(self.tokens) else start + REACH_OF_SIC
        return find_sic(self.text, start, end)

    @cached_property
    def parted(self) -> frozenset[int]:
        """Give the tokens in front of which more than a cue stands between two parts of the quotation."""
        return frozenset([i for i in self.marked if self.gap(i).apart])

    @cached_property
    def capitals(self) -> frozenset[int]:
        """Give the tokens that are printed with a capital, also in [brackets]."""
        text = self.text
        return frozenset(
            [
                i
                for i, token in enumerate(self.tokens)
                if text[token.start].isupper() or (text[token.start] == "[" and self._opens_with_capital(i))
            ]
        )

    def _opens_with_capital(self, i: int) -> bool:
        return self.form(i).lstrip("[")[:1].isupper()

    def has_dots(self, i: int) -> bool:
        """Tell whether an ellipsis stands in front of token `i`."""
        return i in self.dotted

    def has_marks(self, i: int) -> bool:
        """Tell whether punctuation that a reader hears stands in front of token `i`."""
        return i in self.marked and bool(self.gap(i).marks)

    def span(self, first: int, last: int) -> Span:
        """Give the place of some tokens, or the empty place where they would stand."""
        if first < last:
            start, end = self.tokens[first].start, self.tokens[last - 1].end
            if not self._has_brackets:
                return Span(start, end)
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
        return i == 0 or (i in self.marked and self.gap(i).ends)

    def ends_sentence(self, i: int) -> bool:
        """Tell whether a sentence ends in front of token `i`."""
        return i >= len(self.tokens) or (i in self.marked and self.gap(i).ends)

    def sentence_start(self, i: int) -> int:
        """Give the first token of the sentence that holds token `i`."""
        before = bisect_right(self.starts, i)
        return self.starts[before - 1] if before else 0

    def sentence_end(self, i: int) -> int:
        """Give the token behind the sentence that holds token `i`."""
        behind = bisect_left(self.starts, i + 1)
        return self.starts[behind] if behind < len(self.starts) else len(self.tokens)

    def sentence_from(self, first: int, last: int) -> int:
        """Give where the sentence that goes on behind `last` begins among tokens `first:last`."""
        return max(first, self.sentence_start(last))

    def sentence_to(self, first: int, last: int) -> int:
        """Give where the sentence that comes from before `first` ends among tokens `first:last`."""
        behind = bisect_left(self.starts, first)
        return min(last, self.starts[behind]) if behind < len(self.starts) else last

    @cached_property
    def _has_brackets(self) -> bool:
        """Tell whether any of the tokens is printed in or beside [brackets]."""
        return self._prints("[") or self._prints("]")

    def _prints(self, mark: str) -> bool:
        """Tell whether a mark stands anywhere from just before the tokens to their end."""
        return bool(self.tokens) and mark in self.text[max(self.tokens[0].start - 1, 0) : self.tokens[-1].end]

    @cached_property
    def bracketed(self) -> frozenset[int]:
        """Give the tokens that stand in [brackets]."""
        found: set[int] = set()
        if not self._prints("["):
            return frozenset()
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
        if not self._prints("("):
            return frozenset()
        inside = False
        for i, token in enumerate(self.tokens):
            before = self.text[self.tokens[i - 1].end if i else max(token.start - 1, 0) : token.start]
            if "(" in before or ")" in before:
                inside = before.rfind("(") > before.rfind(")")
            if inside:
                found.add(i)
        return frozenset(found)

    @cached_property
    def is_headline(self) -> bool:
        """Tell whether nearly all words of matter of the passage are printed with a capital."""
        words = [self.text[self.tokens[i].start] for i in self.content(range(self.first, self.last))]
        letters = [first for first in words if first.isalpha()]
        capitals = len([first for first in letters if first.isupper()])
        return len(letters) >= LEAST_OF_HEADLINE and capitals > HEADLINE_SHARE * len(letters)

    def content(self, indices: Iterable[int]) -> list[int]:
        """Give those of some tokens that carry matter rather than grammar."""
        return [i for i in indices if self.norms[i] not in STOP_WORDS]


def _whole(passage: Passage) -> list[Token]:
    """Give the tokens of the whole quotation, or of the passage where that is not part of it."""
    starts = {token.start for token in passage.whole}
    if all(token.start in starts for token in passage.tokens):
        return list(passage.whole)
    return list(passage.tokens)
