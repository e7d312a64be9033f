"""Sentences of one article to an index of their rarer stems; several of these to pairs worth a closer look.

What depends on one article only is read when its index is made. Comparing articles then costs what
their sentences share.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, combinations
from math import fsum

from articles.engine.alignment.sentences import Sentence

# A stem in more different sentences than this tells of the event, not of one utterance.
CROWDED = 200
# Two quotations of one article are one statement printed twice when nearly all of one is in the other.
LEAST_REPEATED_SHARE = 0.9

# The sentences that hold each stem, by number.
Holders = dict[str, list[int]]


class SentenceIndex:
    """The different sentences of one article, and which of them hold each salient stem, by number.

    `marked` are those of the holders that stand in quotation marks, `words` the sentences of one word.
    """

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.sentences = sentences
        self.holders: Holders = {}
        self.marked: Holders = {}
        for number, sentence in enumerate(sentences):
            for stem in sentence.salient:
                self.holders.setdefault(stem, []).append(number)
                if sentence.quoted:
                    self.marked.setdefault(stem, []).append(number)
        self.stems = frozenset(self.holders)
        self.words = [number for number, sentence in enumerate(sentences) if len(sentence.stems) == 1]
        self.repetitions: dict[tuple[int, int], list[str]] = {}

    def find_repetitions(self) -> None:
        """Find the pairs of which one may repeat nearly all of the other, with the salient stems of both."""
        shared: dict[tuple[int, int], list[str]] = defaultdict(list)
        for stem, numbers in self.holders.items():
            for pair in combinations(numbers if len(numbers) <= CROWDED else (), 2):
                shared[pair].append(stem)
        self.repetitions = {
            (one, other): stems
            for (one, other), stems in shared.items()
            if len(stems) > 1 and self._may_repeat(self.sentences[one], self.sentences[other])
        }

    def _may_repeat(self, one: Sentence, other: Sentence) -> bool:
        """Tell whether one sentence holds nearly all stems of the other."""
        return share_most(one, other, one.kinds & other.kinds)[1] >= LEAST_REPEATED_SHARE


def share_most(one: Sentence, other: Sentence, held: Iterable[str]) -> tuple[float, float]:
    """Give what two sentences share at most in the stems that both hold: bits, and part of the lighter one.

    As where they are compared in order, the weights are those of the shorter one.
    """
    shorter, _ = shorter_first(one, other)
    most = fsum(map(shorter.rarity.__getitem__, held))
    return most, most / min(one.bits, other.bits)


def shorter_first(one: Sentence, other: Sentence) -> tuple[Sentence, Sentence]:
    """Put two sentences in an order that depends on them only."""
    if len(one.stems) != len(other.stems):
        return (one, other) if len(one.stems) < len(other.stems) else (other, one)
    return (one, other) if (one.stems, one.weights) <= (other.stems, other.weights) else (other, one)


class Crowd:
    """The different sentences of a story, numbered through, as the indexes of several articles hold them.

    `numbers` gives for each index the number in the story of each of its sentences: two articles that
    print the same sentence share its number. Those of the first article come first, in its order.
    """

    def __init__(
        self,
        sentences: Sequence[Sentence],
        indexes: Sequence[SentenceIndex],
        numbers: Sequence[Sequence[int]],
    ) -> None:
        self.sentences = sentences
        self._indexes = indexes
        self._numbers = numbers
        self._counts: dict[str, int] = {}
        # No two articles print the same sentence.
        self._apart = len(sentences) == sum(map(len, numbers))

    def count_at_most(self, stem: str) -> int:
        """Give quickly how many different sentences hold a salient stem at most."""
        count = 0
        for index in self._indexes:
            if stem in index.holders:
                count += len(index.holders[stem])
        return count

    def count(self, stem: str) -> int:
        """Give how many different sentences hold a salient stem."""
        if self._apart:
            return self.count_at_most(stem)
        found = self._counts.get(stem)
        if found is None:
            held: set[int] = set()
            for index, numbers in zip(self._indexes, self._numbers, strict=True):
                if stem in index.holders:
                    held.update([numbers[i] for i in index.holders[stem]])
            found = sum([stem in self.sentences[number].salient for number in held])
            self._counts[stem] = found
        return found

    def single_words(self) -> list[int]:
        """Give the sentences of one word."""
        return sorted(
            {
                numbers[i]
                for index, numbers in zip(self._indexes, self._numbers, strict=True)
                for i in index.words
            }
        )

    def pairs_within(self) -> Iterator[tuple[int, int]]:
        """Give the pairs of which one may repeat the other in the one article that prints them."""
        if not any(index.repetitions for index in self._indexes):
            return
        homes = Counter(chain.from_iterable(self._numbers))
        for index, numbers in zip(self._indexes, self._numbers, strict=True):
            for (i, j), stems in index.repetitions.items():
                one, other = sorted((numbers[i], numbers[j]))
                crowded = sum(self.count(stem) > CROWDED for stem in stems)
                if homes[one] == homes[other] == 1 and len(stems) - crowded > 1:
                    yield one, other

    def pairs_across(self) -> Iterator[tuple[int, dict[int, int]]]:
        """Give for a sentence those of earlier articles that share salient stems with it, and how many.

        A sentence that several articles print also goes with the others of the article that prints it first.
        What two outlets tell in their own words goes with nothing: nothing is quoted there.
        """
        if len(self._indexes) < 2:
            return
        sentences = self.sentences
        repeated = self._repeated()
        holders, marked = self._first_holders(repeated)
        first_home = dict.fromkeys(self._numbers[0], 0)
        again: set[int] = set()
        for home, numbers in enumerate(self._numbers[1:], 1):
            added: list[tuple[int, set[str]]] = []
            for number in numbers:
                if number in again:
                    continue
                sentence = sentences[number]
                stems = repeated.intersection(sentence.salient)
                known = holders if sentence.quoted else marked
                shared: dict[int, int] = {}
                for stem in stems:
                    for other in known.get(stem, ()):
                        shared[other] = shared.get(other, 0) + 1
                if number in first_home:
                    again.add(number)
                    first = first_home[number]
                    shared = {n: k for n, k in shared.items() if first_home[n] == first and n not in again}
                else:
                    added.append((number, stems))
                yield number, shared
            for number, stems in added if home + 1 < len(self._numbers) else ():
                first_home[number] = home
                for table in (holders, marked) if sentences[number].quoted else (holders,):
                    for stem in stems:
                        table.setdefault(stem, []).append(number)

    def _first_holders(self, stems: Collection[str]) -> tuple[Holders, Holders]:
        """Give the sentences of the first article that hold each of some stems: all, and those in marks.

        Its index tells them, but where another article prints one of them with other names.
        """
        index = self._indexes[0]
        if not all(map(_stand_alike, index.sentences, self.sentences)):
            index = SentenceIndex(self.sentences[: len(self._numbers[0])])
        if len(self._indexes) == 2:
            return index.holders, index.marked
        return _copy(index.holders, stems), _copy(index.marked, stems)

    def _repeated(self) -> set[str]:
        """Give the stems that several articles hold, and not too many sentences."""
        seen: frozenset[str] = frozenset()
        repeated: set[str] = set()
        for number, index in enumerate(self._indexes, 1):
            repeated |= index.stems & seen
            if number < len(self._indexes):
                seen = seen | index.stems if seen else index.stems
        if sum([len(index.sentences) for index in self._indexes]) > CROWDED:
            repeated = {stem for stem in repeated if self.count(stem) <= CROWDED}
        return repeated


def _stand_alike(one: Sentence, other: Sentence) -> bool:
    """Tell whether two sentences of the same words are the same to an index."""
    return one is other or (one.quoted is other.quoted and one.salient == other.salient)


def _copy(holders: Holders, stems: Iterable[str]) -> Holders:
    """Give the holders of some stems as lists that others can be added to."""
    return {stem: [*holders[stem]] for stem in stems if stem in holders}
