"""Everybody who is quoted, and one of them, to what the pages of speakers show."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Max, Q, QuerySet
from django.urls import reverse

from articles.engine.quotations.quotations import Kind
from articles.models import Article, Quotation, Speaker, Story
from articles.pages.excerpts import Excerpt, excerpt_of
from articles.pages.filtering import STATUS_WORDS, StatusWord
from articles.pages.loading import articles_for
from articles.pages.outline import Outlined, Place, load_outline
from articles.pages.statuses import gravest_of
from articles.pages.witnesses import Witness

# Long enough to hold most of what is said in one sentence.
LONGEST = 240


@dataclass(frozen=True, slots=True)
class Said:
    """One statement by a speaker: where one version stands, the status of these words, who prints it."""

    statement: int
    place: Place
    status: StatusWord
    witnesses: tuple[Witness, ...]

    @property
    def excerpt(self) -> Excerpt:
        """Its first words."""
        return excerpt_of(self.place.witness, self.place.stored, LONGEST)

    @property
    def address(self) -> str:
        """The address of its page."""
        return reverse("statement", args=[self.statement])


@dataclass(frozen=True, slots=True)
class InStory:
    """What a speaker said in one story, and where it can be read whole."""

    story: Story
    address: str
    said: tuple[Said, ...]

    @property
    def counts(self) -> list[tuple[StatusWord, int]]:
        """How many of the statements have each status."""
        counts = Counter(said.status.value for said in self.said)
        return [(word, counts[status]) for status, word in STATUS_WORDS.items() if counts[status]]


def quoted_in(editor: bool) -> QuerySet[Quotation]:
    """Quotations, at least partly in marks, of the articles that may be read."""
    articles = articles_for(editor).order_by().values("pk")
    return Quotation.objects.filter(article__in=articles).exclude(kind=Kind.INDIRECT)


def speakers_for(editor: bool, words: str = "") -> QuerySet[Speaker]:
    """Everybody who is quoted by name, with how often and where, the most quoted first: one query."""
    readable = Q(quotations__in=quoted_in(editor).values("pk"))
    named = Speaker.objects.filter(story=None)
    for word in words.split():
        named = named.filter(name__icontains=word)
    counted = named.annotate(
        times=Count("quotations", filter=readable, distinct=True),
        outlets=Count("quotations__article__outlet", filter=readable, distinct=True),
        stories=Count("quotations__article__story", filter=readable, distinct=True),
    )
    return counted.filter(times__gt=0).order_by("-times", "name", "pk")


def stories_quoting(speaker: Speaker, editor: bool) -> QuerySet[Story]:
    """The stories in which somebody is quoted, the newest first."""
    quoted = quoted_in(editor).filter(speaker=speaker)
    return Story.objects.filter(pk__in=quoted.values("article__story"))


def last_quoting(speaker: Speaker) -> QuerySet[Story]:
    """The same as readers see it, the story that gained an article last first."""
    published = Q(articles__publication=Article.Publication.PUBLISHED)
    gained = Max("articles__created_at", filter=published)
    return stories_quoting(speaker, editor=False).annotate(gained=gained).order_by("-gained", "-pk")


def show_stories(speaker: Speaker, stories: Sequence[Story], editor: bool) -> list[InStory]:
    """Arrange what somebody said in some stories, all of them together: four queries."""
    articles = articles_for(editor).filter(story__in=stories)
    by_story: dict[int, list[Outlined]] = defaultdict(list)
    for statement in load_outline(list(articles)).statements:
        if any(
            place.in_marks and place.speaker and place.speaker.pk == speaker.pk for place in statement.places
        ):
            by_story[statement.witnesses[0].article.story_id].append(statement)
    return [
        InStory(
            story,
            f"{story.get_absolute_url()}?speaker={speaker.slug}",
            tuple(said_by(speaker, statement) for statement in by_story[story.pk]),
        )
        for story in stories
    ]


def own_places(speaker: Speaker, statement: Outlined) -> list[Place]:
    """List where a statement is quoted as said by the speaker."""
    return [p for p in statement.places if p.in_marks and p.speaker and p.speaker.pk == speaker.pk]


def said_by(speaker: Speaker, statement: Outlined) -> Said:
    """Show one statement as those print it who give it to the speaker: the fullest of the gravest status."""
    own = own_places(speaker, statement)
    statuses = {place.witness.pk: statement.parts[place.witness.pk].status for place in own}
    gravest = gravest_of(statuses.values())
    return Said(
        statement=statement.pk,
        place=min((p for p in own if statuses[p.witness.pk] == gravest), key=lambda place: place.rank),
        status=STATUS_WORDS[gravest],
        witnesses=tuple({place.witness.pk: place.witness for place in own}.values()),
    )
