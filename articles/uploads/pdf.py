"""A PDF to its blocks of text: paragraphs in reading order, without what stands on every page."""

import re

from articles.uploads.document_text import Block
from articles.uploads.furniture import is_body
from articles.uploads.pdf_columns import lines_of
from articles.uploads.pdf_initials import set_initials
from articles.uploads.pdf_pages import Page, read_pages
from articles.uploads.pdf_paragraphs import Paragraph, body_size, paragraphs_of
from articles.uploads.pdf_rows import edge_reasons, rows_of
from articles.uploads.values import Facts, UploadError

SIDEWAYS = "set sideways on the page"
PICTURE = "page {} of the file is a picture, without text"

# Readers of PDF look for the beginning so far into a file.
_LONGEST_START = 1024
# A headline is larger than the text by this; the name of a newspaper has fewer words.
_HEADLINE = 1.25
_HEADLINE_WORDS = range(4, 31)
# With more letters than this unknown, words are missing.
_MOST_UNMAPPED = 0.03
# Where letters are mapped wrongly vowels are as rare as chance makes them; languages have 35 to 50 %.
_FEWEST_VOWELS = 0.27
_ENOUGH_LETTERS = 300
_LATIN = re.compile("[a-z]")
_VOWEL = re.compile("[aeiouy]")

_SCANNED = (
    "This PDF is a picture of its pages, without text. Make it readable with a program for text recognition "
    "(OCR), or type or paste the text."
)
_UNMAPPED = (
    "The letters of this PDF cannot be told: its fonts do not say which they are. Make it readable with a "
    "program for text recognition (OCR), or paste the text from elsewhere."
)


def is_pdf(data: bytes) -> bool:
    """Tell whether the bytes begin like a PDF; what mail and web servers put before it is looked over."""
    return data[:_LONGEST_START].lstrip(b" \t\r\n\x00\xef\xbb\xbf").startswith(b"%PDF-")


def read_pdf(data: bytes) -> tuple[list[Block], Facts]:
    """Read the blocks of a PDF, each with the reason if it is left out, and its headline."""
    pages = read_pages(data)
    rows = [rows_of(set_initials(page.words)) for page in pages]
    edges = edge_reasons(rows)
    pictures = {
        number
        for number, page in enumerate(pages)
        if page.picture and len(edges[number]) == len(rows[number])
    }
    if 2 * len(pictures) > len(pages):
        raise UploadError(_SCANNED)
    _refuse_unknown_letters(pages)
    inner = [
        [row for at, row in enumerate(page) if at not in gone] for page, gone in zip(rows, edges, strict=True)
    ]
    paragraphs = paragraphs_of(lines_of(inner))
    blocks: list[Block] = []
    for number, (page, gone) in enumerate(zip(rows, edges, strict=True)):
        middle = len(page) / 2
        blocks += [(page[at].text, gone[at]) for at in sorted(gone) if at < middle]
        blocks += [(paragraph.text, "") for paragraph in paragraphs if paragraph.page == number]
        blocks += [(pages[number].aside, SIDEWAYS)] if pages[number].aside else []
        blocks += [("", PICTURE.format(number + 1))] if number in pictures else []
        blocks += [(page[at].text, gone[at]) for at in sorted(gone) if at >= middle]
    return blocks, Facts(headline=_headline(paragraphs))


def _refuse_unknown_letters(pages: list[Page]) -> None:
    """Raise UploadError where too many letters have no meaning, or a wrong one."""
    texts = [word.text for page in pages for word in page.words]
    size = sum(map(len, texts))
    if sum(page.unmapped for page in pages) > _MOST_UNMAPPED * size:
        raise UploadError(_UNMAPPED)
    text = "".join(texts).lower()
    letters = len(_LATIN.findall(text))
    is_latin = letters >= _ENOUGH_LETTERS and letters > len(text) / 2
    if is_latin and len(_VOWEL.findall(text)) < _FEWEST_VOWELS * letters:
        raise UploadError(_UNMAPPED)


def _headline(paragraphs: list[Paragraph]) -> str:
    """The largest lines above the first paragraph, if they are set larger than the text."""
    size = body_size(paragraphs)
    best: Paragraph | None = None
    for paragraph in paragraphs:
        if is_body(paragraph.text) and paragraph.size < _HEADLINE * size:
            break
        is_large = paragraph.size >= _HEADLINE * size and len(paragraph.text.split()) in _HEADLINE_WORDS
        if is_large and (best is None or paragraph.size > best.size):
            best = paragraph
    return best.text if best else ""
