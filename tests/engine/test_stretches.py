"""The printed stretches that a link joins."""

from articles.engine.alignment.stretches import pair_stretches
from articles.engine.alignment.witnesses import Witness
from articles.engine.differences.differences import Status
from articles.engine.reading.reading import read_article
from tests.engine.stories import align


def joined(*texts: str) -> list[tuple[str, str, Status]]:
    """Give the stretches that the links between some texts join."""
    witnesses = [Witness(str(n), "", read_article(text)) for n, text in enumerate(texts)]
    return [
        (texts[link.a.witness][slice(*pair.a)], texts[link.b.witness][slice(*pair.b)], pair.status)
        for link in align(witnesses)
        for pair in pair_stretches(witnesses, link)
    ]


def test_each_stretch_goes_with_the_one_that_prints_its_words():
    one = "“The last ferry was sold in May,” said Ann Lee, “and nobody on the quay was asked about it.”"
    other = "“The last ferry was sold in May, and nobody,” said Ann Lee, “on the quay was asked about it.”"
    first, second = "“The last ferry was sold in May,”", "“and nobody on the quay was asked about it.”"
    assert joined(one, other) == [
        (first, "“The last ferry was sold in May, and nobody,”", Status.VERBATIM),
        (second, "“on the quay was asked about it.”", Status.VERBATIM),
    ]


def test_only_the_stretch_with_the_change_is_rewritten():
    one = "“The last ferry was sold in May,” said Ann Lee, “and nobody on the quay was asked about it.”"
    other = "“The last ferry was sold in June, and nobody on the quay was asked about it,” said Ann Lee."
    whole = other[: other.index(" said")]
    assert joined(one, other) == [
        ("“The last ferry was sold in May,”", whole, Status.REWRITTEN),
        ("“and nobody on the quay was asked about it.”", whole, Status.VERBATIM),
    ]


def test_what_an_outlet_reports_in_its_own_words_is_no_surer_in_its_parts():
    one = "Ann Lee said the last ferry was sold in May and nobody on the quay was asked about it."
    other = "“The last ferry was sold in May,” said Ann Lee, “and nobody on the quay was asked about it.”"
    pairs = joined(one, other)
    assert [b for _, b, _ in pairs] == [
        "“The last ferry was sold in May,”",
        "“and nobody on the quay was asked about it.”",
    ]
    assert {status for _, _, status in pairs} == {Status.POSSIBLE}
