"""Words to reported speech in the outlet's own words: what was reported, by whom, and the cue that says so.

A linear model looks at each word that may be a cue, and for those that are, chooses where the
content stands and who the source is; `training/train_reported.py` learned its weights.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from articles.engine.quotations.quotations import Kind
from articles.engine.reports.chances import Shares, first_of_highest, probabilities, shares
from articles.engine.reports.choices import Array, Scorer
from articles.engine.reports.contents import back_beginnings, back_ends, beginnings, ends, side_parts
from articles.engine.reports.cues import cue_parts, glance_parts
from articles.engine.reports.model import Model
from articles.engine.reports.nested import Candidate, leave_out_inner
from articles.engine.reports.passage import Flags, Passage, Places
from articles.engine.reports.sources import EARLIER, no_source_parts, source_beginnings, source_ends
from articles.engine.reports.units import MARKED, Units, split_units
from articles.engine.text.spans import Span
from articles.engine.text.weights import SCALE, read_weights
from articles.engine.text.words import Words

# A report is given when it is at least this likely to be right; the best F1 on news is reached here.
LEAST_CERTAINTY = 0.25
# A possible content: how likely it is, and its first and last unit.
Piece = tuple[float, int, int]
Stretch = tuple[int, int]
# Contents of some cues: the number of the cue, how likely it is, its first and last unit.
Found = tuple[Array, Shares, Array, Array]
# What gives the units at which contents may begin or end: the one nearest to the cue, then the other.
Near = Callable[[Passage, Array], Places]
Far = Callable[[Passage, Array, Array], Places]

# Alternatives less likely than this are not followed.
_FAINT = 0.1
# So many alternatives for a content are weighed against each other.
_STRONG = 6
# A word whose first few features add up to less is hardly ever a cue.
_WORTH_A_LOOK = -2.7 * SCALE
_FAINT_SIDE = 0.15
_FAINT_PIECE = 0.02
# So many cues are followed at a time, which bounds the memory for texts of any length.
_AT_ONCE = 1000
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
    units = split_units(words, stretches)
    if not units.sentences:
        return ()
    found = _Reader(words.text, units, model or MODEL, least).read()
    return tuple(sorted(found, key=lambda r: r.contents))


class _Reader:
    """The steps of finding the reports of one text, each for all its places at once."""

    def __init__(self, text: str, units: Units, model: Model, least: float) -> None:
        self.text = text
        self.units = units
        self.model = model
        self.least = least
        self.passage = Passage(text, units, model.numbers)

    def read(self) -> Iterator[Reported]:
        """Give the reports of the text."""
        p, model = self.passage, self.model
        at = p.stems.nonzero()[0]
        at = at[model.glance.score(glance_parts(p, at)) > _WORTH_A_LOOK]
        likely = probabilities(model.cue.score(cue_parts(p, at)))
        at, likely = at[likely >= self.least], likely[likely >= self.least]
        for some in _batches(p.sentence[at]):
            yield from self._read_cues(at[some], likely[some])

    def _read_cues(self, at: Array, likely: Shares) -> Iterator[Reported]:
        """Give the reports of all cues of some sentences, the likeliest first where two overlap."""
        taken: dict[int, list[Piece]] = {}
        used: dict[int, list[Stretch]] = {}
        sentence_of = dict(zip(at.tolist(), self.passage.sentence[at].tolist(), strict=True))
        found = [one for one in self._candidates(at, likely) if -one[0] >= self.least]
        for unlikely, i, begin, end in sorted(leave_out_inner(found, self.units.lower)):
            if begin == end and self.units.lower[begin] in _SUBJECTS:
                continue
            others = used.setdefault(sentence_of[i], [])
            if not any(begin <= stop and start <= end for start, stop in others):
                others.append((begin, end))
                taken.setdefault(i, []).append((-unlikely, begin, end))
        contents = {i: sorted((begin, end) for _, begin, end in taken[i]) for i in sorted(taken)}
        sources = self._sources(contents)
        for i, places in contents.items():
            yield self._report(i, places, sources.get(i), certainty=max(taken[i])[0])

    def _candidates(self, at: Array, likely: Shares) -> Iterator[Candidate]:
        """Give the likeliest content on each side of each cue: how unlikely it is, the cue, its place.

        A side is left out where no content on it can be likely enough.
        """
        p, model = self.passage, self.model
        right, left = probabilities(model.sides.score_each(side_parts(p, at)))
        least = np.maximum(_FAINT_SIDE, self.least / likely)
        for side, has_room, find in (
            (right, at < p.last[at], self._after),
            (left, at > p.first[at], self._before),
        ):
            some = (side >= least) & has_room
            if some.any():
                cues = zip(at[some].tolist(), likely[some].tolist(), side[some].tolist(), strict=True)
                for (i, sure, chance), pieces in zip(
                    cues, _by_owner(int(some.sum()), *find(at[some])), strict=True
                ):
                    if pieces:
                        share, begin, end = _pooled(self.units, pieces, chance)
                        yield -sure * share, i, begin, end

    def _after(self, at: Array) -> Found:
        """Give the likely contents behind some cues, whose beginnings are chosen first."""
        model = self.model
        owner, likely, begin, end = self._grow(at, beginnings, model.beginning, ends, model.end)
        return owner, likely, begin, end

    def _before(self, at: Array) -> Found:
        """Give the likely contents before some cues, whose ends are chosen first."""
        model = self.model
        owner, likely, end, begin = self._grow(
            at, back_ends, model.back_end, back_beginnings, model.back_beginning
        )
        return owner, likely, begin, end

    def _grow(self, at: Array, near: Near, near_model: Scorer, far: Far, far_model: Scorer) -> Found:
        """Give the likely contents beside some cues, by the unit nearest to the cue and the farthest."""
        close = near(self.passage, at)
        likely = shares(near_model.score(close.parts), close.owner)
        kept = likely >= _FAINT
        owner, nearest, likely = close.owner[kept], close.at[kept], likely[kept]
        away = far(self.passage, at[owner], nearest)
        given = shares(far_model.score(away.parts), away.owner)
        kept = given >= (_FAINT_PIECE / likely)[away.owner]
        of = away.owner[kept]
        return owner[of], likely[of] * given[kept], nearest[of], away.at[kept]

    def _sources(self, contents: Mapping[int, list[Stretch]]) -> dict[int, Stretch]:
        """Choose the sources of the cues that have one, given their contents."""
        p, model = self.passage, self.model
        at = np.array(list(contents), np.intp)
        if not len(at):
            return {}
        left, right = (np.full((len(at), 2), -1) for _ in range(2))
        for n, (i, stretches) in enumerate(contents.items()):
            for begin, end in stretches:
                (left if end < i else right)[n] = begin, end
        places = source_ends(p, at, left, right)
        sentences = p.sentence[at]
        again = np.zeros(len(at), np.bool_)
        again[1:] = sentences[1:] == sentences[:-1]
        scores = self._score_sources(places, at, again)
        none = model.no_source.score(no_source_parts(p, at)).tolist()
        bounds = places.owner.searchsorted(np.arange(len(at) + 1)).tolist()
        stops = places.at.tolist()
        found: dict[int, int] = {}
        earlier: set[int] = set()
        for n, (i, goes_on) in enumerate(zip(contents, again.tolist(), strict=True)):
            if not goes_on:
                earlier = set()
            best = none[n]
            for k in range(bounds[n], bounds[n + 1]):
                score = scores[(2 if stops[k] in earlier else 1) if earlier else 0][k]
                if score > best:
                    best, found[i] = score, stops[k]
            if i in found:
                earlier.add(found[i])
        return self._begin(found)

    def _score_sources(self, places: Places, at: Array, again: Flags) -> list[list[int]]:
        """Score the places where sources may end, for each value of "earlier".

        Only the cues that come `again` in their sentence can have others before them.
        """
        count = len(places.at)
        open_ = again[places.owner].nonzero()[0]
        some = np.concatenate((np.arange(count), open_, open_))
        parts = {names: part[..., some] for names, part in places.parts.items()}
        parts["earlier"] = np.repeat(np.arange(len(EARLIER)), (count, len(open_), len(open_)))
        behind = (places.at > at[places.owner])[some].astype(np.intp)
        scores = self.model.source_end.score_each(parts)[behind, np.arange(len(some))]
        found = np.zeros((len(EARLIER), count), np.intp)
        found[0] = scores[:count]
        found[1:, open_] = scores[count:].reshape(2, -1)
        rows: list[list[int]] = found.tolist()
        return rows

    def _begin(self, found: Mapping[int, int]) -> dict[int, Stretch]:
        """Choose where the sources of cues begin, given by cue where they end."""
        if not found:
            return {}
        at, end = np.array(list(found.items()), np.intp).T
        begins = source_beginnings(self.passage, at, end)
        scores = self.model.source_beginning.score(begins.parts)
        best = first_of_highest(scores, begins.owner)
        return dict(zip(found, zip(begins.at[best].tolist(), end.tolist(), strict=True), strict=True))

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


def _batches(sentences: Array) -> Iterator[slice]:
    """Divide cues, given by their sentences, into some at a time that are whole sentences."""
    begin = 0
    while begin < len(sentences):
        end = begin + _AT_ONCE
        if end < len(sentences):
            end = int(sentences.searchsorted(sentences[end]))
        yield slice(begin, end)
        begin = end


def _by_owner(count: int, owner: Array, likely: Shares, begin: Array, end: Array) -> Iterator[list[Piece]]:
    """Give the pieces of each of so many owners."""
    pieces = list(zip(likely.tolist(), begin.tolist(), end.tolist(), strict=True))
    bounds = owner.searchsorted(np.arange(count + 1)).tolist()
    return (pieces[first:last] for first, last in pairwise(bounds))


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


MODEL = Model(read_weights("reported.weights"))
