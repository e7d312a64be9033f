"""Uploads: bytes or pasted text in, one clean text out. The only door to bleach, HTML and documents."""

from articles.uploads.cleaning import MOST_BYTES, MOST_DOCUMENT_BYTES, TOO_LARGE, read_pasted, read_upload
from articles.uploads.file_kinds import READ_NAMES
from articles.uploads.values import CleanUpload, LeftOut, UploadError

__all__ = [
    "MOST_BYTES",
    "MOST_DOCUMENT_BYTES",
    "READ_NAMES",
    "TOO_LARGE",
    "CleanUpload",
    "LeftOut",
    "UploadError",
    "read_pasted",
    "read_upload",
]
