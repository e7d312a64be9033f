"""The engine: clean texts in; quotations, who said them, and how outlets' versions differ out.

Plain functions without Django and without input or output. One room a step, named after its
product, each importing only from the steps before it:

    text -> tokens -> quotations -> attribution and reports -> reading
    tokens -> differences
    reading and differences -> alignment -> statements
"""

from articles.engine.alignment.alignment import Evidence, Link, Place
from articles.engine.alignment.proposals import Proposal
from articles.engine.alignment.verdicts import Verdict
from articles.engine.alignment.witnesses import Witness
from articles.engine.attribution.likeness import choose_fuller, propose_same, say_likeness
from articles.engine.attribution.person_names import compare_names
from articles.engine.differences.differences import Detail, Difference, DifferenceKind, Status
from articles.engine.differences.sayings import say_difference
from articles.engine.quotations.quotations import Attribution, Kind, Quotation
from articles.engine.reading.reading import Person, Reading, read_article
from articles.engine.reading.translations import ENGLISH, declare_translated
from articles.engine.statements.copies import Copies, SharedPassage
from articles.engine.statements.revisions import Revised, Revisions, compare_editions
from articles.engine.statements.statements import Collation, Statement, collate
from articles.engine.text.spans import Span

# Raised whenever the same texts may give other results, so that stored ones are known to be old.
ENGINE_VERSION = "11"

__all__ = [
    "ENGINE_VERSION",
    "ENGLISH",
    "Attribution",
    "Collation",
    "Copies",
    "Detail",
    "Difference",
    "DifferenceKind",
    "Evidence",
    "Kind",
    "Link",
    "Person",
    "Place",
    "Proposal",
    "Quotation",
    "Reading",
    "Revised",
    "Revisions",
    "SharedPassage",
    "Span",
    "Statement",
    "Status",
    "Verdict",
    "Witness",
    "choose_fuller",
    "collate",
    "compare_editions",
    "compare_names",
    "declare_translated",
    "propose_same",
    "read_article",
    "say_difference",
    "say_likeness",
]
