"""Proper names in a change to those that stand for other ones."""

from collections.abc import Sequence

from articles.engine.differences.kinds import DifferenceKind
from articles.engine.differences.leftovers import Leftover
from articles.engine.differences.meaning import COURTESY
from articles.engine.differences.names import find_names, may_be_name, same_name
from articles.engine.tokens.stems import lemma


def tell_names(words: Leftover) -> None:
    """Tell a proper name that stands for another one."""
    a, b = words.pair.a, words.pair.b
    names_a, names_b = find_names(a, words.left_a), find_names(b, words.left_b)
    if len(words.left_a) == len(words.left_b) == 1 and bool(names_a) != bool(names_b):
        names_a = names_a or [i for i in words.left_a if may_be_name(a, i)]
        names_b = names_b or [j for j in words.left_b if may_be_name(b, j)]
    if not names_a or not names_b:
        _tell_courtesy(words)
        return
    for i in list(names_a):
        match = next((j for j in names_b if same_name(a.norms[i], b.norms[j])), None)
        if match is not None:
            names_a.remove(i)
            names_b.remove(match)
            if _letters_only(a.norms[i], b.norms[match]):
                words.leave_out([i], [match])
    others = bool(names_a and names_b) and not _is_acronym(words, names_a, names_b)
    if others and (words.is_short() or len(names_a) == len(names_b)):
        words.tell_pair(DifferenceKind.NAME, names_a, names_b)


def _letters_only(one: str, other: str) -> bool:
    """Tell whether two spellings of a name differ in doubled letters only."""
    return (
        same_name(one, other)
        and lemma(one) != lemma(other)
        and abs(len(one) - len(other)) <= 2
        and (set(one) == set(other))
    )


def _is_acronym(words: Leftover, names_a: Sequence[int], names_b: Sequence[int]) -> bool:
    """Tell whether one name is the first letters of the other."""
    words_a = [words.pair.a.norms[i] for i in names_a]
    words_b = [words.pair.b.norms[j] for j in names_b]
    return words_a == ["".join(word[0] for word in words_b)] or words_b == ["".join(w[0] for w in words_a)]


def _tell_courtesy(words: Leftover) -> None:
    """Tell a courtesy title that makes another person of the same surname: Mr Smith, Mrs Smith."""
    a, b = words.pair.a.norms, words.pair.b.norms
    titles_a = [i for i in words.left_a if a[i] in COURTESY]
    if not titles_a:
        return
    titles_b = [j for j in words.left_b if b[j] in COURTESY]
    if titles_b and {a[titles_a[0]], b[titles_b[0]]} not in ({"ms", "mrs"}, {"ms", "miss"}):
        words.tell_pair(DifferenceKind.NAME, titles_a[:1], titles_b[:1])
