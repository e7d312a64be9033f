"""`manage.py benchmark --stories` compares the ways of comparing on the articles of a file."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

TEXT = "The mayor spoke at noon. “The bridge will open to everybody in May,” said Ann Lee. It rained all day."


def _benchmark(*paths, words):
    out = StringIO()
    call_command("benchmark", stories=[str(path) for path in paths], words=words, stdout=out)
    return out.getvalue()


def _write(path, *stories):
    path.write_text("".join(json.dumps({"story": story, "text": TEXT}) + "\n" for story in stories), "utf-8")
    return path


def test_the_articles_of_one_story_are_compared_two_by_two(tmp_path):
    path = _write(tmp_path / "stories.jsonl", "bridge", "bridge", "bridge", "harbour")
    told = _benchmark(path, words=20)
    assert "Pairs of articles: 3, of 20 words on average" in told
    assert {"this app", "matches only", "difflib on words", "rapidfuzz, all pairs"} <= {
        name.strip() for line in told.splitlines() for name in line.split("  ")
    }


def test_stories_of_one_name_in_two_files_are_two_stories(tmp_path):
    one = _write(tmp_path / "one.jsonl", "bridge", "bridge")
    other = _write(tmp_path / "other.jsonl", "bridge")
    assert "Pairs of articles: 1," in _benchmark(one, other, words=20)


@pytest.mark.parametrize("words", [20, 1000])
def test_without_two_articles_of_that_length_it_says_so(tmp_path, words):
    path = _write(tmp_path / "stories.jsonl", "bridge", *(["bridge"] if words == 1000 else []))
    with pytest.raises(CommandError, match="No story"):
        _benchmark(path, words=words)


@pytest.mark.parametrize("content", [None, "no json", '{"text": "alone"}'])
def test_a_file_of_something_else_is_refused(tmp_path, content):
    path = tmp_path / "stories.jsonl"
    if content is not None:
        path.write_text(content, "utf-8")
    with pytest.raises(CommandError, match="JSON lines with story and text"):
        _benchmark(path, words=1)
