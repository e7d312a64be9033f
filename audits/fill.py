"""To fill an audit's database with the seeds and made-up large stories, and print the pages' addresses."""

import json
import sys
from io import StringIO

import django
from django.core.management import call_command
from django.urls import reverse


def main() -> None:
    """Fill the database that the settings name; with `large` on the command line, large stories too."""
    json.dump(fill(large="large" in sys.argv[1:]), sys.stdout)


def fill(*, large: bool) -> dict[str, dict[str, str]]:
    """Set Django up, store the stories and the static files, and give the paths of pages by name."""
    django.setup()
    call_command("migrate", verbosity=0)
    call_command("seed", stdout=StringIO())
    call_command("collectstatic", interactive=False, verbosity=0)
    return {"paths": addresses(), "large": make_large_stories() if large else {}}


def make_large_stories() -> dict[str, str]:
    """Store the large stories as rows, without texts to analyse, as the analysis leaves them."""
    from articles.pages.preparing import prepare_story
    from tests.pages.rows import make_story

    stories = {
        "large": make_story(40, 1000, "Large", speakers=60),
        "many": make_story(12, 150, "Many", speakers=20),
    }
    for story in stories.values():
        prepare_story(story)
    return {name: story.get_absolute_url() for name, story in stories.items()}


def addresses() -> dict[str, str]:
    """Find an address for each kind of page, by its name."""
    from articles.models import Match, Story

    shared = Match.objects.filter(status="rewritten", differences__kind="negation").earliest("pk")
    article, story = shared.a.article, shared.statement.story
    alone = Story.objects.exclude(pk=story.pk).earliest("pk")
    side_by_side = reverse("side-by-side", args=[story.slug])
    return {
        "home": reverse("home"),
        "story": story.get_absolute_url(),
        "story-nothing-passes": f"{story.get_absolute_url()}?q=zzz",
        "side-by-side": side_by_side,
        "side-by-side-open": f"{side_by_side}?statement={shared.statement.pk}",
        "side-by-side-quotations": f"{side_by_side}?view=quotations",
        "side-by-side-plain": f"{side_by_side}?view=plain",
        "article": article.get_absolute_url(),
        "one-article": alone.get_absolute_url(),
        "too-few-articles": reverse("side-by-side", args=[alone.slug]),
        "speakers": reverse("speakers"),
        "search": f"{reverse('search')}?q=war",
        "method": reverse("method"),
        "404": "/no-such-page/",
    }


if __name__ == "__main__":
    main()
