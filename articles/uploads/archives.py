"""A ZIP file to the members that are asked for, unpacked in memory to a bounded size."""

import io
import zipfile
import zlib

from articles.uploads.file_kinds import LOCKED
from articles.uploads.values import UploadError

# Documents with a picture on every page hold some hundred members.
_MOST_MEMBERS = 5_000
# The markup of a long report is 5 MB; what unpacks to more is no article, or a bomb.
MOST_UNPACKED_BYTES = 8 * 1024 * 1024
_MEMBER_MARK = b"PK\x01\x02"
_ENCRYPTED = 0x1
# Office programs write no others, and other methods unpack without a bound.
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})

_BROKEN = "This file is damaged or was not copied as a whole. Copy it again, or paste the text."


class Archive:
    """The members of a ZIP file. All that is read of it together is bounded."""

    def __init__(self, data: bytes) -> None:
        """Read the list of members; raises UploadError when there is none, or it is endless."""
        if data.count(_MEMBER_MARK) > _MOST_MEMBERS:
            raise UploadError("This file holds over 5,000 others, so it is no article. Paste the text.")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as broken:
            raise UploadError(_BROKEN) from broken
        self._left = MOST_UNPACKED_BYTES
        self.names = frozenset(self._zip.namelist())

    def read(self, name: str) -> bytes:
        """Unpack a member; raises UploadError when it is missing, locked, damaged or too large."""
        try:
            member = self._zip.getinfo(name)
        except KeyError as missing:
            raise UploadError(_BROKEN) from missing
        if member.flag_bits & _ENCRYPTED:
            raise UploadError(LOCKED)
        if member.compress_type not in _METHODS:
            raise UploadError(_BROKEN)
        try:
            with self._zip.open(member) as unpacked:
                data = unpacked.read(self._left + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as broken:
            raise UploadError(_BROKEN) from broken
        self._left -= len(data)
        if self._left < 0:
            raise UploadError("The text of this document is too large for an article. Paste the text.")
        return data
