"""Words that an outlet puts in [brackets]: beside what was said, or in its place."""

from articles.engine.differences.changes import Change
from articles.engine.differences.cuts import is_verb
from articles.engine.differences.kinds import Detail, DifferenceKind
from articles.engine.differences.pairs import Pair
from articles.engine.differences.sides import ARTICLES, Side
from articles.engine.text.lexicon import read_word_lists
from articles.engine.tokens.stems import lemma

# Words of a note in round brackets; what is longer, or holds a verb, was rather said.
LONGEST_NOTE = 4
_LISTS = read_word_lists("grammar.txt")
_POSSESSIVES = frozenset({"my", "our", "your", "his", "her", "its", "their"})


def tell_brackets(pair: Pair, change: Change) -> Change | None:
    """Tell brackets within a change; give what of the change is left to explain."""
    if not (pair.a.bracketed or pair.b.bracketed or pair.a.rounded or pair.b.rounded):
        return change
    change_b = _tell_side(pair, change, pair.a, pair.b, flipped=False)
    if change_b is None:
        return None
    return _tell_side(pair, change_b, pair.b, pair.a, flipped=True)


def is_inserted(side: Side, other: Side, words: range, others: range) -> bool:
    """Tell whether a bracket in front of a quotation stands for none of the other side's words.

    It stands for a name or a noun, not for the subject and verb of a sentence.
    """
    if not words or not side.bracketed.issuperset(words):
        return False
    return _has_verb(other, others) and not _has_verb(side, words)


def _has_verb(side: Side, words: range) -> bool:
    """Tell whether some words hold a verb; what stands behind "our" or "the" is a noun."""
    return any(
        is_verb(side.norms[i]) and not (i > words.start and side.norms[i - 1] in _LISTS["determiners"])
        for i in words
    )


def _tell_side(pair: Pair, change: Change, side: Side, other: Side, flipped: bool) -> Change | None:
    first, last, other_first, other_last = (change.b0, change.b1, change.a0, change.a1) if flipped else change
    inside = [i for i in range(first, last) if i in side.bracketed]
    rounded = [] if inside else _note(side, first, last, other, other_first, other_last)
    inside = inside or rounded
    if not inside:
        return change
    outside = [i for i in range(first, last) if i not in inside]
    others = list(range(other_first, other_last))
    stands_for = (
        [j for j in others if side.norms[inside[0]] != other.norms[j]]
        if not outside
        else _pointers(other, others, len(outside))
    )
    detail = Detail.ROUND if rounded else _detail(side, inside, other, stands_for)
    place = Change(
        inside[0],
        inside[-1] + 1,
        min(stands_for, default=other_first),
        max(stands_for, default=other_first - 1) + 1,
    )
    pair.tell(DifferenceKind.BRACKET, _turn(place, flipped), detail)
    left = [j for j in others if j not in stands_for]
    if not outside or not (left or side.content(outside)):
        return None
    rest = Change(
        outside[0],
        outside[-1] + 1,
        left[0] if left else other_first,
        left[-1] + 1 if left else other_first,
    )
    return _turn(rest, flipped)


def _note(side: Side, first: int, last: int, other: Side, other_first: int, other_last: int) -> list[int]:
    """Give the words that only one side puts in round brackets, where they are a note and not an aside.

    Some outlets, which have no square brackets, print what they put in so: "these (local) people".
    """
    inside = [i for i in range(first, last) if i in side.rounded]
    if len(inside) > LONGEST_NOTE or any(is_verb(side.norms[i]) for i in inside):
        return []
    if any(j in other.rounded for j in range(other_first, other_last)):
        return []
    # A note stands there as a whole: of an aside that both sides print only some words are changed.
    return [] if inside and (inside[0] - 1 in side.rounded or inside[-1] + 1 in side.rounded) else inside


def _turn(change: Change, flipped: bool) -> Change:
    return Change(change.b0, change.b1, change.a0, change.a1) if flipped else change


def _pointers(other: Side, words: list[int], outside: int) -> list[int]:
    """Give the pronoun among some words: what a bracket next to `outside` other changed words stands for.

    With "my" go the words behind it that are more than those: [Mr Pryce] will, for "my client may".
    """
    found = [j for j in words if other.norms[j] in _LISTS["pronouns"]][:1]
    if found and other.norms[found[0]] in _POSSESSIVES:
        return words[words.index(found[0]) : max(len(words) - outside, words.index(found[0]) + 1)]
    return found


def _detail(side: Side, inside: list[int], other: Side, stands_for: list[int]) -> Detail:
    """Tell whether a bracket stands beside what was said or for other words, pronouns among them."""
    kept = {lemma(side.norms[i]) for i in inside} | ARTICLES
    replaced = any(lemma(other.norms[j]) not in kept for j in stands_for)
    return Detail.REPLACED if replaced else Detail.CLARIFIED
