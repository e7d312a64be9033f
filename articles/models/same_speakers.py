"""Two names that may be one person's: proposed by the analysis, decided by an editor."""

from django.conf import settings
from django.db import models

from articles.models.findings import Speaker


class SameSpeaker(models.Model):
    """Two speakers who may be one person; readers see two until an editor says that they are one.

    A pair is proposed once: what was decided stands, whatever the analysis finds again.
    """

    class Decision(models.TextChoices):
        """What an editor said of it."""

        OPEN = "open", "Not decided"
        ONE = "one", "One person"
        TWO = "two", "Two people"

    a = models.ForeignKey(Speaker, on_delete=models.CASCADE, related_name="pairs_as_a")
    b = models.ForeignKey(Speaker, on_delete=models.CASCADE, related_name="pairs_as_b")
    reason = models.CharField(max_length=300)
    decision = models.CharField(max_length=4, choices=Decision, default=Decision.OPEN)
    kept = models.ForeignKey(
        Speaker,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        help_text="The name that both go by from then on.",
    )
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, editable=False)
    decided_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("a", "b"), name="one_decision_a_pair"),)
        verbose_name = "pair of names that may be one person"
        verbose_name_plural = "names that may be one person"

    def __str__(self) -> str:
        return f"{self.a} / {self.b}"
