"""Words to the stretches of a text, those set without marks (turns of a transcript, blocks) among them."""

from collections.abc import Sequence

from articles.engine.quotations.blocks import find_blocks
from articles.engine.quotations.marks import Stretch, Style
from articles.engine.quotations.turns import find_turns
from articles.engine.text.spans import Span
from articles.engine.text.words import Words


def find_unmarked(words: Words, marked: Sequence[Stretch]) -> tuple[tuple[Stretch, ...], dict[int, Span]]:
    """Add turns and blocks to the marked stretches, in place of those inside them.

    The label of a turn is given by the place where each of its stretches starts.
    """
    paragraphs = [Span(words.starts[first], words.ends[last - 1]) for first, last in words.paragraphs]
    turns = find_turns(words.text, paragraphs)
    sets = [turn.paragraphs for turn in turns] or list(find_blocks(words.text, paragraphs))
    labels = {part.start: turn.label for turn in turns for part in turn.paragraphs}
    found = [stretch for parts in sets for stretch in _stretches(parts)]
    if not found:
        return tuple(marked), labels
    return _merge(found, marked), labels


def _stretches(parts: Sequence[Span]) -> list[Stretch]:
    """Make the stretches of one turn or block, which goes on over its paragraphs."""
    last = len(parts) - 1
    return [
        Stretch(p.start, p.end, p.start, p.end, Style.NONE, closed=n == last, continues=n > 0)
        for n, p in enumerate(parts)
    ]


def _merge(found: Sequence[Stretch], marked: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Merge two rows of stretches; marked ones that meet an unmarked one are left out."""
    merged: list[Stretch] = []
    at = 0
    for stretch in found:
        while at < len(marked) and marked[at].end <= stretch.start:
            merged.append(marked[at])
            at += 1
        while at < len(marked) and marked[at].start < stretch.end:
            at += 1
        merged.append(stretch)
    return (*merged, *marked[at:])
