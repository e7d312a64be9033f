"""To measure the pages' cost against plain Django pages in one process: `python -m audits.benchmark`."""

import gc
import gzip
import os
import statistics
import sys
import time
from collections.abc import Callable, Collection, Sequence
from io import BytesIO
from itertools import cycle
from tempfile import TemporaryDirectory
from typing import Any

from audits.figures import Figure, as_table
from audits.serving import audit_environment

ROUNDS = 200
LARGE_ROUNDS = 15

# Choices of filters that are asked for in turn; together they show every statement of the story.
FILTERS = ("?status=rewritten", "?status=verbatim", "?status=sole", "?q=the")

Answer = tuple[str, dict[str, str], bytes]


def main() -> None:
    """Print the figures of one run; end with 1 where a bar is broken."""
    with TemporaryDirectory(prefix="benchmark-") as folder:
        os.environ.update(audit_environment(folder))
        figures = measure()
    print(as_table(figures))
    sys.exit(not all(figure.holds for figure in figures))


def measure() -> list[Figure]:
    """Fill a database with the seeds and large stories, and measure on it."""
    from audits import fill

    filled = fill.fill(large=True)
    from django.conf import settings

    settings.ROOT_URLCONF = "audits.plain"
    story = filled["paths"]["story"]
    return [
        *compare_filter_answer(story),
        *compare_story_page(story),
        *compare_unchanged(story),
        *measure_large(filled["large"]["large"]),
    ]


def compare_filter_answer(story: str) -> list[Figure]:
    """Compare the answers to choices of filters, in turn, with a plain answer of 18 rows."""
    fragment = {"HTTP_HX_REQUEST": "true", "HTTP_HX_TARGET": "statements"}
    ours = in_turn([asking(story + chosen, **fragment) for chosen in FILTERS])
    plain = asking("/plain/rows/")
    figures = []
    for how, ask in ways_of(ours):
        cpu, plain_cpu, wall = race(ask, plain)
        subject = f"filter answer, {how}"
        figures += [
            Figure(subject, "CPU", ms(cpu), unit="ms"),
            Figure("plain answer of 18 rows, 2 queries", "CPU", ms(plain_cpu), unit="ms"),
            Figure(subject, "CPU against the plain answer", cpu / plain_cpu, bar=2, unit="times"),
            Figure(subject, "95th percentile of time", ms(percentile_95(wall)), bar=50, unit="ms"),
        ]
    return figures


def compare_story_page(path: str) -> list[Figure]:
    """Compare the story page of the seeds with a plain page of 52 KB and six queries."""
    ours = asking(path)
    plain = asking("/plain/page/")
    figures = [
        Figure("story page", "size", kilobytes(ours()), unit="KB"),
        Figure("plain page, 6 queries", "size", kilobytes(plain()), unit="KB"),
    ]
    for how, ask in ways_of(ours):
        cpu, plain_cpu, _ = race(ask, plain)
        subject = f"story page, {how}"
        figures += [
            Figure(subject, "CPU", ms(cpu), unit="ms"),
            Figure("plain page, 6 queries", "CPU", ms(plain_cpu), unit="ms"),
            Figure(subject, "CPU against the plain page", cpu / plain_cpu, bar=1, unit="times"),
        ]
    return figures


def compare_unchanged(path: str) -> list[Figure]:
    """Compare "nothing has changed" for the story page with the same answer given blindly."""
    etag = asking(path)()[1].get("ETag", "")
    again = asking(path, HTTP_IF_NONE_MATCH=etag)
    if not again()[0].startswith("304"):
        raise RuntimeError("An unchanged story page is not answered by 304.")
    cpu, bare_cpu, _ = race(again, asking("/plain/unchanged/"))
    return [
        Figure("unchanged story page, 304", "CPU", ms(cpu), unit="ms"),
        Figure("bare 304", "CPU", ms(bare_cpu), unit="ms"),
        Figure("unchanged story page, 304", "CPU against a bare 304", cpu / bare_cpu, bar=2, unit="times"),
    ]


def measure_large(path: str) -> list[Figure]:
    """Measure the pages of a story of 40 articles and 1,000 statements."""
    figures = []
    for subject, address in (("large story", path), ("large story, side by side", f"{path}side-by-side/")):
        ask = anew(asking(address))
        cpu, wall = [], []
        for _ in range(LARGE_ROUNDS):
            gone, passed = timed(ask)
            cpu.append(gone)
            wall.append(passed)
        figures += [
            Figure(subject, "CPU", ms(statistics.median(cpu)), bar=150, unit="ms"),
            Figure(subject, "time", ms(statistics.median(wall)), unit="ms"),
            Figure(subject, "page", kilobytes(ask()), bar=400, unit="KB"),
        ]
    return figures


def asking(path: str, **headers: str) -> Callable[[], Answer]:
    """Make a function that sends one request through the whole application, as a server would."""
    from django.core.wsgi import get_wsgi_application

    application = get_wsgi_application()
    address, _, query = path.partition("?")

    def ask() -> Answer:
        answered: dict[str, Any] = {}

        def start(status: str, sent: list[tuple[str, str]], *rest: Any) -> Callable[[bytes], object]:
            answered.update(status=status, headers=dict(sent))
            return bytes

        environ = {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": address,
            "QUERY_STRING": query,
            "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "wsgi.input": BytesIO(),
            "wsgi.url_scheme": "http",
            "HTTP_HOST": "127.0.0.1",
            "HTTP_ACCEPT_ENCODING": "gzip",
            **headers,
        }
        answer = application(environ, start)
        body = b"".join(answer)
        answer.close()
        return answered["status"], answered["headers"], body

    return ask


def in_turn(asks: Sequence[Callable[[], Answer]]) -> Callable[[], Answer]:
    """Make a function that sends one of some requests after another, over and over."""
    turns = cycle(asks)
    return lambda: next(turns)()


def ways_of(ask: Callable[[], Answer]) -> list[tuple[str, Callable[[], Answer]]]:
    """Give the ways in which an answer comes about.

    Nothing is kept when the articles have just been analysed. From then on a choice that nobody made
    before is answered from the parts that others have been shown.
    """
    return [
        ("nothing kept", anew(ask)),
        ("made anew from kept parts", anew(ask, kept=("parts",))),
        ("given again", ask),
    ]


def anew(ask: Callable[[], Answer], kept: Collection[str] = ()) -> Callable[[], Answer]:
    """Make a function that asks after every cache but those named has been emptied."""
    from django.conf import settings
    from django.core.cache import caches

    forgotten = [caches[name] for name in settings.CACHES if name not in kept]

    def ask_anew() -> Answer:
        for cache in forgotten:
            cache.clear()
        return ask()

    return ask_anew


def race(ours: Callable[[], Answer], plain: Callable[[], Answer]) -> tuple[float, float, list[float]]:
    """Ask both in turn; give the median CPU seconds of each, and the times ours took."""
    for _ in range(10):
        ours(), plain()
    gc.collect()
    first, second, wall = [], [], []
    for _ in range(ROUNDS):
        cpu, passed = timed(ours)
        first.append(cpu)
        wall.append(passed)
        second.append(timed(plain)[0])
    return statistics.median(first), statistics.median(second), wall


def timed(ask: Callable[[], Answer]) -> tuple[float, float]:
    """Ask once; give the CPU seconds and the seconds it took."""
    cpu, wall = time.process_time(), time.perf_counter()
    ask()
    return time.process_time() - cpu, time.perf_counter() - wall


def percentile_95(values: list[float]) -> float:
    """Give the value that one in twenty exceeds."""
    return statistics.quantiles(values, n=20)[-1]


def ms(seconds: float) -> float:
    """Turn seconds into milliseconds."""
    return 1000 * seconds


def kilobytes(answer: Answer) -> float:
    """Give the size of a page before compression, in thousands of bytes."""
    return len(gzip.decompress(answer[2])) / 1000


if __name__ == "__main__":
    main()
