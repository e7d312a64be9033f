"""Each kind of difference in a plain sentence, whose quoted words are slices of the texts."""

import re

import pytest

from articles.engine.alignment.comparison import compare_quotations
from articles.engine.differences.kinds import Difference, DifferenceKind
from articles.engine.differences.sayings import LABELS, say_difference
from articles.engine.text.spans import Span


def say(a: str, b: str) -> list[str]:
    found = compare_quotations(a, (Span(0, len(a)),), b, (Span(0, len(b)),))
    return [say_difference(difference, a, b, "The Sun", "The Post") for difference in found.differences]


@pytest.mark.parametrize(
    ("a", "b", "sentence"),
    [
        (
            "It was a serious crime against us.",
            "It was a crime against us.",
            "The Sun prints “serious”; The Post leaves it out.",
        ),
        (
            "It was a crime against us.",
            "It was a serious crime against us.",
            "The Post prints “serious”; The Sun leaves it out.",
        ),
        (
            "We will not pay for the wall.",
            "We will pay for the wall.",
            "The Sun prints the negation “not”; The Post leaves it out.",
        ),
        (
            "The fire killed 12 people here.",
            "The fire killed 20 people here.",
            "The Sun prints “12”; The Post prints “20”.",
        ),
        (
            "We will sign it if prices fall.",
            "We will sign it.",
            "The Sun prints the condition “if prices fall”; The Post leaves it out.",
        ),
        (
            "The bridge, which my uncle built, will be closed.",
            "The bridge will be closed.",
            "The Sun prints “which my uncle built”; The Post leaves it out without a mark.",
        ),
        (
            "I support the tax … this year.",
            "I support the tax only if prices fall this year.",
            "Where The Sun prints “…”, The Post prints “only if prices fall”. It holds a condition.",
        ),
        (
            "[The mayor] lied to the whole town.",
            "He lied to the whole town.",
            "The Sun prints “The mayor” in brackets in place of other words: The Post prints “He”.",
        ),
        (
            "[The bill] is dead and buried for good.",
            "Our love is dead and buried for good.",
            "The Sun prints “The bill” in brackets in place of other words: The Post prints “Our love”.",
        ),
        (
            "They want the [coal] miners to pay.",
            "They want the miners to pay.",
            "The Sun adds “coal” in brackets; The Post does not print it.",
        ),
        (
            "The well is dry. We are leaving tomorrow.",
            "We are leaving tomorrow.",
            "The Sun also prints “The well is dry”; The Post does not.",
        ),
        (
            "a dark day",
            "This is a dark day here.",
            "The Sun prints only “a dark day”; The Post prints more: “This is a dark day here”.",
        ),
        (
            "We pay ... this year.",
            "We pay the farmers, but not the 30 mills, this year.",
            (
                "Where The Sun prints “...”, The Post prints “the farmers, but not the 30 mills”."
                " It holds a negation and a number."
            ),
        ),
        (
            "Second, the well is dry.",
            "The well is dry.",
            "The Sun also prints “Second”; The Post does not.",
        ),
        (
            "You could hear the pew creak.",
            "You could hear the pews creak.",
            "The Sun prints “pew”; The Post prints “pews”, another form of the same words.",
        ),
        (
            "We now go to the courts again.",
            "Now we go to the courts again.",
            "The Sun prints “We” in another place than The Post.",
        ),
        (
            "He was old, and he stayed in the house.",
            "He was old and he stayed in the house.",
            "The Sun prints “,”; The Post prints no mark there.",
        ),
    ],
)
def test_a_difference_is_said(a: str, b: str, sentence: str) -> None:
    assert say(a, b) == [sentence]


def test_a_long_stretch_is_quoted_by_its_first_words_and_a_count() -> None:
    more = " ".join(f"word{i}" for i in range(60))
    (sentence,) = say(f"We are leaving tomorrow. {more}", "We are leaving tomorrow.")
    assert sentence.startswith("The Sun also prints “word0 word1 ")
    assert "word11” and 48 more words; The Post does not." in sentence


def test_speakers_are_named_where_they_are_known() -> None:
    difference = Difference(DifferenceKind.SPEAKER, Span(0, 1), Span(0, 1))
    plain = say_difference(difference, "x", "y", "The Sun", "The Post")
    named = say_difference(difference, "x", "y", "The Sun", "The Post", "Ann Lee", "Tom Ray")
    assert plain == "The Sun and The Post give these words to different speakers."
    assert named == "The Sun gives these words to Ann Lee; The Post gives them to Tom Ray."


def test_every_kind_has_a_label() -> None:
    assert set(LABELS) == set(DifferenceKind)


def test_quoted_words_are_slices_of_the_texts() -> None:
    a = "The well, “as they say”, is dry. Some goats died in May. We may leave, said Osman, in 12 days."
    b = "The well is deep. All goats died in June. We will leave, said Hassan, in 20 days … if we must."
    for sentence in say(a, b):
        for words in re.findall(r"“([^“”]+)”", sentence):
            assert words in a or words in b
