"""Mentions to people: who a name, a role or a pronoun stands for within an article."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from articles.engine.attribution.antecedents import SINGULAR, Antecedents
from articles.engine.attribution.cast import Cast
from articles.engine.attribution.heads import names_somebody
from articles.engine.attribution.mention_index import MentionIndex
from articles.engine.attribution.people_seen import Resolved, is_one
from articles.engine.attribution.person_names import parse_name
from articles.engine.attribution.roles import Roles
from articles.engine.attribution.salience import NOBODY, Salience, Speaker, speaker_of, unnamed
from articles.engine.quotations.outline import Outline
from articles.engine.text.classes import POSSESSIVE
from articles.engine.text.mentions import Mention, Sort
from articles.engine.text.spans import Span
from articles.engine.text.words import Words

# Classes by which a name behind them is only part of what a source is called: "a poll by Ann Lowe".
_LINKS = frozenset("fp2yc'w,QR")

# What goes on behind a name that is only part of what a source is called: "Lowe’s allies", "Aid agencies".
_NOUNS = re.compile(r"'?[no]+[TN_]*")

# Owners of what they say, where nobody else may be meant: "his promise to resign".
_OWNERS = frozenset({"his", "her"})


class Resolver:
    """The speakers of one article, resolved in reading order."""

    def __init__(self, words: Words, classes: str, outlines: Sequence[Outline]) -> None:
        self.words = words
        self.cast = Cast(words, classes)
        self.index = MentionIndex(words, outlines, self.cast)
        self.antecedents = Antecedents(self.index, Salience(words, classes, self.cast), self._resolve)
        self.roles = Roles(self.index, self.antecedents, self._resolve)
        self._resolved: dict[int, Speaker] = {}

    def resolve_mention(self, outline: Outline, mention: Mention, said: str = "") -> Speaker:
        """Tell who a mention stands for, and remember that they spoke; `said` is what they said."""
        word = outline.items[mention.start]
        if word not in self._resolved:
            self.antecedents.hear(said)
            resolved = self._resolve(outline, mention)
            self._resolved[word] = resolved[0]
            self.antecedents.remember(word, resolved, is_one(self.index, outline, mention))
        return self._resolved[word]

    def is_clear(self, outline: Outline, mention: Mention) -> bool:
        """Tell whether nobody else is likely to be meant by a mention that was resolved."""
        return self.antecedents.is_clear(outline.items[mention.start])

    def can_speak(self, outline: Outline, mention: Mention, relation: str) -> bool:
        """Tell whether a mention in a headline, in some relation to a verb of saying, is somebody."""
        member = self.index.member_in(outline, mention)
        return names_somebody(self.words, outline, mention, relation, member)

    def resolve_span(self, span: Span) -> Speaker:
        """Tell who the mention at a span of the text stands for."""
        mentions = self.index.placed()
        first = bisect_left(self.words.starts, span.start)
        last = bisect_left(self.words.starts, span.end)
        if last == first + 1 and self.words.lower[first] in _OWNERS:
            seen = self.antecedents.look_back(first, self.words.lower[first])
            if seen and self.antecedents.is_clear(first):
                return seen.speaker
        whole = self.index.whole_of(first, last)
        if whole:
            return self.resolve_mention(*whole)
        for word in range(first, last):
            if word in mentions:
                outline, mention = mentions[word]
                between = outline.classes[mention.end : mention.start + last - word]
                names_part = mention.sort is Sort.NAME and _NOUNS.fullmatch(between)
                if not (names_part or self._is_cut_short(outline, mention, last)):
                    return self.resolve_mention(outline, mention)
                person = self.cast.at.get(last - 1)
                if person and person.is_person and _LINKS.isdisjoint(between.replace(POSSESSIVE, "", 1)):
                    return speaker_of(person)  # "the venture capitalist Ann Lowe", "Bay guide Ann Lowe"
                break
        return unnamed(self.words.text[span.start : span.end])

    def _is_cut_short(self, outline: Outline, mention: Mention, last: int) -> bool:
        """Tell whether a mention is only the determiner of a source: the "the" of "the State Department"."""
        is_owner = self.words.lower[outline.items[mention.start]] in SINGULAR
        return mention.sort is Sort.AMOUNT and not is_owner and outline.items[mention.end - 1] < last - 1

    def resolve_label(self, span: Span) -> Speaker:
        """Tell who the label of a turn stands for."""
        printed = self.words.text[span.start : span.end]
        member = self.cast.find(parse_name(printed))
        return speaker_of(member) if member else unnamed(printed)

    def _resolve(self, outline: Outline, mention: Mention) -> Resolved:
        first = outline.items[mention.start]
        if mention.sort in (Sort.NAME, Sort.OWNER):
            member = self.index.member_in(outline, mention)
            if member:
                return speaker_of(member), member.gender, member.is_body
            is_name = "N" in outline.classes[mention.start : mention.end]
            if is_name and not self.roles.is_national(outline, mention):
                return unnamed(self.index.text(outline, mention.start, mention.end)), None, False
            return self.roles.resolve_role(outline, mention)
        is_owner = mention.sort is Sort.AMOUNT and self.words.lower[first] in SINGULAR
        if is_owner or mention.sort in (Sort.PRONOUN, Sort.RELATIVE, Sort.OBJECT):
            seen = self.antecedents.look_back(first, self.words.lower[first])
            return (seen.speaker, seen.gender, seen.plural) if seen else (NOBODY, None, False)
        return self.roles.resolve_role(outline, mention)
