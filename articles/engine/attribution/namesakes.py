"""The names of a text to what tells those who bear one family name apart."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from articles.engine.attribution.name_runs import Run
from articles.engine.attribution.person_names import Gender, gender_of
from articles.engine.text.classes import PRONOUN, REPORTS
from articles.engine.text.words import Words

# "Lowe and his wife, the painter Ann Lowe": at most so many words between the two.
BESIDE = 6

# How many words behind a name a pronoun is looked for, and what it goes with.
REACH = 150
_SAYS = re.compile(r"[axD]{0,3}V")
_GENDERS = {"he": Gender.MALE, "she": Gender.FEMALE}
_OPENING = frozenset({"“", "``", "«"})
_CLOSING = frozenset({"”", "''", "»"})
_STRAIGHT = '"'

# The first and last part of a name, by which its bearer is known.
Key = tuple[str, str]
# The genders that the titles before each family name tell where it is printed alone.
Titles = dict[str, set[Gender]]


def key_of(parts: Sequence[str]) -> Key:
    """Give the first and last part of a name."""
    return parts[0], parts[-1]


def titles_alone(runs: Iterable[Run]) -> Titles:
    """Give the genders that the titles before each family name tell where it is printed alone."""
    genders: Titles = {}
    for run in runs:
        titles, parts = run.parsed
        gender = gender_of(titles, "") if titles and len(parts) == 1 else None
        if gender:
            genders.setdefault(parts[0], set()).add(gender)
    return genders


def with_two_titles(titles: Titles) -> frozenset[str]:
    """Give the family names printed alone with both a man's and a woman's title."""
    return frozenset(name for name, both in titles.items() if len(both) > 1)


def beside_namesakes(runs: Sequence[Run], words: Words, classes: str) -> dict[str, set[tuple[str, ...]]]:
    """Give, by family name, who is named in full beside another of it: "Lowe and his wife, Ann Lowe"."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for run, after in pairwise(runs):
        first, second = run.parsed.parts, after.parsed.parts
        if len(first) == 1 and len(second) > 1 and first[0] == second[-1]:
            between = words.lower[run.last + 1 : after.begin]
            if (
                len(between) <= BESIDE
                and between[:1] == ["and"]
                and "." not in classes[run.last : after.begin]
            ):
                found.setdefault(first[0], set()).add(second)
    return found


def called_alone(runs: Iterable[Run]) -> dict[str, Key]:
    """Give, by family name, who alone was known in full when it was first printed alone.

    News goes on to call by it whom it called so first, and names any other of the family in full.
    """
    known: dict[str, set[Key]] = {}
    called: dict[str, set[Key]] = {}
    for run in runs:
        titles, parts = run.parsed
        if len(parts) > 1:
            known.setdefault(parts[-1], set()).add(key_of(parts))
        elif parts[0] in known and parts[0] not in called:
            gender = gender_of(titles, "")
            (first, _), *others = known[parts[0]]
            if not titles or (gender and gender is gender_of((), first)):
                called[parts[0]] = set() if others else known[parts[0]].copy()
    return {name: key for name, keys in called.items() for key in keys}


def pronoun_behind(words: Words, classes: str, run: Run) -> Gender | None:
    """Tell the gender of whom a name that says something stands for by how its paragraph goes on.

    "Lowe said. “We are full,” she added" tells; words inside the marks, or behind another name, do not.
    """
    if not (_SAYS.match(classes, run.last + 1) or classes[run.begin - 1 : run.begin] == REPORTS):
        return None
    quoted = passed = False
    for i in range(run.last + 1, min(run.last + REACH, len(words.forms))):
        form = words.forms[i]
        if form in _OPENING or form in _CLOSING or form == _STRAIGHT:
            quoted = form in _OPENING or (form == _STRAIGHT and not quoted)
            passed = True
        elif quoted:
            continue
        elif classes[i] in "NT" or "\n" in words.text[words.ends[i - 1] : words.starts[i]]:
            return None
        elif passed and classes[i] == PRONOUN and _SAYS.match(classes, i + 1):
            return _GENDERS.get(words.lower[i])
    return None


def strangers(runs: Sequence[Run], told: Titles) -> frozenset[str]:
    """Give the family names that somebody bears who is never named in full: "President Lowe", "Mr. Lowe".

    A title shows them to be of another gender than all who are, and an office that none of these holds.
    """
    found = set()
    for name, genders in told.items():
        bearing = [run for run in runs if run.parsed.last == name] if len(genders) == 1 else []
        in_full = [run for run in bearing if len(run.parsed.parts) > 1]
        in_office = any(_is_office(run.parsed.titles) for run in bearing if len(run.parsed.parts) == 1)
        if in_full and in_office and all(_is_other(run, genders) for run in in_full):
            found.add(name)
    return frozenset(found)


def _is_other(run: Run, genders: set[Gender]) -> bool:
    """Tell whether somebody named in full is of another gender, and holds no office."""
    titles, parts = run.parsed
    known = gender_of(titles, parts[0])
    return known is not None and known not in genders and not _is_office(titles)


def _is_office(titles: Sequence[str]) -> bool:
    """Tell whether titles are those of an office, which tell no gender."""
    return bool(titles) and gender_of(titles, "") is None
