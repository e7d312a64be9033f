import pytest

from articles.uploads import read_pasted

HEADLINE = "Harbour Board Closes Swing Bridge"
BODY = (
    "The harbour board voted on Monday to close the old swing bridge to lorries until the new year.\n\n"
    "“We cannot wait for another winter,” said the board’s chair, Ada Lind, after the vote in town.\n\n"
    "Engineers found cracks in two of the main beams last month, and the repair will take until the spring."
)
ARTICLE = f"{HEADLINE}\n\n{BODY}"
OTHER = "Ferry Captain Wins Prize for Saving Forty Sheep\n\nTown Museum Finds Lost Painting in Its Own Cellar"


@pytest.mark.parametrize(
    "after",
    [
        f"Leave a Reply\n\nYour email address will not be published. Required fields are marked *\n\n{OTHER}",
        f"3 Comments\n\nJo says:\n\nThis is the best news that I have read all year long.\n\n{OTHER}",
        f"Related:\n\n{OTHER}",
        f"You may also like\n\n{OTHER}",
        OTHER,
        "Share this:\n\nFacebook | Twitter | Email\n\n12 shares",
        "Sign up for our free daily newsletter and get the best stories.",
        "© 2022 The Daily Example. All rights reserved.",
        "Tags: bridges, harbour, lorries",
        "Click here to read the report.",
        "Photo: Ada Lind/Example Agency",
        "Advertisement",
        "Follow Ada Lind on Twitter @adalind",
        "0\n1193",
    ],
)
def test_what_follows_the_article_is_left_out_and_reported(after):
    clean = read_pasted(f"{ARTICLE}\n\n{after}")
    assert clean.text == ARTICLE
    assert clean.left_out
    assert all(piece.reason for piece in clean.left_out)


@pytest.mark.parametrize(
    "between",
    [
        "0\n1193",
        "By Ada Lind\nMay 3, 2022",
        "May 3, 2022 by Ada",
        "By Ada Lind | May 3, 2022",
        "Share on Facebook",
        "News | World | Europe",
        "Home",
    ],
)
def test_what_stands_between_headline_and_body_is_left_out(between):
    assert read_pasted(f"{HEADLINE}\n\n{between}\n\n{BODY}").text == ARTICLE


@pytest.mark.parametrize(
    "sentence",
    [
        "Read more at this link.",
        "You can read the full report here.",
        "Click here to read more.",
        "Read more here",
    ],
)
def test_a_last_sentence_that_only_links_is_cut(sentence):
    clean = read_pasted(f"{ARTICLE} {sentence}")
    assert clean.text == ARTICLE
    assert [piece.text for piece in clean.left_out] == [sentence]


@pytest.mark.parametrize(
    "last",
    [
        "“Never again.”",
        "The board meets again in May",
        "“You can read more about it here,” she said.",
        "She asked readers to sign up for the board’s newsletter, and 1,193 people did so in a day.",
        "“Leave a reply and we will listen,” the chair told the people in the hall.",
        "Copyright law does not cover the design of a bridge, the court found in 1987.",
        "Video from the scene showed the beams bending under a single lorry.",
        "Register offices sent e-mails to everyone concerned.",
        "By Tuesday, the bridge had been closed.",
        "“New Bridge Will Open in May Without Lorries On It”",
        "Comments are closed, the spokesman joked.",
        "You may also like it cold",
        "Leeds 2-1 Hull\n\nYork 0-0 Bath",
        "1. Mix the flour\n\n2. Add the eggs",
        "200g flour\n\n3 eggs",
        "00:12 Ada Lind: We cannot wait.\n\n00:45 Bo Ek: Who pays?",
        "By then it was too late",
        "The Associated Press contributed to this report.",
    ],
)
def test_an_articles_own_last_words_stay(last):
    assert read_pasted(f"{ARTICLE}\n\n{last}").text == f"{ARTICLE}\n\n{last}"


@pytest.mark.parametrize("middle", ["What Happens to the Ferry Now", "2021", "The vote", "“No.”"])
def test_headings_and_short_quotations_inside_an_article_stay(middle):
    source = f"{ARTICLE}\n\n{middle}\n\n{BODY}"
    assert read_pasted(source).text == source


def test_an_advertisement_inside_an_article_is_left_out():
    assert read_pasted(f"{ARTICLE}\n\nADVERTISEMENT\n\n{BODY}").text == f"{ARTICLE}\n\n{BODY}"


def test_a_comment_link_above_the_body_does_not_end_the_article():
    assert read_pasted(f"{HEADLINE}\n\nLeave a Comment\n\n{BODY}").text == ARTICLE


def test_a_left_out_piece_can_be_put_back_in_its_place():
    source = f"{ARTICLE} Read more at this link.\n\nLeave a Reply\n\n{OTHER}"
    gone = read_pasted(source).left_out
    for piece in gone:
        back = read_pasted(source, keep=[piece.text])
        assert piece.text in back.text
        assert len(back.left_out) == len(gone) - 1
    everything = read_pasted(source, keep=[piece.text for piece in gone])
    assert (everything.text, everything.left_out) == (source, ())


def test_the_place_of_a_piece_is_where_the_text_goes_on():
    clean = read_pasted(f"{HEADLINE}\n\n12\n\n{BODY}\n\nAdvertisement")
    assert [clean.text[piece.position :] for piece in clean.left_out] == [BODY, ""]


def test_a_byline_is_read():
    assert read_pasted(f"{HEADLINE}\n\nBy Ada Lind and Bo Ek\n\n{BODY}").byline == "Ada Lind and Bo Ek"
