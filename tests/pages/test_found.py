"""Words looked for: found as the filter finds them, marked where versions print them, and counted."""

import pytest

from articles.engine.text.spans import Span
from articles.models import Article, Statement
from articles.pages.found import Slice, cut_at_found, find_words
from tests.pages.rows import make_story
from tests.pages.tree import get

TEXT = "“We’ll not sell — ever,” she said. We will NOT sell."


WHOLE = Span(0, len(TEXT))


def found(asked, span=WHOLE):
    return [TEXT[place.start : place.end] for place in find_words(TEXT, span, asked)]


def test_case_punctuation_and_white_space_make_no_difference():
    assert found("not  sell") == ["not sell", "NOT sell"]
    assert found("sell, ever") == ["sell — ever"]


def test_part_of_a_word_is_found_as_the_filter_finds_it():
    assert found("el") == ["el", "el"]


def test_what_stands_outside_the_passage_is_not_found():
    assert found("sell", Span(0, 20)) == ["sell"]


@pytest.mark.parametrize("asked", ["", "—", "(((", "nothing"])
def test_what_is_not_there_is_not_found(asked):
    assert found(asked) == []


def test_pieces_are_cut_at_what_is_found_and_stay_the_passage():
    pieces = list(cut_at_found([Slice(0, 10, TEXT[:10]), Slice(10, 20, TEXT[10:20])], [Span(7, 15)]))
    assert [(p.text, p.found) for p in pieces] == [
        (TEXT[:7], False),
        (TEXT[7:10], True),
        (TEXT[10:15], True),
        (TEXT[15:20], False),
    ]


def test_an_empty_piece_stays():
    assert list(cut_at_found([Slice(5, 5, "")], [Span(0, 10)])) == [Slice(5, 5, "")]


@pytest.mark.django_db
def test_every_page_marks_the_words_and_counts_the_versions(client):
    story = make_story(articles=2, statements=3, shared=True)
    article, statement = Article.objects.first(), Statement.objects.first()
    words = article.text[slice(*statement.versions.first().spans[0])].split()[-1]
    asked = f"q={words}"
    for address in (
        f"{story.get_absolute_url()}?{asked}",
        f"{story.get_absolute_url()}side-by-side/?{asked}&statement={statement.pk}",
        f"{story.get_absolute_url()}side-by-side/?{asked}&view=quotations",
        f"{article.get_absolute_url()}?{asked}",
    ):
        page = get(client, address)
        marked = page.all(css="found")
        assert {mark.text.casefold() for mark in marked} == {words.casefold()}
        for mark in marked:
            text = Article.objects.get(pk=mark["data-article"]).text
            assert mark.text == text[int(mark["data-start"]) : int(mark["data-end"])]
        assert f"“{words}” in " in page.one("p", "in-force").words
    assert not get(client, story.get_absolute_url()).all(css="found")


@pytest.mark.django_db
def test_the_count_is_that_of_the_versions_that_print_the_words(client):
    story = make_story(articles=2, statements=3, shared=True)
    page = get(client, f"{story.get_absolute_url()}?q=will")
    quotes = [quote for quote in page.all("blockquote") if quote.all(css="found")]
    assert f"in {len(quotes)} version" in page.one("p", "in-force").words
