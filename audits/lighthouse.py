"""To run Lighthouse on the main pages, as a phone and at a desk, and weigh what they load."""

import json
import os
import statistics
import subprocess
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

from audits.browser import find_chromium
from audits.figures import Figure
from audits.serving import Site

PROGRAM = Path(__file__).resolve().parent / "node_modules" / ".bin" / "lighthouse"

PAGES = ("home", "story", "side-by-side", "side-by-side-open", "article")
FORMS = {"phone": [], "desk": ["--preset=desktop"]}
SCORES = ("performance", "accessibility", "best-practices", "seo")

# The most that each may be: milliseconds under Lighthouse's own throttling, and kilobytes of 1,000 bytes.
TIMES = {
    "first-contentful-paint": ("FCP", 900),
    "largest-contentful-paint": ("LCP", 1400),
    "total-blocking-time": ("TBT", 100),
}
WEIGHTS = {"total": 70, "HTML": 15, "CSS": 8, "own JavaScript": 14}

# A busy machine may keep Chromium from starting in time.
TRIES = 3

Report = dict[str, Any]


def measure(site: Site, runs: int) -> list[Figure]:
    """Run Lighthouse `runs` times for each page and form; give the medians."""
    figures = []
    for name in PAGES:
        for form, options in FORMS.items():
            reports = [run_surely(site.address(name), options) for _ in range(runs)]
            figures += judge(f"{name}, {form}", reports)
        figures += weigh(name, reports[-1])
    # Lighthouse slows the machine it runs on by a fixed factor, so its times depend on that machine.
    power = Figure(
        "this machine", "Lighthouse's benchmark index", reports[-1]["environment"]["benchmarkIndex"]
    )
    return [power, *figures]


def run_surely(address: str, options: Iterable[str]) -> Report:
    """Run Lighthouse on an address, again where it could not, or could not judge what it saw."""
    for _ in range(TRIES - 1):
        try:
            report = run(address, options)
        except subprocess.CalledProcessError:
            continue
        if all(report["categories"][score]["score"] is not None for score in SCORES):
            return report
    return run(address, options)


def run(address: str, options: Iterable[str]) -> Report:
    """Run Lighthouse once on an address and read its report."""
    with TemporaryDirectory(prefix="lighthouse-") as folder:
        output = Path(folder) / "report.json"
        subprocess.run(
            [
                str(PROGRAM),
                address,
                "--quiet",
                "--output=json",
                f"--output-path={output}",
                f"--only-categories={','.join(SCORES)}",
                "--chrome-flags=--headless=new --no-sandbox --disable-extensions",
                *options,
            ],
            env=os.environ | {"CHROME_PATH": find_chromium()},
            check=True,
        )
        report: Report = json.loads(output.read_text("utf-8"))
        return report


def judge(subject: str, reports: list[Report]) -> list[Figure]:
    """Hold the scores, the times and the shifts of one page against the bars."""
    scores = [
        Figure(
            subject,
            f"Lighthouse {score}",
            statistics.median(100 * report["categories"][score]["score"] for report in reports),
            bar=100,
            least=True,
            details=tuple(lost_points(reports[-1], score)),
        )
        for score in SCORES
    ]
    times = [
        Figure(subject, name, median_of(reports, audit), bar, "ms") for audit, (name, bar) in TIMES.items()
    ]
    shift = Figure(subject, "CLS", median_of(reports, "cumulative-layout-shift"), bar=0)
    return [*scores, *times, shift]


def median_of(reports: list[Report], audit: str) -> float:
    """Give the median of one audit's number."""
    return float(statistics.median(report["audits"][audit]["numericValue"] for report in reports))


def lost_points(report: Report, category: str) -> list[str]:
    """Name the audits that cost a category points, with what they found."""
    lost = []
    for entry in report["categories"][category]["auditRefs"]:
        audit = report["audits"][entry["id"]]
        if entry["weight"] and audit["score"] is not None and audit["score"] < 1:
            lost.append(f"{audit['title']} ({audit.get('displayValue') or audit['score']})")
    return lost


def weigh(subject: str, report: Report) -> list[Figure]:
    """Add up the bytes over the wire, headers included, of the first load of a page."""
    weights = dict.fromkeys([*WEIGHTS, "htmx"], 0.0)
    for request in report["audits"]["network-requests"]["details"]["items"]:
        size = request["transferSize"] / 1000
        weights["total"] += size
        if (part := part_of(request)) in weights:
            weights[part] += size
    return [
        Figure(subject, f"{part} over the wire", size, WEIGHTS.get(part), "KB")
        for part, size in weights.items()
    ]


def part_of(request: dict[str, Any]) -> str:
    """Name the part of a page that a request loads."""
    if request["resourceType"] == "Script":
        return "htmx" if "/django_htmx/" in urlsplit(request["url"]).path else "own JavaScript"
    return {"Document": "HTML", "Stylesheet": "CSS"}.get(request["resourceType"], "other")
