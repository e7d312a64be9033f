"""Words to the cast of an article: the people and bodies it names, each under the fullest name it prints."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from articles.engine.attribution.person_names import SUFFIXES, Gender, Name, fold, gender_of
from articles.engine.text.lexicon import read_word_lists
from articles.engine.text.words import Words

_RUN = re.compile(r"[TN][TN_&]*")
_APPOSITION = re.compile(r",[d0]?[^,.:QR()*]{0,7}?o")
_BRACKETED_SHORT = re.compile(r"\(N\)")
_LISTS = read_word_lists("people.txt")
_NO_NAMES = _LISTS["no names"]
_NOUNS = read_word_lists("classes.txt")
# What a row of capitalised words may begin with before a name: "Witness Ann Lowe", "Liberal Ann Lowe".
_NOT_A_NAME = _NO_NAMES | _LISTS["peoples"] | (_NOUNS["people"] - _NOUNS["bodies and documents"])
_ROLES_OF_TITLE = {entry.split("/")[0]: tuple(entry.split("/")[1:]) for entry in _LISTS["role of title"]}
# A line with this share of capitalised words is a headline, in which capitals do not show names.
_HEADLINE_SHARE = 0.7
# How many words before a name may be nouns for its bearer ("campaign manager Paul Smith").
_NOUNS_BEFORE = 3


@dataclass(slots=True)
class Member:
    """Somebody, or a body, that an article names."""

    name: str
    parsed: Name
    gender: Gender | None = None
    places: list[int] = field(default_factory=list)
    count: int = 0


class Cast:
    """The people and bodies that an article names, to be found by any of their names."""

    def __init__(self, words: Words, classes: str) -> None:
        self.members: list[Member] = []
        self.at: dict[int, Member] = {}
        self._full: dict[tuple[str, str], Member] = {}
        self._single: dict[str, Member] = {}
        self._by_last: dict[str, list[Member]] = {}
        self._by_first: dict[str, list[Member]] = {}
        self._short: dict[str, Member] = {}
        self._bearers: dict[str, list[int]] = {}
        self._chosen: dict[tuple[str, Gender | None], Member | None] = {}
        runs = _name_runs(words, classes)
        for run in runs:
            if len(run.parsed.parts) > 1:
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
        before = run.begin
        while before > 0 and before > run.begin - _NOUNS_BEFORE and classes[before - 1] == "o":
            before -= 1
            roles.append(words.lower[before])
        behind = _APPOSITION.match(classes, run.last + 1)
        if behind:
            limit = min(behind.end() + 3, len(classes))
            roles.extend(words.lower[i] for i in range(run.last + 2, limit) if classes[i] == "o")
        for role in roles:
            self._bearers.setdefault(role, []).append(run.first)
        if member.gender is None or titles:
            first = member.parsed.parts[0] if len(member.parsed.parts) > 1 else ""
            member.gender = gender_of((*titles, *roles), first) or member.gender

    def find(self, name: Name) -> Member | None:
        """Find whom a name stands for."""
        if not name.parts:
            return None
        if len(name.parts) > 1:
            return self._full.get((name.parts[0], name.last))
        word = name.parts[0]
        if word in self._short:
            return self._short[word]
        gender = gender_of(name.titles, "")
        if (word, gender) not in self._chosen:
            self._chosen[word, gender] = self._choose(word, gender)
        return self._chosen[word, gender] or self._single.get(word)

    def _choose(self, word: str, gender: Gender | None) -> Member | None:
        """Choose who is meant by a lone family name or first name: the one most often named in full."""
        bearers = self._by_last.get(word) or self._by_first.get(word) or []
        if gender:
            bearers = [m for m in bearers if m.gender in (gender, None)] or bearers
        return max(bearers, key=lambda m: m.count) if bearers else None

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
    for match in _RUN.finditer(classes):
        if not any(first <= match.start() < last for first, last in headlines):
            run = _read_run(words, classes, match.start(), match.end())
            if run and not (
                run.first in openings and run.first == run.last and words.lower[run.first] in common
            ):
                runs.append(run)
    return runs


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
    parts = [fold(words.forms[i]) for i in range(first, last + 1) if classes[i] in "NT"]
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
        if classes[i] == "T" and classes[i + 1] in "NT_":
            first = i + 1
    while first < last and (classes[first] in "_&" or words.lower[first] in _NOT_A_NAME):
        first += 1
    if classes[first] != "N" or words.lower[first] in _NO_NAMES:
        return None
    printed = words.text[words.starts[first] : words.ends[last]]
    if last + 1 < len(classes) and classes[last + 1] == "_" and last + 1 < end:
        printed = words.text[words.starts[first] : words.ends[last + 1]]
    titles = tuple(words.lower[i] for i in range(begin, first) if classes[i] == "T")
    parsed = Name(titles, _parts(words, classes, first, last))
    return _Run(begin, first, last, printed, parsed) if parsed.parts else None
