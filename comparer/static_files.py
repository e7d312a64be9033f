"""Collected static files: a style sheet that imports others becomes one file."""

import re
from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, join
from typing import Any

from django.core.files.storage import Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

# One import a line, of a file in the same folder. Sheets that a page links one by one, or that a
# sheet imports, each cost a slow line a whole round trip before anything is drawn.
IMPORT = re.compile(r'^@import "([\w.-]+)";\n', re.MULTILINE)

Paths = dict[str, tuple[Storage, str]]


class JoinedStaticFilesStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # whitenoise has no types
    """Names with a digest and compressed copies, after the sheets are joined."""

    def post_process(self, paths: Paths, dry_run: bool = False, **options: Any) -> Iterator[Any]:
        """Write each sheet with the sheets it imports set in, then go on as usual."""
        if not dry_run:
            joined = {name: text for name in paths if (text := joined_text(paths, name))}
            for name, text in joined.items():
                Path(self.path(name)).write_text(text, "utf-8")
                paths[name] = (self, name)
        yield from super().post_process(paths, dry_run, **options)


def joined_text(paths: Paths, name: str) -> str:
    """Read a sheet with its imports set in; an empty text where it has none of ours."""
    if not name.endswith(".css"):
        return ""
    text, count = IMPORT.subn(lambda found: read(paths, join(dirname(name), found[1])), read(paths, name))
    return text if count else ""


def read(paths: Paths, name: str) -> str:
    """Read a collected file from where it comes from, so that collecting twice joins the newest."""
    storage, path = paths[name]
    with storage.open(path) as file:
        return str(file.read().decode("utf-8"))
