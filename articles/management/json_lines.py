"""JSON lines in, JSON lines out: one record at a time, a bad line reported by its number."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterable
from io import TextIOWrapper
from pathlib import Path
from typing import Any, Protocol

from django.core.management.base import BaseCommand

Record = dict[str, Any]


class Writer(Protocol):
    """Anything that takes text, such as a command's `stdout`."""

    def write(self, text: str, /) -> object:
        """Write some text."""


class BadRecordError(ValueError):
    """A line that is JSON but not a record of the expected form; the message says what is wrong."""


class JsonLinesCommand(BaseCommand):
    """A command that answers every line of a file by itself, without a database.

    `answer` is what answers a record; a command with options chooses it by them.
    """

    answer: Callable[[Record], Record]
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take an optional file."""
        parser.add_argument("file", nargs="?", help="JSON lines; standard input when not given")

    def handle(self, *args: Any, **options: Any) -> None:
        """Answer each line."""
        bad = answer_lines(options["file"], self.choose_answer(options), self.stdout, self.stderr)
        if bad:
            self.stderr.write(f"{bad} bad line{'s' if bad > 1 else ''}")

    def choose_answer(self, options: Record) -> Callable[[Record], Record]:
        """Give what answers a record, by the options of the command line."""
        return self.answer


def answer_lines(path: str | None, answer: Callable[[Record], Record], out: Writer, errors: Writer) -> int:
    """Answer each record of a file (standard input without one) in turn; give the number of bad lines."""
    if path is None:
        if isinstance(sys.stdin, TextIOWrapper):  # whatever the locale says; a test may put a string here
            sys.stdin.reconfigure(encoding="utf-8", errors="replace")
        return _answer_each(sys.stdin, answer, out, errors)
    with Path(path).open(encoding="utf-8", errors="replace") as lines:
        return _answer_each(lines, answer, out, errors)


def _answer_each(
    lines: Iterable[str], answer: Callable[[Record], Record], out: Writer, errors: Writer
) -> int:
    bad = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            result = answer(_read_record(line))
        except (BadRecordError, ValueError, RecursionError) as error:
            bad += 1
            errors.write(f"line {number}: {error or type(error).__name__}\n")
            continue
        out.write(_write_record(result) + "\n")
    return bad


def _write_record(record: Record) -> str:
    """Write a record readably; half a surrogate pair, which no encoding can hold, is escaped."""
    line = json.dumps(record, ensure_ascii=False)
    return line if _encodes(line) else json.dumps(record)


def _encodes(line: str) -> bool:
    try:
        line.encode()
    except UnicodeEncodeError:
        return False
    return True


def _read_record(line: str) -> Record:
    record = json.loads(line)
    if not isinstance(record, dict):
        raise BadRecordError("not a JSON object")
    return record


def text_field(record: Record, name: str, default: str | None = None) -> str:
    """Read a field that must be a string; one that may be missing gives `default`."""
    value = record.get(name, default)
    if value is None and default is not None:
        return default
    if not isinstance(value, str):
        raise BadRecordError(f'"{name}" must be a string')
    return value
