"""Words to whether a text prints them: as they stand, or in another form."""

from collections.abc import Iterable, Sequence

from articles.engine.text.spans import Span
from articles.engine.tokens.stems import lemma
from articles.engine.tokens.tokens import tokenise


def body_of(text: str, heads: Iterable[Span | None]) -> tuple[Span, ...]:
    """Give what of a text stands outside its headline and deck."""
    spans, place = [], 0
    for head in sorted(span for span in heads if span is not None):
        spans.append(Span(place, max(place, head.start)))
        place = max(place, head.end)
    spans.append(Span(place, len(text)))
    return tuple(spans)


def norms_of(text: str, spans: tuple[Span, ...]) -> list[str]:
    """Give the normal forms of the words in some places of a text."""
    return [token.norm for token in tokenise(text, spans)]


def hold(words: Sequence[str], part: Sequence[str]) -> bool:
    """Tell whether some words stand together in others."""
    size = len(part)
    return not part or any(
        words[i] == part[0] and words[i : i + size] == part for i in range(len(words) - size + 1)
    )


def hold_form(words: Iterable[str], part: Iterable[str]) -> bool:
    """Tell whether some words stand together in others, in whatever form."""
    return hold(list(map(lemma, words)), list(map(lemma, part)))
