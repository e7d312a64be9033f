"""What `docs/api.md` shows is what the seed articles answer."""

import csv
import json
import re
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db.models import Model
from django.urls import get_resolver

from articles.engine.differences.differences import DifferenceKind
from articles.models import Article, Quotation, Statement
from articles.pages.query import STATUSES
from articles.pages.table import COLUMNS

pytestmark = pytest.mark.django_db

HELP = (Path(settings.BASE_DIR) / "docs" / "api.md").read_text("utf-8")
EXAMPLE = re.compile(r"    curl '?([^'\n]+?)'?\n.*?```(json|csv)\n(.*?)```", re.DOTALL)
EXAMPLES = EXAMPLE.findall(HELP)
# Where an answer names a row by its key, and of what.
FIELDS: dict[str, type[Model]] = {"article": Article, "quotation": Quotation, "statement": Statement}
Numbers = dict[type[Model], dict[int, int]]
Patterns = tuple[tuple[str, type[Model]], ...]
WRITTEN: Patterns = (
    (r"/articles/(\d+)/", Article),
    (r"#q(\d+)", Quotation),
    (r"/statements/(\d+)/", Statement),
)
NAMED: Patterns = (*WRITTEN, (r"\bArticle (\d+)", Article))


def renumber(record: Any, numbers: Numbers) -> Any:
    """Count the rows from one in place of their keys, as a fresh database does."""
    if isinstance(record, list):
        return [renumber(part, numbers) for part in record]
    if isinstance(record, dict):
        kind = Statement if {"versions", "fullest", "data"} & record.keys() else Article
        return {
            name: numbers[FIELDS.get(name, kind)][part]
            if isinstance(part, int) and name in (*FIELDS, "id")
            else renumber(part, numbers)
            for name, part in record.items()
        }
    return rename(record, numbers) if isinstance(record, str) else record


def rename(text: str, numbers: Numbers, patterns: Patterns = NAMED) -> str:
    """Count the rows that a text names from one."""
    for pattern, model in patterns:
        of = numbers[model]

        def counted(found: re.Match[str], of: dict[int, int] = of) -> str:
            return found[0].replace(found[1], str(of[int(found[1])]))

        text = re.sub(pattern, counted, text)
    return text


def holds(answer: Any, shown: Any) -> bool:
    """Tell whether an answer holds what is shown of it: fields and parts of lists may be left out."""
    if isinstance(shown, dict):
        return all(name in answer and holds(answer[name], part) for name, part in shown.items())
    if isinstance(shown, list) and shown and isinstance(shown[0], dict):
        return all(any(holds(one, part) for one in answer) for part in shown)
    return bool(answer == shown)


@pytest.fixture
def numbers(seeds) -> Numbers:
    """Give the number of every row, counted from one, by its key."""
    return {
        model: {pk: n for n, pk in enumerate(model.objects.order_by("pk").values_list("pk", flat=True), 1)}
        for model in (Article, Quotation, Statement)
    }


def test_every_example_is_answered(client, numbers):
    assert len(EXAMPLES) == 6
    keys = {model: {n: pk for pk, n in of.items()} for model, of in numbers.items()}
    for address, form, shown in EXAMPLES:
        parts = urlsplit(rename(address, keys, WRITTEN))
        response = client.get(f"{parts.path}?{parts.query}", headers={"host": "127.0.0.1:8000"})
        assert response.status_code == 200, address
        text = response.getvalue().decode("utf-8-sig")
        if form == "json":
            assert holds(renumber(json.loads(text), numbers), json.loads(shown)), address
        else:
            heading, *rows = csv.reader(StringIO(text, newline=""))
            first, *some = csv.reader(StringIO(shown))
            assert heading == first == list(COLUMNS)
            for row in rows:
                row[0], row[4] = str(numbers[Statement][int(row[0])]), str(numbers[Article][int(row[4])])
            told = [[rename(cell, numbers) for cell in row] for row in rows]
            assert some
            assert all(row in told for row in some)


def test_every_address_and_every_value_is_told():
    patterns = [str(pattern.pattern) for pattern in get_resolver("articles.urls").url_patterns]
    for pattern in patterns:
        if (pattern.startswith("api/") and pattern != "api/help/") or "feed" in pattern:
            told = re.sub(r"<\w+:(\w+)>", lambda m: "<slug>" if m[1] == "slug" else "<id>", pattern)
            assert f"/{told}" in HELP
    for value in (*STATUSES, *(kind.value for kind in DifferenceKind)):
        assert f"`{value}`" in HELP
    for column in COLUMNS:
        assert column in HELP


def test_every_field_of_a_statement_is_told(client, seeds):
    (statement,) = client.get(
        "/api/stories/a-russian-diplomat-in-geneva-resigns-over-the-invasion-of-ukraine/?kind=negation"
    ).json()["statements"]
    for record in (statement, statement["versions"][0], statement["matches"][0]):
        for name in record:
            assert f'"{name}"' in HELP or f"`{name}`" in HELP, name
