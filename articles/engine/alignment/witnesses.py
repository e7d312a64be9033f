"""An article of a story to what comparison needs of it: its quotations, sentence by sentence."""

from dataclasses import dataclass, field
from functools import lru_cache
from itertools import repeat

from articles.engine.alignment.forms import Forms
from articles.engine.alignment.passages import Passages
from articles.engine.alignment.sayings import Sayings
from articles.engine.alignment.sentences import Sentence, split_sentences
from articles.engine.alignment.voices import Voice, list_voices
from articles.engine.attribution.offices import (
    DOCUMENTS,
    holds_office,
    is_called,
    is_of_the_press,
    speaks_for,
    stands_beside,
)
from articles.engine.attribution.person_names import compare_names, parse_name
from articles.engine.reading.reading import Reading
from articles.engine.reading.surroundings import Surroundings, read_surroundings

# Words that bring in somebody who was not spoken of before.
_NEWCOMERS = frozenset({"a", "an", "another"})
# That somebody else is given the same words is the gravest thing to say, so it is said only where both
# speakers were chosen at least this surely.
TOLD_CERTAINTY = 0.65


@dataclass(frozen=True, slots=True)
class Witness:
    """One article of a story as the collation sees it. `id` orders nothing and is only handed back.

    `sentences` and `passages` are those of each of its quotations, `forms` the different sentences,
    `voices` what each speaker says who is known by name, `sayings` what each speaker says once,
    `surroundings` what stands around the quotations. All are made with the witness, once, however many
    articles it is compared with.
    """

    id: str
    outlet: str
    reading: Reading
    sentences: tuple[tuple[Sentence, ...], ...] = field(init=False, repr=False, compare=False)
    forms: Forms = field(init=False, repr=False, compare=False)
    passages: tuple[Passages, ...] = field(init=False, repr=False, compare=False)
    voices: dict[str, Voice] = field(init=False, repr=False, compare=False)
    sayings: Sayings = field(init=False, repr=False, compare=False)
    surroundings: Surroundings = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Read what comparison needs out of the reading."""
        text = self.reading.text
        split = tuple(split_sentences(text, quotation) for quotation in self.reading.quotations)
        object.__setattr__(self, "sentences", split)
        object.__setattr__(self, "forms", Forms(split))
        passages = tuple(map(Passages, repeat(text), self.reading.quotations, split))
        object.__setattr__(self, "passages", passages)
        object.__setattr__(self, "voices", list_voices(self.reading, split))
        object.__setattr__(self, "sayings", Sayings(self.reading.quotations, split))
        object.__setattr__(self, "surroundings", read_surroundings(self.reading))


def compare_speakers(a: Witness, quotation_a: int, b: Witness, quotation_b: int) -> bool | None:
    """Tell whether two quotations are given to one person; None where the texts do not say.

    Somebody who is known by a role only ("the officer") may be anybody of that role, also a person
    whom the other article names; but not one whom the same article quotes by name, when it brings in
    the role as somebody new ("a spokesman"). Nor is it told of a body and of whoever either article calls
    its officer: what one says is the other's word.
    """
    one = a.reading.quotations[quotation_a].attribution.name
    other = b.reading.quotations[quotation_b].attribution.name
    if not one or not other:
        return None
    same = same_name(one, other)
    if same:
        return True
    if one in a.voices and other in b.voices:
        if same is False and (_speak_as_one(a, quotation_a, other) or _speak_as_one(b, quotation_b, one)):
            return True
        return None if same is False and _is_voice(a.reading.text, b.reading.text, one, other) else same
    return False if _tells_apart(a, one, other) or _tells_apart(b, other, one) else None


def told_speakers(
    same: bool | None, a: Witness, quotation_a: int, b: Witness, quotation_b: int
) -> bool | None:
    """Give of `compare_speakers` what a reader is told: nothing where they differ but either is doubtful.

    Nor of a body and somebody of whom neither text says what they are: they may be its officer.
    """
    if same is not False:
        return same
    ends = a.reading.quotations[quotation_a].attribution, b.reading.quotations[quotation_b].attribution
    if min(end.certainty for end in ends) < TOLD_CERTAINTY:
        return None
    people = [end.name for end in ends if not is_body(end.name)]
    if len(people) == 1 and not any(holds_office(witness.reading.text, people[0]) for witness in (a, b)):
        return None
    return False


# The same few names meet in every two articles of a story.
same_name = lru_cache(maxsize=4096)(compare_names)


@lru_cache(maxsize=4096)
def is_body(name: str) -> bool:
    """Tell whether a name is that of a body, as far as its words show."""
    return parse_name(name).is_body


def _is_voice(text_a: str, text_b: str, one: str, other: str) -> bool:
    """Tell whether one of two speakers is another word for the other one.

    Either text describes one as the other's officer, or one is an outlet, which only printed the words.
    """
    return is_of_the_press(one) is not is_of_the_press(other) or any(
        speaks_for(text, person, body)
        for text in (text_a, text_b)
        for person, body in ((one, other), (other, one))
    )


def _speak_as_one(witness: Witness, quotation: int, name: str) -> bool:
    """Tell whether an article gives a quotation to somebody and, in one breath, to the bearer of a name."""
    speaker = witness.reading.quotations[quotation].attribution.speaker
    return speaker is not None and stands_beside(witness.reading.text, speaker, name)


def _tells_apart(witness: Witness, role: str, name: str) -> bool:
    """Tell whether an article quotes a person by name and, beside them, somebody new of another role.

    What somebody says something in ("a statement") is nobody new, nor is a bare "another";
    and "a spokesman" may be a body's.
    """
    first, _, noun = role.lower().partition(" ")
    if first not in _NEWCOMERS or not noun or noun.rpartition(" ")[2] in DOCUMENTS or is_body(name):
        return False
    if is_called(witness.reading.text, name, role):
        return False
    return any(same_name(known, name) for known in witness.voices)
