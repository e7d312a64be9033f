"""Words to the cast of an article: the people and bodies it names, each under the fullest name it prints."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from articles.engine.attribution.members import Member
from articles.engine.attribution.name_roles import (
    EX,
    PRIME_MINISTER,
    SINGLE_OFFICES,
    is_firm,
    is_past,
    is_prime_minister,
    roles_beside,
)
from articles.engine.attribution.name_runs import NATIONALS, PEOPLE, Run, find_runs, list_tails
from articles.engine.attribution.name_titles import keep_whole
from articles.engine.attribution.namesakes import (
    beside_namesakes,
    called_alone,
    key_of,
    pronoun_behind,
    strangers,
    titles_alone,
    with_two_titles,
)
from articles.engine.attribution.person_names import BODY_WORDS, Gender, Name, gender_of, is_first_name
from articles.engine.text.classes import TITLE
from articles.engine.text.lexicon import read_word_lists
from articles.engine.text.words import Words

_BRACKETED_SHORT = re.compile(r"\(N\)")
_LISTS = read_word_lists("people.txt")
_ROLES_OF_TITLE = {entry.split("/")[0]: tuple(entry.split("/")[1:]) for entry in _LISTS["role of title"]}
KIN = _LISTS["kin"]
_CALLED = PEOPLE | NATIONALS
# Endings of nouns that news uses for women too, so that they tell nothing against a first name.
_FOR_BOTH = ("sman", "irman", "ilman")
_SHORT_ROLES = {entry.split("/")[0]: tuple(entry.split("/")[1:]) for entry in _LISTS["short roles"]}


def _gender(member: Member) -> Gender | None:
    """Give the gender of a member, as far as the text or the first name tells."""
    return member.gender or gender_of((), member.parsed.first)


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
        self._past_bearers: dict[str, list[int]] = {}
        self._loose: set[str] = set()
        self._chosen: dict[tuple[str, Gender | None], Member | None] = {}
        self._latest: dict[str, Member] = {}
        runs = keep_whole(find_runs(words, classes), words, classes)
        tails = {tail for run in runs if len(run.parsed.parts) > 2 for tail in list_tails(run.parsed.parts)}
        for run in runs:
            if len(run.parsed.parts) > 1 and run.parsed.parts not in tails:
                self._add_full(run)
        self._enter_short_forms(words, classes)
        titles = titles_alone(runs)
        self._beside = beside_namesakes(runs, words, classes)
        self._two_titles = with_two_titles(titles) - self._beside.keys()
        self._called = {name: self._full.get(key) for name, key in called_alone(runs).items()}
        self._strangers = strangers(runs, titles)
        self._titled = {run.parsed.last for run in runs if run.parsed.titles and len(run.parsed.parts) == 1}
        for run in runs:
            member = self._told_apart(words, classes, run) or self.find(run.parsed)
            if member is None:
                member = self._add_single(run)
            self._note(words, classes, run, member)
        for member in self.members:
            member.settle()

    def _add_full(self, run: Run) -> None:
        """Enter a name of several parts, or lengthen the one it is a form of."""
        key = key_of(run.parsed.parts)
        member = self._full.get(key)
        if member is None:
            member = Member(run.printed, run.parsed)
            self._full[key] = member
            self.members.append(member)
            self._by_last.setdefault(run.parsed.last, []).append(member)
            self._by_first.setdefault(run.parsed.parts[0], []).append(member)
            for tail in list_tails(run.parsed.parts):
                self._by_tail.setdefault(tail, member)
        elif len(run.parsed.parts) > len(member.parsed.parts):
            member.name, member.parsed = run.printed, run.parsed
        member.count += 1

    def _add_single(self, run: Run) -> Member:
        """Enter a name of one part that belongs to no longer one."""
        member = Member(run.printed, run.parsed)
        if run.parsed.last in self._two_titles:
            member.name = " ".join((*map(str.capitalize, run.parsed.titles), run.printed))
        self._single[self._single_key(run.parsed)] = member
        self.members.append(member)
        return member

    def _enter_short_forms(self, words: Words, classes: str) -> None:
        """Enter the short forms that stand in brackets behind a name: "Rifle Association (RA)"."""
        initials = {"".join(part[0] for part in m.parsed.parts): m for m in reversed(self.members)}
        for match in _BRACKETED_SHORT.finditer(classes):
            short = words.lower[match.start() + 1]
            if len(short) > 1 and short.replace(".", "") in initials:
                self._short[short] = initials[short.replace(".", "")]

    def _note(self, words: Words, classes: str, run: Run, member: Member) -> None:
        """Note where a member is named, and the gender and roles printed with the name."""
        begin, place, last, _, (titles, parts) = run
        member.places.append(place)
        for i in range(begin, last + 1):
            self.at[i] = member
        beside: list[tuple[str, int]] = []
        for i in range(begin, place):
            if classes[i] == "T":
                beside.extend((role, i) for role in _ROLES_OF_TITLE.get(words.lower[i], ()))
                if is_prime_minister(words, i):
                    beside.append((PRIME_MINISTER, i))
            if words.lower[i] in _CALLED:
                beside.append((words.lower[i], i))
        beside.extend(roles_beside(words, classes, run))
        for role, at in beside:
            bearers = self._past_bearers if is_past(words, classes, at) else self._bearers
            bearers.setdefault(role.removeprefix(EX), []).append(place)
        for role in BODY_WORDS.intersection(parts):
            self._bearers.setdefault(role, []).append(place)
        member.note_words_around(words, classes, run)
        roles = [role for role, _ in beside]
        if not is_firm(words, classes, run):
            self._loose.update(SINGLE_OFFICES.intersection(roles))
        if roles or titles or len(member.places) == 1:  # a name by itself tells the same each time
            self._describe(member, titles, roles, [role for role, at in beside if classes[at] != TITLE])
        full = member.parsed.parts
        if not member.is_person and len(parts) == 1 < len(full) and parts[0] == full[-1]:
            member.is_person = not member.is_body  # only people are called by the last word
        if len(parts) > 1 and not (begin > 0 and classes[begin - 1] in "fp2" and full[-1] in self._latest):
            self._latest[full[-1]] = member

    @staticmethod
    def _describe(member: Member, titles: Sequence[str], roles: Sequence[str], nouns: Sequence[str]) -> None:
        """Note what a member's name, and the titles and roles printed with it, tell of them.

        `nouns` are those of the roles that are printed, and not only part of what a title may stand for.
        """
        member.is_body = member.parsed.is_body
        first = member.parsed.first
        if titles:
            member.gender = gender_of(titles, "") or member.gender
        if member.gender is None:
            told = [noun for noun in nouns if not noun.endswith(_FOR_BOTH)]
            by_name = gender_of(told, first)
            by_noun = gender_of(nouns, "") if nouns else None
            member.gender = by_name if by_noun in (None, by_name) else None if by_name else by_noun
        described = bool(titles or roles)
        member.described = member.described or described
        member.is_relative = member.is_relative or not KIN.isdisjoint(roles)
        member.is_person = member.is_person or described or is_first_name(first)

    def find(self, name: Name) -> Member | None:
        """Find whom a name stands for."""
        titles, parts = name
        if not parts:
            return None
        if len(parts) > 1:
            return self._full.get(key_of(parts)) or self._by_tail.get(parts)
        (word,) = parts
        if word in self._short:
            return self._short[word]
        gender = gender_of(titles, "") if titles else None
        if (word, gender) not in self._chosen:
            self._chosen[word, gender] = self._choose(word, gender)
        chosen = self._chosen[word, gender]
        if chosen and word == chosen.parsed.last and chosen is not self._called.get(word):
            chosen = self._prefer_latest(chosen, gender)
        return chosen or self._single.get(self._single_key(name))

    def _told_apart(self, words: Words, classes: str, run: Run) -> Member | None:
        """Find whom a family name of a man and a woman stands for, where "he" or "she" behind it tells."""
        titles, (word, *others) = run.parsed
        bearers = self._by_last.get(word, ())
        if titles or others or len(bearers) < 2 or len({_gender(m) for m in bearers} - {None}) < 2:
            return None
        gender = pronoun_behind(words, classes, run)
        fitting = [m for m in bearers if _gender(m) is gender] if gender else []
        return fitting[0] if len(fitting) == 1 else None

    def _single_key(self, name: Name) -> str:
        """Give the key of a lone name, with its gender where there are a Mr. and a Ms. of the name."""
        last = name.parts[-1]
        gender = gender_of(name.titles, "") if last in self._two_titles else None
        return f"{last} {gender}" if gender else last

    def _choose(self, word: str, gender: Gender | None) -> Member | None:
        """Choose who is meant by a lone family name or first name: who was first called so, or named most."""
        if word in self._strangers:
            return None
        bearers = self._by_last.get(word) or self._by_first.get(word) or []
        if word in self._titled:
            bearers = [m for m in bearers if not m.parsed.is_body]  # "Mr. Lowe" is no Lowe Foundation
        beside = self._beside.get(word, ())
        bearers = [m for m in bearers if m.parsed.parts not in beside or (gender and m.gender is gender)]
        if gender:
            fitting = [m for m in bearers if m.gender in (gender, None)]
            bearers = fitting if word in self._two_titles else fitting or bearers
        called = self._called.get(word)
        if called in bearers:
            return called
        return max(bearers, key=lambda m: (m.count, not m.is_relative)) if bearers else None

    def _prefer_latest(self, chosen: Member | None, gender: Gender | None) -> Member | None:
        """Of two who bear a family name, and are named in full as often, prefer who was named so last."""
        latest = self._latest.get(chosen.parsed.last) if chosen else None
        alike = chosen and latest and (latest.count, latest.is_relative) == (chosen.count, chosen.is_relative)
        if alike and latest and (not gender or latest.gender is gender):
            return latest
        return chosen

    def with_role(self, noun: str, place: int, past: bool = False) -> Member | None:
        """Find who was last named, before a place of the text, as the bearer of a role, or a `past` one."""
        bearers = self._past_bearers if past else self._bearers
        for role in (noun, *_SHORT_ROLES.get(noun, ())):
            places = bearers.get(role, [])
            at = bisect_left(places, place)
            if at:
                return self.at[places[at - 1]]
        return None

    def has_left(self, noun: str, name: str) -> bool:
        """Tell whether somebody, by name, is said to have borne a role once."""
        return any(self.at[place].name == name for place in self._past_bearers.get(noun, ()))

    def with_role_later(self, noun: str, place: int) -> Member | None:
        """Find who holds an office that is told only later: "the governor", then "Ann Lowe, the governor"."""
        if noun not in SINGLE_OFFICES or noun in self._loose:
            return None
        holders = {id(self.at[at]): self.at[at] for at in self._bearers.get(noun, ()) if at > place}
        return next(iter(holders.values())) if len(holders) == 1 else None

    def namesakes(self, member: Member) -> list[Member]:
        """List the others who bear a member's family name."""
        return [other for other in self._by_last.get(member.parsed.last, ()) if other is not member]
