"""Links between quotations that were translated: other words in them are no rewording.

Two translations of one utterance differ though nobody changed a word of it, and so do a translation and
what was said. Whether an outlet reworded it besides cannot be told, so that such a match is a possible one.
"""

from collections.abc import Iterable, Sequence

from articles.engine.alignment.alignment import Link
from articles.engine.alignment.witnesses import Witness
from articles.engine.differences.differences import Status, status_of


def tell_translated(witnesses: Sequence[Witness], links: list[Link]) -> list[Link]:
    """Say of each link whose words differ that it joins a translation, where one of its ends is one."""
    return [_tell(witnesses, link) for link in links]


def _tell(witnesses: Sequence[Witness], link: Link) -> Link:
    """Say it of one link."""
    if link.reported or not link.differences:
        return link
    ends = [(witnesses[place.witness], place.quotation) for place in (link.a, link.b)]
    if not are_translated(ends) or status_of(link.differences) is Status.VERBATIM:
        return link
    return link._replace(status=Status.POSSIBLE, translated=True)


def are_translated(ends: Iterable[tuple[Witness, int]]) -> bool:
    """Tell whether one of some quotations is a translation, or their articles differ in language."""
    known = list(ends)
    languages = {witness.reading.language for witness, _ in known}
    marked = any(witness.reading.quotations[n].translation is not None for witness, n in known)
    return marked or len(languages) > 1
