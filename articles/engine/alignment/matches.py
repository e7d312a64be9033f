"""Quotations of several articles to matches: which sentences of one report those of another."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, count
from typing import NamedTuple

from articles.engine.alignment.candidates import LEAST_REPEATED_SHARE, Crowd, SentenceIndex
from articles.engine.alignment.forms import Positions, pick_lightest
from articles.engine.alignment.kinship import LEAST_STRENGTH, Kinship, find_kin, find_words, whole_kinship
from articles.engine.alignment.retellings import find_retellings
from articles.engine.alignment.runs import Needs, Pairs, form_runs, goes_on
from articles.engine.alignment.said_once import add_said_once
from articles.engine.alignment.sentences import Sentence
from articles.engine.alignment.two_speakers import are_words_of_one
from articles.engine.alignment.witnesses import Witness, compare_speakers
from articles.engine.differences.sides import ARTICLES
from articles.engine.tokens.figures import is_number

# Strength (see `kinship`) at which a match is shown as fact when all words of one sentence stand in the
# other without a break, and when they do not. Who spoke is itself told with some doubt, and so decides
# nothing alone: one speaker speaks for what stands in the other as it is; two different ones who use words
# that are only alike mostly say two things, in the formulae of the day.
NEEDED_OF_WHOLE = 14.0
NEEDED_OF_WHOLE_BY_ONE_SPEAKER = 9.0
NEEDED_OF_CHANGED = 16.0
NEEDED_OF_CHANGED_BY_TWO_SPEAKERS = 30.0
# Two sentences in a row that go with two sentences in a row need this part of it: their order tells too.
NEEDED_BESIDE = 0.8
# Two whole quotations of the same words need less than words that stand inside a longer one.
NEEDED_OF_SAME_WORDS = 8.0
# A rare single word that stands in the other quotation (see `find_words`) needs no more than its rarity.
NEEDED_OF_ONE_WORD = 3.0
# Reported speech has no marks that vouch for its words: it is sure, or it is no match. Two outlets that
# tell one fact use its words whoever told them, so that a speaker who is not known asks for nearly all.
NEEDED_OF_REPORTED = 10.0
NEEDED_OF_REPORTED_BY_UNKNOWN = 40.0
# From this part of the needed strength on, a match is possible (not if two different people spoke). That
# shared words only stand alike is sure or nothing, where one speaker is not named for both.
POSSIBLE_PART = 0.6
# Changed words weaker than this are no match, whoever said them.
LEAST_OF_CHANGED = POSSIBLE_PART * min(NEEDED_OF_CHANGED, NEEDED_OF_REPORTED)

# Witness and quotation, by index; and the position of a sentence in it.
Address = tuple[int, int]
Spot = tuple[int, int, int]
# Where the articles print one sentence, those that do by number.
Printed = list[tuple[int, Sequence[Positions]]]

# What two quotations need by whether one speaker is named for them (None where that is not known).
_OF_ONE_WORD = Needs(NEEDED_OF_ONE_WORD, NEEDED_OF_ONE_WORD)
_OF_SAME_WORDS = {
    same_speaker: Needs(needed, needed)
    for same_speaker, needed in (
        (None, NEEDED_OF_SAME_WORDS),
        (True, NEEDED_OF_SAME_WORDS),
        (False, NEEDED_OF_WHOLE),
    )
}
_OF_CHANGED = {
    None: Needs(NEEDED_OF_CHANGED, NEEDED_OF_WHOLE, NEEDED_BESIDE),
    True: Needs(NEEDED_OF_CHANGED, NEEDED_OF_WHOLE_BY_ONE_SPEAKER, NEEDED_BESIDE),
    False: Needs(NEEDED_OF_CHANGED_BY_TWO_SPEAKERS, NEEDED_OF_WHOLE, NEEDED_BESIDE, least=NEEDED_OF_WHOLE),
}
_REPORTED = {
    same_speaker: Needs(needed, needed, least=needed)
    for same_speaker, needed in ((None, NEEDED_OF_REPORTED_BY_UNKNOWN), (True, NEEDED_OF_REPORTED))
}


class Match(NamedTuple):
    """Sentences of two quotations that report the same words.

    `positions` are the sentences of either passage, with those that the other one leaves out in between.
    `surest` is what the surest pair of them has in common, and `needed` the strength that this needs.
    `reported` is True where one of the quotations is in the outlet's own words. `similarity` and
    `usual` are those of the proposal that the match comes from (see `proposals`); it is never sure.
    `decided` is the reason of an editor who says that it is one (see `verdicts`).
    """

    left: Address
    right: Address
    positions: tuple[range, range]
    surest: Kinship
    same_speaker: bool | None
    needed: float
    reported: bool
    similarity: float | None = None
    usual: float | None = None
    decided: str = ""

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Give all of these sentences."""
        left, right = self.positions
        return (*[(*self.left, i) for i in left], *[(*self.right, j) for j in right])

    @property
    def strength(self) -> float:
        """Give the strength of the surest pair of sentences."""
        return self.surest.strength

    @property
    def sure(self) -> bool:
        """Tell a match from a possible one."""
        return bool(self.decided) or (self.similarity is None and self.strength >= self.needed)


def _reach(pairs: Pairs) -> tuple[range, range]:
    """Give the positions from the first to the last of some pairs of sentences, on either side."""
    left, right = zip(*pairs, strict=True)
    return range(min(left), max(left) + 1), range(min(right), max(right) + 1)


def match_quotations(witnesses: Sequence[Witness]) -> list[Match]:
    """Find the passages of any two quotations, also of one article, that report the same words.

    Sentences of the same normal form are looked at once, whichever articles print them.
    """
    sentences, places, numbers = _number_sentences(witnesses)
    crowd = Crowd(sentences, [witness.forms.index for witness in witnesses], numbers)
    matched: dict[tuple[Address, Address], dict[tuple[int, int], Kinship]] = defaultdict(dict)
    for one, other, kin in _kin_of_spots(crowd, places):
        if one[0] != other[0] or (one[1] != other[1] and kin.share >= LEAST_REPEATED_SHARE):
            left, right = (one, other) if one < other else (other, one)
            matched[left[:2], right[:2]][left[2], right[2]] = kin
    for one, other, kin in find_retellings(witnesses):
        left, right = sorted((one, other))
        pairs = matched[left[:2], right[:2]]
        known = pairs.get((left[2], right[2]))
        if known is None or known.by_words < kin.by_words:
            pairs[left[2], right[2]] = kin
    add_said_once(witnesses, matched)
    return [
        match
        for (left, right), pairs in sorted(matched.items())
        if any(map(_may_do, pairs.values()))
        for match in _form_matches(witnesses, left, right, pairs)
    ]


def _may_do(kin: Kinship) -> bool:
    """Tell whether what two sentences have in common may be enough for a match."""
    return kin.whole or kin.strength >= LEAST_OF_CHANGED


def _number_sentences(witnesses: Sequence[Witness]) -> tuple[list[Sentence], list[Printed], list[list[int]]]:
    """Number the different sentences of a story; give also where each stands, and the numbers by witness."""
    known: dict[str, int] = defaultdict(count().__next__)
    numbers = [list(map(known.__getitem__, witness.forms.names)) for witness in witnesses]
    sentences: list[Sentence] = []
    places: list[Printed] = [[] for _ in known]
    for w, (witness, own) in enumerate(zip(witnesses, numbers, strict=True)):
        forms = witness.forms
        for number, found, sentence in zip(own, forms.places, forms.index.sentences, strict=True):
            places[number].append((w, found))
            if number == len(sentences):
                sentences.append(sentence)
            else:
                sentences[number] = pick_lightest(sentences[number], sentence)
    return sentences, places, numbers


def _kin_of_spots(crowd: Crowd, places: Sequence[Printed]) -> Iterator[tuple[Spot, Spot, Kinship]]:
    """Give every two sentences that have enough in common, in all the quotations that print them."""
    for found, sentence in zip(places, crowd.sentences, strict=True):
        if len(found) > 1 or len(found[0][1]) > 1:
            kin = whole_kinship(sentence.bits)
            for left, right in combinations(_spots_of(found), 2):
                for one, other in pair_in_order(left, right):
                    yield one, other, kin
    for (a, b), kin in (find_kin(crowd) | find_words(crowd)).items():
        for left in _spots_of(places[a]):
            for right in _spots_of(places[b]):
                if len(left) == len(right) == 1:
                    yield left[0], right[0], kin
                else:
                    for one, other in pair_in_order(left, right):
                        yield one, other, kin


def _spots_of(printed: Printed) -> list[list[Spot]]:
    """Give the places of one sentence, those in one quotation together."""
    return [[(w, q, i) for i in positions] for w, found in printed for q, positions in found]


def pair_in_order(left: Sequence[Spot], right: Sequence[Spot]) -> Iterator[tuple[Spot, Spot]]:
    """Pair the first with the first, the second with the second; who says it more often says the last again.

    Every one with every other would be many thousand pairs for two quotations that repeat one sentence.
    """
    for n in range(max(len(left), len(right))):
        yield left[min(n, len(left) - 1)], right[min(n, len(right) - 1)]


def _form_matches(
    witnesses: Sequence[Witness], left: Address, right: Address, pairs: Pairs
) -> Iterator[Match]:
    """Join the matched sentences of two quotations to passages and keep those that may be matches."""
    (w, q), (v, p) = left, right
    a, b = witnesses[w].sentences[q], witnesses[v].sentences[p]
    same_speaker = compare_speakers(witnesses[w], q, witnesses[v], p)
    reported = not (a[0].quoted and b[0].quoted)
    if reported and (same_speaker is False or a[0].quoted is b[0].quoted):
        return
    if reported or same_speaker is False:
        pairs = {place: kin.without_frame() for place, kin in pairs.items()}
    if same_speaker is False:
        pairs = _words_of_one(a, b, pairs)
    if not pairs:
        return
    needed = _REPORTED[same_speaker] if reported else _needs(a, b, same_speaker)
    for run in form_runs(a, b, pairs, needed):
        if len(run) == 1:
            (surest,) = run.values()
            least = needed(surest)
        else:
            surest = max(run.values(), key=lambda kin: (kin.strength / needed(kin), kin))
            least = needed(surest, beside=goes_on(run))
        by_frame = surest.strength > surest.by_words and surest.by_words < LEAST_STRENGTH
        part = 1.0 if by_frame and not same_speaker else POSSIBLE_PART
        if surest.strength >= max(part * least, needed.least):
            yield Match(left, right, _reach(run), surest, same_speaker, least, reported)


def _words_of_one(
    a: Sequence[Sentence], b: Sequence[Sentence], pairs: Pairs
) -> dict[tuple[int, int], Kinship]:
    """Keep of some pairs of sentences, by two different speakers, those that can be one utterance."""
    return {
        (i, j): kin
        for (i, j), kin in pairs.items()
        if are_words_of_one(a[i].drawn_apart, b[j].drawn_apart, kin.strength)
    }


def certainty_of(
    a: Sequence[Sentence], b: Sequence[Sentence], same_speaker: bool | None, framed: bool = False
) -> float:
    """Tell how sure it is that two quotations report the same words: the part of the needed strength.

    Where they are `framed`, the distances of the shared words tell too.
    """
    sentences = [*a, *b]
    numbers = range(len(a)), range(len(a), len(sentences))
    crowd = Crowd(sentences, (SentenceIndex(a), SentenceIndex(b)), numbers)
    pairs = {
        (i, j): whole_kinship(one.bits)
        for i, one in enumerate(a)
        for j, other in enumerate(b)
        if one.norms == other.norms
    }
    for (i, j), kin in (find_kin(crowd) | find_words(crowd)).items():
        if i < len(a) <= j:
            pairs.setdefault((i, j - len(a)), kin if framed else kin.without_frame())
    if same_speaker is False:
        pairs = _words_of_one(a, b, pairs)
    needed = _needs(a, b, same_speaker)
    runs = form_runs(a, b, pairs, needed)
    return max(
        (kin.strength / needed(kin, beside=goes_on(run)) for run in runs for kin in run.values()), default=0.0
    )


def _needs(a: Sequence[Sentence], b: Sequence[Sentence], same_speaker: bool | None) -> Needs:
    """Give what makes a match of two quotations sure."""
    if same_speaker is not False and (_is_one_word(a) or _is_one_word(b)):
        return _OF_ONE_WORD
    if len(a) == len(b) and _words_of(a) == _words_of(b):
        return _OF_SAME_WORDS[same_speaker]
    if same_speaker and (_is_figure(a) or _is_figure(b)):
        same_speaker = None  # a figure is a fact that anybody repeats, the speaker too
    return _OF_CHANGED[same_speaker]


def _words_of(sentences: Sequence[Sentence]) -> list[tuple[str, ...]]:
    """Give the words of a quotation, but for an article in front: it may as well stand outside the marks."""
    words = [sentence.norms for sentence in sentences]
    return [words[0][words[0][0] in ARTICLES :], *words[1:]]


def _is_one_word(sentences: Sequence[Sentence]) -> bool:
    """Tell whether a quotation is a single word."""
    return len(sentences) == 1 and len(sentences[0].norms) == 1


def _is_figure(sentences: Sequence[Sentence]) -> bool:
    """Tell whether a quotation has no words of matter but numbers ("one in three")."""
    matter = sentences[0].matter if len(sentences) == 1 else {}
    return bool(matter) and all(map(is_number, matter))


def count_words(sentences: Iterable[Sentence]) -> int:
    """Count the words of some sentences."""
    return sum(len(sentence.norms) for sentence in sentences)
