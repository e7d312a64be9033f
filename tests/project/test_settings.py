"""The start: a missing secret stops it in words, and production settings raise no warning."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def manage(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if k in {"PATH", "HOME", "LANG", "VIRTUAL_ENV", "PYTHONPATH"}}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=kept | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_a_secret_the_start_is_refused_in_words():
    done = manage("check")
    assert done.returncode != 0
    assert "SECRET_KEY is not set" in done.stderr


def test_without_a_secret_the_server_does_not_start():
    done = subprocess.run(
        [sys.executable, "-c", "import comparer.wsgi"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "SECRET_KEY is not set" in done.stderr


def test_commands_of_the_engine_need_neither_secret_nor_database():
    for command in ("quotations", "differences", "collate"):
        done = manage(command, os.devnull, DATABASE_URL="postgres://nobody@127.0.0.1:1/none")
        assert done.returncode == 0, done.stderr
        assert done.stdout == ""


def test_production_settings_pass_the_deployment_check():
    secret = "a-long-and-random-value-" + "x7Qp2" * 10
    done = manage("check", "--deploy", "--fail-level", "WARNING", SECRET_KEY=secret)
    assert done.returncode == 0, done.stderr


def test_migrations_are_complete():
    done = manage("makemigrations", "--check", "--dry-run", DEBUG="1")
    assert done.returncode == 0, done.stdout
