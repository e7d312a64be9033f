"""Short quotations that nothing was found for to the longer ones that print their very words.

Two or three words of every day ("a precaution") tell too little to be matched: anybody may have said
them. But where another article prints them inside a quotation it cannot be said that only one prints
them, so they are possible matches, never sure ones.
"""

from collections.abc import Iterator, Sequence
from operator import itemgetter

from articles.engine.alignment.kinship import measure_kinship
from articles.engine.alignment.matches import (
    NEEDED_OF_WHOLE,
    NEEDED_OF_WHOLE_BY_ONE_SPEAKER,
    Address,
    Match,
)
from articles.engine.alignment.sentences import Sentence
from articles.engine.alignment.witnesses import Witness, compare_speakers


def match_inside(witnesses: Sequence[Witness], matches: Sequence[Match]) -> list[Match]:
    """Match each short quotation that is in no match with the sentences that hold its words in a row.

    Left out are those that somebody else says, and function words.
    """
    found = {address for match in matches for address in (match.left, match.right)}
    return [
        match
        for w, witness in enumerate(witnesses)
        for q, sentence in witness.forms.short.items()
        if sentence.quoted and sentence.matter and (w, q) not in found
        for match in _match(witnesses, (w, q), sentence)
    ]


def _match(witnesses: Sequence[Witness], address: Address, sentence: Sentence) -> Iterator[Match]:
    """Match one short quotation with every longer one in marks that holds its words."""
    w, q = address
    for v, witness in enumerate(witnesses):
        for p, position in witness.forms.find_holding(sentence.norms):
            holder = witness.sentences[p][position]
            if p in witness.forms.short or not holder.quoted:
                continue
            same_speaker = compare_speakers(witnesses[w], q, witness, p)
            if same_speaker is False:
                continue
            kin = measure_kinship(sentence, holder)
            needed = NEEDED_OF_WHOLE_BY_ONE_SPEAKER if same_speaker else NEEDED_OF_WHOLE
            if kin.strength >= needed:
                continue
            ends = [(address, range(1)), ((v, p), range(position, position + 1))]
            (left, here), (right, there) = sorted(ends, key=itemgetter(0))
            yield Match(left, right, (here, there), kin, same_speaker, needed, reported=False)
