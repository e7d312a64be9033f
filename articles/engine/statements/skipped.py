"""Two quotations that only a cue divides to what another outlet leaves out between them without a mark.

"We need boats," she said. "The road is shut. Until it opens nobody can leave." is one utterance: printed as
"We need boats. Until it opens nobody can leave." it is cut in silence, as if it stood in one pair of marks.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from articles.engine.alignment.alignment import Link, Place
from articles.engine.alignment.runs import MOST_CUT_WORDS
from articles.engine.alignment.witnesses import Witness, compare_speakers
from articles.engine.differences.differences import Difference, DifferenceKind, Status
from articles.engine.differences.hidden import weigh_words
from articles.engine.differences.kinds import GRAVITY
from articles.engine.text.spans import Span
from articles.engine.tokens.gaps import read_gap

# A quotation (witness and number) and another witness: the passages that this has too, with their places.
_Matched = dict[tuple[int, int, int], list[tuple[Place, Place]]]


def tell_skipped(witnesses: Sequence[Witness], links: Sequence[Link]) -> Iterator[Link]:
    """Add to each link what one of its outlets skips in front of the passage."""
    matched: _Matched = defaultdict(list)
    for link in links:
        if not link.reported:
            for here, there in ((link.a, link.b), (link.b, link.a)):
                matched[here.witness, here.quotation, there.witness].append((here, there))
    for link in links:
        told = [*_tell(witnesses, matched, link)] if link.status is not Status.POSSIBLE else []
        if told:
            differences = sorted([*link.differences, *told], key=lambda one: GRAVITY[one.kind])
            yield link._replace(differences=tuple(differences), status=Status.REWRITTEN)
        else:
            yield link


def _tell(witnesses: Sequence[Witness], matched: _Matched, link: Link) -> Iterator[Difference]:
    """Tell what either outlet of a link skips."""
    for here, there in ((link.a, link.b), (link.b, link.a)):
        before = [
            place
            for own, place in matched[here.witness, here.quotation, there.witness]
            if place.quotation == there.quotation - 1 and _adjoin(witnesses, own, here)
        ]
        cut = _find_between(witnesses, before[0], there) if before else None
        if cut is not None:
            place = Span(here.spans[0].start, here.spans[0].start)
            held = weigh_words(witnesses[there.witness].reading.text[cut.start : cut.end])
            a, b = (place, cut) if here is link.a else (cut, place)
            yield Difference(DifferenceKind.SILENT_CUT, a, b, held)


def _adjoin(witnesses: Sequence[Witness], one: Place, other: Place) -> bool:
    """Tell whether one passage of a quotation follows another with nothing but a mark between, no dots."""
    witness = witnesses[one.witness]
    end, start = witness.passages[one.quotation].tokens_in(one.spans[-1])[-1].end, other.spans[0].start
    if end > start:
        return False
    gap = read_gap(witness.reading.text, end, start, short_form=False)
    return not (gap.broken or gap.dots)


def _find_between(witnesses: Sequence[Witness], before: Place, after: Place) -> Span | None:
    """Give the sentences with which a quotation begins in front of a passage, where it goes on with another.

    That is, by the same speaker, behind a cue, from the end of a passage of the quotation before.
    """
    witness = witnesses[after.witness]
    opening = [one for one in witness.sentences[after.quotation] if one.spans[-1].end <= after.spans[0].start]
    closing = witness.sentences[before.quotation][-1]
    if not opening or closing.spans[-1].end > before.spans[-1].end:
        return None
    if sum(len(one.norms) for one in opening) > MOST_CUT_WORDS:
        return None
    if not compare_speakers(witness, before.quotation, witness, after.quotation):
        return None
    gap = read_gap(witness.reading.text, closing.spans[-1].end, opening[0].spans[0].start, short_form=False)
    return None if gap.apart else Span(opening[0].tokens[0].start, opening[-1].tokens[-1].end)
