"""An attribution to the plain reason for it, with the words of the article that show it."""

from articles.engine.quotations.marks import Stretch
from articles.engine.text.spans import Span

# Longer evidence than this is cut to the mention alone.
LONGEST = 80


def say_reason(where: str, text: str, start: int, end: int) -> str:
    """Say where the speaker is named, with the printed words if they are short."""
    printed = " ".join(text[start:end].split())
    return f"{where}: {printed}" if len(printed) <= LONGEST else where


def tell_attribution(text: str, stretch: Stretch, mention: Span, cue: Span | None) -> str:
    """Say why a mention is taken for the speaker of a stretch."""
    near = cue is not None and "\n" not in text[min(mention.start, cue.start) : max(mention.end, cue.end)]
    start = min(mention.start, cue.start) if near and cue else mention.start
    end = max(mention.end, cue.end) if near and cue else mention.end
    if mention.start >= stretch.end:
        return say_reason("named after the quotation", text, start, end)
    gap = text[mention.end : stretch.start]
    if "\n" in gap:
        return say_reason("the speaker of the paragraph before", text, start, end)
    return say_reason("named before the quotation", text, start, end)
