"""The versions of one article to stored revisions: what became of each quotation from one to the next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from articles.analysis.editions import follow_editions, load_editions
from articles.analysis.quotations import find_quotations, stored_spans
from articles.analysis.readings import read_articles
from articles.engine import Place, Revisions, Span, Witness, compare_editions
from articles.models import Article, Quotation, Revision, Story


@dataclass(frozen=True, slots=True)
class Read:
    """One version as it was read, with the rows of its quotations by their index in the reading."""

    article: Article
    witness: Witness
    rows: Sequence[Quotation]


@dataclass(frozen=True, slots=True)
class Kept:
    """A passage of another version, by the key of its quotation, that stands in the one compared too."""

    quotation: int
    spans: tuple[Span, ...]
    now: int
    now_spans: tuple[Span, ...]


def store_revisions(story: Story, compared: Mapping[int, Read]) -> list[Kept]:
    """Compare the versions of every article with each other; give what goes on in the ones compared.

    `compared` are the versions that are compared with other outlets, by key. An earlier one is read by
    itself: to no other article, not even to another version of it, is it one more witness.
    """
    Revision.objects.filter(later__story=story).delete()
    kept: list[Kept] = []
    for versions in load_editions(story):
        read = {article.pk: compared.get(article.pk) or read_alone(story, article) for article in versions}
        kept += store_steps([(read[a.pk], read[b.pk]) for a, b in follow_editions(versions)])
    return kept


def read_alone(story: Story, article: Article) -> Read:
    """Read a version that is compared with no other outlet."""
    witnesses = read_articles([article])
    return Read(article, witnesses[0], find_quotations(story, [article], witnesses)[0])


def store_steps(steps: Sequence[tuple[Read, Read]]) -> list[Kept]:
    """Store what changed in each step from a version to the next, from the last step back."""
    found = [compare_editions(earlier.witness, later.witness) for earlier, later in steps]
    now: dict[int, Quotation] = {}
    kept: list[Kept] = []
    for (earlier, later), revisions in reversed(list(zip(steps, found, strict=True))):
        places = [(earlier.rows[a.quotation].pk, a, later.rows[b.quotation].pk, b) for a, b in revisions.kept]
        if later.article.current:
            now = {row.pk: row for row in later.rows}
            kept += [Kept(before, a.spans, after, b.spans) for before, a, after, b in places]
        elif earlier.article.current:  # the later one was withdrawn
            kept += [Kept(after, b.spans, before, a.spans) for before, a, after, b in places]
        Revision.objects.bulk_create(rows_of(earlier, later, revisions, now))
        now |= {before: now[after] for before, _, after, _ in places if after in now}
    return kept


def rows_of(earlier: Read, later: Read, revisions: Revisions, now: Mapping[int, Quotation]) -> list[Revision]:
    """Make the rows of one step; `now` are the quotations that go on from those of the later version."""
    rows = []
    for position, revised in enumerate(revisions.revised):
        a, b = row_at(earlier, revised.a), row_at(later, revised.b)
        rows.append(
            Revision(
                earlier=earlier.article,
                later=later.article,
                a=a,
                b=b,
                now=now.get(b.pk) if b else None,
                a_spans=stored_spans(revised.a.spans) if revised.a else [],
                b_spans=stored_spans(revised.b.spans) if revised.b else [],
                status=revised.status.value if revised.status else "",
                differences=[[d.kind.value, list(d.a), list(d.b), d.detail] for d in revised.differences],
                position=position,
            )
        )
    return rows


def row_at(read: Read, place: Place | None) -> Quotation | None:
    """Find the row of the quotation that a passage stands in."""
    return read.rows[place.quotation] if place else None
