"""The stories of `cases/alignment`: which places report the same words, and with which status."""

import re
from pathlib import Path

import pytest

from articles.engine.statements.statements import Statement, collate, member_statuses
from tests.engine.stories import printed, witnesses

CASES = (Path(__file__).parent / "cases" / "alignment" / "stories.md").read_text("utf-8")
_TITLE = re.compile(r"^## ", re.MULTILINE)
_ARTICLE = re.compile(r"^[a-z]: ", re.MULTILINE)


def read_case(case: str) -> tuple[str, list[str], list[str]]:
    """Read the title, the articles and the expected statements of a case."""
    title, _, body = case.partition("\n")
    texts, _, expected = body.partition("\n=")
    lines = [line.strip() for line in f"={expected}".split("\n") if line.startswith("=") and len(line) > 1]
    return title, [text.strip() for text in _ARTICLE.split(texts)[1:]], [line[1:].strip() for line in lines]


@pytest.mark.parametrize(
    ("title", "texts", "expected"), [read_case(case) for case in _TITLE.split(CASES)[1:]]
)
def test_case(title: str, texts: list[str], expected: list[str]) -> None:
    found = witnesses(*texts)
    collation = collate(found)

    def say(number: int, statement: Statement) -> str:
        links = [
            link
            for link in collation.links
            if any(span in place.spans for span in link.a.spans for place in statement.members)
        ]
        ranks = member_statuses(collation)[number]
        status = next(s for s in ("verbatim", "rewritten", "possible", "sole") if s in ranks)
        if links and all(link.reported for link in links):
            status = "reported"
        places = [f"{'abcdef'[place.witness]}: {printed(found, place)}" for place in statement.members]
        return f"{status}: {' | '.join(places)}"

    told = [
        say(number, statement)
        for number, statement in enumerate(collation.statements)
        if len(statement.members) > 1
    ]
    assert sorted(told) == sorted(expected), title
