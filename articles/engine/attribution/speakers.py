"""Mentions to people: who a name, a role or a pronoun stands for within an article and across articles."""

import re
from bisect import bisect_left, insort
from collections.abc import Sequence

from articles.engine.attribution.cast import KIN, Cast, Member
from articles.engine.attribution.person_names import (
    Gender,
    compare_names,
    fold,
    gender_of_noun,
    parse_name,
)
from articles.engine.attribution.salience import (
    DEFINITE,
    IN_A_PHRASE,
    INTRODUCED,
    NO_PERSON,
    NOBODY,
    REACH,
    SAYS_SO,
    SPEAKS,
    SPOKE_BEFORE,
    UNUSUAL_NAME,
    Salience,
    Salient,
    Seen,
    Speaker,
    opens_sentence,
    speaker_of,
    unnamed,
    weigh_mention,
)
from articles.engine.quotations.outline import Outline
from articles.engine.text.lexicon import read_word_lists
from articles.engine.text.mentions import Mention, Sort
from articles.engine.text.spans import Span
from articles.engine.text.words import Words

__all__ = ["Resolver", "Speaker", "compare_names"]

# Somebody meant by a role that the article has not used before has just been named, this strongly.
JUST_NAMED = -2.0

_SINGULAR = {
    "he": Gender.MALE,
    "she": Gender.FEMALE,
    "his": Gender.MALE,
    "her": Gender.FEMALE,
    "him": Gender.MALE,
}
# "The minister of health in Ghana, Kwame Boadu, ..."
_BEHIND = re.compile(r"(?:fd?n{1,2})?(?:[pf]d?[TN][TN_]*+)?,[neo0]{0,3}([TN][TN_]*+)(?=[,.VvQRxw])")
_AGE = "-year-old"
_ACTS = re.compile(r"(?:,w[^.QR]{1,40},)?[a,]{0,2}[xVvenkEb]")
# Nouns for bodies and documents, which no "he" or "she" stands for.
THINGS = read_word_lists("classes.txt")["bodies and documents"]
# Nouns that stand for whoever has just been named: "the author", "the senator".
_STAND_INS = read_word_lists("people.txt")["stand-ins"]
_OWNERS = frozenset({"his", "her"})
_CREWS = frozenset({"staff", "police"})  # bodies that are "they"
# "In the words of Smith" is as good as "Smith said".
_VIEWS = frozenset({"words", "view", "opinion", "eyes", "account", "estimate", "verdict"})
# Nouns for what somebody says something in, looked for within so many words before.
_DOCUMENTS = read_word_lists("people.txt")["documents"]
ISSUED = 150
_PAST = frozenset({"former", "retired"})  # "the retired judge"
_WORD = re.compile(r"[^\W_]+")
_PLURAL = frozenset({"they", "we", "their", "our", "them"})
# Who comes in on the way ("…, when a passenger fell ill") is not whom the next sentence is about.
_NEWCOMERS = frozenset({"a", "an", "another"})


# A role in so many first paragraphs may stand for who is named in the next.
LEAD = 4


class Resolver:
    """The speakers of one article, resolved in reading order."""

    def __init__(self, words: Words, classes: str, outlines: Sequence[Outline]) -> None:
        self.words = words
        self.classes = classes
        self.outlines = outlines
        self.cast = Cast(words, classes)
        self.salience = Salience(words, classes, self.cast)
        self._spoken: list[Seen] = []
        self._named: list[Seen] | None = None
        self._mentions: dict[int, tuple[Outline, Mention]] = {}
        self._resolved: dict[int, Speaker] = {}
        self._said = ""
        self._unclear: set[int] = set()
        self._roles: dict[str, Speaker] = {}
        self._firsts: dict[str, int] = {}
        self._phrases: dict[str, int] = {}
        self._paragraphs = [first for first, _ in words.paragraphs]

    def resolve_mention(self, outline: Outline, mention: Mention, said: str = "") -> Speaker:
        """Tell who a mention stands for, and remember that they spoke; `said` is what they said."""
        word = outline.items[mention.start]
        if word not in self._resolved:
            self._said = said
            speaker, gender, plural = self._resolve(outline, mention)
            self._resolved[word] = speaker
            if speaker is not NOBODY:
                insort(self._spoken, Seen(word, speaker, gender, SPOKE_BEFORE, plural), key=lambda s: s.word)
        return self._resolved[word]

    def is_clear(self, outline: Outline, mention: Mention) -> bool:
        """Tell whether nobody else is likely to be meant by a mention that was resolved."""
        return outline.items[mention.start] not in self._unclear

    def resolve_span(self, span: Span) -> Speaker:
        """Tell who the mention at a span of the text stands for."""
        mentions = self._all_mentions()
        first = bisect_left(self.words.starts, span.start)
        last = bisect_left(self.words.starts, span.end)
        for word in range(first, last):
            if word in mentions:
                return self.resolve_mention(*mentions[word])
        return unnamed(self.words.text[span.start : span.end])

    def resolve_label(self, span: Span) -> Speaker:
        """Tell who the label of a turn stands for."""
        printed = self.words.text[span.start : span.end]
        member = self.cast.find(parse_name(printed))
        return speaker_of(member) if member else unnamed(printed)

    def _all_mentions(self) -> dict[int, tuple[Outline, Mention]]:
        """Give the mentions by their first word, indexed once."""
        if not self._mentions:
            self._mentions = {o.items[m.start]: (o, m) for o in self.outlines for m in o.mentions}
        return self._mentions

    def _resolve(self, outline: Outline, mention: Mention) -> tuple[Speaker, Gender | None, bool]:
        first = outline.items[mention.start]
        printed = self._text(outline, mention.start, mention.end)
        if mention.sort in (Sort.NAME, Sort.OWNER):
            member = self._member_in(outline, mention)
            if member is None and "N" not in outline.classes[mention.start : mention.end]:
                return self._resolve_role(outline, mention, printed)
            if member:
                return speaker_of(member), member.gender, member.is_body
            return unnamed(printed), None, False
        is_owner = mention.sort is Sort.AMOUNT and self.words.lower[first] in _SINGULAR
        if is_owner or mention.sort in (Sort.PRONOUN, Sort.RELATIVE, Sort.OBJECT):
            seen = self._look_back(first, self.words.lower[first])
            if seen:
                return seen.speaker, seen.gender, seen.plural
            return NOBODY, None, False
        return self._resolve_role(outline, mention, printed)

    def _text(self, outline: Outline, start: int, end: int) -> str:
        """Give the printed text of some items of an outline."""
        words = self.words
        return words.text[words.starts[outline.items[start]] : words.ends[outline.items[end - 1]]]

    def _member_in(self, outline: Outline, mention: Mention) -> Member | None:
        """Find the cast member that a mention's head names: the last name before any "of ..."."""
        at, items = self.cast.at, outline.items
        end = mention.head_end
        if outline.classes.find("T", end, mention.end) >= 0:
            end = mention.end  # "Society of Friends President Ann Lowe"
        for i in range(end - 1, mention.start - 1, -1):
            if items[i] in at:
                return at[items[i]]
        return self.cast.find(parse_name(self._text(outline, mention.start, mention.head_end)))

    def _resolve_role(
        self, outline: Outline, mention: Mention, printed: str
    ) -> tuple[Speaker, Gender | None, bool]:
        """Tell who a role stands for: the name beside it, its last bearer, or an unnamed individual."""
        behind = _BEHIND.match(outline.classes, mention.end)
        if behind:
            member = self.cast.at.get(outline.items[behind.end(1) - 1])
            if member and not member.is_body:
                return speaker_of(member), member.gender, False
        noun = fold(self.words.lower[outline.items[mention.head_end - 1]])
        first = self.words.lower[outline.items[mention.start]]
        gender = gender_of_noun(noun)
        plural = noun.endswith("s") and not noun.endswith("ss")
        if first in DEFINITE and not plural:
            member = self.cast.with_role(noun, outline.items[mention.start])
            if member:
                return speaker_of(member), member.gender, False
            if first == "the" and noun in _DOCUMENTS and mention.end == mention.head_end:
                issuer = self._issuer(outline.items[mention.start], noun)
                if issuer:
                    return issuer, None, False
            if first == "the" and noun in self._roles and mention.end == mention.head_end:
                return self._roles[noun], gender, plural
            if first in _OWNERS and noun in KIN:
                relative = self._relative(outline.items[mention.start], first, gender)
                if relative:
                    return speaker_of(relative), gender, False
            is_new = first == "the" and noun not in self._roles and self._is_first(noun, outline, mention)
            past = not _PAST.isdisjoint(printed.lower().split()[1:2])
            stands_in = noun.endswith(_AGE) or past or (is_new and self._may_stand_in(noun, mention))
            seen = self._just_named(outline.items[mention.start], gender) if stands_in else None
            if seen:
                return seen.speaker, seen.gender, False
        below = None if plural or noun in THINGS else self._named_below(outline.items[mention.start])
        if below and gender in (None, below.gender):
            self._roles.setdefault(noun, speaker_of(below))
            return speaker_of(below), below.gender, False
        speaker = unnamed(printed)
        self._roles.setdefault(noun, speaker)
        return speaker, gender, plural

    @staticmethod
    def _may_stand_in(noun: str, mention: Mention) -> bool:
        """Tell whether "the" and a noun may be another word for whoever has just been named."""
        return noun in _STAND_INS or (mention.sort is Sort.ROLE and noun not in THINGS)

    def _is_first(self, noun: str, outline: Outline, mention: Mention) -> bool:
        """Tell whether a role stands here for the first time: its noun, or that with the words before it."""
        if mention.head_end <= mention.start + 2:
            return self._first_words().get(noun) == outline.items[mention.head_end - 1]
        phrase = self._phrase(outline, mention)
        first = self._first_words().get(phrase, self._first_phrases().get(phrase))
        return first == outline.items[mention.head_end - 1]

    def _first_words(self) -> dict[str, int]:
        """Tell where each word stands for the first time, once."""
        if not self._firsts:
            lower = self.words.lower
            self._firsts.update(zip(reversed(lower), range(len(lower) - 1, -1, -1), strict=True))
        return self._firsts

    def _first_phrases(self) -> dict[str, int]:
        """Tell where each role of several words stands for the first time, by its last word, once."""
        if not self._phrases:
            mentions = self._all_mentions()
            long = [word for word, (_, m) in mentions.items() if m.head_end > m.start + 2]
            for outline, mention in map(mentions.__getitem__, sorted(long)):
                head = outline.items[mention.head_end - 1]
                self._phrases.setdefault(self._phrase(outline, mention), head)
        return self._phrases

    def _phrase(self, outline: Outline, mention: Mention) -> str:
        """Give a role in lower case, without its article."""
        return self._text(outline, mention.start + 1, mention.head_end).lower()

    def _issuer(self, word: int, noun: str) -> Speaker | None:
        """Find who said something in a document, shortly before "the statement" at a word of the text."""
        lower, mentions = self.words.lower, self._all_mentions()
        at = next((i for i in range(word - 1, max(-1, word - ISSUED), -1) if lower[i] == noun), None)
        if at is None:
            return None
        opening = self._paragraphs[bisect_left(self._paragraphs, at + 1) - 1]
        for start in range(at - 1, max(opening, at - ISSUED) - 1, -1):
            outline, mention = mentions.get(start, (None, None))
            if outline and mention and self._may_issue(outline, mention):
                return self._resolve(outline, mention)[0]
        return None

    def _may_issue(self, outline: Outline, mention: Mention) -> bool:
        """Tell whether a mention speaks and is no document, which would be asked for its own issuer."""
        if not SPEAKS.match(outline.classes, mention.end):
            return False
        if mention.sort is Sort.PRONOUN:
            return self.words.lower[outline.items[mention.start]] in _SINGULAR
        head = self.words.lower[outline.items[mention.head_end - 1]]
        return mention.sort in (Sort.NAME, Sort.ROLE) and head not in _DOCUMENTS

    def _relative(self, word: int, owner: str, gender: Gender | None) -> Member | None:
        """Find the one person of a gender who bears the family name of whom "his" or "her" stands for."""
        seen = self._look_back(word, owner)
        member = self.cast.find(parse_name(seen.speaker.name)) if seen else None
        if member is None or not seen or not seen.speaker.stated:
            return None
        others = [m for m in self.cast.namesakes(member) if m.gender in (gender, None)]
        return others[0] if len(others) == 1 and others[0].places[0] < word else None

    def _named_below(self, word: int) -> Member | None:
        """Find whom the lead means by a role: who speaks next, named for the first time and not described."""
        at = bisect_left(self._paragraphs, word + 1)
        if at > LEAD or at >= len(self.outlines) or not self.outlines[at].mentions:
            return None
        below = self.outlines[at]
        mention = below.mentions[0]
        member = self.cast.at.get(below.items[0]) if mention.start == 0 else None
        if member is None or mention.sort is not Sort.NAME or member.described:
            return None
        first_named = member.places[0] == below.items[0] and len(member.parsed.parts) > 1
        return member if first_named and SPEAKS.match(below.classes, mention.end) else None

    def _look_back(self, word: int, pronoun: str) -> Seen | None:
        """Find the person whom a pronoun, at a word of the text, most likely stands for."""
        if pronoun == "it":
            return self._thing_before(word)
        if pronoun in ("i", "you", "we", "me", "us") or pronoun.startswith(("i'", "i’")):
            return None
        gender = _SINGULAR.get(re.split("['’]", pronoun)[0])
        if pronoun == "who":
            return self._just_before(word)
        best = self._most_salient(word, gender, plural=pronoun in _PLURAL)
        if best and not best.clear:
            self._unclear.add(word)
        if best and gender:
            self.salience.genders.setdefault(best.seen.speaker.key, gender)
        if best is None and pronoun in _PLURAL:
            return self._just_named(word, None)  # "they" of one person
        return best.seen if best else None

    def _thing_before(self, word: int) -> Seen | None:
        """Find the body or document that "it" goes on with: one that opens a sentence before it."""
        mentions = self._all_mentions()
        opening = self._paragraphs[bisect_left(self._paragraphs, word + 1) - 1]
        for start in range(word - 1, max(opening, word - REACH) - 1, -1):
            outline, mention = mentions.get(start, (None, None))
            if outline and mention and (mention.start == 0 or outline.classes[mention.start - 1] in ".QR"):
                seen = self._see_thing(outline, mention)
                if seen:
                    return seen
        return None

    def _see_thing(self, outline: Outline, mention: Mention) -> Seen | None:
        """Describe a mention as a body or document, if it is one."""
        word, noun = outline.items[mention.start], self.words.lower[outline.items[mention.head_end - 1]]
        if mention.sort is Sort.ROLE and noun in THINGS:
            printed = self._text(outline, mention.start, mention.end)
            speaker, gender, plural = self._resolve_role(outline, mention, printed)
            return Seen(word, speaker, gender, 0.0, plural)
        member = self._member_in(outline, mention) if mention.sort is Sort.NAME else None
        return Seen(word, speaker_of(member), None, 0.0, True) if member and member.is_body else None

    def _just_named(self, word: int, gender: Gender | None) -> Seen | None:
        """Find one person named shortly before a word."""
        best = self._most_salient(word, gender, plural=False, named=True)
        if best is None or best.score < JUST_NAMED:
            return None
        if not best.clear:
            self._unclear.add(word)
        return best.seen

    def _most_salient(
        self, word: int, gender: Gender | None, plural: bool, named: bool = False
    ) -> Salient | None:
        """Find who of those seen (or only `named`) before a word comes first to mind."""
        seen = (self._spoken, self._people())
        inside = frozenset([fold(w) for w in _WORD.findall(self._said) if w[0].isupper()])
        return self.salience.choose(seen, word, gender, plural, inside, named)

    def _just_before(self, word: int) -> Seen | None:
        """Find whom "who" goes with: whoever is named right before it."""
        mentions = self._all_mentions()
        for start in range(word - 1, max(-1, word - 10), -1):
            if start in mentions and mentions[start][1].sort not in (Sort.RELATIVE, Sort.THING):
                outline, mention = mentions[start]
                speaker, gender, plural = self._resolve(outline, mention)
                return Seen(start, speaker, gender, 0.0, plural)
        return None

    def _people(self) -> list[Seen]:
        """List who is named or meant by a definite role outside quotation marks, in reading order."""
        if self._named is None:
            self._named = []
            for outline in self.outlines:
                for mention in outline.mentions:
                    seen = self._see(outline, mention)
                    if seen:
                        self._named.append(seen)
            self._named.sort(key=lambda seen: seen.word)
        return self._named

    def _see(self, outline: Outline, mention: Mention) -> Seen | None:
        """Describe a mention as somebody to look back at, if it is somebody."""
        row, start, sort = outline.classes, mention.start, mention.sort
        if sort is Sort.NAME or sort is Sort.OWNER:
            member = self._member_in(outline, mention)
            return self._see_member(outline, mention, member) if member else None
        word = outline.items[start]
        if row.startswith("df", start) and self.words.lower[word] == "one" and _ACTS.match(row, mention.end):
            speaker = unnamed(self._text(outline, start, mention.end))  # "one of the players"
            return Seen(word, speaker, None, weigh_mention(row, mention)[0], False)
        before = row[start - 1 : start]
        if sort is Sort.ROLE and before != "w" and (before == "V" or _ACTS.match(row, mention.end)):
            return self._see_role(outline, mention)
        return None

    def _see_member(self, outline: Outline, mention: Mention, member: Member) -> Seen:
        """Describe the mention of a member of the cast."""
        row, start = outline.classes, mention.start
        weight, topic = weigh_mention(row, mention)
        if row[start - 2 : start].endswith("f") and self.words.lower[outline.items[start - 2]] in _VIEWS:
            weight += SAYS_SO
        elif mention.sort is Sort.OWNER or (start > 0 and row[start - 1] in "fp2" and not topic):
            weight += IN_A_PHRASE
        if not (member.is_person or member.is_body):
            weight += NO_PERSON if len(member.parsed.parts) == 1 else UNUSUAL_NAME
        if len(member.parsed.parts) > 1 and member.places[0] in outline.items[start : mention.end]:
            weight += INTRODUCED
        return Seen(outline.items[start], speaker_of(member), member.gender, weight, member.is_body)

    def _see_role(self, outline: Outline, mention: Mention) -> Seen | None:
        """Describe a role that acts or is spoken of as a person, unless its noun is a thing."""
        row, start = outline.classes, mention.start
        noun = fold(self.words.lower[outline.items[mention.head_end - 1]])
        if noun in THINGS and noun not in _CREWS:
            return None
        weight = weigh_mention(row, mention)[0]
        if not opens_sentence(row, start) and self.words.lower[outline.items[start]] in _NEWCOMERS:
            weight = 0.0
        printed = self._text(outline, start, mention.end)
        speaker, gender, plural = self._resolve_role(outline, mention, printed)
        return Seen(outline.items[start], speaker, gender, weight, plural)
