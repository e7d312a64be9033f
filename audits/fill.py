"""To fill an audit's database with the seeds and made-up large stories, and print the pages' addresses."""

import json
import sys

import django
from django.core.management import call_command
from django.urls import reverse

# A story as large as the bar names it; and one whose 300 quotations stand in 12 articles.
LARGE = {"articles": 40, "statements": 1000, "title": "Large", "speakers": 60}
MANY = {"articles": 12, "statements": 150, "title": "Twelve", "speakers": 20}


def main() -> None:
    """Fill the database that the settings name; with `large` on the command line, large stories too."""
    django.setup()
    call_command("migrate", verbosity=0)
    call_command("seed", stdout=sys.stderr)
    call_command("collectstatic", interactive=False, verbosity=0)
    if "large" in sys.argv[1:]:
        make_large_stories()
    json.dump(addresses(), sys.stdout)


def make_large_stories() -> None:
    """Store the large stories as rows, without texts to analyse."""
    from tests.pages.rows import make_story

    for size in (LARGE, MANY):
        make_story(**size)  # type: ignore[arg-type]


def addresses() -> dict[str, str]:
    """Find an address for each kind of page, by its name."""
    from articles.models import Match, Story

    shared = Match.objects.filter(status="rewritten", differences__kind="negation").earliest("pk")
    article, story = shared.a.article, shared.statement.story
    alone = Story.objects.exclude(pk=story.pk).exclude(slug__in=["large", "twelve"]).earliest("pk")
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
        "method": reverse("method"),
        "404": "/no-such-page/",
    }


if __name__ == "__main__":
    main()
