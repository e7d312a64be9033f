"""Somebody, or a body, that an article names, and what the words around the name show of its bearer."""

import re
from dataclasses import dataclass, field

from articles.engine.attribution.name_roles import behind_age, is_located
from articles.engine.attribution.name_runs import COMMON, Run
from articles.engine.attribution.person_names import Gender, Name, is_first_name
from articles.engine.text.classes import REPORTS
from articles.engine.text.lexicon import read_word_lists
from articles.engine.text.words import Words

_PLACES = read_word_lists("people.txt")["places"]
# What stands behind the name of somebody who says something ("Lowe later said", "Lowe, who") or does it.
_SAYS = re.compile(r",?[axD]{0,3}V|,?w")
_ACTS = re.compile(r"a?[xveE]")
# What either can begin with.
_BEFORE_VERBS = frozenset(",axDVwveE")
# A lone word that does something so many times is taken for somebody: a place or a thing does so at times.
FEW_ACTS = 2


@dataclass(slots=True)
class Member:
    """Somebody, or a body, that an article names."""

    name: str
    parsed: Name
    gender: Gender | None = None
    is_body: bool = False
    is_person: bool = False  # a title, a role or a usual first name shows it
    described: bool = False  # a title or a role is printed with the name
    titled: bool = False
    is_relative: bool = False  # brought in as somebody's wife, brother, ...
    places: list[int] = field(default_factory=list)
    count: int = 0
    says: int = 0  # how often it is printed as saying something, or with "who"
    acts: int = 0  # how often it does something else
    located: int = 0  # how often something is in or at it
    things: int = 0  # how often "which" goes on with it
    may_be_one: bool = True  # "he" or "she" may be said of it: nothing shows a body, a place or a thing
    is_doubtful: bool = False  # a lone word that does something once, which shows little

    @property
    def is_thing(self) -> bool:
        """Whether "it" may be said of it: a body, or what "which" is said of."""
        return self.is_body or (self.things > 0 and not self.is_person)

    def settle(self) -> None:
        """Tell from all places of its name whether it may be one person."""
        self.may_be_one = self._may_be_one()
        little = not (self.is_person or self.says or self.acts >= FEW_ACTS)
        self.is_doubtful = little and len(self.parsed.parts) == 1

    def _may_be_one(self) -> bool:
        parts = self.parsed.parts
        if self.titled or is_first_name(self.parsed.first):
            return True
        is_place = self.located + self.things > self.says or (parts[0] in _PLACES and not self.is_person)
        if self.is_body or is_place:
            return False
        seen_to_act = self.is_person or self.says + self.acts > 0
        return seen_to_act or (len(parts) > 1 and not any(map(_is_common_part, parts)))

    def note_words_around(self, words: Words, classes: str, run: Run) -> None:
        """Note what the words before and behind its name show at one place."""
        self.titled = self.titled or bool(run.parsed.titles)
        self.says += classes[run.begin - 1 : run.begin] == REPORTS
        located = is_located(words, classes, run)
        self.located += located
        aged = not located and behind_age(words, classes, run) > run.last + 1
        self.is_person = self.is_person or (aged and not run.parsed.is_body)
        if classes[run.last + 1 : run.last + 2] not in _BEFORE_VERBS:
            return
        says = _SAYS.match(classes, run.last + 1)
        which = says is not None and words.lower[says.end() - 1] == "which"
        self.says += says is not None and not which
        self.things += which
        self.acts += _ACTS.match(classes, run.last + 1) is not None


def _is_common_part(part: str) -> bool:
    """Tell whether a part of a name is a common word or a number: "Rifles" of "AK-47 Rifles"."""
    return part in COMMON or part.removesuffix("s") in COMMON or any(map(str.isdigit, part))
