"""Articles, made up or of a file, to how fast, and how well, several methods find what they share."""

import difflib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from itertools import combinations, product
from pathlib import Path
from time import process_time

from rapidfuzz import fuzz

from articles.engine.alignment.alignment import Place
from articles.engine.alignment.matches import match_quotations
from articles.engine.alignment.witnesses import Witness
from articles.engine.differences.differences import Status
from articles.engine.reading.reading import Reading, read_article
from articles.engine.statements.statements import collate
from articles.engine.text.spans import Span
from articles.evaluation.made_up import Planted, write_pair, write_story

_WORD = re.compile(r"\w+")
# Two quotations are alike for rapidfuzz from this score on, of 100.
FUZZY_SCORE = 75
# A machine that does other things besides takes longer; what a method takes for a pair is the least of so
# many runs in a row.
RUNS = 5
# A quotation is found when this much of its words is (a method may find pieces of it).
LEAST_FOUND = 0.5


@dataclass(frozen=True, slots=True)
class Pair:
    """Two made-up articles, read, and the quotations planted in both."""

    first: Reading
    second: Reading
    planted: list[Planted]


@dataclass(slots=True)
class Tally:
    """What one method took and found over all pairs."""

    seconds: float = 0.0
    found: Counter[str] = field(default_factory=Counter)
    right: int = 0
    wrong: int = 0

    @property
    def precision(self) -> float:
        """Give the share of what was found that had been planted."""
        return self.right / max(1, self.right + self.wrong)


# The place of a passage of the first article, and of the second's that it is taken to report.
Found = tuple[Span, Span]
Method = Callable[[Pair], Callable[[], Iterable[Found]]]


def write_pairs(count: int, words: int) -> list[Pair]:
    """Write and read so many pairs of articles of about so many words."""
    pairs = []
    for number in range(count):
        first, second, planted = write_pair(number, words)
        pairs.append(Pair(read_article(first), read_article(second), planted))
    return pairs


def read_pairs(paths: Iterable[str], least: int, most: int) -> list[Pair]:
    """Pair the articles of each story of some files (JSON lines: story, text) that have so many words."""
    stories: dict[tuple[str, str], list[Reading]] = defaultdict(list)
    for path in paths:
        with Path(path).open(encoding="utf-8") as lines:
            for record in map(json.loads, lines):
                if least <= _count_words(record["text"]) <= most:
                    stories[path, record["story"]].append(read_article(record["text"]))
    return [Pair(*pair, []) for readings in stories.values() for pair in combinations(readings, 2)]


def count_words(pairs: Sequence[Pair]) -> int:
    """Give how many words an article of some pairs has on average."""
    words = [_count_words(side.text) for pair in pairs for side in (pair.first, pair.second)]
    return round(sum(words) / max(1, len(words)))


def _count_words(text: str) -> int:
    return len(text.split())


def run_methods(methods: Mapping[str, Method], pairs: Sequence[Pair]) -> dict[str, Tally]:
    """Run every method on every pair; what it may store beforehand is not timed.

    The methods take turns pair by pair, so that a machine that is slow for a while is so for all of them.
    """
    tallies = {name: Tally() for name in methods}
    for pair in pairs:
        for name, method in methods.items():
            run = method(pair)
            times = []
            for _ in range(RUNS):
                began = process_time()
                found = list(run())
                times.append(process_time() - began)
            tallies[name].seconds += min(times)
            _judge(pair, found, tallies[name])
    return tallies


def _judge(pair: Pair, found: Sequence[Found], tally: Tally) -> None:
    """Count what was found of the planted quotations, and what was found elsewhere."""
    covered: Counter[int] = Counter()
    places = [_places(pair, planted) for planted in pair.planted]
    for one, other in found:
        hits = [n for n, (a, b) in enumerate(places) if a.meets(one) and b.meets(other)]
        tally.right += bool(hits)
        tally.wrong += not hits
        for n in hits:
            covered[n] += min(one.end, places[n][0].end) - max(one.start, places[n][0].start)
    for n, planted in enumerate(pair.planted):
        length = places[n][0].end - places[n][0].start
        tally.found[planted.kind] += covered[n] >= LEAST_FOUND * length


def _places(pair: Pair, planted: Planted) -> tuple[Span, Span]:
    """Find a planted quotation in the two articles (its last mark may have become a comma)."""
    starts = pair.first.text.index(planted.first[:-1]), pair.second.text.index(planted.second[:-1])
    lengths = len(planted.first) - 1, len(planted.second) - 1
    return Span(starts[0], starts[0] + lengths[0]), Span(starts[1], starts[1] + lengths[1])


def this_app(pair: Pair) -> Callable[[], Iterable[Found]]:
    """Collate two articles that are stored as an article is stored: read, with its sentences."""
    witnesses = Witness("1", "", pair.first), Witness("2", "", pair.second)

    def run() -> Iterator[Found]:
        for link in collate(witnesses).links:
            if link.status is not Status.POSSIBLE:
                yield _extent(link.a), _extent(link.b)

    return run


def this_app_matches(pair: Pair) -> Callable[[], Iterable[Found]]:
    """Find the matches only, without naming their differences."""
    witnesses = Witness("1", "", pair.first), Witness("2", "", pair.second)

    def run() -> Iterator[Found]:
        for match in match_quotations(witnesses):
            if match.sure and match.left[0] != match.right[0]:
                ends: list[list[Span]] = [[], []]
                for w, q, i in match.spots:
                    ends[w].extend(witnesses[w].sentences[q][i].spans)
                yield Span(ends[0][0].start, ends[0][-1].end), Span(ends[1][0].start, ends[1][-1].end)

    return run


def _extent(place: Place) -> Span:
    return Span(place.spans[0].start, place.spans[-1].end)


def difflib_words(pair: Pair) -> Callable[[], Iterable[Found]]:
    """Compare the words of the two articles with difflib."""
    first, second = _words(pair.first.text), _words(pair.second.text)

    def run() -> Iterator[Found]:
        matcher = difflib.SequenceMatcher(None, [word for word, _ in first], [word for word, _ in second])
        for a, b, size in matcher.get_matching_blocks():
            if size > 1:
                yield (
                    Span(first[a][1].start, first[a + size - 1][1].end),
                    Span(second[b][1].start, second[b + size - 1][1].end),
                )

    return run


def rapidfuzz_all(pair: Pair) -> Callable[[], Iterable[Found]]:
    """Compare every quotation of one article with every one of the other by rapidfuzz."""
    first, second = _quotations(pair.first), _quotations(pair.second)

    def run() -> Iterator[Found]:
        for (text, one), (other_text, other) in product(first, second):
            if fuzz.partial_ratio(text, other_text, score_cutoff=FUZZY_SCORE):
                yield one, other

    return run


def collatex(pair: Pair) -> Callable[[], Iterable[Found]]:
    """Collate the two articles with CollateX; what it finds is not judged, only its time."""
    library = import_module("collatex")
    collation = library.Collation()
    collation.add_plain_witness("1", pair.first.text)
    collation.add_plain_witness("2", pair.second.text)

    def run() -> Iterable[Found]:
        library.collate(collation, output="table", segmentation=False)
        return ()

    return run


def _words(text: str) -> list[tuple[str, Span]]:
    """Give the words of a text in lower case with their places."""
    return [(match.group().lower(), Span(*match.span())) for match in _WORD.finditer(text)]


def _quotations(reading: Reading) -> list[tuple[str, Span]]:
    """Give the marked quotations of an article with their places."""
    return [
        (reading.text[part.start + 1 : part.end - 1], Span(part.start + 1, part.end - 1))
        for quotation in reading.quotations
        for part in quotation.stretches
    ]


def time_story(articles: int, words: int, quotations: int) -> tuple[float, float, int]:
    """Give the seconds to prepare and to collate a made-up story, and the number of links found."""
    readings = [read_article(text) for text in write_story(1, articles, words, quotations)]
    began = process_time()
    witnesses = [Witness(str(number), "", reading) for number, reading in enumerate(readings)]
    prepared = process_time()
    links = collate(witnesses).links
    return prepared - began, process_time() - prepared, len(links)
