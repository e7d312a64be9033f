"""One article of a story to what its page shows: the text with its marks, notes to them, what it left out."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from articles.models import Story
from articles.pages.amended import Amended, list_amended
from articles.pages.carriers import list_carriers
from articles.pages.comparison import Comparison, compare
from articles.pages.filtering import Filtered, filter_statements
from articles.pages.leaves import Leaf, divide, leaf_of
from articles.pages.left_out import Missing, show_missing
from articles.pages.notes import Note, note_of
from articles.pages.outline import Outline, Outlined
from articles.pages.query import Filters
from articles.pages.rows import load_rows_of
from articles.pages.segments import Paragraph, lay_out
from articles.pages.shown import Shown
from articles.pages.versions import setting_for
from articles.pages.witnesses import Witness


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A statement that others print and this article does not, and the way to it."""

    missing: Missing
    address: str


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """Everything the article page shows; a headline without marks is left to the page's own heading."""

    witness: Witness
    outline: Outline
    filtered: Filtered[Outlined]
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Note, ...]
    left_out: tuple[LeftOut, ...]
    leaf: Leaf
    missing: int
    own_words: int
    amended: tuple[Amended, ...]

    @property
    def others(self) -> list[Witness]:
        """The other articles of the story."""
        return [w for w in self.outline.witnesses if w.pk != self.witness.pk]


@dataclass(frozen=True, slots=True)
class Own:
    """The statements that one article prints, for its filters."""

    statements: tuple[Outlined, ...]
    witnesses: tuple[Witness, ...]


def show_article(story: Story, pk: int, outline: Outline, filters: Filters, page: int = 1) -> ArticlePage:
    """Arrange one article among the articles of its story; only its own statements are loaded in full."""
    witness = next(w for w in outline.witnesses if w.pk == pk)
    printed = tuple(s for s in outline.statements if pk in {w.pk for w in s.witnesses})
    filtered = filter_statements(
        Own(tuple(as_given_by(witness, s) for s in printed), outline.witnesses), filters
    )
    comparison = load_statements(outline, printed)
    setting = setting_for(outline, pk, reverse("side-by-side", args=[story.slug]))
    shown = {statement.pk for statement in filtered.statements}
    own = {statement.pk for statement in printed}
    absent = sorted(
        (s for s in outline.statements if s.pk not in own), key=lambda s: (-len(s.witnesses), s.number)
    )
    leaves = divide(absent)
    number = min(max(page, 1), len(leaves))
    return ArticlePage(
        witness=witness,
        outline=outline,
        filtered=filtered,
        paragraphs=tuple(
            paragraph
            for paragraph in lay_out(
                comparison, witness, shown, lambda chosen: f"#s{chosen.pk}", filters.words
            )
            if paragraph.place != "headline" or any(segment.mark for segment in paragraph.segments)
        ),
        notes=tuple(
            note_of(statement, witness, setting, address_of(story, statement.pk))
            for statement in in_reading_order(comparison, pk)
            if statement.pk in shown
        ),
        left_out=tuple(LeftOut(show_missing(s), address_of(story, s.pk)) for s in leaves[number - 1]),
        leaf=leaf_of(leaves, number, filters),
        missing=len(absent),
        own_words=sum(all(not p.in_marks for p in s.places if p.witness.pk == pk) for s in printed),
        amended=tuple(list_amended(witness)),
    )


def as_given_by(witness: Witness, statement: Outlined) -> Outlined:
    """Give a statement to those alone whom the article names: whom another one names it has not quoted.

    Its status and its differences are those of what the article prints. The outlets stay that print it too.
    """
    part = statement.parts[witness.pk]
    own = [place for place in statement.places if place.witness.pk == witness.pk]
    speakers = tuple({place.speaker.pk: place.speaker for place in own if place.speaker}.values())
    named = [speaker.slug for speaker in speakers] or [""]
    everywhere = [(other.slug, speaker) for other in statement.witnesses for speaker in named]
    parts = dict.fromkeys((outlet for outlet, _ in everywhere), part)
    return statement._replace(
        status=part.status,
        kinds=part.kinds,
        speakers=speakers,
        carriers=list_carriers(everywhere, parts),
    )


def load_statements(outline: Outline, chosen: Sequence[Outlined]) -> Comparison:
    """Load some statements of an outline in full, under the numbers they have there."""
    numbers = {statement.pk: statement.number for statement in chosen}
    articles = [witness.article for witness in outline.witnesses]
    return compare(load_rows_of(numbers, articles), numbers=numbers)


def in_reading_order(comparison: Comparison, pk: int) -> list[Shown]:
    """Sort statements by where the article first prints them."""
    return sorted(
        comparison.statements,
        key=lambda s: min(v.spans[0].start for v in s.versions if v.witness.pk == pk),
    )


def address_of(story: Story, statement: int) -> str:
    """Give the address of a statement on the story page, whichever page of the list it stands on."""
    return f"{story.get_absolute_url()}?statement={statement}#s{statement}"
