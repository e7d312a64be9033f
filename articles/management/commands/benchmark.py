"""Compare the comparison with other ways of comparing, on made-up articles, and show how its cost grows.

With files of stories, compare it on these instead, two articles of about 1,000 words of one story at a time.
"""

from argparse import ArgumentParser
from importlib.util import find_spec
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.evaluation.made_up import KINDS
from articles.evaluation.reading_speed import WORDS, articles_a_second
from articles.evaluation.speed import (
    Method,
    Pair,
    Tally,
    collatex,
    count_words,
    difflib_words,
    rapidfuzz_all,
    read_pairs,
    run_methods,
    this_app,
    this_app_matches,
    time_story,
    write_pairs,
)

METHODS: dict[str, Method] = {
    "this app": this_app,
    "  matches only": this_app_matches,
    "difflib on words": difflib_words,
    "rapidfuzz, all pairs": rapidfuzz_all,
}
# Articles that have this part of the wanted words, and at most that, are compared.
LEAST_PART, MOST_PART = 0.6, 1.5
# Sizes of story at which the cost is shown: articles, words of each, quotations in the story.
STORIES = ((2, 1000, 24), (5, 1000, 24), (10, 1000, 24), (20, 1000, 24), (40, 1000, 24))
# Sizes of article, two articles each; quotations grow with the words.
ARTICLES = ((2, 500, 12), (2, 2000, 48), (2, 5000, 120), (2, 20000, 480))


class Command(BaseCommand):
    """`manage.py benchmark`: the same articles, one run, one core, CPU time."""

    help = __doc__ or ""
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the number and size of the articles."""
        parser.add_argument("--pairs", type=int, default=40, help="pairs of articles (default 40)")
        parser.add_argument(
            "--stories", nargs="+", help="files of stories to compare on (JSON lines: story, text)"
        )
        parser.add_argument("--words", type=int, default=1000, help="words of an article (default 1000)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run every method and print the tables."""
        if options["stories"]:
            self._compare_stories(options["stories"], options["words"])
            return
        self.stdout.write(f"{articles_a_second():.0f} articles of {WORDS} words read a second\n")
        pairs = write_pairs(options["pairs"], options["words"])
        tallies = self._run(pairs)
        self._print_methods(pairs, tallies)
        self._print_collatex(pairs, tallies["this app"].seconds / len(pairs))
        self._print_growth("Articles of 1,000 words in one story", STORIES)
        self._print_growth("Words of each of two articles", ARTICLES)

    def _compare_stories(self, paths: list[str], words: int) -> None:
        """Run every method on the articles of files; what they share is not known, so only speed is told."""
        named = " ".join(paths)
        try:
            pairs = read_pairs(paths, int(LEAST_PART * words), int(MOST_PART * words))
        except (OSError, ValueError, KeyError) as error:
            raise CommandError(f"{named}: no JSON lines with story and text: {error}") from error
        if not pairs:
            raise CommandError(f"No story of {named} has two articles of about {words} words.")
        self.stdout.write(f"Pairs of articles: {len(pairs)}, of {count_words(pairs)} words on average\n")
        self._print_rows(pairs, self._run(pairs), {})

    @staticmethod
    def _run(pairs: list[Pair]) -> dict[str, Tally]:
        """Run every method on every pair."""
        run_methods(METHODS, pairs[:2])  # reads the tables that the first comparison needs
        return run_methods(METHODS, pairs)

    def _print_methods(self, pairs: list[Pair], tallies: dict[str, Tally]) -> None:
        planted = {kind: sum(one.kind == kind for pair in pairs for one in pair.planted) for kind in KINDS}
        self.stdout.write(f"{len(pairs)} pairs of made-up articles; found of what was planted, in percent\n")
        found = {
            **{
                kind: [f"{100 * t.found[kind] / count:.0f}" for t in tallies.values()]
                for kind, count in planted.items()
                if count
            },
            "precision": [f"{100 * t.precision:.1f}" for t in tallies.values()],
        }
        self._print_rows(pairs, tallies, found)

    def _print_rows(self, pairs: list[Pair], tallies: dict[str, Tally], found: dict[str, list[str]]) -> None:
        base = tallies["difflib on words"].seconds
        names = "".join(f"{name:>22}" for name in tallies)
        self.stdout.write(f"{'':34}{names}")
        rows = {
            "CPU milliseconds a pair": [f"{1000 * t.seconds / len(pairs):.2f}" for t in tallies.values()],
            "times as fast as difflib": [f"{base / t.seconds:.1f}" for t in tallies.values()],
            **found,
        }
        for name, cells in rows.items():
            self.stdout.write(f"{name:34}" + "".join(f"{cell:>22}" for cell in cells))

    def _print_collatex(self, pairs: list[Pair], own: float) -> None:
        if find_spec("collatex") is None:
            self.stdout.write("\nCollateX is not installed: pip install -r requirements-bench.txt")
            return
        seconds = run_methods({"CollateX": collatex}, pairs[:1])["CollateX"].seconds
        self.stdout.write(
            f"\nCollateX: {seconds:.2f} s for the first pair; this app is {seconds / own:.0f} times as fast"
        )

    def _print_growth(self, title: str, sizes: tuple[tuple[int, int, int], ...]) -> None:
        self.stdout.write(
            f"\n{title}\n{'articles':>10}{'words':>8}{'prepare s':>12}{'collate s':>12}{'links':>8}"
        )
        for articles, words, quotations in sizes:
            prepare, seconds, links = time_story(articles, words, quotations)
            self.stdout.write(f"{articles:>10}{words:>8}{prepare:>12.3f}{seconds:>12.3f}{links:>8}")
