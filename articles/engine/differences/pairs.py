"""Two sides and the differences found between them so far."""

from collections.abc import Iterable, Sequence, Set

from articles.engine.differences.changes import Change
from articles.engine.differences.collating import Comparison, compare_words
from articles.engine.differences.kinds import Detail, Difference, DifferenceKind
from articles.engine.differences.meaning import Meaning
from articles.engine.differences.sides import ARTICLES, Side
from articles.engine.text.spans import Span
from articles.engine.tokens.gaps import find_dots
from articles.engine.tokens.stems import lemma


class Pair:
    """Two passages under comparison: the rules read them and tell what they find."""

    def __init__(self, a: Meaning, b: Meaning) -> None:
        self.a = a.side
        self.b = b.side
        # What the words of either side do to its statement.
        self.meaning_a = a
        self.meaning_b = b
        self.comparison: Comparison = compare_words(self.a, self.b)
        self.found: list[Difference] = []
        self.denial_told = self.fragment_told = False
        self._changes: tuple[Change, ...] = ()

    def tell(self, kind: DifferenceKind, change: Change, detail: Detail = Detail.NONE) -> None:
        """Record a difference at the places of a change."""
        a0, a1, b0, b1 = change
        self.tell_places(kind, self.a.span(a0, a1), self.b.span(b0, b1), detail)

    def tell_places(self, kind: DifferenceKind, a: Span, b: Span, detail: Detail = Detail.NONE) -> None:
        """Record a difference at given places."""
        self.found.append(Difference(kind, a, b, detail))
        if kind is DifferenceKind.NEGATION:
            self.denial_told = True
        elif kind is DifferenceKind.FRAGMENT:
            self.fragment_told = True

    def note_changed(self, changes: Iterable[Change]) -> None:
        """Note where the sides differ."""
        self._changes = tuple(changes)

    def prints_elsewhere(self, side: Side) -> Set[str]:
        """Give the classes of words that a side prints where the sides differ, within a sentence."""
        here = side is self.a
        meaning, first, last = (self.meaning_a, 0, 1) if here else (self.meaning_b, 2, 3)
        lead, trail = self.comparison.lead, self.comparison.trail
        stretches = [(change[first], change[last]) for change in self._changes]
        stretches.append((side.sentence_from(lead[first], lead[last]), lead[last]))
        stretches.append((trail[first], side.sentence_to(trail[first], trail[last])))
        return set().union(*(meaning.classes_of(range(*stretch)) for stretch in stretches))

    def moved(self, side: Side) -> set[int]:
        """Give the tokens of a side that stand in another place on the other side."""
        first, last = (0, 1) if side is self.a else (2, 3)
        places = (move.place for move in self.comparison.moves)
        return {i for place in places for i in range(place[first], place[last])}

    def changed_lemmas(self, side: Side) -> set[str]:
        """Give the dictionary forms of the words that a side changes between the shared words."""
        first, last = (0, 1) if side is self.a else (2, 3)
        changes = self.comparison.changes
        return {lemma(norm) for change in changes for norm in side.norms[change[first] : change[last]]}

    def one_sided(self, change: Change) -> "OneSided | None":
        """Give the side that prints more, where only one side prints anything."""
        if change.a0 == change.a1 and change.b0 < change.b1:
            return OneSided(self, change, self.b, self.meaning_b, self.a, change.b0, change.b1, change.a0)
        if change.b0 == change.b1 and change.a0 < change.a1:
            return OneSided(self, change, self.a, self.meaning_a, self.b, change.a0, change.a1, change.b0)
        return None


class OneSided:
    """Tokens `first:last` of one side that the other, `barer`, leaves out in front of its token `place`."""

    def __init__(
        self,
        pair: Pair,
        change: Change,
        side: Side,
        meaning: Meaning,
        barer: Side,
        first: int,
        last: int,
        place: int,
    ) -> None:
        self.pair = pair
        self.change = change
        self.side = side
        self.meaning = meaning
        self.barer = barer
        self.first = first
        self.last = last
        self.place = place

    @property
    def words(self) -> Sequence[int]:
        """Give the tokens left out."""
        return range(self.first, self.last)

    @property
    def norms(self) -> list[str]:
        """Give their normal forms."""
        return self.side.norms[self.first : self.last]

    def part(self, first: int, last: int) -> "OneSided":
        """Give some of these tokens as left out at the same place."""
        here = self.side is self.pair.a
        place = self.place
        change = Change(first, last, place, place) if here else Change(place, place, first, last)
        return OneSided(self.pair, change, self.side, self.meaning, self.barer, first, last, place)

    @property
    def goes_with_bracket(self) -> bool:
        """Tell whether these are the article of what the other prints in brackets: [Mayor Dunn]."""
        return self.place in self.barer.bracketed and all(norm in ARTICLES for norm in self.norms)

    def tell(self, kind: DifferenceKind, detail: Detail = Detail.NONE) -> None:
        """Record a difference at these tokens and the empty place on the other side."""
        self.pair.tell(kind, self.change, detail)

    def tell_at_dots(self, detail: Detail) -> None:
        """Record what the dots of the other side leave out, at the dots."""
        gap = self.barer.gap(self.place)
        place = find_dots(self.barer.text, gap.start, gap.end)
        words = self.side.span(self.first, self.last)
        kind = DifferenceKind.ELLIPSIS
        if self.side is self.pair.a:
            self.pair.tell_places(kind, words, place, detail)
        else:
            self.pair.tell_places(kind, place, words, detail)
