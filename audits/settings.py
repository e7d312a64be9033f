"""The settings of a server for audits: as in production, with everything it writes in a folder of its own."""

import os
from pathlib import Path

FOLDER = Path(os.environ["AUDIT_FOLDER"])

# Set before the project's settings read them; nothing here outlives the audit.
os.environ.pop("DEBUG", None)
os.environ["PLAIN_HTTP"] = "1"
os.environ["SECRET_KEY"] = "only-for-audits-" + "0" * 50
os.environ["DATABASE_URL"] = f"sqlite:///{FOLDER / 'audit.sqlite3'}"

from comparer.settings import *  # noqa: E402, F403

STATIC_ROOT = FOLDER / "static"
