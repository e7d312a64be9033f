"""Two aligned passages to the differences between them."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from articles.engine.differences.brackets import tell_brackets
from articles.engine.differences.changes import Change, is_style
from articles.engine.differences.contrasts import says_otherwise
from articles.engine.differences.cuts import divide_at_clause, divide_at_dots, tell_missing
from articles.engine.differences.dividing import divide_at_sentence
from articles.engine.differences.dropped import JOINING
from articles.engine.differences.edges import tell_lead, tell_trail
from articles.engine.differences.fragments import tell_inflected
from articles.engine.differences.kinds import GRAVITY, Detail, Difference, DifferenceKind, Passage, Status
from articles.engine.differences.meaning import NEGATIONS, RAISING, Meaning
from articles.engine.differences.pairs import Pair
from articles.engine.differences.punctuation import tell_punctuation
from articles.engine.differences.replacements import tell_replaced
from articles.engine.differences.sics import tell_sics
from articles.engine.differences.sides import Side
from articles.engine.tokens.gaps import Gap
from articles.engine.tokens.stems import lemma

__all__ = ["Detail", "Difference", "DifferenceKind", "Passage", "Status", "find_differences", "status_of"]

# Kinds that leave the words as they were said: an honest cut, another name, other marks.
_HONEST = frozenset(
    {
        DifferenceKind.SPEAKER,
        DifferenceKind.ELLIPSIS,
        DifferenceKind.SHORTER,
        DifferenceKind.FRAGMENT,
        DifferenceKind.PUNCTUATION,
    }
)
# Words that a denial in front of them denies too.
_ANYTHING = frozenset({"any", "anything", "anybody", "anyone", "anywhere", "ever", "either"})
# Words that deny by themselves what an auxiliary in front of them may deny besides: ain't never.
_CONCORD = NEGATIONS & {"never", "hardly", "scarcely", "barely", "no", "none", "nothing", "nobody", "noone"}
# Shared words between a negation here and one there, up to which it is one negation in another place.
NEAR = 4


def find_differences(a: Passage, b: Passage, same_speaker: bool | None = None) -> tuple[Difference, ...]:
    """Find every difference between two aligned passages, gravest first, then in reading order.

    Exchanging a and b exchanges the places of every difference and nothing else.
    """
    return compare_passages(Meaning(Side(a)), Meaning(Side(b)), same_speaker)


def compare_passages(a: Meaning, b: Meaning, same_speaker: bool | None = None) -> tuple[Difference, ...]:
    """Find the differences between two passages whose words are marked already."""
    if not a.side.words or not b.side.words:
        return ()
    if not _comes_first(b.side, a.side):
        return tuple(_list_differences(Pair(a, b), same_speaker))
    return tuple(
        [
            Difference(kind, place_a, place_b, detail)
            for kind, place_b, place_a, detail in _list_differences(Pair(b, a), same_speaker)
        ]
    )


def _list_differences(pair: Pair, same_speaker: bool | None) -> list[Difference]:
    """List every difference of a pair, gravest first, then in reading order."""
    if same_speaker is False:
        pair.tell(DifferenceKind.SPEAKER, Change(pair.a.first, pair.a.last, pair.b.first, pair.b.last))
    _tell_words(pair)
    _tell_joined(pair)
    tell_sics(pair)
    tell_punctuation(pair)
    if len(pair.found) < 2:
        return pair.found
    return sorted(dict.fromkeys(pair.found), key=lambda d: (GRAVITY[d.kind], d.a, d.b))


def status_of(differences: Iterable[Difference]) -> Status:
    """Tell whether a match with these differences is word for word or reworded."""
    return Status.VERBATIM if all(map(_is_honest, differences)) else Status.REWRITTEN


def _is_honest(difference: Difference) -> bool:
    if difference.kind == DifferenceKind.BRACKET:
        return difference.detail == Detail.CLARIFIED
    return difference.kind in _HONEST


def _comes_first(a: Side, b: Side) -> bool:
    """Tell which of two passages is read first, whichever comes as a."""
    if a.words != b.words:
        return a.words < b.words
    places_a = [(token.start, token.end) for token in a.tokens[a.first : a.last]]
    places_b = [(token.start, token.end) for token in b.tokens[b.first : b.last]]
    return (a.text, places_a) < (b.text, places_b)


def _tell_words(pair: Pair) -> None:
    """Tell every change of words: at the edges, between shared words, and moved ones."""
    changes: list[Change] = []
    if not pair.comparison.runs and tell_inflected(pair):
        return
    if pair.comparison.runs:
        changes = [change for change in (tell_lead(pair), tell_trail(pair)) if change is not None]
    changes = [change for change in changes if not is_style(pair.a, pair.b, change)]
    changes.extend(_changes_between(pair))
    pair.note_changed(changes)
    denied = _denials(pair, changes)
    if denied:
        changes.sort(key=lambda change: change not in denied)
    for change in changes:
        left = tell_brackets(pair, change)
        if left != change and change in denied and not (left and _denials(pair, [left])):
            pair.tell(DifferenceKind.NEGATION, change)  # will [not] leave, [did not] leave
        elif left is not None:
            left = left if left == change else _without_same(pair, left)
            _tell_change(pair, left, change in denied)
    _tell_moves(pair)


def _changes_between(pair: Pair) -> Sequence[Change]:
    """Give what is changed between the shared words, but for what is moved, and within moved passages."""
    comparison = pair.comparison
    if not comparison.moves:
        return comparison.changes
    rests = (rest for change in comparison.changes for rest in comparison.rest(change, pair.a, pair.b))
    holes = (_without_same(pair, hole) for move in comparison.moves for hole in move.holes)
    return [change for change in (*rests, *holes) if not is_style(pair.a, pair.b, change)]


def _without_same(pair: Pair, change: Change) -> Change:
    """Take from a change the words with which both sides begin and end it, once its brackets are told."""
    a0, a1, b0, b1 = change
    norms_a, norms_b = pair.a.norms, pair.b.norms
    while a0 < a1 and b0 < b1 and norms_a[a0] == norms_b[b0]:
        a0, b0 = a0 + 1, b0 + 1
    while a0 < a1 and b0 < b1 and norms_a[a1 - 1] == norms_b[b1 - 1]:
        a1, b1 = a1 - 1, b1 - 1
    return Change(a0, a1, b0, b1)


def _tell_change(pair: Pair, change: Change, denied: bool) -> None:
    """Tell one change, in the parts into which the dots of one side or the sentences of both divide it."""
    one_sided = pair.one_sided(change)
    if one_sided is not None:
        tell_missing(one_sided, denied)
        return
    parts = _divide(pair, change) if change.size > 2 else None
    if parts is None:
        tell_replaced(pair, change, denied)
        return
    for part in parts:
        _tell_change(pair, part, denied and bool(_denials(pair, [part])))


def _divide(pair: Pair, change: Change) -> list[Change] | None:
    """Divide a change of several words into its parts, if it has any; those of style are none to tell."""
    parts = divide_at_dots(pair, change) or divide_at_sentence(pair, change)
    if parts is not None:
        return [part for part in parts if not is_style(pair.a, pair.b, part)]
    return divide_at_clause(pair, change)


def _denials(pair: Pair, changes: Sequence[Change]) -> set[Change]:
    """Give the changes in which one side denies what the other states.

    A negation that only stands elsewhere in the same sentence ("I don't think he will", "I
    think he won't") is none.
    """
    if not pair.meaning_a.denying and not pair.meaning_b.denying:
        return set()
    balance: list[tuple[Change, int]] = []
    for change in changes:
        a, b = range(change.a0, change.a1), range(change.b0, change.b1)
        count_a, count_b = len(pair.meaning_a.negations(a)), len(pair.meaning_b.negations(b))
        if bool(count_a) == bool(count_b) or _is_doubled(pair, change, count_b == 0):
            continue
        left, right = (pair.meaning_a, a), (pair.meaning_b, b)
        if not (says_otherwise(*left, *right) if count_a else says_otherwise(*right, *left)):
            balance.append((change, 1 if count_a else -1))
    denied = {change for change, _ in balance}
    for (one, sign), (other, opposite) in pairwise(balance):
        if sign != opposite and one in denied and _is_one_negation(pair, one, other):
            denied -= {one, other}
    return denied


def _is_doubled(pair: Pair, change: Change, by_a: bool) -> bool:
    """Tell whether a denial only doubles one that both sides print.

    A "no" stands for an "any" where both are denied before (ain't got no, haven't got any), or a "not" beside
    a "never" (ain't never, have never).
    """
    left, right = pair.a.norms[change.a0 : change.a1], pair.b.norms[change.b0 : change.b1]
    plain, denied = (right, left) if by_a else (left, right)
    if _denies_anyway(pair.a, change.a1) and _denies_anyway(pair.b, change.b1):
        return True
    if not plain or not _ANYTHING.issuperset({*plain} - {*denied}):
        return False
    return all(
        meaning.negations(range(meaning.side.sentence_start(start), start))
        for meaning, start in ((pair.meaning_a, change.a0), (pair.meaning_b, change.b0))
    )


def _denies_anyway(side: Side, i: int) -> bool:
    """Tell whether token `i`, in the clause of the one before it, denies by itself: "never", "nobody"."""
    return i < len(side.norms) and side.norms[i] in _CONCORD and not side.has_marks(i)


def _is_one_negation(pair: Pair, one: Change, other: Change) -> bool:
    """Tell whether a negation in one change and one in the next are the same negation, moved."""
    first, second = sorted((one, other))
    if any(gap.ends or gap.marks for gap in pair.a.gaps(first.a1, second.a0)):
        return False
    between = range(first.a1, second.a0)
    return len(between) <= NEAR or any(lemma(pair.a.norms[i]) in RAISING for i in between)


def _tell_moves(pair: Pair) -> None:
    """Tell words printed in another order, and whole sentences in another order."""
    moves = pair.comparison.moves
    for move in moves:
        change = move.place
        if len(moves) > 1 and not pair.a.content(range(change.a0, change.a1)):
            continue  # an "and" that stands elsewhere only because what it joins does
        whole = all(
            _opens_sentence(side, first) and side.ends_sentence(last)
            for side, first, last in ((pair.a, change.a0, change.a1), (pair.b, change.b0, change.b1))
        )
        if whole:
            pair.tell(DifferenceKind.STITCHED, change, Detail.REVERSED)
        else:
            pair.tell(DifferenceKind.ORDER, change)


def _opens_sentence(side: Side, i: int) -> bool:
    """Tell whether a sentence begins with token `i`, or with an "and" in front of it."""
    return side.begins_sentence(i) or (side.norms[i - 1] in JOINING and side.begins_sentence(i - 1))


def _tell_joined(pair: Pair) -> None:
    """Tell two places that one side prints as if they followed each other."""
    if not pair.a.parted and not pair.b.parted:
        return
    for (i, j), (k, m) in pairwise(pair.comparison.kept):
        left, right = list(pair.a.gaps(i + 1, k)), list(pair.b.gaps(j + 1, m))
        if _joins(left, right) or _joins(right, left):
            pair.tell(DifferenceKind.STITCHED, Change(i, k + 1, j, m + 1), Detail.JOINED)


def _joins(one: Sequence[Gap], other: Sequence[Gap]) -> bool:
    """Tell whether one side prints as following each other what the other prints in two places."""
    return any(gap.apart for gap in other) and not any(gap.broken or gap.dots for gap in one)
