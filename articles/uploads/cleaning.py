"""Uploaded bytes or pasted text to the clean text: the steps of the door, in order."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from articles.uploads.characters import decode_entities, settle_characters
from articles.uploads.edge_lines import byline_in
from articles.uploads.elements import BLOCKS, BYLINE
from articles.uploads.encodings import decode, has_mark
from articles.uploads.file_kinds import refuse_control_bytes, refuse_other_kinds
from articles.uploads.furniture import mark_furniture
from articles.uploads.headline import settle_top
from articles.uploads.office_files import is_zipped, read_office
from articles.uploads.page import read_blocks
from articles.uploads.page_facts import read_facts
from articles.uploads.page_tree import read_tree
from articles.uploads.paragraphs import blocks_of, layout_of
from articles.uploads.pdf import is_pdf, read_pdf
from articles.uploads.sanitising import escape_printed_brackets, without_tags
from articles.uploads.values import CleanUpload, Facts, LeftOut, Piece, UploadError

# Of a text. A document may hold pictures too, which are not read.
MOST_BYTES = 2 * 1024 * 1024
MOST_DOCUMENT_BYTES = 10 * 1024 * 1024
TOO_LARGE = "This file is over 10 MB. Save the article alone, or paste its text."
# No article has as many lines; a page that does is a list or an attack.
_MOST_LINES = 100_000
# A text that was escaped several times settles after as many rounds; hostile nesting is cut off.
_MOST_ROUNDS = 6
# Two names with "and" between them; more is a text about the author.
_MOST_BYLINE_WORDS = 8
# Weakest first: of several pieces left out together the strongest break remains.
_JOINTS = (" ", "\n", "\n\n")

_HTML_NAME = re.compile(r"\.(?:x?html?|shtml)$", re.IGNORECASE)
_KNOWN_TAG = re.compile(
    r"<(?=[a-z/!])/?(?:!doctype|head|body|"
    + "|".join(sorted(BLOCKS))
    + "|br|hr|a|b|i|em|strong|span|u|q|cite|sup|sub|small|font|img|"
    r"script|style|link|meta|title|iframe|time|mark|picture|source|noscript|template|button|svg)(?=[\s/>])",
    re.IGNORECASE,
)
_LAYOUT_TAG = re.compile(rf"<(?:{'|'.join(sorted(BLOCKS))}|br)(?=[\s/>])", re.IGNORECASE)
_PAGE_START = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
# Printable ASCII but for "&" and "<" has nothing to settle.
_SETTLED = re.compile(r"[\n -%'-;=-~]*")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")


def read_upload(
    data: bytes, file_name: str = "", *, keep: Collection[str] = (), headline: str = "", deck: str = ""
) -> CleanUpload:
    """Read an uploaded file: plain text, a web page or a document.

    `keep` holds the texts of left-out pieces that the editor put back. `headline` and `deck`, when
    given, are put on top unless the text begins with them. Raises UploadError, whose message says
    what to do, for anything that is not an article's text.
    """
    given = Facts(headline=headline, deck=deck)
    if len(data) > MOST_DOCUMENT_BYTES:
        raise UploadError(TOO_LARGE)
    if is_zipped(data):
        return _clean(*read_office(data), given, keep)
    if is_pdf(data):
        return _clean(*read_pdf(data), given, keep)
    refuse_other_kinds(data)
    if len(data) > MOST_BYTES:
        raise UploadError("This text is over 2 MB. Save the article alone, or paste its text.")
    if not has_mark(data):
        refuse_control_bytes(data)
    return _clean(*_sources(decode(data), named_html=bool(_HTML_NAME.search(file_name))), given, keep)


def read_pasted(text: str, *, keep: Collection[str] = (), headline: str = "", deck: str = "") -> CleanUpload:
    """Read a pasted text, plain or HTML, by the same rules as a file."""
    if len(text) > MOST_BYTES or len(text.encode("utf-8", "surrogatepass")) > MOST_BYTES:
        raise UploadError("This text is over 2 MB. Paste the article alone.")
    if "\x00" in text:
        raise UploadError(
            "This text holds NUL characters, so it was not copied as text. Copy and paste it again."
        )
    return _clean(*_sources(text, named_html=False), Facts(headline=headline, deck=deck), keep)


def _clean(
    sources: Sequence[tuple[str, str]], facts: Facts, given: Facts, keep: Collection[str]
) -> CleanUpload:
    """Clean what an upload holds, texts with reasons, and says of itself, in the light of what is given."""
    if sum(block.count("\n") + 1 for block, _ in sources) > _MOST_LINES:
        raise UploadError("This upload has over 100,000 lines. Paste the text of the article alone.")
    author = _line(facts.byline)
    pieces, byline = mark_furniture(_pieces(sources), author)
    if not any(not piece.reason for piece in pieces):
        raise UploadError("No article text was found in this upload. Paste the text of the article.")
    kept_texts = {_line(text) for text in keep} - {""}
    pieces = [replace(piece, reason="") if piece.text in kept_texts else piece for piece in pieces]
    wanted = _line(given.headline) or _line(facts.headline)
    top = settle_top(pieces, wanted, _line(given.deck), _line(facts.deck))
    clean_text, left_out = _assemble(_one_kind_of_break(top.pieces))
    return CleanUpload(
        text=clean_text,
        headline=top.headline,
        deck=top.deck,
        byline=author or byline or _marked_byline(pieces),
        left_out=left_out,
        outlet=_line(facts.outlet),
        published=_line(facts.published),
        address=facts.address,
    )


def _sources(text: str, *, named_html: bool) -> tuple[list[tuple[str, str]], Facts]:
    """Divide an upload into texts with reasons; a plain text is one text."""
    if not text.strip():
        raise UploadError("This upload is empty. Choose another file, or paste the text.")
    if not named_html and not _KNOWN_TAG.search(text):
        return [(text, "")], Facts()
    keep_lines = _keeps_lines(text)
    tree = read_tree(escape_printed_brackets(text) if keep_lines else text)
    facts = read_facts(tree)
    return read_blocks(tree, facts.headline, keep_lines=keep_lines), facts


def _keeps_lines(text: str) -> bool:
    """Tell a plain text with some tags in it from a page, whose source lines mean nothing."""
    if _PAGE_START.match(text):
        return False
    return len(_LAYOUT_TAG.findall(text)) <= len(_BLANK_LINE.findall(text.strip()))


def _plain(text: str) -> str:
    """Settle characters, entities and tags until none of the three finds anything more."""
    if _SETTLED.fullmatch(text):
        return text
    for _ in range(_MOST_ROUNDS):
        settled = without_tags(_read_escaped_markup(decode_entities(settle_characters(text))))
        if settled == text:
            break
        text = settled
    return text


def _read_escaped_markup(text: str) -> str:
    """Read markup that was escaped once too often, so that its blocks stay apart and its scripts go."""
    if "<" not in text or not _KNOWN_TAG.search(text):
        return text
    tree = read_tree(escape_printed_brackets(text))
    return "\n\n".join(block for block, _ in read_blocks(tree, keep_lines=True))


def _line(text: str) -> str:
    return " ".join(_plain(text).split())


def _pieces(sources: Sequence[tuple[str, str]]) -> list[Piece]:
    divided = [(blocks_of(_plain(text)), reason) for text, reason in sources]
    layout = layout_of([block for blocks, reason in divided if not reason for block in blocks])
    pieces: list[Piece] = []
    for (text, _), (blocks, reason) in zip(sources, divided, strict=True):
        pieces += [replace(piece, reason=reason) for block in blocks for piece in layout.pieces(block)]
        # A picture has no text; what it is stays, so that an editor is told.
        pieces += [Piece("", reason=reason)] if reason and not text else []
    return pieces


def _marked_byline(pieces: Sequence[Piece]) -> str:
    """Give the names in what the page's own markup calls the byline, or ""."""
    marked = next((piece.text for piece in pieces if piece.reason == BYLINE), "")
    return byline_in(marked) or (marked if 0 < len(marked.split()) <= _MOST_BYLINE_WORDS else "")


def _one_kind_of_break(pieces: list[Piece]) -> list[Piece]:
    """Make every line a paragraph where no blank line is left to tell lines from paragraphs."""
    kept = [piece for piece in pieces if not piece.reason]
    if any(piece.joint == "\n\n" for piece in kept[1:]):
        return pieces
    return [replace(piece, joint="\n\n") if piece.joint == "\n" else piece for piece in pieces]


def _assemble(pieces: Sequence[Piece]) -> tuple[str, tuple[LeftOut, ...]]:
    """Join the kept pieces; a left-out one gets the offset of what follows it."""
    parts: list[str] = []
    length = 0
    waiting: list[Piece] = []
    left_out: list[LeftOut] = []
    joint = " "
    for piece in pieces:
        joint = max(joint, piece.joint, key=_JOINTS.index)
        if piece.reason:
            waiting.append(piece)
            continue
        parts += [joint if parts else "", piece.text]
        length += len(parts[-2])
        left_out += [LeftOut(gone.text, gone.reason, length) for gone in waiting]
        length += len(piece.text)
        waiting.clear()
        joint = " "
    return "".join(parts), (*left_out, *(LeftOut(gone.text, gone.reason, length) for gone in waiting))
