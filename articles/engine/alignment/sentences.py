"""A quotation to its sentences: the units that alignment joins."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from articles.engine.quotations.quotations import Kind, Quotation
from articles.engine.text.spans import Span
from articles.engine.text.words import OTHER_ABBREVIATIONS, TITLE_ABBREVIATIONS
from articles.engine.tokens.contractions import draw_all_apart
from articles.engine.tokens.names import weigh_names
from articles.engine.tokens.rarity import weigh
from articles.engine.tokens.tokens import Token, tokenise

# What leans on the words of a stretch at its edges and is not of its wording.
_LEANING = " \t\n\r\u00a0\"'“”„‟‘’‚‛«»‹›`,;:–—-"
_STOP = re.compile(r"""[.!?…]["'“”‘’»)\]]{0,3}(\s{1,3})["'“‘«(\[]{0,3}(?=[A-Z0-9À-Þ])""")
_LAST_WORD = re.compile(r"[^\W_](?:[\w.]*\w)?$")
_LONGEST_ABBREVIATION = 12
# A stem this rare brings two sentences together for a closer look; commoner ones stand everywhere.
SALIENT_BITS = 9.0
# Marks between clauses.
_CLAUSE_MARKS = frozenset(",;:—–―…")
# A stem no rarer than this says little of what a sentence is about.
PLAIN_BITS = 7.0
# Shorter sentences have too few words for their distances to tell anything; longer ones share words enough.
LEAST_FRAME_WORDS = 6
MOST_FRAME_WORDS = 80


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a quotation, its spans without the outer quotation marks.

    A sentence that is interrupted by the outlet's own words ("We will," she said, "win.") has
    several spans. `norms`, `stems` and `weights` (in bits) go with its tokens, one for one;
    `drawn_apart` are the norms with contractions as the words that they stand for ("we're", "we
    are"). `bits` is the sum of the weights, `rarity` the weight of each stem, `kinds` the different
    stems, and `salient` the rarer of them; `matter` gives how much rarer each of its words of matter
    is than plain words are. `first_part` and `last_part` number the parts of the quotation that it
    begins and ends in; `quoted` tells whether it stands in marks, which vouch for its words, and
    `framed` whether it is also of a length at which the distances of its words tell something.
    `clauses` are the stems of each stretch between two marks, of a sentence that has several.
    """

    spans: tuple[Span, ...]
    tokens: tuple[Token, ...]
    norms: tuple[str, ...]
    drawn_apart: tuple[str, ...]
    stems: tuple[str, ...]
    weights: tuple[float, ...]
    bits: float
    rarity: dict[str, float]
    kinds: frozenset[str]
    salient: tuple[str, ...]
    matter: dict[str, float]
    first_part: int
    last_part: int
    quoted: bool
    framed: bool
    clauses: frozenset[tuple[str, ...]]


def split_sentences(text: str, quotation: Quotation) -> tuple[Sentence, ...]:
    """Split the compared parts of a quotation into sentences, in reading order.

    A sentence goes on in the next part where the outlet's own words interrupt it; pieces of sentences
    in marks of their own (the mayor called it "a shame" and "a scandal") stay apart.
    """
    runs: list[list[tuple[int, Span]]] = []
    for number, part in enumerate(quotation.parts):
        for place, piece in enumerate(_pieces(text, _inside(text, part))):
            if place == 0 and runs and quotation.kind is Kind.DIRECT and _goes_on(text, runs[-1], piece):
                runs[-1].append((number, piece))
            else:
                runs.append([(number, piece)])
    quoted = quotation.kind is not Kind.INDIRECT
    return tuple(sentence for run in runs if (sentence := _sentence(text, run, quoted)).tokens)


def _goes_on(text: str, begun: Sequence[tuple[int, Span]], piece: Span) -> bool:
    """Tell whether a sentence that began with a capital and has no end yet goes on with a small letter."""
    unfinished = text[begun[-1][1].end - 1] not in ".!?…" and text[begun[0][1].start].isupper()
    return unfinished and text[piece.start].islower()


def _inside(text: str, part: Span) -> Span:
    """Give a stretch without its outer quotation marks and the punctuation that leans on them."""
    start, end = part
    while start < end and text[start] in _LEANING:
        start += 1
    while end > start and text[end - 1] in _LEANING:
        end -= 1
    return Span(start, end)


def _pieces(text: str, inner: Span) -> Iterator[Span]:
    """Give the sentences and the unfinished rest of one stretch."""
    start = inner.start
    for match in _STOP.finditer(text, inner.start, inner.end):
        if text[match.start()] != "." or not _is_abbreviation(text, start, match.start()):
            yield Span(start, match.start(1))
            start = match.end(1)
    if start < inner.end:
        yield Span(start, inner.end)


def _is_abbreviation(text: str, start: int, stop: int) -> bool:
    """Tell whether the full stop at `stop` belongs to an abbreviation or an initial."""
    last = _LAST_WORD.search(text, max(start, stop - _LONGEST_ABBREVIATION), stop)
    word = last.group().lower() if last else ""
    return word in TITLE_ABBREVIATIONS or word in OTHER_ABBREVIATIONS or (len(word) == 1 and word != "i")


def _sentence(text: str, pieces: Sequence[tuple[int, Span]], quoted: bool) -> Sentence:
    """Put the tokens of one sentence beside its spans; each comes with the number of its part."""
    spans = tuple(piece for _, piece in pieces)
    tokens = tokenise(text, spans)
    norms = tuple([token.norm for token in tokens])
    weighed = [weigh(token.norm) for token in tokens]
    stems = tuple(stem for stem, _ in weighed)
    weights = weigh_names(text, tokens, [bits for _, bits in weighed])
    rarity = dict(zip(stems, weights, strict=True))
    return Sentence(
        spans=spans,
        tokens=tokens,
        norms=norms,
        drawn_apart=draw_all_apart(norms),
        stems=stems,
        weights=weights,
        bits=sum(weights),
        rarity=rarity,
        kinds=frozenset(rarity),
        matter={stem: bits - PLAIN_BITS for stem, bits in rarity.items() if bits > PLAIN_BITS},
        salient=tuple([stem for stem, bits in rarity.items() if bits >= SALIENT_BITS]),
        first_part=pieces[0][0],
        last_part=pieces[-1][0],
        quoted=quoted,
        framed=quoted and LEAST_FRAME_WORDS <= len(tokens) <= MOST_FRAME_WORDS,
        clauses=_clauses(text, tokens, stems),
    )


def _clauses(text: str, tokens: Sequence[Token], stems: Sequence[str]) -> frozenset[tuple[str, ...]]:
    """Give the stems of each clause of a sentence, nothing where it has but one."""
    breaks = [
        i
        for i in range(1, len(tokens))
        if tokens[i].start - tokens[i - 1].end > 1
        and not _CLAUSE_MARKS.isdisjoint(text[tokens[i - 1].end : tokens[i].start].replace("--", "—"))
    ]
    bounds = pairwise((0, *breaks, len(tokens)))
    return frozenset(tuple(stems[start:end]) for start, end in bounds) if breaks else frozenset()
