"""Pairs of sentences that say the same in other words, or only look so, to how many the model proposes.

A file holds stories: lines of one `story`, each with a sentence `a` of one outlet, a sentence `b` of another,
and whether they say the `same`. Every `a` of a story is compared with every `b`.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from time import process_time
from typing import Any

from articles.engine import Witness, read_article
from articles.engine.alignment.kinship import measure_kinship
from articles.engine.alignment.sentences import Sentence
from articles.evaluation.labels import percent
from articles.semantic.minilm import load_model
from articles.semantic.proposing import Embed, Vector, measure_usual, product, propose, without

Record = dict[str, Any]
# Two sentences that were compared: whether they say the same, and how near they are by some measure.
Judged = tuple[bool, float]


def evaluate(path: str) -> dict[str, Any]:
    """Measure what the sentence model proposes on a file of pairs (JSON lines)."""
    embed = load_model()
    stories: dict[str, list[Record]] = defaultdict(list)
    with Path(path).open(encoding="utf-8") as lines:
        for record in (json.loads(line) for line in lines if line.strip()):
            stories[record["story"]].append(record)
    started = process_time()
    sentences = [record[side] for pairs in stories.values() for record in pairs for side in "ab"]
    embed(sentences)
    milliseconds = 1000 * (process_time() - started) / len(sentences)
    proposed = [found for pairs in stories.values() for found in propose_of(pairs, embed)]
    same = sum(record["same"] for pairs in stories.values() for record in pairs)
    return {
        "stories": len(stories),
        "same": same,
        "proposed": len(proposed),
        "precision": percent(sum(proposed), len(proposed)),
        "recall": percent(sum(proposed), same),
        "auc_of_model": area([one for pairs in stories.values() for one in by_meaning(pairs, embed)]),
        "auc_of_words": area([one for pairs in stories.values() for one in by_words(pairs)]),
        "milliseconds_a_sentence": round(milliseconds, 1),
    }


def propose_of(pairs: list[Record], embed: Embed) -> Iterator[bool]:
    """Propose for one story, all of it said by one person; tell of each proposal whether it is right."""
    right = {tuple(sorted((record["a"], record["b"]))) for record in pairs if record["same"]}
    witnesses = [quote_all([record[side] for record in pairs]) for side in "ab"]
    for proposal in propose(witnesses, embed):
        yield (proposal.words_a, proposal.words_b) in right


def quote_all(sentences: list[str]) -> Witness:
    """Write an article in which one speaker says some sentences."""
    body = [f"Ann Lee said: “{sentence}”" for sentence in sentences]
    return Witness("", "", read_article("\n\n".join(("Ann Lee spoke on Monday.", *body))))


def by_meaning(pairs: list[Record], embed: Embed) -> Iterator[Judged]:
    """Measure every `a` against every `b` by how much more alike than usual they are in meaning."""
    words = sorted({record[side] for record in pairs for side in "ab"})
    vectors: dict[str, Vector] = dict(zip(words, embed(words), strict=True))
    usual = measure_usual(vectors)
    for one in pairs:
        for other in pairs:
            a, b = one["a"], other["b"]
            similarity = product(vectors[a], vectors[b])
            background = (without(usual[a], similarity) + without(usual[b], similarity)) / 2
            yield one is other and one["same"], similarity - background


def by_words(pairs: list[Record]) -> Iterator[Judged]:
    """Measure every `a` against every `b` by the share of rare stems that they have in common."""
    left, right = ([*sentences_of(quote_all([r[side] for r in pairs]))] for side in "ab")
    for one, a in zip(pairs, left, strict=True):
        for other, b in zip(pairs, right, strict=True):
            yield one is other and one["same"], measure_kinship(a, b).share


def sentences_of(witness: Witness) -> Iterator[Sentence]:
    """Give the first sentence of every quotation."""
    yield from (sentences[0] for sentences in witness.sentences)


def area(judged: list[Judged]) -> float:
    """Give the chance that a pair that says the same is nearer than one that does not (AUC), in percent."""
    same = [near for is_same, near in judged if is_same]
    others = [near for is_same, near in judged if not is_same]
    won = sum((a > b) + (a == b) / 2 for a in same for b in others)
    return percent(won, len(same) * len(others))
