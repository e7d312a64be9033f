"""Train the weights with which the speaker of a marked stretch is chosen.

    python -m training.train_attribution STRETCHES.jsonl CONTENTS.jsonl [--validate PRED.jsonl]

Both files hold the same annotated articles, one a line: the first with an entry for each stretch
between quotation marks, the second with an entry for each content. Without an option the weights
of the engine's data folder are written from all articles. With --validate nothing is written
there: each outlet is left out in turn, and what is found in it by weights learned from the others
is written as predictions. The same input gives the same output.

What the search for reported speech says of a stretch is one of the things learned from; it too is
asked of weights learned without the outlet, so that it is as good as on an article never seen.

The model is a conditional logit: of the candidates for a stretch, the right ones get the largest
share. It is fitted by AdaGrad (Duchi et al. 2011), with the weights of the later rounds averaged.
"""

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from math import exp, sqrt
from pathlib import Path
from typing import Any

from articles.engine.attribution.attribution import choose_speakers
from articles.engine.quotations.marks import Style
from articles.engine.reports.model import Model
from articles.engine.text.weights import SCALE, Table
from training import train_reported
from training.gold_speakers import Article, Decision, decisions, read_articles

WEIGHTS = Path(__file__).resolve().parent.parent / "articles" / "engine" / "data" / "attribution.weights"

# Chosen by leaving outlets out.
ROUNDS = 8
RATE = 0.1
PENALTY = 0.02
# A trait must be seen this often, and weights nearer to zero are left out of the file.
RAREST = 3
SMALLEST = 0.05
# Keeps the first steps of a trait small, and leaves out steps that change nothing.
CAUTION = 0.1
STILL = 1e-3


def fit(examples: Sequence[Decision]) -> dict[str, int]:
    """Fit the weights, in whole numbers of hundredths."""
    seen = Counter(trait for example in examples for row in example.rows for trait in row)
    rows = [[[t for t in row if seen[t] >= RAREST] for row in example.rows] for example in examples]
    weights: defaultdict[str, float] = defaultdict(float)
    squares: defaultdict[str, float] = defaultdict(float)
    sums: defaultdict[str, float] = defaultdict(float)
    chance = random.Random(0)  # noqa: S311
    order = list(range(len(examples)))
    for turn in range(ROUNDS):
        chance.shuffle(order)
        for at in order:
            _step(rows[at], frozenset(examples[at].right), weights, squares)
        if turn >= ROUNDS // 2:
            for trait, weight in weights.items():
                sums[trait] += weight
    averaged = {trait: weight / (ROUNDS - ROUNDS // 2) for trait, weight in sums.items()}
    return {t: round(SCALE * w) for t, w in averaged.items() if abs(w) >= SMALLEST}


def _step(
    rows: Sequence[Sequence[str]],
    right: frozenset[int],
    weights: defaultdict[str, float],
    squares: defaultdict[str, float],
) -> None:
    """Move the weights towards the right candidates of one choice."""
    scores = [sum([weights[trait] for trait in row]) for row in rows]
    highest = max(scores)
    powers = [exp(score - highest) for score in scores]
    whole = sum(powers)
    whole_right = sum(powers[at] for at in right)
    for at, row in enumerate(rows):
        slope = powers[at] / whole - (powers[at] / whole_right if at in right else 0.0)
        if abs(slope) < STILL:
            continue
        for trait in row:
            gradient = slope + PENALTY * weights[trait]
            squares[trait] += gradient * gradient
            weights[trait] -= RATE * gradient / (sqrt(squares[trait]) + CAUTION)


def predict(article: Article, weights: Table) -> dict[str, Any]:
    """Find the quotations of an article, as stretches between double marks."""
    quotes = []
    choices = choose_speakers(article.words, article.outlines, article.stretches, article.hints, weights)
    for choice in choices:
        stretch = article.stretches[choice.stretch]
        if choice.profile is None or stretch.style is not Style.DOUBLE:
            continue
        items = article.outlines[choice.paragraph].items
        mention = choice.profile.mention
        start = article.words.starts[items[mention.start]]
        end = article.words.ends[items[mention.end - 1]]
        quotes.append(
            {
                "start": stretch.start,
                "end": stretch.end,
                "speaker_start": start,
                "speaker_end": end,
                "speaker_text": article.words.text[start:end],
                "certainty": round(choice.certainty, 3),
            }
        )
    return {"id": article.id, "quotes": quotes}


def validate(articles: Sequence[Article], path: Path) -> None:
    """Write what is found in each outlet by weights learned from the others."""
    with path.open("w", encoding="utf8") as out:
        for source in sorted({article.source for article in articles}):
            weights = learn([a for a in articles if a.source != source])
            for article in articles:
                if article.source == source:
                    out.write(json.dumps(predict(article, weights), ensure_ascii=False) + "\n")


def learn(articles: Sequence[Article]) -> dict[str, int]:
    """Fit the weights to what should have been chosen in the articles."""
    return fit([decision for article in articles for decision in decisions(article)])


def find_models(contents: Path) -> dict[str, Model]:
    """Learn for each outlet, from the others, what finds reported speech."""
    articles = train_reported.read_articles(contents)
    return {
        outlet: Model(train_reported.train([a for a in articles if a.outlet != outlet]))
        for outlet in sorted({a.outlet for a in articles})
    }


def write_weights(weights: Table, path: Path) -> None:
    """Write the weights as the engine reads them."""
    lines = [f"{weight}\t{trait}\n" for trait, weight in sorted(weights.items())]
    path.write_text("[traits]\n" + "".join(lines), "utf-8")


def main() -> None:
    """Read the command line and train or validate."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("stretches", type=Path)
    parser.add_argument("contents", type=Path)
    parser.add_argument("--validate", type=Path, metavar="PRED.jsonl")
    options = parser.parse_args()
    articles = read_articles(options.stretches, options.contents, find_models(options.contents))
    if options.validate:
        validate(articles, options.validate)
    else:
        write_weights(learn(articles), WEIGHTS)


if __name__ == "__main__":
    main()
