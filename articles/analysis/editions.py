"""The versions of one article: which of them is compared with other outlets."""

from collections.abc import Sequence
from itertools import groupby, pairwise

from articles.models import Article, Story


def load_editions(story: Story) -> list[list[Article]]:
    """Load the versions of every article of a story that has several, each article's in order."""
    articles = Article.objects.filter(story=story, series__isnull=False).select_related("outlet")
    ordered = articles.defer("upload").order_by("series", "edition")
    return [list(versions) for _, versions in groupby(ordered, key=lambda article: article.series_id)]


def settle_editions(story: Story) -> None:
    """Choose of every article the version that is compared."""
    Article.objects.filter(story=story, series__isnull=True, current=False).update(current=True)
    for versions in load_editions(story):
        chosen = choose_current(versions)
        for article in versions:
            if article.current != (article is chosen):
                Article.objects.filter(pk=article.pk).update(current=article is chosen)


def choose_current(versions: Sequence[Article]) -> Article:
    """Choose the last version that readers may see, or the last one while they may see none.

    A later version that is still a draft takes nothing away from what readers see.
    """
    return (readable(versions) or list(versions))[-1]


def readable(versions: Sequence[Article]) -> list[Article]:
    """Give the published versions."""
    return [article for article in versions if article.publication == Article.Publication.PUBLISHED]


def follow_editions(versions: Sequence[Article]) -> list[tuple[Article, Article]]:
    """Pair each version with the one it followed, as readers see them, and then as editors do.

    Where readers may see some versions, a draft between two of them is passed over; drafts after
    the last of these follow it.
    """
    current = choose_current(versions)
    shown = readable(versions) or list(versions)
    shown += [article for article in versions if article.edition > current.edition]
    return list(pairwise(shown))
