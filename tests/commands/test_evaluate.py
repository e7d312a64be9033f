"""`manage.py evaluate`: figures from a file, from a folder of cases or from standard input."""

import json
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

ROOT = Path(__file__).parents[2]
CASE = {
    "id": "dropped-not",
    "a": {"text": "“We will not sell the mill,” he said.", "quote": "We will not sell the mill,"},
    "b": {"text": "“We will sell the mill,” he said.", "quote": "We will sell the mill,"},
    "required": ["negation"],
    "forbidden": ["number"],
}


def figures_of(*arguments: str) -> dict[str, object]:
    out = StringIO()
    call_command("evaluate", *arguments, "--json", stdout=out)
    found: dict[str, object] = json.loads(out.getvalue())
    return found


def test_a_file_is_measured(tmp_path: Path) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_text(json.dumps(CASE) + "\n", "utf-8")
    assert figures_of("differences", str(file))["wholly_right"] == 1.0


def test_a_folder_of_written_cases_is_measured(tmp_path: Path) -> None:
    (tmp_path / "one.md").write_text("# one\n\n## a\na: We sold 2 mills.\nb: We sold ten mills.\n= number\n")
    (tmp_path / "two.md").write_text("# two\n\n## b\na: We sold 2 mills.\nb: We sold ten mills.\n= name\n")
    assert figures_of("differences", str(tmp_path))["wholly_right"] == 0.5


def test_standard_input_is_measured() -> None:
    ran = subprocess.run(
        [sys.executable, "manage.py", "evaluate", "differences", "-", "--json"],
        cwd=ROOT,
        input=json.dumps({**CASE, "forbidden": ["negation"]}),
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(ran.stdout)["wrong"] == {"negation": 1}


def test_a_missing_file_is_refused() -> None:
    with pytest.raises(CommandError, match="no file"):
        call_command("evaluate", "differences", "nowhere.jsonl")
