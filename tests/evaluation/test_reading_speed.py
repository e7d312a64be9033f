"""The articles that the speed of reading is measured on."""

from articles.engine.reading.reading import read_article
from articles.evaluation.reading_speed import QUOTED, REPORTED, WORDS, write_news


def test_articles_have_the_length_and_the_quotations_of_news() -> None:
    for number in range(3):
        text = write_news(number)
        assert WORDS <= len(text.split()) < WORDS + 30
        found = read_article(text).quotations
        assert sum(bool(q.stretches) for q in found) == QUOTED
        assert abs(sum(not q.stretches for q in found) - REPORTED) <= 5


def test_an_article_depends_on_its_number_only() -> None:
    assert write_news(1) == write_news(1)
    assert write_news(1) != write_news(2)
