"""Words that one side leaves out between words it keeps: what kind of cut that is."""

import re

from articles.engine.differences.changes import Change
from articles.engine.differences.denials import denying_frame
from articles.engine.differences.fillers import drop_fillers, is_said_again
from articles.engine.differences.hidden import weigh_hidden
from articles.engine.differences.kinds import Detail, DifferenceKind
from articles.engine.differences.meaning import BESIDE_DENIAL, RAISING, WEIGHTY, Meaning
from articles.engine.differences.pairs import OneSided, Pair
from articles.engine.differences.sides import Side
from articles.engine.text.lexicon import read_word_lists
from articles.engine.text.spans import Span
from articles.engine.tokens.stems import lemma
from articles.engine.tokens.tokens import tokenise

_LISTS = read_word_lists("grammar.txt")
_VERBS = _LISTS["verbs"] | {pair.partition("=")[0] for pair in _LISTS["verb_forms"]}
_PAST = frozenset(pair.partition("=")[0] for pair in _LISTS["verb_forms"])
# What closes one piece in marks and goes on, without the comma in front of a cue, in the outlet's words.
_PIECES = re.compile(r"""["”’'»]{1,2} [^\W\d_]""")
_PERFECT = (["had"], ["has"], ["have"])
_JOINS = (["and"], ["but"])  # with which one side joins what the other prints in two places
_OPENERS = _LISTS["openers"]
_RELATIVE = _LISTS["relatives"]

# Verbs that say the same with "can" and without: we can see, we see.
_SENSES = frozenset({"see", "hear", "feel", "smell", "remember", "imagine", "understand", "tell"})
# Verbs with which somebody stands up for what follows: I can tell you, I can assure everybody.
_ASSURING = frozenset({"tell", "assure", "promise", "guarantee", "say", "confirm", "report", "announce"})
# From this many words on, what is missing is a clause or more, however it is built.
LONG_CUT = 6
# A clause has a verb and at least this many words ("as you know", between commas).
SHORT_CLAUSE = 3
# Without marks around it, a stretch with a verb counts as a clause from this many words on.
BARE_CLAUSE = 4
# Words that may be left beside such a clause more than the other side prints there.
SLACK = 2
# A denial, a hedge or a limit with its grammar words is at most this long: "I do not believe that".
LONGEST_FRAME = 6


def tell_missing(cut: OneSided, denied: bool) -> None:
    """Tell what is left out between kept words, with the gravest kind that fits.

    `denied` tells that one side denies here what the other states. Behind the end of a sentence a denial
    or a hedge that is left out of the next one is told by itself.
    """
    parts = _split_at_sentence(cut)
    if len(parts) > 1:
        for part in parts:
            tell_missing(part, denied)
        return
    detail = weigh_hidden(cut.side, cut.meaning, cut.first, cut.last)
    gap = cut.barer.gap(cut.place)
    if cut.goes_with_bracket:
        return
    if gap.dots:
        cut.tell_at_dots(detail)
    elif gap.broken and (_is_told_outside(cut) or (gap.apart and cut.norms in _JOINS)):
        return
    elif any(between.apart for between in cut.side.gaps(cut.first, cut.last)) and not gap.broken:
        return  # two places, of which the other side makes one: told once, as stitched
    elif gap.broken and (gap.ends or _are_pieces(cut)):
        if not cut.pair.fragment_told:
            cut.tell(DifferenceKind.SHORTER, detail)
    elif is_whole_sentence(cut.side, cut.first, cut.last):
        cut.tell(DifferenceKind.SILENT_CUT, detail)
    elif is_condition(cut.side, cut.meaning, cut.first, cut.last):
        cut.tell(DifferenceKind.CERTAINTY, Detail.CONDITION)
    elif _goes_with_denial(cut):
        return
    elif _is_repeated(cut) or _is_one_of_two(cut):
        cut.tell(DifferenceKind.WORDING)
    elif _is_clause(cut):
        cut.tell(DifferenceKind.SILENT_CUT, detail)
    elif denied and cut.meaning.negations(cut.words):
        cut.tell(DifferenceKind.NEGATION)
    elif is_weighty(cut.meaning, cut.side, cut.first, cut.last) and not _is_elsewhere(cut):
        cut.tell(DifferenceKind.CERTAINTY)
    else:
        cut.tell(DifferenceKind.INFLECTION if _is_tense(cut) else DifferenceKind.WORDING)


def _split_at_sentence(cut: OneSided) -> list[OneSided]:
    """Divide a cut at the end of a sentence, where only a denial or a hedge is left out behind it."""
    if cut.barer.gap(cut.place).dots:
        return [cut]
    first = cut.side.sentence_from(cut.first, cut.last)
    if not cut.first < first < cut.last:
        return [cut]
    tail = cut.part(first, cut.last)
    return [cut.part(cut.first, first), tail] if is_frame(tail) else [cut]


def _is_tense(cut: OneSided) -> bool:
    """Tell whether only the "had" of a past tense is left out: he had complained, he complained."""
    after = cut.side.norms[cut.last] if cut.last < len(cut.side.norms) else ""
    return cut.norms in _PERFECT and (after.endswith("ed") or after in _PAST)


def _are_pieces(cut: OneSided) -> bool:
    """Tell whether the other side prints two pieces in marks of their own: “a mess” and “a shame”."""
    gap = cut.barer.gap(cut.place)
    return bool(_PIECES.match(cut.barer.text, gap.start, gap.end))


def _is_told_outside(cut: OneSided) -> bool:
    """Tell whether the outlet prints the words itself, between two stretches in marks: “war” on “crime”."""
    gap = cut.barer.gap(cut.place)
    outside = {token.norm for token in tokenise(cut.barer.text, (Span(gap.start, gap.end),))}
    return outside.issuperset(cut.norms)


def _goes_with_denial(cut: OneSided) -> bool:
    """Tell whether words only go along with a denial that is told already: "any", "ever".

    So does what the denial has turned round: "In no case will he", "He will".
    """
    told = [found for found in cut.pair.found if found.kind == DifferenceKind.NEGATION]
    places = (found.a if cut.barer is cut.pair.a else found.b for found in told)
    turned = {token.norm for token in tokenise(cut.barer.text, tuple(places))}
    return bool(told) and all(norm in BESIDE_DENIAL or norm in turned for norm in cut.norms)


def _is_elsewhere(cut: OneSided) -> bool:
    """Tell whether the other side limits its statement in the same way in another place."""
    return cut.meaning.classes_of(cut.words) & WEIGHTY <= cut.pair.prints_elsewhere(cut.barer)


def is_condition(side: Side, meaning: Meaning, first: int, last: int) -> bool:
    """Tell whether some words are a condition, from its "if" on to their end."""
    lead = first
    while lead < last and side.norms[lead] in ("only", "even", "just"):
        lead += 1
    if lead == last or "if" not in meaning.classes_at(lead) or side.norms[lead] == "whether":
        return False
    return not side.is_parted(lead, last)


def is_whole_sentence(side: Side, first: int, last: int) -> bool:
    """Tell whether some words are one or more whole sentences of two words and more."""
    return last - first > 1 and side.begins_sentence(first) and side.ends_sentence(last)


def _is_repeated(cut: OneSided) -> bool:
    """Tell whether what is left out is a filler, or only says again what stands beside it."""
    return not drop_fillers(cut.norms) or is_said_again(cut.side.norms, cut.first, cut.last)


def _is_one_of_two(cut: OneSided) -> bool:
    """Tell whether one of two denials that are joined is left out: "cannot and will not"."""
    behind = range(cut.last, min(cut.last + SHORT_CLAUSE, len(cut.side.norms)))
    return cut.norms[-1] in ("and", "or") and bool(
        cut.meaning.negations(cut.words) and cut.meaning.negations(behind)
    )


def _is_clause(cut: OneSided) -> bool:
    """Tell whether a clause or more is left out, and not merely a denial or a hedge."""
    size = cut.last - cut.first
    if is_frame(cut):
        return False
    side = cut.side
    if size >= LONG_CUT or (size >= SHORT_CLAUSE and side.is_parted(cut.first, cut.last)):
        return True
    before = side.gap(cut.first) if cut.first else None
    after = side.gap(cut.last) if cut.last < len(side.tokens) else None
    bounded = bool(before and before.marks) or bool(after and after.marks)
    opened = side.norms[cut.first] in _OPENERS
    verb = any(is_verb(side.norms[i]) for i in cut.words)
    if size >= BARE_CLAUSE and (verb or (before and before.marks and after and after.marks)):
        return True
    return (
        size >= SHORT_CLAUSE
        and verb
        and bounded
        and (opened or bool(before and before.marks and after and after.marks))
    )


def is_frame(cut: OneSided) -> bool:
    """Tell whether some words are only a denial, a hedge or a limit around what is kept."""
    if cut.norms[0] in _RELATIVE:
        return False
    marked = cut.meaning.negations(cut.words)
    if denying_frame(cut.side, marked, cut.first, cut.last) is not None:
        return True
    if cut.last - cut.first > LONGEST_FRAME:
        return False
    hedges = [i for i in cut.words if cut.meaning.classes_at(i) & WEIGHTY]
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
    after = side.norms[last] if last < len(side.norms) else ""
    if classes == {"can"}:
        return after not in _SENSES and _ASSURING.isdisjoint(side.norms[first:last])
    if classes == {"would"}:
        return after not in ("like", "love", "prefer", "rather", "say", "be")
    return bool(classes)


def is_verb(norm: str) -> bool:
    """Tell whether a word is, by its form, the verb of a clause."""
    return norm in _VERBS or (norm.endswith("ed") and len(norm) > 4)


def divide_at_clause(pair: Pair, change: Change) -> list[Change] | None:
    """Divide a change of which one side prints a clause more: the clause between marks, and what is changed.

    "The general, who never wept, weeps" for "The general wept" leaves out a clause beside a changed word.
    """
    a0, a1, b0, b1 = change
    if a0 == a1 or b0 == b1 or abs((a1 - a0) - (b1 - b0)) < LONG_CUT:
        return None
    if b1 - b0 < a1 - a0:
        clause = _clause_within(pair.a, a0, a1, b1 - b0)
        if clause is not None and clause[0] == a0:
            return [Change(a0, clause[1], b0, b0), Change(clause[1], a1, b0, b1)]
        return [Change(a0, clause[0], b0, b1), Change(clause[0], a1, b1, b1)] if clause else None
    clause = _clause_within(pair.b, b0, b1, a1 - a0)
    if clause is not None and clause[0] == b0:
        return [Change(a0, a0, b0, clause[1]), Change(a0, a1, clause[1], b1)]
    return [Change(a0, a1, b0, clause[0]), Change(a1, a1, clause[0], b1)] if clause else None


def _clause_within(side: Side, first: int, last: int, size: int) -> tuple[int, int] | None:
    """Give the clause between marks that begins or ends a stretch, with about `size` words beside it."""
    if first and side.gap(first).marks:
        for place in range(last - 1, max(last - size - SLACK, first + SHORT_CLAUSE) - 1, -1):
            if side.gap(place).marks:
                return first, place
    if last < len(side.tokens) and side.gap(last).marks:
        for place in range(first + 1, min(first + size + SLACK, last - SHORT_CLAUSE) + 1):
            if side.gap(place).marks:
                return place, last
    return None


def divide_at_dots(pair: Pair, change: Change) -> list[Change] | None:
    """Divide a change at the dots that one side prints in it: the words before, what is hidden, the rest.

    The words on either side of the dots stand for as many words of the other side, so that a change
    beside an ellipsis is not told as hidden by it.
    """
    if not (pair.a.dotted or pair.b.dotted):
        return None
    a0, a1, b0, b1 = change
    dots_a = [i for i in range(a0, a1 + 1) if pair.a.has_dots(i)]
    dots_b = [j for j in range(b0, b1 + 1) if pair.b.has_dots(j)]
    spare = (b1 - b0) - (a1 - a0)
    if len(dots_a) == 1 and not dots_b and a1 > a0 and spare > 0:
        dots, first = dots_a[0], b0 + dots_a[0] - a0
        last = first + spare
        return [Change(a0, dots, b0, first), Change(dots, dots, first, last), Change(dots, a1, last, b1)]
    if len(dots_b) == 1 and not dots_a and b1 > b0 and spare < 0:
        dots, first = dots_b[0], a0 + dots_b[0] - b0
        last = first - spare
        return [Change(a0, first, b0, dots), Change(first, last, dots, dots), Change(last, a1, dots, b1)]
    return None
