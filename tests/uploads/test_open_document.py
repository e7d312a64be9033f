"""OpenDocument texts, written here part by part, with the text each must give."""

import io
import zipfile

import pytest

from articles.uploads import UploadError, read_pasted, read_upload

FIRST = "The harbour board voted on Monday to close the old swing bridge to lorries for the rest of the year."
SECOND = (
    "“We cannot wait for another winter,” said the board’s chair, Ada Lind, after the vote at the town hall."
)
KIND = "application/vnd.oasis.opendocument.text"
SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        **{name: name for name in ("office", "text", "table", "style")},
        "draw": "drawing",
        "svg": "svg-compatible",
    }.items()
)
STYLES = (
    '<style:style style:name="P1" style:parent-style-name="Title"/>'
    '<style:style style:name="Illustration" style:parent-style-name="Caption"/>'
    '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>'
)


def odt(body: str, *, edges: str = "", kind: str = KIND, manifest: str = "", doctype: str = "") -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("mimetype", kind)
        file.writestr("META-INF/manifest.xml", manifest)
        file.writestr(
            "styles.xml", f"<office:document-styles {SPACES}>{STYLES}{edges}</office:document-styles>"
        )
        file.writestr(
            "content.xml",
            f"{doctype}<office:document-content {SPACES}><office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>",
        )
    return written.getvalue()


def par(content: str, style: str = "Text_20_body") -> str:
    return f'<text:p text:style-name="{style}">{content}</text:p>'


def read(body: str, **parts: str):
    return read_upload(odt(body, **parts), "article.odt")


def text_of(body: str) -> str:
    text: str = read(body).text
    return text


def reasons(clean) -> dict[str, str]:
    return {piece.text: piece.reason for piece in clean.left_out}


def test_headings_paragraphs_and_lists_are_paragraphs():
    heading = '<text:h text:outline-level="1">Bridge Closes</text:h>'
    items = f"<text:list><text:list-item>{par('The ferry runs every hour.')}</text:list-item></text:list>"
    clean = read(heading + par(FIRST) + items + par(SECOND))
    assert clean.text == f"Bridge Closes\n\n{FIRST}\n\nThe ferry runs every hour.\n\n{SECOND}"
    assert clean.headline == "Bridge Closes"


def test_marked_words_are_whole_and_blanks_are_one():
    source = 'A <text:span text:style-name="T2">win</text:span>ter\n   and<text:s text:c="999999999"/>spring.'
    assert text_of(par(source)) == "A winter and spring."


def test_breaks_are_kept():
    verse = "verse<text:tab/>one<text:line-break/>goes on"
    assert text_of(par(FIRST) + par(verse) + par(SECOND)) == f"{FIRST}\n\nverse one\ngoes on\n\n{SECOND}"


def test_comments_and_deleted_words_are_no_text():
    deleted = f"<text:tracked-changes>{par('Old words.')}</text:tracked-changes>"
    comment = f"<office:annotation>{par('Check this.')}</office:annotation>"
    clean = read(deleted + par(f"The new{comment} bridge."))
    assert (clean.text, clean.left_out) == ("The new bridge.", ())


def test_hidden_words_are_reported():
    inner = '<text:span text:style-name="T2">words </text:span>'
    hidden = f'<text:span text:style-name="T1">secret {inner}</text:span>'
    clean = read(par(f"Open {hidden}now") + par(FIRST))
    assert clean.text == f"Open now\n\n{FIRST}"
    assert reasons(clean) == {"secret words": "hidden on the page"}


def test_a_row_of_a_table_is_a_line():
    rows = "".join(
        "<table:table-row>" + "".join(f"<table:table-cell>{par(cell)}</table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in (("Ward", "For"), ("South", "12"))
    )  # fmt: skip
    assert text_of(par(FIRST) + f"<table:table>{rows}</table:table>") == f"{FIRST}\n\nWard For\n\nSouth 12"


def test_notes_stand_after_the_text_and_their_signs_are_gone():
    held = f"<text:note-citation>1</text:note-citation><text:note-body>{par(SECOND)}</text:note-body>"
    note = f"<text:note>{held}</text:note>"
    assert text_of(par(f"The board{note} voted.") + par(FIRST)) == f"The board voted.\n\n{FIRST}\n\n{SECOND}"


def test_a_box_stays_unless_the_article_prints_its_words_too():
    quoted = "“We cannot wait for another winter”"
    box = "<draw:frame><draw:text-box>{}</draw:text-box></draw:frame>"
    clean = read(par(box.format(par(quoted)) + FIRST) + par(SECOND))
    assert clean.text == f"{FIRST}\n\n{SECOND}"
    assert list(reasons(clean)) == [quoted]
    assert text_of(par(box.format(par(SECOND)) + FIRST)) == f"{FIRST}\n\n{SECOND}"


def test_styles_tell_title_caption_and_contents():
    body = par("Bridge Closes", "P1") + par("Bridge 1", "Contents_20_1") + par(FIRST)
    clean = read(body + par("The bridge in May", "Illustration") + par(SECOND))
    assert (clean.headline, clean.text) == ("Bridge Closes", f"Bridge Closes\n\n{FIRST}\n\n{SECOND}")
    assert reasons(clean) == {"Bridge 1": "a table of contents", "The bridge in May": "caption of a picture"}


def test_heads_and_feet_of_the_pages_are_reported():
    head = f"<style:header-left>{par('Daily Example')}</style:header-left>"
    edges = f"{head}<style:footer>{par('7')}</style:footer>"
    clean = read(par(FIRST), edges=edges)
    assert clean.text == FIRST
    assert reasons(clean) == {"Daily Example": "head of the page", "7": "foot of the page"}


def test_the_text_of_a_document_is_settled():
    text = text_of(par("Bridge", "Title") + par(FIRST) + par(SECOND))
    assert read_pasted(text).text == text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (odt(par("&b;"), doctype="<!DOCTYPE a [<!ENTITY b 'x'>]>"), "declares entities"),
        (odt("<text:section>" * 600 + "</text:section>" * 600), "deeper"),
        (odt(" " * 9_000_000), "too large"),
        (odt("<text:p>"), "damaged"),
        (odt(par('<text:s text:c="' + "9" * 5000 + '"/>')), "damaged"),
        (odt(par(FIRST), manifest="<manifest:encryption-data/>"), "password"),
        (odt(""), "No article text"),
        (odt("", kind="application/vnd.oasis.opendocument.spreadsheet"), "spreadsheet"),
        (odt("", kind="application/vnd.oasis.opendocument.presentation"), "presentation"),
        (odt("", kind="application/epub+zip"), "EPUB"),
    ],
)
def test_a_document_that_cannot_be_read_is_refused_in_plain_words(data, said):
    with pytest.raises(UploadError, match=said):
        read_upload(data, "article.odt")
