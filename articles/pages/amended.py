"""What editors put right in an article, to lines that its readers see, each with its date."""

from dataclasses import dataclass
from datetime import datetime

from articles.models import Article, Correction
from articles.pages.excerpts import Excerpt, excerpt_of
from articles.pages.witnesses import Witness


@dataclass(frozen=True, slots=True)
class Amended:
    """One correction: of which words, what it says, and when an editor said it last."""

    excerpt: Excerpt
    said: str
    when: datetime


def list_amended(witness: Witness) -> list[Amended]:
    """List the corrections of an article whose words it still prints, the latest first: one query."""
    rows = (
        Correction.objects.filter(article=witness.pk)
        .select_related("speaker")
        .order_by("-corrected_at", "pk")
    )
    return [show_correction(witness, row) for row in rows if prints(witness.article, row)]


def prints(article: Article, row: Correction) -> bool:
    """Tell whether the words of a correction stand at its place; the note of an editor is not for readers."""
    return bool(row.words) and article.text.startswith(row.words, row.start)


def show_correction(witness: Witness, row: Correction) -> Amended:
    """Say one correction."""
    if not row.is_quotation:
        said = "is no quotation"
    elif row.speaker:
        said = f"was said by {row.speaker.name}"
    else:
        said = "is a quotation whose speaker is not stated"
    return Amended(excerpt_of(witness, [(row.start, row.start + len(row.words))]), said, row.corrected_at)
