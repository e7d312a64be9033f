"""The passages that report one utterance to their order: the one that prints the most of it first."""

from collections.abc import Sequence

from articles.engine.alignment.alignment import Place
from articles.engine.alignment.witnesses import Witness
from articles.engine.quotations.quotations import Kind
from articles.engine.statements.copies import Copies


def number_texts(witnesses: Sequence[Witness], copies: Sequence[Copies]) -> tuple[int, ...]:
    """Give each witness the number of its independent text: copies of one text have one number."""
    first = {n: group.witnesses[0] for group in copies for n in group.witnesses}
    return tuple(first.get(n, n) for n in range(len(witnesses)))


def order_by_fullness(
    witnesses: Sequence[Witness],
    texts: Sequence[int],
    members: Sequence[Place],
    wordings: Sequence[tuple[str, ...]],
) -> tuple[int, ...]:
    """Order passages, by index: those in quotation marks first, and of them the longest.

    Of equally long ones the wording stands first that most independent texts carry, whole or in part: an
    outlier does not speak for the others. What is equal in that too goes by what is printed, never by
    where the article stands among the others. `wordings` are the normal forms of the words.
    """
    sizes = [
        (witnesses[w].reading.quotations[q].kind is Kind.INDIRECT, -len(wording))
        for (w, q, _), wording in zip(members, wordings, strict=True)
    ]
    if len(set(sizes)) == len(sizes):
        return tuple(sorted(range(len(members)), key=sizes.__getitem__))
    carried = _count_carried(texts, members, wordings)

    def rank(n: int) -> tuple[object, ...]:
        text = witnesses[members[n].witness].reading.text
        printed = [text[start:end] for start, end in members[n].spans]
        return *sizes[n], -carried.get(wordings[n], 0), printed, text

    return tuple(sorted(range(len(members)), key=rank))


def _count_carried(
    texts: Sequence[int], members: Sequence[Place], wordings: Sequence[tuple[str, ...]]
) -> dict[tuple[str, ...], int]:
    """Count the independent texts that carry each wording; only where one length has several."""
    different = set(wordings)
    lengths = [len(wording) for wording in different]
    if len(set(lengths)) == len(lengths):
        return {}
    parts = [
        (f" {' '.join(wording)} ", texts[place.witness])
        for place, wording in zip(members, wordings, strict=True)
    ]
    carried = {}
    for wording in different:
        if lengths.count(len(wording)) > 1:
            whole = f" {' '.join(wording)} "
            carried[wording] = len({text for part, text in parts if part in whole})
    return carried
