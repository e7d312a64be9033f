"""Words that stand where the other side prints other words: what kind of change that is."""

from collections.abc import Sequence, Set

from articles.engine.differences.changes import Change
from articles.engine.differences.contrasts import denies_contrary, turn_denied
from articles.engine.differences.denials import DENYING
from articles.engine.differences.kinds import Detail, DifferenceKind
from articles.engine.differences.meaning import (
    BESIDE_DENIAL,
    TURNED,
    WEIGHTY,
    Meaning,
    are_opposites,
)
from articles.engine.differences.other_words import OtherWords
from articles.engine.differences.pairs import Pair
from articles.engine.differences.quantities import tell_numbers
from articles.engine.differences.renamings import tell_names
from articles.engine.differences.sides import ARTICLES, STOP_WORDS, Side
from articles.engine.text.lexicon import read_word_lists
from articles.engine.tokens.contractions import is_contraction
from articles.engine.tokens.stems import lemma

_LISTS = read_word_lists("grammar.txt")
_AUXILIARIES = _LISTS["auxiliaries"]
# Classes whose words answer a denial: nobody, somebody, everybody.
_ANSWERS = frozenset({"some", "any", "all", "both", "always", "many"})


def tell_replaced(pair: Pair, change: Change, denied: bool) -> None:
    """Tell every difference of a change in which both sides print words.

    `denied` tells that one side denies here what the other states.
    """
    replacement = Replacement(pair, change)
    if denied or not replacement.is_plain():
        replacement.tell(denied)
    else:
        replacement.tell_words()


class Replacement(OtherWords):
    """The rules that tell one change, from the gravest to what words are left."""

    def tell(self, denied: bool) -> None:
        """Tell the grave differences one by one, then what words are left."""
        weighed = self._is_weighed()
        if weighed and self._is_contraction():
            self.pair.tell(DifferenceKind.WORDING, self.change, Detail.CONTRACTION)
            return
        if self._goes_with_denial():
            return
        before = len(self.pair.found)
        self._drop_shared()
        if denied:
            self._tell_negation()
        elif weighed and self._says_the_same():
            self.pair.tell(DifferenceKind.WORDING, self.change)
            return
        if weighed:
            self._tell_opposites()
            tell_numbers(self)
        if weighed or self._has_capitals():
            tell_names(self)
        self._tell_certainty()
        self.tell_rest({found.kind for found in self.pair.found[before:]})

    def is_plain(self) -> bool:
        """Tell whether the words differ and none is of a kind of its own: most changes are of this sort."""
        pair = self.pair
        a0, a1, b0, b1 = self.change
        return (
            not pair.denial_told
            and pair.meaning_a.telling.isdisjoint(self.left_a)
            and pair.meaning_b.telling.isdisjoint(self.left_b)
            and not self._has_capitals()
            and {*pair.a.norms[a0:a1]}.isdisjoint(pair.b.norms[b0:b1])
        )

    def _is_weighed(self) -> bool:
        """Tell whether any word is one of which, whatever its class, a rule of its own may tell."""
        left, right = self.pair.meaning_a.weighed, self.pair.meaning_b.weighed
        return not (left.isdisjoint(self.left_a) and right.isdisjoint(self.left_b))

    def _has_capitals(self) -> bool:
        """Tell whether both sides print a capital, without which no name stands for another."""
        left, right = self.pair.a.capitals, self.pair.b.capitals
        return not (left.isdisjoint(self.left_a) or right.isdisjoint(self.left_b))

    def _is_contraction(self) -> bool:
        """Tell whether one side only draws the other's words together."""
        a0, a1, b0, b1 = self.change
        return is_contraction(self.pair.a.norms[a0:a1], self.pair.b.norms[b0:b1])

    def _says_the_same(self) -> bool:
        """Tell whether one side denies the opposite of what the other states: not impossible, possible."""
        a, b = self.pair.meaning_a.negations(self.left_a), self.pair.meaning_b.negations(self.left_b)
        if bool(a) == bool(b):
            return False
        norms_a, norms_b = self.pair.a.norms, self.pair.b.norms
        return any(
            are_opposites(norms_a[i], norms_b[j])
            for i in self.left_a
            for j in self.left_b
            if i not in a and j not in b
        )

    def _drop_shared(self) -> None:
        """Forget words that both sides print inside the change."""
        a, b = self.pair.a.norms, self.pair.b.norms
        shared = {*a[self.change.a0 : self.change.a1]}.intersection(b[self.change.b0 : self.change.b1])
        if not shared:
            return
        for i in self.left_a:
            match = next((j for j in self.left_b if b[j] == a[i]), None) if a[i] in shared else None
            if match is not None and (a[i] not in STOP_WORDS or self.is_short()):
                self.leave_out([i], [match])

    def _tell_negation(self) -> None:
        """Tell that one side denies, at its negation words with the grammar around them."""
        a, b = self.pair.meaning_a.negations(self.left_a), self.pair.meaning_b.negations(self.left_b)
        classes = self.pair.meaning_a.classes_of(a) | self.pair.meaning_b.classes_of(b) | _ANSWERS
        if self.is_short():
            a = _with_next(a, self._beside(self.pair.a)) or self._answers(self.pair.meaning_a, classes)
            b = _with_next(b, self._beside(self.pair.b)) or self._answers(self.pair.meaning_b, classes)
        self.tell_pair(
            DifferenceKind.NEGATION, *turn_denied(self.pair.a, a, self.left_a, self.pair.b, b, self.left_b)
        )
        self.left_a = [i for i in self.left_a if not self._comes_with_denial(self.pair.a, i)]
        self.left_b = [j for j in self.left_b if not self._comes_with_denial(self.pair.b, j)]

    def _beside(self, side: Side) -> list[int]:
        """Give the words that may go along with a denial in front of them: no "longer", not "all"."""
        left, meaning = self.left_a, self.pair.meaning_a
        if side is self.pair.b:
            left, meaning = self.left_b, self.pair.meaning_b
        return [
            i
            for i in left
            if side.norms[i] in BESIDE_DENIAL
            or meaning.classes_at(i) & _ANSWERS
            or (side.norms[i] == "to" and side.norms[i - 1] in DENYING)
        ]

    def _answers(self, meaning: Meaning, classes: Set[str]) -> list[int]:
        """Give the words that answer what the other side says: "some" to "no", "can" to "cannot"."""
        mine, theirs = (
            (self.left_a, self.left_b) if meaning is self.pair.meaning_a else (self.left_b, self.left_a)
        )
        found = [i for i in mine if meaning.classes_at(i) & classes]
        if found or len(mine) != 1 or meaning.side.norms[mine[0]] in ARTICLES:
            return found
        others = self.pair.meaning_b if meaning is self.pair.meaning_a else self.pair.meaning_a
        other = others.side
        denials = others.negations(theirs)
        plain = [j for j in theirs if j not in denials and not others.classes_at(j)]
        if other.content(plain) and meaning.side.content(mine):
            return []  # it stands for another word: Basra is not, Mosul is
        forms = {lemma(other.norms[j]) for j in theirs}
        return [] if lemma(meaning.side.norms[mine[0]]) in forms else list(mine)

    def _comes_with_denial(self, side: Side, i: int) -> bool:
        """Tell whether a word merely goes along with a denial: auxiliaries, "any", "some", "ever"."""
        meaning = self.pair.meaning_a if side is self.pair.a else self.pair.meaning_b
        return (
            side.norms[i] in _AUXILIARIES
            or side.norms[i] in BESIDE_DENIAL
            or bool(meaning.classes_at(i) & (_ANSWERS | {"will"}))
        )

    def _goes_with_denial(self) -> bool:
        """Tell whether an "any" stands for an article only because a denial is told already."""
        if not self.pair.denial_told:
            return False
        words = {self.pair.a.norms[i] for i in self.left_a} | {self.pair.b.norms[j] for j in self.left_b}
        return words <= BESIDE_DENIAL | ARTICLES and not words <= ARTICLES

    def _tell_opposites(self) -> None:
        """Tell a word that turns the other side's word round: possible, impossible; to accept, to reject."""
        a, b = self.pair.a, self.pair.b
        words = [a.norms[i] for i in self.left_a] + [b.norms[j] for j in self.left_b]
        if TURNED.isdisjoint(words) and DENYING.isdisjoint(words):
            return
        for i in self.left_a:
            for j in self.left_b:
                if are_opposites(a.norms[i], b.norms[j]) or denies_contrary(a.norms[i], b.norms[j]):
                    denials = (
                        [k for k in self.pair.meaning_a.negations(self.left_a) if k != i],
                        [k for k in self.pair.meaning_b.negations(self.left_b) if k != j],
                    )
                    if len(denials[0]) == len(denials[1]):
                        self.tell_pair(DifferenceKind.NEGATION, [i], [j])
                    break

    def _tell_certainty(self) -> None:
        """Tell that one side is surer, or speaks of more, than the other."""
        weighty_a, weighty_b = self.pair.meaning_a.weighty, self.pair.meaning_b.weighty
        if weighty_a.isdisjoint(self.left_a) and weighty_b.isdisjoint(self.left_b):
            return
        classes_a = self.pair.meaning_a.classes_of(self.left_a)
        classes_b = self.pair.meaning_b.classes_of(self.left_b)
        if classes_a == classes_b:
            return
        only_a, only_b = classes_a - classes_b, classes_b - classes_a
        if not self._shifts(only_a, only_b) and not self._shifts(only_b, only_a):
            return
        shifted = only_a | only_b
        a = [i for i in self.left_a if not shifted.isdisjoint(self.pair.meaning_a.classes_at(i))]
        b = [j for j in self.left_b if not shifted.isdisjoint(self.pair.meaning_b.classes_at(j))]
        a = a or self._answers(self.pair.meaning_a, only_b)
        b = b or self._answers(self.pair.meaning_b, only_a)
        if self._is_only_grammar():
            a, b = list(self.left_a), list(self.left_b)  # could be, is
        self.tell_pair(DifferenceKind.CERTAINTY, a, b)
        self.left_a = [i for i in self.left_a if self.pair.a.norms[i] not in _AUXILIARIES]
        self.left_b = [j for j in self.left_b if self.pair.b.norms[j] not in _AUXILIARIES]

    def _is_only_grammar(self) -> bool:
        """Tell whether both sides print words of grammar only, so that all of them say how sure it is."""
        a, b = self.pair.a, self.pair.b
        if not self.left_a or not self.left_b:
            return False
        return not a.content(self.left_a) and not b.content(self.left_b)

    def _shifts(self, mine: set[str], theirs: set[str]) -> bool:
        """Tell whether classes that only one side holds change the statement's strength."""
        weighty = mine & WEIGHTY
        if not self.is_short() and not theirs:
            return False
        if weighty == {"can"} and not theirs & (WEIGHTY | {"will"}) - {"may", "would"}:
            return not theirs
        return bool(weighty)


def _with_next(words: list[int], others: Sequence[int]) -> list[int]:
    """Add to some words those that stand right behind them."""
    return [*words, *(i for i in others if i - 1 in words)]
