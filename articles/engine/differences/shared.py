"""Two sequences of words to the pairs of words that both hold in the same order."""

from collections.abc import Container, Sequence

from rapidfuzz.distance import Indel

# A shared run of so many words, one of them with matter, is kept whole; what is between is weighed.
LEAST_ANCHOR = 3
# Products of lengths up to which runs are looked for and weighed; above it the cost would show.
LONGEST_MATCHED = 250_000
LONGEST_WEIGHED = 20_000
# Worth of a shared word with matter, of a grammar word, and of standing next to the shared word before.
MATTER_WORTH = 1.0
GRAMMAR_WORTH = 0.3
NEXT_WORTH = 0.4

Pairs = list[tuple[int, int]]


def read_off(a: Sequence[str], b: Sequence[str]) -> Pairs | None:
    """Give the pairs where there is no choice: every shared word stands once on each side, in one order."""
    words = set(a).intersection(b)
    left = [i for i, word in enumerate(a) if word in words]
    if len(left) != len(words):
        return None
    right = [j for j, word in enumerate(b) if word in words]
    if len(right) != len(words) or [a[i] for i in left] != [b[j] for j in right]:
        return None
    return list(zip(left, right, strict=True))


def weigh_pairs(a: Sequence[str], b: Sequence[str], grammar: Container[str]) -> Pairs:
    """Give the pairs, rising on both sides: those of the long shared runs, and between them the worthiest."""
    pairs: Pairs = []
    i = j = 0
    for k, m, size in _anchors(a, b, grammar):
        pairs.extend(_weighed(a, b, grammar, (i, k), (j, m)))
        i, j = k + size, m + size
        pairs.extend(zip(range(k, i), range(m, j), strict=True))
    pairs.extend(_weighed(a, b, grammar, (i, len(a)), (j, len(b))))
    return pairs


def _anchors(a: Sequence[str], b: Sequence[str], grammar: Container[str]) -> list[tuple[int, int, int]]:
    """Give the long shared runs, as places and length."""
    if a == b:
        return [(0, 0, len(a))]
    if len(a) * len(b) <= LONGEST_MATCHED:
        blocks = _longest_runs(a, b)
    else:
        blocks = [
            (block.a, block.b, block.size)
            for block in Indel.editops(a, b).as_matching_blocks()
            if block.size >= LEAST_ANCHOR
        ]
    return [
        block for block in blocks if any(word not in grammar for word in a[block[0] : block[0] + block[2]])
    ]


def _longest_runs(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int, int]]:
    """Give the longest shared run of three words and more, the longest before it and behind it, and so on.

    Of runs of one length the first in a is taken, then the first in b (as difflib does, which also
    looks at shorter ones).
    """
    places: dict[tuple[str, ...], list[int]] = {}
    for j, three in enumerate(zip(b, b[1:], b[2:], strict=False)):
        places.setdefault(three, []).append(j)
    runs: dict[tuple[int, int], int] = {}  # where a run begins, and its length
    begun: dict[tuple[int, int], tuple[int, int]] = {}
    for i, three in enumerate(zip(a, a[1:], a[2:], strict=False)):
        for j in places.get(three, ()):
            start = begun[i, j] = begun.get((i - 1, j - 1), (i, j))
            runs[start] = i + LEAST_ANCHOR - start[0]
    return _pick(sorted((i, j, size) for (i, j), size in runs.items()))


def _pick(runs: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Take the longest run, and of what is left of the others before it and behind it the same again."""
    if len(runs) < 2:
        return runs
    a, b, size = max(runs, key=lambda run: run[2])
    before = [(i, j, min(n, a - i, b - j)) for i, j, n in runs]
    behind = [
        (i + cut, j + cut, n - cut) for i, j, n in runs for cut in (max(0, a + size - i, b + size - j),)
    ]
    return [
        *_pick([run for run in before if run[2] >= LEAST_ANCHOR]),
        (a, b, size),
        *_pick(sorted(run for run in behind if run[2] >= LEAST_ANCHOR)),
    ]


def _weighed(
    a: Sequence[str],
    b: Sequence[str],
    grammar: Container[str],
    rows: tuple[int, int],
    columns: tuple[int, int],
) -> Pairs:
    """Give the pairs that are worth most together in one stretch of each sequence."""
    left, right = a[slice(*rows)], b[slice(*columns)]
    if not left or not right:
        return []
    if left == right:
        return [(rows[0] + n, columns[0] + n) for n in range(len(left))]
    forced = read_off(left, right)
    if forced is not None:
        return [(rows[0] + i, columns[0] + j) for i, j in forced]
    if len(left) * len(right) > LONGEST_WEIGHED:
        return [
            (rows[0] + block.a + n, columns[0] + block.b + n)
            for block in Indel.editops(left, right).as_matching_blocks()
            for n in range(block.size)
        ]
    found = _best(left, right, [GRAMMAR_WORTH if word in grammar else MATTER_WORTH for word in left])
    return [(rows[0] + i, columns[0] + j) for i, j in found]


def _best(left: Sequence[str], right: Sequence[str], worth: Sequence[float]) -> Pairs:
    """Align two short sequences so that the pairs, and pairs next to each other, are worth most.

    `paired[i][j]` is the best worth with word i paired to word j, `best[i][j]` with the first i and
    j words, however they are paired (the recurrence of Gotoh 1982, with a bonus in place of a cost).
    """
    columns = len(right) + 1
    best = [[0.0] * columns]
    unpaired = [-1.0] * columns
    paired = [unpaired]
    places: dict[str, list[int]] = {word: [] for word in left}
    for j, word in enumerate(right):
        if word in places:
            places[word].append(j)
    for i, word in enumerate(left):
        above, paired_above = best[i], paired[i]
        if not places[word]:
            best.append(above)
            paired.append(unpaired)
            continue
        row, pairs = above.copy(), unpaired.copy()
        for j in places[word]:
            value = worth[i] + max(above[j], paired_above[j] + NEXT_WORTH)
            pairs[j + 1] = value
            place = j + 1
            while place < columns and row[place] < value:
                row[place] = value
                place += 1
        best.append(row)
        paired.append(pairs)
    return _trace(best, paired, worth)


def _trace(best: list[list[float]], paired: list[list[float]], worth: Sequence[float]) -> Pairs:
    """Walk back through the table from its end, and give the pairs on the way."""
    found: Pairs = []
    i, j = len(best) - 1, len(best[0]) - 1
    bound = False  # the pair just taken counted on the pair before it
    while i and j:
        if bound or (paired[i][j] > 0 and paired[i][j] == best[i][j]):
            found.append((i - 1, j - 1))
            bound = paired[i - 1][j - 1] + NEXT_WORTH > best[i - 1][j - 1] and paired[i - 1][j - 1] > 0
            i, j = i - 1, j - 1
        elif best[i - 1][j] == best[i][j]:
            i -= 1
        else:
            j -= 1
    return found[::-1]
