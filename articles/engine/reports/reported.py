"""Words to reported speech in the outlet's own words: what was reported, by whom, and the cue that says so.

A linear model looks at each word that may be a cue, and for those that are, chooses where the
content stands and who the source is; `training/train_reported.py` learned its weights.
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from articles.engine.quotations.quotations import Kind
from articles.engine.reports import contents as content
from articles.engine.reports import sources
from articles.engine.reports.cues import cue_features, glance_features
from articles.engine.reports.sources import Stretch
from articles.engine.reports.units import MARKED, Units, split_units
from articles.engine.text.spans import Span
from articles.engine.text.weights import Table, probability, read_weights, shares, total
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
_WORTH_A_LOOK = -2.7
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


class Model(NamedTuple):
    """The tables of weights, one a choice, and the stems of words that may be a cue."""

    glance: Table
    cue: Table
    right: Table
    left: Table
    beginning: Table
    end: Table
    back_end: Table
    back_beginning: Table
    source_end: Table
    source_beginning: Table
    stems: frozenset[str]


def read_model(name: str = "reported.weights") -> Model:
    """Read the model that ships with the engine."""
    tables = read_weights(name)
    stems = frozenset(tables.get("stems", ()))
    choices = {field: tables.get(field, {}) for field in Model._fields if field != "stems"}
    return Model(**choices, stems=stems)


def find_reported(
    words: Words, stretches: Sequence[Span], model: Model | None = None, least: float = LEAST_CERTAINTY
) -> tuple[Reported, ...]:
    """Find the reported speech of a text, in reading order; `stretches` are its marked stretches.

    A content that is nothing but a marked stretch is given too, as direct.
    """
    model = model or MODEL
    found: list[Reported] = []
    for units in split_units(words, stretches, model.stems):
        found.extend(_in_sentence(words.text, units, model, least))
    return tuple(sorted(found, key=lambda r: r.contents))


def _in_sentence(text: str, u: Units, model: Model, least: float) -> Iterator[Reported]:
    """Give the reports of one sentence, the likeliest first where two overlap."""
    candidates: list[tuple[float, int, int, int]] = []
    for i, stem in enumerate(u.stems):
        if stem in model.stems and total(model.glance, glance_features(u, i)) > _WORTH_A_LOOK:
            cue = probability(total(model.cue, cue_features(u, i)))
            if cue >= least:
                pieces = _pieces(u, i, model, least / cue)
                candidates += [(-cue * likely, i, begin, end) for likely, begin, end in pieces]
    taken: dict[int, list[Piece]] = {}
    used: list[tuple[int, int]] = []
    for unlikely, i, begin, end in sorted(candidates):
        if begin == end and u.lower[begin] in _SUBJECTS:
            continue
        if -unlikely >= least and not any(begin <= stop and start <= end for start, stop in used):
            used.append((begin, end))
            taken.setdefault(i, []).append((-unlikely, begin, end))
    earlier: set[int] = set()
    for i, pieces in sorted(taken.items()):
        contents = sorted((begin, end) for _, begin, end in pieces)
        source = _source(u, i, contents, earlier, model)
        if source:
            earlier.add(source[1])
        yield _report(text, u, i, contents, source, certainty=max(pieces)[0])


def _report(
    text: str, u: Units, i: int, contents: list[Stretch], source: Stretch | None, certainty: float
) -> Reported:
    """Give the report of the cue at `i` with its places in the text."""
    held = [k for begin, end in contents for k in u.classes[begin : end + 1]]
    marked = held.count(MARKED)
    kind = Kind.INDIRECT if not marked else Kind.DIRECT if marked == len(held) else Kind.MIXED
    phrase = u.lower[i] == "according" and u.lower[i + 1] == "to"
    return Reported(
        kind=kind,
        contents=tuple(_span(text, u, begin, end) for begin, end in contents),
        source=_span(text, u, *source) if source else None,
        cue=Span(u.starts[i], u.ends[i + 1 if phrase else i]),
        certainty=certainty,
    )


def _span(text: str, u: Units, begin: int, end: int) -> Span:
    """Give the place in the text of the units from `begin` to `end`, without a final mark."""
    start, stop = u.starts[begin], u.ends[end]
    trimmed = len(text[start:stop].rstrip(_TRAILING))
    return Span(start, start + trimmed if trimmed else stop)


def _pieces(u: Units, i: int, model: Model, least: float) -> list[Piece]:
    """Give the likeliest content on each side of the cue at `i`, with its likelihood given the cue.

    A side less likely than `least` is left out: no content on it can be likelier.
    """
    least = max(_FAINT_SIDE, least)
    features = content.side_features(u, i)
    right, left = probability(total(model.right, features)), probability(total(model.left, features))
    out = []
    if right >= least and i < u.last:
        out.append((right, _after(u, i, model)))
    if left >= least and i > u.first:
        out.append((left, _before(u, i, model)))
    return [_pooled(u, pieces, side) for side, pieces in out if pieces]


def _after(u: Units, i: int, model: Model) -> list[Piece]:
    places = content.beginnings(u, i)
    likely = shares([total(model.beginning, content.beginning_features(u, i, j)) for j in places])
    out: list[Piece] = []
    for begin, p in zip(places, likely, strict=True):
        if p < _FAINT:
            continue
        stops = content.ends(u, begin)
        features = content.end_features(u, i, begin, stops)
        chances = shares([total(model.end, f) for f in features])
        out += [(p * q, begin, e) for e, q in zip(stops, chances, strict=True) if p * q >= _FAINT_PIECE]
    return out


def _before(u: Units, i: int, model: Model) -> list[Piece]:
    places = content.back_ends(u, i)
    likely = shares([total(model.back_end, content.back_end_features(u, i, e)) for e in places])
    out: list[Piece] = []
    for end, p in zip(places, likely, strict=True):
        if p < _FAINT:
            continue
        begins = content.back_beginnings(u, end)
        features = [content.back_beginning_features(u, i, end, s) for s in begins]
        chances = shares([total(model.back_beginning, f) for f in features])
        out += [(p * q, s, end) for s, q in zip(begins, chances, strict=True) if p * q >= _FAINT_PIECE]
    return out


def _pooled(u: Units, pieces: list[Piece], side: float) -> Piece:
    """Choose the piece that is likeliest to be nearly right, counting those that share most of it."""
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


def _source(
    u: Units, i: int, contents: list[Stretch], earlier: Container[int], model: Model
) -> Stretch | None:
    """Choose the source of the cue at `i`, or none; `earlier` are the ends of sources chosen before it."""
    best, end = total(model.source_end, sources.no_source_features(u, i)), 0
    for rank, e in enumerate(sources.source_ends(u, i, contents)):
        features = sources.source_end_features(u, i, contents, e, rank, earlier)
        score = total(model.source_end, features)
        if score > best:
            best, end = score, e
    if not end:
        return None
    begins = sources.source_beginnings(u, i, end)
    begin = max(
        begins, key=lambda s: total(model.source_beginning, sources.source_beginning_features(u, i, end, s))
    )
    return begin, end


MODEL = read_model()
