"""Two quotations to what they have in common: the status of their match and the differences."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import LCSseq

from articles.engine.alignment.kinship import (
    CHANCE_BITS,
    CHANCE_SHARE,
    LEAST_MATTER,
    only_open_alike,
    share_matter,
)
from articles.engine.alignment.matches import POSSIBLE_PART, certainty_of
from articles.engine.alignment.sentences import split_sentences
from articles.engine.alignment.two_speakers import are_words_of_one
from articles.engine.differences.collating import compare_words
from articles.engine.differences.differences import Difference, Status, compare_passages, status_of
from articles.engine.differences.kinds import Passage
from articles.engine.differences.meaning import Meaning, quantity_groups
from articles.engine.differences.names import find_names
from articles.engine.differences.sides import Side
from articles.engine.quotations.quotations import Attribution, Kind, Place, Quotation
from articles.engine.text.spans import Span
from articles.engine.tokens.contractions import is_contraction
from articles.engine.tokens.figures import is_number
from articles.engine.tokens.rarity import NAME_BITS, weigh
from articles.engine.tokens.stems import lemma
from articles.engine.tokens.tokens import tokenise

# Two quotations most of whose words are the same are one, however common the words: the share
# of both together, and the fewest words of either.
MOST_SHARED = 0.6
LEAST_WORDS = 3
# So many words of matter in common are more than chance.
LEAST_MATTER_WORDS = 2
# A quotation with no more words of matter is too short to tell what it has not in common.
FEW_MATTER_WORDS = 2
# The same of their words of matter alone, in whatever form and order.
NEARLY_ALL = 0.9
# A sentence built anew keeps so many words of matter, so much of all those of both; more where nobody says
# that one person spoke.
LEAST_REBUILT_WORDS = 4
REBUILT_BY_ONE_SPEAKER = 0.56
REBUILT = 0.66
_NOBODY = Attribution(None, None, "", "", 0.0)


@dataclass(frozen=True, slots=True)
class Resemblance:
    """What two quotations have in common. `status` is None where they do not report the same words.

    `translated` is True where words differ and one of them is known to be a translation.
    """

    status: Status | None
    differences: tuple[Difference, ...]
    translated: bool = False


class _Quoted:
    """One of the two quotations, given by its parts in its text: what the rules ask of it, read once."""

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        parts = tuple(spans)
        tokens = tokenise(text, parts)
        self.side = Side(Passage(text, tokens, tokens))
        self.norms = self.side.norms
        self.sentences = split_sentences(text, Quotation(Kind.DIRECT, Place.BODY, parts, parts, _NOBODY))

    @cached_property
    def rare(self) -> dict[str, float]:
        """Give the rarer words, with what they tell; another number is no other matter."""
        return {
            stem: bits
            for sentence in self.sentences
            for stem, bits in sentence.matter.items()
            if not is_number(stem) and not quantity_groups(stem)
        }

    @cached_property
    def lemmas(self) -> list[str]:
        """Give the words of matter by their lemma, in order."""
        return [lemma(self.norms[i]) for i in self.side.content(range(len(self.norms)))]

    @cached_property
    def matter(self) -> Counter[str]:
        """Count the words of matter by their lemma."""
        return Counter(self.lemmas)

    @cached_property
    def unnamed(self) -> Counter[str]:
        """Count the words of matter that are no proper names, by their lemma."""
        names = find_names(self.side, range(len(self.norms)))
        return self.matter - Counter(lemma(self.norms[i]) for i in names)

    @cached_property
    def weights(self) -> dict[str, float]:
        """Give the rarity of each stem, in bits."""
        weights = {}
        for i, norm in enumerate(self.norms):
            stem, bits = weigh(norm)
            named = i > 0 and self.side.form(i)[:1].isupper()
            weights[stem] = min(bits, NAME_BITS) if named else bits
        return weights


def compare_quotations(
    text_a: str,
    spans_a: Sequence[Span],
    text_b: str,
    spans_b: Sequence[Span],
    same_speaker: bool | None = None,
    told: bool | None = None,
    translated: bool = False,
) -> Resemblance:
    """Compare two quotations, each given by its parts in its own text.

    `same_speaker` counts for or against a match; `told` is what of it is told as a difference.
    Of what one speaker said, `translated`, hardly more than the build of a sentence may be the same.
    """
    a, b = _Quoted(text_a, spans_a), _Quoted(text_b, spans_b)
    framed = translated and bool(same_speaker)
    certainty = certainty_of(a.sentences, b.sentences, same_speaker, framed=framed)
    alike = share_matter(a.rare, b.rare) >= LEAST_MATTER
    if (
        certainty < 1
        and same_speaker is not False
        and (
            (alike and _share_most(a, b))
            or _stands_whole(a, b, same_speaker)
            or _is_rebuilt(a, b, same_speaker)
        )
    ):
        certainty = 1.0
    elif certainty < POSSIBLE_PART and len(a.norms) > 1 and a.norms == b.norms:
        by_one = same_speaker is not False or are_words_of_one(a.norms, b.norms)
        certainty = POSSIBLE_PART if by_one else 0.0
    if certainty < POSSIBLE_PART and (
        _are_opened_alike(a, b) or not (_share_beyond_chance(a, b) and _may_be_one(a, b, same_speaker, alike))
    ):
        return Resemblance(None, ())
    differences = compare_passages(Meaning(a.side), Meaning(b.side), told)
    return Resemblance(status_of(differences) if certainty >= 1 else Status.POSSIBLE, differences)


def _stands_whole(a: _Quoted, b: _Quoted, same_speaker: bool | None) -> bool:
    """Tell whether two quotations are the same words, or one stands in the other of the same speaker.

    Here it is known with what a quotation is compared, so that a few common words are enough.
    """
    short, long = sorted((a.norms, b.norms), key=len)
    if len(short) < 2:
        return False
    if short == long:
        return True
    return bool(same_speaker) and any(
        long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1)
    )


def _is_rebuilt(a: _Quoted, b: _Quoted, same_speaker: bool | None) -> bool:
    """Tell whether most words of matter of both are the same, in whatever form and order.

    Translators and note-takers build a sentence anew: "You don't go back into a burning house", "Nobody
    returns to a house that burns". Names are what both are about, and tell nothing.
    """
    share = REBUILT_BY_ONE_SPEAKER if same_speaker else REBUILT
    return _hold_the_same(a.unnamed, b.unnamed, LEAST_REBUILT_WORDS, share)


def _hold_the_same(one: Counter[str], other: Counter[str], words: int, share: float) -> bool:
    """Tell whether two quotations have so many words in common, and this share of those of both."""
    shared = (one & other).total()
    return shared >= words and 2 * shared >= share * (one.total() + other.total())


def _share_most(a: _Quoted, b: _Quoted) -> bool:
    """Tell whether most words are the same, in order, moved or drawn together, or nearly all of matter."""
    if min(len(a.norms), len(b.norms)) < LEAST_WORDS:
        return False
    one, other = sorted((a.side, b.side), key=lambda side: side.norms)
    found = compare_words(one, other)
    words = len(a.norms) + len(b.norms)
    changed = -sum(place.a1 - place.a0 + place.b1 - place.b0 for place, _ in found.moves)
    for a0, a1, b0, b1 in (found.lead, *found.changes, found.trail):
        if not is_contraction(one.norms[a0:a1], other.norms[b0:b1]):
            changed += a1 - a0 + b1 - b0
    return words - changed >= MOST_SHARED * words or _hold_the_same(
        a.matter, b.matter, LEAST_WORDS, NEARLY_ALL
    )


def _are_opened_alike(a: _Quoted, b: _Quoted) -> bool:
    """Tell whether two quotations are sentences that have no more than a set opening in common."""
    return len(a.sentences) == len(b.sentences) == 1 and only_open_alike(a.sentences[0], b.sentences[0])


def _may_be_one(a: _Quoted, b: _Quoted, same_speaker: bool | None, alike: bool) -> bool:
    """Tell whether two quotations whose match is not sure have enough in common to be set side by side.

    An opening that everybody uses ("I want to thank the …") is not enough, and neither is one word of matter
    where the words are not known to be one person's; few words tell nothing against. `alike` tells whether
    they share most of their matter.
    """
    if same_speaker is False and not are_words_of_one(a.norms, b.norms):
        return False
    shared, fewest = (a.matter & b.matter).total(), min(a.matter.total(), b.matter.total())
    if fewest <= FEW_MATTER_WORDS and same_speaker is not False:
        return min(len(a.norms), len(b.norms)) > 1 or bool(same_speaker)
    if same_speaker is not False and _begin_and_end_alike(a, b):
        return True
    if shared < LEAST_MATTER_WORDS and not same_speaker:
        return False
    most = shared >= LEAST_MATTER_WORDS and shared >= MOST_SHARED * fewest
    if alike or most:
        return bool(same_speaker) or _is_in_order(a, b, shared) or _share_most(a, b)
    return _share_most(a, b)


def _is_in_order(a: _Quoted, b: _Quoted, shared: int) -> bool:
    """Tell whether the words of matter that two quotations share stand in the same order in both."""
    return LCSseq.similarity(a.lemmas, b.lemmas) >= NEARLY_ALL * shared


def _begin_and_end_alike(a: _Quoted, b: _Quoted) -> bool:
    """Tell whether what two quotations do not share stands between words that they do."""
    return a.norms[0] == b.norms[0] and a.norms[-1] == b.norms[-1]


def _share_beyond_chance(a: _Quoted, b: _Quoted) -> bool:
    """Tell whether two quotations share more than chance: in bits, and of the lighter one."""
    left, right = a.weights, b.weights
    bits = sum(min(left[stem], right[stem]) for stem in left.keys() & right.keys())
    return bits > CHANCE_BITS and bits > CHANCE_SHARE * min(sum(left.values()), sum(right.values()))
