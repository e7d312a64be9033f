"""A difference to what both articles print around it, so that a reader sees it before anything else."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from articles.engine.differences.differences import DifferenceKind
from articles.engine.differences.sayings import say_difference
from articles.engine.quotations.quotations import Place
from articles.engine.text.spans import Span
from articles.models import Difference, Quotation, Story
from articles.pages.comparison import Comparison
from articles.pages.excerpts import join_spans
from articles.pages.loading import load_gravest_among
from articles.pages.printed import spans_of
from articles.pages.sentences import Sentence, say_pair, tie_words
from articles.pages.shown import Pair, Shown, rank_of
from articles.pages.statuses import say_doubt
from articles.pages.witnesses import Witness
from articles.pages.words import OF_THE_WHOLE, Words, split_at

# A line or two on a phone; the difference stands about a third of the way into it.
LONGEST = 120
BEFORE = 48


@dataclass(frozen=True, slots=True)
class Glimpse:
    """What one article prints around a difference: exact slices, and whether the passage goes on."""

    witness: Witness
    quotation: int
    words: tuple[Words, ...]
    begins_before: bool
    goes_on: bool

    @property
    def end(self) -> int:
        """Where it ends in the article; it begins where its first words do."""
        return self.words[-1].end

    @property
    def address(self) -> str:
        """The address of its place in the article."""
        return self.witness.address_of(self.quotation)


@dataclass(frozen=True, slots=True)
class Gravest:
    """The gravest difference of some articles: said in a sentence, both sides of it, and where to see it.

    `doubt` is said with it where none but possible matches differ.
    """

    sentence: Sentence
    doubt: str
    address: str
    sides: tuple[Glimpse, Glimpse]

    @property
    def shown(self) -> tuple[Glimpse, ...]:
        """Both sides; one of them where they print the same words and differ in who said them."""
        return self.sides[:1] if self.sentence.kind == DifferenceKind.SPEAKER else self.sides


def show_row(row: Difference, names: Mapping[int, Witness]) -> Gravest:
    """Show a stored difference; `names` are what the articles of its story go by."""
    a, b = (replace(names[end.article_id], article=end.article) for end in (row.match.a, row.match.b))
    difference, statement = row.as_value(), row.match.statement
    speakers = name_of(row.match.a), name_of(row.match.b)
    sentence = say_difference(difference, a.article.text, b.article.text, a.name, b.name, *speakers)
    return Gravest(
        Sentence(row.kind, False, tie_words(sentence, [(a, difference.a), (b, difference.b)])),
        say_doubt(row.match.status, translated=row.match.translated),
        f"{statement.story.get_absolute_url()}?statement={statement.pk}#s{statement.pk}",
        (
            glimpse(a, row.match.a_id, spans_of(row.match.a_spans), difference.a, row.kind),
            glimpse(b, row.match.b_id, spans_of(row.match.b_spans), difference.b, row.kind),
        ),
    )


def load_gravest_of(story: Story, witnesses: Sequence[Witness]) -> Gravest | None:
    """Load the gravest difference between the articles at hand, if they have one: one query."""
    row = load_gravest_among(story, [witness.pk for witness in witnesses])
    return show_row(row, {witness.pk: witness for witness in witnesses}) if row else None


def name_of(quotation: Quotation) -> str:
    """Name the speaker of a stored quotation, or nobody."""
    return quotation.speaker.name if quotation.speaker else ""


def find_gravest(comparison: Comparison, opened: Callable[[Shown], str]) -> Gravest | None:
    """Find the gravest difference told between the articles at hand; the left one's side comes first.

    `opened` gives the address that opens a statement.
    """
    told = [
        (rank_of(told.kind, pair.status), in_headline(pair), statement.number, statement, pair, told)
        for statement in comparison.statements
        for pair in statement.pairs
        for told in pair.told
        if not told.small
    ]
    if not told:
        return None
    *_, statement, pair, difference = min(told, key=lambda found: found[:3])
    sentence = next(s for s, t in zip(say_pair(pair), pair.told, strict=True) if t is difference)
    ends = sorted(
        ((pair.a, difference.a), (pair.b, difference.b)),
        key=lambda end: comparison.witnesses.index(end[0].witness),
    )
    left, right = (
        glimpse(end.witness, end.quotation.pk, end.spans, place, difference.kind) for end, place in ends
    )
    return Gravest(sentence, pair.doubt, opened(statement), (left, right))


def in_headline(pair: Pair) -> bool:
    """Tell whether one side of a pair stands above its article: the same is better shown in the text."""
    return any(side.quotation.place != Place.BODY for side in (pair.a, pair.b))


def glimpse(witness: Witness, quotation: int, spans: Sequence[Span], place: Span, kind: str) -> Glimpse:
    """Cut a line or two out of a passage, around the place of a difference in it."""
    text = witness.article.text
    runs = [Span(start, end) for start, end in join_spans(text, spans)]
    run = next((run for run in runs if run.start <= place.start <= run.end), runs[0])
    places = [] if kind in OF_THE_WHOLE else [(place, kind)]
    shown = choose_window(text, run, place if places else Span(run.start, run.start))
    return Glimpse(
        witness,
        quotation,
        tuple(split_at(text, shown, places)),
        begins_before=shown.start > runs[0].start,
        goes_on=shown.end < runs[-1].end,
    )


def choose_window(text: str, run: Span, place: Span) -> Span:
    """Choose whole words of a run around a place in it."""
    start = max(run.start, place.start - BEFORE)
    if start > run.start:
        start = next((m.end() for m in re.finditer(r"\s+", text[: place.start]) if m.end() >= start), start)
    end = min(run.end, max(start + LONGEST, min(place.end, start + 2 * LONGEST)))
    if end < run.end:
        ends = [m.end() + start for m in re.finditer(r"\S+", text[start:end])]
        end = ends[-2] if len(ends) > 1 and not text[end].isspace() else ends[-1]
    return Span(start, end)
