"""Words to what an article says of translation: beside a quotation, or in a note on all of them.

False evidence is worse than none: a pattern counts only where the language is named and is another than
the article's own, and where the words stand as they do when it is a quotation that was translated.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from articles.engine.text.classes import (
    BRACKET,
    CLOSING_BRACKET,
    COMMA,
    DETERMINER,
    GERUND,
    HOLDING,
    HOLDS,
    OF,
    OTHER_VERB,
    PAST,
    REPORT_BASE,
    REPORTING,
    REPORTS,
)
from articles.engine.text.lexicon import read_word_lists
from articles.engine.text.words import Words

_LISTS = read_word_lists("translation.txt")
LANGUAGES = _LISTS["languages"]
_TRANSLATED = frozenset({"translated", "translation"})
_COMPOUND = "-language"  # a Spanish-language interview
_COMPOUNDS = frozenset(language + _COMPOUND for language in LANGUAGES)
TRIGGERS = LANGUAGES | _COMPOUNDS | _LISTS["interpreters"] | _TRANSLATED
# So many words lie between a verb of saying and what it goes with: "told the crowd in the square in Arabic".
REACH = 8
# What a cue is made of: a verb of saying, and words that bring another deed in between.
_SAYS = frozenset(REPORTS + REPORT_BASE + REPORTING)
_OTHER_DEEDS = frozenset(HOLDS + HOLDING + OTHER_VERB)
_PARTICIPLES = frozenset(PAST + GERUND)
# What looks like a deed and is none behind "a" or "the".
_NOUNS = _PARTICIPLES | frozenset(REPORT_BASE + REPORTING)
# Whom something is said to, and how.
_AUDIENCE = frozenset("aHdnNoTD'0")
# What may follow the name of a language that is no adjective of what follows ("in French schools").
_BEHIND = frozenset(".,:-()cp2utwDaxhdyA")
# What an opening is made of: "In a post in Russian, …".
_PHRASE = frozenset("pdnoN" + REPORT_BASE)
_OWNERS = frozenset({"his", "her", "their", "its"})
_THROUGH = frozenset({"through", "via", "per", "using"})
_HELP = frozenset({"help", "aid", "assistance"})
_TURNED = frozenset({"was", "were", "is", "are", "has", "have", "been", "being"})
# A note on the whole article has at most so many words, and stands in one of so many last paragraphs.
LONGEST_NOTE = 30
LAST = 3
# "This article was first published in German".
_CAME_OUT = frozenset({"published", "appeared", "conducted", "written", "held"})
_NO_NOTE = frozenset({"also", "available", "some", "parts", "partly", "certain"})


@dataclass(frozen=True, slots=True)
class Cue:
    """What says that something was translated: a range of words, and the verb of saying in it (or -1).

    `verb` -1 stands for a cue of whatever stands in the same sentence; `whole` for one of the whole article.
    """

    first: int
    last: int
    reason: str
    verb: int = -1
    whole: bool = False


def find_cues(words: Words, classes: str, own: str, quoted: bytes) -> Iterator[Cue]:
    """Find what an article in the language `own` says of translation outside its quotations.

    `quoted` has one byte a word, 1 where it stands inside a quotation.
    """
    finder = _Finder(words, classes, own.lower(), quoted)
    for i, word in enumerate(words.lower):
        if word in TRIGGERS and not quoted[i]:
            cue = finder.find_at(i)
            if cue is not None:
                yield cue


class _Finder:
    """One article, to be searched for cues."""

    def __init__(self, words: Words, classes: str, own: str, quoted: bytes) -> None:
        self.lower = words.lower
        self.forms = words.forms
        self.words = words
        self.classes = classes
        self.own = own
        self.quoted = quoted
        self._sentence = (0, 0)
        self._sentences = iter(words.sentences)

    def find_at(self, i: int) -> Cue | None:
        """Find the cue around a trigger; triggers are asked for in reading order."""
        while self._sentence[1] <= i:
            self._sentence = next(self._sentences)
        word = self.lower[i]
        if word.endswith(_COMPOUND):
            return self._in_compound(i)
        if word == "translated":
            return self._note_of_translation(i) or self._translated(i)
        if word == "translation":
            return self._note_of_translation(i) or self._according_to(i)
        if word in _LISTS["interpreters"]:
            return self._through(i)
        if word == self.own or not self.forms[i][0].isupper():
            return None
        return self._note_of_language(i) or self._in_language(i)

    def _in_language(self, i: int) -> Cue | None:
        """Find "told them in Arabic", "Speaking in Spanish, …", "In French, she added", "(in Hebrew)"."""
        first, end = self._sentence
        start = self._start_of_phrase(i)
        if start is None or not self._stands_alone(i):
            return None
        if self.classes[start - 1 : start] == BRACKET and self.classes[i + 1 : i + 2] == CLOSING_BRACKET:
            return Cue(start - 1, i + 2, "said to be in another language")
        verb = self._verb_before(start)
        if verb is not None:
            own_clause = self.lower[verb] in _LISTS["speaking"]
            return Cue(verb, i + 1, "said in another language", -1 if own_clause else verb)
        opening = start - first <= REACH and set(self.classes[first:start]) <= _PHRASE
        opening = opening and not any(self.quoted[first:start])
        verb = self._verb_behind(i + 2, end) if self.classes[i + 1 : i + 2] == COMMA else None
        return Cue(first, i + 1, "said in another language", verb) if opening and verb is not None else None

    def _in_compound(self, i: int) -> Cue | None:
        """Find "said in a Spanish-language interview"."""
        named = self.forms[i][0].isupper() and self.lower[i] != self.own + _COMPOUND
        saying = i + 1 < self._sentence[1] and self.lower[i + 1] in _LISTS["sayings"]
        start = next(
            (at for at in (i - 1, i - 2) if at >= self._sentence[0] and self.lower[at] == "in"), None
        )
        if not (named and saying) or start is None or self.quoted[start]:
            return None
        verb = self._verb_before(start)
        return Cue(verb, i + 2, "said in another language", verb) if verb is not None else None

    def _start_of_phrase(self, i: int) -> int | None:
        """Find the "in" of "in Arabic", "in fluent Russian", "in his native Brazilian Portuguese"."""
        at, first = i - 1, max(self._sentence[0], i - REACH)
        if at >= first and self.classes[at] in "Nn" and self.forms[at][0].isupper():
            at -= 1  # Mexican Spanish
        while at >= first and (self.lower[at] in _LISTS["manners"] or self.lower[at] in _OWNERS):
            at -= 1
        return at if at >= first and self.lower[at] == "in" and not self.quoted[at] else None

    def _stands_alone(self, i: int) -> bool:
        """Tell whether a language is named for itself, and not beside the article's own."""
        near = self.lower[max(i - 4, self._sentence[0]) : min(i + 5, self._sentence[1])]
        if self.own in near:
            return False
        behind = i + 1
        return behind >= self._sentence[1] or bool(self.quoted[behind]) or self.classes[behind] in _BEHIND

    def _verb_before(self, start: int) -> int | None:
        """Find the verb of saying that goes with what begins at a word.

        Between them stand only whom it was said to, where it was posted, or in what sort of statement:
        neither another deed nor what may be in a language itself ("said at a class in Japanese").
        """
        last = start - 1 - (self.classes[start - 1 : start] == COMMA)  # he said, in Arabic
        for at in range(last, max(start - REACH, self._sentence[0]) - 1, -1):
            kind = self.classes[at]
            if self.quoted[at] or self.lower[at] in _LISTS["matters"]:
                return None
            noun = kind in _NOUNS and self.classes[at - 1] == DETERMINER  # a post, a cheering crowd
            if (kind in _SAYS and not noun) or self.lower[at] in _LISTS["speaking"]:
                return at
            if not (noun or kind in _AUDIENCE or self._leads_to_saying(at, start)):
                return None
        return None

    def _leads_to_saying(self, at: int, end: int) -> bool:
        """Tell whether a word is "to", "on", or the "in" of "in a statement"."""
        if self.lower[at] in ("to", "on", "via"):
            return True
        return self.lower[at] == "in" and not _LISTS["sayings"].isdisjoint(self.lower[at + 1 : end])

    def _verb_behind(self, start: int, end: int) -> int | None:
        """Find the verb of saying of the clause that begins at a word."""
        for at in range(start, min(start + REACH, end)):
            kind = self.classes[at]
            if self.quoted[at] or kind in _OTHER_DEEDS or kind == OF:
                return None
            if kind in _SAYS:
                return at
        return None

    def _through(self, i: int) -> Cue | None:
        """Find "said through an interpreter", "Speaking via a translator, …", "with the help of …"."""
        first = self._sentence[0]
        for at in range(i - 1, max(i - 5, first) - 1, -1):
            if self.quoted[at] or self.classes[at] in _SAYS | _OTHER_DEEDS:
                return None
            helped = self.lower[at] == "with" and not _HELP.isdisjoint(self.lower[at:i])
            if self.lower[at] in _THROUGH or helped:
                verb = first if at == first else self._verb_before(at)
                if verb is None:
                    return None
                free = at == first or self.lower[verb] in _LISTS["speaking"]
                return Cue(verb, i + 1, "said through an interpreter", -1 if free else verb)
        return None

    def _according_to(self, i: int) -> Cue | None:
        """Find "according to a translation by …", "in an English translation of his remarks"."""
        for at in range(i - 1, max(i - 6, self._sentence[0]) - 1, -1):
            if self.quoted[at]:
                return None
            if self.lower[at] == "according":
                return Cue(at, i + 1, "printed from a translation")
            if self.lower[at] == "in" and self._of_saying(i):
                return Cue(at, i + 1, "printed from a translation")
        return None

    def _of_saying(self, i: int) -> bool:
        """Tell whether a translation is one of somebody's remarks, statement or post."""
        following = self.lower[i + 1 : min(i + 5, self._sentence[1])]
        return following[:1] == ["of"] and not _LISTS["sayings"].isdisjoint(following)

    def _translated(self, i: int) -> Cue | None:
        """Find "remarks translated by …", "a post, translated from Russian", "(translated from Farsi)"."""
        if self.lower[i + 1 : i + 2] and self.lower[i + 1] in _LISTS["sayings"]:
            before = self.lower[max(i - 2, self._sentence[0]) : i]
            return Cue(i, i + 2, "said to be translated") if "in" in before else None
        if not self._names_source(i):
            return None
        if self.classes[i - 1 : i] == BRACKET:
            return Cue(i - 1, i + 1, "said to be translated")
        for at in range(i - 1, max(i - REACH, self._sentence[0]) - 1, -1):
            if self.quoted[at]:
                return None
            if self.lower[at] in _LISTS["sayings"]:
                return Cue(at, i + 1, "said to be translated")
            between = self.classes[at] in _SAYS | _OTHER_DEEDS | _PARTICIPLES
            if between and self.lower[at] not in _TURNED:
                return None
        return None

    def _names_source(self, i: int) -> bool:
        """Tell whether "translated" is followed by whom, from which language, or into the article's own."""
        following = self.lower[i + 1 : min(i + 6, self._sentence[1])]
        if following[:1] == ["by"]:
            return True
        if following[:1] == ["from"]:
            named = [word for word in following[1:] if word in LANGUAGES]
            return bool(named) and named[0] != self.own
        return following[:2] == ["into", self.own]

    def _note_of_translation(self, i: int) -> Cue | None:
        """Find a note on the article: "Translated by …", "Quotations have been translated from …"."""
        first, end = self._paragraph_of(i)
        if end - first > LONGEST_NOTE or any(self.quoted[first:end]):
            return None
        opening = first + (self.classes[first] in "(-*")
        late = len(self.words.paragraphs) > LAST and first >= self.words.paragraphs[-LAST][0]
        begins = i == opening and late and (self._names_source(i) or self._is_by_line(i))
        return self._note(first, end) if begins or self._is_passive(opening, i) else None

    def _is_by_line(self, i: int) -> bool:
        """Tell whether a line is "Translation by …" or "Translation: …"."""
        return self.lower[i] == "translation" and self.lower[i + 1 : i + 2] in (["by"], [":"])

    def _is_passive(self, opening: int, i: int) -> bool:
        """Tell whether a note says that its article, or the quotations in it, were translated."""
        sentence = max(opening, self._sentence[0])
        subject = self.lower[sentence:i]
        if not _NO_NOTE.isdisjoint(subject) or self.lower[i] != "translated":
            return False
        of_this = len(subject) > 2 and subject[0] == "this" and subject[1] in _LISTS["articles"]
        of_quoted = any(word in _LISTS["quoted"] for word in subject[:2])
        if not (of_this or of_quoted) or _TURNED.isdisjoint(subject):
            return False
        return "into" not in self.lower[i : self._sentence[1]] or self._names_source(i)

    def _note_of_language(self, i: int) -> Cue | None:
        """Find "This interview was conducted in Spanish", "This article first appeared in German"."""
        if i - self._sentence[0] > LONGEST_NOTE:
            return None
        sentence = self.lower[self._sentence[0] : i]
        if len(sentence) < 4 or sentence[0] != "this" or sentence[1] not in _LISTS["articles"]:
            return None
        first, end = self._paragraph_of(i)
        short = end - first <= LONGEST_NOTE and not any(self.quoted[first:end])
        told = not _CAME_OUT.isdisjoint(sentence) and _NO_NOTE.isdisjoint(sentence)
        named = self._start_of_phrase(i) is not None and self._stands_alone(i)
        return self._note(first, end) if short and told and named else None

    def _paragraph_of(self, i: int) -> tuple[int, int]:
        """Give the words of the paragraph of a word."""
        low, high = 0, len(self.words.paragraphs)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self.words.paragraphs[middle][0] <= i else (low, middle)
        return self.words.paragraphs[low]

    def _note(self, first: int, end: int) -> Cue:
        return Cue(first, end, "a note on the article says so", whole=True)
