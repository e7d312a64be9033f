"""One article of a story to what its page shows: the text with its marks, and what it left out."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.models import Article
from articles.pages.comparison import Comparison, Shown, Witness, compare
from articles.pages.filtering import Filtered, filter_statements
from articles.pages.loading import load_rows
from articles.pages.query import Filters
from articles.pages.segments import Paragraph, lay_out


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """Everything the article page shows."""

    witness: Witness
    comparison: Comparison
    filtered: Filtered[Shown]
    paragraphs: tuple[Paragraph, ...]
    printed: tuple[Shown, ...]
    left_out: tuple[Shown, ...]
    others: tuple[Witness, ...]


def show_article(article: Article, articles: Sequence[Article], filters: Filters) -> ArticlePage:
    """Load and arrange one article among the articles of its story."""
    comparison = compare(load_rows(articles))
    witness = next(w for w in comparison.witnesses if w.pk == article.pk)
    filtered = filter_statements(comparison, filters)
    printed = tuple(s for s in filtered.statements if witness in s.witnesses)

    def opened(chosen: Shown) -> str:
        return f"{article.story.get_absolute_url()}#s{chosen.pk}"

    return ArticlePage(
        witness=witness,
        comparison=comparison,
        filtered=filtered,
        paragraphs=tuple(lay_out(comparison, witness, {s.pk for s in printed}, opened)),
        printed=printed,
        left_out=tuple(s for s in comparison.statements if witness not in s.witnesses),
        others=tuple(w for w in comparison.witnesses if w.pk != article.pk),
    )
