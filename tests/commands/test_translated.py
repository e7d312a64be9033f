"""The commands that answer JSON lines say which quotations were translated, in fields of their own."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

from django.core.management import call_command

TOLD = "“We will not raise the harbour fees this year,” the mayor told reporters in Spanish."
PLAIN = "“We shall not lift the harbour fees this year,” the mayor told the council."


def run(command: str, path: Path, record: dict[str, Any]) -> dict[str, Any]:
    file = path / "lines.jsonl"
    file.write_text(json.dumps(record), "utf-8")
    out = StringIO()
    call_command(command, str(file), stdout=out)
    answer: dict[str, Any] = json.loads(out.getvalue())
    return answer


def test_a_quotation_says_why_and_where(tmp_path: Path) -> None:
    (quote,) = run("quotations", tmp_path, {"id": 1, "text": TOLD})["quotes"]
    told = quote["translated"]
    assert told["reason"] == "said in another language"
    assert TOLD[told["start"] : told["end"]] == "told reporters in Spanish"
    (plain,) = run("quotations", tmp_path, {"id": 1, "text": PLAIN})["quotes"]
    assert plain["translated"] is None


def test_a_link_of_a_story_is_possible_and_says_so(tmp_path: Path) -> None:
    articles = [{"id": "a", "text": TOLD}, {"id": "b", "text": PLAIN}]
    (link,) = run("collate", tmp_path, {"id": 1, "articles": articles})["links"]
    assert (link["status"], link["translated"]) == ("possible", True)
    assert link["kinds"]


def test_a_pair_is_possible_and_says_so(tmp_path: Path) -> None:
    sides = {
        name: {"text": text, "quote": text[1 : text.index(",”")]}
        for name, text in (("a", TOLD), ("b", PLAIN))
    }
    answer = run("differences", tmp_path, {"id": 1, **sides})
    assert (answer["status"], answer["translated"]) == ("possible", True)
    assert answer["differences"]
