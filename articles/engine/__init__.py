"""The engine: clean texts in; quotations, who said them, and how outlets' versions differ out.

Pure Python without Django and without input or output. One file a step, named after its
product, each importing only from the steps before it:

    text -> tokens -> quotations -> attribution -> alignment -> differences -> statements
"""

from articles.engine.alignment import Evidence, Link, Place
from articles.engine.copies import Copies, SharedPassage
from articles.engine.differences import Difference, DifferenceKind, Status
from articles.engine.quotations import Attribution, Kind, Quotation
from articles.engine.reading import Person, Reading, read_article
from articles.engine.sayings import say_difference
from articles.engine.spans import Span
from articles.engine.speakers import compare_names
from articles.engine.statements import Collation, Statement, collate
from articles.engine.witnesses import Witness

# Raised whenever the same texts may give other results, so that stored ones are known to be old.
ENGINE_VERSION = "1"

__all__ = [
    "ENGINE_VERSION",
    "Attribution",
    "Collation",
    "Copies",
    "Difference",
    "DifferenceKind",
    "Evidence",
    "Kind",
    "Link",
    "Person",
    "Place",
    "Quotation",
    "Reading",
    "SharedPassage",
    "Span",
    "Statement",
    "Status",
    "Witness",
    "collate",
    "compare_names",
    "read_article",
    "say_difference",
]
