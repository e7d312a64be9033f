"""Statements that an article left out to what is said of each: its words, and who prints just these."""

from dataclasses import dataclass

from articles.pages.excerpts import Excerpt, excerpt_of
from articles.pages.filtering import fold
from articles.pages.outline import Outlined
from articles.pages.witnesses import Witness


@dataclass(frozen=True, slots=True)
class Missing:
    """A statement that others print: the beginning of its fullest version, and where just that is printed.

    `same` are the articles that print the words of the excerpt, typography aside.
    """

    statement: Outlined
    excerpt: Excerpt
    same: tuple[Witness, ...]

    @property
    def said(self) -> str:
        """Which of the articles print it in these words; nothing where all of them do."""
        if len(self.same) == len(self.statement.witnesses):
            return ""
        return f"in these words in {self.same[0].name if len(self.same) == 1 else len(self.same)}"


def show_missing(statement: Outlined) -> Missing:
    """Show a statement by its fullest version."""
    excerpt = excerpt_of(statement.fullest.witness, statement.fullest.stored)
    words = f" {fold(excerpt.text)} "
    holding = (p.witness for p in statement.places if words in f" {fold(' '.join(p.slices))} ")
    return Missing(statement, excerpt, tuple({witness.pk: witness for witness in holding}.values()))
