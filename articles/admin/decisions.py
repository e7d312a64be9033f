"""Decisions on matches: an editor's word on two quotations, opened from the list of quotations."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from articles.admin.editors import EditorsWordAdmin
from articles.models import MatchDecision, Quotation, Story

LONGEST_KEY = 18  # digits that a key column surely holds


@admin.register(MatchDecision)
class MatchDecisionAdmin(EditorsWordAdmin[MatchDecision]):
    """Two quotations are put together, kept apart, or given another status; deleting it takes it back."""

    list_display = ("__str__", "status", "reason", "editor", "decided_at")
    list_filter = ("decision", "article_a__story")
    list_select_related = ("editor",)
    search_fields = ("words_a", "words_b", "reason")
    autocomplete_fields = ("article_a", "article_b")
    fieldsets = (
        (
            None,
            {
                "fields": ("decision", "status", "reason"),
                "description": "Kept apart, the two are never matched with each other; a third that matches "
                "both still brings them under one statement, unless it is kept apart from one of them too.",
            },
        ),
        ("One quotation", {"fields": ("article_a", "start_a", "words_a")}),
        ("The other", {"fields": ("article_b", "start_b", "words_b")}),
    )

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Fill in the quotations that the address names by their keys."""
        known: dict[str, Any] = {"decision": request.GET.get("decision", "")}
        for end in "ab":
            asked = request.GET.get(end, "")
            key = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < LONGEST_KEY else 0
            quotation = (
                Quotation.objects.filter(pk=key).select_related("article").defer("article__upload").first()
            )
            if quotation is not None:
                known[f"article_{end}"] = quotation.article_id
                known[f"start_{end}"] = quotation.start
                known[f"words_{end}"] = quotation.article.text[quotation.start : quotation.end]
        return known

    def story_of(self, obj: MatchDecision) -> Story:
        """Give the story of the two quotations."""
        return obj.article_a.story
