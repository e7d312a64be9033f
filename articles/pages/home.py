"""Stories to what the front page shows: one entry a story, with its strip and gravest difference."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from articles.models import Story
from articles.pages.comparison import Comparison, Told, compare
from articles.pages.loading import articles_for, load_rows, rows_of
from articles.pages.story import Share, gravest_of, strip_of


@dataclass(frozen=True, slots=True)
class Entry:
    """One story on the front page."""

    story: Story
    comparison: Comparison
    strip: tuple[Share, ...]
    gravest: Told | None
    first: datetime | None
    last: datetime | None


def show_entries(stories: Sequence[Story], editor: bool) -> list[Entry]:
    """Load and arrange one page of stories, all of them together."""
    articles = list(articles_for(editor).filter(story__in=stories))
    rows = load_rows(articles)
    by_story: dict[int, list[int]] = defaultdict(list)
    for article in articles:
        by_story[article.story_id].append(article.pk)
    entries = []
    for story in stories:
        comparison = compare(rows_of(rows, set(by_story[story.pk])))
        dates = [w.article.published_at for w in comparison.witnesses if w.article.published_at]
        entries.append(
            Entry(
                story=story,
                comparison=comparison,
                strip=strip_of(comparison.statements),
                gravest=gravest_of(comparison.statements),
                first=min(dates, default=None),
                last=max(dates, default=None),
            )
        )
    return entries
