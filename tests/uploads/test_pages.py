import time

import pytest

from articles.uploads import UploadError, read_pasted, read_upload

FIRST = "The harbour board voted on Monday to close the old swing bridge to lorries for the rest of the year."
SECOND = (
    "“We cannot wait for another winter,” said the board’s chair, Ada Lind, after the vote at the town hall."
)
PAGE = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>Bridge Closes | Daily Example</title>
<meta property="og:site_name" content="Daily Example"><meta name="author" content="Ada Lind">
<meta property="article:published_time" content="2022-05-03T07:31:00Z">
<link rel="canonical" href="https://example.org/bridge"><style>p {{ color: red }}</style></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Bridge<br>Closes</h1><div class="share-bar">Share now with all your friends</div>
<p>{FIRST}</p><script>var words = "<p>not text</p>";</script><!-- a comment --><noscript>Turn it on</noscript>
<figure><img src="x.png"><figcaption>The bridge in May</figcaption></figure>
<p>{SECOND.replace("winter", '<a href="/w">win<b>ter</b></a>')}</p></article>
<aside>Other news of the day</aside><footer>Imprint</footer></body></html>"""


def test_a_page_gives_its_article_and_what_it_says_of_itself():
    clean = read_upload(PAGE.encode(), "page.html")
    assert clean.text == f"Bridge Closes\n\n{FIRST}\n\n{SECOND}"
    assert (clean.headline, clean.byline, clean.outlet) == ("Bridge Closes", "Ada Lind", "Daily Example")
    assert (clean.published, clean.address) == ("2022-05-03T07:31:00Z", "https://example.org/bridge")


def test_furniture_of_a_page_is_reported_and_scripts_are_not():
    gone = " ".join(piece.text for piece in read_pasted(PAGE).left_out)
    assert "Sport" in gone
    assert "The bridge in May" in gone
    assert "not text" not in gone
    assert "color" not in gone


def test_facts_are_read_from_json_ld():
    data = (
        '{"@graph": [{"@type": "NewsArticle", "author": [{"name": "Bo Ek"}], "datePublished": "2022-05-03"}]}'
    )
    clean = read_pasted(f'<script type="application/ld+json">{data}</script><p>{FIRST}</p>')
    assert (clean.byline, clean.published) == ("Bo Ek", "2022-05-03")


def test_what_a_page_does_not_say_stays_empty():
    clean = read_pasted(f"<p>{FIRST}</p><p>{SECOND}</p>")
    assert (clean.headline, clean.byline, clean.outlet, clean.published, clean.address) == ("",) * 5


def test_a_line_break_keeps_words_apart():
    assert (
        read_pasted(f"<p>{FIRST}</p><p>first<br>second</p><p>{SECOND}</p>").text.split("\n\n")[1]
        == "first\nsecond"
    )


def test_blocks_keep_words_apart_and_inline_tags_do_not():
    assert read_pasted("<div>one<div>two</div>th<i>r</i>ee</div>").text.split() == ["one", "two", "three"]


def test_a_form_around_the_whole_page_is_no_reason_to_drop_it():
    assert read_pasted(f"<form><p>{FIRST}</p><p>{SECOND}</p></form>").text == f"{FIRST}\n\n{SECOND}"


def test_quotation_elements_get_the_marks_that_a_browser_prints():
    assert (
        "said “it is <open>”".replace("<open>", "open")
        in read_pasted("<p>She said <q>it is open</q>.</p>").text
    )


def test_markup_that_was_escaped_twice_is_read_as_markup():
    clean = read_pasted(
        f"&lt;p&gt;{FIRST}&lt;/p&gt;&lt;script&gt;steal()&lt;/script&gt;&lt;p&gt;{SECOND}&lt;/p&gt;"
    )
    assert clean.text == f"{FIRST}\n\n{SECOND}"


def test_a_plain_text_with_a_few_tags_keeps_its_paragraphs():
    assert read_pasted(f"{FIRST}\n\n{SECOND.replace('vote', '<em>vote</em>')}").text == f"{FIRST}\n\n{SECOND}"


@pytest.mark.parametrize(
    "broken",
    [
        "<div>" * 100_000,
        "<aside><b>" * 50_000,
        "<!--" * 100_000,
        '<a href="' + "x" * 500_000,
        "<p title='" * 50_000,
        "<![CDATA[" * 50_000,
        "<script>" * 50_000,
        "<template><noscript>" * 20_000,
        "<a><div></a>" * 50_000,
        "<p " + "".join(f"a{number}=1 " for number in range(50_000)) + ">",
        "<p><font><b><i>" * 30_000,
        "</b>" * 100_000,
        "&#" + "9" * 100_000 + ";",
        "&amp;" * 100_000,
        "<" * 300_000,
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
    ],
)
def test_hostile_markup_is_read_in_linear_time(broken):
    started = time.process_time()
    clean = read_pasted(f"<p>{FIRST}</p>{broken}")
    assert time.process_time() - started < 5
    assert clean.text.startswith(FIRST)


def test_a_page_of_endless_lines_is_refused():
    with pytest.raises(UploadError, match="100,000 lines"):
        read_pasted(f"<p>{FIRST}</p>" + "<br>x" * 100_001)


def test_furniture_inside_a_sentence_does_not_take_the_sentence():
    page = f'<p>{FIRST} <span hidden>print</span>It <a class="related-link">was</a> late.</p><p>{SECOND}</p>'
    assert read_pasted(page).text.split("\n\n")[0].split() == f"{FIRST} It was late.".split()


@pytest.mark.parametrize(
    "page",
    [
        "<header class='header-menu'><h1>Bridge</h1><p>Lorries go round</p></header><div>{0}{1}</div>",
        "<h1>Bridge</h1><p>Lorries go round</p><div class='lead-share'>{0}</div><div>{1}</div>",
        "<div class='comment-article'><h1>Bridge</h1><p>Lorries go round</p>{0}{1}</div>",
        "<h1>Bridge</h1><p>Lorries go round</p><label>{0}{1}</label>",
        "<div aria-hidden='true'><h1>Bridge</h1><p>Lorries go round</p>{0}{1}</div>",
        "<h1>Bridge</h1><p>Lorries go round</p><article>{0}</article><article>{1}</article>",
        "<header><h1>Bridge</h1><p>Lorries go round</p></header><article>{0}{1}</article>",
    ],
)
def test_a_misleading_name_or_place_costs_no_text(page):
    clean = read_pasted(page.format(f"<p>{FIRST}</p>", f"<p>{SECOND}</p>"))
    assert clean.text == f"Bridge\n\nLorries go round\n\n{FIRST}\n\n{SECOND}"


def test_a_byline_is_read_from_the_markup():
    page = f"<main><h1>Bridge</h1><address>Ada Lind</address><p>{FIRST}</p><p>{SECOND}</p></main>"
    assert read_pasted(page).byline == "Ada Lind"


@pytest.mark.parametrize(
    "source", ["<<b>b>", "<scr<b>ipt>x", "&lt;&lt;i>i>", "<\u200bb>x", "a <x-y title='> b", "<b"]
)
def test_no_tag_survives(source):
    text = read_pasted(f"word {source} word").text
    assert "<b" not in text
    assert "<i" not in text
    assert "<x" not in text
    assert "<s" not in text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"\x89PNG\r\n\x1a\n....", "picture"),
        (b"{\\rtf1 hello}", "RTF"),
        (b"From: <Saved by Blink>\r\nContent-Type: multipart/related;\r\n\r\n<p>=E2=80=9CNo", "web archive"),
        (b'<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?><w:p>No</w:p>', "saved as XML"),
        (b'<?xml version="1.0"?>\n<office:document xmlns:office="x"><p>No</p></office:document>', "fodt"),
        (b"some\x00bytes", "NUL"),
        (b"\x01\x02\x03\x04\x05\x06" * 20, "binary"),
        (b"a" * (2 * 1024 * 1024 + 1), "2 MB"),
        (b"<html><body><script>x</script></body></html>", "No article text"),
    ],
)
def test_a_file_that_is_no_article_is_refused_in_plain_words(data, said):
    with pytest.raises(UploadError, match=said):
        read_upload(data, "upload")


@pytest.mark.parametrize(
    "data",
    [
        FIRST.encode(),
        b"\xef\xbb\xbf" + FIRST.encode(),
        FIRST.encode("utf-16"),
        b"\xfe\xff" + FIRST.encode("utf-16-be"),
    ],
)
def test_encodings_with_and_without_a_mark(data):
    assert read_upload(data).text == FIRST


def test_windows_1252_is_the_fallback_also_where_latin_1_is_declared():
    assert read_upload(SECOND.encode("cp1252")).text == SECOND
    page = '<meta charset="iso-8859-1"><p>' + SECOND + "</p>"
    assert read_upload(page.encode("cp1252"), "page.html").text == SECOND


def test_a_declared_encoding_is_used():
    page = "<meta charset='windows-1251'><p>Мост закрыт до весны, сказал мэр.</p>"
    assert read_upload(page.encode("cp1251"), "page.html").text == "Мост закрыт до весны, сказал мэр."


def test_one_bad_byte_does_not_spoil_a_utf_8_text():
    assert read_upload(SECOND.encode() + b" \x96 so").text == SECOND + " – so"
