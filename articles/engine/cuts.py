"""Words that one side leaves out between words it keeps: what kind of cut that is."""

from articles.engine.kinds import Detail, DifferenceKind
from articles.engine.lexicon import read_word_lists
from articles.engine.meaning import RAISING, Meaning, is_number
from articles.engine.pairs import OneSided
from articles.engine.sides import Side
from articles.engine.stems import lemma

_LISTS = read_word_lists("grammar.txt")
_VERBS = _LISTS["verbs"]
_OPENERS = _LISTS["openers"]

# From this many words on, what is missing is a clause or more, however it is built.
LONG_CUT = 6
# A clause has a verb and at least this many words ("as you know", between commas).
SHORT_CLAUSE = 3
# Without marks around it, a stretch with a verb counts as a clause from this many words on.
BARE_CLAUSE = 4
# A denial, a hedge or a limit with its grammar words is at most this long: "I do not believe that".
LONGEST_FRAME = 6
# Classes whose loss alone changes how sure or how wide a statement is.
WEIGHTY = frozenset(
    "may must should probably think alleged certainly attempt approx approx_number least_number most_number all "
    "always most often many some sometimes few partly only if sortof can would".split()
)


def tell_missing(cut: OneSided, denied: bool) -> None:
    """Tell what is left out between kept words, with the gravest kind that fits.

    `denied` tells that one side denies here what the other states.
    """
    detail = weigh_hidden(cut.side, cut.meaning, cut.first, cut.last)
    gap = cut.barer.gap(cut.place)
    if gap.dots:
        cut.tell_at_dots(detail)
    elif any(between.apart for between in cut.side.gaps(cut.first, cut.last)) and not gap.broken:
        cut.tell(DifferenceKind.STITCHED, Detail.JOINED)
    elif gap.broken and gap.ends:
        cut.tell(DifferenceKind.SHORTER, detail)
    elif is_condition(cut.side, cut.meaning, cut.first, cut.last):
        cut.tell(DifferenceKind.CERTAINTY, Detail.CONDITION)
    elif is_repeated(cut):
        cut.tell(DifferenceKind.WORDING)
    elif is_whole_sentence(cut.side, cut.first, cut.last) or _is_clause(cut):
        cut.tell(DifferenceKind.SILENT_CUT, detail)
    elif denied:
        cut.tell(DifferenceKind.NEGATION)
    elif is_weighty(cut.meaning, cut.side, cut.first, cut.last):
        cut.tell(DifferenceKind.CERTAINTY)
    else:
        cut.tell(DifferenceKind.WORDING)


def weigh_hidden(side: Side, meaning: Meaning, first: int, last: int) -> Detail:
    """Tell the gravest thing that some words hold: a negation, a condition, a number, or none."""
    words = range(first, last)
    if meaning.negations(words):
        return Detail.NEGATION
    if "if" in meaning.classes_of(words):
        return Detail.CONDITION
    if any(is_number(side.norms[i]) and side.norms[i] != "#1" for i in words):
        return Detail.NUMBER
    return Detail.NONE


def is_condition(side: Side, meaning: Meaning, first: int, last: int) -> bool:
    """Tell whether some words are a condition, from its "if" on to their end."""
    lead = first
    while lead < last and side.norms[lead] in ("only", "but", "and", "even", "just", "or", "then"):
        lead += 1
    if lead == last or "if" not in meaning.classes.get(lead, ()):
        return False
    return not any(gap.ends for gap in side.gaps(lead + 1, last - 1))


def is_whole_sentence(side: Side, first: int, last: int) -> bool:
    """Tell whether some words are one or more whole sentences of two words and more."""
    return last - first > 1 and side.begins_sentence(first) and side.ends_sentence(last)


def is_repeated(cut: OneSided) -> bool:
    """Tell whether what is left out only says again what stands beside it ("will not, will not")."""
    size = cut.last - cut.first
    norms = cut.side.norms
    return cut.norms in (norms[max(cut.first - size, 0) : cut.first], norms[cut.last : cut.last + size])


def _is_clause(cut: OneSided) -> bool:
    """Tell whether a clause or more is left out, and not merely a denial or a hedge."""
    size = cut.last - cut.first
    if is_frame(cut):
        return False
    if size >= LONG_CUT:
        return True
    side = cut.side
    before = side.gap(cut.first) if cut.first else None
    after = side.gap(cut.last) if cut.last < len(side.tokens) else None
    bounded = bool(before and before.marks) or bool(after and after.marks)
    opened = side.norms[cut.first] in _OPENERS
    verb = any(is_verb(side.norms[i]) for i in cut.words)
    if size >= BARE_CLAUSE and verb:
        return True
    return (
        size >= SHORT_CLAUSE
        and verb
        and bounded
        and (opened or bool(before and before.marks and after and after.marks))
    )


def is_frame(cut: OneSided) -> bool:
    """Tell whether some words are only a denial, a hedge or a limit around what is kept."""
    if cut.last - cut.first > LONGEST_FRAME:
        return False
    marked = cut.meaning.negations(cut.words)
    hedges = [i for i in cut.words if cut.meaning.classes.get(i, frozenset()) & WEIGHTY]
    if not marked and not hedges:
        return False
    rest = [
        i
        for i in cut.side.content(cut.words)
        if i not in marked and i not in hedges and lemma(cut.side.norms[i]) not in RAISING
    ]
    return not rest


def is_weighty(meaning: Meaning, side: Side, first: int, last: int) -> bool:
    """Tell whether some words limit or weaken what they stand with."""
    words = range(first, last)
    classes = meaning.classes_of(words) & WEIGHTY
    if classes == {"would"} or classes == {"can"}:
        after = side.norms[last] if last < len(side.norms) else ""
        return after not in ("like", "love", "prefer", "rather", "say", "be")
    return bool(classes)


def is_verb(norm: str) -> bool:
    """Tell whether a word is, by its form, the verb of a clause."""
    return norm in _VERBS or (norm.endswith("ed") and len(norm) > 4)
