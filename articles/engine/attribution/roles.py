"""Roles to their bearers: whom "the senator", "his wife" or "the statement" stands for in an article."""

import re

from articles.engine.attribution.antecedents import SINGULAR, Antecedents
from articles.engine.attribution.cast import KIN
from articles.engine.attribution.members import Member
from articles.engine.attribution.mention_index import THINGS, MentionIndex
from articles.engine.attribution.name_roles import EX, PAST, PRIME_MINISTER, SINGLE_OFFICES, is_prime_minister
from articles.engine.attribution.name_runs import NATIONALS
from articles.engine.attribution.people_seen import Resolve, Resolved
from articles.engine.attribution.person_names import Gender, fold, gender_of_noun, is_plural_noun, parse_name
from articles.engine.attribution.salience import DEFINITE, SPEAKS, Speaker, speaker_of, unnamed
from articles.engine.quotations.outline import Outline
from articles.engine.text.classes import COMMA, OF, POSSESSIVE
from articles.engine.text.lexicon import read_word_lists
from articles.engine.text.mentions import Mention, Sort

# A role in so many first paragraphs may stand for who is named in the next.
LEAD = 4
_OFFICES = read_word_lists("people.txt")["offices"] | SINGLE_OFFICES
# Nouns for what somebody says something in, looked for within so many words before.
ISSUED = 150
_DOCUMENTS = read_word_lists("people.txt")["documents"]
# Those that are as good as whoever wrote them.
_NOTES = _DOCUMENTS - THINGS
# Those that say something and are nobody.
_NOBODY = _DOCUMENTS | THINGS
# Nouns by which a lead means nobody named below it who is not called so there.
_NOT_BELOW = THINGS | SINGLE_OFFICES
# Nouns that stand for whoever has just been named: "the author", "the senator".
_STAND_INS = read_word_lists("people.txt")["stand-ins"]

# "The minister of health in Ghana, Kwame Boadu, ..."
_BEHIND = re.compile(r"(?:fd?n{1,2})?(?:[pf]d?[TN][TN_]*+)?,[neo0]{0,3}([TN][TN_]*+)(?=[,.VvQRxw])")
# "a controller said", but not "a course called"
_SAYS = re.compile(r"[axD]{0,3}V")
_AGE = "-year-old"
_OWNERS = frozenset({"his", "her"})
_NEWCOMERS = frozenset({"a", "an", "another", "one"})
_PAST = frozenset({"former", "retired"})  # "the retired judge"


class Roles:
    """Who bears the roles of one article, asked for in reading order."""

    def __init__(self, index: MentionIndex, antecedents: Antecedents, resolve: Resolve) -> None:
        self.index = index
        self.cast = index.cast
        self.antecedents = antecedents
        self._resolve = resolve
        self._borne: dict[str, Speaker] = {}

    def resolve_role(self, outline: Outline, mention: Mention) -> Resolved:
        """Tell who a role stands for: the name beside it, its last bearer, or an unnamed individual."""
        behind = _BEHIND.match(outline.classes, mention.end)
        if behind:
            member = self.cast.at.get(outline.items[behind.end(1) - 1])
            if member and not member.is_body:
                return speaker_of(member), member.gender, False
        lower, word = self.index.words.lower, outline.items[mention.start]
        head = outline.items[mention.head_end - 1]
        noun = PRIME_MINISTER if is_prime_minister(self.index.words, head) else fold(lower[head])
        gender = gender_of_noun(noun)
        plural = is_plural_noun(noun)
        if lower[word] in DEFINITE and not plural:
            known = self._resolve_definite(outline, mention, noun, gender)
            if known:
                return known
        below = None if plural or noun in _NOT_BELOW else self._named_below(word)
        if below and gender in (None, below.gender):
            self._borne.setdefault(noun, speaker_of(below))
            self.antecedents.doubt(word)
            return speaker_of(below), below.gender, False
        speaker = unnamed(self.index.text(outline, mention.start, mention.end))
        self._borne.setdefault(noun, speaker)
        return speaker, gender, plural

    def _resolve_definite(
        self, outline: Outline, mention: Mention, noun: str, gender: Gender | None
    ) -> Resolved | None:
        """Tell who is meant by a role in the singular that the reader is expected to know, if anybody."""
        word = outline.items[mention.start]
        first = self.index.words.lower[word]
        national = noun in NATIONALS and self.is_national(outline, mention)
        words_before = self.index.words.lower[word : outline.items[mention.head_end - 1]]
        past = noun.startswith(EX) or not PAST.isdisjoint(words_before)
        noun = noun.removeprefix(EX)
        member = self._bearer(noun, word, past) if national or noun not in NATIONALS else None
        if member:
            return speaker_of(member), member.gender, False
        bare = first == "the" and mention.end == mention.head_end
        issuer = self._issuer(word, noun) if bare and noun in _DOCUMENTS else None
        if issuer:
            return issuer, None, False
        if bare and noun in self._borne:
            return self._borne[noun], gender, False
        relative = self._relative(word, first, gender) if first in _OWNERS and noun in KIN else None
        if relative:
            return speaker_of(relative), gender, False
        later = self.cast.with_role_later(noun, word) if bare and mention.end == mention.start + 2 else None
        if later:
            return speaker_of(later), later.gender, False
        if national:
            seen = self.antecedents.alone_named(word)
        else:
            named = self._stands_in(outline, mention, noun)
            seen = self.antecedents.just_named(word, gender) if named else None
        if seen is None or (not past and self.cast.has_left(noun, seen.speaker.name)):
            return None
        if not national and self._somebody_spoke(seen.word, word):
            return None
        self.antecedents.doubt(word)  # the article does not say that they are what they are called here
        return seen.speaker, seen.gender, False

    def _bearer(self, noun: str, word: int, past: bool) -> Member | None:
        """Find who was last called by a role before a word; who holds an office is no former holder of it."""
        member = self.cast.with_role(noun, word, past=True) if past else None
        return member or (None if past and noun in _OFFICES else self.cast.with_role(noun, word))

    def is_national(self, outline: Outline, mention: Mention) -> bool:
        """Tell whether a mention is somebody's nation or party: "the Italian", "the Democrat"."""
        first, head = outline.items[mention.start], outline.items[mention.head_end - 1]
        words = self.index.words
        capital = words.forms[head][0].isupper() and words.lower[head] in NATIONALS
        return capital and head == first + 1 and words.lower[first] == "the"

    def _stands_in(self, outline: Outline, mention: Mention, noun: str) -> bool:
        """Tell whether a role is another word for whoever has just been named."""
        printed = self.index.text(outline, mention.start, mention.end).lower().split()
        if noun.endswith(_AGE) or not _PAST.isdisjoint(printed[1:2]):
            return True
        # "The chairman", "the captain of the ship": whose office it is the article says elsewhere, if at all.
        is_office = mention.head_end == mention.start + 2 or outline.classes.startswith(
            OF, mention.head_end, mention.end
        )
        if noun == PRIME_MINISTER or (noun in _OFFICES and self._is_owned(outline, mention)):
            return False  # "the prime minister", "the Union's policy chief"
        is_role = mention.sort is Sort.ROLE and noun not in THINGS and not is_office
        is_the = self.index.words.lower[outline.items[mention.start]] == "the"
        is_new = is_the and noun not in self._borne and self.index.is_first(noun, outline, mention)
        return is_new and (is_role or noun in _STAND_INS or noun in _NOTES)

    @staticmethod
    def _is_owned(outline: Outline, mention: Mention) -> bool:
        """Tell whether a role is that of somebody or something named: "the Union's policy chief"."""
        return POSSESSIVE in outline.classes[mention.start : mention.head_end]

    def _somebody_spoke(self, since: int, word: int) -> bool:
        """Tell whether somebody who is not named says something between two words of the text."""
        lower, mentions = self.index.words.lower, self.index.placed()
        for outline, mention in (mentions[at] for at in range(since + 1, word) if at in mentions):
            head = lower[outline.items[mention.head_end - 1]]
            if (
                lower[outline.items[mention.start]] in _NEWCOMERS
                and outline.classes[mention.start - 1 : mention.start] != COMMA  # "Lowe, a lawyer, said"
                and head not in _NOBODY
                and _SAYS.match(outline.classes, mention.end)
            ):
                return True
        return False

    def _issuer(self, word: int, noun: str) -> Speaker | None:
        """Find who said something in a document, shortly before "the statement" at a word of the text."""
        lower, mentions = self.index.words.lower, self.index.placed()
        at = next((i for i in range(word - 1, max(-1, word - ISSUED), -1) if lower[i] == noun), None)
        if at is None:
            return None
        opening = self.index.opening(at)
        for start in range(at - 1, max(opening, at - ISSUED) - 1, -1):
            outline, mention = mentions.get(start, (None, None))
            if outline and mention and self._may_issue(outline, mention):
                return self._resolve(outline, mention)[0]
        return None

    def _may_issue(self, outline: Outline, mention: Mention) -> bool:
        """Tell whether a mention speaks and is no document, which would be asked for its own issuer."""
        if not SPEAKS.match(outline.classes, mention.end):
            return False
        lower = self.index.words.lower
        if mention.sort is Sort.PRONOUN:
            return lower[outline.items[mention.start]] in SINGULAR
        head = lower[outline.items[mention.head_end - 1]]
        return mention.sort in (Sort.NAME, Sort.ROLE) and head not in _DOCUMENTS

    def _relative(self, word: int, owner: str, gender: Gender | None) -> Member | None:
        """Find the one person of a gender who bears the family name of whom "his" or "her" stands for."""
        seen = self.antecedents.look_back(word, owner)
        member = self.cast.find(parse_name(seen.speaker.name)) if seen else None
        if member is None or not seen or not seen.speaker.stated:
            return None
        others = [m for m in self.cast.namesakes(member) if m.gender in (gender, None)]
        return others[0] if len(others) == 1 and others[0].places[0] < word else None

    def _named_below(self, word: int) -> Member | None:
        """Find whom the lead means by a role: who speaks next, named for the first time and not described."""
        at, outlines = self.index.paragraph_after(word), self.index.outlines
        if at > LEAD or at >= len(outlines) or not outlines[at].mentions:
            return None
        below = outlines[at]
        mention = below.mentions[0]
        member = self.cast.at.get(below.items[0]) if mention.start == 0 else None
        if member is None or mention.sort is not Sort.NAME or member.described:
            return None
        first_named = member.places[0] == below.items[0] and len(member.parsed.parts) > 1
        return member if first_named and SPEAKS.match(below.classes, mention.end) else None
