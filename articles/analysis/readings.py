"""Stored articles to what the engine compares: each read, and put right as editors did."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from articles.analysis.corrections import apply_corrections
from articles.analysis.same_speakers import load_united, unite_people
from articles.engine import ENGLISH, Reading, Witness, declare_translated, read_article
from articles.models import Article, Story

# So many articles stay read in a process: a story that grows by one article has the others read already.
REMEMBERED = 64
_read = lru_cache(maxsize=REMEMBERED)(read_article)


def load_articles(story: Story) -> list[Article]:
    """Load the articles of a story that are compared: of each the current version.

    They are sorted by the texts themselves, so that no order of upload changes anything.
    """
    articles = Article.objects.filter(story=story, current=True).select_related("outlet").defer("upload")
    return list(articles.order_by("published_at", "text_digest"))


def read_articles(articles: Sequence[Article]) -> list[Witness]:
    """Read every article, put right as editors did."""
    readings = [apply_corrections(article, read_stored(article)) for article in articles]
    united = load_united(readings)
    return [
        Witness(
            id=str(article.pk),
            outlet=article.outlet.name if article.outlet else "",
            reading=unite_people(reading, united),
        )
        for article, reading in zip(articles, readings, strict=True)
    ]


def read_stored(article: Article) -> Reading:
    """Read one article as its editor described it."""
    language = article.language.strip().title() or ENGLISH
    reading = _read(article.text, article.headline_span, article.deck_span, language)
    source = article.translated_from.strip()
    return replace(reading, quotations=declare_translated(reading.quotations, source)) if source else reading
