"""The stories of `cases/alignment/whole_stories.md`: what several articles report, from their texts alone."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from articles.engine.alignment.alignment import Link
from articles.engine.alignment.witnesses import Witness
from articles.engine.differences.differences import Status
from articles.engine.quotations.quotations import Kind
from articles.engine.reading.reading import read_article
from articles.engine.statements.statements import Collation, Statement, collate
from tests.engine.stories import printed

CASES = (Path(__file__).parent / "cases" / "alignment" / "whole_stories.md").read_text("utf-8")
_STORY = re.compile(r"^## ", re.MULTILINE)
_ARTICLE = re.compile(r"^### .\n", re.MULTILINE)
_ORDER = ("rewritten", "verbatim", "possible", "copied", "reported")


def read_case(case: str) -> tuple[str, list[str], list[str]]:
    """Read the title, the articles and the expected statements of a case."""
    title, _, body = case.partition("\n")
    texts, *expected = re.split(r"^= ", body, flags=re.MULTILINE)
    return title, [text.strip() for text in _ARTICLE.split(texts)[1:]], [line.strip() for line in expected]


def mark_of(link: Link) -> str:
    """Say what a link amounts to."""
    if link.reported:
        return "reported"
    return "copied" if link.copied and link.status is Status.VERBATIM else link.status.value


def say(found: list[Witness], collation: Collation) -> Iterator[str]:
    """Say every statement that several articles print and one at least prints in marks."""
    for statement in collation.statements:
        places = statement.members
        quoted = any(
            found[p.witness].reading.quotations[p.quotation].kind is not Kind.INDIRECT for p in places
        )
        if quoted and len({place.witness for place in places}) > 1:
            marks = {mark_of(link) for link in collation.links if belongs(link, statement)}
            status = next(mark for mark in _ORDER if mark in marks)
            yield f"{status}: {' | '.join(f'{found[p.witness].id}: {printed(found, p)}' for p in places)}"


def belongs(link: Link, statement: Statement) -> bool:
    """Tell whether a link joins places of a statement."""
    return any(
        place.witness == end.witness and any(one.meets(other) for one in place.spans for other in end.spans)
        for place in statement.members
        for end in (link.a, link.b)
    )


@pytest.mark.parametrize(
    ("title", "texts", "expected"), [read_case(case) for case in _STORY.split(CASES)[1:]]
)
def test_case(title: str, texts: list[str], expected: list[str]) -> None:
    found = [Witness("abcdef"[n], "", read_article(text)) for n, text in enumerate(texts)]
    assert sorted(say(found, collate(found))) == sorted(expected), title
