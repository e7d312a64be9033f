"""Runs the engine over the articles of a story and stores what it finds, in one transaction."""

from articles.analysis.run import analyse_story
from articles.engine import ENGINE_VERSION

__all__ = ["ENGINE_VERSION", "analyse_story"]
