"""Fixtures of every room; Django is imported only where a test asks for it."""

from __future__ import annotations

import os
from io import StringIO
from typing import TYPE_CHECKING, Protocol

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from articles.models import Article, Story

# The same generated examples everywhere and at every run, however busy the machine is. To look for new
# ones: `HYPOTHESIS_PROFILE=search .venv/bin/python -m pytest -p no:django tests/engine`.
settings.register_profile("same", derandomize=True, deadline=None, database=None)
settings.register_profile("search", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


class BringIn(Protocol):
    """Bring in one article as an editor would, without analysing its story yet."""

    def __call__(self, text: str, story: str = ..., outlet: str = ..., *, draft: bool = ...) -> Article: ...


@pytest.fixture
def bring_in(db: None) -> BringIn:
    """Store articles through the upload door."""
    from articles.intake import Brought, fill_article
    from articles.models import Article, Outlet, Story

    def bring(
        text: str, story: str = "The harbour plan", outlet: str = "", *, draft: bool = False
    ) -> Article:
        article = Article(
            story=Story.objects.get_or_create(title=story)[0],
            outlet=Outlet.objects.get_or_create(name=outlet)[0] if outlet else None,
            publication=Article.Publication.DRAFT if draft else Article.Publication.PUBLISHED,
        )
        fill_article(article, Brought(text.encode(), "article.txt"))
        article.save()
        return article

    return bring


HARBOUR = {
    "The Courier": (
        "Mayor opens the harbour\n\n"
        "The mayor of Seaford, Jane Smith, opened the new harbour on Monday after ten years of building.\n\n"
        "“We will not raise the harbour fees this year,” Ms Smith said. “The harbour belongs to "
        "everyone who works on the water.”\n\n"
        "Fishermen had feared higher fees. “It was a long wait, and we lost two good boats while the council "
        "talked,” said Tom Hale, who leads the fishermen’s union."
    ),
    "Morning Ledger": (
        "Seaford harbour opens at last\n\n"
        "After a decade of work the harbour at Seaford was opened by Mayor Jane Smith on Monday.\n\n"
        "“We will raise the harbour fees this year,” Smith told reporters. She added: “The harbour belongs "
        "to everyone who works on the water.”\n\n"
        "The builders finished two months late. “No harbour of this size was ever built faster,” said the "
        "chief engineer, Ada Lund."
    ),
    "Evening Star": (
        "Harbour opened in Seaford\n\n"
        "Seaford has a new harbour. “The harbour belongs to everyone who works on the water,” the mayor, "
        "Jane Smith, said at the opening.\n\n"
        "Business owners on the quay welcomed the day and hoped for more visitors in the summer months."
    ),
}


@pytest.fixture
def harbour(bring_in: BringIn) -> Story:
    """A story of three articles of our own, analysed."""
    from articles.analysis import analyse_story

    articles = [bring_in(text, outlet=outlet) for outlet, text in HARBOUR.items()]
    story = articles[0].story
    assert analyse_story(story)
    return story


@pytest.fixture
def seeds(db: None) -> None:
    """The seed articles, loaded by the command that `make demo` runs."""
    from django.core.management import call_command

    call_command("seed", stdout=StringIO())
