"""Words that a quotation prints beyond a match, and another quotation of the other article prints too.

Of these the other outlet does not say "not printed", for it prints them. Where it prints more in front of
them in their sentence, the quotation that goes on with them joins two places, and leaves out what was
between.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from articles.engine.alignment.alignment import Link, Place
from articles.engine.alignment.witnesses import Witness, compare_speakers
from articles.engine.differences.kinds import Detail
from articles.engine.differences.sides import STOP_WORDS
from articles.engine.quotations.quotations import Kind
from articles.engine.text.spans import Span
from articles.engine.tokens.gaps import read_gap
from articles.engine.tokens.tokens import is_short_form

# Fewer words stand elsewhere by chance.
LEAST_WORDS = 2


class Elsewhere(NamedTuple):
    """Where another quotation prints some words, and the word in front of them there, if there is one.

    `apart` tells whether more than a cue ("…," she said. "…") stands between it and the matched passage.
    """

    span: Span
    before: str
    apart: bool


def find_elsewhere(witnesses: Sequence[Witness], place: Place, span: Span, other: Place) -> Elsewhere | None:
    """Give where else the other article prints some words, and what stands in front of them there.

    It is another quotation of the same speaker than that of the place `other`.
    """
    said = witnesses[place.witness].passages[place.quotation]
    norms = [token.norm for token in said.tokens_in(span)]
    if len(norms) < LEAST_WORDS or STOP_WORDS.issuperset(norms):
        return None
    witness = witnesses[other.witness]
    for q, position in witness.forms.find_holding(norms):
        quoted = q != other.quotation and witness.reading.quotations[q].kind is not Kind.INDIRECT
        if quoted and compare_speakers(witnesses[place.witness], place.quotation, witness, q):
            tokens = witness.sentences[q][position].tokens
            i = _find_first([token.norm for token in tokens], norms)
            before = tokens[i - 1].norm if i else ""
            found = Span(tokens[i].start, tokens[i + len(norms) - 1].end)
            ends = sorted(((other.spans[0].start, other.spans[-1].end), (tokens[0].start, tokens[-1].end)))
            gap = read_gap(witness.reading.text, ends[0][1], ends[1][0], short_form=False)
            return Elsewhere(found, before, gap.apart)
    return None


def _find_first(words: list[str], held: list[str]) -> int:
    """Give where some words first stand in a row among others."""
    return next(i for i in range(len(words)) if words[i : i + len(held)] == held)


def find_join(witnesses: Sequence[Witness], place: Place, words: Span, elsewhere: Elsewhere) -> Span | None:
    """Give where a quotation goes on, behind a match and a mark, with words that follow others elsewhere.

    Where they begin what is printed elsewhere or follow the same word, nothing is left out between; and
    dots honestly leave out what stands before and behind a mere cue.
    """
    following = elsewhere.before
    if not following:
        return None
    text = witnesses[place.witness].reading.text
    sentences = witnesses[place.witness].sentences[place.quotation]
    for before, after in pairwise([token for sentence in sentences for token in sentence.tokens]):
        if after.start == words.start and before.end > place.spans[0].start:
            gap = read_gap(text, before.end, after.start, is_short_form(text, before))
            parted = elsewhere.apart if gap.dots else bool(gap.marks)
            marked = parted and not gap.broken and before.norm != following
            return Span(before.start, words.end) if marked else None
    return None


def joining_quotations(link: Link) -> Iterator[tuple[int, int]]:
    """Give which of the two quotations of a link joins what the other article prints in two places."""
    for told in link.differences:
        if told.detail == Detail.JOINED:
            place = link.a if told.a.end - told.a.start <= told.b.end - told.b.start else link.b
            yield place.witness, place.quotation
