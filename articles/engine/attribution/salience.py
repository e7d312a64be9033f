"""People seen in a text to how readily each comes to mind at a later word, where a pronoun stands."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from math import inf
from typing import NamedTuple

from articles.engine.attribution.cast import Cast
from articles.engine.attribution.members import Member
from articles.engine.attribution.person_names import Gender
from articles.engine.text.mentions import Mention
from articles.engine.text.words import Words

# A pronoun is looked up among the people named within this many words before it.
REACH = 250
# What speaks for a person's being meant by a pronoun, against one point for every DECAY words between
# (after Lappin and Leass 1994, without their sums over mentions).
DECAY = 80
SPOKE_BEFORE = 1.5  # a pronoun beside a quotation mostly goes on with whoever spoke
SAYS_SO = 1.5  # the subject of a verb of saying
OPENS = 1.0  # the first words of a sentence
SAME_SENTENCE = 0.5
EACH_PARAGRAPH = -2.0  # for every paragraph between, up to FAR of them
FAR = 3
IN_A_PHRASE = -0.75  # "for Smith", "Smith's": named in passing
KNOWN_GENDER = 0.25
INTRODUCED = 0.5  # named in full for the first time, as an article does with whom it goes on to quote
NO_PERSON = -1.5  # nothing shows that the name is a person's
UNUSUAL_NAME = -0.75  # nothing but that it is of two words or more, as few names of other things are
NAMED_INSIDE = -2.0  # the quotation itself names them, as few speakers name themselves

SPEAKS = re.compile(r"(?:,[^,.:QR]{1,40},|,)?[axD]{0,3}[Vv]")
# What it can begin with.
_BEFORE_SPEAKING = frozenset(",axDVv")
# "As for Smith, she ...", "His neighbour, Ann Lowe, ...", "After the vote, Smith ...": the topic of a
# sentence, though it opens before it; and what stands behind a dateline.
_TOPIC = re.compile(
    r"(?:^[TN_,()0]{1,12}-"
    r"|(?:^|[.QR])(?:c?u?[p2]|[^.,:QR]{1,12}o[^.,:QR]{0,14},[neo0]{0,3}|[upaD][^.,:QR]{1,16},|d?[NTo]{1,4}'[neo0]{0,3}))$"
)
_TOPIC_REACH = 24
# What a match of it ends with, seen more cheaply than looked for.
_BEFORE_TOPIC = frozenset("-p2,'neo0")
# "according to Ann Lowe", "according to trust president Ann Lowe", "The delta will die, warns Ann Lowe."
_SOURCE = re.compile(r"(?:A2[dneo0T]{0,4}|[,Q]V)$")
_SOURCE_REACH = 6

DEFINITE = frozenset({"the", "his", "her", "their", "its", "this", "that"})
_SMALL_FIRST = frozenset(
    {*DEFINITE, "a", "an", "he", "she", "they", "we", "it", "one", "some", "many", "another", "officials"}
)


class Speaker(NamedTuple):
    """Who a mention stands for: `name` as the article prints it in full; `key` joins spellings.

    `stated` is False for one known by role or pronoun only.
    """

    name: str
    key: str
    stated: bool


# Whom a pronoun stands for where the text does not tell.
NOBODY = Speaker("", "", False)


def speaker_of(member: Member) -> Speaker:
    """Make the speaker that a member of the cast is."""
    return Speaker(member.name, " ".join(member.parsed.parts), True)


def unnamed(printed: str) -> Speaker:
    """Make the speaker of a mention that names nobody; a capital that only begins a sentence is lowered."""
    first, blank, rest = printed.partition(" ")
    name = first.lower() + blank + rest if first.lower() in _SMALL_FIRST else printed
    name = " ".join(name.split())
    return Speaker(name, name.casefold(), False)


class Seen(NamedTuple):
    """Somebody named at a word of the text, as a pronoun may look back at them."""

    word: int
    speaker: Speaker
    gender: Gender | None
    weight: float
    plural: bool
    one: bool = True  # somebody of whom "he" or "she" may be said
    doubtful: bool = False  # though little shows that it is a person
    other_than: Gender | None = None  # of the pronoun that opens its sentence, and stands for another


# Whoever comes to mind less readily than this after the first is a rival whom the pronoun may mean.
RIVALRY = 1.0


class Salient(NamedTuple):
    """Who comes first to mind, how readily, and where they were named; `clear` if no rival comes near."""

    score: float
    word: int
    seen: Seen
    clear: bool


class Salience:
    """The places of a text, by which those seen in it are weighed."""

    def __init__(self, words: Words, classes: str, cast: Cast) -> None:
        self.classes = classes
        self.cast = cast
        self.genders: dict[str, Gender] = {}  # told by the pronouns that stood for somebody
        self._sentences = [first for first, _ in words.sentences]
        self._paragraphs = [first for first, _ in words.paragraphs]

    def choose(
        self,
        rows: Sequence[Sequence[Seen]],
        word: int,
        gender: Gender | None,
        plural: bool,
        said: frozenset[str],
        named: bool = False,
    ) -> Salient | None:
        """Choose who of those seen (or only `named`) before a word comes first to mind, with their score.

        Each of the `rows` is in reading order; `said` are the capitalised words of the quotation.
        """
        best: tuple[float, int, Seen] | None = None
        scores: dict[str, float] = {}
        beside = self._named_beside(word)
        for seen in (seen for row in rows for seen in _recent(row, word)):
            known = seen.gender or self.genders.get(seen.speaker.key)
            if gender and known and known is not gender:
                continue
            if plural != seen.plural or (named and not seen.speaker.stated) or seen.speaker.key == beside:
                continue
            if (not seen.one and (gender or named)) or (gender and seen.other_than is gender):
                continue
            score = seen.weight + self._nearness(seen.word, word)
            score += KNOWN_GENDER if gender and known is gender else 0.0
            score += NAMED_INSIDE if said and _names_inside(seen.speaker, said) else 0.0
            scores[seen.speaker.key] = max(score, scores.get(seen.speaker.key, score))
            if best is None or (score, seen.word) > best[:2]:
                best = (score, seen.word, seen)
        if best is None or (gender and best[2].doubtful):
            return None
        rivals = [score for key, score in scores.items() if key != best[2].speaker.key]
        return Salient(*best, clear=best[0] - max(rivals, default=-inf) >= RIVALRY)

    def _named_beside(self, word: int) -> str:
        """Give the key of whom a sentence opens with if only a comma follows: "Smith, he said, is ..."."""
        member = self.cast.at.get(word - 2) if self.classes[word - 1 : word] == "," else None
        opening = self._sentences[bisect_left(self._sentences, word + 1) - 1]
        return speaker_of(member).key if member and self.cast.at.get(opening) is member else ""

    def _nearness(self, earlier: int, word: int) -> float:
        """Score how near a word is to an earlier one."""
        same_sentence = bisect_left(self._sentences, earlier + 1) == bisect_left(self._sentences, word + 1)
        between = bisect_left(self._paragraphs, word + 1) - bisect_left(self._paragraphs, earlier + 1)
        score = (earlier - word) / DECAY
        score += SAME_SENTENCE if same_sentence else 0.0
        return score + EACH_PARAGRAPH * min(between, FAR)


def _names_inside(speaker: Speaker, said: frozenset[str]) -> bool:
    """Tell whether the quotation to be attributed names somebody."""
    parts = speaker.key.split()
    return parts[0] in said or parts[-1] in said


def _recent(seen: Sequence[Seen], word: int) -> Sequence[Seen]:
    """Give those seen within reach before a word."""
    end = bisect_left(seen, word, key=lambda s: s.word)
    begin = bisect_left(seen, word - REACH, key=lambda s: s.word)
    return seen[begin:end]


def opens_sentence(row: str, start: int) -> bool:
    """Tell whether a mention opens a sentence."""
    return start == 0 or row[start - 1] in ".QR"


def weigh_mention(row: str, mention: Mention) -> tuple[float, bool]:
    """Weigh what speaks for looking back at a mention, and tell whether it is the topic of its sentence."""
    start, end = mention.start, mention.end
    opens = opens_sentence(row, start)
    topic = (
        not opens
        and row[start - 1] in _BEFORE_TOPIC
        and _TOPIC.search(row, max(0, start - _TOPIC_REACH), start) is not None
    )
    speaks = row[end : end + 1] in _BEFORE_SPEAKING and SPEAKS.match(row, end) is not None
    source = is_source(row, start)
    return SAYS_SO * (speaks or source) + OPENS * (opens or topic), topic or source


def is_source(row: str, start: int) -> bool:
    """Tell whether a mention is the source that "according to", or a verb of saying before it, names."""
    before = row[max(0, start - _SOURCE_REACH) : start]
    return ("A" in before or before[-1:] == "V") and _SOURCE.search(before) is not None
