"""Look for far rewordings, which share few words, with a sentence model: possible matches for readers."""

import logging
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.models import QuerySet

from articles.analysis import load_articles, read_articles, store_proposals
from articles.models import Story
from articles.pages.preparing import analyse_for_readers
from articles.semantic.minilm import ModelUnavailableError, load_model
from articles.semantic.proposing import Embed, propose

log = logging.getLogger(__name__)


class Command(BaseCommand):
    """`manage.py propose [--story SLUG] [--forget]`: renew what is proposed, then analyse what changed."""

    help = (
        "Look for quotations that may say the same in quite other words, with a sentence model "
        "(requirements-semantic.txt). What is found is kept, and every later analysis shows it as a possible "
        "match. Can be repeated: the same texts give the same results."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take --story and --forget."""
        parser.add_argument("--story", metavar="SLUG", help="this story only, by its name in addresses")
        parser.add_argument("--forget", action="store_true", help="drop what was proposed; needs no model")

    def handle(self, *args: Any, **options: Any) -> None:
        """Renew the proposals of each story by itself, so that one failure does not stop the rest."""
        stories = choose_stories(options["story"])
        try:
            embed = None if options["forget"] else load_model()
        except ModelUnavailableError as error:
            raise CommandError(str(error)) from error
        failed = 0
        for story in stories:
            done = renew_proposals(story, embed)
            failed += done is None
            self.stdout.write(f"{story}: {'FAILED' if done is None else f'{done} proposed'}")
        if failed:
            raise CommandError(f"{failed} stories could not be renewed; the log says why")


def renew_proposals(story: Story, embed: Embed | None) -> int | None:
    """Store what is proposed for a story now, nothing without a model; give how much, None if it failed."""
    try:
        found = propose(read_articles(load_articles(story)), embed) if embed else ()
        changed = store_proposals(story, found)
    except Exception:
        log.exception("no proposals for story %s", story.pk)
        return None
    return len(found) if not changed or analyse_for_readers(story) else None


def choose_stories(slug: str | None) -> QuerySet[Story]:
    """Find the story with this name in addresses, or every story."""
    stories = Story.objects.order_by("pk")
    if slug is None:
        return stories
    found = stories.filter(slug=slug)
    if not found:
        raise CommandError(f"no story is called {slug} in addresses")
    return found
