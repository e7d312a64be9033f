"""Outlets, stories and articles: what editors bring in."""

import hashlib
from typing import Any

from django.core.validators import URLValidator
from django.db import models

from articles.engine.text.spans import Span
from articles.models.slugs import free_slug


class Outlet(models.Model):
    """Who publishes: a newspaper, a broadcaster, an agency, a site."""

    name = models.CharField(max_length=200, unique=True)
    slug = models.SlugField(max_length=90, unique=True, editable=False)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Give a new outlet its address; a later change of name keeps it."""
        if not self.slug:
            self.slug = free_slug(self.name, Outlet.objects.all(), "outlet")
        super().save(*args, **kwargs)


class Story(models.Model):
    """One event, with the articles that report it."""

    title = models.CharField(max_length=300)
    slug = models.SlugField(max_length=90, unique=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-created_at", "-pk")
        verbose_name_plural = "stories"

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Give a new story its address; a later change of title keeps it."""
        if not self.slug:
            self.slug = free_slug(self.title, Story.objects.all(), "story")
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        """Return the address of the story's page."""
        from django.urls import reverse

        return reverse("story", args=[self.slug])


class Series(models.Model):
    """The versions of one outlet's article, each an article of its own: only one of them is compared.

    They stand in the order in which they followed each other (`Article.edition`), whatever was brought
    in first.
    """

    class Meta:
        verbose_name_plural = "series"

    def __str__(self) -> str:
        return f"Series {self.pk}"


class Article(models.Model):
    """One outlet's text: the upload unchanged, and the clean text that every offset refers to."""

    class Publication(models.TextChoices):
        """Who may read it."""

        DRAFT = "draft", "Draft (editors only)"
        PUBLISHED = "published", "Published"

    class Analysis(models.TextChoices):
        """How far the analysis has come."""

        WAITING = "waiting", "Waiting"
        DONE = "done", "Done"
        FAILED = "failed", "Failed"

    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="articles")
    outlet = models.ForeignKey(
        Outlet, on_delete=models.PROTECT, null=True, blank=True, related_name="articles"
    )
    headline = models.CharField(max_length=500, blank=True)
    deck = models.TextField(blank=True, help_text="The line or lines under the headline.")
    byline = models.CharField(max_length=300, blank=True)
    address = models.CharField(
        max_length=2000,
        blank=True,
        validators=[URLValidator(schemes=["http", "https"])],
        help_text="Where the outlet published it.",
    )
    published_at = models.DateTimeField("published by the outlet", null=True, blank=True)
    language = models.CharField(
        max_length=40, blank=True, help_text="That the text is printed in, where it is not English."
    )
    translated_from = models.CharField(
        max_length=40,
        blank=True,
        help_text="The language it was translated from, where all that it quotes is a translation.",
    )
    publication = models.CharField(max_length=10, choices=Publication, default=Publication.DRAFT)

    series = models.ForeignKey(
        Series, on_delete=models.SET_NULL, null=True, blank=True, editable=False, related_name="articles"
    )
    edition = models.PositiveIntegerField(
        default=1, editable=False, help_text="Which version of the article it is."
    )
    current = models.BooleanField(
        default=True,
        editable=False,
        help_text="Compared with other outlets: one version of each article, the last that readers may see.",
    )

    upload = models.BinaryField(editable=False, help_text="What was brought in, byte for byte.")
    upload_name = models.CharField(max_length=255, blank=True, editable=False)
    text = models.TextField("clean text", editable=False, help_text="The one text that all offsets refer to.")
    text_digest = models.CharField(max_length=64, unique=True, editable=False)
    left_out = models.JSONField(default=list, editable=False)
    kept = models.JSONField(default=list, editable=False, help_text="Left-out pieces an editor put back.")

    analysis = models.CharField(max_length=10, choices=Analysis, default=Analysis.WAITING, editable=False)
    analysis_failure = models.TextField(blank=True, editable=False)
    analysed_at = models.DateTimeField(null=True, editable=False)
    engine_version = models.CharField(max_length=40, blank=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("published_at", "pk")
        constraints = (models.UniqueConstraint(fields=("series", "edition"), name="one_article_an_edition"),)

    def __str__(self) -> str:
        return self.headline or f"Article {self.pk}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the digest, by which the same text is known again, in step with the text."""
        self.text_digest = digest(self.text)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        """Return the address of the article's page."""
        from django.urls import reverse

        return reverse("article", args=[self.pk])

    @property
    def unread(self) -> list[str]:
        """What of the upload has no text and so cannot be put back, each part in plain words."""
        return [piece["reason"] for piece in self.left_out if not piece["text"]]

    @property
    def headline_span(self) -> Span | None:
        """The place of the headline in the text, which begins with it where it is known."""
        if self.headline and self.text.startswith(self.headline):
            return Span(0, len(self.headline))
        return None

    @property
    def deck_span(self) -> Span | None:
        """The place of the deck in the text: the paragraph after the headline."""
        after = self.headline_span.end if self.headline_span else 0
        start = after + len(self.text[after:]) - len(self.text[after:].lstrip("\n"))
        if self.deck and self.text.startswith(self.deck, start):
            return Span(start, start + len(self.deck))
        return None


def digest(text: str) -> str:
    """Return the SHA-256 of a text in hexadecimal, by which the same text is known again."""
    return hashlib.sha256(text.encode()).hexdigest()
