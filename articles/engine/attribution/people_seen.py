"""A mention to the person or thing that a later pronoun may look back at, and what speaks for it."""

import re
from collections.abc import Callable

from articles.engine.attribution.members import Member
from articles.engine.attribution.mention_index import THINGS, MentionIndex
from articles.engine.attribution.person_names import OFFICES, Gender, fold, is_plural_noun
from articles.engine.attribution.salience import (
    IN_A_PHRASE,
    INTRODUCED,
    NO_PERSON,
    SAYS_SO,
    UNUSUAL_NAME,
    Seen,
    Speaker,
    opens_sentence,
    speaker_of,
    unnamed,
    weigh_mention,
)
from articles.engine.quotations.outline import Outline
from articles.engine.text.classes import NOUN
from articles.engine.text.lexicon import read_word_lists
from articles.engine.text.mentions import Mention, Sort

# Who a mention stands for, of what gender, and whether "they" would be said of it.
Resolved = tuple[Speaker, Gender | None, bool]
Resolve = Callable[[Outline, Mention], Resolved]

_SAYS = re.compile(r"[axD]{0,3}V")
_OPENING = {"He": Gender.MALE, "She": Gender.FEMALE}
_CREWS = frozenset({"staff", "police"})  # bodies that are "they"
# Nouns for people that are adjectives before another noun: "the major danger", "the general idea".
_ADJECTIVES = read_word_lists("people.txt")["also adjectives"]
# Nouns that stand for nobody the article tells of.
_ANYBODY = frozenset(
    {"someone", "somebody", "everyone", "everybody", "anyone", "anybody", "nobody", "no-one", "none"}
)
# Endings of nouns for a person that no list holds: "the pianist".
_PERSON_ENDINGS = ("ist", "ian", "man", "woman")
# Amounts that are of one person: "one of the players".
_ONE = frozenset({"one", "another"})
# "In the words of Smith" is as good as "Smith said".
_VIEWS = frozenset({"words", "view", "opinion", "eyes", "account", "estimate", "verdict"})
_ACTS = re.compile(r"(?:,w[^.QR]{1,40},)?[a,]{0,2}[xVvenkEb]")
# Who comes in on the way ("…, when a passenger fell ill") is not whom the next sentence is about.
_NEWCOMERS = frozenset({"a", "an", "another"})


def see_person(index: MentionIndex, outline: Outline, mention: Mention, resolve: Resolve) -> Seen | None:
    """Describe a mention as somebody to look back at, if it is somebody."""
    row, start, sort = outline.classes, mention.start, mention.sort
    if sort is Sort.NAME or sort is Sort.OWNER:
        member = index.member_in(outline, mention)
        return _see_member(index, outline, mention, member) if member else None
    word = outline.items[start]
    if row.startswith("df", start) and index.words.lower[word] == "one" and _ACTS.match(row, mention.end):
        speaker = unnamed(index.text(outline, start, mention.end))  # "one of the players"
        return Seen(word, speaker, None, weigh_mention(row, mention)[0], False)
    before = row[start - 1 : start]
    if sort is Sort.THING and is_one(index, outline, mention) and _SAYS.match(row, mention.end):
        return _see_role(index, outline, mention, resolve)  # "her publicist said"
    if sort is Sort.ROLE and before != "w" and (before == "V" or _ACTS.match(row, mention.end)):
        return _see_role(index, outline, mention, resolve)
    return None


def _see_member(index: MentionIndex, outline: Outline, mention: Mention, member: Member) -> Seen:
    """Describe the mention of a member of the cast."""
    row, start, lower = outline.classes, mention.start, index.words.lower
    weight, topic = weigh_mention(row, mention)
    if row[start - 2 : start].endswith("f") and lower[outline.items[start - 2]] in _VIEWS:
        weight += SAYS_SO
    elif mention.sort is Sort.OWNER or (start > 0 and row[start - 1] in "fp2" and not topic):
        weight += IN_A_PHRASE
    if not (member.is_person or member.is_body):
        weight += NO_PERSON if len(member.parsed.parts) == 1 else UNUSUAL_NAME
    if len(member.parsed.parts) > 1 and member.places[0] in outline.items[start : mention.end]:
        weight += INTRODUCED
    one, doubtful = member.may_be_one, member.is_doubtful
    word, speaker = outline.items[start], speaker_of(member)
    other = None if _SAYS.match(row, mention.end) else _opening_pronoun(index, outline, start)
    return Seen(word, speaker, member.gender, weight, member.is_body, one, doubtful, other)


def _opening_pronoun(index: MentionIndex, outline: Outline, place: int) -> Gender | None:
    """Tell the gender of "he" or "she" that opens the sentence of a place: "He did not know Lowe"."""
    stop = max(outline.classes.rfind(mark, 0, place) for mark in ".QR")
    return _OPENING.get(index.words.forms[outline.items[stop + 1]])


def _see_role(index: MentionIndex, outline: Outline, mention: Mention, resolve: Resolve) -> Seen | None:
    """Describe a role that acts or is spoken of as a person, unless its noun is a thing."""
    row, start, lower = outline.classes, mention.start, index.words.lower
    noun = fold(lower[outline.items[mention.head_end - 1]])
    if (noun in THINGS and noun not in _CREWS) or (noun in _ADJECTIVES and row.startswith(NOUN, mention.end)):
        return None
    weight = weigh_mention(row, mention)[0]
    if not opens_sentence(row, start) and lower[outline.items[start]] in _NEWCOMERS:
        weight = 0.0
    speaker, gender, plural = resolve(outline, mention)
    one = is_one(index, outline, mention)
    return Seen(outline.items[start], speaker, gender, weight, plural or noun in _CREWS, one)


def is_one(index: MentionIndex, outline: Outline, mention: Mention) -> bool:
    """Tell whether a mention is one person, of whom "he" or "she" may be said."""
    if mention.sort in (Sort.NAME, Sort.OWNER):
        member = index.member_in(outline, mention)
        return member is not None and member.may_be_one
    lower, items = index.words.lower, outline.items
    if mention.sort is Sort.ROLE:
        noun = fold(lower[items[mention.head_end - 1]])
        return noun not in THINGS and noun not in _ANYBODY and not is_plural_noun(noun)
    if mention.sort is Sort.AMOUNT:
        return lower[items[mention.start]] in _ONE
    if mention.sort is Sort.THING:
        noun = fold(lower[items[mention.head_end - 1]])
        return noun in OFFICES or noun.endswith(_PERSON_ENDINGS)
    return True


def see_thing(index: MentionIndex, outline: Outline, mention: Mention, resolve: Resolve) -> Seen | None:
    """Describe a mention as a body or document, if it is one."""
    word, noun = outline.items[mention.start], index.words.lower[outline.items[mention.head_end - 1]]
    if mention.sort is Sort.ROLE and noun in THINGS:
        speaker, gender, plural = resolve(outline, mention)
        return Seen(word, speaker, gender, 0.0, plural)
    member = index.member_in(outline, mention) if mention.sort is Sort.NAME else None
    return Seen(word, speaker_of(member), None, 0.0, True) if member and member.is_thing else None
