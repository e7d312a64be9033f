"""Words to the cast of an article: the people and bodies it names, each under the fullest name it prints."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from itertools import pairwise

from articles.engine.attribution.person_names import (
    BODY_WORDS,
    SUFFIXES,
    Gender,
    Name,
    fold,
    gender_of,
    is_first_name,
)
from articles.engine.text.lexicon import read_word_lists
from articles.engine.text.words import Words

_RUN = re.compile(r"[TN][TN_&]*")
# "the chair of the board, " before a name.
_ROLE_BEFORE = re.compile(r"o(?:f[^,.:QR()]{1,7})?,$")
_APPOSITION = re.compile(r",(?:[d0][^,.:QR()]{0,7}?|[n0'TN]{0,7}?)o(?![oVvxbkha])")
_BRACKETED_SHORT = re.compile(r"\(N\)")
_LISTS = read_word_lists("people.txt")
_NO_NAMES = _LISTS["no names"]
_PEOPLES = _LISTS["peoples"]
_NOUNS = read_word_lists("classes.txt")
# What a row of capitalised words may begin with before a name: "Witness Ann Lowe", "Liberal Ann Lowe".
_PEOPLE = _NOUNS["people"] - _NOUNS["bodies and documents"]
_NOT_A_NAME = _NO_NAMES | _PEOPLES | _PEOPLE
_ROLES_OF_TITLE = {entry.split("/")[0]: tuple(entry.split("/")[1:]) for entry in _LISTS["role of title"]}
# A line with this share of capitalised words is a headline, in which capitals do not show names.
_HEADLINE_SHARE = 0.7
# How many words before a name may be nouns for its bearer ("campaign manager Paul Smith").
_NOUNS_BEFORE = 3
# Shorter forms of a name are looked for in names of so many words.
_LONGEST_NAME = 6
# How many words "the chair of the board, " before a name may have.
_ROLE_REACH = 10
# An owner that begins the name of a body: "Nurses' Association", "Women's Shelter".
_PLURAL_POSSESSIVE = frozenset({"'", "’"})
_PLURALS = frozenset({"children", "women", "men", "people"})


@dataclass(slots=True)
class Member:
    """Somebody, or a body, that an article names."""

    name: str
    parsed: Name
    gender: Gender | None = None
    is_person: bool = False  # a title, a role or a usual first name shows it
    described: bool = False  # a title or a role is printed with the name
    places: list[int] = field(default_factory=list)
    count: int = 0


class Cast:
    """The people and bodies that an article names, to be found by any of their names."""

    def __init__(self, words: Words, classes: str) -> None:
        self.members: list[Member] = []
        self.at: dict[int, Member] = {}
        self._full: dict[tuple[str, str], Member] = {}
        self._single: dict[str, Member] = {}
        self._by_tail: dict[tuple[str, ...], Member] = {}
        self._by_last: dict[str, list[Member]] = {}
        self._by_first: dict[str, list[Member]] = {}
        self._short: dict[str, Member] = {}
        self._bearers: dict[str, list[int]] = {}
        self._chosen: dict[tuple[str, Gender | None], Member | None] = {}
        self._latest: dict[str, Member] = {}
        runs = _complete_pairs(_name_runs(words, classes), words, classes)
        tails = {tail for run in runs for tail in _tails(run.parsed.parts)}
        for run in runs:
            if len(run.parsed.parts) > 1 and run.parsed.parts not in tails:
                self._add_full(run)
        self._enter_short_forms(words, classes)
        for run in runs:
            member = self.find(run.parsed)
            if member is None:
                member = self._add_single(run)
            self._note(words, classes, run, member)

    def _add_full(self, run: "_Run") -> None:
        """Enter a name of several parts, or lengthen the one it is a form of."""
        key = (run.parsed.parts[0], run.parsed.last)
        member = self._full.get(key)
        if member is None:
            member = Member(run.printed, run.parsed)
            self._full[key] = member
            self.members.append(member)
            self._by_last.setdefault(run.parsed.last, []).append(member)
            self._by_first.setdefault(run.parsed.parts[0], []).append(member)
            for tail in _tails(run.parsed.parts):
                self._by_tail.setdefault(tail, member)
        elif len(run.parsed.parts) > len(member.parsed.parts):
            member.name, member.parsed = run.printed, run.parsed
        member.count += 1

    def _add_single(self, run: "_Run") -> Member:
        """Enter a name of one part that belongs to no longer one."""
        member = Member(run.printed, run.parsed)
        self._single[run.parsed.last] = member
        self.members.append(member)
        return member

    def _enter_short_forms(self, words: Words, classes: str) -> None:
        """Enter the short forms that stand in brackets behind a name: "Rifle Association (RA)"."""
        initials = {"".join(part[0] for part in m.parsed.parts): m for m in reversed(self.members)}
        for match in _BRACKETED_SHORT.finditer(classes):
            short = words.lower[match.start() + 1]
            if len(short) > 1 and short.replace(".", "") in initials:
                self._short[short] = initials[short.replace(".", "")]

    def _note(self, words: Words, classes: str, run: "_Run", member: Member) -> None:
        """Note where a member is named, and the gender and roles printed with the name."""
        member.places.append(run.first)
        for i in range(run.begin, run.last + 1):
            self.at[i] = member
        titles = run.parsed.titles
        roles = [role for title in titles for role in _ROLES_OF_TITLE.get(title, ())]
        roles.extend(word for word in words.lower[run.begin : run.first] if word in _PEOPLE)
        before = run.begin
        while before > 0 and before > run.begin - _NOUNS_BEFORE and classes[before - 1] == "o":
            before -= 1
            roles.append(words.lower[before])
        behind = _APPOSITION.match(classes, run.last + 1)
        if behind:
            limit = min(behind.end() + 3, len(classes))
            roles.extend(words.lower[i] for i in range(run.last + 2, limit) if classes[i] == "o")
        if run.begin > 1 and classes[run.begin - 1] == ",":
            reach = classes[max(0, run.begin - _ROLE_REACH) : run.begin]
            named_before = _ROLE_BEFORE.search(reach)
            if named_before:
                roles.append(words.lower[run.begin - len(reach) + named_before.start()])
        for role in (*roles, *BODY_WORDS.intersection(run.parsed.parts)):
            self._bearers.setdefault(role, []).append(run.first)
        first = member.parsed.parts[0] if len(member.parsed.parts) > 1 else ""
        if member.gender is None or titles:
            member.gender = gender_of((*titles, *roles), first) or member.gender
        member.described = member.described or bool(titles or roles)
        member.is_person = member.is_person or bool(titles or roles) or is_first_name(first)
        if len(run.parsed.parts) > 1:
            self._latest[member.parsed.last] = member

    def find(self, name: Name) -> Member | None:
        """Find whom a name stands for."""
        if not name.parts:
            return None
        if len(name.parts) > 1:
            return self._full.get((name.parts[0], name.last)) or self._by_tail.get(name.parts)
        word = name.parts[0]
        if word in self._short:
            return self._short[word]
        gender = gender_of(name.titles, "")
        if (word, gender) not in self._chosen:
            self._chosen[word, gender] = self._choose(word, gender)
        chosen = self._chosen[word, gender]
        if chosen and word == chosen.parsed.last:
            chosen = self._prefer_latest(chosen, gender)
        return chosen or self._single.get(word)

    def _choose(self, word: str, gender: Gender | None) -> Member | None:
        """Choose who is meant by a lone family name or first name: the one most often named in full."""
        bearers = self._by_last.get(word) or self._by_first.get(word) or []
        if gender:
            bearers = [m for m in bearers if m.gender in (gender, None)] or bearers
        return max(bearers, key=lambda m: m.count) if bearers else None

    def _prefer_latest(self, chosen: Member | None, gender: Gender | None) -> Member | None:
        """Of two who bear a family name, and are named in full as often, prefer who was named so last."""
        latest = self._latest.get(chosen.parsed.last) if chosen else None
        if chosen and latest and latest.count == chosen.count and (not gender or latest.gender is gender):
            return latest
        return chosen

    def with_role(self, noun: str, place: int) -> Member | None:
        """Find who was last named, before a place of the text, as the bearer of a role."""
        places = self._bearers.get(noun, [])
        at = bisect_left(places, place)
        return self.at[places[at - 1]] if at else None


@dataclass(frozen=True, slots=True)
class _Run:
    """A row of capitalised words that is a name: from `begin` with its titles, the name from `first`."""

    begin: int
    first: int
    last: int
    printed: str
    parsed: Name


def _name_runs(words: Words, classes: str) -> list[_Run]:
    """Find the names of a text, outside lines that capitalise every word."""
    headlines = _headline_ranges(words)
    common = set(words.forms)
    openings = {first for first, _ in words.sentences}
    runs: list[_Run] = []
    for begin, end in _capitalised_ranges(words, classes):
        if not any(first <= begin < last for first, last in headlines):
            run = _read_run(words, classes, begin, end)
            if run and run.begin in openings:
                run = _without_opening_word(words, run)
            if run and not (
                run.first in openings and run.first == run.last and words.lower[run.first] in common
            ):
                runs.append(run)
    return runs


def _capitalised_ranges(words: Words, classes: str) -> list[tuple[int, int]]:
    """Give the rows of capitalised words, each within a paragraph and with an owner that is part of a name."""
    breaks = {first for first, _ in words.paragraphs}
    ranges: list[tuple[int, int]] = []
    for match in _RUN.finditer(classes):
        begin, end = match.span()
        for at in range(begin + 1, end):
            if at in breaks:
                ranges.append((begin, at))
                begin = at
        if ranges and ranges[-1][1] == begin - 1 and _is_one_body(words, classes, *ranges[-1], end):
            begin = ranges.pop()[0]
        ranges.append((begin, end))
    return ranges


def _is_one_body(words: Words, classes: str, begin: int, link: int, end: int) -> bool:
    """Tell whether the word at `link` joins a body's name: "Prime Minister's Office", "Bank of Canada"."""
    if classes[link] == "f":
        return words.lower[link - 1] in BODY_WORDS
    if classes[link] != "'" or words.lower[end - 1] not in BODY_WORDS:
        return False
    if words.forms[link] in _PLURAL_POSSESSIVE or words.lower[link - 1] in _PLURALS:
        return True
    return set(classes[begin:link]) == {"T"}


def _is_capital(words: Words, at: int) -> bool:
    return words.forms[at][:1].isupper()


def _without_opening_word(words: Words, run: _Run) -> _Run:
    """Take a capital that only begins the sentence from a name: "Forward Evan Marsh"."""
    parts = run.parsed.parts
    if len(parts) < 3 or run.first != run.begin or is_first_name(parts[0]) or not is_first_name(parts[1]):
        return run
    printed = words.text[words.starts[run.first + 1] : words.starts[run.first] + len(run.printed)]
    return replace(run, first=run.first + 1, printed=printed, parsed=Name((), parts[1:]))


def _tails(parts: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Give the ends of a long name that may stand for it: "de Souza" for "Eileen de Souza"."""
    return [parts[at:] for at in range(1, min(len(parts) - 1, _LONGEST_NAME))]


def _complete_pairs(runs: list["_Run"], words: Words, classes: str) -> list["_Run"]:
    """Give the first of two people named together the family name of the second: "Linda and Greg Marsh"."""
    completed = list(runs)
    full_first = {run.parsed.parts[0] for run in runs if len(run.parsed.parts) > 1}
    for n, (run, after) in enumerate(pairwise(runs)):
        first, other = run.parsed.parts, after.parsed.parts
        together = after.begin == run.last + 2 and classes[run.last + 1] == "c"
        single = len(first) == 1 and not run.parsed.titles and first[0] not in full_first
        if together and single and len(other) == 2 and is_first_name(first[0]) and is_first_name(other[0]):
            family = words.text[words.starts[after.last] : words.ends[after.last]]
            name = Name((), (first[0], after.parsed.last))
            completed[n] = replace(run, printed=f"{run.printed} {family}", parsed=name)
    return completed


def _headline_ranges(words: Words) -> list[tuple[int, int]]:
    """Give the paragraphs, as ranges of words, in which most words are capitalised."""
    found = []
    for first, last in words.paragraphs[:3]:
        letters = [form for form in words.forms[first:last] if form[0].isalpha()]
        if len(letters) > 3 and sum(f[0].isupper() for f in letters) >= _HEADLINE_SHARE * len(letters):
            found.append((first, last))
    return found


def _parts(words: Words, classes: str, first: int, last: int) -> tuple[str, ...]:
    """Fold the words of a name, without a suffix such as Jr."""
    parts = [fold(words.forms[i]) for i in range(first, last + 1) if classes[i] in "NTn"]
    while len(parts) > 1 and parts[-1] in SUFFIXES:
        parts.pop()
    return tuple(parts)


def _read_run(words: Words, classes: str, begin: int, end: int) -> _Run | None:
    """Find the name in a row of capitalised words: what follows its last title, without adjectives."""
    last = end - 1
    while last > begin and classes[last] in "_&":
        last -= 1
    first = begin
    for i in range(begin, last):
        if classes[i] == "T" and classes[i + 1] in "NT_" and "'" not in classes[i:last]:
            first = i + 1
    of_body = not BODY_WORDS.isdisjoint(words.lower[first : last + 1])
    if of_body and first == begin and begin and words.lower[begin - 1] in _PEOPLES and _is_capital(words, begin - 1):
        begin = first = begin - 1
    while first < last and (classes[first] in "_&" or (not of_body and words.lower[first] in _NOT_A_NAME)):
        first += 1
    if classes[first] not in ("NTn" if of_body else "N") or (first == last and words.lower[first] in _NO_NAMES):
        return None
    printed = words.text[words.starts[first] : words.ends[last]]
    if last + 1 < len(classes) and classes[last + 1] == "_" and last + 1 < end:
        printed = words.text[words.starts[first] : words.ends[last + 1]]
    titles = tuple(words.lower[i] for i in range(begin, first) if classes[i] == "T")
    parsed = Name(titles, _parts(words, classes, first, last))
    return _Run(begin, first, last, printed, parsed) if parsed.parts else None
