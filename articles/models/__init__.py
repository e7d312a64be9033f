"""What is stored: what editors bring in, and what the analysis finds in it."""

from articles.models.corrections import Correction
from articles.models.decisions import MatchDecision
from articles.models.findings import (
    Copies,
    Difference,
    FormerStatement,
    Match,
    Proposal,
    Quotation,
    Speaker,
    Statement,
    Version,
)
from articles.models.prepared import Prepared
from articles.models.revisions import Revision
from articles.models.same_speakers import SameSpeaker
from articles.models.sources import Article, Outlet, Series, Story

__all__ = [
    "Article",
    "Copies",
    "Correction",
    "Difference",
    "FormerStatement",
    "Match",
    "MatchDecision",
    "Outlet",
    "Prepared",
    "Proposal",
    "Quotation",
    "Revision",
    "SameSpeaker",
    "Series",
    "Speaker",
    "Statement",
    "Story",
    "Version",
]
