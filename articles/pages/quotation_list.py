"""One article to the list of its quotations that an editor looks through."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from articles.models import Article
from articles.pages.comparison import compare
from articles.pages.filtering import STATUS_WORDS
from articles.pages.loading import articles_for
from articles.pages.printed import Printed
from articles.pages.rows import QuotationRow, load_rows

# An editor sees the words, cut after so many characters; the link opens them in full.
LONGEST = 160


@dataclass(frozen=True, slots=True)
class Listed:
    """One quotation of the list."""

    start: int
    words: str
    speaker: str
    reason: str
    status: str
    address: str
    correction: str
    matches: tuple[tuple[str, str], ...]


def list_quotations(article: Article) -> list[Listed]:
    """List the quotations of an article in reading order, each with its status in its story."""
    others = articles_for(editor=True).filter(story=article.story_id)
    comparison = compare(load_rows(list(others if article.current else [article])))
    statuses: dict[int, list[str]] = {}
    partners: dict[int, list[Printed]] = {}
    for statement in comparison.statements:
        for version in statement.versions:
            word = STATUS_WORDS[statement.status_of(version)].word
            statuses.setdefault(version.quotation.pk, []).append(word)
        for pair in statement.pairs:
            for own, other in ((pair.a, pair.b), (pair.b, pair.a)):
                partners.setdefault(own.quotation.pk, []).append(other)
    return [
        Listed(
            start=quotation.start,
            words=shorten(article.text[quotation.start : quotation.end]),
            speaker=quotation.speaker.name if quotation.speaker else "not stated",
            reason=quotation.reason,
            status=", ".join(dict.fromkeys(statuses.get(quotation.pk, []))),
            address=f"{article.get_absolute_url()}#q{quotation.pk}",
            correction=correction_address(article, quotation),
            matches=(
                *(
                    (f"not {other.witness.name}", decision_address("apart", quotation, other.quotation))
                    for other in partners.get(quotation.pk, [])
                ),
                ("join", decision_address("together", quotation)),
            ),
        )
        for quotation in sorted(comparison.quotations, key=lambda q: (q.start, q.end))
        if quotation.article_id == article.pk
    ]


def correction_address(article: Article, quotation: QuotationRow) -> str:
    """Return the address of a correction form that already knows which quotation is meant."""
    known = {
        "article": article.pk,
        "start": quotation.start,
        "words": article.text[quotation.start : quotation.end],
        "speaker": quotation.speaker.pk if quotation.speaker else "",
    }
    return f"{reverse('admin:articles_correction_add')}?{urlencode(known)}"


def decision_address(decision: str, *quotations: QuotationRow) -> str:
    """Return the address of a decision's form that already knows one quotation, or both."""
    known = {"decision": decision} | {end: q.pk for end, q in zip("ab", quotations, strict=False)}
    return f"{reverse('admin:articles_matchdecision_add')}?{urlencode(known)}"


def shorten(words: str) -> str:
    """Cut a long quotation at a word, with a mark that something follows."""
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " […]"
