"""Annotated articles to what the choices in finding reported speech should have been."""

import json
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from articles.engine.quotations.marks import pair_marks
from articles.engine.reports.model import stem_of
from articles.engine.reports.units import COLON, COMMA, DASH, STOP, Units, split_units
from articles.engine.text.spans import Span
from articles.engine.text.words import split_words

# Words that are the head of a cue only when nothing else is in it.
_WEAK_TEXT = """
a an the of to in on for with at by from as and or but that this his her its their my our your he
she they it we i you who which is are was were be been being am has have had do does did will would
can could may might must should not n't also , . : Q ” “ ' 's about into over up out
"""
_WEAK = frozenset(_WEAK_TEXT.split())
# Counts are damped so that a word seen once in a cue does not look like a sure one.
_DAMPING = 3


@dataclass(slots=True)
class Report:
    """One annotated attribution, as units of the text.

    `right` and `left` are the contents after and before the cue in its own sentence, `source`
    the first and last unit of the source up to its first comma; `head` is the cue's main word.
    """

    sentence: int
    cue: tuple[int, int]
    right: tuple[int, int] | None
    left: tuple[int, int] | None
    source: tuple[int, int] | None
    has_source: bool
    head: int = 0


@dataclass(slots=True)
class Article:
    """An annotated article as units with its reports."""

    id: str
    outlet: str
    text: str
    units: Units
    stems: list[str]
    reports: list[Report]


def read_articles(path: Path) -> list[Article]:
    """Read the annotated articles of a JSON-lines file, in its order."""
    with path.open(encoding="utf8") as lines:
        return [_article(json.loads(line)) for line in lines if line.strip()]


def outlet_of(id: str) -> str:
    """Tell the outlet from an article's id ("polnear:nyt_2016-01-04_...")."""
    return id.partition(":")[2].partition("_")[0]


def _article(record: dict[str, Any]) -> Article:
    text = record["text"]
    stretches = [Span(s.start, s.end) for s in pair_marks(text)]
    units = split_units(split_words(text), stretches)
    groups = defaultdict(list)
    for quote in record["quotes"]:
        groups[quote["group"]].append(quote)
    reports = [r for quotes in groups.values() if (r := _report(units, quotes)) is not None]
    stems = list(map(stem_of, units.lower))
    return Article(record["id"], outlet_of(record["id"]), text, units, stems, reports)


def _report(units: Units, quotes: list[dict[str, Any]]) -> Report | None:
    quote = quotes[0]
    if not quote.get("cue"):
        return None
    cue = _locate(units, quote["cue_start"], quote["cue_end"])
    if cue is None:
        return None
    sentence, first, last = cue
    sides: dict[bool, list[tuple[int, int]]] = {True: [], False: []}
    for content in sorted(quotes, key=lambda q: q["start"]):
        place = _locate(units, content["start"], content["end"])
        if place and place[0] == sentence:
            sides[content["start"] >= quote["cue_end"]].append(_without_marks(units, *place[1:]))
    return Report(
        sentence,
        (first, last),
        right=max(sides[True], key=_length, default=None),
        left=max(sides[False], key=_length, default=None),
        source=_source(units, sentence, quote),
        has_source=bool(quote.get("speaker_text")),
    )


def _without_marks(u: Units, first: int, last: int) -> tuple[int, int]:
    """Leave out marks at the end of a content, as finding it does."""
    while last > first and u.classes[last] in (STOP, COMMA, DASH, COLON):
        last -= 1
    return first, last


def _length(place: tuple[int, int]) -> int:
    return place[1] - place[0]


def _source(units: Units, sentence: int, quote: dict[str, Any]) -> tuple[int, int] | None:
    if not quote.get("speaker_text"):
        return None
    place = _locate(units, quote["speaker_start"], quote["speaker_end"])
    if place is None or place[0] != sentence:
        return None
    _, first, last = place
    comma = units.classes.find(COMMA, first + 1, last + 1)
    return first, comma - 1 if comma >= 0 else last


def _locate(u: Units, start: int, end: int) -> tuple[int, int, int] | None:
    """Give the sentence, first and last unit that meet a stretch of characters."""
    begins = [u.starts[first] for first, _ in u.sentences]
    near = max(0, bisect_right(begins, start) - 1)
    for at in (near, near + 1):
        if at >= len(u.sentences):
            return None
        first, last = u.sentences[at]
        inside = [j for j in range(first, last + 1) if u.ends[j] > start and u.starts[j] < end]
        if inside:
            return at, inside[0], inside[-1]
    return None


def cue_rates(articles: Iterable[Article]) -> dict[str, float]:
    """Tell for each stem which share of its uses is in a cue."""
    uses: Counter[str] = Counter()
    in_cue: Counter[str] = Counter()
    for article in articles:
        uses.update(article.stems)
        for report in article.reports:
            in_cue.update(set(article.stems[report.cue[0] : report.cue[1] + 1]))
    return {stem: count / (uses[stem] + _DAMPING) for stem, count in in_cue.items()}


def set_heads(articles: Iterable[Article], rates: dict[str, float]) -> None:
    """Choose the main word of each cue: the one whose stem is most often in cues."""
    for article in articles:
        for report in article.reports:
            places = range(report.cue[0], report.cue[1] + 1)
            report.head = max(places, key=lambda at: _weight(article, at, rates))


def _weight(article: Article, at: int, rates: dict[str, float]) -> tuple[bool, float, int]:
    word = article.units.lower[at]
    return word not in _WEAK and word[0].isalnum(), rates.get(article.stems[at], 0.0), -at


def heads(article: Article) -> Iterator[tuple[int, int, list[Report]]]:
    """Give each place that is the head of a cue, with its reports: sentence, unit, reports."""
    at: dict[tuple[int, int], list[Report]] = defaultdict(list)
    for report in article.reports:
        at[report.sentence, report.head].append(report)
    for (at_sentence, head), reports in sorted(at.items()):
        yield at_sentence, head, reports
