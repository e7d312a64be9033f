"""The sentences of one article to its different ones, and where it prints each of them."""

from collections.abc import Sequence

from articles.engine.alignment.candidates import SentenceIndex
from articles.engine.alignment.sentences import Sentence

# No normal form holds it, so that joined forms tell where each of them ends.
_BOUND = "\n"
# A quotation, and the positions at which it prints a sentence.
Positions = tuple[int, list[int]]


class Forms:
    """The different sentences of one article, by their normal form.

    `names` are their normal forms, each as one string, `places` the quotations that print them. Of
    sentences that are the same the lightest stands in the index.
    """

    def __init__(self, quotations: Sequence[Sequence[Sentence]]) -> None:
        found: dict[str, list[Positions]] = {}
        lightest: dict[str, Sentence] = {}
        for q, sentences in enumerate(quotations):
            for position, sentence in enumerate(sentences):
                name = _BOUND.join(sentence.norms)
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


def pick_lightest(one: Sentence, other: Sentence) -> Sentence:
    """Give the lighter one of two sentences of the same words (names may be printed as words).

    Of two that weigh the same, it is one in quotation marks.
    """
    if one is other:
        return one
    return min(one, other, key=lambda sentence: (sentence.weights, not sentence.quoted))
