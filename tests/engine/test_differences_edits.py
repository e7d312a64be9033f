"""A quotation edited in a known way is told with exactly that kind; typography alone with none."""

import re
from collections.abc import Callable
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.engine.differences.differences import (
    Difference,
    DifferenceKind,
    Passage,
    find_differences,
    status_of,
)
from articles.engine.text.spans import Span
from articles.engine.tokens.tokens import tokenise

# Each holds a denial, a figure, a name, a hedge, a clause between commas and words that can be cut.
QUOTATIONS = (
    "The harbour, which was built by convicts, will probably not open before 2031, said Tanaka to the men",
    "We have never seen, as the records in Geneva show, more than 40 ships here, and some crews were afraid",
    "Our 18 teachers, who came from Ghana in the spring, may not stay in this village for another winter",
    "The bridge at Kolding, although it looked strong, did not carry the 60 lorries some drivers brought",
    "I have not forgotten the 300 families, who lost everything in Valdivia, and perhaps they need new homes",
    "All the wells, as you can see from the road, might dry up in 12 days, and Osman has no other water",
)
NUMBER = re.compile(r"\d+")
NAME = re.compile(r"(?<=[a-z] )[A-Z][a-z]+")
DENIAL = re.compile(r" (?:not|never)(?= )")
HEDGE = re.compile(r" (?:probably|perhaps)(?= )")
CLAUSE = re.compile(r", (?:which|as|who|although)[^,]*,")
WORD = re.compile(r" (?:harbour|ships|teachers|lorries|families|wells)")

# A hundred words and more, of several sentences, each with all that the edits of long ones need.
LONG_QUOTATIONS = [
    " ".join(text.split())
    for text in (
        """
        I drove a lorry through that pass for 22 years and I never once saw the gates open in
        winter. The company, which had been warned by its own engineers, sent us up there with
        summer tyres and a shovel. We did not complain, because the men who complained were not
        asked back. On the night of the slide there were five of us in the hut at Kolding, playing
        cards. Somebody said the wind had changed. Then the lamps went out and the whole hill began
        to move, and I remember thinking that the noise was like a crowd in a football ground. They
        dug for nine days. I was the only one who walked down to the harbour.
        """,
        """
        People ask what the orchestra did in the war, and I tell them that we played. There were 38
        of us at the start and we did not have coal, or bread, or a roof over the second violins.
        The conductor, who had lost both his sons by then, raised his stick every evening at seven.
        Nobody clapped. They sat in their coats and breathed, and you could see the breath go up
        like smoke. In the spring a letter came from Geneva with strings for the cellos, and I have
        kept the envelope to this day. My teacher sold his piano for a sack of flour and taught us
        on a table. I cannot hear that music now without smelling the harbour.
        """,
    )
]
LONG_EDITS: dict[DifferenceKind, Callable[[str], str]] = {
    DifferenceKind.NEGATION: lambda text: text.replace(" did not ", " did "),
    DifferenceKind.NUMBER: lambda text: NUMBER.sub(lambda match: str(int(match[0]) + 7), text),
    DifferenceKind.NAME: lambda text: re.sub("Kolding|Geneva", "Barstow", text),
    DifferenceKind.SILENT_CUT: lambda text: CLAUSE.sub("", text),
    DifferenceKind.ELLIPSIS: lambda text: re.sub(r" (?:Somebody said|Nobody clapped)[^.]*\.", " …", text),
    DifferenceKind.SHORTER: lambda text: text.rpartition(". ")[0] + ".",
    DifferenceKind.WORDING: lambda text: re.sub("crowd|smoke", "gizmo", text),
    DifferenceKind.INFLECTION: lambda text: re.sub("lamps|strings", lambda match: match[0][:-1], text),
}


def _in_other_number(match: re.Match[str]) -> str:
    one = match[0].removesuffix("s")
    return f"{one.removesuffix('ie')}y" if one.endswith("ie") else one if one != match[0] else f"{one}s"


def find(a: str, b: str) -> tuple[Difference, ...]:
    return find_differences(passage_of(a), passage_of(b))


def passage_of(text: str) -> Passage:
    tokens = tokenise(text, (Span(0, len(text)),))
    return Passage(text, tokens, tokens)


def kinds(a: str, b: str) -> set[DifferenceKind]:
    return {difference.kind for difference in find(a, b)} - {DifferenceKind.PUNCTUATION}


EDITS: dict[DifferenceKind, Callable[[str], str]] = {
    DifferenceKind.NEGATION: lambda text: DENIAL.sub("", text, count=1),
    DifferenceKind.NUMBER: lambda text: NUMBER.sub(lambda match: str(int(match[0]) + 7), text),
    DifferenceKind.NAME: lambda text: NAME.sub("Barstow", text),
    DifferenceKind.CERTAINTY: lambda text: HEDGE.sub("", text),
    DifferenceKind.SILENT_CUT: lambda text: CLAUSE.sub("", text),
    DifferenceKind.ELLIPSIS: lambda text: CLAUSE.sub(" …", text),
    DifferenceKind.SHORTER: lambda text: " ".join(text.split()[:-3]),
    DifferenceKind.FRAGMENT: lambda text: " ".join(text.split()[-3:]),
    DifferenceKind.WORDING: lambda text: WORD.sub(" gizmos", text),
    DifferenceKind.BRACKET: lambda text: WORD.sub(" [gizmos]", text),
    DifferenceKind.INFLECTION: lambda text: WORD.sub(_in_other_number, text),
    DifferenceKind.ORDER: lambda text: " ".join([*text.split()[-3:], *text.split()[:-3]]),
    DifferenceKind.STITCHED: lambda text: f"They knew it. {text}.",
}


@pytest.mark.parametrize("text", QUOTATIONS)
@pytest.mark.parametrize("kind", [kind for kind in EDITS if kind is not DifferenceKind.STITCHED])
def test_one_edit_is_told_as_exactly_its_kind(kind: DifferenceKind, text: str) -> None:
    edited = EDITS[kind](text)
    assert kinds(text, edited) == ({kind} if edited != text else set())
    assert kinds(edited, text) == kinds(text, edited)


@pytest.mark.parametrize("text", QUOTATIONS)
def test_sentences_in_another_order_are_stitched(text: str) -> None:
    first = "They knew it from the very first day."
    assert kinds(f"{first} {text}.", f"{text}. {first}") == {DifferenceKind.STITCHED}


@pytest.mark.parametrize("text", QUOTATIONS)
def test_edits_in_several_places_are_all_told(text: str) -> None:
    edited = EDITS[DifferenceKind.WORDING](EDITS[DifferenceKind.NUMBER](EDITS[DifferenceKind.NEGATION](text)))
    expected = {DifferenceKind.NUMBER, DifferenceKind.WORDING}
    if DENIAL.search(text):
        expected.add(DifferenceKind.NEGATION)
    assert kinds(text, edited) == expected


@pytest.mark.parametrize("text", LONG_QUOTATIONS)
@pytest.mark.parametrize("edited", [*combinations(LONG_EDITS, 2), *combinations(LONG_EDITS, 3)])
def test_two_or_three_edits_of_a_long_quotation_are_told_as_their_kinds(
    edited: tuple[DifferenceKind, ...], text: str
) -> None:
    other = text
    for kind in edited:
        other = LONG_EDITS[kind](other)
    assert kinds(text, other) == set(edited)
    assert kinds(other, text) == set(edited)


def _curl(text: str) -> str:
    return text.replace("'", "’")


def _space(text: str) -> str:
    return text.replace(" ", "\u00a0 ")


def _americanise(text: str) -> str:
    return text.replace("harbour", "harbor").replace("lorries", "lorries")


def _soften(text: str) -> str:
    return re.sub(r"(?<=[a-z]{3})(?=[a-z]{3})", "\u00ad", text)


def _hyphenate(text: str) -> str:
    return text.replace("another winter", "another-winter").replace("new homes", "new-homes")


def _spell_out(text: str) -> str:
    words = {"12": "twelve", "18": "eighteen", "40": "forty", "60": "sixty", "300": "three hundred"}
    return NUMBER.sub(lambda match: words.get(match[0], match[0]), text)


TYPOGRAPHY = (_spell_out, _curl, _space, _americanise, _soften, _hyphenate, str.upper, str.lower)


@given(st.sampled_from(QUOTATIONS), st.lists(st.sampled_from(TYPOGRAPHY), max_size=4))
def test_typography_changes_nothing(text: str, changes: list[Callable[[str], str]]) -> None:
    printed = text
    for change in changes:
        printed = change(printed)
    assert find(text, printed) == ()


@given(st.sampled_from(QUOTATIONS), st.sampled_from(sorted(EDITS)), st.sampled_from(sorted(EDITS)))
def test_a_second_edit_hides_none_of_the_first(text: str, one: DifferenceKind, other: DifferenceKind) -> None:
    edited = EDITS[other](EDITS[one](text))
    assert bool(find(text, edited)) == (edited not in (text, ""))
    assert status_of(find(text, edited)) == status_of(find(edited, text))
