"""The sentences of one article to its different ones, and where it prints each of them."""

from collections.abc import Iterable, Sequence

from articles.engine.alignment.candidates import SentenceIndex
from articles.engine.alignment.sentences import Sentence

# No normal form holds it, so that joined forms tell where each of them ends.
_BOUND = "\n"
# A quotation, and the positions at which it prints a sentence.
Positions = tuple[int, list[int]]
# A quotation of so many words is short: a common word alone stands in anybody's quotation by chance, and of
# a longer one the words themselves tell (see `alignment`).
LEAST_SHORT = 2
MOST_SHORT = 4


class Forms:
    """The different sentences of one article, by their normal form.

    `names` are their normal forms, each as one string, `places` the quotations that print them. Of
    sentences that are the same the lightest in marks stands in the index. `short` are the quotations of a
    few words, by number.
    """

    def __init__(self, quotations: Sequence[Sequence[Sentence]]) -> None:
        found: dict[str, list[Positions]] = {}
        lightest: dict[str, Sentence] = {}
        for q, sentences in enumerate(quotations):
            for position, sentence in enumerate(sentences):
                name = _name(sentence.norms)
                places = found.setdefault(name, [])
                if places and places[-1][0] == q:
                    places[-1][1].append(position)
                else:
                    places.append((q, [position]))
                lightest[name] = pick_lightest(lightest.get(name, sentence), sentence)
        self.names = tuple(found)
        self.places = tuple(found.values())
        self.index = SentenceIndex(tuple(lightest.values()))
        self.index.find_repetitions()
        self.short = {
            q: sentences[0]
            for q, sentences in enumerate(quotations)
            if len(sentences) == 1 and LEAST_SHORT <= len(sentences[0].norms) <= MOST_SHORT
        }
        # All names at once tell soonest that none holds some words; between two of them stand two bounds.
        self._all = "".join(found)

    def find_holding(self, words: Iterable[str]) -> list[tuple[int, int]]:
        """Find the sentences that hold some words in a row, each by its quotation and its place in it."""
        held = _name(words)
        if held not in self._all:
            return []
        return sorted(
            (q, position)
            for name, places in zip(self.names, self.places, strict=True)
            if held in name
            for q, positions in places
            for position in positions
        )


def _name(words: Iterable[str]) -> str:
    """Give some normal forms as one string, which is part of another where these stand there in a row."""
    return _BOUND.join(("", *words, ""))


def pick_lightest(one: Sentence, other: Sentence) -> Sentence:
    """Give the one in quotation marks of two sentences of the same words, else the lighter one.

    Names may be printed as words, which weigh more.
    """
    if one is other:
        return one
    return min(one, other, key=lambda sentence: (not sentence.quoted, sentence.weights))
