"""Words divided at the end of a line of a PDF, with the word each must give."""

import pytest

from articles.uploads.pdf_words import WordJoiner


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("the infrastruc-", "ture of the town", "the infrastructure of the town"),
        ("a long-", "term plan", "a long-term plan"),
        ("a well-", "known hall", "a well-known hall"),
        ("the in-", "formation given", "the information given"),
        ("in North-", "Western towns", "in North-Western towns"),
        ("from 1990-", "1995 he was", "from 1990- 1995 he was"),
        ("a co\u00ad", "operative of", "a cooperative of"),
        ("it was -", "so he said", "it was - so he said"),
        ("the end", "of it", "the end of it"),
    ],
)
def test_a_word_divided_at_the_end_of_a_line_is_put_together(before, after, joined):
    joiner = WordJoiner([before, after, "known information and well-known things"])
    assert "".join(joiner.join(before, after)) == joined


def test_a_document_says_itself_how_a_word_is_written():
    assert "".join(WordJoiner(["It is a zyx-wvu here", "a zyx-", "wvu"]).join("a zyx-", "wvu")) == "a zyx-wvu"
    assert "".join(WordJoiner(["a zyx-", "wvu"]).join("a zyx-", "wvu")) == "a zyxwvu"
