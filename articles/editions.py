"""Articles to versions of one article: joined, taken apart again, and moved together."""

from django.db import transaction
from django.db.models import Max

from articles.models import Article, Series


def version_before(article: Article) -> Article | None:
    """Find the version that an article followed; none where it is the first, or the only one."""
    if article.series_id is None:
        return None
    earlier = Article.objects.filter(series=article.series_id, edition__lt=article.edition)
    return earlier.defer("upload").order_by("-edition").first()


def compared_version(article: Article) -> Article:
    """Find the version of an article that is compared with other outlets."""
    if article.current or article.series_id is None:
        return article
    return Article.objects.filter(series=article.series_id, current=True).defer("upload").first() or article


@transaction.atomic
def follow(article: Article, earlier: Article | None) -> None:
    """Make a stored article the last version of an earlier one, or (None) an article of its own.

    The analysis of their story, which must come next, chooses the version that is compared.
    """
    if earlier is None or earlier.series_id is None or earlier.series_id != article.series_id:
        leave(article)
    if earlier is None or article.series_id is not None:
        return
    series = earlier.series or Series.objects.create()
    if earlier.series is None:
        Article.objects.filter(pk=earlier.pk).update(series=series, edition=1)
    last = Article.objects.filter(series=series).aggregate(last=Max("edition"))["last"]
    article.series, article.edition = series, last + 1
    article.save(update_fields=["series", "edition"])


def leave(article: Article) -> None:
    """Make a version an article of its own; one that is left alone is no version any more."""
    series = article.series
    if series is None:
        return
    article.series, article.edition, article.current = None, 1, True
    article.save(update_fields=["series", "edition", "current"])
    if series.articles.count() < 2:
        series.articles.update(edition=1, current=True)
        series.delete()


def keep_together(article: Article) -> None:
    """Give the other versions of an article its story and its outlet."""
    if article.series_id is not None:
        others = Article.objects.filter(series=article.series_id)
        others.update(story=article.story_id, outlet=article.outlet_id)
