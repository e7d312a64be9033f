"""The seed results, checked by hand, through what is stored; tests/browser asserts them on the page."""

import pytest

from articles.models import Article, Match, Quotation, Statement

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("seeds")]

FIRST, SECOND, OFFICER = "000_04dfcfc77fd8f4fb.txt", "001_6d4ddf94d69d913b.txt", "002_685c18a98fc2fffd.txt"


def article(name: str) -> Article:
    return Article.objects.get(upload_name=name)


def words(quotation: Quotation) -> str:
    return quotation.article.text[quotation.start : quotation.end]


def quotations(name: str) -> list[Quotation]:
    """In quotation marks, at least partly."""
    return list(article(name).quotations.exclude(kind="indirect"))


def shared() -> list[Statement]:
    """The statements with a match, in their order."""
    return list(Statement.objects.filter(matches__reported=False).distinct())


def statement_of(text: str) -> Statement:
    """The shared statement one of whose versions prints the given words."""
    found = [
        s
        for s in shared()
        if any(
            text in v.quotation.article.text[start:end]
            for v in s.versions.select_related("quotation__article")
            for start, end in v.spans
        )
    ]
    assert len(found) == 1, text
    return found[0]


def matches_of(statement: Statement) -> list[Match]:
    return list(statement.matches.filter(reported=False))


def kinds(matches: list[Match]) -> set[str]:
    return {d.kind for match in matches for d in match.differences.all()}


def test_two_stories_hold_the_three_articles():
    assert article(FIRST).story == article(SECOND).story != article(OFFICER).story
    assert {a.analysis for a in Article.objects.all()} == {"done"}


def test_exactly_three_statements_are_shared():
    assert len(shared()) == 3


def test_shared_statements_are_by_boris_bondarev():
    names = {
        v.quotation.speaker.name if v.quotation.speaker else ""
        for s in shared()
        for v in s.versions.select_related("quotation__speaker").filter(quotation__place="body")
    }
    assert names == {"Boris Bondarev"}


def test_ashamed_is_word_for_word_and_shorter_with_its_fragment():
    statement = statement_of("ashamed of my country")
    matches = matches_of(statement)
    assert {m.status for m in matches} == {"verbatim"}
    assert kinds(matches) <= {"shorter", "fragment", "punctuation"}
    assert "shorter" in kinds(matches)
    printed = {words(v.quotation) for v in statement.versions.filter(quotation__article=article(SECOND))}
    assert printed == {"“ashamed”", "“Never have I been so ashamed of my country.”"}


def test_crime_is_reworded_with_serious_and_is_and_stands_in_the_deck_too():
    statement = statement_of("serious crime against the Ukrainian people")
    versions = statement.versions.filter(quotation__article=article(SECOND)).select_related("quotation")
    assert {v.quotation.place for v in versions} == {"deck", "body"}
    body = next(v.quotation for v in versions if v.quotation.place == "body")
    assert len(body.stretches) == 2  # split by its cue, one quotation
    texts = {1: article(FIRST).text, 2: article(SECOND).text}
    changed = set()
    for match in matches_of(statement):
        assert match.status == "rewritten"
        for d in match.differences.exclude(kind="punctuation"):
            for text, (start, end) in ((texts[1], d.a), (texts[2], d.b)):
                changed.add(text[start:end])
    assert {"serious", "is"} <= changed


def test_warmongers_are_reworded_with_a_negation_changed():
    statement = statement_of("warmongering")
    assert {m.status for m in matches_of(statement)} == {"rewritten"}
    assert "negation" in kinds(matches_of(statement))
    version = statement.versions.get(quotation__article=article(FIRST))
    printed = " ".join(article(FIRST).text[start:end] for start, end in version.spans)
    assert printed.startswith("There are many Russian diplomats are warmongers.")
    assert printed.endswith("quiet about their opinions.")


def test_speakers_of_000_and_001():
    assert {q.speaker.name for q in quotations(FIRST) if q.speaker} == {"Boris Bondarev"}
    assert all(q.speaker for q in quotations(FIRST))
    spoken = [q.speaker.name for q in quotations(SECOND) if q.speaker]
    assert spoken.count("Hillel Neuer") == 3
    assert set(spoken) == {"Hillel Neuer", "Boris Bondarev"}


def test_002_belongs_to_the_officer_and_to_nobody_named():
    by_words = {words(q): q.speaker for q in quotations(OFFICER)}
    asked = by_words.pop("“asked,”", None)
    assert asked is None or asked.name == "CNN"
    speakers = set(by_words.values())
    assert len(speakers) == 1
    (officer,) = speakers
    assert officer is not None
    assert "officer" in officer.name
    assert officer.story == article(OFFICER).story  # another story's officer is somebody else


def test_002_shares_nothing_even_in_one_story_with_the_others():
    from articles.analysis import analyse_story

    story = article(FIRST).story
    Article.objects.filter(upload_name=OFFICER).update(story=story)
    assert analyse_story(story)
    assert not Match.objects.filter(a__article=article(OFFICER)).exists()
    assert not Match.objects.filter(b__article=article(OFFICER)).exists()
    assert len(shared()) == 3


FURNITURE = (
    "Leave a Reply",
    "Your email address will not be published",
    "Yes Drummer Alan White",
    "New Period Crunch Cereal",
    "\n0\n",
    "1193",
    "Read more at this link.",
)


def test_page_furniture_is_left_out_and_kept_for_the_editor():
    texts = "\n".join(a.text for a in Article.objects.all())
    left_out = "\n".join(["", *(p["text"] for a in Article.objects.all() for p in a.left_out), ""])
    for piece in FURNITURE:
        assert piece not in texts
        assert piece in left_out


def test_the_uploads_are_kept_byte_for_byte(settings):
    for stored in Article.objects.all():
        source = settings.BASE_DIR / "seeds" / stored.upload_name
        assert bytes(stored.upload) == source.read_bytes()


def test_loading_twice_changes_nothing():
    from io import StringIO

    from django.core.management import call_command

    before = list(Quotation.objects.values_list("pk", "start"))
    call_command("seed", stdout=StringIO())
    assert list(Quotation.objects.values_list("pk", "start")) == before
    assert Article.objects.count() == 3
