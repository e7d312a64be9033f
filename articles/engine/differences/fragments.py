"""A quotation of a few words to whether it is a fragment of the sentence that the other side prints."""

from articles.engine.differences.cuts import is_verb
from articles.engine.differences.hidden import weigh_hidden
from articles.engine.differences.kinds import DifferenceKind
from articles.engine.differences.pairs import OneSided, Pair
from articles.engine.differences.sides import Side
from articles.engine.tokens.figures import is_number
from articles.engine.tokens.stems import lemma

# A quotation of at most this many words is a fragment of a sentence that others print whole.
FRAGMENT_WORDS = 4
# A sentence of fewer words hardly says anything before an "if" or a "because".
LEAST_SENTENCE = 3
# Words that begin a sentence as its subject: what a fragment hardly does with a capital.
_SUBJECTS = frozenset({"i", "we", "he", "she", "they", "it", "you", "there"})
# Words with which a clause of its own goes on behind a whole one.
_CLAUSES = frozenset(
    {"because", "since", "although", "though", "while", "whereas", "so", "when", "until", "but"}
)


def tells_fragment(more: OneSided, behind: bool) -> bool:
    """Tell a few words quoted where the other side prints the sentence, once for both edges."""
    barer, side = more.barer, more.side
    if not is_fragment_of(barer, side) or _goes_on_anew(more):
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


def tell_inflected(pair: Pair) -> bool:
    """Tell a few words out of the other side's sentence, all in its order and none but in another form."""
    for short, long in ((pair.a, pair.b), (pair.b, pair.a)):
        place = _find_forms(short, long) if is_fragment_of(short, long) else None
        if place is not None:
            last = place + len(short.tokens)
            part, words = short.span(0, len(short.tokens)), long.span(place, last)
            whole = long.span(long.sentence_start(place), long.sentence_end(last - 1))
            for kind, theirs in ((DifferenceKind.FRAGMENT, whole), (DifferenceKind.INFLECTION, words)):
                pair.tell_places(kind, *((part, theirs) if short is pair.a else (theirs, part)))
            return True
    return False


def _find_forms(short: Side, long: Side) -> int | None:
    """Find where one side prints the words of the other in some form; nothing where they all are grammar."""
    forms = [lemma(norm) for norm in short.norms]
    others = [lemma(norm) for norm in long.norms]
    if not short.content(range(len(forms))):
        return None
    places = range(len(others) - len(forms) + 1)
    return next((place for place in places if others[place : place + len(forms)] == forms), None)


def _goes_on_anew(more: OneSided) -> bool:
    """Tell whether a new clause begins where a whole sentence of few words ends: The pit stays open, if."""
    barer = more.barer
    if more.place < len(barer.tokens) or len(barer.tokens) < LEAST_SENTENCE or not looks_whole(barer, 0):
        return False
    opened = more.side.norms[more.first] in _CLAUSES or "if" in more.meaning.classes_at(more.first)
    return opened and more.side.sentence_start(more.first) == more.first - len(barer.tokens)


def is_fragment_of(side: Side, other: Side) -> bool:
    """Tell whether a side prints a few words out of a sentence, where the other prints more."""
    return len(side.tokens) <= FRAGMENT_WORDS < len(other.tokens) and not is_utterance(side)


def is_utterance(side: Side) -> bool:
    """Tell whether a short quotation is printed as a sentence of its own: a capital, a verb and an end."""
    return looks_whole(side, 0) and (side.norms[0] in _SUBJECTS or any(map(is_verb, side.norms)))


def looks_whole(side: Side, first: int) -> bool:
    """Tell whether a quotation is printed as whole sentences: a capital first, and more than a name."""
    if first >= len(side.tokens) or not (side.form(first)[:1].isupper() or is_number(side.norms[first])):
        return False
    last = side.tokens[-1].end
    return side.text[last : last + 1] in ("", ".", ",", "!", "?", "”", '"')
