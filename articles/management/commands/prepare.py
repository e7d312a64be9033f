"""Make the pages of stories ready for readers, as every analysis does: after a release; safe to run twice."""

from typing import Any

from django.core.management.base import BaseCommand

from articles.models import Story
from articles.pages.preparing import prepare_story


class Command(BaseCommand):
    """Make ready what is not."""

    help = (
        "Make the pages of stories ready for readers where they are not: another release may show the same "
        "results otherwise. Without it the first reader of each story waits a little longer."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Look at every story with an article that readers may see."""
        stories = Story.objects.filter(articles__publication="published").distinct().order_by("pk")
        made = sum(prepare_story(story) for story in stories)
        self.stdout.write(f"stories looked at: {len(stories)}, made ready: {made}")
