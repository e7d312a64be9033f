"""The words that two passages have in common: as many as the evidence counts, each at its place."""

import pytest

from articles.engine.statements.agreement import find_agreed
from articles.engine.text.spans import Span
from articles.engine.tokens.tokens import Token, tokenise
from tests.engine.stories import align, witnesses


def read(text: str) -> tuple[Token, ...]:
    return tokenise(text, (Span(0, len(text)),))


def agreed(a: str, b: str, *, moved: bool = False) -> list[str]:
    found = find_agreed(read(a), read(b))
    return [a[one.a.start : one.a.end] for one in found if one.moved is moved]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "It will cost $40 million on Feb. 24, the mayor told us.",
            "It may cost 40 million dollars, he told us.",
        ),
        ("There are many Russian diplomats here.", "Not all Russian diplomats are here."),
        ("The river needs 40 litres by August, or the delta dies.", "The river needs 14 litres by August."),
    ],
)
def test_as_many_agree_as_the_evidence_says(one: str, other: str) -> None:
    found = witnesses(f"“{one}” [Ann Lee]", f"“{other}” [Ann Lee]")
    texts = [witness.reading.text for witness in found]
    for link in align(found):
        ends = (tokenise(texts[end.witness], end.spans) for end in (link.a, link.b))
        counted = find_agreed(*ends)
        assert len([word for word in counted if not word.moved]) == link.evidence.shared


def test_a_figure_with_what_belongs_to_it_is_one_word() -> None:
    assert agreed("It cost $40 million then", "it cost 40 million dollars") == ["It", "cost", "$40 million"]


def test_a_small_word_is_found_beside_its_neighbours() -> None:
    a = "A man saw a death trap"
    found = find_agreed(read(a), read("a death trap"))
    assert [one.a.start for one in found] == [a.index("a death"), a.index("death"), a.index("trap")]


def test_what_stands_in_another_place_is_told_apart() -> None:
    a = "We told them in March, and we were told to mind our own business"
    b = "We were told to mind our own business. We told them in March"
    assert agreed(a, b) == ["we", "were", "told", "to", "mind", "our", "own", "business"]
    assert agreed(a, b, moved=True) == ["We", "told", "them", "in", "March"]
