"""What was found to plain records, as the API answers them and an export holds them.

Every quoted word is an exact slice with its offsets, and beside it stands the address of its place.
`docs/api.md` describes the fields; they keep their names for as long as `FORMAT` stays the same. `site` is
the scheme and the host that all addresses begin with, since a file is read far from its site.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from json import dumps
from typing import Any

from django.urls import reverse

from articles.models import Article, Outlet, Speaker, Story
from articles.pages.evidence import say_evidence
from articles.pages.hits import Hit, TitleHit
from articles.pages.home import Entry
from articles.pages.outline import Outline
from articles.pages.printed import Printed
from articles.pages.query import Filters
from articles.pages.rows import SpeakerRow
from articles.pages.shown import Pair, Shown, Told
from articles.pages.speakers import InStory, Said
from articles.pages.witnesses import Witness

FORMAT = 1

Record = dict[str, Any]


def write_json(head: Record, statements: Iterable[Shown], site: str) -> Iterator[str]:
    """Write a file of statements, each on a line of its own."""
    yield dumps(head, ensure_ascii=False).removesuffix("}") + ', "statements": ['
    for number, statement in enumerate(statements):
        yield (",\n" if number else "\n") + dumps(record_statement(statement, site), ensure_ascii=False)
    yield "\n]}\n"


def write_time(time: datetime | None) -> str | None:
    """Write a time as everything that is taken from here gives it, or nothing."""
    return f"{time.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if time else None


def record_spans(text: str, spans: Iterable[Sequence[int]]) -> list[Record]:
    """Give places of a text with the words that stand there."""
    return [{"start": start, "end": end, "text": text[start:end]} for start, end in spans]


def record_place(text: str, span: Sequence[int] | None) -> Record | None:
    """Give one place of a text, or nothing."""
    return record_spans(text, [span])[0] if span else None


def record_story(story: Story, site: str) -> Record:
    """Give what a story goes by."""
    return {
        "title": story.title,
        "slug": story.slug,
        "address": site + story.get_absolute_url(),
        "data": site + reverse("api-story", args=[story.slug]),
    }


def record_entry(entry: Entry, site: str) -> Record:
    """Give a story of the list: its outlets, and how many statements have each status."""
    return record_story(entry.story, site) | {
        "added_at": write_time(entry.story.created_at),
        "articles": len(entry.witnesses),
        "outlets": list(
            {w.slug: record_outlet(w.article.outlet) for w in entry.witnesses if w.article.outlet}.values()
        ),
        "first_published_at": write_time(entry.first),
        "last_published_at": write_time(entry.last),
        "statuses": {share.status.value: share.count for share in entry.strip},
    }


def record_outlet(outlet: Outlet | None) -> Record | None:
    """Give an outlet, or nothing where an article states none."""
    return {"name": outlet.name, "slug": outlet.slug} if outlet else None


def record_speaker(speaker: SpeakerRow | Speaker | None, site: str) -> Record | None:
    """Give a speaker, or nothing where the text does not tell one."""
    if speaker is None:
        return None
    return {
        "name": speaker.name,
        "slug": speaker.slug,
        "address": site + reverse("speaker", args=[speaker.slug]),
        "data": site + reverse("api-speaker", args=[speaker.slug]),
    }


def record_article(witness: Witness, site: str) -> Record:
    """Give an article: what its outlet says of it, and by what its stored text is known again."""
    article = witness.article
    return {
        "id": article.pk,
        "name": witness.name,
        "outlet": record_outlet(article.outlet),
        "headline": article.headline,
        "byline": article.byline,
        "published_at": write_time(article.published_at),
        "source": article.address,
        "language": article.language,
        "translated_from": article.translated_from,
        "characters": len(article.text),
        "text_sha256": article.text_digest,
        "address": site + witness.address,
    }


def record_articles(outline: Outline, site: str) -> Record:
    """Give the articles of a story, and which of them carry one text."""
    return {
        "articles": [record_article(witness, site) for witness in outline.witnesses],
        "independent_texts": outline.independent,
        "copies": [
            {"reason": reason, "articles": [witness.pk for witness in group]}
            for reason, group in outline.copies
        ],
    }


def record_filters(filters: Filters) -> Record:
    """Give the filters in force."""
    return {
        "status": filters.status,
        "speaker": filters.speaker,
        "outlet": filters.outlet,
        "kind": filters.kind,
        "q": filters.words,
    }


def record_statement(statement: Shown, site: str) -> Record:
    """Give a statement with every version and every match between them."""
    return {
        "id": statement.pk,
        "number": statement.number,
        "status": statement.status,
        "address": site + reverse("statement", args=[statement.pk]),
        "data": site + reverse("api-statement", args=[statement.pk]),
        "versions": [
            record_version(version, statement.status_of(version), site)
            | {"fullest": version == statement.fullest}
            for version in statement.versions
        ],
        "matches": [record_match(pair, site) for pair in statement.pairs],
    }


def record_version(version: Printed, status: str, site: str) -> Record:
    """Give one version: who prints which words as whose, where, and its status among the articles at hand."""
    text, quotation = version.witness.article.text, version.quotation
    return record_passage(version, site) | {
        "status": status,
        "form": quotation.kind,
        "place": quotation.place,
        "speaker": record_speaker(version.speaker, site),
        "mention": record_place(text, quotation.mention),
        "cue": record_place(text, quotation.cue),
        "translated": version.translated,
    }


def record_passage(printed: Printed, site: str) -> Record:
    """Give a passage of a quotation with the way to its place."""
    return {
        "article": printed.witness.pk,
        "quotation": printed.quotation.pk,
        "address": site + printed.witness.address_of(printed.quotation.pk),
        "spans": record_spans(printed.witness.article.text, printed.spans),
    }


def record_match(pair: Pair, site: str) -> Record:
    """Give a match: the two passages, what differs between them, and why they are taken for a match."""
    return {
        "status": pair.mark,
        "possible": pair.possible,
        "copied": pair.copied,
        "translated": pair.translated,
        "a": record_passage(pair.a, site),
        "b": record_passage(pair.b, site),
        "differences": [record_difference(told, pair) for told in pair.told],
        "why": say_evidence(pair),
    }


def record_difference(told: Told, pair: Pair) -> Record:
    """Give a difference, said, with both its places; one without words is where the other prints more."""
    return {
        "kind": told.kind,
        "possible": pair.possible,
        "sentence": told.sentence,
        "a": record_place(pair.a.witness.article.text, told.a),
        "b": record_place(pair.b.witness.article.text, told.b),
    }


def record_in_story(entry: InStory, site: str) -> Record:
    """Give what a speaker said in one story."""
    return {
        "story": record_story(entry.story, site),
        "statements": [record_said(said, site) for said in entry.said],
    }


def record_said(said: Said, site: str) -> Record:
    """Give a statement as one of those prints it who give it to the speaker."""
    place = said.place
    return {
        "id": said.statement,
        "status": said.status.value,
        "address": site + said.address,
        "data": site + reverse("api-statement", args=[said.statement]),
        "articles": [record_source(witness.article, site) for witness in said.witnesses],
        "version": {
            "article": place.witness.pk,
            "quotation": place.quotation,
            "address": site + place.witness.address_of(place.quotation),
            "spans": record_spans(place.witness.article.text, place.stored),
        },
    }


def record_hit(hit: Hit, site: str) -> Record:
    """Give a quotation that has the words of a search."""
    text = hit.witness.article.text
    return {
        "statement": hit.statement,
        "data": site + reverse("api-statement", args=[hit.statement]),
        "quotation": hit.quotation,
        "address": site + hit.address,
        "status": hit.status,
        "speaker": record_speaker(hit.speaker, site),
        "article": record_source(hit.witness.article, site),
        "story": record_story(hit.witness.article.story, site),
        "spans": record_spans(text, hit.runs),
        "found": record_spans(text, hit.found),
    }


def record_title(title: TitleHit, site: str) -> Record:
    """Give an article whose headline has the words of a search."""
    return {
        "article": record_source(title.article, site),
        "story": record_story(title.article.story, site),
    }


def record_source(article: Article, site: str) -> Record:
    """Give an article by its outlet and headline alone, as among articles of other stories."""
    return {
        "id": article.pk,
        "outlet": record_outlet(article.outlet),
        "headline": article.headline,
        "address": site + article.get_absolute_url(),
    }
