"""Two quotations to what they have in common: the status of their match and the differences."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from articles.engine.alignment.kinship import LEAST_MATTER, only_open_alike, share_matter
from articles.engine.alignment.matches import POSSIBLE_PART, certainty_of
from articles.engine.alignment.sentences import Sentence, split_sentences
from articles.engine.alignment.translated import are_translated
from articles.engine.alignment.two_speakers import are_words_of_one
from articles.engine.alignment.witnesses import Witness, compare_speakers, told_speakers
from articles.engine.differences.collating import compare_words
from articles.engine.differences.differences import Difference, Passage, Status, find_differences, status_of
from articles.engine.differences.meaning import quantity_groups
from articles.engine.differences.names import find_names
from articles.engine.differences.sides import Side
from articles.engine.quotations.quotations import Attribution, Kind, Place, Quotation
from articles.engine.reading.reading import read_article
from articles.engine.text.spans import Span
from articles.engine.tokens.contractions import is_contraction
from articles.engine.tokens.figures import is_number
from articles.engine.tokens.rarity import NAME_BITS, weigh
from articles.engine.tokens.stems import lemma
from articles.engine.tokens.tokens import tokenise

# What two unrelated quotations on one event share by chance: bits, and share of the lighter one.
CHANCE_BITS = 10.0
CHANCE_SHARE = 0.3
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
    tokens_a, tokens_b = tokenise(text_a, tuple(spans_a)), tokenise(text_b, tuple(spans_b))
    a, b = Passage(text_a, tokens_a, tokens_a), Passage(text_b, tokens_b, tokens_b)
    sentences_a, sentences_b = _sentences(text_a, spans_a), _sentences(text_b, spans_b)
    certainty = certainty_of(sentences_a, sentences_b, same_speaker, framed=translated and bool(same_speaker))
    alike = share_matter(_matter_of(sentences_a), _matter_of(sentences_b)) >= LEAST_MATTER
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
    elif certainty < POSSIBLE_PART and len(tokens_a) > 1 and _norms(a) == _norms(b):
        by_one = same_speaker is not False or are_words_of_one(_norms(a), _norms(b))
        certainty = POSSIBLE_PART if by_one else 0.0
    if certainty < POSSIBLE_PART and (
        _are_opened_alike(sentences_a, sentences_b)
        or not (measure_strength(a, b) and _may_be_one(a, b, same_speaker, alike))
    ):
        return Resemblance(None, ())
    differences = find_differences(a, b, told)
    return Resemblance(status_of(differences) if certainty >= 1 else Status.POSSIBLE, differences)


def _norms(passage: Passage) -> list[str]:
    return [token.norm for token in passage.tokens]


def _stands_whole(a: Passage, b: Passage, same_speaker: bool | None) -> bool:
    """Tell whether two quotations are the same words, or one stands in the other of the same speaker.

    Here it is known with what a quotation is compared, so that a few common words are enough.
    """
    short, long = sorted((_norms(a), _norms(b)), key=len)
    if len(short) < 2:
        return False
    if short == long:
        return True
    return bool(same_speaker) and any(
        long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1)
    )


def _is_rebuilt(a: Passage, b: Passage, same_speaker: bool | None) -> bool:
    """Tell whether most words of matter of both are the same, in whatever form and order.

    Translators and note-takers build a sentence anew: "You don't go back into a burning house", "Nobody
    returns to a house that burns". Names are what both are about, and tell nothing.
    """
    left, right = (_content(side) - _names(side) for side in (Side(a), Side(b)))
    shared = (left & right).total()
    least = REBUILT_BY_ONE_SPEAKER if same_speaker else REBUILT
    return shared >= LEAST_REBUILT_WORDS and 2 * shared >= least * (left.total() + right.total())


def _share_most(a: Passage, b: Passage) -> bool:
    """Tell whether most of the words of both quotations are the same: in order, moved, or drawn together."""
    if min(len(a.tokens), len(b.tokens)) < LEAST_WORDS:
        return False
    one, other = sorted((Side(a), Side(b)), key=lambda side: side.norms)
    found = compare_words(one, other)
    words = len(a.tokens) + len(b.tokens)
    changed = -sum(place.a1 - place.a0 + place.b1 - place.b0 for place, _ in found.moves)
    for a0, a1, b0, b1 in (found.lead, *found.changes, found.trail):
        if not is_contraction(one.norms[a0:a1], other.norms[b0:b1]):
            changed += a1 - a0 + b1 - b0
    return words - changed >= MOST_SHARED * words or _share_matter(one, other)


def _share_matter(one: Side, other: Side) -> bool:
    """Tell whether nearly all words of matter are the same in some form: a sentence turned round."""
    left, right = _content(one), _content(other)
    shared = (left & right).total()
    return shared >= LEAST_WORDS and 2 * shared >= NEARLY_ALL * (left.total() + right.total())


def _are_opened_alike(a: Sequence[Sentence], b: Sequence[Sentence]) -> bool:
    """Tell whether two quotations are sentences that have no more than a set opening in common."""
    return len(a) == len(b) == 1 and only_open_alike(a[0], b[0])


def _may_be_one(a: Passage, b: Passage, same_speaker: bool | None, alike: bool) -> bool:
    """Tell whether two quotations whose match is not sure have enough in common to be set side by side.

    An opening that everybody uses ("I want to thank the …") is not enough, and neither is one word of matter
    where the words are not known to be one person's; few words tell nothing against. `alike` tells whether
    they share most of their matter.
    """
    if same_speaker is False and not are_words_of_one(_norms(a), _norms(b)):
        return False
    left, right = _content(Side(a)), _content(Side(b))
    shared, fewest = (left & right).total(), min(left.total(), right.total())
    if fewest <= FEW_MATTER_WORDS and same_speaker is not False:
        return min(len(a.tokens), len(b.tokens)) > 1 or bool(same_speaker)
    if same_speaker is not False and _begin_and_end_alike(a, b):
        return True
    if shared < LEAST_MATTER_WORDS and not same_speaker:
        return False
    most = shared >= LEAST_MATTER_WORDS and shared >= MOST_SHARED * fewest
    if alike or most:
        return bool(same_speaker) or _is_in_order(a, b, shared) or _share_most(a, b)
    return _share_most(a, b)


def _is_in_order(a: Passage, b: Passage, shared: int) -> bool:
    """Tell whether the words of matter that two quotations share stand in the same order in both."""
    left, right = (
        [lemma(side.norms[i]) for i in side.content(range(len(side.norms)))] for side in (Side(a), Side(b))
    )
    return LCSseq.similarity(left, right) >= NEARLY_ALL * shared


def _begin_and_end_alike(a: Passage, b: Passage) -> bool:
    """Tell whether what two quotations do not share stands between words that they do."""
    return a.tokens[0].norm == b.tokens[0].norm and a.tokens[-1].norm == b.tokens[-1].norm


def _content(side: Side) -> Counter[str]:
    """Count the words of matter of a passage by their lemma."""
    return Counter(lemma(side.norms[i]) for i in side.content(range(len(side.norms))))


def _names(side: Side) -> Counter[str]:
    """Count the proper names of a passage by their lemma."""
    return Counter(lemma(side.norms[i]) for i in find_names(side, range(len(side.norms))))


def _matter_of(sentences: Iterable[Sentence]) -> dict[str, float]:
    """Give the words of matter of some sentences, with what they tell; another number is no other matter."""
    return {
        stem: bits
        for sentence in sentences
        for stem, bits in sentence.matter.items()
        if not is_number(stem) and not quantity_groups(stem)
    }


def _sentences(text: str, spans: Sequence[Span]) -> tuple[Sentence, ...]:
    """Split a quotation, given by its parts, into sentences."""
    parts = tuple(spans)
    return split_sentences(text, Quotation(Kind.DIRECT, Place.BODY, parts, parts, _NOBODY))


def compare_in_articles(
    text_a: str, spans_a: Sequence[Span], text_b: str, spans_b: Sequence[Span]
) -> Resemblance:
    """Compare two quotations, each in its article, with who said them as far as the articles tell.

    Where one article tells it in its own words, no words are compared: it never reworded a quotation.
    """
    a, b = Witness("a", "", read_article(text_a)), Witness("b", "", read_article(text_b))
    quotation_a, quotation_b = _quotation_at(a, spans_a), _quotation_at(b, spans_b)
    quoted = quotation_a is not None, quotation_b is not None
    if (quoted[0] and _is_reported(b, spans_b)) or (quoted[1] and _is_reported(a, spans_a)):
        found = compare_quotations(text_a, spans_a, text_b, spans_b)
        return Resemblance(found.status and Status.POSSIBLE, ())
    same_speaker = told = None
    if quotation_a is not None and quotation_b is not None:
        same_speaker = compare_speakers(a, quotation_a, b, quotation_b)
        told = told_speakers(same_speaker, a, quotation_a, b, quotation_b)
    ends = [(a, quotation_a), (b, quotation_b)]
    translated = are_translated([(one, n) for one, n in ends if n is not None])
    found = compare_quotations(text_a, spans_a, text_b, spans_b, same_speaker, told, translated)
    if found.status is None or not translated:
        return found
    if status_of(found.differences) is Status.VERBATIM:
        return found
    return Resemblance(Status.POSSIBLE, found.differences, translated=True)


def _is_reported(witness: Witness, spans: Sequence[Span]) -> bool:
    """Tell whether most of some words are a speaker's, told in the outlet's own words."""
    told = (one for one in witness.reading.quotations if one.kind is Kind.INDIRECT)
    shared = sum(
        max(0, min(part.end, span.end) - max(part.start, span.start))
        for one in told
        for part in one.parts
        for span in spans
    )
    return 2 * shared > sum(span.end - span.start for span in spans)


def _quotation_at(witness: Witness, spans: Sequence[Span]) -> int | None:
    """Give the quotation of an article that stands at some places, the first where there are several."""
    for index, quotation in enumerate(witness.reading.quotations):
        met = any(part.meets(span) for part in quotation.parts for span in spans)
        if met and quotation.kind is not Kind.INDIRECT:
            return index
    return None


def measure_strength(a: Passage, b: Passage) -> float:
    """Weigh the evidence that two quotations report the same words; the same whichever comes first.

    It is what they share in rare stems beyond chance, times the share of the lighter quotation
    that this makes up beyond chance.
    """
    one, other = sorted((Side(a), Side(b)), key=lambda side: side.norms)
    left, right = _weights(one), _weights(other)
    bits = sum(min(left[stem], right[stem]) for stem in left.keys() & right.keys())
    lighter = min(sum(left.values()), sum(right.values()))
    if not lighter:
        return 0.0
    share = bits / lighter
    return max(0.0, bits - CHANCE_BITS) * max(0.0, share - CHANCE_SHARE)


def _weights(side: Side) -> dict[str, float]:
    """Give the rarity of each stem of a quotation, in bits."""
    weights = {}
    for i, norm in enumerate(side.norms):
        stem, bits = weigh(norm)
        named = i > 0 and side.form(i)[:1].isupper()
        weights[stem] = min(bits, NAME_BITS) if named else bits
    return weights
