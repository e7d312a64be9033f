"""To hold one measured figure against its bar and print many as a table."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured of which subject; `bar` is the most (or, for `least`, the least) that is allowed."""

    subject: str
    what: str
    value: float
    bar: float | None = None
    unit: str = ""
    least: bool = False
    details: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Tell whether the bar is kept; a figure without a bar always is."""
        if self.bar is None:
            return True
        return self.value >= self.bar if self.least else self.value <= self.bar


def as_table(figures: Iterable[Figure]) -> str:
    """Write figures as a Markdown table, what is behind a failure below it."""
    lines = ["| Subject | Measured | Figure | Bar | |", "|---|---|---:|---:|---|"]
    details = []
    for figure in figures:
        bar = (
            "" if figure.bar is None else f"{'≥' if figure.least else '≤'} {written(figure.bar, figure.unit)}"
        )
        verdict = "" if figure.bar is None else "holds" if figure.holds else "**fails**"
        lines.append(
            f"| {figure.subject} | {figure.what} | {written(figure.value, figure.unit)} | {bar} | {verdict} |"
        )
        details += [f"- {figure.subject}, {figure.what}: {detail}" for detail in figure.details]
    return "\n".join([*lines, *(["", *details] if details else [])])


def written(value: float, unit: str) -> str:
    """Write a number with its unit, no more exactly than it was measured."""
    number = f"{value:.0f}" if value == int(value) or abs(value) >= 100 else f"{value:.3g}"
    return f"{number} {unit}".strip()
