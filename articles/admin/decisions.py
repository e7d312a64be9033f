"""Decisions on matches: an editor's word on two quotations, opened from the list of quotations."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from articles.models import MatchDecision, Quotation
from articles.pages.preparing import analyse_for_readers

LONGEST_KEY = 18  # digits that a key column surely holds


@admin.register(MatchDecision)
class MatchDecisionAdmin(admin.ModelAdmin[MatchDecision]):
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
            quotation = Quotation.objects.filter(pk=key).select_related("article").first()
            if quotation is not None:
                known[f"article_{end}"] = quotation.article_id
                known[f"start_{end}"] = quotation.start
                known[f"words_{end}"] = quotation.article.text[quotation.start : quotation.end]
        return known

    def save_model(self, request: HttpRequest, obj: MatchDecision, form: Any, change: bool) -> None:
        """Note who decided, and analyse the story with the decision."""
        obj.editor = request.user  # type: ignore[assignment]
        super().save_model(request, obj, form, change)
        analyse_for_readers(obj.article_a.story)

    def delete_model(self, request: HttpRequest, obj: MatchDecision) -> None:
        """Analyse the story without the decision."""
        super().delete_model(request, obj)
        analyse_for_readers(obj.article_a.story)

    def delete_queryset(self, request: HttpRequest, queryset: Any) -> None:
        """Analyse each story without the decisions, once."""
        stories = {row.article_a.story for row in queryset.select_related("article_a__story")}
        super().delete_queryset(request, queryset)
        for story in stories:
            analyse_for_readers(story)
