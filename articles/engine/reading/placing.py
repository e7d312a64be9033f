"""A quotation to where its article puts it: headline, deck, opening, middle or end."""

from dataclasses import dataclass
from enum import StrEnum

from articles.engine.quotations.quotations import Place, Quotation
from articles.engine.reading.reading import Reading

# Shares of the paragraphs that count as the opening and as the end of an article.
OPENING_SHARE = 0.25
END_SHARE = 0.75


class Position(StrEnum):
    """Parts of an article, from the most to the least prominent."""

    HEADLINE = "headline"
    DECK = "deck"
    OPENING = "opening"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Placing:
    """Where a quotation stands: in paragraph `paragraph` (from 1) of `paragraphs` of the body.

    `first` tells that no other quotation of the body stands before it. Both figures are 0 for one
    in the headline or the deck.
    """

    position: Position
    paragraph: int
    paragraphs: int
    first: bool


def place_quotations(reading: Reading) -> tuple[Placing, ...]:
    """Tell for each quotation of an article where it was put, in the order of the quotations."""
    starts = _paragraph_starts(reading)
    body = [quotation for quotation in reading.quotations if quotation.place is Place.BODY]
    first = min((quotation.parts[0].start for quotation in body), default=0)
    return tuple(_place(quotation, starts, first) for quotation in reading.quotations)


def _paragraph_starts(reading: Reading) -> list[int]:
    """Give where each paragraph of the body begins; empty lines are none."""
    starts, place = [], 0
    heads = [span for span in (reading.headline, reading.deck) if span is not None]
    for line in reading.text.split("\n"):
        if line.strip() and not any(head.start < place + len(line) and place < head.end for head in heads):
            starts.append(place)
        place += len(line) + 1
    return starts


def _place(quotation: Quotation, starts: list[int], first: int) -> Placing:
    """Tell where one quotation was put."""
    if quotation.place is Place.HEADLINE:
        return Placing(Position.HEADLINE, 0, 0, False)
    if quotation.place is Place.DECK:
        return Placing(Position.DECK, 0, 0, False)
    begin = quotation.parts[0].start
    paragraph = max(1, sum(start <= begin for start in starts))
    share = (paragraph - 1) / max(1, len(starts))
    position = Position.MIDDLE
    if share < OPENING_SHARE:
        position = Position.OPENING
    elif share >= END_SHARE:
        position = Position.END
    return Placing(position, paragraph, len(starts), begin == first)
