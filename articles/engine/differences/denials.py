"""Words that deny what they govern, and frames that do: deny that, refuse to, there is no evidence that."""

from articles.engine.differences.sides import Side
from articles.engine.text.lexicon import read_word_lists

_LISTS = read_word_lists("negation.txt")
_NOT = _LISTS["not"]
_DENYING_TO = _LISTS["denying_to"]
_DENYING_THAT = _LISTS["denying_that"]
_FAR = "far"
DENYING = _DENYING_TO | _DENYING_THAT | {_FAR}
# States that something is far from.
_STATES = _LISTS["states"]
# What stands between such a word and its "that": the claim, any suggestion.
_CLAIMS = _LISTS["claims"] | read_word_lists("grammar.txt")["determiners"] | {"any", "all", "such", "of"}
# Words of which it is denied with them what stands behind them: no evidence that, never said that.
_ASSERTED = _LISTS["asserted"]
_COMPLEMENTS = frozenset({"that", "whether", "if"})
_SUBJECTS = frozenset({"i", "we", "he", "she", "they", "it", "there", "you", "ever", "having"})
# Words between a negation and the denial that it turns round: cannot possibly deny.
NEAR = 3


def governs(side: Side, i: int) -> bool:
    """Tell whether a word denies what stands behind it, and is not denied itself."""
    norms = side.norms
    if not _has_complement(side, i):
        return False
    return not any(norms[j] in _NOT and not _is_parted(side, j, i) for j in range(max(0, i - NEAR), i))


def governed(side: Side, i: int) -> int | None:
    """Give the word of denial that a negation turns round: not "deny", cannot "refuse"."""
    for j in range(i + 1, min(i + 1 + NEAR, len(side.norms))):
        if side.norms[j] in DENYING and _has_complement(side, j) and not _is_parted(side, i, j):
            return j
    return None


def denying_frame(side: Side, negations: list[int], first: int, last: int) -> int | None:
    """Give where the frame begins that denies what stands behind `last`, if some words end with one."""
    if not negations or last >= len(side.norms) or side.has_marks(last):
        return None
    denial = max(negations)
    if _is_parted(side, denial, last - 1):
        return None
    asserted = side.norms[denial] in DENYING or not _ASSERTED.isdisjoint(side.norms[denial + 1 : last])
    if not asserted or (side.norms[last - 1] not in _COMPLEMENTS and side.norms[denial] not in DENYING):
        return None
    while denial > first and not side.has_marks(denial):
        denial -= 1
    return denial


def _has_complement(side: Side, i: int) -> bool:
    """Tell whether what a word of denial denies follows it: to sign, that he lied, the claim that."""
    norms = side.norms
    j = i + 1
    if j >= len(norms) or side.has_marks(j):
        return False
    if norms[i] in _DENYING_TO:
        return norms[j] == "to"
    if norms[i] == _FAR:
        state = norms[i + 2] if norms[j] == "from" and i + 2 < len(norms) else ""
        return state.endswith(("ing", "ed")) or state in _STATES
    if norms[i] not in _DENYING_THAT:
        return False
    while j < len(norms) and norms[j] in _CLAIMS and norms[j] not in _COMPLEMENTS:
        j += 1
    if j == len(norms) or _is_parted(side, i, j):
        return False
    return norms[j] in _COMPLEMENTS or (j == i + 1 and (norms[j] in _SUBJECTS or norms[j].endswith("ing")))


def _is_parted(side: Side, first: int, last: int) -> bool:
    """Tell whether a mark or the outlet's own words stand between two words."""
    return any(gap.marks or gap.broken for gap in side.gaps(first + 1, last))
