"""Short texts with marked quotations to witnesses, without the steps that read real articles."""

import re
from collections.abc import Sequence

from articles.engine.alignment.alignment import Link, link_matches
from articles.engine.alignment.matches import match_quotations
from articles.engine.alignment.witnesses import Witness
from articles.engine.quotations.quotations import Attribution, Kind, Place, Quotation
from articles.engine.reading.reading import Person, Reading
from articles.engine.statements.statements import Collation
from articles.engine.text.spans import Span

# “a quotation” [Speaker]; parts joined by “…,” / “…” are one quotation; ~words~ are reported speech.
_QUOTATION = re.compile(r"(“[^”]*”(?: / “[^”]*”)*|~[^~]*~)(?: \[([^\]“”]*)\])?")
_PART = re.compile(r"“[^”]*”")


def read(text: str) -> Reading:
    """Read a text in which each quotation may be followed by its speaker in brackets."""
    quotations = []
    for match in _QUOTATION.finditer(text):
        parts = tuple(
            Span(match.start() + part.start(), match.start() + part.end())
            for part in _PART.finditer(match.group(1))
        )
        attribution = Attribution(None, None, match.group(2) or "", "", 1.0)
        if parts:
            quotations.append(Quotation(Kind.DIRECT, Place.BODY, parts, parts, attribution))
        else:
            content = (Span(match.start(1) + 1, match.end(1) - 1),)
            quotations.append(Quotation(Kind.INDIRECT, Place.BODY, (), content, attribution))
    names = sorted({quotation.attribution.name for quotation in quotations} - {""})
    people = tuple(Person(name.casefold(), name, name[:1].isupper()) for name in names)
    return Reading(text, None, None, tuple(quotations), people, ())


def witnesses(*texts: str) -> tuple[Witness, ...]:
    """Make a witness of each text."""
    return tuple(Witness(f"article-{index}", "", read(text)) for index, text in enumerate(texts))


def printed(found: Sequence[Witness], place: object) -> str:
    """Give the words at a place, its spans joined by a stroke."""
    text = found[place.witness].reading.text  # type: ignore[attr-defined]
    return " / ".join(text[span.start : span.end] for span in place.spans)  # type: ignore[attr-defined]


def shared(found: Sequence[Witness], collation: Collation) -> list[list[str]]:
    """Give the words of every statement that more than one place reports."""
    return [
        [printed(found, place) for place in statement.members]
        for statement in collation.statements
        if len(statement.members) > 1
    ]


def content(found: Sequence[Witness], collation: Collation) -> tuple[object, ...]:
    """Give all that was found, without a number that depends on the order of the articles."""

    def at(place: object) -> tuple[object, ...]:
        return found[place.witness].reading.text, place.quotation, place.spans  # type: ignore[attr-defined]

    links = set()
    for link in collation.links:
        sides = (at(link.a), at(link.b))
        kinds = [(d.kind, d.detail, (d.a, d.b)) for d in link.differences]
        counts = (link.evidence.words_a, link.evidence.words_b)
        if sides[1] < sides[0]:
            sides = sides[::-1]
            counts = counts[::-1]
            kinds = [(kind, detail, places[::-1]) for kind, detail, places in kinds]
        evidence = (link.evidence.shared, link.evidence.weight, link.evidence.strength, link.evidence.needed)
        links.add((sides, counts, link.status, link.reported, link.copied, evidence, frozenset(kinds)))
    statements = {
        (frozenset(at(place) for place in statement.members), at(statement.members[statement.fullest]))
        for statement in collation.statements
    }
    copies = {
        (frozenset(found[n].reading.text for n in copy.witnesses), copy.reason) for copy in collation.copies
    }
    return links, statements, copies


def align(found: Sequence[Witness]) -> list[Link]:
    """Link the quotations of different articles, without what statements add or take away."""
    matches = [match for match in match_quotations(found) if match.left[0] != match.right[0]]
    return list(link_matches(found, matches))
