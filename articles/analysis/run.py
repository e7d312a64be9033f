"""A story's texts to stored findings: read every article, compare them, store it all or nothing."""

import logging

from django.db import transaction
from django.utils import timezone

from articles.analysis.decisions import load_verdicts
from articles.analysis.editions import settle_editions
from articles.analysis.proposals import load_proposals
from articles.analysis.quotations import find_quotations
from articles.analysis.readings import load_articles, read_articles
from articles.analysis.revisions import Read, store_revisions
from articles.analysis.statements import store_collation
from articles.engine import ENGINE_VERSION, collate
from articles.models import Article, Story

log = logging.getLogger(__name__)

FAILED = (
    "The analysis stopped on an error of ours ({error}). The text is stored and nothing is lost: "
    "the last results stay as they were. Choose “Analyse again”, and report it if it fails again."
)


def analyse_story(story: Story) -> bool:
    """Read and compare every article of a story; tell whether it went well.

    Repeated on the same texts it stores the same results under the same addresses. When it
    fails the stored findings stay as they were and each article says so in words.
    """
    articles = Article.objects.filter(story=story)
    try:
        with transaction.atomic():
            # Whoever analyses the same story at the same time waits here for the other's result.
            Story.objects.select_for_update().get(pk=story.pk)
            store_findings(story)
    except Exception as error:
        log.exception("analysis of story %s failed", story.pk)
        failure = FAILED.format(error=type(error).__name__)
        articles.update(analysis=Article.Analysis.FAILED, analysis_failure=failure)
        return False
    articles.update(
        analysis=Article.Analysis.DONE,
        analysis_failure="",
        analysed_at=timezone.now(),
        engine_version=ENGINE_VERSION,
    )
    return True


def store_findings(story: Story) -> None:
    """Run the steps in order; each stores its product."""
    settle_editions(story)
    articles = load_articles(story)
    witnesses = read_articles(articles)
    quotations = find_quotations(story, articles, witnesses)
    read = {
        article.pk: Read(article, witness, rows)
        for article, witness, rows in zip(articles, witnesses, quotations, strict=True)
    }
    kept = store_revisions(story, read)
    verdicts = load_verdicts(story, articles, witnesses)
    collation = collate(witnesses, load_proposals(story), verdicts)
    store_collation(story, articles, collation, quotations, kept)
