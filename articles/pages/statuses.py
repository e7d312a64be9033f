"""Matches to what each amounts to, and to the status that they give a statement."""

from collections.abc import Collection

from articles.engine.differences.differences import Status
from articles.pages.loading import COPIED, STATUS_ORDER

# What a mark says of a passage that another outlet prints in quotation marks and this one does not:
# it is no status of a statement, since nothing was reworded inside quotation marks.
REPORTED = "reported"

# Copies of one agency's text are one independent text: what only they print is counted as only here.
COUNTED_AS = {COPIED: "sole"}


def mark_of(status: str, *, reported: bool, copied: bool) -> str:
    """Tell what a match amounts to: the same words out of one agency's text are no second witness to them."""
    if reported:
        return REPORTED
    return COPIED if copied and status == Status.VERBATIM.value else status


def say_doubt(status: str, *, translated: bool) -> str:
    """Say what belongs beside the differences of a match: they are no facts where it is only possible."""
    if status != Status.POSSIBLE.value:
        return ""
    return "possible match, translated" if translated else "possible match"


def gravest_of(marks: Collection[str]) -> str:
    """Tell the status of a statement from what its matches amount to; a report gives none."""
    return next((status for status in (*STATUS_ORDER, COPIED) if status in marks), "sole")


def status_of_part(marks: Collection[str], *, quoted: bool) -> str:
    """Tell the status of what some of the articles print of a statement, which may be a report alone."""
    return gravest_of(marks) if quoted else REPORTED
