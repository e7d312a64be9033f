"""A number to made-up articles with quotations planted in them, the same every time."""

from dataclasses import dataclass
from random import Random


def _split(words: str) -> tuple[str, ...]:
    return tuple(words.split())


# The function words of English, and what the other words of the made-up language are put together from.
_FUNCTION_WORDS = _split(
    "the of to and a in that is was for it with as on be at by this have from they we his but not are or an"
    " which you one had their has its who what will would there if can all her were so about when more some"
    " out up them into could do time than then no now our over only other these may should any such because"
)
_SYLLABLES = _split(
    "ba be bi bo bra cal cen cor da del dri du fa fen flo ga gel gri ha hol is jor ka lan le lim lo ma men"
    " mor na nel nor o pa per pli qua ra ren rin ro sa sel shi sta tal ten tor tra u val ven vor wen zel"
)
_NAMES = ("Abbot", "Brewer", "Carver", "Draper", "Fowler", "Glover", "Harper", "Mercer", "Palmer", "Weaver")
# As in prose, so many words of each kind: function words, common words, rare words.
_SHARES = (0.48, 0.34, 0.18)
# Words of the made-up language, the common ones first.
_COMMON, _RARE = 400, 8000


@dataclass(frozen=True, slots=True)
class Planted:
    """A quotation of the first article that the second one prints too: `kind` says how."""

    kind: str
    first: str
    second: str


# How a planted quotation comes back, and which part of its words is then replaced by others.
KINDS = {
    "verbatim": 0.0,
    "a tenth of the words changed": 0.1,
    "a third of the words changed": 1 / 3,
    "half of the words changed": 0.5,
    "two thirds of the words changed": 2 / 3,
    "part of a longer one": 0.0,
}


class Writer:
    """Writes made-up prose; what it writes depends on its number only."""

    def __init__(self, number: int) -> None:
        self._random = Random(number)  # noqa: S311
        words: dict[str, None] = {}
        maker = Random(0)  # noqa: S311
        while len(words) < _COMMON + _RARE:
            words["".join(maker.choice(_SYLLABLES) for _ in range(maker.randint(2, 4)))] = None
        self._common, self._rare = list(words)[:_COMMON], list(words)[_COMMON:]

    def words(self, count: int) -> list[str]:
        """Write so many words."""
        lists = (_FUNCTION_WORDS, self._common, self._rare)
        return [self._random.choice(self._random.choices(lists, _SHARES)[0]) for _ in range(count)]

    def sentence(self) -> list[str]:
        """Write the words of a sentence."""
        return self.words(self._random.randint(9, 24))

    def change(self, words: list[str], part: float) -> list[str]:
        """Replace a part of some words by others."""
        places = set(self._random.sample(range(len(words)), round(part * len(words))))
        others = self.words(len(words))
        return [others[place] if place in places else word for place, word in enumerate(words)]

    def speaker(self) -> str:
        """Name somebody."""
        return self._random.choice(_NAMES)

    def paragraph(self, quotation: str, speaker: str) -> str:
        """Write a paragraph around a quotation."""
        return f"{_print(self.sentence())} “{quotation[:-1]},” said {speaker}. {_print(self.sentence())}"

    def article(self, quotations: list[tuple[str, str]], words: int) -> str:
        """Write an article of about so many words that prints these quotations, with their speakers."""
        shuffled = self._random.sample(quotations, len(quotations))
        paragraphs = [self.paragraph(quotation, speaker) for quotation, speaker in shuffled]
        while sum(len(paragraph.split()) for paragraph in paragraphs) < words:
            paragraphs.append(" ".join(_print(self.sentence()) for _ in range(3)))
        return "\n".join(self._random.sample(paragraphs, len(paragraphs)))


def write_pair(number: int, words: int = 1000, planted: int = 10) -> tuple[str, str, list[Planted]]:
    """Write two articles that share `planted` quotations, of all kinds in turn, and as many unshared ones."""
    writer = Writer(number)
    kinds = list(KINDS)
    pairs = []
    for index in range(planted):
        kind = kinds[(number + index) % len(kinds)]
        first = writer.sentence()
        second = _print(writer.change(first, KINDS[kind]))
        if kind == "part of a longer one":
            second = f"{_print(writer.sentence())} {second} {_print(writer.sentence())}"
        pairs.append(Planted(kind, _print(first), second))
    speakers = [writer.speaker() for _ in pairs]
    sole = [(_print(writer.sentence()), writer.speaker()) for _ in pairs]
    firsts = [(pair.first, speaker) for pair, speaker in zip(pairs, speakers, strict=True)]
    seconds = [(pair.second, speaker) for pair, speaker in zip(pairs, speakers, strict=True)]
    return writer.article(firsts + sole[::2], words), writer.article(seconds + sole[1::2], words), pairs


def write_story(number: int, articles: int, words: int, quotations: int) -> list[str]:
    """Write the articles of a story, each of which prints half of the story's quotations, some changed."""
    writer = Writer(number)
    pool = [(writer.sentence(), writer.speaker()) for _ in range(quotations)]
    stories = []
    for index in range(articles):
        printed = []
        for place in range(index, index + quotations // 2):
            words_said, speaker = pool[place % quotations]
            changed = writer.change(words_said, 0.1 if place % 3 == 0 else 0.0)
            printed.append((_print(changed), speaker))
        stories.append(writer.article(printed, words))
    return stories


def _print(words: list[str]) -> str:
    """Print words as a sentence."""
    return " ".join(words).capitalize() + "."
