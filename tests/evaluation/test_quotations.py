"""The measure of quotations and the commands around it."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from articles.evaluation.heads import head_of
from articles.evaluation.quotations import figures, judge, match_spans

TEXT = "“We are full,” Helen Marsh said. “Come back tomorrow,” she said."
GOLD = {
    "id": "a",
    "source": "made up",
    "text": TEXT,
    "ignore": [],
    "quotes": [
        {"start": 0, "end": 14, "speaker_text": "Helen Marsh", "speaker_name": "Helen Marsh"},
        {"start": 33, "end": 54, "speaker_text": "she", "speaker_name": "Helen Marsh"},
    ],
}


@pytest.mark.parametrize(
    ("mention", "head"),
    [
        ("Helen Marsh", "marsh"),
        ("Dr. Helen Marsh, who runs it", "marsh"),
        ("Lowe campaign manager Paul Dray", "dray"),
        ("she", "she"),
        ("the head of the clinic", "head"),
        ("Lowe’s lawyer", "lawyer"),
        ("", ""),
    ],
)
def test_head_of_a_mention(mention: str, head: str) -> None:
    assert head_of(mention) == head


def test_spans_are_paired_one_to_one_best_first() -> None:
    assert match_spans([(0, 10), (20, 30)], [(0, 9), (0, 10), (20, 35)]) == [(0, 1)]


def test_a_wrong_speaker_counts_for_overlap_only() -> None:
    wrong = {"quotes": [{"start": 0, "end": 14, "speaker_text": "Oscar Bell"}]}
    counts = judge(GOLD, wrong).counts
    assert (counts["overlap"], counts["joint"]) == (1, 0)


def test_a_region_left_out_costs_nothing() -> None:
    gold = GOLD | {"quotes": [], "ignore": [{"start": 0, "end": 14}]}
    assert judge(gold, {"quotes": [{"start": 0, "end": 14}]}).counts["predicted"] == 0


def test_no_articles_give_figures_of_nought() -> None:
    assert figures([])["overlap"]["f1"] == 0


def test_the_command_answers_with_entries_that_slice(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(json.dumps({"id": "a", "text": TEXT}) + "\nnot json\n", "utf-8")
    out, errors = StringIO(), StringIO()
    call_command("quotations", str(path), "--stretches", stdout=out, stderr=errors)
    (line,) = out.getvalue().splitlines()
    answer = json.loads(line)
    assert [q["text"] for q in answer["quotes"]] == ["“We are full,”", "“Come back tomorrow,”"]
    assert all(TEXT[q["start"] : q["end"]] == q["text"] for q in answer["quotes"])
    assert [q["speaker_name"] for q in answer["quotes"]] == ["Helen Marsh"] * 2
    assert "line 2" in errors.getvalue()


def test_evaluation_lists_what_was_gained(tmp_path: Path) -> None:
    gold, before = tmp_path / "gold.jsonl", tmp_path / "before.jsonl"
    gold.write_text(json.dumps(GOLD) + "\n", "utf-8")
    before.write_text(json.dumps({"id": "a", "quotes": []}) + "\n", "utf-8")
    out = StringIO()
    call_command(
        "evaluate", "quotations", str(gold), "--stretches", "--json", "--against", str(before), stdout=out
    )
    found = json.loads(out.getvalue())
    assert found["all"]["joint name"]["f1"] == 100
    assert len(found["changes"]["gained"]) == 2
    assert found["changes"]["lost"] == []
