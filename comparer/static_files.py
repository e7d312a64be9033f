"""Collected static files: a style sheet or script that imports others becomes one file."""

import re
from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, join, splitext
from typing import Any

from django.core.files.storage import Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

# One import a line, of a file in the same folder. Files that a page names one by one, or that a
# file imports, each cost a slow line a round trip, or take their share of it from the others.
IMPORTS = {
    ".css": re.compile(r'^@import "([\w.-]+)";\n', re.MULTILINE),
    ".js": re.compile(r'^import "\./([\w.-]+)";\n', re.MULTILINE),
}

Paths = dict[str, tuple[Storage, str]]


class JoinedStaticFilesStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # whitenoise has no types
    """Names with a digest and compressed copies, after the files are joined."""

    def post_process(self, paths: Paths, dry_run: bool = False, **options: Any) -> Iterator[Any]:
        """Write each file with the files it imports set in, then go on as usual."""
        if not dry_run:
            joined = {name: text for name in paths if (text := joined_text(paths, name))}
            for name, text in joined.items():
                Path(self.path(name)).write_text(text, "utf-8")
                paths[name] = (self, name)
        yield from super().post_process(paths, dry_run, **options)


def joined_text(paths: Paths, name: str) -> str:
    """Read a file with its imports set in; an empty text where it has none of ours."""
    kind = splitext(name)[1]
    if kind not in IMPORTS:
        return ""

    def imported(found: re.Match[str]) -> str:
        text = read(paths, join(dirname(name), found[1]))
        # A module's names are its own; in a block they stay so. None of ours exports anything.
        return f"{{\n{text}}}\n" if kind == ".js" else text

    text, count = IMPORTS[kind].subn(imported, read(paths, name))
    return text if count else ""


def read(paths: Paths, name: str) -> str:
    """Read a collected file from where it comes from, so that collecting twice joins the newest."""
    storage, path = paths[name]
    with storage.open(path) as file:
        return str(file.read().decode("utf-8"))
