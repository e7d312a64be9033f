"""Pronouns to their antecedents: whom a pronoun at a word of an article looks back at."""

import re
from bisect import insort

from articles.engine.attribution.mention_index import MentionIndex
from articles.engine.attribution.people_seen import Resolve, Resolved, see_person, see_thing
from articles.engine.attribution.person_names import Gender, fold
from articles.engine.attribution.salience import NOBODY, REACH, SPOKE_BEFORE, Salience, Salient, Seen
from articles.engine.quotations.outline import Outline
from articles.engine.text.classes import OF
from articles.engine.text.mentions import Mention, Sort

# Somebody meant by a role that the article has not used before has just been named, this strongly.
JUST_NAMED = -2.0

# Pronouns for one person, with the gender that they tell.
SINGULAR = {
    "he": Gender.MALE,
    "she": Gender.FEMALE,
    "his": Gender.MALE,
    "her": Gender.FEMALE,
    "him": Gender.MALE,
}
_PLURAL = frozenset({"they", "we", "their", "our", "them"})
_WORD = re.compile(r"[^\W_]+")


class Antecedents:
    """Whom the pronouns of one article look back at, asked for in reading order."""

    def __init__(self, index: MentionIndex, salience: Salience, resolve: Resolve) -> None:
        self.index = index
        self.salience = salience
        self._resolve = resolve
        self._spoken: list[Seen] = []
        self._named: list[Seen] | None = None
        self._said = ""
        self._unclear: set[int] = set()

    def hear(self, said: str) -> None:
        """Take in what a quotation says, whose speaker is looked for next."""
        self._said = said

    def remember(self, word: int, resolved: Resolved, one: bool) -> None:
        """Remember who spoke, by the mention at a word, and whether that is `one` person."""
        speaker, gender, plural = resolved
        if speaker is not NOBODY:
            insort(self._spoken, Seen(word, speaker, gender, SPOKE_BEFORE, plural, one), key=lambda s: s.word)

    def is_clear(self, word: int) -> bool:
        """Tell whether nobody else is likely to be meant by what was looked back from at a word."""
        return word not in self._unclear

    def doubt(self, word: int) -> None:
        """Note that somebody else may be meant by what is looked back from at a word."""
        self._unclear.add(word)

    def look_back(self, word: int, pronoun: str) -> Seen | None:
        """Find the person whom a pronoun, at a word of the text, most likely stands for."""
        pronoun = re.split("['’]", pronoun)[0]
        if pronoun == "it":
            return self._thing_before(word)
        if pronoun in ("i", "you", "we", "me", "us"):
            return None
        gender = SINGULAR.get(pronoun)
        if pronoun in ("who", "which"):
            return self._just_before(word, thing=pronoun == "which")
        best = self._most_salient(word, gender, plural=pronoun in _PLURAL)
        if best and not (best.clear and self._is_told(best.seen)):
            self.doubt(word)
        if best and gender:
            self.salience.genders.setdefault(best.seen.speaker.key, gender)
        if best is None and pronoun in _PLURAL:
            return self.just_named(word, None)  # "they" of one person
        return best.seen if best else None

    def _is_told(self, seen: Seen) -> bool:
        """Tell whether it is clear whom somebody seen stands for, if a role does."""
        return self.is_clear(seen.word) or self.index.words.lower[seen.word] in SINGULAR

    def just_named(self, word: int, gender: Gender | None) -> Seen | None:
        """Find one person named shortly before a word."""
        best = self._most_salient(word, gender, plural=False, named=True)
        if best is None or best.score < JUST_NAMED:
            return None
        if not best.clear:
            self.doubt(word)
        return best.seen

    def alone_named(self, word: int) -> Seen | None:
        """Find the one person named in a paragraph before a word, if nobody else may be meant."""
        best = self._most_salient(word, None, plural=False, named=True)
        meant = best and best.clear and best.word >= self.index.opening(word)
        return best.seen if best and meant else None

    def _thing_before(self, word: int) -> Seen | None:
        """Find the body or document that "it" goes on with: one that opens a sentence before it."""
        mentions = self.index.placed()
        opening = self.index.opening(word)
        for start in range(word - 1, max(opening, word - REACH) - 1, -1):
            outline, mention = mentions.get(start, (None, None))
            if outline and mention and (mention.start == 0 or outline.classes[mention.start - 1] in ".QR"):
                seen = see_thing(self.index, outline, mention, self._resolve)
                if seen:
                    return seen
        return None

    def _most_salient(
        self, word: int, gender: Gender | None, plural: bool, named: bool = False
    ) -> Salient | None:
        """Find who of those seen (or only `named`) before a word comes first to mind."""
        seen = (self._spoken, self._people())
        inside = frozenset([fold(w) for w in _WORD.findall(self._said) if w[0].isupper()])
        return self.salience.choose(seen, word, gender, plural, inside, named)

    def _just_before(self, word: int, thing: bool) -> Seen | None:
        """Find whom "who" goes with: who is named right before it; or "which": a body or document."""
        mentions = self.index.placed()
        for start in range(word - 1, max(-1, word - 10), -1):
            outline, mention = mentions.get(start, (None, None))
            if outline is None or mention is None or mention.sort is Sort.RELATIVE:
                continue
            if self._is_of_another(outline, mention) and not thing:
                continue  # "Ann Lowe of Maine, who ..."
            if thing:
                return see_thing(self.index, outline, mention, self._resolve)
            if mention.sort is not Sort.THING:
                speaker, gender, plural = self._resolve(outline, mention)
                return Seen(start, speaker, gender, 0.0, plural)
        return None

    def _is_of_another(self, outline: Outline, mention: Mention) -> bool:
        """Tell whether a mention is a name behind "of" that nothing shows to be a person's."""
        member = self.index.member_in(outline, mention) if mention.sort is Sort.NAME else None
        behind_of = outline.classes[mention.start - 1 : mention.start] == OF
        return behind_of and member is not None and not member.is_person

    def _people(self) -> list[Seen]:
        """List who is named or meant by a definite role outside quotation marks, in reading order."""
        if self._named is None:
            self._named = []  # a role met on the way looks back at those listed so far
            for outline in self.index.outlines:
                for mention in outline.mentions:
                    seen = see_person(self.index, outline, mention, self._resolve)
                    if seen:
                        self._named.append(seen)
            self._named.sort(key=lambda seen: seen.word)
        return self._named
