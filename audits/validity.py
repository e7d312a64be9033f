"""To let the Nu checker read every page, and every fragment set into a minimal document."""

import json
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from audits.figures import Figure
from audits.serving import Site

CHECKER = Path(__file__).resolve().parent / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"

# The element that htmx replaces, by the pages that serve it alone.
FRAGMENTS = {
    "statements": ("story", "story-nothing-passes"),
    "comparison": ("side-by-side", "side-by-side-open", "side-by-side-quotations", "side-by-side-plain"),
    "what-changed": ("side-by-side", "side-by-side-open"),
}
DOCUMENT = """<!doctype html>
<html lang="en"><head><title>Fragment</title></head><body><h1>Fragment</h1><div id="{}">{}</div></body></html>
"""


def measure(site: Site) -> list[Figure]:
    """Count the checker's errors and warnings in each page and fragment."""
    if not shutil.which("java"):
        raise SystemExit(
            "The Nu checker needs Java, and there is none on PATH (apt-get install default-jre)."
        )
    with TemporaryDirectory(prefix="validity-") as folder:
        for name in site.paths:
            (Path(folder) / f"{name}.html").write_text(fetch(site.address(name)), "utf-8")
        for target, names in FRAGMENTS.items():
            for name in names:
                fragment = fetch(site.address(name), {"HX-Request": "true", "HX-Target": target})
                if "<!doctype" in fragment.lower():
                    raise RuntimeError(f"{name} answers with a page where {target} is asked for")
                written = DOCUMENT.format(target, fragment)
                (Path(folder) / f"{name}, fragment {target}.html").write_text(written, "utf-8")
        return check(Path(folder))


def fetch(address: str, headers: dict[str, str] | None = None) -> str:
    """Get what an address answers, a refusal's page too."""
    try:
        with urlopen(Request(address, headers=headers or {})) as answer:
            return str(answer.read().decode())
    except HTTPError as refusal:
        return refusal.read().decode()


def check(folder: Path) -> list[Figure]:
    """Run the checker once over all files of a folder."""
    files = sorted(folder.glob("*.html"))
    ran = subprocess.run(
        ["java", "-jar", str(CHECKER), "--format", "json", "--stdout", *map(str, files)],
        stdout=subprocess.PIPE,
        check=False,  # it ends with 1 where it finds an error, and says which
    )
    messages = json.loads(ran.stdout)["messages"]
    figures = []
    for file in files:
        said = tuple(
            f"{message.get('subType', message['type'])}, line {message.get('lastLine')}: {message['message']}"
            for message in messages
            if message["url"].endswith(f"/{file.name}".replace(" ", "%20"))
        )
        figures.append(Figure(file.stem, "Nu messages", len(said), bar=0, details=said))
    if len(messages) != sum(len(figure.details) for figure in figures):
        raise RuntimeError(f"The checker spoke of other files: {messages[:2]}")
    return figures
