"""A printed name to the roles beside it: "club captain Ann Lowe", "Ann Lowe, chair of the board"."""

import re

from articles.engine.attribution.name_runs import NATIONALS, Run
from articles.engine.attribution.person_names import is_first_name
from articles.engine.text.classes import COMMA, NOUN, POSSESSIVE
from articles.engine.text.lexicon import read_word_lists
from articles.engine.text.words import Words

# Offices that one person of a story holds, unless it says otherwise.
SINGLE_OFFICES = read_word_lists("people.txt")["single offices"]
# "the chair of the board, " before a name.
_ROLE_BEFORE = re.compile(r"o(?:f[^,.:QR()]{1,7})?,$")
# Behind it: ", the chair of the board", ", who is also chair of the board".
_APPOSITION = re.compile(r",(?:[d0][^,.:QR()*]{0,7}?|wx{1,2}a?d?[n'N0]{0,4}?|[n0'TN]{0,7}?)o(?![oVvxbkha])")
# Of the words behind "who", those by which somebody holds an office now, and by which nobody does.
_HOLDS = frozenset({"is", "been"})
_DENIES = frozenset({"not", "never", "no"})
# How many words before a name may be nouns for its bearer ("campaign manager Paul Smith").
_NOUNS_BEFORE = 3
# How many words behind its first noun an apposition may name other roles ("chair and chief executive"), up to
# the end of the sentence.
_NOUNS_BEHIND = 3
_BREAK = re.compile(r"[.:QR(]")
# How many words "the chair of the board, " before a name may have.
_ROLE_REACH = 10
_OWNERS = frozenset({"his", "her"})
_THINGS = read_word_lists("classes.txt")["bodies and documents"]
_LOOSE = read_word_lists("people.txt")["not the holder"]
# Words before a noun for somebody who is so called no longer, so many words before it at the most, and the
# classes that end the phrase: "the bank's former chief executive".
PAST = read_word_lists("people.txt")["past holder"]
EX = "ex-"
_REACH_OF_PAST = 4
_PHRASE_ENDS = frozenset(".,:-()'QR")
# What a prime minister is called in letters, and who is none.
PRIME_MINISTER = "pm"
_DEPUTIES = frozenset({"deputy", "vice"})
# "Lowe, 61, ": an age behind a name, of so many years at the most.
_AGE = ",0,"
OLDEST = 120
# What stands before the name of a place: "in Tarn". Hardly anything is in a person, but for "in Lowe's ...".
_LOCATING = frozenset({"in", "at", "near", "outside", "inside", "across", "throughout", "around"})


def roles_beside(words: Words, classes: str, run: Run) -> list[tuple[str, int]]:
    """List the nouns that stand before or behind a name for its bearer, each with its place."""
    places = []
    before = run.begin
    while before > 0 and before > run.begin - _NOUNS_BEFORE and classes[before - 1] == "o":
        before -= 1
        places.append(before)
    if before < run.begin or is_first_name(run.parsed.parts[0]):
        places.extend(_nation_before(words, classes, before))
    comma = behind_age(words, classes, run)
    apposed = classes.startswith(COMMA, comma) and not is_located(words, classes, run)
    behind = _apposition(words, classes, comma) if apposed else None
    if behind and not run.parsed.is_body:
        end = _BREAK.search(classes, behind, behind + _NOUNS_BEHIND)
        limit = end.start() if end else min(behind + _NOUNS_BEHIND, len(classes))
        nouns = (i for i in range(comma + 1, limit) if classes[i] == "o")
        nouns = (i for i in nouns if words.lower[i] not in _THINGS or _is_body_noun(classes, i, behind))
        no_role = "'N" if words.lower[comma + 1] in _OWNERS else "'"  # "Lowe, her husband Ed and ..."
        places.extend(i for i in nouns if classes[i + 1 : i + 2] not in no_role)
    if run.begin > 1 and classes[run.begin - 1] == ",":
        reach = classes[max(0, run.begin - _ROLE_REACH) : run.begin]
        named_before = _ROLE_BEFORE.search(reach)
        in_region = len(run.parsed.parts) == 1 and reach[-2:] == "N,"  # "the mayor of Yorkton, Sask."
        if named_before and not in_region:
            places.append(run.begin - len(reach) + named_before.start())
    return [(words.lower[place], place) for place in places] + [
        (PRIME_MINISTER, place) for place in places if is_prime_minister(words, place)
    ]


def is_prime_minister(words: Words, place: int) -> bool:
    """Tell whether the noun at a place is that of a prime minister, and of no deputy."""
    before = words.lower[max(0, place - 2) : place]
    return words.lower[place] == "minister" and before[-1:] == ["prime"] and before[0] not in _DEPUTIES


def _is_body_noun(classes: str, place: int, end: int) -> bool:
    """Tell whether an apposition up to `end` is the noun for a body at a place: not "the police chief"."""
    return place == end - 1 and classes[end : end + 1] != "o"


def is_located(words: Words, classes: str, run: Run) -> bool:
    """Tell whether a name is printed as that of a place: "in Tarn", but not "in Lowe's view"."""
    if run.begin == 0 or run.parsed.titles or words.lower[run.begin - 1] not in _LOCATING:
        return False
    return not classes.startswith(POSSESSIVE, run.last + 1)


def behind_age(words: Words, classes: str, run: Run) -> int:
    """Give the place behind a name and its age, if one follows: the second comma of "Lowe, 61, a nurse"."""
    behind = run.last + 1
    if not classes.startswith(_AGE, behind):
        return behind
    age = words.forms[behind + 1]
    return behind + 2 if age.isdecimal() and 0 < int(age) <= OLDEST else behind


def is_past(words: Words, classes: str, place: int) -> bool:
    """Tell whether the phrase before the noun at a place says that its bearer is so called no longer."""
    if words.lower[place].startswith(EX):
        return True
    for i in range(place - 1, max(-1, place - 1 - _REACH_OF_PAST), -1):
        if words.lower[i] in PAST:
            return True
        if classes[i] in _PHRASE_ENDS:
            break
    return False


def _nation_before(words: Words, classes: str, at: int) -> list[int]:
    """Give where the nation or party before a name and its nouns stands: "Italian goalkeeper Ann Lowe"."""
    for i in range(at - 1, max(at - _NOUNS_BEFORE, 0) - 1, -1):
        if words.lower[i] in NATIONALS and words.forms[i][0].isupper():
            return [i]
        if classes[i] != NOUN:
            break
    return []


def _apposition(words: Words, classes: str, begin: int) -> int | None:
    """Give where the role that stands behind a name and the comma at `begin` ends, if one does."""
    found = _APPOSITION.match(classes, begin)
    if found and classes[begin + 1] == "w":
        told = words.lower[begin + 2 : found.end()]
        if _HOLDS.isdisjoint(told) or not _DENIES.isdisjoint(told):
            return None
    return found.end() if found else None


def is_firm(words: Words, classes: str, run: Run) -> bool:
    """Tell whether nothing beside a name shows that others hold its bearer's office too, or did."""
    before = words.lower[max(0, run.begin - _NOUNS_BEFORE) : run.first]
    comma = behind_age(words, classes, run)
    behind = words.lower[comma + 1 : _apposition(words, classes, comma) or 0]
    return _LOOSE.isdisjoint(before) and _LOOSE.isdisjoint(behind)
