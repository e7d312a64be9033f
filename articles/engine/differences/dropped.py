"""What is cut from either end of a sentence and turns or limits it: a denial, a condition, a hedge."""

from articles.engine.differences.changes import Change
from articles.engine.differences.cuts import is_condition, is_verb, is_weighty
from articles.engine.differences.denials import denying_frame
from articles.engine.differences.fragments import FRAGMENT_WORDS, is_utterance, looks_whole
from articles.engine.differences.kinds import Detail, DifferenceKind
from articles.engine.differences.meaning import NEGATIONS, WEIGHTY, quantity_groups
from articles.engine.differences.pairs import OneSided
from articles.engine.differences.sides import STOP_WORDS, Side
from articles.engine.text.lexicon import read_word_lists
from articles.engine.text.spans import Span
from articles.engine.tokens.figures import is_number
from articles.engine.tokens.tokens import tokenise

_DETERMINERS = read_word_lists("grammar.txt")["determiners"]
# A denial or hedge in front of a sentence that is then printed as a whole one has at most these words.
LONGEST_LEAD = 4
# With nothing but a hedge in it, it may have so many.
LONGEST_FRAME = 6
# Letters in front of a quotation in which the outlet may print the "not" itself: he was not "guilty".
LONGEST_OUTSIDE = 30
# Classes of words that only weaken, or limit, the sentence in front of them or behind them.
_HEDGES = frozenset({"think", "probably", "may", "alleged", "most", "often", "sometimes", "certainly"})
# Words behind which a sentence is no longer under what stood in front of them: cannot and will not.
JOINING = frozenset({"and", "but", "or", "so"})
# Words more than the other side's that may stand beside an opening or closing phrase for the same.
SLACK = 2
_CONDITION_OUTSIDE = ("if", "unless", "provided", "as long as", "only if", "so long as")


def drops_condition(more: OneSided) -> bool:
    """Tell whether the other side goes on with a condition that this one gives nowhere."""
    before = more.side.gap(more.first)
    if (
        before.ends
        or before.dots
        or not is_condition(more.side, more.meaning, more.first, _sentence_rest(more))
    ):
        return False
    following = more.barer.text[more.barer.tokens[-1].end :][:40].lstrip("\"”’',.!?…»“ ").lower()
    return not following.startswith(_CONDITION_OUTSIDE) and more.place == len(more.barer.tokens)


def _sentence_rest(more: OneSided) -> int:
    """Give the end of the first sentence of what is left out."""
    return more.side.sentence_to(more.first, more.last) or more.last


def is_hedge(more: OneSided) -> bool:
    """Tell whether nothing but a hedge is left out at an edge of the same sentence: "as far as I know"."""
    behind = more.place == len(more.barer.tokens)
    if not behind and not (more.place == 0 and looks_whole(more.barer, 0)):
        return False
    if behind and more.side.gap(more.first).ends:
        return False
    return all(more.meaning.classes_at(i) & _HEDGES for i in more.words)


def tell_condition(more: OneSided) -> None:
    """Tell a condition left out at the end, and what else stands behind it."""
    rest = _sentence_rest(more)
    if more.side is more.pair.a:
        head = Change(more.first, rest, more.place, more.place)
        tail = Change(rest, more.last, more.place, more.place)
    else:
        head = Change(more.place, more.place, more.first, rest)
        tail = Change(more.place, more.place, rest, more.last)
    more.pair.tell(DifferenceKind.CERTAINTY, head, Detail.CONDITION)
    if rest < more.last:
        more.pair.tell(DifferenceKind.SHORTER, tail)


def drops_denial(more: OneSided) -> bool:
    """Tell a "not" or a "never" cut from either end of what is printed: guilty, for not guilty."""
    if len(more.words) > 1 or len(more.meaning.negations(more.words)) < len(more.words):
        return False
    if more.place and (more.place < len(more.barer.tokens) or more.side.begins_sentence(more.first)):
        return False
    before = more.barer.text[: more.barer.tokens[0].start]
    near = tokenise(before, (Span(max(0, len(before) - LONGEST_OUTSIDE), len(before)),))
    if any(token.norm in NEGATIONS for token in near):
        return False  # the outlet prints it in front of the marks
    more.tell(DifferenceKind.NEGATION)
    return True


def drops_frame(more: OneSided) -> bool:
    """Tell a denial, a condition, a hedge or an adjective cut from in front of a sentence."""
    side, barer = more.side, more.barer
    first = side.sentence_from(more.first, more.last)
    if first == more.last or not looks_whole(barer, more.place):
        return False
    if len(barer.tokens) < FRAGMENT_WORDS and not is_utterance(barer):
        return False
    denied = denying_frame(side, more.meaning.negations(range(first, more.last)), first, more.last)
    if denied is not None:
        first = denied
    elif more.last - first > LONGEST_LEAD:  # "I cannot be sure, but I think" ends with a hedge of its own
        place = opening(side, first, more.last, LONGEST_LEAD - SLACK)
        plain = [i for i in range(place, more.last) if not more.meaning.classes_at(i) & WEIGHTY]
        first = first if side.content(plain) else place
    words = range(first, more.last)
    if is_condition(side, more.meaning, first, more.last):
        kind, detail = DifferenceKind.CERTAINTY, Detail.CONDITION
    elif denied is not None:
        kind, detail = DifferenceKind.NEGATION, Detail.NONE
    elif side.gap(more.last).marks or side.norms[more.last - 1] in JOINING or _is_long(more, words):
        return False
    elif more.meaning.negations(words):
        kind, detail = DifferenceKind.NEGATION, Detail.NONE
    elif is_weighty(more.meaning, side, first, more.last):
        kind, detail = DifferenceKind.CERTAINTY, Detail.NONE
    elif _describes(side, first, more.last):
        kind, detail = DifferenceKind.WORDING, Detail.NONE
    else:
        return False
    here = more.pair.a is side
    place = more.place
    more.pair.tell(
        kind,
        Change(first, more.last, place, place) if here else Change(place, place, first, more.last),
        detail,
    )
    if more.first < first:
        rest = Change(more.first, first, place, place) if here else Change(place, place, more.first, first)
        more.pair.tell(DifferenceKind.SHORTER, rest)
    return True


def _is_long(more: OneSided, words: range) -> bool:
    """Tell whether some words are too many for a frame; one of nothing but a hedge may have more."""
    if len(words) <= LONGEST_LEAD:
        return False
    weighty = all(more.meaning.classes_at(i) & WEIGHTY for i in more.side.content(words))
    return len(words) > LONGEST_FRAME or not weighty


def _describes(side: Side, first: int, last: int) -> bool:
    """Tell whether some words only describe the noun behind them: "serious" crime, "these brave" men."""
    words = side.norms[first:last]
    if last >= len(side.tokens) or side.norms[last] in STOP_WORDS or is_number(side.norms[last]):
        return False
    return not any(
        (norm in STOP_WORDS and norm not in _DETERMINERS)
        or norm.endswith("ly")
        or is_number(norm)
        or is_verb(norm)
        or quantity_groups(norm)
        for norm in words
    )


def opening(side: Side, first: int, last: int, other: int) -> int:
    """Give where the words begin that stand for the other side's `other` words: behind an opening phrase.

    "In that case, I think he knew" for "As he knew" begins earlier, and prints "I think" for "As".
    """
    for place in range(last - 1, first, -1):
        if side.has_marks(place) and place - first > other and last - place <= other + SLACK:
            return place
    return first
