"""Words to what an article says of translation: beside a quotation, or in a note on all of them.

False evidence is worse than none: a pattern counts only where the language is named and is another than
the article's own, and where the words stand as they do when it is a quotation that was translated.
"""

from collections.abc import Iterator

from articles.engine.reading.translation_notes import find_note_of_language, find_note_of_translation
from articles.engine.reading.translation_phrases import LANGUAGES, LISTS, REACH, TURNED, Cue, Phrases
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
from articles.engine.text.words import Words

_TRANSLATED = frozenset({"translated", "translation"})
_COMPOUND = "-language"  # a Spanish-language interview
_COMPOUNDS = frozenset(language + _COMPOUND for language in LANGUAGES)
TRIGGERS = LANGUAGES | _COMPOUNDS | LISTS["interpreters"] | _TRANSLATED
# What a cue is made of: a verb of saying, and words that bring another deed in between.
_SAYS = frozenset(REPORTS + REPORT_BASE + REPORTING)
_OTHER_DEEDS = frozenset(HOLDS + HOLDING + OTHER_VERB)
_PARTICIPLES = frozenset(PAST + GERUND)
# What looks like a deed and is none behind "a" or "the".
_NOUNS = _PARTICIPLES | frozenset(REPORT_BASE + REPORTING)
# Whom something is said to, and how.
_AUDIENCE = frozenset("aHdnNoTD'0")
# What an opening is made of: "In a post in Russian, …".
_PHRASE = frozenset("pdnoN" + REPORT_BASE)
_THROUGH = frozenset({"through", "via", "per", "using"})
_HELP = frozenset({"help", "aid", "assistance"})


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


class _Finder(Phrases):
    """One article, to be searched for cues."""

    def find_at(self, i: int) -> Cue | None:
        """Find the cue around a trigger; triggers are asked for in reading order."""
        self.turn_to(i)
        word = self.lower[i]
        if word.endswith(_COMPOUND):
            return self._in_compound(i)
        if word == "translated":
            return find_note_of_translation(self, i) or self._translated(i)
        if word == "translation":
            return find_note_of_translation(self, i) or self._according_to(i)
        if word in LISTS["interpreters"]:
            return self._through(i)
        if word == self.own or not self.forms[i][0].isupper():
            return None
        return find_note_of_language(self, i) or self._in_language(i)

    def _in_language(self, i: int) -> Cue | None:
        """Find "told them in Arabic", "Speaking in Spanish, …", "In French, she added", "(in Hebrew)"."""
        first, end = self.sentence
        start = self.start_of_phrase(i)
        if start is None or not self.stands_alone(i):
            return None
        if self.classes[start - 1 : start] == BRACKET and self.classes[i + 1 : i + 2] == CLOSING_BRACKET:
            return Cue(start - 1, i + 2, "said to be in another language")
        verb = self._verb_before(start)
        if verb is not None:
            own_clause = self.lower[verb] in LISTS["speaking"]
            behind = self.is_behind(verb, i)
            return Cue(verb, i + 1, "said in another language", -1 if own_clause else verb, behind=behind)
        opening = start - first <= REACH and set(self.classes[first:start]) <= _PHRASE
        opening = opening and not any(self.quoted[first:start])
        verb = self._verb_behind(i + 2, end) if self.classes[i + 1 : i + 2] == COMMA else None
        return Cue(first, i + 1, "said in another language", verb) if opening and verb is not None else None

    def _in_compound(self, i: int) -> Cue | None:
        """Find "said in a Spanish-language interview"."""
        named = self.forms[i][0].isupper() and self.lower[i] != self.own + _COMPOUND
        saying = i + 1 < self.sentence[1] and self.lower[i + 1] in LISTS["sayings"]
        start = next((at for at in (i - 1, i - 2) if at >= self.sentence[0] and self.lower[at] == "in"), None)
        if not (named and saying) or start is None or self.quoted[start]:
            return None
        verb = self._verb_before(start)
        return Cue(verb, i + 2, "said in another language", verb) if verb is not None else None

    def _verb_before(self, start: int) -> int | None:
        """Find the verb of saying that goes with what begins at a word.

        Between them stand only whom it was said to, where it was posted, or in what sort of statement:
        neither another deed nor what may be in a language itself ("said at a class in Japanese").
        """
        last = start - 1 - (self.classes[start - 1 : start] == COMMA)  # he said, in Arabic
        for at in range(last, max(start - REACH, self.sentence[0]) - 1, -1):
            kind = self.classes[at]
            if self.quoted[at] or self.lower[at] in LISTS["matters"]:
                return None
            noun = kind in _NOUNS and self.classes[at - 1] == DETERMINER  # a post, a cheering crowd
            if (kind in _SAYS and not noun) or self.lower[at] in LISTS["speaking"]:
                return at
            if not (noun or kind in _AUDIENCE or self._leads_to_saying(at, start)):
                return None
        return None

    def _leads_to_saying(self, at: int, end: int) -> bool:
        """Tell whether a word is "to", "on", or the "in" of "in a statement"."""
        if self.lower[at] in ("to", "on", "via"):
            return True
        return self.lower[at] == "in" and not LISTS["sayings"].isdisjoint(self.lower[at + 1 : end])

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
        first = self.sentence[0]
        for at in range(i - 1, max(i - 5, first) - 1, -1):
            if self.quoted[at] or self.classes[at] in _SAYS | _OTHER_DEEDS:
                return None
            helped = self.lower[at] == "with" and not _HELP.isdisjoint(self.lower[at:i])
            if self.lower[at] in _THROUGH or helped:
                verb = first if at == first else self._verb_before(at)
                if verb is None:
                    return None
                free = at == first or self.lower[verb] in LISTS["speaking"]
                behind = self.is_behind(verb, i)
                return Cue(verb, i + 1, "said through an interpreter", -1 if free else verb, behind=behind)
        return None

    def _according_to(self, i: int) -> Cue | None:
        """Find "according to a translation by …", "in an English translation of his remarks"."""
        for at in range(i - 1, max(i - 6, self.sentence[0]) - 1, -1):
            if self.quoted[at]:
                return None
            if self.lower[at] == "according":
                return Cue(at, i + 1, "printed from a translation")
            if self.lower[at] == "in" and self._of_saying(i):
                return Cue(at, i + 1, "printed from a translation")
        return None

    def _of_saying(self, i: int) -> bool:
        """Tell whether a translation is one of somebody's remarks, statement or post."""
        following = self.lower[i + 1 : min(i + 5, self.sentence[1])]
        return following[:1] == ["of"] and not LISTS["sayings"].isdisjoint(following)

    def _translated(self, i: int) -> Cue | None:
        """Find "remarks translated by …", "a post, translated from Russian", "(translated from Farsi)"."""
        if self.lower[i + 1 : i + 2] and self.lower[i + 1] in LISTS["sayings"]:
            before = self.lower[max(i - 2, self.sentence[0]) : i]
            return Cue(i, i + 2, "said to be translated") if "in" in before else None
        if not self.names_source(i):
            return None
        if self.classes[i - 1 : i] == BRACKET:
            return Cue(i - 1, i + 1, "said to be translated")
        for at in range(i - 1, max(i - REACH, self.sentence[0]) - 1, -1):
            if self.quoted[at]:
                return None
            if self.lower[at] in LISTS["sayings"]:
                return Cue(at, i + 1, "said to be translated")
            between = self.classes[at] in _SAYS | _OTHER_DEEDS | _PARTICIPLES
            if between and self.lower[at] not in TURNED:
                return None
        return None
