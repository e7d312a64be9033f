"""Where one quotation begins later or ends earlier than the other: shorter, a fragment, or changed."""

from articles.engine.differences.brackets import is_inserted
from articles.engine.differences.changes import Change, is_style
from articles.engine.differences.cuts import is_condition, is_verb, is_weighty, weigh_hidden
from articles.engine.differences.kinds import Detail, DifferenceKind
from articles.engine.differences.meaning import NEGATIONS, WEIGHTY, quantity_groups
from articles.engine.differences.pairs import OneSided, Pair
from articles.engine.differences.sides import STOP_WORDS, Side
from articles.engine.text.lexicon import read_word_lists
from articles.engine.text.spans import Span
from articles.engine.tokens.figures import is_number
from articles.engine.tokens.stems import lemma
from articles.engine.tokens.tokens import tokenise

_DETERMINERS = read_word_lists("grammar.txt")["determiners"]
# A quotation of at most this many words is a fragment of a sentence that others print whole.
FRAGMENT_WORDS = 4
# A denial or hedge in front of a sentence that is then printed as a whole one has at most these words.
LONGEST_LEAD = 4
# With nothing but a hedge in it, it may have so many.
LONGEST_FRAME = 6
# Words more than the other side's that may stand beside an opening or closing phrase for the same.
SLACK = 2
# Letters in front of a quotation in which the outlet may print the "not" itself: he was not "guilty".
LONGEST_OUTSIDE = 30
# A sentence of fewer words hardly says anything before an "if" or a "because".
LEAST_SENTENCE = 3
# Classes of words that only weaken, or limit, the sentence in front of them or behind them.
_HEDGES = frozenset({"think", "probably", "may", "alleged", "most", "often", "sometimes", "certainly"})
# Words behind which a sentence is no longer under what stood in front of them: cannot and will not.
JOINING = frozenset({"and", "but", "or", "so"})
# Words that begin a sentence as its subject: what a fragment hardly does with a capital.
_SUBJECTS = frozenset({"i", "we", "he", "she", "they", "it", "you", "there"})
# Words with which a clause of its own goes on behind a whole one.
_CLAUSES = frozenset(
    {"because", "since", "although", "though", "while", "whereas", "so", "when", "until", "but"}
)
_CONDITION_OUTSIDE = ("if", "unless", "provided", "as long as", "only if", "so long as")


def tell_lead(pair: Pair) -> Change | None:
    """Tell what stands before the shared words; give the words of one sentence that were changed there."""
    lead = pair.comparison.rest(pair.comparison.lead)
    if lead.is_nothing or is_style(pair.a, pair.b, lead):
        return None
    a0 = pair.a.sentence_from(lead.a0, lead.a1)
    b0 = pair.b.sentence_from(lead.b0, lead.b1)
    if a0 < lead.a1 and b0 < lead.b1:
        a0, b0 = _opening(pair.a, a0, lead.a1, lead.b1 - b0), _opening(pair.b, b0, lead.b1, lead.a1 - a0)
    if a0 < lead.a1 and b0 < lead.b1:
        spare = (lead.a1 - a0) - (lead.b1 - b0)
        if spare > 0 and _is_short(pair.b, pair.a):
            a0 += spare
        elif spare < 0 and _is_short(pair.a, pair.b):
            b0 -= spare
        if _is_added_in_front(pair, Change(a0, lead.a1, b0, lead.b1)):
            _tell_more(pair, lead)
            return None
        _tell_more(pair, Change(lead.a0, a0, lead.b0, b0))
        return Change(a0, lead.a1, b0, lead.b1)
    _tell_more(pair, lead)
    return None


def tell_trail(pair: Pair) -> Change | None:
    """Tell what stands behind the shared words; give the words of one sentence that were changed there."""
    trail = pair.comparison.rest(pair.comparison.trail)
    if trail.is_nothing or is_style(pair.a, pair.b, trail):
        return None
    a1 = pair.a.sentence_to(trail.a0, trail.a1)
    b1 = pair.b.sentence_to(trail.b0, trail.b1)
    if trail.a0 < a1 and trail.b0 < b1:
        size_a, size_b = a1 - trail.a0, b1 - trail.b0
        a1, b1 = _closing(pair.a, trail.a0, a1, size_b), _closing(pair.b, trail.b0, b1, size_a)
        if a1 - trail.a0 > b1 - trail.b0 and _is_short(pair.b, pair.a):
            a1 = trail.a0 + b1 - trail.b0
        elif b1 - trail.b0 > a1 - trail.a0 and _is_short(pair.a, pair.b):
            b1 = trail.b0 + a1 - trail.a0
    hidden = _hidden_behind(pair, trail, a1, b1)
    if hidden is not None:
        trail = hidden
        a1, b1 = trail.a0, trail.b0
    if trail.a0 < a1 and trail.b0 < b1:
        _tell_more(pair, Change(a1, trail.a1, b1, trail.b1))
        return Change(trail.a0, a1, trail.b0, b1)
    _tell_more(pair, trail)
    return None


def _hidden_behind(pair: Pair, trail: Change, a1: int, b1: int) -> Change | None:
    """Tell what the dots behind the shared words leave out, where words follow them; give the rest."""
    dots_a, dots_b = pair.a.has_dots(trail.a0), pair.b.has_dots(trail.b0)
    if dots_a == dots_b or trail.a0 == trail.a1 or trail.b0 == trail.b1:
        return None
    place = Change(trail.a0, trail.a0, trail.b0, b1) if dots_a else Change(trail.a0, a1, trail.b0, trail.b0)
    cut = pair.one_sided(place)
    if cut is None:
        return None
    cut.tell_at_dots(weigh_hidden(cut.side, cut.meaning, cut.first, cut.last))
    return Change(place.a1, trail.a1, place.b1, trail.b1)


def _is_added_in_front(pair: Pair, change: Change) -> bool:
    """Tell a bracket that only one side puts in front of the shared words, where the other has a sentence."""
    words_a, words_b = range(change.a0, change.a1), range(change.b0, change.b1)
    if is_inserted(pair.a, pair.b, words_a, words_b):
        added = Change(change.a0, change.a1, change.b1, change.b1)
    elif is_inserted(pair.b, pair.a, words_b, words_a):
        added = Change(change.a1, change.a1, change.b0, change.b1)
    else:
        return False
    pair.tell(DifferenceKind.BRACKET, added, Detail.CLARIFIED)
    return True


def _opening(side: Side, first: int, last: int, other: int) -> int:
    """Give where the words begin that stand for the other side's `other` words: behind an opening phrase.

    "In that case, I think he knew" for "As he knew" begins earlier, and prints "I think" for "As".
    """
    for place in range(last - 1, first, -1):
        if side.has_marks(place) and place - first > other and last - place <= other + SLACK:
            return place
    return first


def _closing(side: Side, first: int, last: int, other: int) -> int:
    """Give where the words end that stand for the other side's `other` words: before a closing phrase."""
    for place in range(first + 1, last):
        if side.has_marks(place) and last - place > other and place - first <= other + SLACK:
            return place
    return last


def _tell_more(pair: Pair, change: Change) -> None:
    """Tell that one side, or each, prints more at an edge."""
    more = pair.one_sided(change)
    if more is None:
        if change.a0 < change.a1:
            pair.tell(DifferenceKind.SHORTER, change)
        return
    run = pair.comparison.runs[0]
    behind = more.place > (run.a if more.barer is pair.a else run.b)
    if more.side.bracketed.issuperset(more.words):
        more.tell(DifferenceKind.BRACKET, Detail.CLARIFIED)
        return
    if more.goes_with_bracket or _is_fragment(more, behind):
        return
    if _is_turned_round(more):
        if more.side.content(more.words):
            more.tell(DifferenceKind.WORDING)
    elif behind and _drops_condition(more):
        _tell_condition(more)
    elif _is_hedge(more):
        more.tell(DifferenceKind.CERTAINTY)
    elif _drops_denial(more) or (not behind and _drops_frame(more)):
        return
    else:
        more.tell(DifferenceKind.SHORTER, weigh_hidden(more.side, more.meaning, more.first, more.last))


def _is_turned_round(more: OneSided) -> bool:
    """Tell whether most of what is left out of a sentence stands in another form in what the other changed.

    So it is where one side turns a sentence round: "The guards beat the men", "The men were beaten by
    the guards".
    """
    words = more.side.content(more.words) or list(more.words)
    if any(gap.ends for gap in more.side.gaps(more.first + 1, more.last - 1)):
        return False
    if not more.pair.moved(more.side).isdisjoint(more.words):
        return True
    if _is_exchanged(more):
        return True
    changed = more.pair.changed_lemmas(more.barer)
    return 2 * len([i for i in words if lemma(more.side.norms[i]) in changed]) > len(words)


def _is_exchanged(more: OneSided) -> bool:
    """Tell whether the other side prints words for these a little further on: It took him, He needed."""
    if more.place or len(more.words) > LONGEST_LEAD - 1 or not more.pair.comparison.changes:
        return False
    here = more.side is more.pair.a
    a0, a1, b0, b1 = more.pair.comparison.changes[0]
    start, mine, others = (b0, a1 - a0, b1 - b0) if here else (a0, b1 - b0, a1 - a0)
    if mine or not others or start > LONGEST_LEAD - 1 or more.barer.sentence_start(start):
        return False
    if more.meaning.negations(more.words) or more.meaning.classes_of(more.words) & WEIGHTY:
        return False
    return any(map(is_verb, more.norms)) and any(map(is_verb, more.barer.norms[start : start + others]))


def _is_fragment(more: OneSided, behind: bool) -> bool:
    """Tell a few words quoted where the other side prints the sentence, once for both edges."""
    barer, side = more.barer, more.side
    if not _is_short(barer, side) or _goes_on_anew(more):
        return False
    kept = more.pair.comparison.kept
    column = 0 if side is more.pair.a else 1
    inside = [pair[column] for pair in kept]
    start, end = side.sentence_start(inside[0]), side.sentence_end(inside[-1])
    if end - start <= len(barer.tokens):
        return False
    if behind and start < inside[0]:
        return any(found.kind == DifferenceKind.FRAGMENT for found in more.pair.found)
    whole, part = side.span(start, end), barer.span(0, len(barer.tokens))
    detail = weigh_hidden(side, more.meaning, start, inside[0])
    places = (whole, part) if column == 0 else (part, whole)
    more.pair.tell_places(DifferenceKind.FRAGMENT, *places, detail)
    return True


def _goes_on_anew(more: OneSided) -> bool:
    """Tell whether a new clause begins where a whole sentence of few words ends: The pit stays open, if."""
    barer = more.barer
    if more.place < len(barer.tokens) or len(barer.tokens) < LEAST_SENTENCE or not _looks_whole(barer, 0):
        return False
    opened = more.side.norms[more.first] in _CLAUSES or "if" in more.meaning.classes_at(more.first)
    return opened and more.side.sentence_start(more.first) == more.first - len(barer.tokens)


def _is_short(side: Side, other: Side) -> bool:
    """Tell whether a side prints a few words out of a sentence, where the other prints more."""
    return len(side.tokens) <= FRAGMENT_WORDS < len(other.tokens) and not _is_utterance(side)


def _is_utterance(side: Side) -> bool:
    """Tell whether a short quotation is printed as a sentence of its own: a capital, a verb and an end."""
    return _looks_whole(side, 0) and (side.norms[0] in _SUBJECTS or any(map(is_verb, side.norms)))


def _drops_condition(more: OneSided) -> bool:
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


def _is_hedge(more: OneSided) -> bool:
    """Tell whether nothing but a hedge is left out at an edge of the same sentence: "as far as I know"."""
    behind = more.place == len(more.barer.tokens)
    if not behind and not (more.place == 0 and _looks_whole(more.barer, 0)):
        return False
    if behind and more.side.gap(more.first).ends:
        return False
    return all(more.meaning.classes_at(i) & _HEDGES for i in more.words)


def _tell_condition(more: OneSided) -> None:
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


def _drops_denial(more: OneSided) -> bool:
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


def _drops_frame(more: OneSided) -> bool:
    """Tell a denial, a condition, a hedge or an adjective cut from in front of a sentence."""
    side, barer = more.side, more.barer
    first = side.sentence_from(more.first, more.last)
    if first == more.last or not _looks_whole(barer, more.place):
        return False
    if len(barer.tokens) < FRAGMENT_WORDS and not _is_utterance(barer):
        return False
    if more.last - first > LONGEST_LEAD:  # "I cannot be sure, but I think" ends with a hedge of its own
        place = _opening(side, first, more.last, LONGEST_LEAD - SLACK)
        plain = [i for i in range(place, more.last) if not more.meaning.classes_at(i) & WEIGHTY]
        first = first if side.content(plain) else place
    words = range(first, more.last)
    if is_condition(side, more.meaning, first, more.last):
        kind, detail = DifferenceKind.CERTAINTY, Detail.CONDITION
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


def _looks_whole(side: Side, first: int) -> bool:
    """Tell whether a quotation is printed as whole sentences: a capital first, and more than a name."""
    if first >= len(side.tokens) or not (side.form(first)[:1].isupper() or is_number(side.norms[first])):
        return False
    last = side.tokens[-1].end
    return side.text[last : last + 1] in ("", ".", ",", "!", "?", "”", '"')
