import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.uploads import UploadError, read_pasted, read_upload

BODY = (
    "The harbour board voted on Monday to close the old swing bridge to lorries for the rest of the year.",
    "“We cannot wait for another winter,” said the board’s chair, Ada Lind, after the vote at the town hall.",
    "Engineers found cracks in two of the main beams last month, and the repair will take until the spring.",
)
ARTICLE = "\n\n".join(BODY)


def text_of(source: str) -> str:
    return read_pasted(source).text


def test_line_ends_blanks_and_accents_are_settled():
    source = "\ufeff  Cafe\u0301\u00a0talk \t today \r\n\r\n" + ARTICLE.replace("\n", "\r\n") + " \r\n\r\n"
    assert text_of(source) == "Café talk today\n\n" + ARTICLE


def test_invisible_characters_leave_no_trace():
    assert text_of("The co\u00adun\u200bcil \u202emet\u202c \x07today.") == "The council met today."


def test_joined_emoji_and_scripts_keep_their_joiners():
    assert "👩\u200d🚒" in text_of("The 👩\u200d🚒 came at noon, the mayor said.")


def test_windows_quotation_marks_read_as_latin_1_are_mended():
    assert text_of("She said \x93no\x94 twice.") == "She said “no” twice."


def test_a_text_without_blank_lines_has_a_paragraph_a_line():
    assert text_of("\n".join(BODY)) == ARTICLE


def test_hard_wrapped_paragraphs_are_joined():
    wrapped = (
        "The harbour board voted on Monday to close the old swing bridge to\n"
        "lorries for the rest of the year, after engineers found cracks in two\n"
        "of the main beams and asked for time to look at all the others.\n"
        "\n"
        "Traffic will be led over the northern bridge, where the speed limit\n"
        "is lowered until the work is done, which may be as late as spring.\n"
    )
    paragraphs = text_of(wrapped).split("\n\n")
    assert len(paragraphs) == 2
    assert paragraphs[0].startswith(
        "The harbour board voted on Monday to close the old swing bridge to lorries"
    )
    assert "\n" not in text_of(wrapped).replace("\n\n", "")


def test_short_lines_of_verse_stay_lines():
    verse = "The bridge is old\nthe river cold"
    assert verse in text_of(f"{BODY[0]}\n\n{verse}\n\n{BODY[1]}")


def test_a_headline_and_a_deck_are_told_from_the_body():
    deck = "‘We cannot wait for another winter,’ said the board’s chair"
    clean = read_pasted(f"Harbour Board Closes Swing Bridge\n{deck}\n" + "\n".join(BODY))
    assert (clean.headline, clean.deck) == ("Harbour Board Closes Swing Bridge", deck)
    assert clean.text.split("\n\n")[:2] == [clean.headline, clean.deck]


def test_a_first_paragraph_is_no_headline():
    assert read_pasted(ARTICLE).headline == ""


def test_a_given_headline_and_deck_are_put_on_top_once():
    once = read_pasted(ARTICLE, headline="Bridge closed", deck="It stays shut")
    again = read_pasted(once.text, headline="Bridge closed", deck="It stays shut")
    assert once.text == f"Bridge closed\n\nIt stays shut\n\n{ARTICLE}"
    assert (again.text, again.headline, again.deck) == (once.text, "Bridge closed", "It stays shut")


def test_a_comparison_sign_is_no_tag():
    assert text_of("Growth of x < 3 and y > 4 was <3 news.") == "Growth of x < 3 and y > 4 was <3 news."


@pytest.mark.parametrize(
    "printed",
    [
        "x <y and z> w",
        "Ada Lind <ada@example.org> wrote",
        "see <https://example.org/a?b=1> there",
        "<inaudible> then <laughs>",
        "vector<int> v = <a,b>",
        "<<quoted>> <- back <-> forth",
    ],
)
def test_angle_brackets_that_are_no_tags_are_printed(printed):
    assert text_of(f"{printed}\n\n{ARTICLE}") == f"{printed}\n\n{ARTICLE}"


@pytest.mark.parametrize("unclosed", ["if a <b then", "<img src=x onerror=alert(1)", "a <b and c> d", "5 <p"])
def test_a_bracket_that_opens_nothing_swallows_no_words(unclosed):
    assert text_of(f"{unclosed}\n\n{ARTICLE}") == f"{unclosed.replace('<', '< ')}\n\n{ARTICLE}"


def test_entities_of_a_plain_text_are_decoded():
    assert text_of("Marks &amp;amp; Co said &quot;no&quot;.") == 'Marks & Co said "no".'


@given(st.text(st.sampled_from('aB .\n<>&;/!?"“”1bpr:-\u00a0\u200d\u0301é*@#x'), max_size=200))
@settings(max_examples=400, deadline=None)
def test_reading_a_clean_text_again_changes_nothing(source):
    try:
        clean = read_pasted(source)
    except UploadError:
        return
    assert read_pasted(clean.text).text == clean.text


LINES = st.sampled_from([
    *BODY, "Leave a Reply", "12", "Related:", "Mayor Opens New Bridge After Long Repair", "Read more here.",
    "Advertisement", "By Ada Lind", "May 3, 2013", "short line", "The end. Read more at this link.", "",
    "Share this:", "Photo: Ada Lind", "a line of sixty-odd columns that ends just before the next one",
])  # fmt: skip


@given(st.lists(LINES, max_size=14), st.booleans())
@settings(max_examples=400, deadline=None)
def test_pages_of_any_order_are_settled_at_once(lines, as_html):
    source = "".join(f"<p>{line}</p>" for line in lines) if as_html else "\n".join(lines)
    try:
        clean = read_pasted(source)
    except UploadError:
        return
    assert read_pasted(clean.text).text == clean.text
    assert clean.text == clean.text.strip()
    assert "\n\n\n" not in clean.text
    for piece in clean.left_out:
        assert 0 <= piece.position <= len(clean.text)
        assert piece.reason


@given(st.binary(max_size=300))
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_read_or_refused(data):
    with contextlib.suppress(UploadError):
        assert read_upload(data, "upload.html").text
