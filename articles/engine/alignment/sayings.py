"""The quotations of one article to what each of its speakers says in one of them only."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain

from articles.engine.alignment.sentences import PLAIN_BITS, Sentence
from articles.engine.quotations.quotations import Kind, Quotation
from articles.engine.text.lexicon import read_word_lists
from articles.engine.tokens.contractions import draw_apart
from articles.engine.tokens.rarity import weigh
from articles.engine.tokens.stems import stem

# Words said once that tell less, in bits beyond those of plain words, are not worth a look.
LEAST_ONCE = 4.0
# Stems of the words that deny.
_DENIALS = frozenset(map(stem, read_word_lists("negation.txt")["not"]))


class Wording:
    """The words of some sentences one after the other, contractions drawn apart, by their stems."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        words = [word for sentence in sentences for word in _draw_apart(sentence)]
        self.stems = tuple([word for word, _ in words])
        self.weights = tuple([told for _, told in words])
        self.bits = sum(self.weights)
        self.rarity = dict(words)
        self.matter = {word: told - PLAIN_BITS for word, told in self.rarity.items() if told > PLAIN_BITS}
        self.denies = not _DENIALS.isdisjoint(self.rarity)


def _draw_apart(sentence: Sentence) -> list[tuple[str, float]]:
    """Give the stems of a sentence with their weights; a contraction is the words that it stands for."""
    words = []
    for norm, shared, told in zip(sentence.norms, sentence.stems, sentence.weights, strict=True):
        apart = draw_apart(norm)
        words.extend([weigh(word) for word in apart] if len(apart) > 1 else [(shared, told)])
    return words


class Sayings:
    """The salient stems that each speaker of an article has in one quotation only.

    `stems` gives them for each quotation that has enough of them, and `told` how much rarer than plain words
    they are; `speakers` gives these quotations for each name. `single` are the stems that no other quotation
    of the article holds, whoever spoke.
    """

    def __init__(self, quotations: Sequence[Quotation], split: Sequence[Sequence[Sentence]]) -> None:
        self._split = split
        self._wordings: dict[tuple[int, int | None], Wording] = {}
        held = [{word for sentence in sentences for word in sentence.salient} for sentences in split]
        times = Counter(chain.from_iterable(held))
        self.single = frozenset([word for word, count in times.items() if count == 1])
        names = {
            q: quotation.attribution.name
            for q, quotation in enumerate(quotations)
            if quotation.attribution.name and quotation.kind is not Kind.INDIRECT
        }
        said = Counter((name, word) for q, name in names.items() for word in held[q])
        self.told: dict[int, dict[str, float]] = {}
        for q, name in names.items():
            rarity = {word: told for sentence in split[q] for word, told in sentence.rarity.items()}
            once = {word: rarity[word] - PLAIN_BITS for word in held[q] if said[name, word] == 1}
            if sum(once.values()) >= LEAST_ONCE:
                self.told[q] = once
        self.stems = {q: frozenset(once) for q, once in self.told.items()}
        self.speakers: dict[str, list[int]] = {}
        for q in self.stems:
            self.speakers.setdefault(names[q], []).append(q)

    def wording_of(self, quotation: int, position: int | None) -> Wording:
        """Give the words of one sentence of a quotation, or of all of them."""
        key = quotation, position
        if key not in self._wordings:
            sentences = self._split[quotation]
            self._wordings[key] = Wording(sentences if position is None else [sentences[position]])
        return self._wordings[key]
