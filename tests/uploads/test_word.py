"""Word documents, written here part by part, with the text each must give."""

import io
import zipfile

import pytest

from articles.uploads import UploadError, read_pasted, read_upload

FIRST = "The harbour board voted on Monday to close the old swing bridge to lorries for the rest of the year."
SECOND = (
    "“We cannot wait for another winter,” said the board’s chair, Ada Lind, after the vote at the town hall."
)
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
STYLES = "".join(
    f'<w:style w:styleId="{number}"><w:name w:val="{name}"/></w:style>'
    for number, name in {
        "T": "Title",
        "S": "Subtitle",
        "berschrift1": "heading 1",
        "B": "caption",
        "V": "toc 1",
    }.items()
)


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def par(content: str, style: str = "", mark: str = "") -> str:
    inner = content if content.startswith("<") else run(content)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}<w:rPr>{mark}</w:rPr></w:pPr>{inner}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def box(content: str) -> str:
    held = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice><w:drawing>{held}</w:drawing></mc:Choice><mc:Fallback><w:pict>{held}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def docx(body: str, *, space: str = W, doctype: str = "", kind: str = "document.main", **parts: str) -> bytes:
    kinds = {"body": kind, "styles": "styles", **{name: name for name in parts}}
    contents = {"body": f"<w:body>{body}</w:body>", "styles": STYLES, **parts}
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as file:
        overrides = "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{OFFICE}.{of}+xml"/>'
            for name, of in kinds.items()
        )
        file.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{overrides}</Types>',
        )
        for name, content in contents.items():
            file.writestr(f"word/{name}.xml", f'{doctype}<w:root xmlns:w="{space}">{content}</w:root>')
    return written.getvalue()


def read(body: str, **parts: str):
    return read_upload(docx(body, **parts), "article.docx")


def text_of(body: str, **parts: str) -> str:
    text: str = read(body, **parts).text
    return text


def reasons(clean) -> dict[str, str]:
    return {piece.text: piece.reason for piece in clean.left_out}


@pytest.mark.parametrize("space", [W, STRICT])
def test_paragraphs_headings_and_lists_are_paragraphs(space):
    item = (
        '<w:p><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>'
        + run("The ferry runs every hour.")
        + "</w:p>"
    )
    body = par("Bridge Closes", "berschrift1") + par(FIRST) + par("The ferry", "S") + item + par(SECOND)
    clean = read_upload(docx(body, space=space))
    assert clean.text == f"Bridge Closes\n\n{FIRST}\n\nThe ferry\n\nThe ferry runs every hour.\n\n{SECOND}"
    assert clean.headline == "Bridge Closes"


def test_words_divided_among_runs_links_and_fields_are_whole():
    link = f'<w:hyperlink w:anchor="x">{run("win", "<w:b/>")}</w:hyperlink>{run("ter")}'
    field = (
        '<w:r><w:instrText>PAGE \\* x</w:instrText></w:r><w:fldSimple w:instr="x">'
        + run(" now")
        + "</w:fldSimple>"
    )
    assert text_of(par(run("A ") + link + field + run(" &amp; then."))) == "A winter now & then."


def test_breaks_tabs_and_hyphens_are_characters():
    inside = (
        "<w:t>well</w:t><w:noBreakHyphen/><w:t>known</w:t><w:tab/><w:t>verse</w:t><w:br/><w:t>goes on</w:t>"
    )
    assert (
        text_of(par(FIRST) + par(f"<w:r>{inside}</w:r>") + par(SECOND))
        == f"{FIRST}\n\nwell-known verse\ngoes on\n\n{SECOND}"
    )


def test_deleted_words_are_gone_and_inserted_ones_stay():
    change = f"<w:del><w:r><w:delText>old</w:delText>{run('older')}</w:r></w:del><w:ins>{run('new')}</w:ins>"
    moved = f"<w:moveFrom>{run('here ')}</w:moveFrom>"
    assert text_of(par(moved + run("The ") + change + run(" bridge."))) == "The new bridge."


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next():
    assert text_of(par("“It is", mark="<w:del/>") + par(" open,” she said.")) == "“It is open,” she said."
    assert text_of(par(FIRST, mark="<w:del/>")) == FIRST


def test_hidden_words_are_reported():
    clean = read(
        par(run("Open ") + run("secret ", "<w:vanish/>") + run("now", '<w:vanish w:val="false"/>'))
        + par(FIRST)
    )
    assert clean.text == f"Open now\n\n{FIRST}"
    assert reasons(clean) == {"secret": "hidden on the page"}


def test_a_row_of_a_table_is_a_line():
    rows = table((par("Ward"), par("For")), (par("North"), par("")), (par("South"), par("12")))
    assert text_of(par(FIRST) + rows + par(SECOND)) == f"{FIRST}\n\nWard For\n\nNorth\n\nSouth 12\n\n{SECOND}"


def test_a_table_that_lays_out_paragraphs_keeps_them():
    inner = table((par("North"), par("12")))
    layout = table((par(FIRST), par("Aside") + inner), (par(SECOND),))
    assert text_of(layout) == f"{FIRST}\n\nAside\n\nNorth 12\n\n{SECOND}"


def test_heads_and_feet_of_the_pages_are_reported_once():
    clean = read(par(FIRST) + par(SECOND), header=par("Daily Example") * 2, footer=par("Page 1"))
    assert clean.text == f"{FIRST}\n\n{SECOND}"
    assert reasons(clean) == {"Daily Example": "head of the page", "Page 1": "foot of the page"}
    back = read_upload(docx(par(FIRST) + par(SECOND), header=par("Daily Example")), keep=["Daily Example"])
    assert back.text.startswith("Daily Example\n\n")


def test_a_part_that_is_named_twice_is_read_once():
    again = f'document.main+xml"/><Override PartName="/word/body.xml" ContentType="{OFFICE}.document.main'
    assert read_upload(docx(par(FIRST), kind=again)).text == FIRST


def test_notes_stand_after_the_text():
    between = f'<w:footnote w:type="separator">{par("---")}</w:footnote>'
    notes = f'{between}<w:footnote w:id="2">{par(SECOND)}</w:footnote>'
    assert text_of(par(FIRST), footnotes=notes) == f"{FIRST}\n\n{SECOND}"


def test_a_box_stays_unless_the_article_prints_its_words_too():
    quoted = "“We cannot wait for another winter”"
    clean = read(par(box(par(quoted)) + run(FIRST)) + par(SECOND))
    assert clean.text == f"{FIRST}\n\n{SECOND}"
    assert reasons(clean) == {quoted: "a pull quote, printed again in the article"}
    assert text_of(par(box(par(SECOND)) + run(FIRST))) == f"{FIRST}\n\n{SECOND}"


def test_captions_and_contents_are_left_out():
    clean = read(par("Bridge", "V") + par(FIRST) + par("The bridge in May", "B") + par(SECOND))
    assert clean.text == f"{FIRST}\n\n{SECOND}"
    assert reasons(clean) == {"Bridge": "a table of contents", "The bridge in May": "caption of a picture"}


def test_title_and_subtitle_are_headline_and_deck():
    top = par("For release") + par("Bridge Closes", "T") + par("Lorries must go round", "S")
    clean = read(top + par(FIRST) + par(SECOND))
    assert (clean.headline, clean.deck) == ("Bridge Closes", "Lorries must go round")
    assert reasons(clean) == {"For release": "above the headline"}


def test_a_heading_below_the_text_is_no_headline():
    clean = read(par(FIRST) + par("What now", "berschrift1") + par(SECOND))
    assert (clean.headline, clean.text) == ("", f"{FIRST}\n\nWhat now\n\n{SECOND}")


def test_tags_in_a_document_are_no_markup():
    text = text_of(par("&lt;script&gt;alert(1)&lt;/script&gt;") + par(FIRST))
    assert "<script" not in text


def test_the_text_of_a_document_is_settled():
    text = text_of(par("Bridge", "T") + par(FIRST) + table((par("a"), par("b"))) + par(SECOND))
    assert read_pasted(text).text == text


BOMB = "<!DOCTYPE w [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>]>"
OUTSIDE = "<!DOCTYPE w [<!ENTITY b SYSTEM 'file:///etc/hostname'>]>"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (docx(par("&b;"), doctype=BOMB), "declares entities"),
        (docx(par("&b;"), doctype=OUTSIDE), "declares entities"),
        (docx("<w:sdt>" * 600 + "</w:sdt>" * 600), "deeper"),
        (docx(" " * 9_000_000), "too large"),
        (docx("<w:p>"), "damaged"),
        (docx(par("x" * 2_100_000)), "over 2 MB"),
        (docx('<w:altChunk/>'), "another file inside"),
        (docx(""), "No article text"),
        (docx(par(FIRST))[:-40], "damaged"),
        (docx(par(FIRST)).replace(b"PK\x01\x02", b"PK\x01\x03"), "damaged"),
        (b"PK\x03\x04" + b"PK\x01\x02" * 5_001, "5,000"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 Word", "old Office"),
    ],
)  # fmt: skip
def test_a_document_that_cannot_be_read_is_refused_in_plain_words(data, said):
    with pytest.raises(UploadError, match=said):
        read_upload(data, "article.docx")


def test_a_document_of_endless_elements_is_refused(monkeypatch):
    monkeypatch.setattr("articles.uploads.markup_events._MOST_ELEMENTS", 100)
    with pytest.raises(UploadError, match="larger"):
        read(par(FIRST) * 100)


@pytest.mark.parametrize(
    ("member", "said"),
    [("xl/workbook.xml", "spreadsheet"), ("ppt/a.xml", "presentation"), ("a.txt", "ZIP archive")],
)
def test_other_zipped_files_are_named(member, said):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as file:
        file.writestr(member, "x")
    with pytest.raises(UploadError, match=said):
        read_upload(written.getvalue())


def test_locked_and_oddly_packed_members_are_refused():
    for place, value, said in ((8, 1, "password"), (10, 12, "damaged")):
        data = bytearray(docx(par(FIRST)))
        entry = data.find(b"PK\x01\x02")
        data[entry + place] = value
        with pytest.raises(UploadError, match=said):
            read_upload(bytes(data))


@pytest.mark.parametrize("loose", ["<w:tc>{}</w:tc>", "<w:tr>{}</w:tr>", "<w:txbxContent>{}</w:txbxContent>"])
def test_parts_out_of_place_cost_no_text(loose):
    assert text_of(loose.format(par(FIRST)) + par(SECOND)) == f"{FIRST}\n\n{SECOND}"
