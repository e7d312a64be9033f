"""Where one quotation begins later or ends earlier than the other: shorter, a fragment, or changed."""

from collections.abc import Sequence

from articles.engine.differences.brackets import is_inserted
from articles.engine.differences.changes import Change, is_style
from articles.engine.differences.cuts import is_verb
from articles.engine.differences.dropped import (
    LONGEST_LEAD,
    SLACK,
    drops_condition,
    drops_denial,
    drops_frame,
    is_hedge,
    opening,
    tell_condition,
)
from articles.engine.differences.fillers import is_said_again
from articles.engine.differences.fragments import is_fragment_of, tells_fragment
from articles.engine.differences.hidden import weigh_hidden
from articles.engine.differences.kinds import Detail, DifferenceKind
from articles.engine.differences.meaning import WEIGHTY, quantity_groups
from articles.engine.differences.pairs import OneSided, Pair
from articles.engine.differences.sides import Side
from articles.engine.tokens.figures import is_number
from articles.engine.tokens.stems import lemma

# A word or two at the end for which the other side may print another shortly before.
LONGEST_TAIL = 2


def tell_lead(pair: Pair) -> Change | None:
    """Tell what stands before the shared words; give the words of one sentence that were changed there."""
    lead = _rest(pair, pair.comparison.lead)
    if lead is None:
        return None
    a0 = pair.a.sentence_from(lead.a0, lead.a1)
    b0 = pair.b.sentence_from(lead.b0, lead.b1)
    if a0 < lead.a1 and b0 < lead.b1 and pair.a.has_dots(lead.a1) != pair.b.has_dots(lead.b1):
        _tell_hidden_in_front(pair, lead, a0, b0)
        return None
    if a0 < lead.a1 and b0 < lead.b1:
        a0, b0 = opening(pair.a, a0, lead.a1, lead.b1 - b0), opening(pair.b, b0, lead.b1, lead.a1 - a0)
    if a0 < lead.a1 and b0 < lead.b1:
        spare = (lead.a1 - a0) - (lead.b1 - b0)
        if spare > 0 and is_fragment_of(pair.b, pair.a):
            a0 += spare
        elif spare < 0 and is_fragment_of(pair.a, pair.b):
            b0 -= spare
        if _is_added_in_front(pair, Change(a0, lead.a1, b0, lead.b1)):
            _tell_more(pair, lead)
            return None
        _tell_more(pair, Change(lead.a0, a0, lead.b0, b0))
        return Change(a0, lead.a1, b0, lead.b1)
    _tell_more(pair, lead)
    return None


def tell_trail(pair: Pair) -> Change | None:
    """Tell what stands behind the shared words; give the words of one sentence that were changed there."""
    trail = _rest(pair, pair.comparison.trail)
    if trail is None:
        return None
    a1 = pair.a.sentence_to(trail.a0, trail.a1)
    b1 = pair.b.sentence_to(trail.b0, trail.b1)
    if trail.a0 < a1 and trail.b0 < b1:
        size_a, size_b = a1 - trail.a0, b1 - trail.b0
        a1, b1 = _closing(pair.a, trail.a0, a1, size_b), _closing(pair.b, trail.b0, b1, size_a)
        if a1 - trail.a0 > b1 - trail.b0 and is_fragment_of(pair.b, pair.a):
            a1 = trail.a0 + b1 - trail.b0
        elif b1 - trail.b0 > a1 - trail.a0 and is_fragment_of(pair.a, pair.b):
            b1 = trail.b0 + a1 - trail.a0
    trail, a1, b1 = _without_hidden(pair, trail, a1, b1)
    if trail.a0 < a1 and trail.b0 < b1:
        _tell_more(pair, Change(a1, trail.a1, b1, trail.b1))
        return Change(trail.a0, a1, trail.b0, b1)
    _tell_more(pair, trail)
    return None


def _rest(pair: Pair, edge: Change) -> Change | None:
    """Give what of an edge is neither moved nor style; tell it, where it is several pieces of one side."""
    if not pair.comparison.moves:
        return None if edge.is_nothing or is_style(pair.a, pair.b, edge) else edge
    rests = [
        rest for rest in pair.comparison.rest(edge, pair.a, pair.b) if not is_style(pair.a, pair.b, rest)
    ]
    if len(rests) > 1:
        for rest in rests:
            _tell_more(pair, rest)
        return None
    return None if not rests or rests[0].is_nothing else rests[0]


def _tell_hidden_in_front(pair: Pair, lead: Change, a0: int, b0: int) -> None:
    """Tell what the dots in front of the shared words leave out of their sentence, and what stands before.

    What the side with the dots prints before them stands for nothing of it.
    """
    here = pair.a.has_dots(lead.a1)
    place = Change(lead.a1, lead.a1, b0, lead.b1) if here else Change(a0, lead.a1, lead.b1, lead.b1)
    cut = pair.one_sided(place)
    if cut is not None:
        cut.tell_at_dots(weigh_hidden(cut.side, cut.meaning, cut.first, cut.last))
    _tell_more(pair, Change(lead.a0, lead.a1, lead.b0, b0) if here else Change(lead.a0, a0, lead.b0, lead.b1))


def _without_hidden(pair: Pair, trail: Change, a1: int, b1: int) -> tuple[Change, int, int]:
    """Tell what the dots behind the shared words leave out, where words follow them.

    Give the rest, and where on either side the words end that stand for each other in it.
    """
    a0, b0 = trail.a0, trail.b0
    dots_a, dots_b = pair.a.has_dots(a0), pair.b.has_dots(b0)
    if dots_a == dots_b or a0 == trail.a1 or b0 == trail.b1:
        return trail, a1, b1
    size = _same_ending(pair.a.norms[a0:a1], pair.b.norms[b0:b1])
    place = Change(a0, a0, b0, b1 - size) if dots_a else Change(a0, a1 - size, b0, b0)
    cut = pair.one_sided(place)
    if cut is None:
        return trail, a1, b1
    cut.tell_at_dots(weigh_hidden(cut.side, cut.meaning, cut.first, cut.last))
    rest = Change(place.a1, trail.a1, place.b1, trail.b1)
    return (rest, a1, b1) if size else (rest, rest.a0, rest.b0)


def _same_ending(one: Sequence[str], other: Sequence[str]) -> int:
    """Give how many words end both, where the shorter stands as a whole for as many words of the longer.

    "… at 3 a.m." behind dots stands for the "at 4 a.m." at the end, which the dots do not hide.
    """
    size = min(len(one), len(other))
    ends = zip(one[len(one) - size :], other[len(other) - size :], strict=True)
    alike = any(x == y or (x[0] == y[0] and is_number(x)) for x, y in ends)
    return size if alike and len(one) != len(other) else 0


def _is_added_in_front(pair: Pair, change: Change) -> bool:
    """Tell a bracket that only one side puts in front of the shared words, where the other has a sentence."""
    words_a, words_b = range(change.a0, change.a1), range(change.b0, change.b1)
    if is_inserted(pair.a, pair.b, words_a, words_b):
        added = Change(change.a0, change.a1, change.b1, change.b1)
    elif is_inserted(pair.b, pair.a, words_b, words_a):
        added = Change(change.a1, change.a1, change.b0, change.b1)
    else:
        return False
    pair.tell(DifferenceKind.BRACKET, added, Detail.CLARIFIED)
    return True


def _closing(side: Side, first: int, last: int, other: int) -> int:
    """Give where the words end that stand for the other side's `other` words: before a closing phrase."""
    for place in range(first + 1, last):
        if side.has_marks(place) and last - place > other and place - first <= other + SLACK:
            return place
    return last


def _tell_more(pair: Pair, change: Change) -> None:
    """Tell that one side, or each, prints more at an edge."""
    more = pair.one_sided(change)
    if more is None:
        if change.a0 < change.a1:
            pair.tell(DifferenceKind.SHORTER, change)
        return
    run = pair.comparison.runs[0]
    behind = more.place > (run.a if more.barer is pair.a else run.b)
    if more.side.bracketed.issuperset(more.words):
        more.tell(DifferenceKind.BRACKET, Detail.CLARIFIED)
        if more.meaning.negations(more.words):
            more.tell(DifferenceKind.NEGATION)
        return
    if more.goes_with_bracket or tells_fragment(more, behind):
        return
    if not behind and _is_begun_again(more):
        more.tell(DifferenceKind.WORDING)
    elif _is_turned_round(more):
        if more.side.content(more.words):
            more.tell(DifferenceKind.WORDING)
    elif behind and drops_condition(more):
        tell_condition(more)
    elif is_hedge(more):
        more.tell(DifferenceKind.CERTAINTY)
    elif drops_denial(more) or (not behind and drops_frame(more)):
        return
    else:
        more.tell(DifferenceKind.SHORTER, weigh_hidden(more.side, more.meaning, more.first, more.last))


def _is_begun_again(more: OneSided) -> bool:
    """Tell whether a speaker only begins the same sentence twice: "We, you know, we opened the gate"."""
    again = is_said_again(more.side.norms, more.first, more.last)
    return again and not more.side.is_parted(more.first, more.last + 1)


def _is_turned_round(more: OneSided) -> bool:
    """Tell whether most of what is left out of a sentence stands in another form in what the other changed.

    So it is where one side turns a sentence round: "The guards beat the men", "The men were beaten by
    the guards".
    """
    if more.side.is_parted(more.first, more.last):
        return False
    if not more.pair.moved(more.side).isdisjoint(more.words):
        return True
    if _is_exchanged(more) or _is_exchanged_behind(more):
        return True
    changed = more.pair.changed_lemmas(more.barer)
    if not changed:
        return False
    words = more.side.content(more.words) or more.words
    return 2 * len([i for i in words if lemma(more.side.norms[i]) in changed]) > len(words)


def _is_exchanged_behind(more: OneSided) -> bool:
    """Tell whether the other side prints words for these shortly before: judge harshly, be a stern judge."""
    barer, changes = more.barer, more.pair.comparison.changes
    if more.place < len(barer.tokens) or len(more.words) > LONGEST_TAIL or more.side.has_marks(more.first):
        return False
    if more.side.gap(more.first).dots or more.barer.gap(more.place).dots:
        return False
    if any(is_number(norm) or quantity_groups(norm) for norm in more.norms):
        return False
    first, last = (0, 2) if more.side is more.pair.a else (2, 0)
    near = [
        change
        for change in changes
        if change[first] == change[first + 1] and change[last + 1] >= len(barer.tokens) - LONGEST_LEAD
    ]
    return any(barer.content(range(change[last], change[last + 1])) for change in near)


def _is_exchanged(more: OneSided) -> bool:
    """Tell whether the other side prints words for these a little further on: It took him, He needed."""
    if more.place or len(more.words) > LONGEST_LEAD - 1 or not more.pair.comparison.changes:
        return False
    here = more.side is more.pair.a
    a0, a1, b0, b1 = more.pair.comparison.changes[0]
    start, mine, others = (b0, a1 - a0, b1 - b0) if here else (a0, b1 - b0, a1 - a0)
    if mine or not others or start > LONGEST_LEAD - 1 or more.barer.sentence_start(start):
        return False
    if more.meaning.negations(more.words) or more.meaning.classes_of(more.words) & WEIGHTY:
        return False
    return any(map(is_verb, more.norms)) and any(map(is_verb, more.barer.norms[start : start + others]))
