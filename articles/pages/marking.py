"""A statement's card to the same card with the words that a reader looks for marked in its versions."""

import re

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from articles.engine.text.spans import Span
from articles.pages.excerpts import join_spans
from articles.pages.found import Slice, cut_at_found, find_words
from articles.pages.outline import Outlined

# A slice of a version as its card has it (`_version.html`), and how it is written.
PLACE = ' data-article="{}" data-start="{}" data-end="{}">'
SLICE = f'<span class="{{}}"{PLACE}{{}}</span>'
WRITTEN = re.compile(r'<span class="((?:part|diff)[^"]*)"' + PLACE.replace("{}", r"(\d+)") + "[^<]*</span>")


def mark_found(card: str, statement: Outlined, asked: str) -> SafeString:
    """Mark words where versions print them; what is marked is cut again out of the stored texts."""
    texts = {place.witness.pk: place.witness.article.text for place in statement.places}
    found: dict[int, set[Span]] = {pk: set() for pk in texts}
    for place in statement.places:
        text = texts[place.witness.pk]
        for start, end in join_spans(text, place.stored):
            found[place.witness.pk].update(find_words(text, Span(start, end), asked))

    def cut(written: re.Match[str]) -> str:
        look = written[1]
        article, start, end = map(int, written.groups()[1:])
        if not any(place.start < end and start < place.end for place in found[article]):
            return written[0]
        pieces = cut_at_found([Slice(start, end, texts[article][start:end])], sorted(found[article]))
        return format_html_join(
            "",
            SLICE,
            ((f"{look} found" if p.found else look, article, p.start, p.end, p.text) for p in pieces),
        )

    return SafeString(WRITTEN.sub(cut, card))
