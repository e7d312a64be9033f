"""What an editor says of two quotations: kept apart from the matches, so that it survives every analysis."""

import re

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models

from articles.engine.differences.differences import Status
from articles.models.findings import choices
from articles.models.sources import Article


class MatchDecision(models.Model):
    """An editor's word on two quotations of a story: that they report the same words, or do not.

    Each is known again by its exact words and the nearest place, as in a correction. Deleted, what the
    analysis finds by itself holds again.
    """

    class Decision(models.TextChoices):
        """What is said of the two."""

        TOGETHER = "together", "They report the same words"
        APART = "apart", "They do not belong together"

    article_a = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="decisions_as_a")
    start_a = models.PositiveIntegerField(default=0)
    words_a = models.TextField(help_text="The quotation exactly as printed, quotation marks included.")
    article_b = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="decisions_as_b")
    start_b = models.PositiveIntegerField(default=0)
    words_b = models.TextField(help_text="The quotation exactly as printed, quotation marks included.")
    decision = models.CharField(max_length=10, choices=Decision)
    status = models.CharField(
        max_length=10,
        choices=choices(Status),
        blank=True,
        help_text="Of two that belong together, where the status found is wrong. Empty: as it is found.",
    )
    reason = models.CharField(max_length=300, help_text="Readers see it, where the two belong together.")
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, editable=False)
    decided_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("pk",)
        verbose_name = "decision on a match"
        verbose_name_plural = "decisions on matches"

    def __str__(self) -> str:
        return f"{self.get_decision_display()}: articles {self.article_a_id} and {self.article_b_id}"

    def clean(self) -> None:
        """Refuse what can be no match; take the places nearest to those given."""
        if not (self.article_a_id and self.article_b_id):
            return
        if self.article_a_id == self.article_b_id:
            raise ValidationError({"article_b": "Quotations of one article are not compared."})
        if self.article_a.story_id != self.article_b.story_id:
            raise ValidationError({"article_b": "Articles are compared within their story."})
        if self.status and self.decision == self.Decision.APART:
            raise ValidationError({"status": "Quotations that do not belong together have no status."})
        self.start_a = find_words("words_a", self.article_a, self.words_a, self.start_a)
        self.start_b = find_words("words_b", self.article_b, self.words_b, self.start_b)


def find_words(field: str, article: Article, words: str, start: int) -> int:
    """Find the place of some words nearest to the one given; refuse words that are not printed."""
    places = [match.start() for match in re.finditer(re.escape(words), article.text)] if words else []
    if words and not places:
        said = "The article does not print these words. Copy them from its stored text, marks included."
        raise ValidationError({field: said})
    return min(places, key=lambda place: abs(place - (start or 0)), default=0)
