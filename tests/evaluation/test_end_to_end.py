"""The measure of links from the texts alone: what is found stands for what was annotated."""

import json
from pathlib import Path

import pytest

from articles.evaluation.end_to_end import evaluate

ONE = "“The last ferry was sold in May, and nobody on the quay was asked about it,” said Ann Lee."
TWO = "“The last ferry was sold in May,” said Ann Lee, “and nobody on the quay was asked about it.”"


def annotate(folder: Path, links: list[tuple[str, str, str]], status: dict[str, str]) -> str:
    """Write two texts, and where their quotations stand: `w` in the first, `d` and `e` in the second."""
    ends = {"w": (ONE, 0, ONE.index(" said")), "d": (TWO, 0, TWO.index(" said"))}
    ends["e"] = TWO, TWO.index("“and"), len(TWO)
    quotes = [
        {
            "id": name,
            "article": "one" if text is ONE else "two",
            "start": start,
            "end": end,
            "text": text[start:end],
            "status": status[name],
        }
        for name, (text, start, end) in ends.items()
    ]
    gold = [{"a": a, "b": b, "label": label} for a, b, label in links]
    story = {"story": "ferry", "articles": ["one", "two"], "quotes": quotes, "links": gold}
    (folder / "gold.jsonl").write_text(json.dumps(story) + "\n", "utf-8")
    texts = [{"id": "one", "text": ONE}, {"id": "two", "text": TWO}]
    (folder / "stories_made_up.jsonl").write_text("\n".join(map(json.dumps, texts)), "utf-8")
    return str(folder / "gold.jsonl")


def test_both_parts_of_a_divided_quotation_are_counted(tmp_path: Path):
    gold = annotate(
        tmp_path,
        [("d", "w", "truncated"), ("e", "w", "truncated")],
        dict.fromkeys("wde", "truncated"),
    )
    figures = evaluate(gold)
    assert figures["stories_with_text"] == 1
    assert figures["links"] | {"f1_with_label": 100.0, "found": 2} == figures["links"]
    assert figures["quotations"]["accuracy"] == 100.0


def test_what_is_found_can_be_saved(tmp_path: Path):
    gold = annotate(tmp_path, [("d", "w", "truncated")], dict.fromkeys("wde", "truncated"))
    evaluate(gold, str(tmp_path / "found.jsonl"))
    (line,) = (tmp_path / "found.jsonl").read_text("utf-8").splitlines()
    links = [{"a": one, "b": "w", "label": "truncated"} for one in "de"]
    assert json.loads(line) == {"story": "ferry", "links": links}


def test_a_missed_link_and_a_wrong_label_cost(tmp_path: Path):
    gold = annotate(tmp_path, [("d", "w", "reworded")], {"w": "reworded", "d": "reworded", "e": "only-here"})
    links = evaluate(gold)["links"]
    assert (links["precision"], links["recall"]) == (50.0, 100.0)
    assert links["f1_with_label"] == 0.0


def test_a_story_without_its_texts_is_not_counted(tmp_path: Path):
    gold = annotate(tmp_path, [("d", "w", "truncated")], dict.fromkeys("wde", "truncated"))
    (tmp_path / "stories_made_up.jsonl").unlink()
    assert evaluate(gold)["stories_with_text"] == 0


@pytest.mark.parametrize("name", ["w", "d", "e"])
def test_a_stretch_that_is_no_quotation_counts_for_nobody(tmp_path: Path, name: str):
    status = dict.fromkeys("wde", "truncated") | {name: "not-a-quotation"}
    links = [(one, "w", "truncated") for one in "de"]
    figures = evaluate(annotate(tmp_path, links, status))
    assert figures["links"]["found"] == (0 if name == "w" else 1)
