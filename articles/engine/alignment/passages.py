"""A quotation to what the comparison of its passages asks of it, read once however often it is compared."""

from collections.abc import Iterable, Sequence
from itertools import accumulate, takewhile

from articles.engine.alignment.sentences import Sentence
from articles.engine.differences.kinds import Passage
from articles.engine.differences.meaning import Meaning
from articles.engine.differences.sides import Side
from articles.engine.quotations.quotations import Kind, Quotation
from articles.engine.text.spans import Span
from articles.engine.tokens.tokens import Token

# So many characters behind a quotation are looked at for how it goes on outside its marks.
REACH_BEHIND = 48
# So many words of them, up to the first name, tell ("…," said Smith; "…" only if it rains).
WORDS_BEHIND = 3


class Passages:
    """The passages of one quotation, each a run of its sentences by position.

    `start` is the place where the quotation begins, `spans` are the places of all its sentences, `count` is
    the number of its words. `printed` is all that
    a comparison can see of it: its characters, and where its parts are.
    """

    def __init__(self, text: str, quotation: Quotation, sentences: Sequence[Sentence]) -> None:
        self._text = text
        self._sentences = sentences
        self._firsts = [0, *accumulate(len(sentence.norms) for sentence in sentences)]
        self._wholes: dict[tuple[int, int], Meaning] = {}
        self._meanings: dict[range, Meaning] = {}
        self.count = self._firsts[-1]
        self.start = quotation.parts[0].start
        self.printed = _read_printed(text, quotation)
        self.spans = self._join(sentences)
        if sentences and quotation.kind is not Kind.INDIRECT:
            self._whole(0, len(sentences)).side.prepare()

    def spans_of(self, positions: Sequence[int]) -> tuple[Span, ...]:
        """Give the places of some sentences; those with a blank between them are one span."""
        if len(positions) == len(self._sentences):
            return self.spans
        return self._join([self._sentences[i] for i in positions])

    def _join(self, sentences: Iterable[Sentence]) -> tuple[Span, ...]:
        spans: list[Span] = []
        for span in (span for sentence in sentences for span in sentence.spans):
            if spans and self._text[spans[-1].end : span.start].isspace():
                spans[-1] = Span(spans[-1].start, span.end)
            else:
                spans.append(span)
        return tuple(spans)

    def words_of(self, positions: Sequence[int]) -> tuple[str, ...]:
        """Give the normal forms of the words of a passage."""
        if len(positions) == 1:
            return self._sentences[positions[0]].norms
        return tuple([norm for i in positions for norm in self._sentences[i].norms])

    def tokens_in(self, span: Span) -> list[Token]:
        """Give the words of the quotation that stand in a part of the text."""
        return [
            token
            for sentence in self._sentences
            if sentence.tokens[0].start < span.end and span.start < sentence.tokens[-1].end
            for token in sentence.tokens
            if span.start <= token.start and token.end <= span.end
        ]

    def meaning_of(self, positions: range) -> Meaning:
        """Give the meaning of the words of a passage, read once."""
        found = self._meanings.get(positions)
        if found is None:
            found = self._meanings[positions] = self._read_meaning(positions)
        return found

    def _read_meaning(self, positions: range) -> Meaning:
        """Put a passage beside the whole it is taken from: the parts of its quotation that it stands in.

        The other parts stand in marks of their own, so nothing is cut between them and the passage.
        """
        sentences = self._sentences
        first, last = positions[0], positions[-1] + 1
        part, last_part = sentences[first].first_part, sentences[last - 1].last_part
        begin, end = first, last
        while begin and sentences[begin - 1].last_part >= part:
            begin -= 1
        while end < len(sentences) and sentences[end].first_part <= last_part:
            end += 1
        before = self._firsts[begin]
        return self._whole(begin, end).part(self._firsts[first] - before, self._firsts[last] - before)

    def _whole(self, begin: int, end: int) -> Meaning:
        """Give the meaning of the words of some sentences."""
        found = self._wholes.get((begin, end))
        if found is None:
            tokens = tuple([token for sentence in self._sentences[begin:end] for token in sentence.tokens])
            found = self._wholes[begin, end] = Meaning(Side(Passage(self._text, tokens, tokens)))
        return found


def _read_printed(text: str, quotation: Quotation) -> tuple[object, ...]:
    """Give all that a comparison can see of a quotation: its characters, and where its parts are."""
    parts = quotation.parts
    start, end = parts[0].start, parts[-1].end
    shape = tuple([(part.start - start, part.end - start) for part in parts])
    behind = takewhile(str.islower, text[end : end + REACH_BEHIND].split()[:WORDS_BEHIND])
    return text[max(start - 1, 0) : end + 1], shape, *behind
