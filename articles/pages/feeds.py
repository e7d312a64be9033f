"""Stories and what was said in them to Atom: entries with the exact words, and the way to their place.

An entry is published when the first of its articles was brought in, and updated when the last was: an
analysis or a release that finds the same again makes nothing new. Its id is its address.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar

from django.template.loader import get_template
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed

from articles.pages.hits import Hit
from articles.pages.home import Entry
from articles.pages.outline import Place
from articles.pages.rows import SpeakerRow
from articles.pages.speakers import InStory, Said
from articles.pages.witnesses import Witness

F = TypeVar("F")

MOST_ITEMS = 50
# What no XML document can hold, not even escaped.
_UNWRITABLE = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a feed; `summary` is HTML, `address` without the site."""

    title: str
    address: str
    summary: str
    published: datetime
    updated: datetime


class StoredFeed(Atom1Feed):
    """A feed whose date is that of its entries; an empty one has the same date for ever."""

    def latest_post_date(self) -> Any:
        """Give the date of the newest entry."""
        return super().latest_post_date() if self.items else _NEVER


def write_feed(title: str, page: str, own: str, items: Iterable[Item], site: str) -> str:
    """Write a feed about a page, from its own address."""
    feed = StoredFeed(
        title=writable(title),
        link=site + page,
        description=None,
        language="en",
        author_name="Comparer",
        feed_url=site + own,
        feed_guid=site + own,
    )
    for item in items:
        feed.add_item(
            title=writable(item.title),
            link=site + item.address,
            description=writable(item.summary),
            unique_id=site + item.address,
            pubdate=item.published,
            updateddate=item.updated,
        )
    return feed.writeString("utf-8")


def writable(text: str) -> str:
    """Replace what cannot be written in XML; no stored text holds a control character."""
    return _UNWRITABLE.sub("\ufffd", text)


def items_of_stories(entries: Iterable[Entry], site: str) -> list[Item]:
    """Make an entry of each story: its outlets, how they quote it, and its gravest difference."""
    template = get_template("_feed_story.html")
    return [
        Item(
            entry.story.title,
            entry.story.get_absolute_url(),
            template.render({"entry": entry, "gravest": entry.gravest, "site": site}),
            *dates_of(entry.witnesses),
        )
        for entry in entries
    ]


def items_of_speaker(entries: Iterable[InStory], site: str) -> list[Item]:
    """Make an entry of each statement of a speaker, the last printed first."""
    found = [said for entry in entries for said in entry.said]
    return [item_of_said(said, site) for said in newest(found, lambda said: said.witnesses)]


def item_of_said(said: Said, site: str) -> Item:
    """Make an entry of a statement, as one of those prints it who give it to the speaker."""
    context = {"status": said.status, "witnesses": said.witnesses, "site": site, "every": said.address}
    return Item(
        f"“{said.excerpt.text}{'…' if said.excerpt.cut else ''}”",
        said.address,
        render_said(said.place, context),
        *dates_of(said.witnesses),
    )


def items_of_search(hits: Iterable[Hit], site: str) -> list[Item]:
    """Make an entry of each quotation that a search finds, the last brought in first."""
    return [item_of_hit(hit, site) for hit in newest(hits, lambda hit: [hit.witness])]


def item_of_hit(hit: Hit, site: str) -> Item:
    """Make an entry of a quotation, at its place in the article."""
    every = reverse("statement", args=[hit.statement])
    context = {"status": hit.status_word, "witnesses": [hit.witness], "site": site, "every": every}
    place = Place(hit.witness, hit.quotation, hit.speaker, True, hit.runs, 0)
    shown = hit.witness.article.text[hit.shown.start : hit.shown.end]
    before, after = "…" if hit.cut_before else "", "…" if hit.cut_after else ""
    return Item(
        f"{name_of(hit.speaker)}: “{before}{shown}{after}”",
        hit.address,
        render_said(place, context),
        *dates_of([hit.witness]),
    )


def render_said(place: Place, context: dict[str, Any]) -> str:
    """Render the words that stand at a place, each passage with its offsets."""
    passages = [(start, end, text) for (start, end), text in zip(place.stored, place.slices, strict=True)]
    address = place.witness.address_of(place.quotation)
    more = {"place": place, "speaker": name_of(place.speaker), "passages": passages, "address": address}
    return get_template("_feed_said.html").render(context | more)


def name_of(speaker: SpeakerRow | None) -> str:
    """Name a speaker."""
    return speaker.name if speaker else "Speaker not stated"


def dates_of(witnesses: Iterable[Witness]) -> tuple[datetime, datetime]:
    """Tell when the first and the last of some articles were brought in."""
    brought_in = [witness.article.created_at for witness in witnesses]
    return min(brought_in), max(brought_in)


def newest(found: Iterable[F], printed_by: Callable[[F], Sequence[Witness]]) -> list[F]:
    """Choose what was updated last, before entries are rendered of it; of one date in the order given."""
    return sorted(found, key=lambda one: dates_of(printed_by(one))[1], reverse=True)[:MOST_ITEMS]
