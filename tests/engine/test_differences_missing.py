"""What is told as printed by one side only is really not printed by the other, in whatever order."""

from collections.abc import Callable
from itertools import combinations, permutations

import pytest

from articles.engine.alignment.comparison import compare_quotations
from articles.engine.differences.kinds import DifferenceKind
from articles.engine.text.spans import Span
from articles.engine.tokens.tokens import tokenise

Join = Callable[[tuple[str, ...]], str]

MISSING = {DifferenceKind.SHORTER, DifferenceKind.SILENT_CUT, DifferenceKind.ELLIPSIS}
CLAUSES = (
    ("we told them in March", "we told them in June", "we were told to mind our own business"),
    ("the boats are old", "the crews are tired of waiting", "we will not sail at night"),
    ("nobody asked the parents", "nobody asked the teachers", "the school was closed by a letter"),
    ("I counted the dead", "I closed their eyes", "I wrote to their mothers in the spring"),
)


def _norms(text: str) -> list[str]:
    return [token.norm for token in tokenise(text, (Span(0, len(text)),))]


def _holds(words: list[str], some: list[str]) -> bool:
    return any(words[i : i + len(some)] == some for i in range(len(words) - len(some) + 1))


def _one_sentence(clauses: tuple[str, ...]) -> str:
    return ", and ".join((", ".join(clauses[:-1]), clauses[-1])) if len(clauses) > 1 else clauses[0]


def _sentences(clauses: tuple[str, ...]) -> str:
    return ". ".join(clause[0].upper() + clause[1:] for clause in clauses)


@pytest.mark.parametrize("clauses", CLAUSES, ids=lambda clauses: clauses[0])
@pytest.mark.parametrize("join_a", [_one_sentence, _sentences], ids=["one sentence", "sentences"])
@pytest.mark.parametrize("join_b", [_one_sentence, _sentences], ids=["one sentence", "sentences"])
def test_no_clause_that_both_print_is_told_as_printed_by_one(
    clauses: tuple[str, ...], join_a: Join, join_b: Join
) -> None:
    text_a = join_a(clauses)
    for chosen in (
        *permutations(clauses),
        *(c for two in combinations(clauses, 2) for c in permutations(two)),
    ):
        text_b = join_b(chosen)
        found = compare_quotations(text_a, (Span(0, len(text_a)),), text_b, (Span(0, len(text_b)),), True)
        for told in found.differences:
            if told.kind not in MISSING:
                continue
            for mine, place, other in ((text_a, told.a, text_b), (text_b, told.b, text_a)):
                words = _norms(mine[slice(*place)])
                both = [c for c in clauses if _holds(words, _norms(c)) and _holds(_norms(other), _norms(c))]
                assert not both, (text_a, text_b, told)
