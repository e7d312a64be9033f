"""What holds for the differences of any two passages."""

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.engine.differences.differences import (
    Difference,
    DifferenceKind,
    Passage,
    Status,
    find_differences,
    status_of,
)
from articles.engine.differences.kinds import GRAVITY
from articles.engine.text.spans import Span
from articles.engine.tokens.tokens import tokenise

LINE = """the mayor of Lyon did not say that 12 bakers will close on Monday if prices rise , . … [ ] “ ” ?
we never may some all only walked walks walking because which and Smith Jones miles 3"""
WORDS = LINE.split()
passages = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)


def passage(text: str) -> Passage:
    tokens = tokenise(text, (Span(0, len(text)),))
    return Passage(text, tokens, tokens)


def differences(a: str, b: str) -> tuple[Difference, ...]:
    return find_differences(passage(a), passage(b))


@settings(max_examples=500)
@given(passages, passages)
def test_exchanging_the_passages_mirrors_the_differences(a: str, b: str) -> None:
    mirrored = tuple(Difference(d.kind, d.b, d.a, d.detail) for d in differences(b, a))
    assert mirrored == differences(a, b)


@settings(max_examples=300)
@given(passages, passages)
def test_places_lie_in_their_texts_and_gravest_come_first(a: str, b: str) -> None:
    found = differences(a, b)
    for difference in found:
        assert 0 <= difference.a.start <= difference.a.end <= len(a)
        assert 0 <= difference.b.start <= difference.b.end <= len(b)
        assert difference.a.start < difference.a.end or difference.b.start < difference.b.end
    gravity = [GRAVITY[difference.kind] for difference in found]
    assert gravity == sorted(gravity)
    assert len(set(found)) == len(found)


@given(passages)
def test_a_passage_has_no_differences_from_itself(text: str) -> None:
    assert differences(text, text) == ()


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_texts_can_be_compared(a: str, b: str) -> None:
    assert status_of(differences(a, b)) in (Status.VERBATIM, Status.REWRITTEN)


@settings(max_examples=200)
@given(
    st.lists(
        st.sampled_from([word for word in WORDS if word.isalnum() and word != "may"]), min_size=1, max_size=30
    )
)
def test_typography_alone_is_no_difference(words: list[str]) -> None:
    plain = " ".join(words)
    printed = "  ".join(word.upper() if len(word) > 2 else word for word in words)
    printed = printed.replace("12", "twelve").replace("3", "three")
    assert differences(plain, printed) == ()


def test_long_passages_are_compared_quickly() -> None:
    words = [f"word{i % 997}" for i in range(5_000)]
    changed = [word for i, word in enumerate(words) if i % 50]
    assert differences(" ".join(words), " ".join(changed))


def test_repeated_words_are_compared_quickly() -> None:
    assert differences("the dog " * 1_500, "the cat " * 1_500)


def test_another_speaker_is_told_first_and_keeps_the_words_verbatim() -> None:
    one = passage("We were never paid for the grain")
    other = passage("We were never paid for the grain.")
    found = find_differences(one, other, same_speaker=False)
    assert [difference.kind for difference in found] == [DifferenceKind.SPEAKER]
    assert status_of(found) is Status.VERBATIM


def test_what_the_whole_quotation_prints_more_is_told() -> None:
    text = "The well is dry. The goats are dead. We are leaving."
    whole = tokenise(text, (Span(0, len(text)),))
    part = [token for token in whole if 17 <= token.start < 36]
    found = find_differences(passage("The goats are dead now."), Passage(text, part, whole))
    assert {difference.kind for difference in found} == {DifferenceKind.SHORTER}


def test_a_bracket_behind_moved_words_at_the_end_is_compared() -> None:
    first = passage("This vote is a chance to be on the right side")
    second = passage("is a chance this vote to be on the right side he [said]")
    parts = (
        Passage(first.text, first.tokens[1:8], first.tokens),
        Passage(second.text, second.tokens[:6], second.tokens),
    )
    found = find_differences(*parts)
    assert DifferenceKind.ORDER in {difference.kind for difference in found}
    assert find_differences(*parts[::-1]) == tuple(Difference(d.kind, d.b, d.a, d.detail) for d in found)


def test_status_follows_from_the_differences() -> None:
    place = Span(0, 1)
    kept = {
        DifferenceKind.SPEAKER,
        DifferenceKind.ELLIPSIS,
        DifferenceKind.SHORTER,
        DifferenceKind.FRAGMENT,
        DifferenceKind.PUNCTUATION,
    }
    for kind in DifferenceKind:
        expected = Status.VERBATIM if kind in kept else Status.REWRITTEN
        assert status_of([Difference(kind, place, place)]) is expected
    assert status_of([Difference(DifferenceKind.BRACKET, place, place, "clarified")]) is Status.VERBATIM
