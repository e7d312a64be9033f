"""Reports to those that tell what was said: how somebody spoke ("She spoke in Quechua") is nothing said."""

import re
from collections.abc import Iterable, Iterator

from articles.engine.quotations.quotations import Kind
from articles.engine.reports.reported import Reported

_SPEAKING = frozenset({"speak", "speaks", "spoke", "spoken", "speaking"})
# To whom, where and how somebody spoke, with nothing behind it that they spoke of.
_MANNER = re.compile(
    r"\s*(?:to|with|at|in|through|via)\s(?!.*\b(?:about|of|against|how|what|that)\b)", re.DOTALL
)


def leave_out_manners(text: str, reports: Iterable[Reported]) -> Iterator[Reported]:
    """Leave out the reports in the outlet's own words whose content only says how somebody spoke."""
    for report in reports:
        speaks = report.kind is Kind.INDIRECT and text[slice(*report.cue)].lower() in _SPEAKING
        if not (speaks and _MANNER.match(text[report.cue.end : report.contents[-1].end])):
            yield report
