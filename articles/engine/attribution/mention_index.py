"""The outlines of an article to its mentions, to be found by their places, and the first of each role."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from articles.engine.attribution.cast import Cast
from articles.engine.attribution.members import Member
from articles.engine.attribution.person_names import parse_name
from articles.engine.quotations.outline import Outline
from articles.engine.text.lexicon import read_word_lists
from articles.engine.text.mentions import Mention, Sort
from articles.engine.text.words import Words

# Nouns for bodies and documents, which no "he" or "she" stands for.
THINGS = read_word_lists("classes.txt")["bodies and documents"]
# A name or role has at most so many words before what hangs on it.
LONGEST_HEAD = 8
# "Society of Friends President Ann Lowe", but not "friends of President Lowe".
_TITLED_BEHIND = re.compile(r"[Nno_]T")
# A mention with the paragraph that it stands in.
Placed = tuple[Outline, Mention]


class MentionIndex:
    """The mentions of one article."""

    def __init__(self, words: Words, outlines: Sequence[Outline], cast: Cast) -> None:
        self.words = words
        self.outlines = outlines
        self.cast = cast
        self._placed: dict[int, Placed] = {}
        self._firsts: dict[str, int] = {}
        self._phrases: dict[str, int] = {}
        self._paragraphs = [first for first, _ in words.paragraphs]

    def placed(self) -> dict[int, Placed]:
        """Give the mentions by their first word, indexed once."""
        if not self._placed:
            self._placed = {o.items[m.start]: (o, m) for o in self.outlines for m in o.mentions}
        return self._placed

    def text(self, outline: Outline, start: int, end: int) -> str:
        """Give the printed text of some items of an outline."""
        words = self.words
        return words.text[words.starts[outline.items[start]] : words.ends[outline.items[end - 1]]]

    def paragraph_after(self, word: int) -> int:
        """Give the number of the paragraph that follows the one of a word."""
        return bisect_left(self._paragraphs, word + 1)

    def opening(self, word: int) -> int:
        """Give the first word of the paragraph of a word."""
        return self._paragraphs[self.paragraph_after(word) - 1]

    def member_in(self, outline: Outline, mention: Mention) -> Member | None:
        """Find the cast member that a mention's head names: the last name before any "of ..."."""
        at, items = self.cast.at, outline.items
        end = mention.head_end
        if _TITLED_BEHIND.search(outline.classes, end, mention.end):
            end = mention.end
        for i in range(end - 1, mention.start - 1, -1):
            if items[i] in at:
                return at[items[i]]
        return self.cast.find(parse_name(self.text(outline, mention.start, mention.head_end)))

    def whole_of(self, first: int, last: int) -> Placed | None:
        """Find the name or role that some words hang on: "Dr. Ann Lowe of the WHO" for "the WHO".

        What hangs on a body or a document ("a statement from Lowe") is left by itself.
        """
        for word in range(max(0, first - LONGEST_HEAD), first):
            placed = self.placed().get(word)
            if placed is None or placed[1].sort not in (Sort.NAME, Sort.ROLE):
                continue
            items, mention = placed[0].items, placed[1]
            head = items[mention.head_end - 1]
            if head < first and last - 1 <= items[mention.end - 1] and self.words.lower[head] not in THINGS:
                return placed
        return None

    def is_first(self, noun: str, outline: Outline, mention: Mention) -> bool:
        """Tell whether a role stands here for the first time: its noun, or that with the words before it."""
        if mention.head_end <= mention.start + 2:
            return self._first_words().get(noun) == outline.items[mention.head_end - 1]
        phrase = self._phrase(outline, mention)
        first = self._first_words().get(phrase, self._first_phrases().get(phrase))
        return first == outline.items[mention.head_end - 1]

    def _first_words(self) -> dict[str, int]:
        """Tell where each word stands for the first time, once."""
        if not self._firsts:
            lower = self.words.lower
            self._firsts.update(zip(reversed(lower), range(len(lower) - 1, -1, -1), strict=True))
        return self._firsts

    def _first_phrases(self) -> dict[str, int]:
        """Tell where each role of several words stands for the first time, by its last word, once."""
        if not self._phrases:
            mentions = self.placed()
            long = [word for word, (_, m) in mentions.items() if m.head_end > m.start + 2]
            for outline, mention in map(mentions.__getitem__, sorted(long)):
                head = outline.items[mention.head_end - 1]
                self._phrases.setdefault(self._phrase(outline, mention), head)
        return self._phrases

    def _phrase(self, outline: Outline, mention: Mention) -> str:
        """Give a role in lower case, without its article."""
        return self.text(outline, mention.start + 1, mention.head_end).lower()
