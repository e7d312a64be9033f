"""Stories to what the front page shows: one entry a story, with its strip and gravest difference."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from articles.models import Article, Difference, Story
from articles.pages.glimpses import Gravest, show_row
from articles.pages.loading import ORDERS, articles_for, count_statuses, load_gravest
from articles.pages.strip import Share, say_shares, shares_of
from articles.pages.witnesses import Witness, name_witnesses

ORDER_WORDS = {"newest": "Newest", "articles": "Most articles", "gravest": "Gravest difference"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One story on the front page."""

    story: Story
    witnesses: tuple[Witness, ...]
    strip: tuple[Share, ...]
    sentence: str
    gravest: Gravest | None
    first: datetime | None
    last: datetime | None
    undated: int


@dataclass(frozen=True, slots=True)
class Order:
    """One way to sort the stories."""

    value: str
    word: str
    on: bool


def show_orders(chosen: str) -> list[Order]:
    """List the ways to sort, with the one in force."""
    return [Order(value, ORDER_WORDS[value], value == chosen) for value in ORDERS]


def show_entries(stories: Sequence[Story], editor: bool) -> list[Entry]:
    """Load and arrange one page of stories, all of them together: three queries."""
    by_story: dict[int, list[Article]] = defaultdict(list)
    for article in articles_for(editor).defer("text", "deck").filter(story__in=stories):
        by_story[article.story_id].append(article)
    counts = count_statuses(stories, editor)
    gravest = load_gravest(stories, editor)
    return [
        entry_of(story, name_witnesses(by_story[story.pk]), counts[story.pk], gravest.get(story.pk))
        for story in stories
    ]


def entry_of(
    story: Story, witnesses: Sequence[Witness], counts: Mapping[str, int], gravest: Difference | None
) -> Entry:
    """Arrange one story."""
    dates = [w.article.published_at for w in witnesses if w.article.published_at]
    outlets = {witness.slug for witness in witnesses}
    return Entry(
        story=story,
        witnesses=tuple(witnesses),
        strip=shares_of(counts),
        sentence=say_shares(
            counts, len(witnesses), "outlet" if len(outlets) == len(witnesses) else "article"
        ),
        gravest=show_row(gravest, {witness.pk: witness for witness in witnesses}) if gravest else None,
        first=min(dates, default=None),
        last=max(dates, default=None),
        undated=len(witnesses) - len(dates),
    )
