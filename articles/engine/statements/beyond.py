"""What a quotation prints beyond a matched passage to what of it belongs to the same statement.

A long quotation goes on beyond what another outlet matches of it. Where it goes on with another
statement, that statement tells who prints it; said here as well ("Y does not print it") it would be
noise, and false when Y prints it in a quotation of its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from articles.engine.alignment.alignment import Link, Place
from articles.engine.alignment.matches import Address
from articles.engine.alignment.witnesses import Witness
from articles.engine.differences.differences import (
    Detail,
    Difference,
    DifferenceKind,
    Status,
    status_of,
)
from articles.engine.differences.hidden import weigh_words
from articles.engine.differences.kinds import GRAVITY
from articles.engine.statements.elsewhere import Elsewhere, find_elsewhere, find_join
from articles.engine.text.spans import Span


def keep_to_statement(
    witnesses: Sequence[Witness], links: Sequence[Link], members: Iterable[Place]
) -> Iterator[Link]:
    """Cut what links tell as `shorter` down to the statement of the link.

    `members` are those of all statements. A difference of which nothing is left keeps its places
    and says so in its detail, `Detail.APART`: the quotation is shorter, its statement is not.
    """
    shorter = [
        any(difference.kind is DifferenceKind.SHORTER for difference in link.differences) for link in links
    ]
    beyond = _Beyond(witnesses, links, members if any(shorter) else ())
    for link, cut in zip(links, shorter, strict=True):
        if cut:
            told = dict.fromkeys(beyond.cut(link, one) for one in link.differences)
            differences = tuple(sorted(told, key=lambda one: GRAVITY[one.kind]))
            joined = link.status is Status.VERBATIM and status_of(differences) is not Status.VERBATIM
            yield link._replace(differences=differences, status=Status.REWRITTEN if joined else link.status)
        else:
            yield link


class _Beyond:
    """Where the statements of a story stand, and what any two articles match."""

    def __init__(self, witnesses: Sequence[Witness], links: Iterable[Link], members: Iterable[Place]) -> None:
        self._witnesses = witnesses
        self._members: dict[Address, list[Place]] = defaultdict(list)
        for place in members:
            self._members[place.witness, place.quotation].append(place)
        self._matched: dict[tuple[Address, int], list[Place]] = defaultdict(list)
        for link in links:
            if not link.reported:
                for place, other in ((link.a, link.b), (link.b, link.a)):
                    self._matched[(place.witness, place.quotation), other.witness].append(place)

    def cut(self, link: Link, difference: Difference) -> Difference:
        """Cut one difference of a link down to its statement, and to what the other prints nowhere else."""
        if difference.kind is not DifferenceKind.SHORTER:
            return difference
        a = self._own(link.a, link.b.witness, difference.a)
        b = self._own(link.b, link.a.witness, difference.b)
        apart = a.start == a.end and b.start == b.end
        told_a, told_b = (difference.a, difference.b) if apart else (a, b)
        if told_a.start == told_a.end or told_b.start == told_b.end:
            here, there, words = (
                (link.b, link.a, told_b) if told_a.start == told_a.end else (link.a, link.b, told_a)
            )
            elsewhere = find_elsewhere(self._witnesses, here, words, there)
            if elsewhere is not None:
                return self._tell_elsewhere(difference, here is link.a, here, words, there, elsewhere)
        if apart:
            return difference._replace(detail=Detail.APART)
        if (a, b) == (difference.a, difference.b):
            return difference
        texts = (self._text(link.a)[a.start : a.end], self._text(link.b)[b.start : b.end])
        held = Detail.NONE if all(texts) else weigh_words("".join(texts))
        return Difference(difference.kind, a, b, held)

    def _tell_elsewhere(
        self,
        difference: Difference,
        first: bool,
        here: Place,
        words: Span,
        there: Place,
        elsewhere: Elsewhere,
    ) -> Difference:
        """Tell that one quotation joins two places, leaving out what the other article prints between.

        `first` tells whether the quotation that joins them is a.
        """
        place = elsewhere.span
        join = find_join(self._witnesses, here, words, elsewhere)
        if join is None:
            return difference._replace(detail=Detail.APART)
        both = Span(min(place.start, there.spans[0].start), max(place.end, there.spans[-1].end))
        a, b = (join, both) if first else (both, join)
        return Difference(DifferenceKind.STITCHED, a, b, Detail.JOINED)

    def _own(self, place: Place, other: int, span: Span) -> Span:
        """Give the longest part of a span that the place's statement holds and the other does not match."""
        if span.start == span.end:
            return span
        address = place.witness, place.quotation
        holding = [member for member in self._members[address] if _meet(member.spans, place.spans)]
        pieces = [piece for member in holding for own in member.spans for piece in _common(span, own)]
        for matched in self._matched[address, other]:
            if matched.spans != place.spans:
                pieces = [left for piece in pieces for left in _without(piece, matched.spans)]
        passages = self._witnesses[place.witness].passages[place.quotation]
        words = max(map(passages.tokens_in, pieces), key=len, default=[])
        return Span(words[0].start, words[-1].end) if words else Span(span.start, span.start)

    def _text(self, place: Place) -> str:
        return self._witnesses[place.witness].reading.text


def _meet(spans: Iterable[Span], others: Sequence[Span]) -> bool:
    return any(one.meets(other) for one in spans for other in others)


def _common(one: Span, other: Span) -> list[Span]:
    """Give what two spans share, nothing or one span."""
    return [Span(max(one.start, other.start), min(one.end, other.end))] if one.meets(other) else []


def _without(piece: Span, spans: Iterable[Span]) -> list[Span]:
    """Give what is left of a span without some others."""
    left = [piece]
    for span in spans:
        left = [
            part
            for one in left
            for part in (
                [Span(one.start, min(one.end, span.start)), Span(max(one.start, span.end), one.end)]
                if one.meets(span)
                else [one]
            )
            if part.start < part.end
        ]
    return left
