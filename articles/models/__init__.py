"""What is stored: what editors bring in, and what the analysis finds in it."""

from articles.models.corrections import Correction
from articles.models.findings import (
    Copies,
    Difference,
    Match,
    Proposal,
    Quotation,
    Speaker,
    Statement,
    Version,
)
from articles.models.sources import Article, Outlet, Story

__all__ = [
    "Article",
    "Copies",
    "Correction",
    "Difference",
    "Match",
    "Outlet",
    "Proposal",
    "Quotation",
    "Speaker",
    "Statement",
    "Story",
    "Version",
]
