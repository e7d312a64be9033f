"""One side of a pair, cut where it differs; and what of a passage both sides print."""

from articles.engine.text.spans import Span
from articles.pages.paints import subtract, trim
from articles.pages.words import split_at

TEXT = "We will not sell the harbour, she said."
WHOLE = Span(0, 28)


def cut(*places):
    return [(words.text, words.kind) for words in split_at(TEXT, WHOLE, [*places])]


def test_pieces_joined_are_the_passage():
    assert "".join(text for text, _ in cut((Span(8, 11), "negation"))) == TEXT[:28]


def test_a_place_where_the_other_prints_more_stays_as_an_empty_piece():
    assert cut((Span(3, 3), "wording")) == [("We ", ""), ("", "wording"), (TEXT[3:28], "")]


def test_the_graver_of_two_differences_at_one_place_wins():
    assert [kind for _, kind in cut((Span(8, 11), "negation"), (Span(3, 16), "wording"))] == [
        "",
        "negation",
        "",
    ]


def test_a_difference_that_reaches_beyond_the_passage_is_cut_at_its_end():
    assert cut((Span(21, 39), "shorter"))[-1] == (TEXT[21:28], "shorter")


def test_a_difference_elsewhere_marks_nothing():
    assert cut((Span(30, 39), "shorter"), (Span(33, 33), "wording")) == [(TEXT[:28], "")]


def test_what_one_side_alone_prints_is_taken_out():
    assert subtract(Span(0, 28), Span(0, 7)) == [Span(7, 28)]
    assert subtract(Span(0, 28), Span(8, 11)) == [Span(0, 8), Span(11, 28)]
    assert subtract(Span(0, 28), Span(28, 39)) == [Span(0, 28)]
    assert subtract(Span(0, 28), Span(0, 28)) == []


def test_blanks_and_stops_are_trimmed_and_nothing_is_left_of_them_alone():
    assert trim(TEXT, Span(2, 29)) == Span(3, 28)
    assert trim(TEXT, Span(28, 30)) is None
