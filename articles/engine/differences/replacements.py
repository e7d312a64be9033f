"""Words that stand where the other side prints other words: what kind of change that is."""

from collections.abc import Sequence, Set

from articles.engine.differences.amounts import is_one_amount, is_one_hour
from articles.engine.differences.changes import Change
from articles.engine.differences.kinds import Detail, DifferenceKind
from articles.engine.differences.meaning import (
    BESIDE_DENIAL,
    MEASURES,
    TURNED,
    VAGUE,
    WEIGHTY,
    Meaning,
    are_opposites,
    quantity_groups,
)
from articles.engine.differences.names import find_names, may_be_name, same_name
from articles.engine.differences.pairs import Pair
from articles.engine.differences.sides import ARTICLES, STOP_WORDS, Side
from articles.engine.text.lexicon import read_word_lists
from articles.engine.tokens.contractions import is_contraction
from articles.engine.tokens.figures import QUANTITY, TIME, is_number
from articles.engine.tokens.stems import lemma

_LISTS = read_word_lists("grammar.txt")
_AUXILIARIES = _LISTS["auxiliaries"]
_AUXILIARY = frozenset(map(lemma, _AUXILIARIES)) | {"to"}
_COURTESY = frozenset({"mr", "mrs", "ms", "miss"})
# Differences beside which a verb stands in another form, and what shows that a form is a verb's.
_BENDING = frozenset({DifferenceKind.NEGATION, DifferenceKind.CERTAINTY})
_VERB_ENDINGS = ("ed", "ing")

# In a longer change the names and numbers of both sides need not stand for each other.
LONG_CHANGE = 12
# Classes whose words answer a denial: nobody, somebody, everybody.
_ANSWERS = frozenset({"some", "any", "all", "both", "always", "many"})


def tell_replaced(pair: Pair, change: Change, denied: bool) -> None:
    """Tell every difference of a change in which both sides print words.

    `denied` tells that one side denies here what the other states.
    """
    Replacement(pair, change).tell(denied)


class Replacement:
    """One change; what has been told of it is taken from the words that are left to explain."""

    def __init__(self, pair: Pair, change: Change) -> None:
        self.pair = pair
        self.change = change
        self.left_a = list(range(change.a0, change.a1))
        self.left_b = list(range(change.b0, change.b1))

    def tell(self, denied: bool) -> None:
        """Tell the grave differences one by one, then what words are left."""
        left = self.pair.a.norms[self.change.a0 : self.change.a1]
        right = self.pair.b.norms[self.change.b0 : self.change.b1]
        if is_contraction(left, right):
            self.pair.tell(DifferenceKind.WORDING, self.change, Detail.CONTRACTION)
            return
        if self._goes_with_denial():
            return
        before = len(self.pair.found)
        self._drop_shared()
        if denied:
            self._tell_negation()
        elif self._says_the_same():
            self.pair.tell(DifferenceKind.WORDING, self.change)
            return
        self._tell_opposites()
        self._tell_numbers()
        self._tell_names()
        self._tell_certainty()
        self._tell_rest({found.kind for found in self.pair.found[before:]})

    def _says_the_same(self) -> bool:
        """Tell whether one side denies the opposite of what the other states: not impossible, possible."""
        a, b = self.pair.meaning_a.negations(self.left_a), self.pair.meaning_b.negations(self.left_b)
        if bool(a) == bool(b):
            return False
        norms_a, norms_b = self.pair.a.norms, self.pair.b.norms
        return any(are_opposites(norms_a[i], norms_b[j]) for i in self.left_a for j in self.left_b)

    def _drop_shared(self) -> None:
        """Forget words that both sides print inside the change."""
        a, b = self.pair.a.norms, self.pair.b.norms
        if {a[i] for i in self.left_a}.isdisjoint([b[j] for j in self.left_b]):
            return
        for i in list(self.left_a):
            match = next((j for j in self.left_b if b[j] == a[i]), None)
            if match is not None and (a[i] not in STOP_WORDS or self._is_short()):
                self.left_a.remove(i)
                self.left_b.remove(match)

    def _is_short(self) -> bool:
        return len(self.left_a) + len(self.left_b) <= LONG_CHANGE

    def _tell_pair(
        self, kind: DifferenceKind, i: Sequence[int], j: Sequence[int], detail: Detail = Detail.NONE
    ) -> None:
        """Tell a difference at some words of each side, and take them from what is left."""
        if not i and not j:
            return
        change = Change(
            min(i, default=self.change.a0),
            max(i, default=self.change.a0 - 1) + 1,
            min(j, default=self.change.b0),
            max(j, default=self.change.b0 - 1) + 1,
        )
        self.pair.tell(kind, change, detail)
        self.left_a = [word for word in self.left_a if word not in i]
        self.left_b = [word for word in self.left_b if word not in j]

    def _tell_negation(self) -> None:
        """Tell that one side denies, at its negation words with the grammar around them."""
        a, b = self.pair.meaning_a.negations(self.left_a), self.pair.meaning_b.negations(self.left_b)
        classes = self.pair.meaning_a.classes_of(a) | self.pair.meaning_b.classes_of(b) | _ANSWERS
        if self._is_short():
            a = _with_next(a, self._beside(self.pair.a)) or self._answers(self.pair.meaning_a, classes)
            b = _with_next(b, self._beside(self.pair.b)) or self._answers(self.pair.meaning_b, classes)
        self._tell_pair(DifferenceKind.NEGATION, a, b)
        self.left_a = [i for i in self.left_a if not self._comes_with_denial(self.pair.a, i)]
        self.left_b = [j for j in self.left_b if not self._comes_with_denial(self.pair.b, j)]

    def _beside(self, side: Side) -> list[int]:
        """Give the words that may go along with a denial in front of them: no "longer", not "all"."""
        left, meaning = self.left_a, self.pair.meaning_a
        if side is self.pair.b:
            left, meaning = self.left_b, self.pair.meaning_b
        return [i for i in left if side.norms[i] in BESIDE_DENIAL or meaning.classes_at(i) & _ANSWERS]

    def _answers(self, meaning: Meaning, classes: Set[str]) -> list[int]:
        """Give the words that answer what the other side says: "some" to "no", "can" to "cannot"."""
        mine, theirs = (
            (self.left_a, self.left_b) if meaning is self.pair.meaning_a else (self.left_b, self.left_a)
        )
        found = [i for i in mine if meaning.classes_at(i) & classes]
        if found or len(mine) != 1:
            return found
        other = self.pair.b if meaning is self.pair.meaning_a else self.pair.a
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
        """Tell a word whose prefix turns the other side's word round: possible, impossible."""
        a, b = self.pair.a, self.pair.b
        words = [a.norms[i] for i in self.left_a] + [b.norms[j] for j in self.left_b]
        if TURNED.isdisjoint(words):
            return
        for i in list(self.left_a):
            for j in list(self.left_b):
                if are_opposites(a.norms[i], b.norms[j]):
                    denials = (
                        self.pair.meaning_a.negations(self.left_a),
                        self.pair.meaning_b.negations(self.left_b),
                    )
                    if len(denials[0]) == len(denials[1]):
                        self._tell_pair(DifferenceKind.NEGATION, [i], [j])
                    break

    def _tell_numbers(self) -> None:
        """Tell numbers, dates and units that stand for other ones."""
        if not self.pair.a.numbers and not self.pair.b.numbers:
            self._tell_units()
            return
        a, b = self.pair.a.norms, self.pair.b.norms
        numbers_a = [i for i in self.left_a if is_number(a[i])]
        numbers_b = [j for j in self.left_b if is_number(b[j])]
        for i, j in zip(numbers_a, numbers_b, strict=False):
            if a[i].removesuffix("th") == b[j].removesuffix("th") or is_one_hour(a[i], b[j]):
                continue
            if not self._drop_one_amount(i, j):
                self._tell_pair(DifferenceKind.NUMBER, *self._with_units(i, j))
        spare_a, spare_b = numbers_a[len(numbers_b) :], numbers_b[len(numbers_a) :]
        for i in spare_a:
            vague = next((j for j in self.left_b if _counts(b[j], a[i])), None)
            if vague is not None and a[i] != "#1":
                self._tell_pair(DifferenceKind.NUMBER, _times(self.pair.a, i), [vague])
        for j in spare_b:
            vague = next((i for i in self.left_a if _counts(a[i], b[j])), None)
            if vague is not None and b[j] != "#1":
                self._tell_pair(DifferenceKind.NUMBER, [vague], _times(self.pair.b, j))
        self._tell_units()

    def _drop_one_amount(self, i: int, j: int) -> bool:
        """Forget two numbers, with the unit that one of them has of its own, that are one amount."""
        for size_a, size_b in ((1, 2), (2, 1)):
            left, right = range(i, i + size_a), range(j, j + size_b)
            if not {*left} <= {*self.left_a} or not {*right} <= {*self.left_b}:
                continue
            if is_one_amount(self.pair.a, i, left.stop, self.pair.b, j, right.stop):
                self.left_a = [word for word in self.left_a if word not in left]
                self.left_b = [word for word in self.left_b if word not in right]
                return True
        return False

    def _with_units(self, i: int, j: int) -> tuple[list[int], list[int]]:
        """Give two numbers, each with its unit where the other's is part of the number: 5 pounds, 5 kilos."""
        a, b = self.pair.a.norms, self.pair.b.norms
        left = (
            [i, i + 1]
            if not b[j][-1].isdigit() and i + 1 in self.left_a and quantity_groups(a[i + 1])
            else [i]
        )
        right = (
            [j, j + 1]
            if not a[i][-1].isdigit() and j + 1 in self.left_b and quantity_groups(b[j + 1])
            else [j]
        )
        return left, right

    def _tell_units(self) -> None:
        """Tell a day, a unit or a scale that stands for another of its group."""
        a, b = self.pair.a.norms, self.pair.b.norms
        if MEASURES.isdisjoint([a[i] for i in self.left_a]):
            return
        units_b = [j for j in self.left_b if quantity_groups(b[j])]
        for i in [i for i in self.left_a if quantity_groups(a[i])]:
            for j in units_b:
                if lemma(a[i]) != lemma(b[j]) and self._count_alike(i, j):
                    self._tell_pair(DifferenceKind.NUMBER, [i], [j])
                    units_b.remove(j)
                    break

    def _count_alike(self, i: int, j: int) -> bool:
        """Tell whether two units, days or the like are of one group, or both stand behind a number."""
        a, b = self.pair.a.norms, self.pair.b.norms
        if quantity_groups(a[i]) & quantity_groups(b[j]):
            return True
        return i > 0 and j > 0 and a[i - 1][0] == b[j - 1][0] == QUANTITY

    def _tell_names(self) -> None:
        """Tell a proper name that stands for another one."""
        a, b = self.pair.a, self.pair.b
        names_a, names_b = find_names(a, self.left_a), find_names(b, self.left_b)
        if len(self.left_a) == len(self.left_b) == 1 and bool(names_a) != bool(names_b):
            names_a = names_a or [i for i in self.left_a if may_be_name(a, i)]
            names_b = names_b or [j for j in self.left_b if may_be_name(b, j)]
        if not names_a or not names_b:
            self._tell_courtesy()
            return
        for i in list(names_a):
            match = next((j for j in names_b if same_name(a.norms[i], b.norms[j])), None)
            if match is not None:
                names_a.remove(i)
                names_b.remove(match)
                if self._letters_only(a.norms[i], b.norms[match]):
                    self.left_a.remove(i)
                    self.left_b.remove(match)
        others = bool(names_a and names_b) and not self._is_acronym(names_a, names_b)
        if others and (self._is_short() or len(names_a) == len(names_b)):
            self._tell_pair(DifferenceKind.NAME, names_a, names_b)

    def _letters_only(self, one: str, other: str) -> bool:
        """Tell whether two spellings of a name differ in doubled letters only."""
        return (
            same_name(one, other)
            and lemma(one) != lemma(other)
            and abs(len(one) - len(other)) <= 2
            and (set(one) == set(other))
        )

    def _is_acronym(self, names_a: Sequence[int], names_b: Sequence[int]) -> bool:
        """Tell whether one name is the first letters of the other."""
        words_a = [self.pair.a.norms[i] for i in names_a]
        words_b = [self.pair.b.norms[j] for j in names_b]
        return words_a == ["".join(word[0] for word in words_b)] or words_b == [
            "".join(w[0] for w in words_a)
        ]

    def _tell_courtesy(self) -> None:
        """Tell a courtesy title that makes another person of the same surname: Mr Smith, Mrs Smith."""
        a, b = self.pair.a.norms, self.pair.b.norms
        titles_a = [i for i in self.left_a if a[i] in _COURTESY]
        if not titles_a:
            return
        titles_b = [j for j in self.left_b if b[j] in _COURTESY]
        if titles_b and {a[titles_a[0]], b[titles_b[0]]} not in ({"ms", "mrs"}, {"ms", "miss"}):
            self._tell_pair(DifferenceKind.NAME, titles_a[:1], titles_b[:1])

    def _tell_certainty(self) -> None:
        """Tell that one side is surer, or speaks of more, than the other."""
        if self.pair.meaning_a.is_plain(self.left_a) and self.pair.meaning_b.is_plain(self.left_b):
            return
        classes_a = self.pair.meaning_a.classes_of(self.left_a)
        classes_b = self.pair.meaning_b.classes_of(self.left_b)
        if classes_a == classes_b:
            return
        only_a, only_b = classes_a - classes_b, classes_b - classes_a
        if not self._shifts(only_a, only_b) and not self._shifts(only_b, only_a):
            return
        a = [i for i in self.left_a if self.pair.meaning_a.classes_at(i) & (only_a | only_b)]
        b = [j for j in self.left_b if self.pair.meaning_b.classes_at(j) & (only_a | only_b)]
        a = a or self._answers(self.pair.meaning_a, only_b)
        b = b or self._answers(self.pair.meaning_b, only_a)
        if self._is_only_grammar():
            a, b = self.left_a, self.left_b  # could be, is
        self._tell_pair(DifferenceKind.CERTAINTY, a, b)
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
        if not self._is_short() and not theirs:
            return False
        if weighty == {"can"} and not theirs & (WEIGHTY | {"will"}) - {"may", "would"}:
            return not theirs
        return bool(weighty)

    def _tell_rest(self, told: Set[DifferenceKind]) -> None:
        """Tell the words that nothing graver explains."""
        a, b = self.pair.a, self.pair.b
        content_a, content_b = a.content(self.left_a), b.content(self.left_b)
        if told and not (content_a or content_b):
            return
        as_many = len(content_a) == len(content_b)
        lemmas_a = [lemma(a.norms[i]) for i in content_a] if as_many else []
        lemmas_b = [lemma(b.norms[j]) for j in content_b] if as_many else []
        if (
            told
            and as_many
            and sorted(lemmas_a) == sorted(lemmas_b)
            and self._asks_for_forms(told, content_a, content_b)
        ):
            return
        if not self.left_a and not self.left_b:
            return
        kind = DifferenceKind.WORDING
        if self._is_one_word() or (as_many and lemmas_a == lemmas_b and self._same_grammar()):
            kind = DifferenceKind.INFLECTION
        detail = Detail.MASKED if self._is_masked(content_a, content_b) else Detail.NONE
        if told:
            self._tell_pair(kind, content_a, content_b, detail)
        else:
            self.pair.tell(kind, self.change, detail)

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
        """Tell whether one word is left on each side, of which one is a form of the other: wells, well."""
        if len(self.left_a) != 1 or len(self.left_b) != 1:
            return False
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

    def _is_masked(self, content_a: Sequence[int], content_b: Sequence[int]) -> bool:
        words = [self.pair.a.norms[i] for i in content_a] + [self.pair.b.norms[j] for j in content_b]
        return "*" in "".join(words)


def _counts(norm: str, number: str) -> bool:
    """Tell whether a word may stand in the place of a number: many, twice, half; noon, but for twelve."""
    groups = quantity_groups(norm)
    hour = number[0] == TIME and not number.startswith(f"{TIME}12")
    return norm in VAGUE or bool(groups & {"times_as", "parts"}) or (hour and "dayparts" in groups)


def _times(side: Side, i: int) -> list[int]:
    """Give a number with the "times" behind it."""
    return [i, i + 1] if side.norms[i + 1 : i + 2] == ["times"] else [i]


def _with_next(words: list[int], others: Sequence[int]) -> list[int]:
    """Add to some words those that stand right behind them."""
    return [*words, *(i for i in others if i - 1 in words)]
