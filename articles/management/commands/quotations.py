"""Find the quotations in a file of JSON lines, each with who said it."""

from argparse import ArgumentParser
from collections.abc import Callable, Iterable, Iterator

from articles.engine.quotations.quotations import Place, Quotation
from articles.engine.reading.reading import Reading, read_article
from articles.engine.text.spans import Span
from articles.management.json_lines import JsonLinesCommand, Record, text_field

_SINGLE = "‘'‚‹"
_DOUBLED = ("''", "``")


class Command(JsonLinesCommand):
    """`manage.py quotations [--stretches] [FILE]`: articles in, quotations out, one article a line.

    In: {"id", "text"}. Out: {"id", "quotes": [{"start", "end", "text", "kind", "group", "speaker_start",
    "speaker_end", "speaker_text", "speaker_name", "cue", "certainty", "translated"}]}, in characters of the
    text. "translated" is null, or {"reason", "start", "end"}: where the article says that it was translated.
    """

    help = __doc__ or ""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take an optional file and what to give of each quotation."""
        super().add_arguments(parser)
        parser.add_argument(
            "--stretches",
            action="store_true",
            help="give the stretches between quotation marks, marks included, instead of the contents; "
            "two apostrophes, and single marks beside double ones, are not counted as quotation marks",
        )

    def choose_answer(self, options: Record) -> Callable[[Record], Record]:
        """Answer with stretches or with contents."""
        return stretches_of_record if options["stretches"] else contents_of_record


def contents_of_record(record: Record) -> Record:
    """Give every content of an article: what was said, in marks or in the outlet's own words."""
    reading = read_article(text_field(record, "text"))
    return {"id": record.get("id"), "quotes": list(_entries(reading, lambda quotation: quotation.contents))}


def stretches_of_record(record: Record) -> Record:
    """Give every stretch between quotation marks that is a quotation."""
    reading = read_article(text_field(record, "text"))
    counts = _stretch_filter(reading)
    entries = _entries(reading, lambda quotation: filter(counts, quotation.stretches))
    return {"id": record.get("id"), "quotes": list(entries)}


def _stretch_filter(reading: Reading) -> Callable[[Span], bool]:
    """Tell which stretches stand between what counts as quotation marks in this article."""
    text = reading.text
    body = [s for q in reading.quotations if q.place is Place.BODY for s in q.stretches]
    singles_count = all(text[s.start] in _SINGLE for s in body)

    def counts(stretch: Span) -> bool:
        if text.startswith(_DOUBLED, stretch.start):
            return False
        return singles_count or text[stretch.start] not in _SINGLE

    return counts


def _entries(reading: Reading, parts_of: Callable[[Quotation], Iterable[Span]]) -> Iterator[Record]:
    """Write out the chosen parts of each quotation, those of one quotation as one group."""
    for number, quotation in enumerate(reading.quotations):
        for part in parts_of(quotation):
            yield _entry(reading.text, number, quotation, part)


def _entry(text: str, number: int, quotation: Quotation, part: Span) -> Record:
    """Write out one part of a quotation."""
    given = quotation.attribution
    speaker, cue = given.speaker, given.cue
    return {
        "start": part.start,
        "end": part.end,
        "text": text[part.start : part.end],
        "kind": quotation.kind.value,
        "group": f"Q{number + 1}",
        "speaker_start": speaker.start if speaker else None,
        "speaker_end": speaker.end if speaker else None,
        "speaker_text": text[speaker.start : speaker.end] if speaker else "",
        "speaker_name": given.name,
        "cue": text[cue.start : cue.end] if cue else "",
        "certainty": given.certainty,
        "translated": _translated(quotation),
    }


def _translated(quotation: Quotation) -> Record | None:
    """Write out what says that a quotation was translated."""
    told = quotation.translation
    if told is None:
        return None
    start, end = told.evidence or (None, None)
    return {"reason": told.reason, "start": start, "end": end}
