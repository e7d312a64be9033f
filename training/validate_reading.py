"""Measure reading as a whole: each outlet by weights learned from the others.

    python -m training.validate_reading STRETCHES.jsonl CONTENTS.jsonl --contents PRED --stretches PRED

The files of annotated articles are those of `train_attribution`. What `manage.py quotations` gives of each
article is written as predictions, by the weights of both models learned without its outlet. The same input
gives the same output.
"""

import argparse
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from articles.engine.attribution import attribution
from articles.engine.reports import reported
from articles.engine.reports.model import Model
from articles.engine.text.weights import Table
from articles.management.commands.quotations import contents_of_record, stretches_of_record
from training.gold_reports import outlet_of
from training.gold_speakers import read_articles
from training.train_attribution import find_models, learn


@contextmanager
def reading_by(model: Model, weights: Table) -> Iterator[None]:
    """Have the engine read by other weights than those it ships with."""
    with patch.object(reported, "MODEL", model), patch.object(attribution, "WEIGHTS", weights):
        yield


def main() -> None:
    """Read the command line, learn for each outlet from the others, and write what is found."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold_stretches", type=Path)
    parser.add_argument("gold_contents", type=Path)
    parser.add_argument("--contents", type=Path, required=True, metavar="PRED.jsonl")
    parser.add_argument("--stretches", type=Path, required=True, metavar="PRED.jsonl")
    options = parser.parse_args()
    models = find_models(options.gold_contents)
    articles = read_articles(options.gold_stretches, options.gold_contents, models)
    lines = options.gold_contents.read_text("utf-8").splitlines()
    records = [json.loads(line) for line in lines if line.strip()]
    with (
        options.contents.open("w", encoding="utf8") as contents,
        options.stretches.open("w", encoding="utf8") as out,
    ):
        for outlet, model in models.items():
            weights = learn([article for article in articles if outlet_of(article.id) != outlet])
            with reading_by(model, weights):
                for record in records:
                    if outlet_of(record["id"]) == outlet:
                        contents.write(json.dumps(contents_of_record(record), ensure_ascii=False) + "\n")
                        out.write(json.dumps(stretches_of_record(record), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
