"""Train the weights with which reported speech is found.

    python -m training.train_reported GOLD.jsonl [--validate PRED.jsonl]

GOLD.jsonl holds one annotated article a line ({id, text, quotes}; offsets in characters; quotes
with start, end, cue_start, cue_end, speaker_start, speaker_end, group). Without an option the
weights of the engine's data folder are written from all articles. With --validate, nothing is
written there: each outlet is left out in turn, and what is found in it by weights learned from
the others is written as predictions. The same input gives the same output.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

from articles.engine.quotations.marks import pair_marks
from articles.engine.reports.model import Model
from articles.engine.reports.reported import Reported, find_reported
from articles.engine.reports.units import MARKED
from articles.engine.text.spans import Span
from articles.engine.text.weights import SCALE
from articles.engine.text.words import split_words
from training.examples import Examples
from training.gold_reports import Article, cue_rates, heads, read_articles, set_heads
from training.linear_models import fit_choice, fit_yes_no

WEIGHTS = Path(__file__).resolve().parent.parent / "articles" / "engine" / "data" / "reported.weights"

# A word may be a cue when its stem was the head of one this often, and in this share of its uses.
CUE_COUNT = 2
CUE_RATE = 0.02
# Penalties on large weights, and how often a feature must be seen; chosen by leaving outlets out.
PENALTY = 3.0
RAREST = 6
# Weights nearer to zero are left out of the file.
SMALLEST = 0.08


def train(articles: list[Article]) -> dict[str, dict[str, int]]:
    """Learn the tables of the model from annotated articles."""
    rates = cue_rates(articles)
    set_heads(articles, rates)
    stems = _cue_stems(articles, rates)
    examples = Examples(stems)
    for article in articles:
        examples.add_article(article)
    weights: dict[str, float] = {}
    known = examples.numbers.numbers
    for question in examples.questions:
        features = question.looked.features(known, RAREST)
        weights |= fit_yes_no(features, question.answers, PENALTY)
    for pick in examples.picks:
        features = pick.looked.features(known, RAREST)
        weights |= fit_choice(features, pick.sizes, pick.right, PENALTY)
    return {"stems": dict.fromkeys(sorted(stems), 0), **_headed(weights)}


def _cue_stems(articles: list[Article], rates: dict[str, float]) -> frozenset[str]:
    counts = Counter(a.stems[i] for a in articles for _, i, _ in heads(a))
    return frozenset(
        stem
        for stem, n in counts.items()
        if n >= CUE_COUNT and rates.get(stem, 0.0) >= CUE_RATE and stem != MARKED
    )


def _headed(weights: dict[str, float]) -> dict[str, dict[str, int]]:
    """Turn weights by feature into the tables of the file, in whole numbers."""
    headed: dict[str, dict[str, int]] = {}
    for name, weight in sorted(weights.items()):
        if abs(weight) >= SMALLEST:
            heading, _, key = name.partition("\t")
            headed.setdefault(heading, {})[key] = round(weight * SCALE)
    return headed


def write_weights(tables: dict[str, dict[str, int]], path: Path) -> None:
    """Write the tables of a model as text."""
    lines = []
    for heading, table in tables.items():
        lines.append(f"[{heading}]")
        lines.extend(f"{weight}\t{key}" for key, weight in table.items())
    path.write_text("\n".join(lines) + "\n", encoding="utf8")


def validate(articles: list[Article], least: float) -> dict[str, tuple[Reported, ...]]:
    """Find reports in each outlet by weights learned from the others."""
    found = {}
    for outlet in sorted({a.outlet for a in articles}):
        model = Model(train([a for a in articles if a.outlet != outlet]))
        for article in articles:
            if article.outlet == outlet:
                stretches = [Span(s.start, s.end) for s in pair_marks(article.text)]
                found[article.id] = find_reported(split_words(article.text), stretches, model, least)
    return found


def prediction(id: str, text: str, found: tuple[Reported, ...]) -> str:
    """Write the reports of an article as one line of predictions."""
    quotes = []
    for report in found:
        for start, end in report.contents:
            quote = {
                "start": start,
                "end": end,
                "kind": str(report.kind),
                "certainty": round(report.certainty, 3),
            }
            quote["cue"] = text[slice(*report.cue)]
            if report.source:
                quote["speaker_start"], quote["speaker_end"] = report.source
                quote["speaker_text"] = text[slice(*report.source)]
            quotes.append(quote)
    return json.dumps({"id": id, "quotes": quotes}, ensure_ascii=False)


def main() -> None:
    """Read the command line and train or validate."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--validate", type=Path, metavar="PRED.jsonl")
    parser.add_argument("--least", type=float, default=0.25, help="certainty below which nothing is found")
    parser.add_argument("--output", type=Path, default=WEIGHTS, help="where to write the weights")
    options = parser.parse_args()
    articles = read_articles(options.gold)
    if options.validate:
        texts = {a.id: a.text for a in articles}
        lines = [prediction(i, texts[i], found) for i, found in validate(articles, options.least).items()]
        options.validate.write_text("\n".join(lines) + "\n", encoding="utf8")
    else:
        write_weights(train(articles), options.output)


if __name__ == "__main__":
    main()
