"""`manage.py collate`: stories in, statements and links out, one line each, without a database."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

STORY: dict[str, Any] = {
    "id": "harbour",
    "articles": [
        {
            "id": "one",
            "outlet": "The Post",
            "headline": "Mayor on the ferry",
            "text": "Mayor on the ferry\n“The old ferry will never sail again,” said Ann Lee, the mayor.",
        },
        {"id": "two", "text": "Ann Lee, the mayor, said: “The old ferry will sail again.” Nobody laughed."},
    ],
}


def collate(path: Path, *lines: str) -> tuple[list[dict[str, Any]], str]:
    path.write_text("\n".join(lines) + "\n", "utf-8")
    out, errors = StringIO(), StringIO()
    call_command("collate", str(path), stdout=out, stderr=errors)
    return [json.loads(line) for line in out.getvalue().splitlines()], errors.getvalue()


def test_statements_and_links_of_a_story(tmp_path: Path) -> None:
    (answer,), errors = collate(tmp_path / "in.jsonl", json.dumps(STORY))
    assert errors == ""
    assert answer["id"] == "harbour"
    (statement,) = answer["statements"]
    assert {quotation["status"] for quotation in statement["quotations"]} == {"rewritten"}
    (link,) = answer["links"]
    assert link["status"] == "rewritten"
    assert link["kinds"][0] == "negation"
    texts = {article["id"]: article["text"] for article in STORY["articles"]}
    ends = [texts[link[side]["article"]][link[side]["start"] : link[side]["end"]] for side in "ab"]
    assert ends == ["The old ferry will never sail again", "The old ferry will sail again."]


def test_a_bad_line_is_reported_by_its_number_and_passed_over(tmp_path: Path) -> None:
    answers, errors = collate(
        tmp_path / "in.jsonl",
        "{",
        json.dumps(STORY),
        "[1]",
        json.dumps({"id": 4}),
        json.dumps({"id": 5, "articles": [{"id": "x", "text": None}]}),
        "",
        json.dumps(STORY),
    )
    assert [answer["id"] for answer in answers] == ["harbour", "harbour"]
    assert [line.split(":")[0] for line in errors.splitlines()[:4]] == [
        "line 1",
        "line 3",
        "line 4",
        "line 5",
    ]


@pytest.mark.parametrize("articles", [[], [{"id": "only", "text": "“Alone,” she said."}]])
def test_a_story_of_few_articles_has_no_links(tmp_path: Path, articles: list[dict[str, str]]) -> None:
    (answer,), errors = collate(tmp_path / "in.jsonl", json.dumps({"id": 1, "articles": articles}))
    assert answer["links"] == []
    assert errors == ""


WHOLE = "“The last ferry was sold in May, and nobody on the quay was asked about it,” said Ann Lee."
DIVIDED = "“The last ferry was sold in May,” said Ann Lee, “and nobody on the quay was asked about it.”"


def test_a_link_tells_which_stretches_it_joins(tmp_path: Path) -> None:
    articles = [{"id": "whole", "text": WHOLE}, {"id": "divided", "text": DIVIDED}]
    (answer,), _ = collate(tmp_path / "in.jsonl", json.dumps({"id": 1, "articles": articles}))
    (link,) = answer["links"]
    joined = [(WHOLE[slice(*pair["a"])], DIVIDED[slice(*pair["b"])]) for pair in link["stretches"]]
    whole = WHOLE[: WHOLE.index(" said")]
    assert link["status"] == "verbatim"
    assert link["kinds"] == []
    assert joined == [
        (whole, "“The last ferry was sold in May,”"),
        (whole, "“and nobody on the quay was asked about it.”"),
    ]
    assert [pair["status"] for pair in link["stretches"]] == ["verbatim", "verbatim"]
    assert all("shorter" in pair["kinds"] for pair in link["stretches"])


def test_a_link_of_two_stretches_says_the_same_of_them(tmp_path: Path) -> None:
    (answer,), _ = collate(tmp_path / "in.jsonl", json.dumps(STORY))
    (link,) = answer["links"]
    (pair,) = link["stretches"]
    assert (pair["status"], pair["kinds"]) == (link["status"], link["kinds"])
    one, two = (article["text"] for article in STORY["articles"])
    assert one[slice(*pair["a"])] == "“The old ferry will never sail again,”"
    assert two[slice(*pair["b"])] == "“The old ferry will sail again.”"
