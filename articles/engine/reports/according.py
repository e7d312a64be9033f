"""Reports of "According to X, ..." to what X said: the name behind the cue is the source, not the content."""

import re
from dataclasses import replace

from articles.engine.reports.reported import Reported
from articles.engine.text.spans import Span

_CUE = "according to"
# "According to Ann Lowe, who leads the trust, the delta will die": the source, and where the content begins.
_SOURCE = re.compile(r"\s*([^,;:“”\"\n]{2,80}),\s+(?:who\s[^,;:“”\"\n]{1,80},\s+)?(?=\w)")


def name_source(text: str, report: Reported) -> Reported:
    """Take who stands right behind "according to", with what is told of them, out of a content."""
    first, *others = report.contents
    if text[report.cue.start : report.cue.end].lower() != _CUE:
        return report
    found = _SOURCE.match(text, report.cue.end)
    if not found or not found.start(1) <= first.start < found.end() < first.end:
        return report
    contents = (Span(found.end(), first.end), *others)
    return replace(report, contents=contents, source=Span(*found.span(1)))
