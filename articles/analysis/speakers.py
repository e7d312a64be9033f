"""People named in readings to stored speakers, one row for each person of the collection."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from articles.analysis.same_speakers import propose_speakers
from articles.engine import Person, Reading, compare_names
from articles.models import Article, Speaker, Story
from articles.models.slugs import free_slug

LONGEST_NAME = 300


@dataclass(slots=True)
class Group:
    """Names, in several articles of a story, of what is surely one person."""

    fullest: Person
    names: list[tuple[int, str]] = field(default_factory=list)


def store_speakers(
    story: Story, articles: Sequence[Article], readings: Sequence[Reading]
) -> Mapping[tuple[int, str], Speaker]:
    """Find or add the speaker of every name: by (index of the article, name in that article)."""
    named = [(n, p) for n, reading in enumerate(readings) for p in reading.people if p.stated]
    keyed: dict[str, list[tuple[int, str]]] = {}
    spelled: dict[str, str] = {}
    for group in join_people(named):
        keyed[group.fullest.key] = group.names
        spelled[group.fullest.key] = group.fullest.name
    for n, reading in enumerate(readings):
        for person in reading.people:
            if not person.stated:
                key = f"{story.pk}/{articles[n].pk}/{person.key}"[:LONGEST_NAME]
                keyed.setdefault(key, []).append((n, person.name))
                spelled[key] = person.name
    rows = rows_by_key(story, spelled)
    speakers = {name: rows[key] for key, names in keyed.items() for name in names}
    return speakers | corrected_speakers(story, readings, speakers)


def join_people(named: Sequence[tuple[int, Person]]) -> list[Group]:
    """Join the names that are surely one person; one that could be two people's joins neither."""
    groups: list[Group] = []
    for n, person in sorted(named, key=lambda item: (-len(item[1].name.split()), item[1].key, item[0])):
        same = [g for g in groups if g.fullest.key == person.key] or [
            g for g in groups if compare_names(g.fullest.name, person.name)
        ]
        if len(same) == 1:
            same[0].names.append((n, person.name))
        else:
            groups.append(Group(person, [(n, person.name)]))
    return groups


def rows_by_key(story: Story, spelled: Mapping[str, str]) -> dict[str, Speaker]:
    """Fetch the speakers with the given keys, adding those that are new."""
    rows = {row.key: row for row in Speaker.objects.filter(key__in=[key[:LONGEST_NAME] for key in spelled])}
    new = []
    for key, name in sorted(spelled.items()):
        short = key[:LONGEST_NAME]
        if short not in rows:
            new.append(short)
            rows[short] = Speaker.objects.create(
                key=short,
                name=name[:LONGEST_NAME],
                slug=free_slug(name, Speaker.objects.all(), "speaker"),
                story=story if "/" in key else None,
            )
    propose_speakers(rows[short] for short in new)
    return {key: rows[key[:LONGEST_NAME]] for key in spelled}


def corrected_speakers(
    story: Story, readings: Sequence[Reading], known: Mapping[tuple[int, str], Speaker]
) -> dict[tuple[int, str], Speaker]:
    """Find the speakers whom only an editor named."""
    names = {
        (n, quotation.attribution.name)
        for n, reading in enumerate(readings)
        for quotation in reading.quotations
    }
    missing = {(n, name) for n, name in names if name and (n, name) not in known}
    if not missing:
        return {}
    chosen = Speaker.objects.filter(correction__article__story=story).select_related("same_as").distinct()
    by_name = {(speaker.same_as or speaker).name: speaker.same_as or speaker for speaker in chosen}
    return {(n, name): by_name[name] for n, name in missing if name in by_name}
