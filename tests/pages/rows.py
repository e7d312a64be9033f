"""Stories of any size made directly as rows, for tests of what the pages do with them."""

from dataclasses import dataclass, field
from itertools import combinations

from articles.models import (
    Article,
    Copies,
    Difference,
    Match,
    Outlet,
    Quotation,
    Speaker,
    Statement,
    Story,
    Version,
)

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


@dataclass
class Draft:
    """A text being written, with the places of what is quoted in it."""

    text: str
    places: dict[tuple[int, int], tuple[int, int, int]] = field(default_factory=dict)

    def quote(self, key: tuple[int, int], words: str, speaker: int) -> None:
        """Add a paragraph that quotes `words`, and remember where they stand."""
        start = len(self.text) + 1
        self.text += f"“{words},” said Speaker {speaker}.\n\n"
        self.places[key] = (start, start + len(words), speaker)


def words_of(number: int, reworded: bool) -> str:
    """Make up what statement `number` says, in one of its two wordings."""
    ordinal = ORDINALS[number % len(ORDINALS)]
    verb = "may" if reworded else "will"
    return f"We {verb} open the {ordinal} of {number + 2} new bridges in the valley before the winter comes"


def carriers_of(number: int, articles: int, shared: bool) -> list[int]:
    """Choose the articles that print statement `number`: one of three is printed by several."""
    first = number % articles
    if not shared and number % 3:
        return [first]
    return sorted({(first + n) % articles for n in range(2 + number % 5)})


def make_story(
    articles: int = 2, statements: int = 3, title: str = "Bridges", speakers: int = 4, shared: bool = False
) -> Story:
    """Store a published story; every odd carrier of a shared statement prints "may" for "will"."""
    story = Story.objects.create(title=title)
    drafts = [Draft(f"Bridges {n} of {title}\n\n") for n in range(articles)]
    carriers = {n: carriers_of(n, articles, shared) for n in range(statements)}
    for number, printed in carriers.items():
        for place, article in enumerate(printed):
            drafts[article].quote((number, article), words_of(number, bool(place % 2)), number % speakers)
    rows = [store_article(story, n, draft) for n, draft in enumerate(drafts)]
    people = [
        Speaker.objects.get_or_create(
            key=f"speaker {n}", defaults={"name": f"Speaker {n}", "slug": f"speaker-{n}"}
        )[0]
        for n in range(speakers)
    ]
    quotations = store_quotations(rows, drafts, people)
    said = Statement.objects.bulk_create(Statement(story=story, position=n) for n in range(statements))
    store_versions(said, carriers, quotations)
    store_matches(said, carriers, quotations)
    return story


def store_article(story: Story, number: int, draft: Draft) -> Article:
    """Store one article of an outlet of its own."""
    outlet, _ = Outlet.objects.get_or_create(name=f"Outlet {number}")
    return Article.objects.create(
        story=story,
        outlet=outlet,
        headline=draft.text.partition("\n")[0],
        text=draft.text,
        upload=b"",
        publication=Article.Publication.PUBLISHED,
        analysis=Article.Analysis.DONE,
    )


def store_quotations(
    rows: list[Article], drafts: list[Draft], people: list[Speaker]
) -> dict[tuple[int, int], Quotation]:
    """Store every quotation, by statement and article."""
    made = {
        key: Quotation(
            article=row,
            start=start - 1,
            end=end + 2,
            kind="direct",
            place="body",
            stretches=[[start - 1, end + 2]],
            contents=[[start, end]],
            speaker=people[speaker],
            mention=[end + 8, end + 8 + len(people[speaker].name)],
            cue=[end + 3, end + 7],
        )
        for row, draft in zip(rows, drafts, strict=True)
        for key, (start, end, speaker) in draft.places.items()
    }
    Quotation.objects.bulk_create(made.values(), batch_size=500)
    return made


def store_versions(
    said: list[Statement], carriers: dict[int, list[int]], quotations: dict[tuple[int, int], Quotation]
) -> None:
    """Store the version of each statement in each article that prints it."""
    Version.objects.bulk_create(
        (
            Version(
                statement=said[number],
                quotation=quotations[number, article],
                spans=quotations[number, article].contents,
                rank=place,
            )
            for number, printed in carriers.items()
            for place, article in enumerate(printed)
        ),
        batch_size=500,
    )


def store_matches(
    said: list[Statement], carriers: dict[int, list[int]], quotations: dict[tuple[int, int], Quotation]
) -> None:
    """Match every two versions of a statement, with the difference that their wordings make."""
    matches, differences = [], []
    for number, printed in carriers.items():
        for (n, one), (m, other) in combinations(enumerate(printed), 2):
            a, b = quotations[number, one], quotations[number, other]
            same = n % 2 == m % 2
            match = Match(
                statement=said[number],
                a=a,
                b=b,
                a_spans=a.contents,
                b_spans=b.contents,
                status="verbatim" if same else "rewritten",
                evidence={
                    "shared": 16 if same else 15,
                    "words_a": 16,
                    "words_b": 16,
                    "weight": 0.9,
                    "same_speaker": True,
                    "same_order": True,
                    "strength": 40.0,
                    "needed": 11.0,
                },
            )
            matches.append(match)
            if not same:
                places = [modal_of(a, n), modal_of(b, m)]
                differences.append(
                    Difference(match=match, kind="certainty", a=places[0], b=places[1], position=0)
                )
    Match.objects.bulk_create(matches, batch_size=500)
    Difference.objects.bulk_create(differences, batch_size=500)


def modal_of(quotation: Quotation, place: int) -> list[int]:
    """Give the place of "will" or "may" in a quotation."""
    start = quotation.contents[0][0] + len("We ")
    return [start, start + (len("may") if place % 2 else len("will"))]


def copy_of(story: Story, articles: list[Article], reason: str) -> Copies:
    """Say that some articles carry one text."""
    copies = Copies.objects.create(story=story, reason=reason)
    copies.articles.set(articles)
    return copies
