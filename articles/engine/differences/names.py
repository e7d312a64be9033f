"""Words of a passage to the proper names among them."""

from collections.abc import Iterable
from itertools import combinations

from articles.engine.differences.meaning import quantity_groups
from articles.engine.differences.sides import STOP_WORDS, Side
from articles.engine.text.lexicon import read_word_lists
from articles.engine.tokens.figures import is_number
from articles.engine.tokens.stems import lemma

_COMMON = frozenset().union(*read_word_lists("common_words.txt").values())
_COMMON_LEMMAS = frozenset(map(lemma, _COMMON))
_LISTS = read_word_lists("names.txt")
_GROUPS = (*_LISTS["renamed"], *_LISTS["adjectives"], *read_word_lists("people.txt")["nicknames"])
# Pairs of names of one person, place or body: Bob and Robert, Burma and Myanmar, France and French.
_FORMS = frozenset(
    frozenset(map(lemma, pair)) for group in _GROUPS for pair in combinations(group.split("/"), 2)
)
# Roles are printed with a capital in front of a name, and another role is no other name.
_ROLES = read_word_lists("grammar.txt")["roles"]

# Those that are bodies: with a capital they are a name where the other side prints one, the Senate.
_BODIES = frozenset({"department", "government", "house", "court", "council", "committee", "congress"})


def find_names(side: Side, indices: Iterable[int]) -> list[int]:
    """Give those of some tokens that are parts of proper names."""
    capitals = [i for i in indices if i in side.capitals]
    if not capitals:
        return capitals
    if side.is_headline:
        return [i for i in capitals if _is_unknown(side, i)]
    names = [i for i in capitals if _is_name(side, i)]
    if names and names[0] - 1 in capitals and may_be_name(side, names[0] - 1):
        names.insert(0, names[0] - 1)  # Credit Suisse, opening a sentence
    return names


def may_be_name(side: Side, i: int) -> bool:
    """Tell whether a word may be a name that is a word besides: Reform, the House, of Justice."""
    norm = side.norms[i]
    plain = norm in STOP_WORDS or is_number(norm) or norm in _ROLES or norm.endswith(("s", "ly"))
    if norm in _BODIES or (norm in _ROLES and i and side.norms[i - 1] == "of"):
        return side.form(i)[:1].isupper() and not side.begins_sentence(i)
    return side.begins_sentence(i) and side.form(i)[:1].isupper() and not plain


def _is_name(side: Side, i: int) -> bool:
    norm = side.norms[i]
    form = side.form(i).lstrip("[")
    if not form[:1].isupper() or norm in STOP_WORDS or is_number(norm) or norm in _ROLES:
        return False
    if quantity_groups(norm) & {"weekdays", "months"}:
        return False
    if side.begins_sentence(i) or _is_opened(side, i):
        return _is_unknown(side, i)
    return True


def _is_unknown(side: Side, i: int) -> bool:
    """Tell whether a word is none of those that prose prints in lower case."""
    norm = side.norms[i]
    if not side.form(i)[:1].isupper() or norm in STOP_WORDS or is_number(norm) or norm in _ROLES:
        return False
    return not quantity_groups(norm) and norm not in _COMMON and lemma(norm) not in _COMMON_LEMMAS


def _is_opened(side: Side, i: int) -> bool:
    """Tell whether a quotation mark or a colon stands in front of a word, after which a capital is usual."""
    before = side.tokens[i - 1].end if i else max(side.tokens[i].start - 2, 0)
    return any(mark in "\"“‘'«:„" for mark in side.text[before : side.tokens[i].start])


def same_name(one: str, other: str) -> bool:
    """Tell whether two names are one: Gadaffi and Gaddafi, Russia and Russian, Bob and Robert."""
    return (
        _letters(one) == _letters(other)
        or lemma(one) == lemma(other)
        or _is_form_of(one, other)
        or frozenset((lemma(one), lemma(other))) in _FORMS
    )


def _letters(norm: str) -> str:
    """Give a name with doubled letters written once."""
    return "".join(mark for i, mark in enumerate(norm) if i == 0 or mark != norm[i - 1])


def _is_form_of(one: str, other: str) -> bool:
    """Tell whether one name is an adjective of the other: Russia, Russian; Japan, Japanese."""
    short, long = sorted((one.removesuffix("'s"), other.removesuffix("'s")), key=len)
    stem = short[:-1] if short[-1:] in "aeiou" else short
    return len(stem) > 2 and long.startswith(stem) and long[len(stem) :] in _ADJECTIVES


_ADJECTIVES = frozenset(["n", "an", "ian", "ean", "ish", "ese", "i", "ans", "ians", "is", "s", "ic"])
