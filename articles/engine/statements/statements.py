"""Matches to statements: the groups of quotations that report one utterance."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from articles.engine.alignment.alignment import Link, Place, link_matches, place_of
from articles.engine.alignment.lone_fragments import doubt_lone_fragments
from articles.engine.alignment.matches import Address, Match, Spot, count_words, match_quotations
from articles.engine.alignment.other_occasions import doubt_other_occasions
from articles.engine.alignment.proposals import Proposal, place_proposals
from articles.engine.alignment.sentences import Sentence
from articles.engine.alignment.translated import tell_translated
from articles.engine.alignment.verdicts import Verdict, apply_verdicts, keep_verdicts
from articles.engine.alignment.witnesses import Witness
from articles.engine.differences.differences import Status
from articles.engine.differences.fragments import FRAGMENT_WORDS
from articles.engine.statements.beyond import keep_to_statement
from articles.engine.statements.copies import Copies, SharedPassage, find_copies
from articles.engine.statements.elsewhere import joining_quotations
from articles.engine.statements.fullness import number_texts, order_by_fullness
from articles.engine.statements.inside import match_inside
from articles.engine.statements.skipped import tell_skipped

# A run of unmatched sentences shorter than this is no statement of its own but goes with its neighbour.
LEAST_SOLE_WORDS = 3
# The status of a quotation that matches none in another article.
SOLE = "sole"


class Statement(NamedTuple):
    """One utterance and the places that report it.

    `members` are the passages, in the order of the witnesses; `by_fullness` are their indices, the one
    first that prints the most of it. A quotation that holds several utterances has a member in each;
    what of it no other outlet prints is a statement of one member.
    """

    members: tuple[Place, ...]
    by_fullness: tuple[int, ...]

    @property
    def fullest(self) -> int:
        """Give the index of the member that prints the most of it."""
        return self.by_fullness[0]


class Collation(NamedTuple):
    """Everything found between the articles of one story."""

    links: tuple[Link, ...]
    statements: tuple[Statement, ...]
    copies: tuple[Copies, ...]
    shared: tuple[SharedPassage, ...] = ()


def collate(
    witnesses: Sequence[Witness], proposals: Iterable[Proposal] = (), verdicts: Iterable[Verdict] = ()
) -> Collation:
    """Compare the articles of one story. The result does not depend on their order.

    Proposals add possible matches; they take nothing from the others. Verdicts are an editor's, and hold.
    """
    matches = doubt_other_occasions(witnesses, match_quotations(witnesses))
    matches = doubt_lone_fragments(witnesses, matches)
    matches += place_proposals(witnesses, proposals, matches)
    matches += match_inside(witnesses, matches)
    decided = {verdict.pair: verdict for verdict in verdicts}
    matches = apply_verdicts(witnesses, matches, decided) if decided else matches
    groups = _join_matches(witnesses, matches)
    copies, shared = find_copies(witnesses)
    kept = [match for match in matches if match.left[0] != match.right[0] and groups.hold_both_ends(match)]
    statements = _list_statements(witnesses, groups, number_texts(witnesses, copies))
    members = [place for statement in statements for place in statement.members]
    links = list(keep_to_statement(witnesses, list(link_matches(witnesses, kept)), members))
    links = list(tell_skipped(witnesses, links))
    statements = _pass_over_joined(statements, links)
    links = tell_translated(witnesses, links)
    links = keep_verdicts(links, decided) if decided else links
    return Collation(
        links=tuple([_mark_copied(link, copies, shared) for link in links] if copies or shared else links),
        statements=statements,
        copies=copies,
        shared=shared,
    )


def _mark_copied(link: Link, copies: Sequence[Copies], shared: Sequence[SharedPassage]) -> Link:
    """Mark a link between copies of one text, or whose two ends stand inside a passage that both print."""
    if any({link.a.witness, link.b.witness} <= set(copy.witnesses) for copy in copies):
        return link._replace(copied=True)
    if _stands_in(shared, link.a, link.b.witness) and _stands_in(shared, link.b, link.a.witness):
        return link._replace(copied=True)
    return link


def _stands_in(shared: Sequence[SharedPassage], place: Place, other: int) -> bool:
    """Tell whether a place lies inside a passage that another article prints too."""
    return any(
        passage.witness == place.witness
        and other in passage.others
        and passage.span.start <= place.spans[0].start
        and place.spans[-1].end <= passage.span.end
        for passage in shared
    )


def member_statuses(found: Collation) -> tuple[tuple[str, ...], ...]:
    """Give the status of each member of each statement: the best of its links to other articles, or `SOLE`.

    A link that joins reported speech to a quotation gives no status. Words in two copies of one text are
    the same words: that they have one witness, the link says (`copied`).
    """
    ends: dict[Address, list[tuple[Place, Status]]] = defaultdict(list)
    for link in found.links:
        if not link.reported:
            for place in (link.a, link.b):
                ends[place.witness, place.quotation].append((place, link.status))

    def status_of(member: Place) -> str:
        best = {
            status
            for place, status in ends.get((member.witness, member.quotation), ())
            if any(one.meets(other) for one in place.spans for other in member.spans)
        }
        return next((status.value for status in Status if status in best), SOLE)

    return tuple(tuple(map(status_of, statement.members)) for statement in found.statements)


class _Groups:
    """Sentences joined into groups; the name of a group is its first member.

    A group is firm when it holds more than fragments.
    """

    def __init__(self, witnesses: Sequence[Witness]) -> None:
        self._witnesses = witnesses
        self._above: dict[Spot, Spot] = {}
        self._firm: set[Spot] = set()

    def is_firm(self, name: Spot) -> bool:
        """Tell whether a group holds more than fragments, or a sentence in none is more."""
        return name in self._firm if name in self._above else not self._is_fragment(name[:2])

    def _is_fragment(self, address: Address) -> bool:
        return self._witnesses[address[0]].passages[address[1]].count <= FRAGMENT_WORDS

    def find(self, spot: Spot) -> Spot | None:
        """Give the name of the group that holds a sentence, None where none does."""
        above = self._above
        if spot not in above:
            return None
        while above[spot] != spot:
            above[spot] = above[above[spot]]
            spot = above[spot]
        return spot

    def addresses(self) -> set[Address]:
        """Give the quotations of which some sentence is in a group."""
        return {spot[:2] for spot in self._above}

    def hold_both_ends(self, match: Match) -> bool:
        """Tell whether one group holds (some of) both passages of a match."""
        left, right = match.positions
        names = {self.find((*match.left, i)) for i in left} - {None}
        return any(self.find((*match.right, j)) in names for j in right)

    def join(self, spots: Iterable[Spot]) -> None:
        """Make one group of some sentences and of the groups that hold them."""
        names = {self.find(spot) or spot for spot in spots}
        first = min(names)
        if any(map(self.is_firm, names)):
            self._firm.add(first)
        for name in names:
            self._above[name] = first

    def follow(self, match: Match) -> None:
        """Join what a weak match joins, unless that would join two groups that are firm.

        Nor does a sentence follow a fragment into the group of another sentence that holds it.
        """
        names = {self.find(spot) or spot for spot in match.spots}
        firm = [name for name in names if self.is_firm(name)]
        if len(firm) > 1:
            grouped = [name for name in firm if name in self._above]
            leaders = {spot[:2] for spot in match.spots if self.find(spot) is not None}
            if len(grouped) > 1 or any(map(self._is_fragment, leaders)):
                return
        self.join(match.spots)


def _join_matches(witnesses: Sequence[Witness], matches: Sequence[Match]) -> _Groups:
    """Join the sentences of every match.

    Only sure matches of quoted passages join groups to each other; not fragments, which may stand in
    several utterances. These, reported speech and doubtful matches follow, strongest first, and go
    where their first match is.
    """
    groups = _Groups(witnesses)
    weak = []
    for match in matches:
        if match.decided or (match.sure and not match.reported and not _is_fragment(witnesses, match)):
            groups.join(match.spots)
        else:
            weak.append(match)
    for match in sorted(weak, key=lambda match: _rank(witnesses, match)):
        groups.follow(match)
    return groups


def _is_fragment(witnesses: Sequence[Witness], match: Match) -> bool:
    """Tell whether one of the two quotations is a fragment."""
    (w, q), (v, p) = match.left, match.right
    return min(witnesses[w].passages[q].count, witnesses[v].passages[p].count) <= FRAGMENT_WORDS


def _rank(witnesses: Sequence[Witness], match: Match) -> tuple[object, ...]:
    """Order weak matches by their strength, then by what they print, never by where they stand.

    What was proposed comes last, the most alike first.
    """
    printed = sorted(
        (tuple(sentence.norms for sentence in witnesses[w].sentences[q]), witnesses[w].reading.text)
        for w, q in (match.left, match.right)
    )
    proposed = match.similarity is not None, -(match.similarity or 0.0)
    return not match.sure, proposed, match.reported, -match.strength, printed


def _list_statements(
    witnesses: Sequence[Witness], groups: _Groups, texts: Sequence[int]
) -> tuple[Statement, ...]:
    """Put every sentence of every quotation into exactly one statement."""
    grouped = groups.addresses()
    statements = [
        Statement((Place(w, q, passages.spans),), (0,))
        for w, witness in enumerate(witnesses)
        for q, passages in enumerate(witness.passages)
        if passages.count and (w, q) not in grouped
    ]
    members: dict[Spot, list[tuple[Address, list[int]]]] = defaultdict(list)
    for w, q in sorted(grouped):
        for name, positions in _divide(groups, (w, q), witnesses[w].sentences[q]):
            members[name].append(((w, q), positions))
    statements.extend([_statement(witnesses, texts, found) for found in members.values()])
    return tuple(sorted(statements))


def _divide(
    groups: _Groups, address: Address, sentences: Sequence[Sentence]
) -> Iterator[tuple[Spot, list[int]]]:
    """Divide one quotation into the stretches that belong to one statement each."""
    if len(sentences) == 1:
        yield groups.find((*address, 0)) or (*address, 0), [0]
        return
    found: dict[Spot, list[int]] = {}
    names = [groups.find((*address, position)) for position in range(len(sentences))]
    beside = next((name for name in names if name is not None), None)
    for name, run in groupby(range(len(sentences)), key=names.__getitem__):
        positions = list(run)
        if name is not None:
            beside = name
            found.setdefault(name, []).extend(positions)
        elif beside is None or count_words(sentences[i] for i in positions) >= LEAST_SOLE_WORDS:
            found[(*address, positions[0])] = positions
        else:
            found.setdefault(beside, []).extend(positions)
    for name, positions in found.items():
        yield name, sorted(positions)


def _statement(
    witnesses: Sequence[Witness], texts: Sequence[int], found: Sequence[tuple[Address, list[int]]]
) -> Statement:
    """Make a statement of its stretches and tell which are the fullest."""
    ordered = sorted(found)
    members = tuple([place_of(witnesses, address, positions) for address, positions in ordered])
    if len(members) == 1:
        return Statement(members, (0,))
    wordings = [witnesses[w].passages[q].words_of(positions) for (w, q), positions in ordered]
    return Statement(members, order_by_fullness(witnesses, texts, members, wordings))


def _pass_over_joined(statements: tuple[Statement, ...], links: Iterable[Link]) -> tuple[Statement, ...]:
    """Let no quotation be the fullest version that only holds more because it joins two places."""
    rewritten = [link for link in links if link.status is Status.REWRITTEN]
    joining = {address for link in rewritten for address in joining_quotations(link)}
    if not joining:
        return statements
    ordered = []
    for found in statements:
        joined = [(place.witness, place.quotation) in joining for place in found.members]
        ordered.append(found._replace(by_fullness=tuple(sorted(found.by_fullness, key=joined.__getitem__))))
    return tuple(ordered)
