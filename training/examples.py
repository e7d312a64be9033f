"""Annotated articles to examples of every choice on the way to a report."""

from collections.abc import Sequence

import numpy as np

from articles.engine.reports import contents, cues, sources
from articles.engine.reports.choices import Array, Choice, Parts
from articles.engine.reports.contents import BACK_BEGINNING, BACK_END, BEGINNING, END, SIDE
from articles.engine.reports.passage import Passage, Places
from articles.engine.reports.units import MARKED
from training.features import AllNumbers, Looked
from training.gold_reports import Article, Report, heads

NOWHERE = (-1, -1)


class Questions:
    """Questions to be answered yes or no."""

    def __init__(self, name: str, choice: Choice) -> None:
        self.name, self.choice = name, choice
        self.looked = Looked()
        self.answers: list[bool] = []

    def add(self, parts: Parts, answers: Sequence[bool]) -> None:
        """Add what was looked at for each question, with its answer."""
        self.looked.add(self.name, self.choice, parts, np.arange(len(answers)) + len(self.answers))
        self.answers += answers


class Picks:
    """Choices of one among several places."""

    def __init__(self) -> None:
        self.looked = Looked()
        self.sizes: list[int] = []
        self.right: list[int] = []

    def add(self, name: str, choice: Choice, places: Places, right: Array) -> None:
        """Add the possible places of several choices, with the right one of each.

        A choice is left out if the right place is not possible, or the only one.
        """
        kept, rows, _ = self._number(places, right, np.zeros_like(right))
        self.looked.add(name, choice, _some(places.parts, kept), rows)

    def add_sources(self, places: Places, at: Array, right: Array, none: Parts) -> None:
        """Add where the sources of cues may end, and last for each that there is none (right: -1)."""
        kept, rows, last = self._number(places, right, np.ones_like(right))
        before = (places.at < at[places.owner])[kept]
        for name, side in (("source_left", before), ("source_right", ~before)):
            self.looked.add(name, sources.SOURCE_END, _some(places.parts, kept[side]), rows[side])
        usable = (last >= 0).nonzero()[0]
        self.looked.add("no_source", sources.NO_SOURCE, _some(none, usable), last[usable])

    def _number(self, places: Places, right: Array, others: Array) -> tuple[Array, Array, Array]:
        """Number the rows of the choices that can be made rightly, with so many `others` behind the places.

        Give the places that are of such choices, the numbers of their rows, and the last row of each choice
        (-1 for one that is left out).
        """
        counts = np.bincount(places.owner, minlength=len(right))
        rank = np.arange(len(places.at)) - (counts.cumsum() - counts)[places.owner]
        picked = np.where((right < 0) & (others > 0), counts, -1)
        hits = (places.at == right[places.owner]).nonzero()[0]
        picked[places.owner[hits]] = rank[hits]
        sizes = counts + others
        usable = (picked >= 0) & (sizes > 1)
        first = sum(self.sizes) + (sizes * usable).cumsum() - sizes * usable
        self.sizes += sizes[usable].tolist()
        self.right += picked[usable].tolist()
        kept = usable[places.owner].nonzero()[0]
        return kept, (first[places.owner] + rank)[kept], np.where(usable, first + sizes - 1, -1)


class Examples:
    """Examples of every choice, gathered from annotated articles; `stems` are those of possible cues."""

    def __init__(self, stems: frozenset[str]) -> None:
        self.stems = stems
        self.numbers = AllNumbers()
        self.questions = [
            Questions("glance", cues.GLANCE),
            Questions("cue", cues.CUE),
            Questions("right", SIDE),
            Questions("left", SIDE),
        ]
        self.beginning, self.end, self.back_end, self.back_beginning = (Picks() for _ in range(4))
        self.source_end, self.source_beginning = Picks(), Picks()

    @property
    def picks(self) -> list[Picks]:
        """All choices among places."""
        contents = [self.beginning, self.end, self.back_end, self.back_beginning]
        return [*contents, self.source_end, self.source_beginning]

    def add_article(self, article: Article) -> None:
        """Add the examples of one article."""
        p = Passage(article.text, article.units, self.numbers)
        found = [(head, report) for _, head, reports in heads(article) for report in reports]
        self._add_cues(article, p, {head for head, _ in found})
        if found:
            at, reports = np.array([head for head, _ in found]), [report for _, report in found]
            self._add_contents(p, at, reports)
            self._add_sources(p, at, reports)

    def _add_cues(self, article: Article, p: Passage, at_heads: set[int]) -> None:
        """Add for each word that may be a cue whether it is one."""
        row, stems = article.units.classes, article.stems
        units = (i for first, last in article.units.sentences for i in range(first, last + 1))
        may_be = [i for i in units if row[i] != MARKED and stems[i] in self.stems]
        at, answers = np.array(may_be, np.intp), [i in at_heads for i in may_be]
        glance, cue, *_ = self.questions
        glance.add(cues.glance_parts(p, at), answers)
        cue.add(cues.cue_parts(p, at), answers)

    def _add_contents(self, p: Passage, at: Array, reports: Sequence[Report]) -> None:
        """Add on which sides of the cues contents stand, and where these begin and end."""
        *_, right, left = self.questions
        parts = contents.side_parts(p, at)
        right.add(parts, [report.right is not None for report in reports])
        left.add(parts, [report.left is not None for report in reports])
        after, before = _stretches([r.right for r in reports]), _stretches([r.left for r in reports])
        some = (after[:, 0] >= 0).nonzero()[0]
        cue, (begin, end) = at[some], after[some].T
        self.beginning.add("beginning", BEGINNING, contents.beginnings(p, cue), begin)
        self.end.add("end", END, contents.ends(p, cue, begin), end)
        some = (before[:, 0] >= 0).nonzero()[0]
        cue, (begin, end) = at[some], before[some].T
        self.back_end.add("back_end", BACK_END, contents.back_ends(p, cue), end)
        self.back_beginning.add(
            "back_beginning", BACK_BEGINNING, contents.back_beginnings(p, cue, end), begin
        )

    def _add_sources(self, p: Passage, at: Array, reports: Sequence[Report]) -> None:
        """Add where the sources of the cues stand."""
        known = [n for n, report in enumerate(reports) if report.source or not report.has_source]
        cue, told = at[known], [reports[n] for n in known]
        source = _stretches([report.source for report in told])
        left, right = _stretches([r.left for r in told]), _stretches([r.right for r in told])
        places = sources.source_ends(p, cue, left, right)
        ends = _earlier_ends(at.tolist(), reports)
        earlier = [
            (2 if end in ends[known[n]] else 1) if ends[known[n]] else 0
            for n, end in zip(places.owner.tolist(), places.at.tolist(), strict=True)
        ]
        places = places._replace(parts={**places.parts, "earlier": np.array(earlier, np.intp)})
        self.source_end.add_sources(places, cue, source[:, 1], sources.no_source_parts(p, cue))
        some = (source[:, 0] >= 0).nonzero()[0]
        begins = sources.source_beginnings(p, cue[some], source[some, 1])
        self.source_beginning.add("source_beginning", sources.SOURCE_BEGINNING, begins, source[some, 0])


def _some(parts: Parts, kept: Array) -> Parts:
    return {names: part[..., kept] for names, part in parts.items()}


def _stretches(stretches: Sequence[tuple[int, int] | None]) -> Array:
    """Give stretches of units as rows, -1 for one that there is not."""
    return np.array([stretch or NOWHERE for stretch in stretches], np.intp).reshape(-1, 2)


def _earlier_ends(at: Sequence[int], reports: Sequence[Report]) -> list[set[int]]:
    """Give for each report, in reading order, where the sources of cues before in its sentence end."""
    return [
        {
            other.source[1]
            for before, other in zip(at, reports, strict=True)
            if other.source and before < i and other.sentence == report.sentence
        }
        for i, report in zip(at, reports, strict=True)
    ]
