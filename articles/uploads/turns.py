"""One at a time, among all threads and processes of a server: what takes memory must not take it twice."""

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from articles.uploads.values import UploadError

_BETWEEN_LOOKS = 0.05
_BUSY = "Another PDF is being read and takes long. Try again in a minute, or paste the text."


@contextmanager
def one_at_a_time(file: Path, seconds: float) -> Iterator[None]:
    """Wait until nobody else holds the file; raises UploadError when that takes too many seconds.

    The system takes the file back from a process that dies.
    """
    latest = time.monotonic() + seconds
    with file.open() as held:
        while True:
            try:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError as busy:
                if time.monotonic() > latest:
                    raise UploadError(_BUSY) from busy
                time.sleep(_BETWEEN_LOOKS)
        yield
