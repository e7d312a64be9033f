"""The same few words under two names: one utterance, or what two people say."""

from dataclasses import replace

import pytest

from articles.engine.alignment.lone_fragments import NEEDED_OF_WORDS_BY_TWO_SURE_PEOPLE, SURE
from articles.engine.alignment.witnesses import Witness
from articles.engine.statements.statements import collate
from tests.engine.stories import read

SAID = "“This was an accident waiting to happen.”"
LONG = (
    "“We told the harbour board in March, in June and again in October that the north pier would not hold.”"
)
MORE = "“Nobody who had seen the piles would have moored a ferry there.”"


def links(*texts: str, certainty: float = 1.0) -> list[tuple[str, float]]:
    found = []
    for n, text in enumerate(texts):
        reading = read(text)
        quotations = tuple(
            replace(one, attribution=replace(one.attribution, certainty=certainty))
            for one in reading.quotations
        )
        found.append(Witness(str(n), "", replace(reading, quotations=quotations)))
    return [(link.status.value, link.evidence.needed) for link in collate(found).links]


def test_few_words_of_two_people_who_are_surely_named_are_a_possible_match() -> None:
    texts = f"{SAID} [Ann Lee]", f"{SAID} [Bo Kay]"
    assert links(*texts) == links(*texts[::-1]) == [("possible", NEEDED_OF_WORDS_BY_TWO_SURE_PEOPLE)]


@pytest.mark.parametrize(
    "texts",
    [
        (f"{SAID} [Ann Lee]", f"{SAID} [Ann Lee]"),
        (f"{SAID} [Ann Lee]", f"{SAID} [Harbour Authority]"),
        (f"{LONG} [Ann Lee]", f"{LONG} [Bo Kay]"),
        (f"{SAID} [Ann Lee] {MORE} [Ann Lee]", f"{SAID} [Bo Kay] {MORE} [Bo Kay]"),
    ],
)
def test_they_are_sure_otherwise(texts: tuple[str, str]) -> None:
    """By one person, by a body that may speak for them, at length, or among more of the same."""
    assert {status for status, _ in links(*texts)} == {"verbatim"}


def test_they_are_sure_where_a_speaker_is_doubtful() -> None:
    texts = f"{SAID} [Ann Lee]", f"{SAID} [Bo Kay]"
    assert [status for status, _ in links(*texts, certainty=SURE - 0.1)] == ["verbatim"]
