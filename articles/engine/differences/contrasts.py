"""Words that one side prints beside its denial to whether the other side's say the same, or another thing."""

from collections.abc import Sequence

from articles.engine.differences.cuts import is_verb
from articles.engine.differences.denials import DENYING
from articles.engine.differences.meaning import NEGATIONS, Meaning, are_contraries, are_turned
from articles.engine.differences.sides import Side
from articles.engine.tokens.stems import lemma, stem

# Denials that are a whole object: did "nothing", saw "nobody".
_NOTHING = frozenset({"nothing", "nobody", "noone", "none", "nowhere"})
# Classes whose words answer such an object: everything, somebody.
_ANSWERS = frozenset({"some", "any", "all", "both", "always", "many"})


def says_otherwise(denying: Meaning, words: Sequence[int], plain: Meaning, others: Sequence[int]) -> bool:
    """Tell whether a denial is none of what the other side prints in its place."""
    return (
        _are_turned(denying, words, plain, others)
        or _is_softened(denying, words, plain, others)
        or _is_other_deed(denying, words, plain, others)
    )


def denies_contrary(one: str, other: str) -> bool:
    """Tell whether one of two words denies what the other states: to reject, to accept."""
    return (one in DENYING) != (other in DENYING) and are_contraries(one, other)


def turn_denied(
    a: Side,
    denials_a: list[int],
    left_a: Sequence[int],
    b: Side,
    denials_b: list[int],
    left_b: Sequence[int],
) -> tuple[list[int], list[int]]:
    """Give which words of both sides deny; where one denies the other's word of denial, its "not" does."""
    if {lemma(a.norms[i]) for i in denials_a} & {lemma(b.norms[j]) for j in left_b}:
        return [], [j for j in left_b if b.norms[j] in NEGATIONS] or denials_b
    if {lemma(b.norms[j]) for j in denials_b} & {lemma(a.norms[i]) for i in left_a}:
        return [i for i in left_a if a.norms[i] in NEGATIONS] or denials_a, []
    return denials_a, denials_b


def _are_turned(denying: Meaning, words: Sequence[int], plain: Meaning, others: Sequence[int]) -> bool:
    """Tell whether a word is turned round beside a denial, so that both say the same: not unlikely."""
    denials = denying.negations(words)
    left = [denying.side.norms[i] for i in words if i not in denials]
    right = [plain.side.norms[j] for j in others]
    return are_turned(left, right)


def _is_softened(denying: Meaning, words: Sequence[int], plain: Meaning, others: Sequence[int]) -> bool:
    """Tell whether the other side says no without a negation, in a word that is not itself denied here.

    So does "refused", for "would not"; "stopped" does not, for "failed to stop".
    """
    soft = plain.soft_negations(others)
    if not soft:
        return False
    denied = {stem(denying.side.norms[i]) for i in words}
    return any(stem(plain.side.norms[j]) not in denied for j in soft)


def _is_other_deed(denying: Meaning, words: Sequence[int], plain: Meaning, others: Sequence[int]) -> bool:
    """Tell whether one side prints another verb than the one whose object is denied: did nothing, laughed."""
    norms = denying.side.norms
    if not all(norms[i] in _NOTHING for i in denying.negations(words)):
        return False
    verbs = [i for i in words if is_verb(norms[i])]
    matter = plain.side.content(others)
    if not verbs or not matter or plain.classes_of(others) & _ANSWERS:
        return False
    return {lemma(norms[i]) for i in words}.isdisjoint(lemma(plain.side.norms[j]) for j in others)
