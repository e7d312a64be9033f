"""Word pieces: the numbers that the model was trained with. Those of whole texts are the reference's."""

import pytest

from articles.semantic.wordpiece import (
    LONGEST_WORD,
    MOST_PIECES,
    cut_word,
    number_pieces,
    read_vocabulary,
    split_words,
)

PIECES = "[UNK]", "[CLS]", "[SEP]", "un", "##sink", "##able", "##a", "ship"
SMALL = {piece: n for n, piece in enumerate(PIECES)}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("The ferry sails again.", [1996, 7115, 17553, 2153, 1012]),
        (
            "“Señor Núñez’s café re-opened!”",
            [1523, 12411, 2953, 28454, 1521, 1055, 7668, 2128, 1011, 2441, 999, 1524],
        ),
        (
            "unbuildable at $12.5m (€11m)",
            [4895, 8569, 4014, 20782, 2012, 1002, 2260, 1012, 1019, 2213, 1006, 1574, 14526, 2213, 1007],
        ),
        ("東京 ferry", [1879, 1755, 7115]),
        ("a\u200bb\tc\ufffdd", [11113, 3729]),
        ("ice-\u00adcold WÄRMEPUMPE", [3256, 1011, 3147, 4010, 13699, 24237, 2063]),
        ("ﬁne 3½ №7", [1984, 2638, 1017, 13714, 1578, 2581]),
        ("q" * (LONGEST_WORD + 1), [100]),
        ("", []),
    ],
)
def test_numbers_are_those_of_the_reference(text: str, numbers: list[int]):
    assert number_pieces(text, read_vocabulary()) == [101, *numbers, 102]


def test_the_vocabulary_is_whole():
    vocabulary = read_vocabulary()
    assert len(vocabulary) == 30522
    assert (vocabulary["[PAD]"], vocabulary["[UNK]"], vocabulary["##～"]) == (0, 100, 30521)


def test_the_longest_piece_is_taken_first():
    assert cut_word("unsinkable", SMALL) == ["un", "##sink", "##able"]


def test_a_word_with_a_rest_that_is_no_piece_is_unknown_as_a_whole():
    assert cut_word("unsinks", SMALL) == ["[UNK]"]


def test_marks_stand_alone_and_accents_fall():
    assert list(split_words("Très “cher”, n’est-ce pas?")) == [
        *("tres", "“", "cher", "”", ",", "n", "’", "est", "-", "ce", "pas", "?"),
    ]


def test_a_long_text_is_cut_to_what_the_model_reads():
    numbers = number_pieces("ship " * 1000, SMALL)
    assert len(numbers) == MOST_PIECES
    assert (numbers[0], numbers[-1]) == (SMALL["[CLS]"], SMALL["[SEP]"])
