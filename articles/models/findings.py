"""Quotations, speakers, statements and matches: what the analysis finds."""

from typing import Any

from django.db import models

from articles.engine.differences import differences as engine
from articles.engine.differences.differences import DifferenceKind, Status
from articles.engine.quotations.quotations import Kind, Place
from articles.engine.reading.headlines import Backing
from articles.engine.text.spans import Span
from articles.models.sources import Article, Story


def choices(values: Any) -> list[tuple[str, str]]:
    """Turn an enumeration of the engine into choices of a column."""
    return [(value.value, value.value.replace("_", " ")) for value in values]


class Speaker(models.Model):
    """Somebody, or a body, who is quoted.

    A speaker with a name is one row for the whole collection; one known by a role alone
    ("the officer") is a row of one story, because the next officer is somebody else.
    """

    key = models.CharField(max_length=300, unique=True)
    name = models.CharField(max_length=300)
    slug = models.SlugField(max_length=90, unique=True)
    story = models.ForeignKey(Story, on_delete=models.CASCADE, null=True, blank=True)
    same_as = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="other_names",
        help_text="The person whom an editor says it is; nobody is quoted under this name any more.",
    )

    class Meta:
        ordering = ("name", "pk")

    def __str__(self) -> str:
        return self.name


class Quotation(models.Model):
    """One occurrence of reported words in one article; spans are offsets into the article's text."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="quotations")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=choices(Kind))
    place = models.CharField(max_length=10, choices=choices(Place))
    stretches = models.JSONField(default=list, help_text="Parts in quotation marks, marks included.")
    contents = models.JSONField(default=list, help_text="The whole reported content.")
    speaker = models.ForeignKey(
        Speaker, on_delete=models.SET_NULL, null=True, blank=True, related_name="quotations"
    )
    mention = models.JSONField(null=True, help_text="The speaker as printed, [start, end].")
    cue = models.JSONField(null=True, help_text="The reporting verb, [start, end].")
    backing = models.CharField(
        max_length=10,
        choices=choices(Backing),
        blank=True,
        help_text="Of one in the headline: where the same words are printed again.",
    )
    translation = models.JSONField(
        null=True, help_text="[why it is known to be translated, [start, end] of the evidence or null]."
    )
    reason = models.CharField(max_length=300, blank=True)
    certainty = models.FloatField(default=0)

    class Meta:
        ordering = ("article", "start", "end")
        constraints = (
            models.UniqueConstraint(fields=("article", "start", "end"), name="one_quotation_a_place"),
        )

    def __str__(self) -> str:
        return f"{self.kind} quotation at {self.start} of article {self.article_id}"

    @property
    def parts(self) -> list[list[int]]:
        """The spans that are marked on a page: in quotation marks, or the content if it is indirect."""
        parts: list[list[int]] = self.stretches or self.contents
        return parts


class Statement(models.Model):
    """One utterance; its versions are the passages that report it."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="statements")
    position = models.PositiveIntegerField(help_text="Order within the story.")

    class Meta:
        ordering = ("story", "position")

    def __str__(self) -> str:
        return f"Statement {self.pk}"


class FormerStatement(models.Model):
    """The number of a statement that became part of another one, whose address it leads to."""

    number = models.PositiveBigIntegerField(unique=True)
    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="formers")

    def __str__(self) -> str:
        return f"Statement {self.number}, now {self.statement_id}"


class Version(models.Model):
    """The passage of one quotation that belongs to one statement."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="versions")
    quotation = models.ForeignKey(Quotation, on_delete=models.CASCADE, related_name="versions")
    spans = models.JSONField()
    rank = models.PositiveSmallIntegerField(
        default=0, help_text="Its place among the versions of the statement, the fullest being 0."
    )

    class Meta:
        ordering = ("statement", "pk")


class Match(models.Model):
    """Two passages, of different articles, that report the same words."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="matches")
    a = models.ForeignKey(Quotation, on_delete=models.CASCADE, related_name="matches_as_a")
    b = models.ForeignKey(Quotation, on_delete=models.CASCADE, related_name="matches_as_b")
    a_spans = models.JSONField()
    b_spans = models.JSONField()
    status = models.CharField(max_length=10, choices=choices(Status))
    reported = models.BooleanField(
        default=False, help_text="One prints it in quotation marks, the other in its own words."
    )
    copied = models.BooleanField(default=False, help_text="Both stand in one agency's text.")
    translated = models.BooleanField(
        default=False, help_text="Words differ, and one of the two is known to be a translation."
    )
    evidence = models.JSONField(default=dict)

    class Meta:
        ordering = ("statement", "pk")
        verbose_name_plural = "matches"


class Difference(models.Model):
    """One difference within a match; `a` and `b` are [start, end] in the two articles' texts."""

    match = models.ForeignKey(Match, on_delete=models.CASCADE, related_name="differences")
    kind = models.CharField(max_length=12, choices=choices(DifferenceKind))
    a = models.JSONField()
    b = models.JSONField()
    detail = models.CharField(max_length=60, blank=True)
    position = models.PositiveIntegerField(help_text="Gravest first.")

    class Meta:
        ordering = ("match", "position")

    def as_value(self) -> engine.Difference:
        """Return it as the engine's value, which has its sentence."""
        return engine.Difference(DifferenceKind(self.kind), Span(*self.a), Span(*self.b), self.detail)


class Proposal(models.Model):
    """Two sentences of a story that a sentence model finds alike: a possible match wherever both are printed.

    Kept apart from the matches, which every analysis makes anew: the model is not there when it runs.
    """

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="proposals")
    words_a = models.TextField()
    words_b = models.TextField()
    similarity = models.FloatField(help_text="Of the two sentences, by their meaning.")
    usual = models.FloatField(help_text="Of either of them to the others in the story, on average.")

    def __str__(self) -> str:
        return f"Proposal {self.pk}"


class Copies(models.Model):
    """Articles of a story that carry one text: they count as one independent text."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="copies")
    articles = models.ManyToManyField(Article, related_name="copies")
    reason = models.CharField(max_length=300)

    class Meta:
        verbose_name_plural = "copies"
