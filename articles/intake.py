"""An upload to a stored article: the one way in, for the admin and for commands alike."""

from dataclasses import dataclass
from datetime import UTC, datetime, time

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.dateparse import parse_date, parse_datetime

from articles.models import Article
from articles.models.sources import digest
from articles.uploads import CleanUpload, UploadError, read_upload

PASTED = "pasted.txt"


ADVICE = {
    "text": "Change that one instead.",
    "address": "If this is a later version of it, bring it in as one; otherwise change that one instead.",
}


class AlreadyHere(ValidationError):
    """The same text, or the same address, is stored already."""

    def __init__(self, article: Article, what: str) -> None:
        super().__init__(
            f"This {what} is here already: “{article}” (article {article.pk}). {ADVICE[what]}",
            code="already_here",
        )
        self.article = article
        self.what = what


@dataclass(frozen=True, slots=True)
class Brought:
    """What an editor brought in: the bytes and their name, unchanged."""

    data: bytes
    name: str


def fill_article(article: Article, brought: Brought, kin: Article | None = None) -> CleanUpload:
    """Put an upload, and the clean text made of it, into an article that is not saved yet.

    `kin` is an article that this is a version of, too: their address may be the same.

    The article's own headline and deck, and the left-out pieces it keeps, decide what the text
    begins with and holds; where they are empty, what the upload itself says is taken. Raises
    UploadError when the bytes cannot be read and AlreadyHere when the text is stored already.
    """
    clean = read_upload(
        brought.data, brought.name, keep=article.kept, headline=article.headline, deck=article.deck
    )
    article.upload, article.upload_name = brought.data, brought.name
    article.text = clean.text
    article.headline = article.headline or clean.headline
    article.deck = article.deck or clean.deck
    article.byline = article.byline or clean.byline
    article.address = article.address or clean.address or (kin.address if kin else "")
    article.published_at = article.published_at or read_moment(clean.published)
    article.left_out = [
        {"text": piece.text, "reason": piece.reason, "position": piece.position} for piece in clean.left_out
    ]
    refuse_twin(article, kin)
    return clean


def read_moment(stated: str) -> datetime | None:
    """Read the time a page states; where it states a day, or no zone, that day and no hour.

    Midnight UTC stands for a day without an hour: pages then print the day alone.
    """
    try:
        moment = parse_datetime(stated)
        day = parse_date(stated[:10])
    except ValueError:
        return None
    if moment and moment.tzinfo:
        return moment
    return datetime.combine(day, time(), UTC) if day else None


def refuse_twin(article: Article, kin: Article | None = None) -> None:
    """Refuse an article whose text another one has, or whose address one has that is no version of it."""
    others = Article.objects.exclude(pk=article.pk).only("pk", "headline", "series")
    twin = others.filter(text_digest=digest(article.text)).first()
    if twin:
        raise AlreadyHere(twin, "text")
    if kin:
        others = others.exclude(pk=kin.pk)
    if kin and kin.series_id:
        others = others.filter(Q(series=None) | ~Q(series=kin.series_id))
    twin = others.filter(address=article.address).first() if article.address else None
    if twin:
        raise AlreadyHere(twin, "address")


__all__ = ["PASTED", "AlreadyHere", "Brought", "UploadError", "fill_article"]
