"""Names to those that may be one person's under two spellings, for an editor to decide."""

from collections import defaultdict
from collections.abc import Iterable

from articles.engine.attribution.person_names import (
    Name,
    compare_names,
    is_spelling,
    is_stated,
    parse_name,
    sound_of,
)


def propose_same(names: Iterable[str], before: Iterable[str] = ()) -> tuple[tuple[str, str], ...]:
    """Give the pairs of names that may be one person under two spellings.

    `before` are names that were looked through before: no two of them are paired again. Two spellings
    of one name have family names that begin with one sound.
    """
    new = sorted(set(names))
    known: dict[str, list[str]] = defaultdict(list)
    for name in sorted(set(before) - set(new)):
        known[_initial(name)].append(name)
    pairs = []
    for name in new:
        same = known[_initial(name)]
        pairs += [(min(name, other), max(name, other)) for other in same if may_be_spellings(name, other)]
        same.append(name)
    return tuple(sorted(pairs))


def _initial(name: str) -> str:
    return sound_of(parse_name(name).last)


def may_be_spellings(a: str, b: str) -> bool:
    """Tell whether two names cannot be told apart and are alike enough to be worth proposing."""
    if compare_names(a, b) is not None or not (is_stated(a) and is_stated(b)):
        return False
    one, other = parse_name(a), parse_name(b)
    if one.is_body or other.is_body or not one.parts or not other.parts:
        return False
    return (len(one.parts) > 1 and len(other.parts) > 1) or is_spelling(one.last, other.last)


def say_likeness(a: str, b: str) -> str:
    """Say why two names may be one person's."""
    one, other = parse_name(a), parse_name(b)
    if one.parts == other.parts:
        return "one name, and titles of a man and of a woman"
    if min(len(one.parts), len(other.parts)) < 2:
        return "family names that may be spellings of one"
    if one.last != other.last:
        return "one first name, and family names that may be spellings of one"
    return f"one family name, and {_say_first_names(one, other)}"


def _say_first_names(one: Name, other: Name) -> str:
    """Say what two different names before one family name have in common."""
    a, b = one.parts[0], other.parts[0]
    if a == b:
        return "one first name, with other middle names"
    if 1 in (len(a), len(b)):
        return "an initial of the first name"
    if is_spelling(a, b):
        return "first names that may be spellings of one"
    return "a middle name of one is the first of the other"


def choose_fuller(a: str, b: str) -> str:
    """Choose the name that says more: of more parts, or else the longer one; the first by letter if equal."""
    return min(
        (a, b), key=lambda name: (-len(parse_name(name).parts), -len("".join(parse_name(name).parts)), name)
    )
