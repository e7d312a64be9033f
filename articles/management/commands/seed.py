"""Load the articles of `seeds/` through the same door as any upload; safe to run twice."""

import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction
from django.urls import reverse
from django.utils.dateparse import parse_datetime

from articles.intake import AlreadyHere, Brought, fill_article
from articles.models import Article, Outlet, Story
from articles.pages.preparing import analyse_for_readers


class Command(BaseCommand):
    """Load the seed articles listed in `seeds/manifest.json`."""

    help = "Load the articles of seeds/ (listed in seeds/manifest.json). Safe to run twice."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take --address."""
        parser.add_argument(
            "--address",
            action="store_true",
            help="print where two seeds stand side by side, and do nothing else",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Load each article that is not here yet, then analyse the stories that gained one."""
        folder = Path(settings.BASE_DIR) / "seeds"
        manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
        if options["address"]:
            story = Story.objects.get(title=manifest["articles"][0]["story"])
            self.stdout.write(reverse("side-by-side", args=[story.slug]))
            return
        changed = {}
        for entry in manifest["articles"]:
            story, added = load_entry(entry, (folder / entry["file"]).read_bytes())
            self.stdout.write(f"{entry['file']}: {'loaded' if added else 'is here already'}")
            if added:
                changed[story.pk] = story
        for story in changed.values():
            analyse_for_readers(story)


@transaction.atomic
def load_entry(entry: dict[str, str], data: bytes) -> tuple[Story, bool]:
    """Store one seed; tell whether it is new."""
    story, _ = Story.objects.get_or_create(title=entry["story"])
    outlet = Outlet.objects.get_or_create(name=entry["outlet"])[0] if entry["outlet"] else None
    article = Article(
        story=story,
        outlet=outlet,
        headline=entry["headline"],
        published_at=parse_datetime(entry["published_at"]) if entry["published_at"] else None,
        publication=Article.Publication.PUBLISHED,
    )
    try:
        fill_article(article, Brought(data, entry["file"]))
    except AlreadyHere as refusal:
        return refusal.article.story, False
    article.save()
    return story, True
