"""Texts with annotated links to how many of the links are found from the texts alone.

Nothing annotated is given to the engine: it finds the quotations too. A stretch that it finds counts as the
annotated quotation that it shares most characters with.
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from articles.engine.alignment.stretches import pair_stretches
from articles.engine.alignment.witnesses import Witness
from articles.engine.reading.reading import read_article
from articles.engine.statements.statements import collate
from articles.engine.text.spans import Span
from articles.evaluation.alignment import (
    Pair,
    Record,
    figures_of,
    judge_story,
    order_pair,
    read_lines,
    texts_beside,
)
from articles.evaluation.labels import LABELS, REWORDED, TRUNCATED, label_of


def evaluate(path: str, save: str | None = None) -> dict[str, Any]:
    """Measure the links of whole stories on a file of annotated stories, the texts in files beside it.

    What is found can be saved: {"story", "links": [{"a", "b", "label"}]} a line, by the annotated quotations.
    """
    stories = list(read_lines(Path(path)))
    texts = texts_beside(Path(path), {article for story in stories for article in story["articles"]})
    whole = [story for story in stories if texts.keys() >= set(story["articles"])]
    found = [find_links(story, texts) for story in whole]
    if save:
        lines = (save_links(story, links) for story, links in zip(whole, found, strict=True))
        Path(save).write_text("".join(f"{line}\n" for line in lines), "utf-8")
    judged = [judge_story(story, links) for story, links in zip(whole, found, strict=True)]
    return {"stories_with_text": len(whole)} | figures_of(judged)


def save_links(story: Record, links: dict[Pair, str]) -> str:
    """Write the links of a story as one line."""
    found = [{"a": a, "b": b, "label": label} for (a, b), label in sorted(links.items())]
    return json.dumps({"story": story["story"], "links": found}, ensure_ascii=False)


def find_links(story: Record, texts: dict[str, str]) -> dict[Pair, str]:
    """Give the links found between the texts of a story, as links between annotated quotations."""
    witnesses = [Witness(article, "", read_article(texts[article])) for article in story["articles"]]
    annotated: dict[str, list[Record]] = defaultdict(list)
    for quote in story["quotes"]:
        annotated[quote["article"]].append(quote)
    labels: dict[Pair, set[str]] = defaultdict(set)
    for link in collate(witnesses).links:
        for pair in pair_stretches(witnesses, link) if not link.reported else ():
            one = quotation_at(annotated[witnesses[link.a.witness].id], pair.a)
            other = quotation_at(annotated[witnesses[link.b.witness].id], pair.b)
            label = label_of(pair.status, pair.differences)
            if one and other and label in LABELS:
                labels[order_pair(one, other)].add(label)
    return {pair: join_labels(found) for pair, found in labels.items()}


def quotation_at(annotated: Iterable[Record], stretch: Span) -> str | None:
    """Give the annotated quotation that shares most characters with a stretch, None where none does."""
    shared = {
        quote["id"]: min(stretch.end, quote["end"]) - max(stretch.start, quote["start"])
        for quote in annotated
    }
    best = max(sorted(shared), key=shared.__getitem__, default=None)
    return best if best is not None and shared[best] > 0 else None


def join_labels(labels: set[str]) -> str:
    """Label two quotations that are joined in several places: reworded if anywhere, else whole or cut."""
    if REWORDED in labels:
        return REWORDED
    return labels.pop() if len(labels) == 1 else TRUNCATED
