"""A mention in a headline to whether it names somebody: a thing says nothing, however it is printed."""

from articles.engine.attribution.members import Member
from articles.engine.quotations.outline import Outline
from articles.engine.text.lexicon import read_word_lists
from articles.engine.text.mentions import Mention, Sort
from articles.engine.text.words import Words

_COMMON = frozenset().union(*read_word_lists("common_words.txt").values())
_NOUNS = read_word_lists("classes.txt")
_SPEAKING = _NOUNS["people"] | _NOUNS["titles"]
# How the subject of a verb of saying stands to it, also behind it, and to "according to" (see `traits`).
_SAYS = ("SV", "IV", "A")


def names_somebody(
    words: Words, outline: Outline, mention: Mention, relation: str, member: Member | None
) -> bool:
    """Tell whether a mention in a headline is somebody, or a body, that can speak.

    A capital tells little there: a name that the article or news prose prints small ("Vaccine trial halted")
    is a thing, and so is a noun for no person, unless it is what says something ("maker says").
    """
    head = words.lower[outline.items[mention.head_end - 1]]
    if head in _SPEAKING or (member is not None and (member.is_person or member.is_body)):
        return True
    if mention.sort is Sort.THING:
        return relation[:2] in _SAYS
    if mention.sort in (Sort.NAME, Sort.OWNER):
        return head not in _COMMON and head not in words.forms
    return True
