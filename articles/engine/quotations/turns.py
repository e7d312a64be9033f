"""Paragraphs that begin with a speaker's label to the turns of a transcript printed without quotation marks.

Labels are believed only together: several of them, some coming again, each a name that the text
prints elsewhere too, a usual label of transcripts, or Q and A.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from articles.engine.text.lexicon import read_word_lists
from articles.engine.text.spans import Span

# A transcript has at least so many labelled turns, and this share of them ends as sentences do.
FEWEST = 3
SENTENCES = 0.6
# A turn goes on over at most so many paragraphs without a label.
LONGEST_GAP = 3

_LISTS = read_word_lists("marks.txt")
_NO_LABELS = _LISTS["no labels"]
_USUAL_LABELS = _LISTS["labels"]
# "SMITH:", "Jane Smith, host:", "[Smith]:", "MR. SMITH (on screen):". Every part is bounded.
_LABEL = re.compile(
    r"\[?((?:[^\W\d_][\w.'’-]{0,24} ){0,4}[^\W\d_][\w.'’-]{0,24})"
    r"(?:, [^:\n\"“\]]{1,60})?(?: ?[\(\[][^)\]\n:]{1,40}[)\]])?\]?: +(?=\S)"
)
_WORD = re.compile(r"\w+")
_LETTER = re.compile(r"([QA])[.:] +(?=\S)")
_WORD_OF_SPEECH = re.compile(r"[^\W\d_]+ [^\W\d_]*[a-z]")
_ENDS = frozenset(".!?…—–-\"”'’)]")
_MARKS = frozenset("\"“«„‘'")
_ASIDES = frozenset("([*")


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says: the label's place (without brackets or what follows it), and the paragraphs."""

    label: Span
    paragraphs: tuple[Span, ...]


def find_turns(text: str, paragraphs: Sequence[Span]) -> tuple[Turn, ...]:
    """Find the labelled turns of a text; none unless it is a transcript."""
    labelled = {n: found for n, place in enumerate(paragraphs) if (found := _read_label(text, place))}
    if len(labelled) < FEWEST:
        return ()
    counts = Counter(_folded(text, label) for label, _ in labelled.values())
    words = Counter(_WORD.findall(text))
    believed = {n: found for n, found in labelled.items() if _is_believed(text, found[0], counts, words)}
    spoken = sum(bool(_WORD_OF_SPEECH.search(text, p.start, p.end)) for _, p in believed.values())
    again = sum(counts[_folded(text, label)] > 1 for label, _ in believed.values())
    ended = sum(text[place.end - 1] in _ENDS for _, place in believed.values())
    if spoken < FEWEST or again < 2 or min(ended, spoken) < SENTENCES * len(believed):
        return ()
    shouted = {n: found for n, found in labelled.items() if text[found[0].start : found[0].end].isupper()}
    return tuple(_turns(text, paragraphs, believed | shouted))


def _read_label(text: str, place: Span) -> tuple[Span, Span] | None:
    """Read the label that a paragraph begins with: its place, and that of the words behind it."""
    match = _LETTER.match(text, place.start, place.end) or _LABEL.match(text, place.start, place.end)
    if match is None or text[match.end()] in _MARKS:
        return None
    label = Span(*match.span(1))
    words = text[label.start : label.end].split()
    if any(word.casefold().strip(".") in _NO_LABELS for word in words):
        return None
    capital = all(word[0].isupper() or len(word) <= 3 for word in words) and words[0][0].isupper()
    return (label, Span(match.end(), place.end)) if capital else None


def _folded(text: str, label: Span) -> str:
    """Fold a label to its last word, by which its speaker is known in later turns."""
    return text[label.start : label.end].split()[-1].casefold()


def _is_believed(text: str, label: Span, counts: Counter[str], words: Counter[str]) -> bool:
    """Tell whether a label stands for a speaker, by itself or by what else the text prints."""
    last = _folded(text, label)
    if len(last) == 1:
        return counts["q"] > 1 and counts["a"] > 1
    if last in _USUAL_LABELS:
        return True
    name = text[label.start : label.end].split()[-1]
    if name.isupper():
        return counts[last] > 1 or words[name.title()] > 0 or name != text[label.start : label.end]
    return words[_WORD.findall(name)[-1]] > counts[last]


def _turns(text: str, paragraphs: Sequence[Span], believed: dict[int, tuple[Span, Span]]) -> list[Turn]:
    """Give each label's turn, with the paragraphs up to the next label where that is near."""
    turns = []
    numbers = sorted(believed)
    for n, after in zip(numbers, [*numbers[1:], -1], strict=True):
        label, first = believed[n]
        more = paragraphs[n + 1 : after] if 0 < after <= n + 1 + LONGEST_GAP else ()
        kept = [p for p in more if text[p.start] not in _ASIDES and _WORD.search(text, p.start, p.end)]
        turns.append(Turn(label, (first, *kept)))
    return turns
