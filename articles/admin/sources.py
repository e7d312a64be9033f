"""Stories and outlets, as editors see them."""

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest

from articles.models import Outlet, Story


@admin.register(Story)
class StoryAdmin(admin.ModelAdmin[Story]):
    """Stories and how many articles each has."""

    list_display = ("title", "article_count", "created_at")
    search_fields = ("title",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Story]:
        """Count the articles in the same query."""
        return super().get_queryset(request).annotate(article_count=Count("articles"))

    @admin.display(description="articles", ordering="article_count")
    def article_count(self, story: Story) -> int:
        """Say how many articles the story has."""
        count: int = getattr(story, "article_count", 0)
        return count


@admin.register(Outlet)
class OutletAdmin(admin.ModelAdmin[Outlet]):
    """Outlets."""

    list_display = ("name",)
    search_fields = ("name",)
