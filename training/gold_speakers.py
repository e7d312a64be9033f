"""Annotated articles to what the choice of a speaker should have been for each marked stretch."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from articles.engine.attribution.candidates import Candidate, CandidateFinder, Choice
from articles.engine.attribution.hints import Hint
from articles.engine.quotations.marks import Stretch, Style, pair_marks
from articles.engine.quotations.outline import Outline, outline_paragraphs
from articles.engine.reading.hints import give_hints
from articles.engine.reports.model import Model
from articles.engine.reports.reported import find_reported
from articles.engine.text.classes import classify_words
from articles.engine.text.spans import Span
from articles.engine.text.words import Words, split_words
from articles.evaluation.heads import head_of

# A stretch is the annotated one when the two share this much (Jaccard over characters).
SAME = 0.8
# A stretch in two apostrophes, which the annotation of stretches leaves out, takes its speaker
# from the shortest annotated content that holds this much of it.
HELD = 0.8

Entry = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Decision:
    """The traits of each candidate for one stretch, and the indices of the right ones."""

    rows: list[list[str]]
    right: list[int]


@dataclass(frozen=True, slots=True)
class Article:
    """An annotated article: for each stretch its entry, None where it is no quotation; no key if unknown."""

    id: str
    source: str
    words: Words
    outlines: Sequence[Outline]
    stretches: Sequence[Stretch]
    hints: Mapping[int, Hint]
    entries: Mapping[int, Entry | None]


def read_articles(stretches: Path, contents: Path, models: Mapping[str, Model]) -> list[Article]:
    """Read articles annotated by stretch, with the annotation of all their contents beside it.

    `models` are what finds reported speech in the articles of each source, as hints.
    """
    by_id = {record["id"]: record for record in _read(contents)}
    return [_article(record, by_id[record["id"]], models[record["source"]]) for record in _read(stretches)]


def _read(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def _article(record: dict[str, Any], full: dict[str, Any], model: Model) -> Article:
    words = split_words(record["text"])
    stretches = pair_marks(record["text"])
    entries: dict[int, Entry | None] = {}
    for index, stretch in enumerate(stretches):
        if stretch.style is Style.SINGLE or _is_ignored(stretch, record["ignore"]):
            continue
        if stretch.style is Style.DOUBLED:
            entries[index] = _holding(stretch, full["quotes"])
        else:
            entries[index] = _same(stretch, record["quotes"])
    outlines = outline_paragraphs(words, classify_words(words), stretches)
    reports = find_reported(words, [Span(s.start, s.end) for s in stretches], model)
    hints = give_hints(stretches, reports)
    return Article(record["id"], record["source"], words, outlines, stretches, hints, entries)


def _is_ignored(stretch: Stretch, regions: Sequence[Entry]) -> bool:
    half = (stretch.end - stretch.start) / 2
    return any(min(stretch.end, r["end"]) - max(stretch.start, r["start"]) > half for r in regions)


def _same(stretch: Stretch, quotes: Sequence[Entry]) -> Entry | None:
    def share(quote: Entry) -> float:
        shared = min(stretch.end, quote["end"]) - max(stretch.start, quote["start"])
        return float(shared / (max(stretch.end, quote["end"]) - min(stretch.start, quote["start"])))

    best = max(quotes, key=share, default=None)
    return best if best is not None and share(best) >= SAME else None


def _holding(stretch: Stretch, quotes: Sequence[Entry]) -> Entry | None:
    needed = HELD * (stretch.inner_end - stretch.inner_start)
    holding = [q for q in quotes if min(q["end"], stretch.end) - max(q["start"], stretch.start) >= needed]
    return min(holding, key=lambda q: q["end"] - q["start"], default=None)


def decisions(article: Article) -> Iterator[Decision]:
    """Give the choice for each stretch, each with the right choice for the quotation before it."""
    finder = CandidateFinder(article.words, article.outlines, article.stretches, article.hints)
    last: Choice | None = None
    for paragraph, outline in enumerate(article.outlines):
        for index in outline.stretches:
            if index not in article.entries:
                continue
            candidates = finder.find(paragraph, index, last)
            entry = article.entries[index]
            right = [0] if entry is None else _right(article, candidates, entry)
            if right:
                yield Decision([candidate.traits for candidate in candidates], right)
            if entry is not None and right:
                chosen = candidates[right[0]]
                last = Choice(index, chosen.paragraph, chosen.profile, 1.0)


def _right(article: Article, candidates: Sequence[Candidate], entry: Entry) -> list[int]:
    """Give the candidates that are the annotated mention: with its head if there are any, else any of it."""
    if not entry.get("speaker_text"):
        return []
    touching = [n for n, c in enumerate(candidates) if c.profile and _touches(article, c, entry)]
    head = head_of(entry["speaker_text"])
    same = [n for n in touching if head_of(_printed(article, candidates[n])) == head]
    return same or touching


def _place(article: Article, candidate: Candidate) -> tuple[int, int]:
    assert candidate.profile is not None
    items = article.outlines[candidate.paragraph].items
    mention = candidate.profile.mention
    return article.words.starts[items[mention.start]], article.words.ends[items[mention.end - 1]]


def _printed(article: Article, candidate: Candidate) -> str:
    start, end = _place(article, candidate)
    return article.words.text[start:end]


def _touches(article: Article, candidate: Candidate, entry: Entry) -> bool:
    start, end = _place(article, candidate)
    return bool(min(end, entry["speaker_end"]) > max(start, entry["speaker_start"]))
