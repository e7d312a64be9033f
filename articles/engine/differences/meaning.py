"""Words to what they do to a statement: deny it, weaken it, limit it, count it."""

from collections.abc import Collection, Sequence, Set
from functools import cache, lru_cache

from articles.engine.differences.denials import DENYING, governed, governs
from articles.engine.differences.sides import Side
from articles.engine.text.lexicon import read_word_lists
from articles.engine.tokens.contractions import is_contracted
from articles.engine.tokens.figures import is_number
from articles.engine.tokens.stems import lemma, stem

_NEGATION = read_word_lists("negation.txt")
_CERTAINTY = read_word_lists("certainty.txt")
_QUANTITIES = read_word_lists("quantities.txt")

NEGATIONS = _NEGATION["not"]
_SOFT_NEGATIONS = frozenset(map(stem, _NEGATION["softly_not"]))
RAISING = frozenset(map(stem, _NEGATION["raising"]))
VAGUE = read_word_lists("grammar.txt")["vague"]
_IDIOMS = frozenset(tuple(entry.split("_")) for entry in _NEGATION["no_negation"])
# What denies by itself or with the words behind it.
_DENYING = NEGATIONS | DENYING
_OPPOSITES = {prefix + word: word for prefix, word in (entry.split("=") for entry in _NEGATION["antonyms"])}

# Words that are another one turned round by a prefix.
TURNED = frozenset(_OPPOSITES) | {f"{word}ly" for word in _OPPOSITES}
# Words that belong to a group of units, days and the like (see `quantity_groups`).
MEASURES = frozenset(form for words in _QUANTITIES.values() for word in words for form in (word, f"{word}'s"))

_CONTRARIES = frozenset(
    pair
    for one, other in (entry.split("=") for entry in _NEGATION["contraries"])
    for pair in ((lemma(one), lemma(other)), (lemma(other), lemma(one)))
)
_CONTRARY = frozenset(one for one, _ in _CONTRARIES)
# Words behind which a listed word has another meaning: his will, at all.
_OTHER_BEHIND = {
    heading.removeprefix("behind_"): words
    for heading, words in read_word_lists("grammar.txt").items()
    if heading.startswith("behind_")
}
# Words that only go along with a denial: no longer, not ever, not any.
BESIDE_DENIAL = _NEGATION["beside"]
# Courtesy titles that tell who of a surname is meant.
COURTESY = frozenset({"mr", "mrs", "ms", "miss"})
# Classes without which a statement keeps its strength: the future, and what only completes others.
NEUTRAL = frozenset({"will", "any", "both", "fully"})
# Classes whose loss alone changes how sure or how wide a statement is.
WEIGHTY = frozenset(_CERTAINTY) - NEUTRAL


def _by_phrase(headings: Sequence[str]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Give the classes of each listed word or phrase."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for heading in headings:
        for entry in sorted(_CERTAINTY[heading]):
            key = tuple("#1" if word == "one" else word for word in entry.split("_"))
            found[key] = (*found.get(key, ()), heading)
    return found


_PHRASES = _by_phrase([name for name in _CERTAINTY if not name.endswith("_number")])
_NUMBER_PHRASES = _by_phrase([name for name in _CERTAINTY if name.endswith("_number")])
# The words that begin a listed phrase, with the length of the longest one.
_LONGEST: dict[str, int] = {}
for _phrase in (*_PHRASES, *_NUMBER_PHRASES, *_IDIOMS):
    _LONGEST[_phrase[0]] = max(len(_phrase), _LONGEST.get(_phrase[0], 0))
_GROUPS: dict[str, frozenset[str]] = {
    word: frozenset(group for group in _QUANTITIES if word in _QUANTITIES[group])
    for group in _QUANTITIES
    for word in _QUANTITIES[group]
}


@lru_cache(maxsize=65536)
def _is_weighed(norm: str) -> bool:
    """Tell whether more may be told of a word, whatever its class, than that it stands for another."""
    return (
        norm in _DENYING
        or norm in TURNED
        or norm in MEASURES
        or norm in COURTESY
        or "*" in norm
        or is_number(norm)
        or is_contracted(norm)
    )


def quantity_groups(norm: str) -> frozenset[str]:
    """Give the groups of units, days and the like that a word belongs to."""
    return _GROUPS.get(norm.removesuffix("'s"), frozenset())


def are_opposites(one: str, other: str) -> bool:
    """Tell whether a prefix turns one word into the other: possible, impossible."""
    return _opposite(one) == other or _opposite(other) == one


def are_contraries(one: str, other: str) -> bool:
    """Tell whether two words are of opposite sense: to forget, to remember."""
    return (lemma(one), lemma(other)) in _CONTRARIES


def are_turned(left: Collection[str], right: Collection[str]) -> bool:
    """Tell whether any of some words is an opposite or a contrary of any of others."""
    if TURNED.isdisjoint(left) and TURNED.isdisjoint(right):
        left = [word for word in left if lemma(word) in _CONTRARY]
    return any(are_opposites(one, other) or are_contraries(one, other) for one in left for other in right)


@cache
def _opposite(norm: str) -> str:
    """Give the word that a negative prefix turns round, or nothing."""
    if norm in _OPPOSITES:
        return _OPPOSITES[norm]
    bare = norm.removesuffix("ly")
    return f"{_OPPOSITES[bare]}ly" if bare in _OPPOSITES else ""


class Meaning:
    """The words of one side marked with their classes, and the negations that count.

    `weighed` are all tokens of which, whatever their class, a rule of its own may tell: numbers, measures,
    titles, hidden letters. `denying` are those of them that may deny, `masked` those whose letters are
    hidden. `weighty` are those of a class that tells how sure or how wide a statement is, `telling` these
    and the weighed ones.
    """

    def __init__(self, side: Side, whole: "Meaning | None" = None) -> None:
        self.side = side
        self._classes: dict[int, frozenset[str]] = {}
        self._idle: dict[int, range] = {}
        norms = side.norms
        if whole is None:
            self.weighed = frozenset([i for i, norm in enumerate(norms) if _is_weighed(norm)])
            self.denying = frozenset([i for i in self.weighed if norms[i] in _DENYING])
            self.masked = frozenset([i for i in self.weighed if "*" in norms[i]])
        else:
            self.weighed, self.denying, self.masked = whole.weighed, whole.denying, whole.masked
        for i in range(side.first, side.last):
            if norms[i] in _LONGEST:
                self._mark(i)
        self.weighty = frozenset([i for i, found in self._classes.items() if not WEIGHTY.isdisjoint(found)])
        self.telling = self.weighed | self.weighty

    def part(self, first: int, last: int) -> "Meaning":
        """Give the meaning of another part of the same words."""
        if (first, last) == (self.side.first, self.side.last):
            return self
        return Meaning(self.side.part(first, last), self)

    def _mark(self, i: int) -> None:
        """Mark the longest listed phrase that begins with token `i`."""
        norms = self.side.norms
        for size in range(_LONGEST[norms[i]], 0, -1):
            phrase = tuple(norms[i : i + size])
            if len(phrase) < size:
                continue
            if phrase in _IDIOMS:
                self._idle.update(dict.fromkeys(range(i, i + size), range(i, i + size)))
            before_number = i + size < len(norms) and is_number(norms[i + size])
            found = _NUMBER_PHRASES.get(phrase, ()) if before_number else ()
            found = found or _PHRASES.get(phrase, ())
            if found and not self._is_other(i, phrase):
                for place in range(i, i + size):
                    self._classes[place] = self.classes_at(place).union(found)
                return

    def _is_other(self, i: int, phrase: tuple[str, ...]) -> bool:
        """Tell whether a listed word has its other meaning here: the month of May, "at all", the will."""
        norms = self.side.norms
        before = norms[i - 1] if i else ""
        after = norms[i + 1] if i + 1 < len(norms) else ""
        if len(phrase) > 1:
            return False
        word = phrase[0]
        if word == "may" and self.side.form(i) == "May" and not self.side.begins_sentence(i):
            return True
        if word == "each" and after == "other":
            return True
        if word in ("every", "some", "all") and (after == "time" or "times" in quantity_groups(after)):
            return True
        return before in _OTHER_BEHIND.get(word, ()) or i in self._idle

    def negations(self, indices: Sequence[int]) -> list[int]:
        """Give those of some tokens that deny; the "no" of "No, we will" and of idioms does not.

        An idiom is one only where it stands whole among the tokens: "not" alone, of a "not only" of
        which the other side keeps the "only", denies.
        """
        if self.denying.isdisjoint(indices):
            return []
        norms = self.side.norms
        denying = [i for i in indices if i in self.denying]
        among = set(indices)
        return [
            i
            for i in denying
            if (not self._is_idle(i, among) if norms[i] in NEGATIONS else governs(self.side, i))
        ]

    def _is_idle(self, i: int, among: Set[int]) -> bool:
        """Tell whether a negation denies nothing here."""
        idiom = self._idle.get(i)
        if idiom is None and self.side.norms[i + 1 : i + 2] in (["only"], ["just"], ["merely"], ["simply"]):
            idiom = range(i, i + 2)  # "isn't just": denied is only that this is all
        if (idiom is not None and among >= set(idiom)) or self._is_answer(i):
            return True
        return governed(self.side, i) in among  # nobody denies that

    def _is_answer(self, i: int) -> bool:
        """Tell whether "no" only answers or exclaims ("No, we won't")."""
        if self.side.norms[i] != "no" or i + 1 >= len(self.side.tokens):
            return False
        behind = self.side.gap(i + 1)
        return bool(behind.marks) or behind.broken

    def soft_negations(self, indices: Sequence[int]) -> list[int]:
        """Give those of some tokens that say no without a negation: "refused", "unable"."""
        return [
            i
            for i in indices
            if stem(self.side.norms[i]) in _SOFT_NEGATIONS
            or self.side.norms[i] == "#0"
            or self.side.norms[i] in TURNED
        ]

    def classes_at(self, i: int) -> frozenset[str]:
        """Give the classes that one token belongs to."""
        return self._classes.get(i, frozenset())

    def classes_of(self, indices: Sequence[int]) -> set[str]:
        """Give all classes that some tokens belong to."""
        found = self._classes
        return {name for i in indices if i in found for name in found[i]}
