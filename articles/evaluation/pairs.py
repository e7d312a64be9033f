"""Labelled pairs of quotations to how many the engine tells rightly."""

import json
from pathlib import Path
from typing import Any

from articles.engine.alignment.in_articles import compare_in_articles
from articles.engine.text.spans import Span
from articles.evaluation.labels import agreement, confusions, label_of

Record = dict[str, Any]


def evaluate(path: str) -> dict[str, Any]:
    """Measure the comparison of two quotations on a file of labelled pairs (JSON lines)."""
    with Path(path).open(encoding="utf-8") as lines:
        pairs = [json.loads(line) for line in lines if line.strip()]
    gold = [pair["label"] for pair in pairs]
    told = [tell_pair(pair) for pair in pairs]
    return agreement(gold, told) | {"wrong": confusions(gold, told)}


def tell_pair(pair: Record) -> str:
    """Give the engine's label of a pair; each side is compared in the text that is given around it."""
    found = compare_in_articles(*_side(pair["a"]), *_side(pair["b"]))
    return label_of(found.status, found.differences)


def _side(side: Record) -> tuple[str, tuple[Span, ...]]:
    """Give the text of one side and the place of its quotation."""
    before, text = side.get("before", ""), side["text"]
    return before + text + side.get("after", ""), (Span(len(before), len(before) + len(text)),)
