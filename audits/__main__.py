"""To hold the pages against every bar: `python -m audits [PART ...] [--write docs/performance.md]`."""

import argparse
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Browser

from audits import accessibility, hosts, interaction, layout, lighthouse, validity
from audits.browser import open_browser
from audits.figures import Figure, as_table
from audits.serving import Site, serve_seeds

Part = Callable[[Site, Browser], list[Figure]]

# What Lighthouse's figures scatter by, on a busy machine, is evened out by the median of so many runs.
LIGHTHOUSE_RUNS = 3

PARTS: dict[str, tuple[str, Part]] = {
    "validity": ("HTML by the Nu checker", lambda site, browser: validity.measure(site)),
    "accessibility": ("Accessibility by axe", accessibility.measure),
    "layout": ("Nothing scrolls sideways or is cut off", layout.measure),
    "hosts": ("Nothing from elsewhere, no errors", hosts.measure),
    "interaction": ("Interaction", interaction.measure),
    "lighthouse": (
        f"Lighthouse, median of {LIGHTHOUSE_RUNS} runs",
        lambda site, browser: lighthouse.measure(site, LIGHTHOUSE_RUNS),
    ),
}


def main() -> None:
    """Print the figures of the parts asked for; end with 1 where a bar is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, "benchmark", []], help="all, if none is named")
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the figures to a file as well")
    options = parser.parse_args()
    chosen = options.parts or [*PARTS, "benchmark"]
    sections, holds = measure([name for name in PARTS if name in chosen])
    if "benchmark" in chosen:
        # In a process of its own: it measures CPU, and nothing else should stand in memory.
        ran = subprocess.run([sys.executable, "-m", "audits.benchmark"], stdout=subprocess.PIPE, text=True)
        sections.append(f"## Cost on the server\n\n{ran.stdout.strip()}")
        holds = holds and not ran.returncode
        print(sections[-1])
    if options.write:
        options.write.write_text("\n\n".join([heading(), *sections]) + "\n", "utf-8")
    sys.exit(not holds)


def measure(names: list[str]) -> tuple[list[str], bool]:
    """Measure some parts on one server; give a section for each and whether all bars hold."""
    sections, holds = [], True
    if names:
        with serve_seeds(large="interaction" in names) as site, open_browser() as browser:
            for name in names:
                title, part = PARTS[name]
                figures = part(site, browser)
                sections.append(f"## {title}\n\n{as_table(figures)}")
                holds = holds and all(figure.holds for figure in figures)
                print(sections[-1], flush=True)
    return sections, holds


def heading() -> str:
    """Say what the file is, and when and how it was written."""
    now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
    return (
        "# Performance, accessibility and validity of the pages\n\n"
        f"Measured on {now} by `make audit`, on the seeds, served by gunicorn as in production, on the "
        f"machine that measured ({os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the end). "
        "A KB is 1,000 bytes."
    )


if __name__ == "__main__":
    main()
