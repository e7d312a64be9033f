"""Compare the two quotations of each line of a file of JSON lines: status and differences."""

from articles.engine.alignment.in_articles import compare_in_articles
from articles.engine.differences.sayings import say_difference
from articles.engine.text.spans import Span
from articles.management.json_lines import BadRecordError, JsonLinesCommand, Record, text_field

# What the sentences call the two texts, which have no names of their own here.
NAME_A, NAME_B = "A", "B"


class Command(JsonLinesCommand):
    """`manage.py differences [FILE]`: pairs of quotations in, differences out, one pair a line.

    In: {"id", "a": {"text", "quote": a string of the text, or a list of such parts}, "b"}. Out: {"id",
    "status", "translated", "kinds", "differences": [{"kind", "a": [start, end] in that text, "b",
    "sentence"}]}. "translated" where words differ, and one is a translation.
    """

    help = __doc__ or ""

    def answer(self, record: Record) -> Record:
        """Compare what one record holds."""
        return differences_record(record)


def differences_record(record: Record) -> Record:
    """Compare the two quotations of one record."""
    text_a, spans_a = _read_side(record, "a")
    text_b, spans_b = _read_side(record, "b")
    found = compare_in_articles(text_a, spans_a, text_b, spans_b)
    return {
        "id": record.get("id"),
        "status": found.status.value if found.status else "none",
        "translated": found.translated,
        "kinds": list(dict.fromkeys(difference.kind.value for difference in found.differences)),
        "differences": [
            {
                "kind": difference.kind.value,
                "a": list(difference.a),
                "b": list(difference.b),
                "sentence": say_difference(difference, text_a, text_b, NAME_A, NAME_B),
            }
            for difference in found.differences
        ],
    }


def _read_side(record: Record, name: str) -> tuple[str, tuple[Span, ...]]:
    """Read a text and find the parts of its quotation in it."""
    side = record.get(name)
    if not isinstance(side, dict):
        raise BadRecordError(f'"{name}" must be an object')
    text = text_field(side, "text")
    quote = side.get("quote")
    parts = quote if isinstance(quote, list) else [quote]
    if not parts or not all(isinstance(part, str) and part for part in parts):
        raise BadRecordError(f'"{name}.quote" must be a string, or a list of strings')
    return text, _find_parts(text, parts, name)


def _find_parts(text: str, parts: list[str], name: str) -> tuple[Span, ...]:
    """Find the parts one behind the other; one that stands only before the last found is taken there."""
    spans: list[Span] = []
    for part in parts:
        start = text.find(part, spans[-1].end if spans else 0)
        start = text.find(part) if start < 0 else start
        if start < 0:
            raise BadRecordError(f'"{name}.quote" is not a part of the text')
        spans.append(Span(start, start + len(part)))
    return tuple(spans)
