"""PDFs that cannot be read: each is refused in plain words, by a process that may die of it."""

import resource
import sys
import time
import zlib

import pytest

from articles.uploads import UploadError, pdf_pages, pdf_process, read_upload
from articles.uploads.turns import one_at_a_time
from tests.uploads.pdf_files import Set, file_of, lines, pdf, stream

TEXT = "The harbour board voted on Monday to close the old swing bridge to lorries."
PAGE = [Set(TEXT, 40, 500)]
CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
DAMAGED, PICTURE, LETTERS = "it is damaged", "picture of its pages", "letters of this PDF"
PASSWORD = (
    f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'41' * 32}> /U <{'42' * 32}> /P -4 >> /ID [<00><00>]"
)
STAMP = [Set("Scanned by Example", 150, 20)]
NAMELESS = (
    b"<< /Type /Font /Subtype /Type1 /BaseFont /Odd /Encoding << /Differences [32 "
    + b" ".join(b"/g%d" % number for number in range(95))
    + b"] >> >>"
)
UNMAPPED = pdf([Set(TEXT, 40, 500, font="N")], fonts="/N 8 0 R", more=[NAMELESS])
SHIFTED = pdf(
    lines([TEXT.lower().translate({code: (code - 94) % 26 + 97 for code in range(97, 123)})] * 6, 20, 500)
)


def one_page(content: bytes, entries: str = "") -> bytes:
    pages = [b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>"]
    return file_of([CATALOGUE, *pages, stream(content, entries)])


def tree(pages: bytes, *more: bytes) -> bytes:
    return file_of([CATALOGUE, b"<< /Type /Pages " + pages + b" >>", *more])


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7 ...", DAMAGED),
        (b"%PDF-1.7\n" + bytes(range(256)) * 1000, DAMAGED),
        (pdf(PAGE)[:400], DAMAGED),
        (tree(b"/Kids [2 0 R 2 0 R] /Count 99"), DAMAGED),
        (
            tree(b"/Kids [" + b"3 0 R " * 101 + b"] /Count 101", b"<< /Type /Page /Parent 2 0 R >>"),
            "over 100 pages",
        ),
        (one_page(b"[" * 100_000), "No article text"),
        (one_page(b"q " * 100_000), "No article text"),
        (pdf([]), "No article text"),
        (pdf(PAGE, trailer=PASSWORD), "password"),
        (pdf([], images=[0]), PICTURE),
        (pdf(STAMP, STAMP, images=[0, 1]), PICTURE),
        (pdf(PAGE, [], [], drawn=b"10 10 5 5 re f\n" * 60), PICTURE),
        (UNMAPPED, LETTERS),
        (SHIFTED, LETTERS),
    ],
)
def test_a_pdf_that_cannot_be_read_is_refused_in_plain_words(data, said, monkeypatch):
    monkeypatch.setattr(pdf_pages, "_ask", pdf_process.answer)
    with pytest.raises(UploadError, match=said):
        read_upload(data, "article.pdf")


@pytest.mark.parametrize("limit", ["_MOST_CHARACTERS", "_MOST_WORDS", "_MOST_WORDS_OF_PAGE"])
def test_a_pdf_with_more_text_than_any_article_is_refused(limit, monkeypatch):
    monkeypatch.setattr(pdf_pages, "_ask", pdf_process.answer)
    monkeypatch.setattr(pdf_process, limit, 10)
    with pytest.raises(UploadError, match="more text than any article"):
        read_upload(pdf(PAGE))


def test_a_pdf_is_read_by_a_process_of_its_own():
    code = pdf(PAGE, catalogue="/OpenAction << /S /JavaScript /JS (while(true){}) >>")
    assert read_upload(code).text == TEXT


def test_a_page_that_unpacks_without_end_is_refused():
    packer = zlib.compressobj(9, wbits=-15)
    block = packer.compress(b" " * 10_000_000) + packer.flush(zlib.Z_FULL_FLUSH)
    bomb = zlib.compress(b"\x78\x9c" + block * 60)
    started = time.monotonic()
    with pytest.raises(UploadError, match=DAMAGED):
        read_upload(one_page(bomb, "/Filter [/FlateDecode /FlateDecode]"))
    assert time.monotonic() - started < pdf_pages._MOST_SECONDS


@pytest.fixture
def program(monkeypatch, tmp_path):
    """A program of the test's own in place of the one that reads PDFs."""
    file = tmp_path / "program.py"
    monkeypatch.setattr(pdf_pages, "_PROGRAM", file)
    return file


@pytest.mark.parametrize(
    ("source", "seconds"),
    [("while True: pass", 0.1), ("import os; os.abort()", 10), ("print('no answer')", 10)],
)
def test_a_process_that_takes_too_long_or_dies_costs_one_upload(source, seconds, monkeypatch, program):
    monkeypatch.setattr(pdf_pages, "_MOST_SECONDS", seconds)
    program.write_text(source)
    with pytest.raises(UploadError, match=DAMAGED):
        read_upload(pdf(PAGE))


def test_a_server_that_cannot_start_the_process_blames_no_file(monkeypatch, program, caplog):
    program.write_text("import no_such_library")
    with pytest.raises(UploadError, match="cannot be read on this server"):
        read_upload(pdf(PAGE))
    assert "no_such_library" in caplog.text
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    with pytest.raises(UploadError, match="cannot be read on this server"):
        read_upload(pdf(PAGE))


def test_one_pdf_is_read_at_a_time(monkeypatch, program):
    program.write_text('print(\'{"refused": "pages"}\')')
    with one_at_a_time(program, 0):
        monkeypatch.setattr(pdf_pages, "_MOST_SECONDS", 0)
        with pytest.raises(UploadError, match="Another PDF is being read"):
            read_upload(pdf(PAGE))
    monkeypatch.undo()
    monkeypatch.setattr(pdf_pages, "_PROGRAM", program)
    with pytest.raises(UploadError, match="over 100 pages"):
        read_upload(pdf(PAGE))


def test_limits_of_the_server_that_are_narrower_stay(monkeypatch):
    asked = []

    def refuse(kind, limits):
        asked.append(kind)
        raise ValueError("not allowed to raise maximum limit")

    monkeypatch.setattr(resource, "setrlimit", refuse)
    pdf_process._limit()
    assert len(asked) == 3


def test_the_process_is_given_no_secrets(monkeypatch, program):
    program.write_text(
        "import json, os; print(json.dumps({'refused': 'locked' if 'SECRET_KEY' in os.environ else 'pages'}))"
    )
    monkeypatch.setenv("SECRET_KEY", "x")
    with pytest.raises(UploadError, match="over 100 pages"):
        read_upload(pdf(PAGE))
