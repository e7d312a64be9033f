"""Runs the engine over the articles of a story and stores what it finds, in one transaction."""

from articles.analysis.editions import follow_editions
from articles.analysis.proposals import store_proposals
from articles.analysis.readings import load_articles, read_articles
from articles.analysis.run import analyse_story
from articles.analysis.same_speakers import propose_speakers, settle_speakers, stories_of
from articles.engine import ENGINE_VERSION

__all__ = [
    "ENGINE_VERSION",
    "analyse_story",
    "follow_editions",
    "load_articles",
    "propose_speakers",
    "read_articles",
    "settle_speakers",
    "store_proposals",
    "stories_of",
]
