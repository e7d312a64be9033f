"""A difference to the line or two around it: whole words, exact slices, and what was cut."""

import pytest

from articles.engine.text.spans import Span
from articles.pages.glimpses import BEFORE, LONGEST, choose_window

TEXT = " ".join(f"word{n:03}" for n in range(100))
RUN = Span(0, len(TEXT))


def test_a_short_passage_is_shown_whole():
    assert choose_window(TEXT, Span(8, 60), Span(24, 31)) == Span(8, 60)


@pytest.mark.parametrize("n", [0, 3, 50, 98, 99])
def test_whole_words_around_the_place_are_shown(n):
    place = Span(8 * n, 8 * n + 7)
    shown = choose_window(TEXT, RUN, place)
    assert shown.start <= place.start
    assert place.end <= shown.end
    assert place.start - shown.start <= BEFORE
    assert shown.end - shown.start <= LONGEST + 8
    assert shown.start % 8 == 0
    assert shown.end % 8 == 7


def test_a_place_without_words_is_shown_too():
    shown = choose_window(TEXT, RUN, Span(400, 400))
    assert shown.start <= 400 < shown.end


def test_a_long_difference_is_cut_at_a_word():
    shown = choose_window(TEXT, RUN, Span(80, 790))
    assert shown.end - shown.start <= 2 * LONGEST
    assert shown.end % 8 == 7


def test_a_word_longer_than_the_window_is_cut():
    text = "x" * 1000
    shown = choose_window(text, Span(0, 1000), Span(500, 500))
    assert 0 < shown.end - shown.start <= LONGEST
