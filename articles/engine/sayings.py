"""A difference to the sentence that says it, from a template, stored facts and the two names."""

from articles.engine.differences import Difference, DifferenceKind
from articles.engine.spans import Span

# What each kind is called where there is room for a few words only.
LABELS: dict[DifferenceKind, str] = {
    DifferenceKind.SPEAKER: "another speaker",
    DifferenceKind.NEGATION: "“not” dropped or added",
    DifferenceKind.NUMBER: "another number or date",
    DifferenceKind.NAME: "another name",
    DifferenceKind.CERTAINTY: "certainty changed",
    DifferenceKind.SILENT_CUT: "cut without a mark",
    DifferenceKind.ELLIPSIS: "what “…” leaves out",
    DifferenceKind.STITCHED: "joined from two places",
    DifferenceKind.BRACKET: "words in brackets",
    DifferenceKind.SHORTER: "shorter",
    DifferenceKind.FRAGMENT: "only a fragment",
    DifferenceKind.WORDING: "other words",
    DifferenceKind.INFLECTION: "another form of a word",
    DifferenceKind.ORDER: "another order",
    DifferenceKind.PUNCTUATION: "punctuation",
}


def say_difference(difference: Difference, text_a: str, text_b: str, name_a: str, name_b: str) -> str:
    """Say one difference in a sentence; every quoted word is a slice of one of the two texts."""
    printed_a = _quote(text_a, difference.a)
    printed_b = _quote(text_b, difference.b)
    if printed_a and printed_b:
        return f"{name_a} prints {printed_a}; {name_b} prints {printed_b}."
    if printed_a:
        return f"{name_a} prints {printed_a}; {name_b} leaves it out."
    return f"{name_b} prints {printed_b}; {name_a} leaves it out."


def _quote(text: str, span: Span) -> str:
    return f"“{text[span.start : span.end]}”" if span.start < span.end else ""
