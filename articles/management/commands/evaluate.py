"""Measure the engine against annotated articles: `manage.py evaluate quotations GOLD.jsonl`."""

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.management.commands.quotations import contents_of_record, stretches_of_record

# What can be measured; each is a module of `articles.evaluation` with a function `evaluate`.
SUBJECTS = ("quotations", "pairs", "alignment", "end_to_end", "differences", "rewordings", "proposals")
# Standard input as a file, which every subject can read.
STANDARD_INPUT = "/dev/stdin"


class Command(BaseCommand):
    """`manage.py evaluate SUBJECT FILE`: figures as a table, or as JSON."""

    help = __doc__ or ""
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take what to measure and on which file."""
        parser.add_argument("subject", choices=SUBJECTS)
        parser.add_argument("file", help="annotated cases, JSON lines; - for standard input")
        parser.add_argument("--json", action="store_true", help="print the figures as JSON")
        parser.add_argument(
            "--stretches", action="store_true", help="quotations: judge stretches between marks, not contents"
        )
        parser.add_argument("--save", metavar="FILE", help="quotations, end_to_end: keep what is found")
        parser.add_argument(
            "--answers", metavar="FILE", help="quotations: judge the answers of this file, not the engine's"
        )
        parser.add_argument(
            "--against", metavar="FILE", help="quotations: list what was gained and lost since these answers"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the figures."""
        if options["file"] == "-":
            options["file"] = STANDARD_INPUT
        if not Path(options["file"]).exists():
            raise CommandError(f"no file {options['file']}")
        module = import_module(f"articles.evaluation.{options['subject']}")
        if options["subject"] == "quotations":
            figures = _evaluate_quotations(module, options)
        elif options["subject"] == "end_to_end":
            figures = module.evaluate(options["file"], options["save"])
        else:
            figures = module.evaluate(options["file"])
        if options["json"]:
            self.stdout.write(json.dumps(figures, ensure_ascii=False))
        else:
            for line in _lines(figures):
                self.stdout.write(line)


def _evaluate_quotations(module: Any, options: dict[str, Any]) -> dict[str, Any]:
    """Measure the quotations, keeping the answers where that is asked for."""
    answer = stretches_of_record if options["stretches"] else contents_of_record
    if options["answers"]:
        answer = module.answer_from(options["answers"])
    kept: list[str] = []

    def answer_and_keep(record: dict[str, Any]) -> dict[str, Any]:
        answered = answer(record)
        kept.append(json.dumps(answered, ensure_ascii=False))
        return answered

    figures: dict[str, Any] = module.evaluate(options["file"], answer_and_keep, options["against"])
    if options["save"]:
        Path(options["save"]).write_text("\n".join(kept) + "\n", "utf-8")
    return figures


def _lines(figures: dict[str, Any], indent: str = "") -> Iterator[str]:
    """Write nested figures as indented lines, a row of plain figures on one line."""
    for name, value in figures.items():
        if isinstance(value, list):
            yield f"{indent}{name} ({len(value)})"
            yield from (f"{indent}  {entry}" for entry in value)
        elif not isinstance(value, dict):
            yield f"{indent}{name:16} {value}"
        elif any(isinstance(part, dict | list) for part in value.values()):
            yield f"{indent}{name}"
            yield from _lines(value, indent + "  ")
        else:
            yield f"{indent}{name:16} " + "  ".join(f"{key} {part}" for key, part in value.items())
