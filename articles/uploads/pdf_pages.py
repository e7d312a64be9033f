"""The bytes of a PDF to its pages of words, each with its place, by a process of its own."""

import json
import logging
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from articles.uploads.file_kinds import LOCKED
from articles.uploads.turns import one_at_a_time
from articles.uploads.values import UploadError

log = logging.getLogger(__name__)

_PROGRAM = Path(__file__).with_name("pdf_process.py")
# A little more than the process gives itself, for one that sleeps.
_MOST_SECONDS = 20
# What Python needs to start, and nothing else of the environment: no keys, no address of the database.
_PASSED_ON = ("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "LANG", "TMPDIR")

# What Python says of a library that is not there, or cannot be loaded: no fault of the file.
_NOT_INSTALLED = ("ImportError", "ModuleNotFoundError", "OSError")
_LONGEST_LOG = 2_000

_UNREADABLE = (
    "This PDF cannot be read: it is damaged, or takes too long. Print it to a new PDF, or paste the text."
)
_NOT_HERE = (
    "PDFs cannot be read on this server at the moment: its log says why. Try again later, or paste the text."
)
_REFUSALS = {
    "locked": LOCKED,
    "broken": _UNREADABLE,
    "pages": "This PDF has over 100 pages. Print the pages of the article to a new PDF, or paste the text.",
    "words": "This PDF holds more text than any article. Print the pages of the article to a new PDF.",
}


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its place in points: from left to right, and how far down the page its baseline is."""

    text: str
    left: float
    right: float
    down: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Page:
    """The words of a page, what is set at an angle to them, and whether it shows a picture."""

    words: tuple[Word, ...]
    aside: str
    unmapped: int
    picture: bool


def read_pages(data: bytes) -> list[Page]:
    """Read the words of every page; raises UploadError when that fails, or takes too much."""
    answer = _ask(data)
    if refusal := answer.get("refused"):
        raise UploadError(_REFUSALS[refusal])
    return [_page(page) for page in answer["pages"]]


def _ask(data: bytes) -> dict[str, Any]:
    """Run the program; whoever runs the server is told in the log what came of one that fails."""
    done = _run(data)
    try:
        answer: dict[str, Any] = json.loads(done.stdout)
    except ValueError as failure:
        said = done.stderr.decode(errors="replace").strip()[-_LONGEST_LOG:]
        log.warning("The program that reads PDFs ended with %d: %s", done.returncode, said)
        is_installed = not said.rpartition("\n")[2].startswith(_NOT_INSTALLED)
        raise UploadError(_UNREADABLE if is_installed else _NOT_HERE) from failure
    return answer


def _run(data: bytes) -> subprocess.CompletedProcess[bytes]:
    environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    try:
        with one_at_a_time(_PROGRAM, _MOST_SECONDS):
            return subprocess.run(  # noqa: S603
                [sys.executable, "-I", str(_PROGRAM)],
                input=data,
                capture_output=True,
                check=False,
                timeout=_MOST_SECONDS,
                env=environment,
            )
    except subprocess.TimeoutExpired as slow:
        raise UploadError(_UNREADABLE) from slow
    except OSError as failure:
        log.exception("The program that reads PDFs could not be started")
        raise UploadError(_NOT_HERE) from failure


def _page(page: dict[str, Any]) -> Page:
    words = tuple(Word(*word) for word in page["words"])
    return Page(words, page["aside"], page["unmapped"], page["picture"])
