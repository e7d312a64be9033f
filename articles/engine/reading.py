"""Clean text to a Reading: everything found in one article, before any comparison."""

from dataclasses import dataclass

from articles.engine.attribution import Choice, choose_speakers
from articles.engine.classes import classify_words
from articles.engine.marks import pair_marks
from articles.engine.outline import Outline, outline_paragraphs
from articles.engine.quotations import Attribution, Kind, Place, Quotation, SetAside
from articles.engine.spans import Span
from articles.engine.words import Words, split_words


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody (or a body) who is quoted in one article, under the fullest name it prints.

    `key` is the same for spellings that are surely the same ("Mr. Bondarev", "Boris Bondarev")
    and is what speakers are joined by across articles. `stated` is False for one known only
    by role ("the officer"): such a speaker is never joined across articles by its name alone.
    """

    key: str
    name: str
    stated: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What one article quotes: quotations in reading order, and marked stretches set aside."""

    text: str
    headline: Span | None
    deck: Span | None
    quotations: tuple[Quotation, ...]
    people: tuple[Person, ...]
    set_aside: tuple[SetAside, ...]


def read_article(text: str, headline: Span | None = None, deck: Span | None = None) -> Reading:
    """Find every quotation of one clean text and say who said it.

    `text` is the stored text that all offsets refer to (paragraphs divided by line feeds).
    `headline` and `deck` are their places in it, where known; when neither is given they are
    told from the shape of the first lines.
    """
    words = split_words(text)
    stretches = pair_marks(text)
    outlines = outline_paragraphs(words, classify_words(words), stretches)
    choices = choose_speakers(words, outlines, stretches)
    quotations = tuple(
        Quotation(
            kind=Kind.DIRECT,
            place=Place.BODY,
            stretches=(Span(stretch.start, stretch.end),),
            contents=(Span(stretch.start, stretch.end),),
            attribution=_attribute(words, outlines, choice),
        )
        for stretch, choice in zip(stretches, choices, strict=True)
    )
    names = sorted({q.attribution.name for q in quotations if q.attribution.name})
    people = tuple(Person(key=name.casefold(), name=name, stated=name[:1].isupper()) for name in names)
    return Reading(text, headline, deck, quotations, people, ())


def _attribute(words: Words, outlines: list[Outline], choice: Choice | None) -> Attribution:
    """Turn what was chosen for a stretch into an attribution with its places in the text."""
    if choice is None:
        return Attribution(None, None, "", "", 0.0)
    outline = outlines[choice.paragraph]
    speaker = _span(words, outline, choice.mention.start, choice.mention.end)
    cue = _span(words, outline, *choice.cue) if choice.cue else None
    return Attribution(speaker, cue, words.text[speaker.start : speaker.end], choice.reason, choice.certainty)


def _span(words: Words, outline: Outline, start: int, end: int) -> Span:
    """Give the place in the text of some words of an outline."""
    return Span(words.starts[outline.items[start]], words.ends[outline.items[end - 1]])
