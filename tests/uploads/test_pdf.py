"""PDFs, written here letter by letter, with the text each must give."""

import pytest

from articles.uploads import pdf_pages, pdf_process, read_pasted, read_upload
from tests.uploads.pdf_files import Set, lines, pdf

FIRST = (
    "The harbour board voted on Monday to close the old",
    "swing bridge to lorries for the rest of the year, after",
    "engineers had found cracks in two of the main beams.",
)
SECOND = (
    "“We cannot wait for another winter,” said the board’s",
    "chair, Ada Lind, after the vote at the town hall, where",
    "more people had come than there were seats for them.",
)
THIRD = (
    "Traffic is led over the northern bridge, where a limit",
    "is set until the work is done, perhaps in the spring.",
)
A, B, C = (" ".join(texts) for texts in (FIRST, SECOND, THIRD))


@pytest.fixture(autouse=True)
def in_this_process(monkeypatch):
    """Read in the process of the test: starting one for each file takes most of the time."""
    monkeypatch.setattr(pdf_pages, "_ask", pdf_process.answer)


def read(*pages, **parts):
    return read_upload(pdf(*pages, **parts), "article.pdf")


def text_of(*pages, **parts) -> str:
    text: str = read(*pages, **parts).text
    return text


def reasons(clean) -> dict[str, str]:
    return {piece.text: piece.reason for piece in clean.left_out}


def test_lines_are_joined_to_paragraphs_parted_by_a_gap():
    assert text_of(lines(FIRST, 40, 500) + lines(SECOND, 40, 455)) == f"{A}\n\n{B}"


def test_an_indent_begins_a_paragraph():
    page = [
        Set(FIRST[0], 52, 500),
        *lines(FIRST[1:], 40, 488),
        Set(SECOND[0], 52, 464),
        *lines(SECOND[1:], 40, 452),
    ]
    assert text_of(page) == f"{A}\n\n{B}"


def test_a_line_with_room_for_the_next_word_ends_a_paragraph():
    short = "They voted for it on Monday."
    assert text_of(lines([*FIRST, short, *SECOND], 40, 500)) == f"{A} {short}\n\n{B}"


def test_larger_and_bolder_type_is_a_heading():
    page = [
        *lines(["Harbour Board Closes", "Swing Bridge"], 40, 550, size=20, lead=22),
        *lines(FIRST, 40, 500),
        Set("What happens now to the ferry and to all of its pass", 40, 464, font="B"),
        *lines(SECOND, 40, 452),
    ]
    clean = read(page)
    assert clean.headline == "Harbour Board Closes Swing Bridge"
    assert clean.text.split("\n\n")[1:] == [A, "What happens now to the ferry and to all of its pass", B]


def test_the_name_of_the_paper_in_large_type_is_no_headline():
    page = [
        Set("Daily Example", 40, 570, size=30),
        Set("Harbour Board Closes Swing Bridge", 40, 530, size=18),
        *lines(FIRST, 40, 500),
    ]
    clean = read(page)
    assert clean.headline == "Harbour Board Closes Swing Bridge"
    assert reasons(clean) == {"Daily Example": "above the headline"}


def test_verse_stays_in_lines():
    page = [
        *lines(FIRST, 40, 500),
        *lines(["The bridge is old", "the river cold"], 40, 450),
        *lines(SECOND, 40, 400),
    ]
    assert text_of(page) == f"{A}\n\nThe bridge is old\nthe river cold\n\n{B}"


def test_signs_of_a_list_are_no_text():
    page = [*lines(FIRST, 40, 500), *lines(["• The ferry runs.", "• A second one is hired."], 52, 450)]
    assert text_of(page).split("\n\n") == [A, "The ferry runs.", "A second one is hired."]


NARROW = {
    "left": [
        "The harbour board voted",
        "on Monday to close the",
        "old swing bridge to every",
        "lorry until the spring, as",
    ],
    "right": [
        "engineers found cracks in",
        "two of the main beams of",
        "the bridge, and asked for",
        "time to look at the others.",
    ],
}
JOINED = " ".join(NARROW["left"] + NARROW["right"])


@pytest.mark.parametrize("shift", [0, 5, 7])
@pytest.mark.parametrize("right_first", [False, True])
def test_columns_are_read_one_after_the_other(shift, right_first):
    columns = [lines(NARROW["left"], 40, 500), lines(NARROW["right"], 190, 500 - shift)]
    page = [line for column in (reversed(columns) if right_first else columns) for line in column]
    assert text_of(page) == JOINED


def test_three_columns_under_a_headline_across_them():
    page = [
        Set("Harbour Board Closes the Swing Bridge", 40, 560, size=18),
        *lines(NARROW["left"], 30, 520),
        *lines(NARROW["right"], 155, 520),
        *lines(NARROW["left"], 280, 514),
    ]
    last = " ".join(NARROW["left"])
    assert text_of(page) == f"Harbour Board Closes the Swing Bridge\n\n{JOINED}\n\n{last}"


def test_a_few_lines_on_the_last_page_are_columns_where_other_pages_have_them():
    first = [*lines(NARROW["left"], 40, 500), *lines(NARROW["right"], 190, 500)]
    last = [
        *lines(["Nobody had disputed the", "figures."], 40, 500),
        *lines(["They will meet again in", "May."], 190, 500),
    ]
    end = "Nobody had disputed the figures.\n\nThey will meet again in May."
    assert text_of(first, last) == f"{JOINED}\n\n{end}"


def test_a_small_box_in_other_type_is_read_by_itself():
    box = lines(["“It creaks all night.”", "A ferryman"], 310, 498, size=13, lead=15)
    text = text_of([*lines([*FIRST, *SECOND], 40, 500), *box])
    assert text == f"{A} {B}\n\n“It creaks all night.” A ferryman"


def test_a_table_is_read_across():
    rows = [("Ward", "For", "Against"), ("North", "12", "3"), ("South", "7", "9"), ("Harbour", "30", "1")]
    table = [
        Set(cell, 40 + 90 * at, 440 - 12 * row)
        for row, cells in enumerate(rows)
        for at, cell in enumerate(cells)
    ]
    table_text = text_of([*lines(FIRST, 40, 500), *table]).removeprefix(A).split()
    assert table_text == [cell for cells in rows for cell in cells]


def test_a_paragraph_goes_on_over_the_page_and_what_stands_there_is_reported():
    def page(number: int, texts):
        edge = [Set("Daily Example", 40, 580, size=8), Set(f"Page {number}", 200, 20, size=8)]
        return [*edge, *lines(texts, 40, 540)]

    clean = read(
        page(1, [*FIRST, SECOND[0]]), page(2, [*SECOND[1:], *THIRD]), page(3, ["It closes.", *FIRST])
    )
    assert clean.text == f"{A} {B} {C}\n\nIt closes.\n\n{A}"
    assert [piece.text for piece in clean.left_out].count("Daily Example") == 3
    assert reasons(clean) == {
        "Daily Example": "head of the page",
        **{f"Page {number}": "a page number" for number in (1, 2, 3)},
    }


def test_a_left_out_head_can_be_put_back():
    pages = [[Set("Daily Example", 40, 580), *lines(texts, 40, 540)] for texts in (FIRST, SECOND)]
    back = read_upload(pdf(*pages), keep=["Daily Example"])
    assert back.text == f"Daily Example\n\n{A}\n\nDaily Example\n\n{B}"


def test_what_browsers_print_around_a_page_is_left_out():
    edge = [
        Set("29/11/2026, 21:14", 40, 585, size=7),
        Set("Bridge closes", 200, 585, size=7),
        Set("https://example.org/bridge 1/1", 40, 15, size=7),
    ]
    clean = read([*edge, *lines(FIRST, 40, 540)])
    assert clean.text == A
    assert set(reasons(clean).values()) == {"head of the page", "foot of the page"}


def test_pages_that_are_pictures_are_reported():
    number = [Set("3", 200, 20)]
    clean = read(lines(FIRST, 40, 540), [], number, lines(SECOND, 40, 540), [], images=[0, 1, 2])
    assert clean.text == f"{A}\n\n{B}"
    assert [(piece.text, piece.reason, piece.position) for piece in clean.left_out] == [
        ("", "page 2 of the file is a picture, without text", len(A) + 2),
        ("3", "a page number", len(A) + 2),
        ("", "page 3 of the file is a picture, without text", len(A) + 2),
    ]
    assert read_upload(pdf(lines(FIRST, 40, 540), [], images=[1]), keep=["", " "]).text == A


def test_frames_are_no_pictures():
    assert not read(lines(FIRST, 40, 540), [], [], drawn=b"10 10 400 1 re f\n" * 20).left_out


@pytest.mark.parametrize("before", [b"\r\n", b"\xef\xbb\xbf\n", b"\x00"])
def test_what_stands_before_a_pdf_is_looked_over(before):
    assert read_upload(before + pdf(lines(FIRST, 40, 540)), "a.txt").text == A


def test_first_lines_that_differ_from_page_to_page_stay():
    assert text_of(lines(FIRST, 40, 540), lines(SECOND, 40, 540)) == f"{A}\n\n{B}"


def test_what_is_set_sideways_is_reported():
    clean = read([*lines(FIRST, 40, 500), Set("SAMPLE COPY", 400, 100, matrix="0 1 -1 0")])
    assert clean.text == A
    assert reasons(clean) == {"SAMPLE COPY": "set sideways on the page"}


@pytest.mark.parametrize("matrix", ["0 1 -1 0", "-1 0 0 -1", "0 -1 1 0"])
def test_a_page_that_is_turned_is_read(matrix):
    a, b, c, d = (int(number) for number in matrix.split())
    page = [
        Set(line.text, a * line.x + c * line.y + 300, b * line.x + d * line.y + 300, matrix=matrix)
        for line in lines(FIRST, 0, 0) + lines(SECOND, 0, -45)
    ]
    assert text_of(page) == f"{A}\n\n{B}"


def test_type_of_a_size_below_nothing_is_read_the_other_way_round():
    turned = [Set(text, 40, 500 - 12 * at, -10, matrix="-1 0 0 -1") for at, text in enumerate(FIRST)]
    assert text_of(turned) == A


def test_type_without_height_breaks_nothing():
    assert text_of([Set(text, 40, 500 - 12 * at, matrix="1 0 0 0") for at, text in enumerate(FIRST)])


@pytest.mark.parametrize(
    ("initial", "rest", "word"),
    [("T", "he", "The"), ("A", "fter", "After"), ("A", "bridge", "A bridge"), ("“W", "e", "“We")],
)
def test_a_large_first_letter_begins_the_first_line_beside_it(initial, rest, word):
    beside = [f"{rest} harbour board voted on Monday", "to close the old swing bridge to"]
    page = [
        Set(initial, 40, 478, size=32),
        *lines(beside, 80, 492),
        Set("every lorry for the rest of this year.", 40, 468),
    ]
    assert (
        text_of(page) == f"{word} {' '.join(beside)[len(rest) + 1 :]} every lorry for the rest of this year."
    )


def test_marks_of_notes_go_and_other_raised_letters_stay():
    big = [("On May 1", 40), ("in the hall", 105), (",", 174.8), ("of 90 m", 187), (".", 232.8)]
    raised = [("st", 88), ("3", 171), ("2", 229)]
    page = [Set(text, x, 500, 10, "C") for text, x in big] + [Set(text, x, 504, 6, "C") for text, x in raised]
    assert text_of([*page, *lines(FIRST, 40, 450)]).startswith("On May 1st in the hall, of 90 m2.")


def test_a_divided_word_is_put_together_over_the_end_of_a_column():
    left = [*NARROW["left"][:3], "lorry, for the infrastruc-"]
    right = ["ture, engineers say, has", *NARROW["right"][1:]]
    assert "the infrastructure, engineers" in text_of([*lines(left, 40, 500), *lines(right, 190, 500)])


def test_the_text_of_a_pdf_is_settled_and_the_same_each_time():
    page = [
        Set("Harbour Board Closes Swing Bridge", 40, 560, size=20),
        *lines(FIRST, 40, 500),
        *lines(["The bridge is old", "the river cold"], 40, 450),
        *lines(SECOND, 40, 400),
    ]
    clean = read(page)
    assert read(page) == clean
    assert read_pasted(clean.text).text == clean.text
    assert read_pasted(clean.text, headline=clean.headline).text == clean.text
