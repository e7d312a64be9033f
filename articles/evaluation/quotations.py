"""Annotated articles to how many of their quotations are found, and how many speakers told rightly."""

import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from articles.evaluation.heads import head_of, is_named

Entry = Mapping[str, Any]
Record = Mapping[str, Any]

# Two spans are one quotation when they share this much (Jaccard over characters).
SAME_SPAN = 0.8
# A prediction with this much of it in a region left out of the annotation is not counted.
IGNORED_SHARE = 0.5
# Draws for the confidence interval, article by article, and its bounds.
DRAWS = 500
BOUNDS = (0.025, 0.975)
# Certainties at which it is told how many speakers are stated, and how many of those are right.
CERTAINTIES = (0.3, 0.5, 0.7, 0.9)
_WORD = re.compile(r"\w[\w'’-]*")
_PRONOUNS = frozenset({"i", "he", "she", "they", "we", "it", "you", "who", "his", "her", "that", "which"})


@dataclass(frozen=True, slots=True)
class Judged:
    """One article judged: its counts, the kinds of error, and what is right, for comparing two runs."""

    counts: Counter[str]
    errors: Counter[str]
    right: frozenset[tuple[int, int]]


def answer_from(path: str) -> Callable[[dict[str, Any]], Record]:
    """Take the answers from a file instead of the engine, such as those of a validation."""
    answers = _read_answers(path)
    return lambda record: answers.get(record["id"], {"quotes": []})


def evaluate(
    path: str, answer: Callable[[dict[str, Any]], Record], against: str | None = None
) -> dict[str, Any]:
    """Judge the answers to every article of a file; `against` holds the answers of an earlier run.

    Gives the figures of all articles, those of each outlet, the errors by kind, and, with
    `against`, the quotations gained and lost since.
    """
    gold = [json.loads(line) for line in Path(path).read_text("utf-8").splitlines() if line.strip()]
    judged = {record["id"]: judge(record, answer(record)) for record in gold}
    by_source = defaultdict(list)
    for record in gold:
        by_source[str(record.get("source", ""))].append(judged[record["id"]])
    found: dict[str, Any] = {"all": figures(list(judged.values()))}
    found.update({source: figures(articles) for source, articles in sorted(by_source.items())})
    errors: Counter[str] = sum((article.errors for article in judged.values()), Counter())
    found["errors"] = dict(errors.most_common())
    if against is not None:
        found["changes"] = _changes(gold, judged, _read_answers(against))
    return found


def judge(gold: Record, predicted: Record) -> Judged:
    """Judge the predicted quotations of one article."""
    asked: Sequence[Entry] = gold["quotes"]
    given = _distinct(predicted["quotes"], len(gold["text"]))
    pairs = match_spans([_span(q) for q in asked], [_span(q) for q in given])
    matched = {j for _, j in pairs}
    ignored = [(region["start"], region["end"]) for region in gold.get("ignore", [])]
    counted = [j for j, q in enumerate(given) if j in matched or not _is_ignored(_span(q), ignored)]
    counts = Counter(gold=len(asked), predicted=len(counted), overlap=len(pairs))
    counts["exact"] = len({_span(q) for q in asked} & {_span(given[j]) for j in counted})
    errors: Counter[str] = Counter()
    right: set[tuple[int, int]] = set()
    for i, j in pairs:
        _judge_speaker(asked[i], given[j], counts, errors, right)
    for i in set(range(len(asked))) - {i for i, _ in pairs}:
        errors[f"missed, {_length(asked[i], gold['text'])}"] += 1
    for j in set(counted) - matched:
        errors[f"no quotation, {_length(given[j], gold['text'])}"] += 1
    return Judged(counts, errors, frozenset(right))


def _judge_speaker(
    gold: Entry, given: Entry, counts: Counter[str], errors: Counter[str], right: set[tuple[int, int]]
) -> None:
    """Count whether the speaker of a found quotation is right, by mention and by resolved name."""
    asked, mention = gold.get("speaker_text") or "", given.get("speaker_text") or ""
    good = head_of(asked) == head_of(mention) if asked else not mention
    counts["joint"] += good
    if asked:
        for bound in CERTAINTIES if mention else ():
            sure = given.get("certainty", 0) >= bound
            counts[f"stated at {bound}"] += sure
            counts[f"right at {bound}"] += sure and good
        counts["speakers"] += 1
        counts["speakers right"] += good
        counts["stated"] += bool(mention)
    if good:
        right.add(_span(gold))
    else:
        errors[f"wrong speaker, {_sort(asked)} expected, {_sort(mention)} given"] += 1
    full = gold.get("speaker_name")
    if full:
        name = given.get("speaker_name") or mention
        counts["names"] += 1
        counts["joint name"] += bool(name) and head_of(full) == head_of(name)


def match_spans(gold: Sequence[tuple[int, int]], given: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pair spans that are the same quotation, one to one, the best first."""
    shares = [(-_share(a, b), i, j) for i, a in enumerate(gold) for j, b in enumerate(given)]
    used_gold: set[int] = set()
    used_given: set[int] = set()
    pairs = []
    for share, i, j in sorted(s for s in shares if -s[0] >= SAME_SPAN):
        if share and i not in used_gold and j not in used_given:
            used_gold.add(i)
            used_given.add(j)
            pairs.append((i, j))
    return pairs


def figures(articles: Sequence[Judged]) -> dict[str, Any]:
    """Give precision, recall and F1 with a confidence interval, and the share of right speakers."""
    counts: Counter[str] = sum((a.counts for a in articles), Counter())
    found: dict[str, Any] = {
        "articles": len(articles),
        "gold": counts["gold"],
        "predicted": counts["predicted"],
    }
    keys = ("exact", "overlap", "joint", "joint name") if counts["names"] else ("exact", "overlap", "joint")
    draws = _draw(articles)
    for key in keys:
        spread = sorted(_f1(draw, key) for draw in draws)
        low, high = (spread[min(int(bound * DRAWS), DRAWS - 1)] for bound in BOUNDS)
        found[key] = {
            "precision": _percent(counts[key], counts["predicted"]),
            "recall": _percent(counts[key], counts["gold"]),
            "f1": round(_f1(counts, key), 2),
            "from": round(low, 2),
            "to": round(high, 2),
        }
    found["speaker right"] = _percent(counts["speakers right"], counts["speakers"])
    found["speaker stated"] = _percent(counts["stated"], counts["speakers"])
    found["right of stated"] = _percent(counts["speakers right"], counts["stated"])
    for bound in CERTAINTIES:
        stated = counts[f"stated at {bound}"]
        found[f"at certainty {bound}"] = {
            "stated": _percent(stated, counts["speakers"]),
            "right": _percent(counts[f"right at {bound}"], stated),
        }
    return found


def _draw(articles: Sequence[Judged]) -> list[Counter[str]]:
    """Draw samples of the articles with replacement; the same ones each time."""
    chance = random.Random(0)  # noqa: S311
    if not articles:
        return [Counter()] * DRAWS
    samples = []
    for _ in range(DRAWS):
        sample: Counter[str] = Counter()
        for article in chance.choices(articles, k=len(articles)):
            sample.update(article.counts)
        samples.append(sample)
    return samples


def _f1(counts: Mapping[str, int], key: str) -> float:
    whole = counts["predicted"] + counts["gold"]
    return 200 * counts[key] / whole if whole else 0.0


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 2) if whole else 0.0


def _changes(
    gold: Sequence[Record], judged: Mapping[str, Judged], before: Mapping[str, Record]
) -> dict[str, list[str]]:
    """List the quotations whose finding and speaker an engine change put right, or spoiled."""
    gained: list[str] = []
    lost: list[str] = []
    for record in gold:
        now = judged[record["id"]].right
        then = judge(record, before.get(record["id"], {"quotes": []})).right
        gained.extend(_places(record, now - then))
        lost.extend(_places(record, then - now))
    return {"gained": gained, "lost": lost}


def _places(record: Record, spans: Iterable[tuple[int, int]]) -> Iterator[str]:
    for start, end in sorted(spans):
        yield f"{record['id']} {start}-{end} {record['text'][start : min(end, start + 60)]!r}"


def _read_answers(path: str) -> dict[str, Record]:
    lines = Path(path).read_text("utf-8").splitlines()
    return {record["id"]: record for record in map(json.loads, filter(str.strip, lines))}


def _distinct(quotes: Iterable[Entry], length: int) -> list[Entry]:
    """Keep one entry a span, of those that lie in the text."""
    kept: dict[tuple[int, int], Entry] = {}
    for quote in quotes:
        start, end = _span(quote)
        if 0 <= start < end <= length:
            kept.setdefault((start, end), quote)
    return list(kept.values())


def _span(quote: Entry) -> tuple[int, int]:
    return quote["start"], quote["end"]


def _share(a: tuple[int, int], b: tuple[int, int]) -> float:
    """Give the characters two spans share, of all that either has."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared / (max(a[1], b[1]) - min(a[0], b[0])) if shared > 0 else 0.0


def _is_ignored(span: tuple[int, int], regions: Iterable[tuple[int, int]]) -> bool:
    inside = sum(max(0, min(span[1], end) - max(span[0], start)) for start, end in regions)
    return inside >= IGNORED_SHARE * (span[1] - span[0])


def _length(quote: Entry, text: str) -> str:
    count = len(_WORD.findall(text[quote["start"] : quote["end"]]))
    return "1 word" if count < 2 else "2 to 4 words" if count < 5 else "5 words or more"


def _sort(mention: str) -> str:
    """Tell the sort of a mention for the table of errors."""
    if not mention:
        return "none"
    if mention.casefold() in _PRONOUNS:
        return "pronoun"
    return "name" if is_named(mention) else "role"
