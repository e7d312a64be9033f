"""Speakers under two names: proposed as one person, and one from the moment an editor says so."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from django.db import transaction
from django.db.models import Q, QuerySet

from articles.engine import Person, Reading, propose_same, say_likeness
from articles.models import SameSpeaker, Speaker, Story


def propose_speakers(new: Iterable[Speaker] | None = None) -> int:
    """Propose pairs of named speakers, of the new ones among all (or of all); give how many came.

    Nothing is proposed that was proposed before, whatever was decided.
    """
    named = {row.name: row for row in Speaker.objects.filter(story=None).order_by("-pk")}
    names = named.keys() if new is None else {row.name for row in new if row.story_id is None} & named.keys()
    if not names:
        return 0
    before = set(SameSpeaker.objects.values_list("a", "b"))
    made = []
    for one, other in propose_same(names, named):
        a, b = sorted((named[one], named[other]), key=lambda row: row.pk)
        if (a.pk, b.pk) not in before:
            made.append(SameSpeaker(a=a, b=b, reason=say_likeness(one, other)))
    return len(SameSpeaker.objects.bulk_create(made))


@transaction.atomic
def settle_speakers() -> None:
    """Give every speaker the person whom editors say it is; what they took back is two people again."""
    Speaker.objects.exclude(same_as=None).update(same_as=None)
    person: dict[int, int] = {}

    def find(pk: int) -> int:
        while pk in person:
            pk = person[pk]
        return pk

    decided = SameSpeaker.objects.filter(decision=SameSpeaker.Decision.ONE).order_by("decided_at", "pk")
    for row in decided:
        kept = find(row.kept_id or row.a_id)
        for pk in (find(row.a_id), find(row.b_id)):
            if pk != kept:
                person[pk] = kept
    for pk in sorted(person):
        Speaker.objects.filter(pk=pk).update(same_as=find(pk))


def load_united(readings: Iterable[Reading]) -> dict[str, Speaker]:
    """Load, by the key of a name in some readings, the person whom an editor says that it stands for."""
    keys = {person.key for reading in readings for person in reading.people if person.stated}
    rows = Speaker.objects.filter(key__in=keys, same_as__isnull=False).select_related("same_as")
    return {row.key: row.same_as for row in rows if row.same_as}


def unite_people(reading: Reading, united: Mapping[str, Speaker]) -> Reading:
    """Give the quotations of everybody whom an editor knows by another name to that person."""
    known = {person.name: united[person.key] for person in reading.people if person.key in united}
    if not known:
        return reading
    people = {person.name: person for person in reading.people if person.name not in known}
    for row in known.values():
        people.setdefault(row.name, Person(row.key, row.name, stated=True))
    quotations = tuple(
        replace(found, attribution=replace(found.attribution, name=known[found.attribution.name].name))
        if found.attribution.name in known
        else found
        for found in reading.quotations
    )
    return replace(reading, quotations=quotations, people=tuple(people[name] for name in sorted(people)))


def stories_of(pair: SameSpeaker) -> QuerySet[Story]:
    """Select the stories in which somebody of a pair is quoted, under any name."""
    own = {pair.a_id, pair.b_id, pair.a.same_as_id, pair.b.same_as_id} - {None}
    rows = Speaker.objects.filter(Q(pk__in=own) | Q(same_as__in=own))
    return Story.objects.filter(articles__quotations__speaker__in=rows).distinct()
