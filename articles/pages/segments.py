"""A stored text and a comparison to segments: the ordered pieces that a template prints in one line."""

from collections import defaultdict, deque
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from articles.engine.differences.differences import DifferenceKind
from articles.engine.quotations.quotations import Kind
from articles.engine.text.spans import Span
from articles.pages.comparison import Comparison
from articles.pages.filtering import STATUS_WORDS, StatusWord
from articles.pages.found import Slice, cut_at_found, find_in_article, part_of
from articles.pages.paints import Paint, paints, top_of
from articles.pages.paragraphs import paragraph_spans, place_of
from articles.pages.rows import QuotationRow
from articles.pages.shown import Shown
from articles.pages.witnesses import Witness

# Differences of a single word that turn or shift what is said: shown in the text itself, for a reader who
# opens nothing.
GRAVE_WORDS = frozenset(
    kind.value
    for kind in (
        DifferenceKind.NEGATION,
        DifferenceKind.NUMBER,
        DifferenceKind.NAME,
        DifferenceKind.CERTAINTY,
    )
)


@dataclass(frozen=True, slots=True)
class Mark:
    """What a piece of quoted text is, and where its counterparts are.

    `address` opens its statement. `badge` is set on the one piece of each version that carries
    the statement's number; `anchor` on the first piece of each quotation, whose address it is; `turns` on one
    without a number whose status is another than that of the piece before it in the quotation.
    """

    status: str
    statement: Shown
    quotation: QuotationRow
    address: str
    badge: bool = False
    anchor: bool = False
    turns: bool = False

    @property
    def word(self) -> StatusWord:
        """The word and the sign of its status."""
        return STATUS_WORDS[self.status]

    @property
    def numbered(self) -> bool:
        """Whether its statement stands elsewhere too, where the number is looked for."""
        return bool(self.statement.pairs)

    @property
    def indirect(self) -> bool:
        """Whether the outlet reports it in its own words, without quotation marks."""
        return self.quotation.kind == Kind.INDIRECT


@dataclass(frozen=True, slots=True)
class Segment(Slice):
    """An exact slice of the stored text, what it is, and whether another article changes its meaning.

    One without text marks the place where another article prints a word that does.
    """

    mark: Mark | None = None
    grave: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its segments, and whether it is the headline or the deck."""

    place: str
    segments: tuple[Segment, ...]


def lay_out(
    comparison: Comparison,
    witness: Witness,
    shown: Collection[int],
    address: Callable[[Shown], str],
    asked: str = "",
) -> list[Paragraph]:
    """Cut one article into paragraphs of segments; only the statements in `shown` are marked.

    `address` gives the address that a mark's number leads to; `asked` are words looked for.
    Joined again in order, the segments of a paragraph are exactly the stored paragraph.
    """
    text = witness.article.text
    marked = [statement for statement in comparison.statements if statement.pk in shown]
    layers = [paint for statement in marked for paint in paints(statement, witness)]
    found = find_in_article(marked, witness.pk, asked) if asked else []
    cuts = cut_at_grave(cut(text, layers, address), find_grave(marked, witness.pk))
    pieces = deque(number_badges(list(cut_at_found(cuts, found))))
    return [
        Paragraph(place_of(witness, span), tuple(take(pieces, span, text))) for span in paragraph_spans(text)
    ]


def cut(text: str, layers: list[Paint], address: Callable[[Shown], str]) -> list[Segment]:
    """Cut the text wherever a mark begins or ends; each piece takes the gravest mark over it."""
    starts: dict[int, list[Paint]] = defaultdict(list)
    ends: dict[int, list[Paint]] = defaultdict(list)
    for paint in layers:
        starts[paint.span.start].append(paint)
        ends[paint.span.end].append(paint)
    places = sorted({0, len(text), *starts, *ends})
    over: list[Paint] = []
    pieces: list[Segment] = []
    for start, end in pairwise(places):
        for paint in ends[start]:
            over.remove(paint)
        over += starts[start]
        top = top_of(over)
        mark = Mark(top.status, top.statement, top.quotation, address(top.statement)) if top else None
        pieces.append(Segment(start, end, text[start:end], mark))
    return join_punctuation(text, pieces)


def join_punctuation(text: str, pieces: list[Segment]) -> list[Segment]:
    """Give a marked piece without a letter or figure (a quotation mark, a comma) its neighbour's mark."""
    joined: list[Segment] = []
    for piece in pieces:
        before = joined[-1] if joined else None
        if before and before.mark and piece.mark and same_passage(before.mark, piece.mark):
            if not any(c.isalnum() for c in piece.text):
                joined[-1] = Segment(before.start, piece.end, text[before.start : piece.end], before.mark)
                continue
            if not any(c.isalnum() for c in before.text) or before.mark == piece.mark:
                joined[-1] = Segment(before.start, piece.end, text[before.start : piece.end], piece.mark)
                continue
        joined.append(piece)
    return joined


def find_grave(statements: Iterable[Shown], article: int) -> list[Span]:
    """Find the places in one article at which another one says another thing."""
    told = (
        (told.a if pair.a.witness.pk == article else told.b)
        for statement in statements
        for pair in statement.pairs
        if pair.side(article) and not pair.reported and not pair.doubt
        for told in pair.told
        if told.kind in GRAVE_WORDS
    )
    places: list[Span] = []
    for place in sorted(set(told), key=lambda span: (span.start, -span.end)):
        if not places or places[-1].end <= place.start != places[-1].start:
            places.append(place)
    return places


def cut_at_grave(pieces: Iterable[Segment], places: Sequence[Span]) -> Iterable[Segment]:
    """Cut marked pieces at sorted places that do not overlap."""
    for piece in pieces:
        at = piece.start
        for place in places if piece.mark else ():
            if piece.start <= place.start and place.end <= piece.end and at <= place.start:
                if at < place.start:
                    yield part_of(piece, at, place.start)
                yield replace(part_of(piece, place.start, place.end), grave=True)
                at = place.end
        if at < piece.end:
            yield part_of(piece, at, piece.end)


def same_passage(a: Mark, b: Mark) -> bool:
    """Tell whether two marks are of one statement in one quotation."""
    return a.statement.pk == b.statement.pk and a.quotation.pk == b.quotation.pk


def number_badges(pieces: list[Segment]) -> list[Segment]:
    """Put the number on one piece of each version (the first matched one) and each quotation's anchor."""
    badge: dict[tuple[int, int], Segment] = {}
    anchor: dict[int, Segment] = {}
    for piece in pieces:
        if piece.mark:
            key = (piece.mark.statement.pk, piece.mark.quotation.pk)
            held = badge.get(key)
            if held is None or (held.mark and held.mark.status == "sole" != piece.mark.status):
                badge[key] = piece
            anchor.setdefault(piece.mark.quotation.pk, piece)
    badges, anchors = {id(p) for p in badge.values()}, {id(p) for p in anchor.values()}
    before: dict[int, str] = {}
    numbered = []
    for piece in pieces:
        if mark := piece.mark:
            turns = before.get(mark.quotation.pk) != mark.status and id(piece) not in badges
            before[mark.quotation.pk] = mark.status
            mark = replace(mark, badge=id(piece) in badges, anchor=id(piece) in anchors, turns=turns)
        numbered.append(replace(piece, mark=mark))
    return numbered


def take(pieces: deque[Segment], span: Span, text: str) -> Iterable[Segment]:
    """Take the pieces, or the parts of them, that lie in one paragraph off the front of the queue."""
    while pieces and pieces[0].start < span.end:
        piece = pieces.popleft()
        start, end = max(piece.start, span.start), min(piece.end, span.end)
        empty = piece.start == piece.end
        carried = replace(piece.mark, badge=False, anchor=False, turns=False) if piece.mark else None
        if start < end or empty:
            yield replace(piece, start=start, end=end, text=text[start:end])
        if piece.end > span.end:
            rest = carried if start < end else piece.mark
            pieces.appendleft(replace(piece, start=span.end, text=text[span.end : piece.end], mark=rest))
            return
