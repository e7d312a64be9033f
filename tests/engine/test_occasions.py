"""What was said before the news: read from the article, and doubted where the other one changes the words."""

import pytest

from articles.engine.alignment.other_occasions import NEEDED_OF_ANOTHER_OCCASION
from articles.engine.alignment.witnesses import Witness
from articles.engine.differences.differences import Status
from articles.engine.reading.occasions import was_said_before
from articles.engine.reading.reading import read_article
from articles.engine.statements.statements import collate

NOW = "“The ferry was never built for winters like this,” Nora Quist said at the harbour."


def links(*texts: str) -> list[tuple[str, float]]:
    found = [Witness(str(n), "", read_article(text)) for n, text in enumerate(texts)]
    return [(link.status.value, link.evidence.needed) for link in collate(found).links]


@pytest.mark.parametrize(
    "text",
    [
        "Last fall, Nora Quist told a committee: “The ferry is old.”",
        "The talks failed. In November, after the first storm, Quist said: “The ferry is old.”",
        "But six years ago, when the owner was new, Mayor Nora Quist said that “the ferry is old.”",
        "At a rally in Port Elsie last year, Quist told workers “the ferry is old” and left.",
        "In a 2015 interview with the Gull, Quist said that “the ferry is old.”",
        "“The ferry is old,” Nora Quist said in March 2014.",
        "“The ferry is old,” said Nora Quist in 2014.",
        "“The ferry is old,” Nora Quist told a union hall last summer.",
        "“The ferry is old,” Nora Quist wrote in an email in October.",
        "Nora Quist once called the ferry “a bathtub with a horn.”",
        "Earlier this year Nora Quist told the council that “the ferry is old.”",
    ],
)
def test_a_time_that_goes_with_the_saying_is_read(text: str) -> None:
    (quotation,) = read_article(text).quotations
    assert was_said_before(text, quotation)


@pytest.mark.parametrize(
    "text",
    [
        NOW,
        "“The ferry is old,” Nora Quist said on Monday.",
        "Last week, Nora Quist told a committee: “The ferry is old.”",
        "After the Heron sank ten years ago the rules changed, and Nora Quist said “the ferry is old.”",
        "The line was founded in 1911. “The ferry is old,” Nora Quist said.",
        "“We bought her last year,” Nora Quist said.",
        "Nora Quist, who took office last year, said that “the ferry is old.”",
        "Asked what went wrong in 2016, Nora Quist said: “The ferry is old.”",
        "“The ferry is old,” Nora Quist said in a March 3 letter.",
        "“The ferry is old.”",
    ],
)
def test_a_time_of_something_else_is_not(text: str) -> None:
    assert not any(was_said_before(text, quotation) for quotation in read_article(text).quotations)


def test_changed_words_that_were_said_before_are_a_possible_match() -> None:
    before = "In January, Nora Quist told the council: “The ferry was not made for winters like that.”"
    for texts in ((NOW, before), (before, NOW)):
        assert links(*texts) == [(Status.POSSIBLE, NEEDED_OF_ANOTHER_OCCASION)]


def test_they_are_sure_where_both_articles_say_so_or_neither() -> None:
    one = "In January, Nora Quist told the council: “The ferry was not made for winters like that.”"
    other = "“The ferry was never built for winters like that,” Nora Quist told the council in January."
    plain = "“The ferry was not made for winters like that,” Nora Quist said at the harbour."
    assert {status for status, _ in (*links(one, other), *links(NOW, plain))} == {Status.REWRITTEN}


def test_the_very_same_words_stay_sure() -> None:
    before = "“The ferry was never built for winters like this,” Nora Quist said in January."
    assert [status for status, _ in links(NOW, before)] == [Status.VERBATIM]


def test_a_long_sentence_of_which_a_word_is_changed_stays_sure() -> None:
    words = "The ferry was never built for winters like this, and every captain on the coast told us so"
    before = f"“{words.replace('every captain', 'each captain')},” Nora Quist said in January."
    assert [status for status, _ in links(f"“{words},” Nora Quist said.", before)] == [Status.REWRITTEN]
