"""Proposals: the sentences that are unusually alike, each with its nearest, by a stand-in for the model."""

import pytest

from articles.semantic.proposing import propose
from tests.engine.stories import witnesses
from tests.semantic.meanings import embed

OLD_BOAT = "“The old boat is a danger to all.” [Ann Lee]"
VESSEL = "“That ageing vessel means peril for everybody.” [Ann Lee]"
OTHERS_OF_A = "“Our school needs another roof in spring.” [Ann Lee] “The winter was long and wet.” [Ann Lee]"
OTHERS_OF_B = "“Give us the money before the summer.” [Ann Lee] “The islands saw many visitors.” [Ann Lee]"


def proposed(*texts: str) -> set[tuple[str, str]]:
    """Give the pairs of sentences proposed."""
    return {(found.words_a, found.words_b) for found in propose(witnesses(*texts), embed)}


def test_sentences_of_one_meaning_are_proposed():
    found = propose(witnesses(f"{OLD_BOAT} {OTHERS_OF_A}", f"{VESSEL} {OTHERS_OF_B}"), embed)
    (one,) = found
    assert {one.words_a, one.words_b} == {
        "The old boat is a danger to all.",
        "That ageing vessel means peril for everybody.",
    }
    assert one.similarity > 0.9
    assert 0 < one.usual < one.similarity


def test_order_of_the_articles_changes_nothing():
    texts = [f"{OLD_BOAT} {OTHERS_OF_A}", f"{VESSEL} {OTHERS_OF_B}"]
    assert propose(witnesses(*texts), embed) == propose(witnesses(*reversed(texts)), embed) != ()


def test_what_every_quotation_speaks_of_is_no_likeness():
    told = [f"“The boat was seen by {n} men at the quay.” [Ann Lee]" for n in range(10, 30)]
    assert proposed(" ".join(told), "“No boat will be sold before the autumn.” [Ann Lee]") == set()


@pytest.mark.parametrize("other", ["[Tom Hale]", ""])
def test_two_speakers_or_none_count_against_it(other: str):
    words = "“That vessel is not what it was before.”"
    boat = "“The boat is unsafe and will not last.” [Ann Lee]"
    assert proposed(f"{boat} {OTHERS_OF_A}", f"{words} [Ann Lee] {OTHERS_OF_B}")
    assert not proposed(f"{boat} {OTHERS_OF_A}", f"{words} {other} {OTHERS_OF_B}")


def test_only_the_nearest_of_an_article_is_proposed():
    nearer, near = VESSEL, "“That ageing vessel was bought with cash.” [Ann Lee]"
    found = proposed(f"{OLD_BOAT} {OTHERS_OF_A}", f"{nearer} {near}")
    assert [pair for pair in found if any("ageing vessel was bought" in words for words in pair)] == []
    assert len(found) == 1


@pytest.mark.parametrize(
    "text",
    [
        "~that ageing vessel means peril for everybody~ [Ann Lee]",
        "“A vessel in peril.” [Ann Lee]",
        "",
    ],
)
def test_reported_speech_and_fragments_are_not_looked_at(text: str):
    assert proposed(f"{OLD_BOAT} {OTHERS_OF_A}", f"{text} {OTHERS_OF_B}") == set()


def test_what_the_words_tell_already_is_not_proposed():
    assert proposed(f"{OLD_BOAT} {OTHERS_OF_A}", f"{OLD_BOAT} {OTHERS_OF_B}") == set()


def test_a_rewording_of_what_two_others_print_alike_is_proposed():
    texts = (f"{OLD_BOAT} {OTHERS_OF_A}", f"{OLD_BOAT} {OTHERS_OF_B}", VESSEL)
    assert proposed(*texts) == {
        ("That ageing vessel means peril for everybody.", "The old boat is a danger to all.")
    }


def test_no_quotations_no_proposals():
    assert propose(witnesses("Nobody said a word.", "Nor here."), embed) == ()
    assert propose((), embed) == ()
