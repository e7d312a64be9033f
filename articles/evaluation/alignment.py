"""Stories with annotated links to how many of the links the engine finds and labels rightly.

The annotated quotations are given to the engine; it says which report the same words. Who spoke is
read from the articles, when their texts stand in a file `stories_*.jsonl` beside the annotation.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from articles.engine.alignment.witnesses import Witness
from articles.engine.quotations.quotations import Attribution, Kind, Place, Quotation
from articles.engine.reading.reading import Reading, read_article
from articles.engine.statements.statements import collate
from articles.engine.text.spans import Span
from articles.evaluation.labels import LABELS, REWORDED, agreement, label_of, percent

Record = dict[str, Any]
# Two quotation ids, in order.
Pair = tuple[str, str]
ONLY_HERE = "only-here"
_UNSURE = "unsure"
_NO_QUOTATION = "not-a-quotation"
_NOBODY = Attribution(None, None, "", "", 0.0)


@dataclass(frozen=True, slots=True)
class Judged:
    """One story: the annotated links, those found, and the status of each quotation both ways."""

    gold: dict[Pair, str]
    found: dict[Pair, str]
    gold_status: list[str]
    found_status: list[str]


def evaluate(path: str) -> dict[str, Any]:
    """Measure the links of whole stories on a file of annotated stories (JSON lines)."""
    stories = list(read_lines(Path(path)))
    texts = texts_beside(Path(path), {article for story in stories for article in story["articles"]})
    judged = [judge_story(story, _find_links(story, texts)) for story in stories]
    return figures_of(judged) | {"articles_with_text": len(texts)}


def figures_of(judged: Sequence[Judged]) -> dict[str, Any]:
    """Sum up some stories: their links, and the status of each quotation."""
    gold = sum(len(story.gold) for story in judged)
    found = sum(len(story.found) for story in judged)
    both = sum(len(story.gold.keys() & story.found.keys()) for story in judged)
    right = sum(story.found.get(pair) == label for story in judged for pair, label in story.gold.items())
    return {
        "links": {
            "annotated": gold,
            "found": found,
            "precision": percent(both, found),
            "recall": percent(both, gold),
            "f1": percent(2 * both, gold + found),
            "f1_with_label": percent(2 * right, gold + found),
        },
        "quotations": agreement(
            [status for story in judged for status in story.gold_status],
            [status for story in judged for status in story.found_status],
        ),
    }


def judge_story(story: Record, links: dict[Pair, str]) -> Judged:
    """Compare the annotated links of a story with those that were found."""
    annotated = {order_pair(link["a"], link["b"]): link["label"] for link in story["links"]}
    aside = {quotation["id"] for quotation in story["quotes"] if quotation["status"] == _NO_QUOTATION}
    found = {
        pair: label
        for pair, label in links.items()
        if annotated.get(pair) != _UNSURE and not aside & set(pair)
    }
    best: dict[str, set[str]] = defaultdict(set)
    for pair, label in found.items():
        for quotation in pair:
            best[quotation].add(label)
    counted = [q for q in story["quotes"] if q["status"] in (*LABELS, ONLY_HERE)]
    return Judged(
        gold={pair: label for pair, label in annotated.items() if label != _UNSURE},
        found=found,
        gold_status=[q["status"] for q in counted],
        found_status=[
            next((label for label in LABELS if label in best[q["id"]]), ONLY_HERE) for q in counted
        ],
    )


def _find_links(story: Record, texts: dict[str, str]) -> dict[Pair, str]:
    """Give the links that the engine finds between the annotated quotations, reworded if in any part."""
    witnesses, ids = [], []
    for article in story["articles"]:
        quotes = sorted((q for q in story["quotes"] if q["article"] == article), key=lambda q: q["start"])
        witnesses.append(Witness(article, "", _reading(quotes, texts.get(article))))
        ids.append([quote["id"] for quote in quotes])
    found: dict[Pair, str] = {}
    for link in collate(witnesses).links:
        label = label_of(link.status, link.differences)
        if label in LABELS and not link.reported:
            pair = order_pair(ids[link.a.witness][link.a.quotation], ids[link.b.witness][link.b.quotation])
            found[pair] = REWORDED if REWORDED in (label, found.get(pair)) else label
    return found


def _reading(quotes: list[Record], text: str | None) -> Reading:
    """Give the reading of an article in which these quotations, and no others, stand."""
    if text is None:
        text = "\n".join(quote["text"] for quote in quotes)
        places = [Span(start := text.index(quote["text"]), start + len(quote["text"])) for quote in quotes]
        return Reading(text, None, None, tuple(_quotation(place, _NOBODY) for place in places), (), ())
    read = read_article(text)
    return Reading(
        text,
        None,
        None,
        tuple(
            _quotation(place, _attribution_at(read, place))
            for place in (Span(quote["start"], quote["end"]) for quote in quotes)
        ),
        read.people,
        (),
    )


def _quotation(place: Span, attribution: Attribution) -> Quotation:
    return Quotation(Kind.DIRECT, Place.BODY, (place,), (place,), attribution)


def _attribution_at(read: Reading, place: Span) -> Attribution:
    """Give who is read as having said what stands at a place."""
    for quotation in read.quotations:
        if any(part.meets(place) for part in quotation.stretches):
            return quotation.attribution
    return _NOBODY


def texts_beside(path: Path, articles: set[str]) -> dict[str, str]:
    """Read the texts of some articles from the story files beside the annotation."""
    return {
        record["id"]: record["text"]
        for beside in sorted(path.parent.glob("stories_*.jsonl"))
        for record in read_lines(beside)
        if record["id"] in articles
    }


def read_lines(path: Path) -> Iterator[Record]:
    """Read the records of a file, one a line."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def order_pair(one: str, other: str) -> Pair:
    """Give two quotations in order, so that a link is one key whichever end comes first."""
    return (one, other) if one <= other else (other, one)
