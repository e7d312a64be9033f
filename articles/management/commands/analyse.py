"""Analyse stories by hand: those that wait or failed, or with --all every one."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.analysis import ENGINE_VERSION, propose_speakers
from articles.models import Article, Story
from articles.pages.preparing import analyse_for_readers


class Command(BaseCommand):
    """Analyse the stories that need it."""

    help = (
        "Analyse the stories with an article that waits, failed, or was analysed by an older engine; "
        "with --all every story. Can be repeated: the same texts give the same results."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take --all."""
        parser.add_argument("--all", action="store_true", help="every story, also those that are up to date")

    def handle(self, *args: Any, **options: Any) -> None:
        """Analyse each story by itself, so that one failure does not stop the rest."""
        stories = Story.objects.filter(articles__isnull=False).distinct().order_by("pk")
        if not options["all"]:
            current = Article.objects.filter(analysis=Article.Analysis.DONE, engine_version=ENGINE_VERSION)
            stale = Article.objects.exclude(pk__in=current.values("pk"))
            stories = stories.filter(pk__in=stale.values("story"))
        self.stdout.write(f"{propose_speakers()} new pairs of names that may be one person")
        failed = 0
        for story in stories:
            done = analyse_for_readers(story)
            failed += not done
            self.stdout.write(f"{story}: {'analysed' if done else 'FAILED'}")
        self.stdout.write(f"{len(stories)} stories analysed, {failed} failed")
        if failed:
            raise CommandError(f"{failed} stories could not be analysed; the log says why")
