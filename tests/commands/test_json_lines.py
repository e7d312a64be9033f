"""JSON lines: a bad line is reported and passed over, and nothing that can be read stops the stream."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

LINES = (
    b'{"id": 1, "text": "\\u201cHalf a pair \\ud83d is still here,\\u201d said Ann Lee."}\n'
    b"not json\n"
    b"[1]\n"
    b'{"id": 2}\n'
    b'{"id": 3, "text": 5}\n'
    b"\n"
    b"\xff\xfe\n"
    b'{"id": 4, "text": "\\u0000\\u201cAll is well on the quay,\\u201d said Ann Lee."}\n'
)


def test_every_readable_line_is_answered_and_every_other_named():
    done = subprocess.run(
        [sys.executable, "manage.py", "quotations"],
        cwd=ROOT,
        input=LINES,
        capture_output=True,
        check=False,
        env={"PATH": "/usr/bin:/bin", "PYTHONIOENCODING": "utf-8:strict"},
    )
    assert done.stdout.count(b"\n") == 2
    assert b'"id": 1' in done.stdout
    assert b'"id": 4' in done.stdout
    for number in (2, 3, 4, 5, 7):
        assert f"line {number}:".encode() in done.stderr
    assert b"Traceback" not in done.stderr
