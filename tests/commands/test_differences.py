"""`manage.py differences`: pairs of quotations in, differences out, without a database."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command


def run(path: Path, *lines: str | dict[str, Any]) -> tuple[list[dict[str, Any]], str]:
    file = path / "pairs.jsonl"
    file.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), "utf-8")
    out, errors = StringIO(), StringIO()
    call_command("differences", str(file), stdout=out, stderr=errors)
    return [json.loads(line) for line in out.getvalue().splitlines()], errors.getvalue()


def pair(
    a: str, quote_a: str | list[str], b: str, quote_b: str | list[str], name: str = "1"
) -> dict[str, Any]:
    return {"id": name, "a": {"text": a, "quote": quote_a}, "b": {"text": b, "quote": quote_b}}


def test_a_changed_word_is_told_with_places_and_sentence(tmp_path: Path) -> None:
    a, b = "“We will not pay for it,” he said.", "He said: “We will pay for it.”"
    (answer,), errors = run(tmp_path, pair(a, "We will not pay for it", b, "We will pay for it"))
    assert answer == {
        "id": "1",
        "status": "rewritten",
        "translated": False,
        "kinds": ["negation"],
        "differences": [
            {
                "kind": "negation",
                "a": [9, 12],
                "b": [18, 18],
                "sentence": "A prints the negation “not”; B leaves it out.",
            }
        ],
    }
    assert errors == ""


def test_a_divided_quotation_is_given_by_its_parts(tmp_path: Path) -> None:
    a = "“The mine is safe,” she said, “and our men can go home.”"
    b = "The mine is safe and our men can go home"
    parts = ["The mine is safe", "and our men can go home"]
    (answer,), _ = run(tmp_path, pair(a, parts, b, b))
    assert (answer["status"], answer["kinds"]) == ("verbatim", [])


def test_unrelated_quotations_are_none(tmp_path: Path) -> None:
    a, b = "The goats died in the spring", "We shall appeal to a higher court"
    (answer,), _ = run(tmp_path, pair(a, a, b, b))
    assert (answer["status"], answer["kinds"], answer["differences"]) == ("none", [], [])


@pytest.mark.parametrize(
    "bad",
    [
        "no json",
        "[]",
        '{"id": "x"}',
        json.dumps(pair("text", "not in it", "text", "text")),
        json.dumps(pair("text", [], "text", "text")),
        json.dumps(pair("text", ["text", ""], "text", "text")),
        '{"id": "x", "a": {"text": 3, "quote": "3"}, "b": {"text": "t", "quote": "t"}}',
    ],
)
def test_a_bad_line_is_reported_by_number_and_the_rest_is_answered(tmp_path: Path, bad: str) -> None:
    good = pair(
        "We will pay for it", "We will pay for it", "We will pay for it", "We will pay for it", "good"
    )
    answers, errors = run(tmp_path, good, bad, good)
    assert [answer["id"] for answer in answers] == ["good", "good"]
    assert "line 2:" in errors


def test_the_first_occurrence_of_the_words_is_compared(tmp_path: Path) -> None:
    a = "“We will pay,” she said. “We will pay,” she said again."
    (answer,), _ = run(tmp_path, pair(a, "We will pay", "We will not pay", "We will not pay"))
    assert answer["differences"][0]["a"] == [9, 9]
