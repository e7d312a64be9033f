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
from typing import cast

from articles.engine.quotations.marks import pair_marks
from articles.engine.reports import contents, sources
from articles.engine.reports.model import Cue, Model, make_model
from articles.engine.reports.reported import Reported, find_reported
from articles.engine.reports.units import MARKED, Sentence
from articles.engine.text.spans import Span
from articles.engine.text.weights import SCALE
from articles.engine.text.words import split_words
from training.features import FeatureNames
from training.features import Row as Looked
from training.gold_reports import Article, Report, cue_rates, heads, read_articles, set_heads
from training.linear_models import Row, fit_choice, fit_yes_no

WEIGHTS = Path(__file__).resolve().parent.parent / "articles" / "engine" / "data" / "reported.weights"

# A word may be a cue when its stem was the head of one this often, and in this share of its uses.
CUE_COUNT = 2
CUE_RATE = 0.02
# Penalties on large weights, and how often a feature must be seen; chosen by leaving outlets out.
PENALTY = 3.0
RAREST = 6
# Weights nearer to zero are left out of the file.
SMALLEST = 0.08

Questions = tuple[list[Row], list[bool]]
Choices = tuple[list[list[Row]], list[int]]


class Examples:
    """The rows of every choice, gathered from annotated articles."""

    def __init__(self, stems: frozenset[str]) -> None:
        self.stems = stems
        self.model = Model(FeatureNames, stems)
        self.questions: dict[str, Questions] = {name: ([], []) for name in ("glance", "cue", "right", "left")}
        self.choices: dict[str, Choices] = {
            name: ([], [])
            for name in (
                "beginning",
                "end",
                "back_end",
                "back_beginning",
                "source_end",
                "source_beginning",
            )
        }

    def add_question(self, name: str, score: int, answer: bool) -> None:
        """Add a question whose answer is yes or no."""
        self.questions[name][0].append(_names(score))
        self.questions[name][1].append(answer)

    def add_choice(self, name: str, places: list[int], scores: list[int], right: int) -> None:
        """Add a choice unless the right place is not among the alternatives."""
        if right in places and len(places) > 1:
            self.choices[name][0].append([_names(score) for score in scores])
            self.choices[name][1].append(places.index(right))

    def add_article(self, article: Article) -> None:
        """Add the rows of one article."""
        at_heads = {head: reports for _, head, reports in heads(article)}
        for s in article.sentences:
            earlier: frozenset[int] = frozenset()
            for i in range(s.first, s.last + 1):
                reports = at_heads.get(i, [])
                if s.classes[i] != MARKED and (cue := self.model.cues[s.lower[i]]) is not None:
                    self.add_question(
                        "glance", self.model.glance.score(article.units, i, cue.glance), bool(reports)
                    )
                    self.add_question("cue", self.model.cue.score(s, i, cue.cue), bool(reports))
                for report in reports:
                    cue = self.model.know(article.stems[i], s.lower[i])
                    self.add_report(s, i, cue, report, earlier)
                earlier = earlier | {report.source[1] for report in reports if report.source}

    def add_report(self, s: Sentence, i: int, cue: Cue, report: Report, earlier: frozenset[int]) -> None:
        """Add the choices of one report; `earlier` are the ends of the sources before it."""
        model, right, left = self.model, report.right, report.left
        self.add_question("right", model.right.score(s, i, cue.right), right is not None)
        self.add_question("left", model.left.score(s, i, cue.left), left is not None)
        if right:
            begins = contents.beginnings(s, i)
            rows = model.beginning.score(s, i, begins, cue.beginning)
            self.add_choice("beginning", begins, rows, right[0])
            stops = contents.ends(s, right[0])
            self.add_choice("end", stops, model.end.score(s, right[0], stops, cue.end), right[1])
        if left:
            stops = contents.back_ends(s, i)
            rows = [model.back_end.score(s, i, e, cue.back_end) for e in stops]
            self.add_choice("back_end", stops, rows, left[1])
            begins = contents.back_beginnings(s, left[1])
            rows = [model.back_beginning.score(s, left[1], b, cue.back_beginning) for b in begins]
            self.add_choice("back_beginning", begins, rows, left[0])
        pieces = [piece for piece in (left, right) if piece]
        if report.source or not report.has_source:
            places = sources.source_ends(s, i, pieces)
            rows = model.score_sources(s, i, cue, pieces, places, earlier)
            self.add_choice("source_end", [*places, 0], rows, report.source[1] if report.source else 0)
        if report.source:
            begins = sources.source_beginnings(s, i, report.source[1])
            rows = [model.source_beginning.score(s, i, report.source[1], b) for b in begins]
            self.add_choice("source_beginning", begins, rows, report.source[0])


def _names(score: object) -> list[str]:
    """Give the features that a score over `FeatureNames` is made of."""
    return cast(Looked, score).names()


def train(articles: list[Article]) -> dict[str, dict[str, int]]:
    """Learn the tables of the model from annotated articles."""
    rates = cue_rates(articles)
    set_heads(articles, rates)
    stems = _cue_stems(articles, rates)
    examples = Examples(stems)
    for article in articles:
        examples.add_article(article)
    weights: dict[str, float] = {}
    for question in examples.questions.values():
        weights |= fit_yes_no(*question, PENALTY, RAREST)
    for choice in examples.choices.values():
        weights |= fit_choice(*choice, PENALTY, RAREST)
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
        model = make_model(train([a for a in articles if a.outlet != outlet]))
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
