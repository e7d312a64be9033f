"""Around a quotation: the reporting verb, where it was put, and what the headline quotes."""

import pytest

from articles.engine.quotations.quotations import Attribution, Kind, Place, Quotation
from articles.engine.reading.headlines import Backing, check_headline
from articles.engine.reading.reading import Reading, read_article
from articles.engine.text.spans import Span
from articles.engine.tokens.reporting import cues_differ, say_cues, shade_of

NOBODY = Attribution(None, None, "", "", 0.0)


def reading(text: str, headline: str, *quoted: tuple[str, Place]) -> Reading:
    quotations = []
    for words, place in quoted:
        start = text.index(words)
        span = Span(start, start + len(words))
        quotations.append(Quotation(Kind.DIRECT, place, (span,), (span,), NOBODY))
    return Reading(text, Span(0, len(headline)), None, tuple(quotations), (), ())


@pytest.mark.parametrize(
    ("cue", "shade"),
    [
        ("said", "neutral"),
        ("told", "neutral"),
        ("claimed", "doubting"),
        ("admitted", "conceding"),
        ("warned", "warning"),
        ("said, warning", "warning"),
        ("emphasised", "insisting"),
        ("sang", ""),
        ("", ""),
    ],
)
def test_cues_have_shades(cue: str, shade: str) -> None:
    assert shade_of(cue) == shade


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("said", "told", False),
        ("said", "claimed", True),
        ("claimed", "alleged", False),
        ("claimed", "admitted", True),
        ("said", "sang", False),
        ("", "claimed", False),
    ],
)
def test_only_differently_coloured_cues_are_told(one: str, other: str, differ: bool) -> None:
    assert cues_differ(one, other) is differ
    assert cues_differ(other, one) is differ


def test_cues_are_said_with_both_names() -> None:
    assert (
        say_cues("claimed", "said", "The Sun", "The Post")
        == "The Sun reports these words with “claimed”; The Post with “said”."
    )


@pytest.mark.parametrize(
    ("quoted", "body", "others", "backing"),
    [
        ("ruined", "The flood has ruined us.", [], Backing.ARTICLE),
        ("ruined", "The flood will ruin us.", [], Backing.INFLECTED),
        ("ruined", "The flood was bad.", ["“We are ruined,” he said."], Backing.ELSEWHERE),
        ("ruined", "The flood was bad.", ["The flood was worse."], Backing.NOWHERE),
        ("twelve lost years", "It was 12 lost years.", [], Backing.ARTICLE),
        ("lost years", "The years were lost.", [], Backing.NOWHERE),
    ],
)
def test_headline_words_are_looked_for(quoted: str, body: str, others: list[str], backing: Backing) -> None:
    headline = f"Farmer: ‘{quoted}’"
    found = reading(f"{headline}\n\n{body}", headline, (f"‘{quoted}’", Place.HEADLINE))
    assert [words.backing for words in check_headline(found, others)] == [backing]


def test_an_article_without_a_quoted_headline_has_nothing_to_check() -> None:
    assert check_headline(reading("Flood\n\nIt rained.", "Flood"), []) == ()


@pytest.mark.parametrize(
    ("below", "quoted"),
    [("The flood was bad.", ["‘ruined’"]), ("The flood will ruin the farm.", [])],
)
def test_a_headline_that_nobody_backs_is_checked_though_it_names_no_speaker(
    below: str, quoted: list[str]
) -> None:
    headline = "Fifty farms ‘ruined’"
    text = f"{headline}\n\n{below} It rained for a week and the rivers rose."
    found = read_article(text, Span(0, len(headline)))
    backings = [(text[slice(*words.span)], words.backing) for words in check_headline(found, [])]
    assert backings == [(words, Backing.NOWHERE) for words in quoted]
    assert {q.attribution.name for q in found.quotations if q.place is Place.HEADLINE} <= {""}
