"""Words to word classes, one character a word, so that patterns can be found by scanning a string."""

import re

from articles.engine.text.datelines import datelines_of
from articles.engine.text.lexicon import read_word_lists
from articles.engine.text.memo import Memo
from articles.engine.text.surnames import name_families
from articles.engine.text.words import Words

# What each character stands for. Lower-case words that no list holds are NOUN (or adjective, or
# a verb that is not known); capitalised ones NAME.
REPORTS = "V"  # said, says: a reporting verb in a finite form
REPORT_BASE = "b"  # say
REPORTING = "g"  # saying
HOLDS = "v"  # called, calls: a verb of attitude in a finite form
HOLD_BASE = "k"  # call
HOLDING = "G"  # calling
AUXILIARY = "x"
ADVERB = "a"
PRONOUN = "h"
OBJECT_PRONOUN = "H"
RELATIVE = "w"
DETERMINER = "d"
OF = "f"
BY = "y"
TO = "2"
PREPOSITION = "p"
ACCORDING = "A"
THAT = "t"
CONJUNCTION = "c"
SUBORDINATOR = "u"
DAY = "D"
TITLE = "T"
PERSON_NOUN = "o"
NOUN = "n"
PAST = "e"  # another word in -ed
OTHER_VERB = "E"
GERUND = "I"  # another word in -ing
NAME = "N"
NUMBER = "0"
JOINED = "&"  # the "and" inside a name
POSSESSIVE = "'"
STOP = "."  # a mark that ends a sentence
DOT = "_"  # the full stop of an abbreviation
COMMA = ","
COLON = ":"
DASH = "-"
BRACKET = "("
CLOSING_BRACKET = ")"
OTHER = "*"
QUOTED = "Q"  # a whole stretch between quotation marks
QUOTED_SENTENCE = "R"  # one that ends with the mark of a sentence

_MARKS = {
    ".": DOT,
    "!": STOP,
    "?": STOP,
    "…": STOP,
    ",": COMMA,
    ";": COLON,
    ":": COLON,
    "—": DASH,
    "–": DASH,
    "-": DASH,
    "(": BRACKET,
    "[": BRACKET,
    ")": CLOSING_BRACKET,
    "]": CLOSING_BRACKET,
    "'s": POSSESSIVE,
    "’s": POSSESSIVE,
    "'": POSSESSIVE,
    "’": POSSESSIVE,
}
_ENDING = frozenset(".!?…")
_VOWELS = frozenset("aeiou")


def _third_person(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return base + "ed"


def _gerunds(base: str) -> tuple[str, ...]:
    if base.endswith("e") and not base.endswith("ee"):
        return (base[:-1] + "ing",)
    return (base + "ing", base + base[-1] + "ing")


def _verb_classes(
    bases: frozenset[str], irregular: dict[str, set[str]], finite: str, base_class: str, gerund: str
) -> dict[str, str]:
    """Give the class of every form of some verbs."""
    classes = {}
    for base in sorted(bases):
        classes.update(dict.fromkeys(_gerunds(base), gerund))
        classes[base] = base_class
        classes[_third_person(base)] = finite
        classes.update(dict.fromkeys(irregular.get(base, {_past(base)}), finite))
    return classes


def _read_classes() -> dict[str, str]:
    """Read the class of each word that the lists know."""
    lists = read_word_lists("classes.txt")
    irregular: dict[str, set[str]] = {}
    for entry in lists["irregular"]:
        base, *forms = entry.split("/")
        irregular.setdefault(base, set()).update(forms)
    by_list = {
        "other verbs": OTHER_VERB,
        "people": PERSON_NOUN,
        "days": DAY,
        "adverbs": ADVERB,
        "auxiliaries": AUXILIARY,
        "subordinators": SUBORDINATOR,
        "conjunctions": CONJUNCTION,
        "prepositions": PREPOSITION,
        "determiners": DETERMINER,
        "object pronouns": OBJECT_PRONOUN,
        "subject pronouns": PRONOUN,
        "relatives": RELATIVE,
        "of": OF,
        "by": BY,
        "to": TO,
        "that": THAT,
        "according": ACCORDING,
    }
    classes: dict[str, str] = {}
    classes.update(_verb_classes(lists["attitude verbs"], irregular, HOLDS, HOLD_BASE, HOLDING))
    classes.update(_verb_classes(lists["reporting verbs"], irregular, REPORTS, REPORT_BASE, REPORTING))
    for heading, character in by_list.items():
        classes.update(dict.fromkeys(lists[heading], character))
    return classes | _MARKS


PARTICLES = read_word_lists("people.txt")["name particles"]
_FIRST_NAMES = read_word_lists("first_names.txt")["female"]
# Adjectives for nations and parties; their plurals are people.
_PEOPLES = read_word_lists("people.txt")["peoples"]
# Endings by which a capitalised word is an adverb, not a name ("Finally", but not "Kelly").
_ADVERB_ENDINGS = ("ally", "ently", "antly", "ously", "tely", "edly", "ively", "arly", "ingly")
# Ages that stand for people: "the 61-year-old".
_AGE_ENDINGS = ("-year-old", "-year-olds")
# What may stand before a noun for a person: "co-founder", "vice-chair".
_OFFICE_PREFIXES = ("co-", "vice-", "ex-", "then-")
TITLE_WORDS = read_word_lists("classes.txt")["titles"]
_CLASSES = _read_classes()
# Capitalised words keep these classes; any other capitalised word is a name or a title.
_SAME_WHEN_CAPITALISED = frozenset("Vbgx" + "ahHwdfy2pAtcuD")


# In capitals these are bodies and a country, not small words: "the WHO", "an IT firm", "the US".
_INITIALS = frozenset({"WHO", "IT", "US"})

# Offices in letters: "the PM said", "AG Ann Lowe". "Da", "pm" and "5 PM" are none.
_OFFICES = frozenset({"PM", "AG", "DA", "VP"})

# "Will said", "said May", "said Al From", "by Will Smith": a capitalised auxiliary or preposition beside
# a verb of saying, or an auxiliary inside a sentence and before a name, is a name.
# So is a capitalised verb inside a longer name: "the State Fire Service", "Freight Rail Council".
_CAPITALISED_SMALL = {AUXILIARY: "X", PREPOSITION: "P", REPORT_BASE: "B"}
_NAMED_LIKE_A_SMALL_WORD = re.compile(
    r"[XP](?=V)|X(?=v)|(?<=[Vv])[XP]|(?<=[Vv]N)P|(?<=[noTdpyfVvxc2,])X(?=N)|(?<=[dNT])B(?=[NTo])"
)
# "Health and Safety Executive": one body, or one office, for two fields.
_FIELDS = read_word_lists("classes.txt")["fields"]
_ANDS = frozenset({"and", "&"})
_BETWEEN_NAMES = re.compile(r"(?<=N)c(?=N)")
_SMALL = str.maketrans({"X": AUXILIARY, "P": PREPOSITION, "B": REPORT_BASE})


def classify_words(words: Words) -> str:
    """Give one class character for each word of a text."""
    classes = list(map(_CLASS_OF.__getitem__, words.forms))
    forms = words.forms
    for at in (at for at, form in enumerate(forms) if form in _OFFICES):
        classes[at] = NOUN if at and classes[at - 1] == NUMBER else TITLE
    for start, end in words.sentences:
        last = end - 1
        while last > start and forms[last] not in _ENDING and not classes[last].isalnum():
            last -= 1
        if forms[last] in _ENDING:
            classes[last] = STOP
    for first, behind in datelines_of(words).items():
        classes[first:behind] = [*(OTHER * (behind - first - 1)), STOP]
    row = _NAMED_LIKE_A_SMALL_WORD.sub(NAME, "".join(classes)).translate(_SMALL)
    row = name_families(words, row)

    def join(match: re.Match[str]) -> str:
        before, word, behind = words.lower[match.start() - 1 : match.end() + 1]
        return JOINED if word in _ANDS and before in _FIELDS and behind in _FIELDS else CONJUNCTION

    return _BETWEEN_NAMES.sub(join, row)


def _class_of(form: str) -> str:
    """Give the class of a word by itself."""
    low = form.lower()
    if form == low:
        return _CLASSES.get(low) or _guess(form, low)
    return NAME if form in _INITIALS else _capitalised(low)


def _capitalised(low: str) -> str:
    """Give the class of a word that is not all in lower case."""
    if low in TITLE_WORDS:
        return TITLE
    found = _CLASSES.get(low)
    if found in _CAPITALISED_SMALL:
        return _CAPITALISED_SMALL[found]
    if found is not None and (found in _SAME_WHEN_CAPITALISED or not found.isalnum()):
        return found
    if low.endswith(_ADVERB_ENDINGS) and low not in _FIRST_NAMES:
        return ADVERB
    if low in _PEOPLES:
        return PERSON_NOUN if low.endswith("s") else NOUN
    return NAME


def _is_office(low: str) -> bool:
    """Tell whether a word is a noun for a person or the holder of an office."""
    return low in TITLE_WORDS or _CLASSES.get(low) == PERSON_NOUN


def _guess(form: str, low: str) -> str:
    """Give the class of a lower-case word or a mark that no list holds, by its ending."""
    first = form[0]
    if first.isdigit():
        return PERSON_NOUN if low.endswith(_AGE_ENDINGS) else NUMBER
    if not first.isalpha():
        return STOP if form[:2] == ".." else OTHER
    if low in TITLE_WORDS or (low.startswith(_OFFICE_PREFIXES) and _is_office(low.partition("-")[2])):
        return PERSON_NOUN
    if low in PARTICLES:
        return NAME
    if low.endswith("ly"):
        return ADVERB
    if low.endswith("ed"):
        return PAST
    if low.endswith("ing"):
        return GERUND
    return NOUN


_CLASS_OF = Memo(_class_of)
