"""Compare the articles of each story in a file of JSON lines: its statements and links."""

from collections.abc import Iterable

from articles.engine.alignment.alignment import Link, Place
from articles.engine.alignment.stretches import pair_stretches
from articles.engine.alignment.witnesses import Witness
from articles.engine.differences.differences import Difference
from articles.engine.reading.reading import read_article
from articles.engine.statements.statements import Collation, collate, member_statuses
from articles.engine.text.spans import Span
from articles.management.json_lines import BadRecordError, JsonLinesCommand, Record, text_field


class Command(JsonLinesCommand):
    """`manage.py collate [FILE]`: stories in, statements and links out, one story a line.

    In: {"id", "articles": [{"id", "text", and "headline" and "outlet" where known}]}. Out: {"id",
    "statements": [{"id", "speaker", "quotations": [place and "status"]}], "links": [{"a": place, "b",
    "status", "kinds", "reported", "translated", "copied", "stretches"}]}. A place is {"article", "start",
    "end"}, in characters of that text. "stretches" are the pairs of stretches between quotation marks that a
    link joins: {"a": [start, end], "b", "status", "kinds"}. "translated" where words differ and one is a
    translation, "copied" where both stand in one agency's text.
    """

    help = __doc__ or ""

    def answer(self, record: Record) -> Record:
        """Compare what one record holds."""
        return collate_record(record)


def collate_record(record: Record) -> Record:
    """Compare the articles of one story."""
    articles = record.get("articles")
    if not isinstance(articles, list) or not all(isinstance(article, dict) for article in articles):
        raise BadRecordError('"articles" must be a list of objects')
    witnesses = [_witness(article) for article in articles]
    found = collate(witnesses)
    return {
        "id": record.get("id"),
        "statements": _statements(witnesses, found),
        "links": [_link(witnesses, link) for link in found.links],
    }


def _witness(article: Record) -> Witness:
    """Read one article."""
    text = text_field(article, "text")
    headline = text_field(article, "headline", "")
    place = text.find(headline) if headline else -1
    span = Span(place, place + len(headline)) if place >= 0 else None
    return Witness(
        id=text_field(article, "id"),
        outlet=text_field(article, "outlet", ""),
        reading=read_article(text, headline=span),
    )


def _statements(witnesses: list[Witness], found: Collation) -> list[Record]:
    """Write out the statements with the status of each of their quotations."""
    return [
        {
            "id": number,
            "speaker": _speaker(witnesses, statement.members[statement.fullest]),
            "quotations": [
                _extent(witnesses, place) | {"status": status}
                for place, status in zip(statement.members, statuses, strict=True)
            ],
        }
        for number, (statement, statuses) in enumerate(
            zip(found.statements, member_statuses(found), strict=True)
        )
    ]


def _speaker(witnesses: list[Witness], place: Place) -> str:
    """Give the name of the speaker, empty where it is not stated."""
    return witnesses[place.witness].reading.quotations[place.quotation].attribution.name


def _extent(witnesses: list[Witness], place: Place) -> Record:
    """Write a place as its article and the stretch from its first to its last character."""
    return {
        "article": witnesses[place.witness].id,
        "start": place.spans[0].start,
        "end": place.spans[-1].end,
    }


def _link(witnesses: list[Witness], link: Link) -> Record:
    """Write out one link, and which printed stretches it joins.

    Each stretch stands between one pair of quotation marks (included); in reported speech there are none.
    """
    return {
        "a": _extent(witnesses, link.a),
        "b": _extent(witnesses, link.b),
        "status": link.status.value,
        "kinds": _kinds(link.differences),
        "reported": link.reported,
        "translated": link.translated,
        "copied": link.copied,
        "stretches": [
            {
                "a": list(pair.a),
                "b": list(pair.b),
                "status": pair.status.value,
                "kinds": _kinds(pair.differences),
            }
            for pair in pair_stretches(witnesses, link)
        ],
    }


def _kinds(differences: Iterable[Difference]) -> list[str]:
    """Give the kinds of some differences, each once, gravest first."""
    return list(dict.fromkeys(difference.kind.value for difference in differences))
