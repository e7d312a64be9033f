"""Articles to witnesses: each under the name that a page gives it, told apart from its outlet's others."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from django.urls import reverse

from articles.models import Article


@cache
def article_address(pk: int) -> str:
    """Return the address of an article's page; a story page asks for the same ones hundreds of times."""
    return reverse("article", args=[pk])


@dataclass(frozen=True, slots=True)
class Witness:
    """An article as a page names it: by its outlet, told apart by a number where one has several."""

    article: Article
    name: str
    slug: str

    @property
    def pk(self) -> int:
        """The article's number in addresses."""
        return self.article.id

    @property
    def address(self) -> str:
        """The address of the article's page."""
        return article_address(self.article.id)

    def address_of(self, quotation: int) -> str:
        """Give the address of a quotation's place in the article."""
        return f"{self.address}#q{quotation}"


def name_alone(article: Article) -> Witness:
    """Name an article by its outlet alone, as among articles of other stories."""
    if article.outlet:
        return Witness(article, article.outlet.name, article.outlet.slug)
    return Witness(article, f"Article {article.pk}", f"article-{article.pk}")


def name_witnesses(articles: Sequence[Article]) -> tuple[Witness, ...]:
    """Name each article by its outlet; nothing is invented for one that states none."""
    total: dict[str, int] = defaultdict(int)
    seen: dict[str, int] = defaultdict(int)
    for article in articles:
        total[article.outlet.name if article.outlet else ""] += 1
    by_pk: dict[int, Witness] = {}
    for article in sorted(articles, key=lambda a: a.pk):
        named = name_alone(article)
        if article.outlet and total[named.name] > 1:
            seen[named.name] += 1
            named = replace(named, name=f"{named.name} ({seen[named.name]})")
        by_pk[article.pk] = named
    return tuple(by_pk[article.pk] for article in articles)
