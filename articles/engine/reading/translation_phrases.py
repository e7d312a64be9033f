"""A sentence to the phrases in it that name a language: "in fluent Russian", "translated from Farsi"."""

from dataclasses import dataclass

from articles.engine.text.lexicon import read_word_lists
from articles.engine.text.words import Words

LISTS = read_word_lists("translation.txt")
LANGUAGES = LISTS["languages"]
# So many words lie between a verb of saying and what it goes with: "told the crowd in the square in Arabic".
REACH = 8
# What may follow the name of a language that is no adjective of what follows ("in French schools").
_BEHIND = frozenset(".,:-()cp2utwDaxhdyA")
_OWNERS = frozenset({"his", "her", "their", "its"})
# What a sentence on the language of somebody just quoted begins with, and so many words may end it.
_SPEAKERS = frozenset({"he", "she", "they"})
_WAS = frozenset({"was", "were"})
LONGEST_END = 6
# Forms of "be" and "have", with which something "was translated".
TURNED = frozenset({"was", "were", "is", "are", "has", "have", "been", "being"})


@dataclass(frozen=True, slots=True)
class Cue:
    """What says that something was translated: a range of words, and the verb of saying in it (or -1).

    `verb` -1 stands for a cue of whatever stands in the same sentence; `whole` for one of the whole article;
    `behind` for a sentence of its own on whoever spoke right before it.
    """

    first: int
    last: int
    reason: str
    verb: int = -1
    whole: bool = False
    behind: bool = False


class Phrases:
    """One article in the language `own`, read sentence by sentence.

    `quoted` has one byte a word, 1 where it stands inside a quotation.
    """

    def __init__(self, words: Words, classes: str, own: str, quoted: bytes) -> None:
        self.lower = words.lower
        self.forms = words.forms
        self.paragraphs = words.paragraphs
        self.classes = classes
        self.own = own
        self.quoted = quoted
        self.sentence = (0, 0)
        self._sentences = iter(words.sentences)

    def turn_to(self, i: int) -> None:
        """Take the sentence of a word; words are asked for in reading order."""
        while self.sentence[1] <= i:
            self.sentence = next(self._sentences)

    def start_of_phrase(self, i: int) -> int | None:
        """Find the "in" of "in Arabic", "in fluent Russian", "in his native Brazilian Portuguese"."""
        at, first = i - 1, max(self.sentence[0], i - REACH)
        if at >= first and self.classes[at] in "Nn" and self.forms[at][0].isupper():
            at -= 1  # Mexican Spanish
        while at >= first and (self.lower[at] in LISTS["manners"] or self.lower[at] in _OWNERS):
            at -= 1
        return at if at >= first and self.lower[at] == "in" and not self.quoted[at] else None

    def is_behind(self, verb: int, i: int) -> bool:
        """Tell whether a sentence only says how somebody just quoted spoke: "She spoke in Quechua"."""
        first, end = self.sentence
        if verb - first > len(_WAS) or end - i > LONGEST_END:
            return False
        subject = self.lower[first:verb]
        return (
            not _SPEAKERS.isdisjoint(subject[:1])
            and _WAS.issuperset(subject[1:])
            and self.lower[verb] == ("speaking" if subject[1:] else "spoke")
            and not any(self.quoted[first:end])
        )

    def stands_alone(self, i: int) -> bool:
        """Tell whether a language is named for itself, and not beside the article's own."""
        near = self.lower[max(i - 4, self.sentence[0]) : min(i + 5, self.sentence[1])]
        if self.own in near:
            return False
        behind = i + 1
        return behind >= self.sentence[1] or bool(self.quoted[behind]) or self.classes[behind] in _BEHIND

    def names_source(self, i: int) -> bool:
        """Tell whether "translated" is followed by whom, from which language, or into the article's own."""
        following = self.lower[i + 1 : min(i + 6, self.sentence[1])]
        if following[:1] == ["by"]:
            return True
        if following[:1] == ["from"]:
            named = [word for word in following[1:] if word in LANGUAGES]
            return bool(named) and named[0] != self.own
        return following[:2] == ["into", self.own]

    def paragraph_of(self, i: int) -> tuple[int, int]:
        """Give the words of the paragraph of a word."""
        low, high = 0, len(self.paragraphs)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self.paragraphs[middle][0] <= i else (low, middle)
        return self.paragraphs[low]
