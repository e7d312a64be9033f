"""What an editor put right: kept apart from the findings, so that it survives every analysis."""

import re

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models

from articles.models.findings import Speaker
from articles.models.sources import Article


class Correction(models.Model):
    """An editor's word on the quotation that stands at one place of an article.

    It is known again by the exact words and, where they occur several times, by the nearest
    place, so that it also survives a change elsewhere in the text.
    """

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="corrections")
    start = models.PositiveIntegerField()
    words = models.TextField(help_text="Exactly as printed, quotation marks included.")
    speaker = models.ForeignKey(
        Speaker, on_delete=models.PROTECT, null=True, blank=True, help_text="Empty: speaker not stated."
    )
    is_quotation = models.BooleanField(default=True, help_text="Off: leave these words unmarked.")
    note = models.CharField(max_length=300, blank=True)
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, editable=False)
    corrected_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("article", "start"), name="one_correction_a_place"),)

    def __str__(self) -> str:
        return f"Correction at {self.start} of article {self.article_id}"

    def clean(self) -> None:
        """Refuse words that the article does not print; take the place nearest to the one given."""
        if not self.article_id or not self.words:
            return
        text = self.article.text
        places = [m.start() for m in re.finditer(re.escape(self.words), text)]
        if not places:
            said = "The article does not print these words. Copy them from its stored text, marks included."
            raise ValidationError({"words": said})
        self.start = min(places, key=lambda place: abs(place - (self.start or 0)))
