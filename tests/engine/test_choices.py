import numpy as np

from articles.engine.reports.choices import ABSENT, AT_ONCE, Choice, Layout, Scorer

CHOICE = Choice(
    {"before k": ("d", "N", "x"), "size": ("0", "1", "25"), "holds": (ABSENT, "q")},
    ("word", "stem"),
    "b k:k ab:before,k d:size,k q:holds w:word ws:stem,word",
)
TABLES = {
    "b": {"": 1},
    "k": {"N": 10},
    "ab": {"dN": 100},
    "d": {"25 N": 1000},
    "q": {"q": 7},
    "w": {"said": 20},
    "ws": {"say said": 300, "tell told": 400},
}
NUMBERS = {"said": 1, "say": 2, "tell": 3, "told": 4, "other": 5}


def parts(before=0, k=0, size=0, holds=0, word=0, stem=0, times=1):
    """One place, several times."""
    return {
        "before k": np.array([[before] * times, [k] * times]),
        "size": np.array([size] * times),
        "holds": np.array([holds] * times),
        "word": np.array([word] * times),
        "stem": np.array([stem] * times),
    }


def score(**place):
    return Scorer(CHOICE, [TABLES], NUMBERS).score(parts(**place)).tolist()


def test_a_place_where_nothing_holds_gets_what_always_holds():
    assert score() == [1]


def test_the_weights_of_all_that_holds_are_added_up():
    assert score(before=0, k=1) == [111]
    assert score(before=2, k=1, size=2) == [1011]
    assert score(holds=1) == [8]


def test_keys_of_two_parts_need_both():
    assert score(stem=2, word=1) == [321]
    assert score(stem=3, word=1) == [21]
    assert score(stem=3, word=4) == [401]


def test_words_without_weight_count_as_unknown():
    assert score(word=5, stem=5) == score(word=0, stem=0)


def test_no_places_have_no_scores():
    assert score(times=0) == []


def test_more_places_than_are_scored_at_a_time_score_alike():
    assert score(before=0, k=1, times=2 * AT_ONCE + 1) == [111] * (2 * AT_ONCE + 1)


def test_two_sets_of_weights_are_scored_together():
    scorer = Scorer(CHOICE, [TABLES, {"k": {"N": 5}, "w": {"other": 6}}], NUMBERS)
    assert scorer.score_each(parts(k=1, word=5)).tolist() == [[111], [11]]


def test_each_key_has_a_place_of_its_own_from_which_it_is_told():
    views = {part: np.tile(np.arange(4), (len(CHOICE.users(part)), 1)) for part in CHOICE.word_parts}
    layout = Layout(CHOICE, views)
    for place in range(layout.size):
        template, digits = layout.digits(place)
        assert layout.place(template, digits) == place
