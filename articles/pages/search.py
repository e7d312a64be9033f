"""Words to the quotations of all stories that have them, and the articles that have them in the headline."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from articles.engine.quotations.quotations import Kind
from articles.models import Article, Story
from articles.pages.excerpts import join_spans
from articles.pages.filtering import Filtered, filter_statements
from articles.pages.hits import Hit, TitleHit
from articles.pages.leaves import Leaf, leaf_of
from articles.pages.loading import find_articles_with, load_verdicts_of
from articles.pages.query import Filters
from articles.pages.rows import PlaceRow, load_places
from articles.pages.sought import Sought, seek
from articles.pages.statuses import gravest_of, mark_of
from articles.pages.witnesses import Witness, name_alone

HITS_A_PAGE = 20
# More headlines than this are only counted: whoever looks for one adds a word.
MOST_TITLES = 10


@dataclass(frozen=True, slots=True)
class Hits:
    """Every quotation with the words, to be filtered; `witnesses` are the articles that print them."""

    statements: tuple[Hit, ...]
    witnesses: tuple[Witness, ...]


@dataclass(frozen=True, slots=True)
class InStory:
    """The hits of one story, of those on this page."""

    story: Story
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What a search shows. `words` are as they were asked, `parts` those that hold something to look for."""

    words: str
    parts: tuple[str, ...]
    filtered: Filtered[Hit]
    sections: tuple[InStory, ...]
    stories: int
    titles: tuple[TitleHit, ...]
    more_titles: int
    leaf: Leaf

    @property
    def total_titles(self) -> int:
        """How many headlines have the words."""
        return len(self.titles) + self.more_titles


def show_search(filters: Filters, number: int | None) -> SearchPage:
    """Look for words in what readers may read, and arrange one page of it: three queries at most."""
    sought = seek(filters.words)
    articles = find_articles_with(sought.plain) if sought else []
    rest = (("q", filters.words),) if filters.words else ()
    asked = replace(filters, words="", rest=rest)
    filtered = filter_statements(find_hits(sought, articles), asked)
    hits = filtered.statements
    pages = [hits[n : n + HITS_A_PAGE] for n in range(0, len(hits), HITS_A_PAGE)] or [()]
    chosen = min(max(number or 1, 1), len(pages))
    titles = find_titles(sought, articles, asked)
    return SearchPage(
        words=filters.words,
        parts=sought.parts,
        filtered=filtered,
        sections=group_by_story(pages[chosen - 1]),
        stories=len({hit.witness.article.story_id for hit in hits}),
        titles=tuple(titles[:MOST_TITLES]),
        more_titles=len(titles[MOST_TITLES:]),
        leaf=leaf_of(pages, chosen, asked),
    )


def find_hits(sought: Sought, articles: Sequence[Article]) -> Hits:
    """Find the quotations of some articles that have all the words: two queries."""
    witnesses = {article.pk: name_alone(article) for article in articles}
    by_quotation: dict[int, list[PlaceRow]] = defaultdict(list)
    for place in load_places(articles) if articles else []:
        if place.kind != Kind.INDIRECT:
            by_quotation[place.quotation_id].append(place)
    found = []
    for quotation, places in by_quotation.items():
        witness = witnesses[places[0].article_id]
        hit = find_in_quotation(sought, witness, quotation, places)
        found += [hit] if hit else []
    marks = load_marks({hit.witness.article.story_id for hit in found}) if found else {}
    found = [replace(hit, status=gravest_of(marks.get((hit.statement, hit.quotation), ()))) for hit in found]
    found.sort(key=newest_story_first)
    printing = {hit.witness.pk: hit.witness for hit in found}
    return Hits(tuple(found), tuple(printing.values()))


def load_marks(stories: Collection[int]) -> dict[tuple[int, int], set[str]]:
    """Load what the matches of each statement amount to for each of its quotations: one query."""
    marks: dict[tuple[int, int], set[str]] = defaultdict(set)
    for statement, a, b, status, reported, copied in load_verdicts_of(stories):
        mark = mark_of(status, reported=reported, copied=copied)
        marks[statement, a].add(mark)
        marks[statement, b].add(mark)
    return marks


def find_in_quotation(
    sought: Sought, witness: Witness, quotation: int, places: Sequence[PlaceRow]
) -> Hit | None:
    """Find the words in one quotation, whichever of its statements they belong to."""
    text = witness.article.text
    spans = sorted({(start, end) for place in places for start, end in place.spans})
    runs = tuple(join_spans(text, spans))
    found = tuple(sought.find(text, runs))
    if not found:
        return None
    first = found[0].start
    statement = next(
        (p.statement_id for p in places if any(start <= first < end for start, end in p.spans)),
        places[0].statement_id,
    )
    return Hit(witness, quotation, statement, "sole", places[0].speaker, runs, found)


def newest_story_first(hit: Hit) -> tuple[float, int]:
    """Sort by story, the newest first; the hits of one story stay in its order."""
    story = hit.witness.article.story
    return -story.created_at.timestamp(), -story.pk


def group_by_story(hits: Sequence[Hit]) -> tuple[InStory, ...]:
    """Group hits, sorted by story, under it."""
    groups = groupby(hits, key=lambda hit: hit.witness.article.story)
    return tuple(InStory(story, tuple(group)) for story, group in groups)


def find_titles(sought: Sought, articles: Sequence[Article], filters: Filters) -> list[TitleHit]:
    """Find the articles that have the words in the headline; it is nobody's words and has no status."""
    if filters.speaker or filters.status:
        return []
    if filters.outlet:
        articles = [article for article in articles if name_alone(article).slug in filters.outlet]
    found = ((a, sought.find(a.headline, [(0, len(a.headline))])) for a in articles)
    return [TitleHit(article, tuple(places)) for article, places in found if places]
