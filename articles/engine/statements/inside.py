"""Short quotations that nothing was found for to the longer ones that print their very words.

Two or three words of every day ("a precaution") tell too little to be matched: anybody may have said
them. But where another article prints them inside a quotation it cannot be said that only one prints
them, so they are possible matches, never sure ones.
"""

from collections.abc import Iterator, Sequence

from articles.engine.alignment.kinship import measure_kinship
from articles.engine.alignment.matches import (
    NEEDED_OF_WHOLE,
    NEEDED_OF_WHOLE_BY_ONE_SPEAKER,
    Address,
    Match,
)
from articles.engine.alignment.sentences import Sentence
from articles.engine.alignment.witnesses import Witness, compare_speakers
from articles.engine.quotations.quotations import Kind

# So many words: a common word alone stands in anybody's quotation by chance, and of a longer quotation
# the words themselves tell (see `alignment`).
LEAST_WORDS = 2
MOST_WORDS = 4

# A sentence of a longer quotation: where it stands, and its words between blanks.
Holder = tuple[Address, int, str]


def match_inside(witnesses: Sequence[Witness], matches: Sequence[Match]) -> list[Match]:
    """Match each short quotation that is in no match with the sentences that hold its words in a row.

    Left out are those that somebody else says.
    """
    found = {address for match in matches for address in (match.left, match.right)}
    lone = [
        (address, sentences[0])
        for address, sentences in _list_quoted(witnesses)
        if address not in found and _is_short(sentences)
    ]
    if not lone:
        return []
    holders = [
        ((w, q), position, f" {' '.join(sentence.norms)} ")
        for (w, q), sentences in _list_quoted(witnesses)
        if not _is_short(sentences)
        for position, sentence in enumerate(sentences)
    ]
    return [match for one in lone for match in _match(witnesses, *one, holders)]


def _list_quoted(witnesses: Sequence[Witness]) -> Iterator[tuple[Address, tuple[Sentence, ...]]]:
    """List the quotations in marks with their sentences."""
    for w, witness in enumerate(witnesses):
        for q, sentences in enumerate(witness.sentences):
            if witness.reading.quotations[q].kind is not Kind.INDIRECT:
                yield (w, q), sentences


def _is_short(sentences: Sequence[Sentence]) -> bool:
    """Tell whether a quotation is a few words."""
    return len(sentences) == 1 and LEAST_WORDS <= len(sentences[0].norms) <= MOST_WORDS


def _match(
    witnesses: Sequence[Witness], address: Address, sentence: Sentence, holders: Sequence[Holder]
) -> Iterator[Match]:
    """Match one short quotation with everything that holds its words, unless they all are function words."""
    if not sentence.matter:
        return
    words = f" {' '.join(sentence.norms)} "
    w, q = address
    for (v, p), position, printed in holders:
        if words not in printed:
            continue
        same_speaker = compare_speakers(witnesses[w], q, witnesses[v], p)
        if same_speaker is False:
            continue
        kin = measure_kinship(sentence, witnesses[v].sentences[p][position])
        needed = NEEDED_OF_WHOLE_BY_ONE_SPEAKER if same_speaker else NEEDED_OF_WHOLE
        if kin.strength >= needed:
            continue
        ends = [(address, 0), ((v, p), position)]
        (left, i), (right, j) = sorted(ends)
        yield Match(left, right, {(i, j): kin}, kin, same_speaker, needed, reported=False)
