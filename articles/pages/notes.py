"""A statement of an article to the note that its marks lead to: who else prints it, and what differs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles.engine.differences.differences import DifferenceKind, Status
from articles.pages.filtering import STATUS_WORDS, StatusWord, fold
from articles.pages.printed import Printed
from articles.pages.sentences import Sentence, once, say_pair
from articles.pages.shown import NO_DIFFERENCE, Pair, Shown, rank_of
from articles.pages.statuses import status_of_part
from articles.pages.versions import MOST_SAID, Setting
from articles.pages.witnesses import Witness


@dataclass(frozen=True, slots=True)
class Place:
    """Where another article prints some words, and the address of side by side opened there."""

    printed: Printed
    position: str
    beside: str


@dataclass(frozen=True, slots=True)
class Telling:
    """Differences told together, the gravest first; `doubt` is said before those that are no facts."""

    doubt: str
    translated: bool
    sentences: tuple[Sentence, ...]
    more: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Partner:
    """One wording of other articles: how it stands to this article's, where it is printed, what differs.

    Quoted words that this article only reports have no status; nor has what was matched only with others.
    """

    status: StatusWord | None
    matched: bool
    places: tuple[Place, ...]
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """What a mark's number leads to: the statement, where it stands here, its partners."""

    statement: Shown
    status: StatusWord
    where: str
    own: tuple[tuple[Printed, str], ...]
    partners: tuple[Partner, ...]
    address: str


def note_of(statement: Shown, witness: Witness, setting: Setting, address: str) -> Note:
    """Write the note to one statement of an article; `address` leads to every version of it."""
    own = [v for v in statement.versions if v.witness.pk == witness.pk]
    return Note(
        statement=statement,
        status=STATUS_WORDS[statement.status_at({witness.pk})],
        where=setting.say_where(statement),
        own=tuple((v, setting.say_position(v)) for v in own),
        partners=tuple(list_partners(statement, own, setting)),
        address=address,
    )


def list_partners(statement: Shown, own: Sequence[Printed], setting: Setting) -> Iterable[Partner]:
    """List the other versions, first those that are reworded or another's words, then by what differs.

    Those of the same words that stand to this article's in the same way are one partner; what is not told
    here (punctuation) sets none apart.
    """
    here = {version.quotation.pk for version in own}
    groups: dict[tuple[object, ...], list[tuple[Printed, list[Pair]]]] = {}
    for version in statement.versions:
        if version.quotation.pk in here:
            continue
        pairs = [pair for pair in statement.pairs if joins(pair, version.quotation.pk, here)]
        stands = sorted(
            (pair.mark, pair.translated, [told.kind for told in pair.told if not told.small])
            for pair in pairs
        )
        key = (fold(" ".join(version.slices)), version.in_marks, str(stands))
        groups.setdefault(key, []).append((version, pairs))
    for group in sorted(groups.values(), key=lambda group: weight(group[0][1])):
        first, pairs = group[0]
        yield Partner(
            status=stands_to(first, pairs),
            matched=bool(pairs),
            places=tuple(place_all(statement, own[0], [version for version, _ in group], setting)),
            tellings=tuple(tell_apart(pairs)),
        )


def place_all(
    statement: Shown, own: Printed, versions: Sequence[Printed], setting: Setting
) -> Iterable[Place]:
    """Say where versions stand; the way to side by side stands behind the last of each article."""
    beside = {version.witness.pk: version for version in versions}
    for version in versions:
        last = beside[version.witness.pk] is version
        address = setting.beside(statement, own, version) if last else ""
        yield Place(version, setting.say_position(version), address)


def stands_to(version: Printed, pairs: Sequence[Pair]) -> StatusWord | None:
    """Tell how a version stands to what it was matched with; one that is only reported there, in no way."""
    status = status_of_part({pair.mark for pair in pairs}, quoted=version.in_marks)
    return STATUS_WORDS[status] if pairs and status != "sole" else None


def joins(pair: Pair, quotation: int, others: set[int]) -> bool:
    """Tell whether a pair joins a quotation with one of some others."""
    a, b = pair.a.quotation.pk, pair.b.quotation.pk
    return (a == quotation and b in others) or (b == quotation and a in others)


def weight(pairs: Sequence[Pair]) -> tuple[bool, int]:
    """Tell how early some pairs are told of: cuts that leave the words as they are come after changes."""
    told = [(t.kind, p.status) for p in pairs for t in p.told]
    changed = any(
        kind == DifferenceKind.SPEAKER.value or status == Status.REWRITTEN.value for kind, status in told
    )
    return not changed, min((rank_of(kind, status) for kind, status in told), default=NO_DIFFERENCE)


def tell_apart(pairs: Sequence[Pair]) -> Iterable[Telling]:
    """Tell the differences of some pairs: first what is sure, then what is not, and why."""
    quoted = [pair for pair in pairs if not pair.reported]
    for doubt, translated in sorted({(pair.doubt, pair.translated) for pair in quoted}):
        told = once(
            sorted(
                (
                    sentence
                    for pair in quoted
                    if (pair.doubt, pair.translated) == (doubt, translated)
                    for sentence in say_pair(pair)
                    if not sentence.small
                ),
                key=lambda sentence: sentence.gravity,
            )
        )
        if told:
            yield Telling(doubt, translated, told[:MOST_SAID], told[MOST_SAID:])
