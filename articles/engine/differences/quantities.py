"""Numbers, dates and units in a change to those that stand for other ones."""

from articles.engine.differences.amounts import is_one_amount, is_one_hour
from articles.engine.differences.kinds import DifferenceKind
from articles.engine.differences.leftovers import Leftover
from articles.engine.differences.meaning import MEASURES, VAGUE, quantity_groups
from articles.engine.differences.sides import Side
from articles.engine.tokens.figures import QUANTITY, TIME, is_number
from articles.engine.tokens.stems import lemma

# Words for one time: the last year, the past year.
_GONE_BY = {"last", "past"}


def tell_numbers(words: Leftover) -> None:
    """Tell numbers, dates and units that stand for other ones."""
    if not words.pair.a.numbers and not words.pair.b.numbers:
        _tell_units(words)
        return
    a, b = words.pair.a.norms, words.pair.b.norms
    numbers_a = [i for i in words.left_a if is_number(a[i])]
    numbers_b = [j for j in words.left_b if is_number(b[j])]
    for i, j in zip(numbers_a, numbers_b, strict=False):
        if a[i].removesuffix("th") == b[j].removesuffix("th") or is_one_hour(a[i], b[j]):
            continue
        if not _drop_one_amount(words, i, j):
            words.tell_pair(DifferenceKind.NUMBER, *_with_units(words, i, j))
    spare_a, spare_b = numbers_a[len(numbers_b) :], numbers_b[len(numbers_a) :]
    for i in spare_a:
        vague = next((j for j in words.left_b if _counts(b[j], a[i])), None)
        if vague is not None and a[i] != "#1":
            words.tell_pair(DifferenceKind.NUMBER, _times(words.pair.a, i), [vague])
    for j in spare_b:
        vague = next((i for i in words.left_a if _counts(a[i], b[j])), None)
        if vague is not None and b[j] != "#1":
            words.tell_pair(DifferenceKind.NUMBER, [vague], _times(words.pair.b, j))
    _tell_units(words)


def _drop_one_amount(words: Leftover, i: int, j: int) -> bool:
    """Forget two numbers, with the unit that one of them has of its own, that are one amount."""
    for size_a, size_b in ((1, 2), (2, 1)):
        left, right = range(i, i + size_a), range(j, j + size_b)
        if not {*left} <= {*words.left_a} or not {*right} <= {*words.left_b}:
            continue
        if is_one_amount(words.pair.a, i, left.stop, words.pair.b, j, right.stop):
            words.leave_out(left, right)
            return True
    return False


def _with_units(words: Leftover, i: int, j: int) -> tuple[list[int], list[int]]:
    """Give two numbers, each with its unit where the other's is part of the number: 5 pounds, 5 kilos."""
    a, b = words.pair.a.norms, words.pair.b.norms
    left = (
        [i, i + 1] if not b[j][-1].isdigit() and i + 1 in words.left_a and quantity_groups(a[i + 1]) else [i]
    )
    right = (
        [j, j + 1] if not a[i][-1].isdigit() and j + 1 in words.left_b and quantity_groups(b[j + 1]) else [j]
    )
    return left, right


def _tell_units(words: Leftover) -> None:
    """Tell a day, a unit or a scale that stands for another of its group."""
    a, b = words.pair.a.norms, words.pair.b.norms
    if MEASURES.isdisjoint([a[i] for i in words.left_a]):
        return
    units_b = [j for j in words.left_b if quantity_groups(b[j])]
    for i in [i for i in words.left_a if quantity_groups(a[i])]:
        for j in units_b:
            if lemma(a[i]) != lemma(b[j]) and {a[i], b[j]} != _GONE_BY and _count_alike(words, i, j):
                words.tell_pair(DifferenceKind.NUMBER, [i], [j])
                units_b.remove(j)
                break


def _count_alike(words: Leftover, i: int, j: int) -> bool:
    """Tell whether two units, days or the like are of one group, or both stand behind a number."""
    a, b = words.pair.a.norms, words.pair.b.norms
    if quantity_groups(a[i]) & quantity_groups(b[j]):
        return True
    return i > 0 and j > 0 and a[i - 1][0] == b[j - 1][0] == QUANTITY


def _counts(norm: str, number: str) -> bool:
    """Tell whether a word may stand in the place of a number: many, twice, half; noon, but for twelve."""
    groups = quantity_groups(norm)
    hour = number[0] == TIME and not number.startswith(f"{TIME}12")
    return norm in VAGUE or bool(groups & {"times_as", "parts"}) or (hour and "dayparts" in groups)


def _times(side: Side, i: int) -> list[int]:
    """Give a number with the "times" behind it."""
    return [i, i + 1] if side.norms[i + 1 : i + 2] == ["times"] else [i]
