"""Links to statements: the groups of quotations that report one utterance."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from articles.engine.alignment import Link, Match, Place, Witness, link_match, match_quotations
from articles.engine.copies import Copies, find_copies
from articles.engine.differences import Status
from articles.engine.sentences import Sentence

# A run of unlinked sentences shorter than this is no statement of its own but goes with its neighbour.
LEAST_SOLE_WORDS = 3


@dataclass(frozen=True, slots=True)
class Statement:
    """One utterance and the places that report it.

    `members` are the passages, in the order of the witnesses; `fullest` is the index of the member
    that prints the most of it. A quotation that holds several utterances has a member in each; what
    of it no other outlet prints is a statement of one member.
    """

    members: tuple[Place, ...]
    fullest: int


@dataclass(frozen=True, slots=True)
class Collation:
    """Everything found between the articles of one story."""

    links: tuple[Link, ...]
    statements: tuple[Statement, ...]
    copies: tuple[Copies, ...]


def collate(witnesses: Sequence[Witness]) -> Collation:
    """Compare the articles of one story. The result does not depend on their order."""
    matches = match_quotations(witnesses)
    links = tuple(link_match(witnesses, match) for match in matches if match.left[0] != match.right[0])
    return Collation(links, group_statements(witnesses, matches), find_copies(witnesses))


# A sentence in its place: witness, quotation, position.
Spot = tuple[int, int, int]


class _Groups:
    """Sentences joined into groups; the name of a group is its smallest member."""

    def __init__(self) -> None:
        self._above: dict[Spot, Spot] = {}

    def find(self, spot: Spot) -> Spot:
        """Give the name of the group that holds a sentence."""
        above = self._above
        above.setdefault(spot, spot)
        while above[spot] != spot:
            above[spot] = above[above[spot]]
            spot = above[spot]
        return spot

    def join(self, a: Spot, b: Spot) -> None:
        """Make one group of two."""
        a, b = sorted((self.find(a), self.find(b)))
        self._above[b] = a


def group_statements(witnesses: Sequence[Witness], matches: Sequence[Match]) -> tuple[Statement, ...]:
    """Put every sentence of every quotation into exactly one statement."""
    quoted = {
        (w, q): sentences
        for w, witness in enumerate(witnesses)
        for q, sentences in enumerate(witness.sentences)
    }
    groups = _Groups()
    linked: set[Spot] = set()
    for match in matches:
        if match.sure:
            spots = [(*match.left, i) for i, _ in match.pairs] + [(*match.right, j) for _, j in match.pairs]
            linked.update(spots)
            for spot in spots[1:]:
                groups.join(spots[0], spot)
    members: dict[Spot, list[tuple[int, int, tuple[int, ...]]]] = defaultdict(list)
    for (w, q), sentences in quoted.items():
        for run in _quotation_runs(groups, linked, w, q, sentences):
            members[groups.find((w, q, run[0]))].append((w, q, run))
    return tuple(_statement(quoted, found) for _, found in sorted(members.items()))


def _quotation_runs(
    groups: _Groups, linked: set[Spot], w: int, q: int, sentences: Sequence[Sentence]
) -> Iterator[tuple[int, ...]]:
    """Divide one quotation into the stretches that belong to one statement each."""
    runs: dict[object, list[int]] = {}
    last: object = None
    for position in range(len(sentences)):
        spot = (w, q, position)
        if spot in linked:
            last = groups.find(spot)
        elif not isinstance(last, int):
            last = position
        runs.setdefault(last, []).append(position)
    for run in runs.values():
        yield tuple(run)


def _statement(
    quoted: dict[tuple[int, int], tuple[Sentence, ...]],
    found: Iterable[tuple[int, int, tuple[int, ...]]],
) -> Statement:
    """Make a statement of its stretches and tell which is the fullest."""
    places, sizes = [], []
    for w, q, run in sorted(found):
        chosen = [quoted[w, q][position] for position in run]
        places.append(Place(w, q, tuple(span for sentence in chosen for span in sentence.spans)))
        sizes.append((-sum(len(s.tokens) for s in chosen), tuple(s.norms for s in chosen)))
    return Statement(tuple(places), min(range(len(places)), key=sizes.__getitem__))


SOLE = "sole"


def status_of_member(found: Collation, statement: int, member: int) -> str:
    """Give the status of one member: the best of its links to other articles, or `SOLE`.

    A link that joins reported speech to a quotation gives no status.
    """
    place = found.statements[statement].members[member]
    best = {link.status for link in found.links if not link.reported and _touches(link, place)}
    return next((status.value for status in Status if status in best), SOLE)


def _touches(link: Link, place: Place) -> bool:
    """Tell whether a link is about (a part of) a place."""
    return any(
        (end.witness, end.quotation) == (place.witness, place.quotation) and set(end.spans) & set(place.spans)
        for end in (link.a, link.b)
    )
