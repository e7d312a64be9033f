"""Reports and marked stretches to what each report says of the stretches that it holds."""

from bisect import bisect_right
from collections.abc import Sequence

from articles.engine.attribution.hints import Hint
from articles.engine.quotations.marks import Stretch
from articles.engine.reports.reported import Reported
from articles.engine.text.spans import Span


class Holders:
    """The reports that hold something in quotation marks, to be found by a stretch inside them."""

    def __init__(self, reports: Sequence[Reported]) -> None:
        held = [(part, r) for r in reports for part in r.contents]
        held.sort(key=lambda pair: pair[0])
        self._parts = [part for part, _ in held]
        self._reports = [report for _, report in held]

    def find(self, stretch: Stretch) -> Reported | None:
        """Find the report that a stretch lies in."""
        at = bisect_right(self._parts, Span(stretch.start + 1, 0)) - 1
        if (
            at >= 0
            and self._parts[at].start <= stretch.start
            and stretch.inner_end <= self._parts[at].end + 1
        ):
            return self._reports[at]
        return None


def give_hints(stretches: Sequence[Stretch], reports: Sequence[Reported]) -> dict[int, Hint]:
    """Tell for each stretch that a report holds, by its index, whose report that is."""
    holders = Holders(reports)
    found = ((index, holders.find(stretch)) for index, stretch in enumerate(stretches))
    return {index: Hint(report.source, report.certainty) for index, report in found if report}
