"""Words to reported speech in the outlet's own words: what was reported, by whom, and the cue that says so.

A linear model looks at each word that may be a cue, and for those that are, chooses where the
content stands and who the source is; `training/train_reported.py` learned its weights.
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from articles.engine.quotations.quotations import Kind
from articles.engine.reports.contents import back_beginnings, back_ends, beginnings, ends
from articles.engine.reports.model import Cue, Model, make_model
from articles.engine.reports.sources import Stretch, source_beginnings, source_ends
from articles.engine.reports.units import MARKED, Sentence, Units, sentence, split_units
from articles.engine.text.spans import Span
from articles.engine.text.weights import SCALE, probability, read_weights, shares
from articles.engine.text.words import Words

# A report is given when it is at least this likely to be right; the best F1 on news is reached here.
LEAST_CERTAINTY = 0.25
# A possible content: how likely it is, and its first and last unit.
Piece = tuple[float, int, int]

# Alternatives less likely than this are not followed.
_FAINT = 0.1
# So many alternatives for a content are weighed against each other.
_STRONG = 6
# A word whose first few features add up to less is hardly ever a cue.
_WORTH_A_LOOK = -2.7 * SCALE
_FAINT_SIDE = 0.15
_FAINT_PIECE = 0.02
# Two candidate spans count as the same report when they share this much (Jaccard over characters).
_SAME = 0.8
# Words that alone are who speaks, never what is said.
_SUBJECTS = frozenset({"i", "he", "she", "we", "they"})
# Marks and blanks that end a content are not part of it.
_TRAILING = " \t\u00a0,.;:—–-"


@dataclass(frozen=True, slots=True)
class Reported:
    """A report of what somebody said or thinks, at least partly in the outlet's own words.

    `contents` are its parts in reading order; `source` is the mention of who said it, where the
    sentence names one; `certainty` is how likely the content is right, between 0 and 1.
    """

    kind: Kind
    contents: tuple[Span, ...]
    source: Span | None
    cue: Span
    certainty: float


def find_reported(
    words: Words, stretches: Sequence[Span], model: Model | None = None, least: float = LEAST_CERTAINTY
) -> tuple[Reported, ...]:
    """Find the reported speech of a text, in reading order; `stretches` are its marked stretches.

    A content that is nothing but a marked stretch is given too, as direct.
    """
    model = model or MODEL
    units = split_units(words, stretches)
    found: list[Reported] = []
    for first, last, cues in _worth_a_look(units, model):
        found.extend(
            _Reader(words.text, units, sentence(words.text, units, first, last), model, least).read(cues)
        )
    return tuple(sorted(found, key=lambda r: r.contents))


def _worth_a_look(units: Units, model: Model) -> Iterator[tuple[int, int, list[tuple[int, Cue]]]]:
    """Give the sentences that hold words worth a look as cues, with these."""
    glance = model.glance.score
    cues = list(map(model.cues.__getitem__, units.lower))
    for first, last in units.sentences:
        found = [
            (i, cue)
            for i, cue in enumerate(cues[first : last + 1], first)
            if cue is not None and glance(units, i, cue.glance) > _WORTH_A_LOOK
        ]
        if found:
            yield first, last, found


class _Reader:
    """The steps of reading one sentence."""

    def __init__(self, text: str, units: Units, sentence: Sentence, model: Model, least: float) -> None:
        self.text = text
        self.units = units
        self.sentence = sentence
        self.model = model
        self.least = least

    def read(self, cues: Sequence[tuple[int, Cue]]) -> Iterator[Reported]:
        """Give the reports of the sentence, the likeliest first where two overlap."""
        s, model, least = self.sentence, self.model, self.least
        known = dict(cues)
        candidates: list[tuple[float, int, int, int]] = []
        for i, cue in cues:
            likely = probability(model.cue.score(s, i, cue.cue))
            if likely >= least:
                pieces = self._pieces(i, cue, least / likely)
                candidates += [(-likely * share, i, begin, end) for share, begin, end in pieces]
        taken: dict[int, list[Piece]] = {}
        used: list[tuple[int, int]] = []
        for unlikely, i, begin, end in sorted(candidates):
            if begin == end and s.lower[begin] in _SUBJECTS:
                continue
            if -unlikely >= least and not any(begin <= stop and start <= end for start, stop in used):
                used.append((begin, end))
                taken.setdefault(i, []).append((-unlikely, begin, end))
        earlier: set[int] = set()
        for i, pieces in sorted(taken.items()):
            contents = sorted((begin, end) for _, begin, end in pieces)
            source = self._source(i, known[i], contents, earlier)
            if source:
                earlier.add(source[1])
            yield self._report(i, contents, source, certainty=max(pieces)[0])

    def _pieces(self, i: int, cue: Cue, least: float) -> list[Piece]:
        """Give the likeliest content on each side of the cue at `i`, with its likelihood given the cue.

        A side less likely than `least` is left out: no content on it can be likelier.
        """
        s, model = self.sentence, self.model
        least = max(_FAINT_SIDE, least)
        right = probability(model.right.score(s, i, cue.right))
        left = probability(model.left.score(s, i, cue.left))
        out = []
        if right >= least and i < s.last:
            out.append((right, self._after(i, cue)))
        if left >= least and i > s.first:
            out.append((left, self._before(i, cue)))
        return [_pooled(self.units, pieces, side) for side, pieces in out if pieces]

    def _after(self, i: int, cue: Cue) -> list[Piece]:
        """Give the likely contents after the cue at `i`."""
        s, model = self.sentence, self.model
        places = beginnings(s, i)
        likely = shares(model.beginning.score(s, i, places, cue.beginning))
        out: list[Piece] = []
        for begin, p in zip(places, likely, strict=True):
            if p >= _FAINT:
                stops = ends(s, begin)
                chances = shares(model.end.score(s, begin, stops, cue.end))
                least = _FAINT_PIECE / p
                out += [(p * q, begin, e) for e, q in zip(stops, chances, strict=True) if q >= least]
        return out

    def _before(self, i: int, cue: Cue) -> list[Piece]:
        """Give the likely contents before the cue at `i`."""
        s, model = self.sentence, self.model
        places = back_ends(s, i)
        likely = shares([model.back_end.score(s, i, e, cue.back_end) for e in places])
        out: list[Piece] = []
        for end, p in zip(places, likely, strict=True):
            if p >= _FAINT:
                begins = back_beginnings(s, end)
                chances = shares([model.back_beginning.score(s, end, b, cue.back_beginning) for b in begins])
                least = _FAINT_PIECE / p
                out += [(p * q, b, end) for b, q in zip(begins, chances, strict=True) if q >= least]
        return out

    def _source(self, i: int, cue: Cue, contents: list[Stretch], earlier: Container[int]) -> Stretch | None:
        """Choose the source of the cue at `i`, or none; `earlier` are the ends of sources chosen before."""
        s, model = self.sentence, self.model
        places = source_ends(s, i, contents)
        if not places:
            return None
        scores = model.score_sources(s, i, cue, contents, places, earlier)
        best = max(scores)
        if best == scores[-1]:
            return None
        end = places[scores.index(best)]
        begins = source_beginnings(s, i, end)
        return max(begins, key=lambda b: model.source_beginning.score(s, i, end, b)), end

    def _report(self, i: int, contents: list[Stretch], source: Stretch | None, certainty: float) -> Reported:
        """Give the report of the cue at `i` with its places in the text."""
        u, lower = self.units, self.units.lower
        held = "".join(u.classes[begin : end + 1] for begin, end in contents)
        marked = held.count(MARKED)
        kind = Kind.INDIRECT if not marked else Kind.DIRECT if marked == len(held) else Kind.MIXED
        phrase = lower[i] == "according" and lower[i + 1] == "to"
        return Reported(
            kind=kind,
            contents=tuple(self._span(begin, end) for begin, end in contents),
            source=self._span(*source) if source else None,
            cue=Span(u.starts[i], u.ends[i + 1 if phrase else i]),
            certainty=certainty,
        )

    def _span(self, begin: int, end: int) -> Span:
        """Give the place in the text of the units from `begin` to `end`, without a final mark."""
        start, stop = self.units.starts[begin], self.units.ends[end]
        trimmed = len(self.text[start:stop].rstrip(_TRAILING))
        return Span(start, start + trimmed if trimmed else stop)


def _pooled(u: Units, pieces: list[Piece], side: float) -> Piece:
    """Choose the piece that is likeliest to be nearly right, counting those that share most of it."""
    if len(pieces) == 1:
        ((likely, begin, end),) = pieces
        return side * likely, begin, end
    strong = [
        (likely, u.starts[begin], u.ends[end], begin, end)
        for likely, begin, end in sorted(pieces, reverse=True)[:_STRONG]
    ]
    best = (-1.0, 0, 0)
    for _, start, stop, begin, end in strong:
        together = 0.0
        for likely, other_start, other_stop, _, _ in strong:
            shared = min(stop, other_stop) - max(start, other_start)
            if shared >= _SAME * (stop - start + other_stop - other_start - shared):
                together += likely
        if side * together > best[0]:
            best = (side * together, begin, end)
    return best


MODEL = make_model(read_weights("reported.weights"))
