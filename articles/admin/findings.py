"""Speakers, quotations and corrections, as editors see them."""

from django.contrib import admin
from django.http import HttpRequest

from articles.admin.editors import EditorsWordAdmin
from articles.models import Correction, Quotation, Speaker, Story


@admin.register(Correction)
class CorrectionAdmin(EditorsWordAdmin[Correction]):
    """An editor's word on one quotation; opened from the list of an article's quotations."""

    list_display = ("__str__", "speaker", "is_quotation", "note", "editor", "corrected_at")
    list_select_related = ("speaker", "editor")
    autocomplete_fields = ("article", "speaker")
    fieldsets = (
        (
            None,
            {
                "fields": ("article", "start", "words", "speaker", "is_quotation", "note"),
                "description": "The words as the article prints them. Where a quotation was found with other "
                "boundaries, these become its boundaries; where none was found, these words become one.",
            },
        ),
    )
    search_fields = ("words", "note")

    def story_of(self, obj: Correction) -> Story:
        """Give the story of the quotation."""
        return obj.article.story


@admin.register(Speaker)
class SpeakerAdmin(admin.ModelAdmin[Speaker]):
    """Everybody who is quoted; a name that is wrong everywhere is put right here."""

    list_display = ("name", "story", "same_as")
    list_select_related = ("story", "same_as")
    search_fields = ("name",)
    readonly_fields = ("key", "slug", "story", "same_as")


@admin.register(Quotation)
class QuotationAdmin(admin.ModelAdmin[Quotation]):
    """Quotations as they were found: to look at, since the next analysis would undo a change here."""

    list_display = ("__str__", "speaker", "kind", "place", "certainty", "reason")
    list_filter = ("kind", "place")
    list_select_related = ("speaker", "article")
    search_fields = ("speaker__name", "article__headline")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nothing is added by hand: quotations are found."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Quotation | None = None) -> bool:
        """Nothing is changed here: a correction belongs to the article."""
        return False
