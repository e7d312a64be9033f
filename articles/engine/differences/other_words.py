"""Words that nothing graver explains: other words, or other forms of the same."""

from collections.abc import Sequence, Set

from articles.engine.differences.kinds import Detail, DifferenceKind
from articles.engine.differences.leftovers import Leftover
from articles.engine.differences.sides import ARTICLES, STOP_WORDS, Side
from articles.engine.text.lexicon import read_word_lists
from articles.engine.tokens.stems import lemma

_AUXILIARY = frozenset(map(lemma, read_word_lists("grammar.txt")["auxiliaries"])) | {"to"}
# Differences beside which a verb stands in another form, and what shows that a form is a verb's.
_BENDING = frozenset({DifferenceKind.NEGATION, DifferenceKind.CERTAINTY})
_VERB_ENDINGS = ("ed", "ing")


class OtherWords(Leftover):
    """The words of a change that are left once the graver differences are told."""

    def tell_words(self) -> None:
        """Tell that the words are others, or other forms of the same."""
        self.pair.tell(self._kind_of_words(), self.change)

    def tell_rest(self, told: Set[DifferenceKind]) -> None:
        """Tell the words that nothing graver explains."""
        if not told:
            if self.left_a or self.left_b:
                self.pair.tell(self._kind_of_words(), self.change, self._detail_of_words())
            return
        a, b = self.pair.a, self.pair.b
        content_a, content_b = a.content(self.left_a), b.content(self.left_b)
        if not (content_a or content_b):
            return
        if len(content_a) == len(content_b):
            same = sorted(_lemmas(a, content_a)) == sorted(_lemmas(b, content_b))
            if same and self._asks_for_forms(told, content_a, content_b):
                return
        self.tell_pair(self._kind_of_words(), content_a, content_b, self._detail_of_words())

    def _kind_of_words(self) -> DifferenceKind:
        """Tell whether the words that are left on both sides are forms of the same words."""
        if len(self.left_a) == len(self.left_b) == 1:
            same = self._is_one_word()
        else:
            a, b = self.pair.a, self.pair.b
            content_a, content_b = a.content(self.left_a), b.content(self.left_b)
            same = (
                len(content_a) == len(content_b)
                and _lemmas(a, content_a) == _lemmas(b, content_b)
                and self._same_grammar()
            )
        return DifferenceKind.INFLECTION if same else DifferenceKind.WORDING

    def _asks_for_forms(
        self, told: Set[DifferenceKind], content_a: Sequence[int], content_b: Sequence[int]
    ) -> bool:
        """Tell whether what is told of a change explains in what form its other words stand.

        A denial or another strength asks for another form ("does not see", "sees"), a number for the
        plural. A name asks for none.
        """
        words_a = sorted(self.pair.a.norms[i] for i in content_a)
        words_b = sorted(self.pair.b.norms[j] for j in content_b)
        bent = DifferenceKind.NUMBER in told and not any(
            word.endswith(_VERB_ENDINGS) for word in (*words_a, *words_b)
        )
        return bent or words_a == words_b or not told.isdisjoint(_BENDING)

    def _is_one_word(self) -> bool:
        """Tell whether of the one word that is left on each side one is a form of the other: wells, well."""
        one, other = self.pair.a.norms[self.left_a[0]], self.pair.b.norms[self.left_b[0]]
        return lemma(one) == lemma(other)

    def _same_grammar(self) -> bool:
        """Tell whether the grammar words of both sides are forms of each other, or auxiliaries."""
        a, b = self.pair.a, self.pair.b
        grammar_a = {lemma(a.norms[i]) for i in self.left_a if a.norms[i] in STOP_WORDS}
        grammar_b = {lemma(b.norms[j]) for j in self.left_b if b.norms[j] in STOP_WORDS}
        plain = _AUXILIARY
        if [a.norms[i] for i in a.content(self.left_a)] != [b.norms[j] for j in b.content(self.left_b)]:
            plain = _AUXILIARY | ARTICLES  # a stone, stones
        return grammar_a - plain == grammar_b - plain and (
            grammar_a == grammar_b or bool(a.content(self.left_a))
        )

    def _detail_of_words(self) -> Detail:
        """Tell whether letters are hidden in what is left."""
        masked_a, masked_b = self.pair.meaning_a.masked, self.pair.meaning_b.masked
        plain = masked_a.isdisjoint(self.left_a) and masked_b.isdisjoint(self.left_b)
        return Detail.NONE if plain else Detail.MASKED


def _lemmas(side: Side, indices: Sequence[int]) -> list[str]:
    return [lemma(side.norms[i]) for i in indices]
