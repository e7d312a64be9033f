"""Statements that an article left out to what is said of each: its words, and who prints just these."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.pages.excerpts import Excerpt, excerpt_of
from articles.pages.filtering import fold
from articles.pages.outline import Outlined, Place
from articles.pages.witnesses import Witness


@dataclass(frozen=True, slots=True)
class Missing:
    """A statement that others print: the beginning of its fullest version, and where just that is printed.

    `witnesses` are the articles that quote it, `same` those that print the words of the excerpt, typography
    aside.
    """

    statement: Outlined
    excerpt: Excerpt
    witnesses: tuple[Witness, ...]
    same: tuple[Witness, ...]

    @property
    def said(self) -> str:
        """Which of the articles print it in these words; nothing where all of them do."""
        if len(self.same) == len(self.witnesses):
            return ""
        return f"in these words in {self.same[0].name if len(self.same) == 1 else len(self.same)}"


def show_missing(statement: Outlined) -> Missing:
    """Show a statement by its fullest version."""
    excerpt = excerpt_of(statement.fullest.witness, statement.fullest.stored)
    words = f" {fold(excerpt.text)} "
    quoting = [place for place in statement.places if place.in_marks]
    holding = [place for place in quoting if words in f" {fold(' '.join(place.slices))} "]
    return Missing(statement, excerpt, articles_of(quoting), articles_of(holding))


def articles_of(places: Sequence[Place]) -> tuple[Witness, ...]:
    """List the articles of some places, each once."""
    return tuple({place.witness.pk: place.witness for place in places}.values())
