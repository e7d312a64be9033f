"""What became of a quotation between two versions of one article."""

from django.db import models

from articles.engine.differences import differences as engine
from articles.engine.differences.differences import DifferenceKind, Status
from articles.engine.text.spans import Span
from articles.models.findings import Quotation, choices
from articles.models.sources import Article


class Revision(models.Model):
    """A quotation that a later version of an article prints otherwise, or that only one of the two quotes.

    `a` stands in the earlier version, `b` in the later one; one that was added has no `a`, one that was
    removed no `b`. `now` is the quotation of the version compared that goes on from `b`, so that the
    page of the story can tell it there.
    """

    earlier = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="revisions_after")
    later = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="revisions_before")
    a = models.ForeignKey(Quotation, on_delete=models.CASCADE, null=True, related_name="revisions_as_a")
    b = models.ForeignKey(Quotation, on_delete=models.CASCADE, null=True, related_name="revisions_as_b")
    now = models.ForeignKey(Quotation, on_delete=models.CASCADE, null=True, related_name="revisions")
    a_spans = models.JSONField(default=list)
    b_spans = models.JSONField(default=list)
    status = models.CharField(
        max_length=10, choices=choices(Status), blank=True, help_text="Of one that both versions print."
    )
    differences = models.JSONField(default=list, help_text="[kind, [start, end], [start, end], detail] each.")
    position = models.PositiveIntegerField(help_text="In reading order.")

    class Meta:
        ordering = ("later", "position")

    def values(self) -> list[engine.Difference]:
        """Return the differences as the engine's values, which have their sentences."""
        return [
            engine.Difference(DifferenceKind(kind), Span(*a), Span(*b), detail)
            for kind, a, b, detail in self.differences
        ]
