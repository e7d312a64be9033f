"""Uploads: bytes or pasted text in, one clean text out. The only door to bleach and to HTML extraction."""

from articles.uploads.cleaning import MOST_BYTES, read_pasted, read_upload
from articles.uploads.values import CleanUpload, LeftOut, UploadError

__all__ = ["MOST_BYTES", "CleanUpload", "LeftOut", "UploadError", "read_pasted", "read_upload"]
