"""What pages show of a story, made ready at the end of its analysis."""

from django.db import models

from articles.models.sources import Story


class Prepared(models.Model):
    """A piece of a page, for one state of the articles it shows: in any other state it is not used.

    Nothing is lost where it is missing: the page then makes the piece from the stored findings.
    """

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="prepared")
    state = models.CharField(max_length=32)
    name = models.CharField(max_length=40)
    pieces = models.JSONField(help_text="Finished HTML, or the rows of the outline.")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("state", "name"), name="one_piece_a_state"),)

    def __str__(self) -> str:
        return f"{self.name} of story {self.story_id}"
