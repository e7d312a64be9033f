"""To serve the seeds as production would, on a free port, for as long as an audit looks at them."""

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.error import URLError
from urllib.request import urlopen

SECONDS_TO_START = 30


@dataclass(frozen=True, slots=True)
class Site:
    """A running server, the path of each page by its name, and those of the large stories."""

    origin: str
    paths: dict[str, str]
    large: dict[str, str]

    def address(self, page: str) -> str:
        """Give the whole address of a page."""
        return self.origin + self.paths[page]


@contextmanager
def serve_seeds(*, large: bool = False) -> Iterator[Site]:
    """Serve the seeds, and large made-up stories where asked for; everything is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="audit-") as folder:
        environment = audit_environment(folder)
        filled = subprocess.run(
            [sys.executable, "-m", "audits.fill", *(["large"] if large else [])],
            env=environment,
            stdout=subprocess.PIPE,
            check=True,
        )
        port = free_port()
        bind = f"127.0.0.1:{port}"
        server = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "comparer.wsgi", "--bind", bind, "--log-level", "warning"],
            env=environment,
        )
        try:
            wait_for(f"http://{bind}/healthz", server)
            yield Site(f"http://{bind}", **json.loads(filled.stdout))
        finally:
            server.terminate()
            server.wait(timeout=SECONDS_TO_START)


def audit_environment(folder: str) -> dict[str, str]:
    """Give the environment in which Django uses the audit's settings and folder."""
    return os.environ | {"AUDIT_FOLDER": folder, "DJANGO_SETTINGS_MODULE": "audits.settings"}


def free_port() -> int:
    """Ask the system for a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    """Return once the address answers; raise RuntimeError when the server ended or never does."""
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urlopen(address, timeout=1):
                return
        except (URLError, TimeoutError):
            time.sleep(0.1)
    raise RuntimeError("The server of the audit did not start; its own words stand above.")
