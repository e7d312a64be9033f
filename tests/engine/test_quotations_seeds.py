"""The seed articles, checked by hand: what each quotes, and who said it."""

from pathlib import Path

import pytest

from articles.engine.quotations.quotations import Place, Quotation
from articles.engine.reading.reading import Reading, read_article

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def read_seed(number: str) -> Reading:
    (path,) = SEEDS.glob(f"{number}_*.txt")
    return read_article(path.read_text("utf-8"))


def marked(reading: Reading) -> list[Quotation]:
    return [q for q in reading.quotations if q.stretches]


def begins(reading: Reading, quotation: Quotation, text: str) -> bool:
    first = quotation.stretches[0]
    return reading.text[first.start + 1 : first.end].startswith(text)


def test_seed_000_quotes_boris_bondarev_only() -> None:
    found = marked(read_seed("000"))
    assert [q.attribution.name for q in found] == ["Boris Bondarev"] * 3


def test_seed_001_quotes_neuer_three_times_and_bondarev_otherwise() -> None:
    names = [q.attribution.name for q in marked(read_seed("001"))]
    assert names.count("Hillel Neuer") == 3
    assert names.count("Boris Bondarev") == len(names) - 3 == 6


def test_seed_001_has_the_single_marked_deck_and_the_fragment() -> None:
    reading = read_seed("001")
    found = marked(reading)
    assert found[0].place is Place.DECK
    assert begins(reading, found[0], "is not only a serious crime")
    assert begins(reading, found[1], "ashamed")


def test_seed_001_shows_no_mention_for_the_deck_that_names_nobody() -> None:
    deck = marked(read_seed("001"))[0].attribution
    assert (deck.name, deck.speaker, deck.cue) == ("Boris Bondarev", None, None)
    assert deck.reason == "the article gives the same words to Boris Bondarev further down"


def test_seed_001_has_the_quotation_split_by_its_cue_as_one() -> None:
    split = [q for q in marked(read_seed("001")) if len(q.stretches) == 2]
    assert [q.attribution.name for q in split] == ["Boris Bondarev"]


def test_seed_002_quotes_the_officer_but_for_one_word_of_cnn() -> None:
    found = marked(read_seed("002"))
    assert {q.attribution.name for q in found} == {"the officer", "CNN"}
    (cnn,) = [q for q in found if q.attribution.name == "CNN"]
    reading = read_seed("002")
    assert begins(reading, cnn, "asked")


def test_seed_002_names_the_officer_as_one_known_by_role() -> None:
    people = {person.name: person for person in read_seed("002").people}
    assert not people["the officer"].stated


@pytest.mark.parametrize("number", ["000", "001", "002"])
def test_every_place_of_a_seed_slices_its_text(number: str) -> None:
    reading = read_seed(number)
    for quotation in reading.quotations:
        assert all(reading.text[s.start : s.end].strip() for s in (*quotation.stretches, *quotation.contents))
