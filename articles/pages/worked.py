"""One stored difference to the example that the method page works through, step by step."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from articles.engine.differences.differences import DifferenceKind
from articles.models import Difference
from articles.pages.comparison import compare
from articles.pages.entries import Changed, show_pair
from articles.pages.filtering import STATUS_WORDS, StatusWord
from articles.pages.rows import load_rows
from articles.pages.shown import Pair

# What serves best as an example, best first: a difference of words that anybody sees at once.
BEST = (
    DifferenceKind.NEGATION,
    DifferenceKind.NUMBER,
    DifferenceKind.NAME,
    DifferenceKind.CERTAINTY,
    DifferenceKind.WORDING,
)


@dataclass(frozen=True, slots=True)
class Worked:
    """Two versions of one statement: what was found, who said it, why they match, what changed."""

    pair: Pair
    changed: Changed
    status: StatusWord
    address: str


def work_through(examples: Mapping[str, Difference]) -> Worked | None:
    """Work through the best of the examples, where there is one: a fixed number of queries."""
    row = next((examples[kind] for kind in BEST if kind in examples), None)
    if row is None:
        return None
    articles = [row.match.a.article, row.match.b.article]
    comparison = compare(load_rows(articles))
    pair = next(
        pair for statement in comparison.statements for pair in statement.pairs if pair.pk == row.match_id
    )
    query = {"left": articles[0].pk, "right": articles[1].pk, "statement": row.match.statement_id}
    address = f"{reverse('side-by-side', args=[row.match.statement.story.slug])}?{urlencode(query)}"
    changed = show_pair(pair, comparison.witnesses, address, "")
    return Worked(pair, changed, STATUS_WORDS[pair.mark], address)
