"""Names that may be one person's: proposed, joined, kept apart and taken back; readers see no guess."""

import pytest
from django.contrib.admin.models import LogEntry
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.analysis import analyse_story
from articles.models import Article, Correction, Quotation, SameSpeaker, Speaker, Story
from tests.conftest import BringIn
from tests.pages.tree import get

pytestmark = pytest.mark.django_db

LIST = "/admin/articles/samespeaker/"
ONE = "The council met.\n\n“We will never sign this treaty in the spring,” said Hillel Weber of the union."
OTHER = "A treaty fails.\n\n“We will never sign this treaty in the spring,” said Hiller Weber of the union."


@pytest.fixture
def story(bring_in: BringIn) -> Story:
    article = bring_in(ONE, outlet="The Courier")
    bring_in(OTHER, outlet="Morning Ledger")
    assert analyse_story(article.story)
    return article.story


def act(client: Client, action: str, *pairs: SameSpeaker) -> str:
    response = client.post(
        LIST, {"action": action, "_selected_action": [pair.pk for pair in pairs]}, follow=True
    )
    assert response.status_code == 200
    return response.content.decode()


def speakers() -> list[str]:
    quoted = Quotation.objects.exclude(kind="indirect").order_by("article__pk")
    return [name or "" for name in quoted.values_list("speaker__name", flat=True)]


def test_two_spellings_are_proposed_with_the_reason(story):
    pair = SameSpeaker.objects.get()
    assert {pair.a.name, pair.b.name} == {"Hillel Weber", "Hiller Weber"}
    assert pair.reason == "one family name, and first names that may be spellings of one"
    assert pair.decision == SameSpeaker.Decision.OPEN
    assert speakers() == ["Hillel Weber", "Hiller Weber"]


def test_nothing_false_is_said_while_it_is_open(client, story):
    page = get(client, story.get_absolute_url())
    names = {"Hillel Weber and Hiller Weber", "Hiller Weber and Hillel Weber"}
    assert any(f"They name {both}, who may be one person or two." in page.text for both in names)
    assert "Not both say who spoke" not in page.text
    assert "give these words to different speakers" not in page.text
    assert not page.all("li", "speaker")


def test_a_name_of_another_story_is_proposed_too(bring_in, story):
    elsewhere = bring_in(
        "A vote.\n\n“The harvest was poor in every valley,” said Hillell Weber.", story="The harvest"
    )
    assert analyse_story(elsewhere.story)
    names = {frozenset((pair.a.name, pair.b.name)) for pair in SameSpeaker.objects.all()}
    assert frozenset(("Hillel Weber", "Hillell Weber")) in names


def test_joined_they_are_one_person_through_every_analysis(admin_client, client, story):
    said = act(admin_client, "join_under_fuller", SameSpeaker.objects.get())
    assert "One person, under the name Hillel Weber" in said
    for _ in range(2):
        assert speakers() == ["Hillel Weber", "Hillel Weber"]
        assert analyse_story(story)
    page = get(client, story.get_absolute_url())
    assert "Both name the same speaker." in page.text
    assert "may be one person" not in page.text
    assert "Hiller Weber" in page.one(id="statements").text  # as the outlet prints it


def test_the_other_name_can_be_kept(admin_client, story):
    act(admin_client, "join_under_other", SameSpeaker.objects.get())
    assert speakers() == ["Hiller Weber", "Hiller Weber"]


@pytest.mark.parametrize("page", ["", "side-by-side/"])
def test_the_address_of_the_name_that_went_leads_to_the_person(admin_client, client, story, page):
    address = f"{story.get_absolute_url()}{page}?speaker=hiller-weber"
    act(admin_client, "join_under_fuller", SameSpeaker.objects.get())
    shown = get(client, address)
    assert not shown.all(css="ignored")
    assert shown.one("option", value="hillel-weber").attributes.get("selected") is not None
    unknown = get(client, f"{story.get_absolute_url()}{page}?speaker=nobody&speaker=a%00b")
    assert "speaker=nobody" in unknown.one(css="ignored").text


def test_kept_apart_they_are_never_proposed_again(admin_client, story):
    act(admin_client, "keep_apart", SameSpeaker.objects.get())
    assert analyse_story(story)
    call_command("analyse", "--all")
    assert SameSpeaker.objects.get().decision == SameSpeaker.Decision.TWO
    assert speakers() == ["Hillel Weber", "Hiller Weber"]


@pytest.mark.parametrize("action", ["join_under_fuller", "keep_apart"])
def test_a_decision_can_be_taken_back(admin_client, story, action):
    act(admin_client, action, SameSpeaker.objects.get())
    act(admin_client, "reopen", SameSpeaker.objects.get())
    assert SameSpeaker.objects.get().decision == SameSpeaker.Decision.OPEN
    assert speakers() == ["Hillel Weber", "Hiller Weber"]
    assert not Speaker.objects.exclude(same_as=None).exists()


def test_who_decided_what_is_kept(admin_client, story):
    act(admin_client, "join_under_fuller", SameSpeaker.objects.get())
    act(admin_client, "reopen", SameSpeaker.objects.get())
    pair = SameSpeaker.objects.get()
    assert pair.editor is not None
    assert pair.decided_at is not None
    messages = LogEntry.objects.filter(object_id=str(pair.pk)).order_by("pk")
    assert list(messages.values_list("change_message", flat=True)) == [
        "One person, under the name Hillel Weber",
        "Not decided",
    ]


def test_three_names_become_one_and_two_again(admin_client, bring_in, story):
    bring_in(
        "So it ends.\n\n“The harvest was poor in every valley,” said Hilles Weber.", outlet="Evening Star"
    )
    assert analyse_story(story)
    pairs = {frozenset((p.a.name, p.b.name)): p for p in SameSpeaker.objects.all()}
    first = pairs[frozenset(("Hillel Weber", "Hiller Weber"))]
    second = pairs[frozenset(("Hiller Weber", "Hilles Weber"))]
    act(admin_client, "join_under_fuller", first, second)
    assert set(speakers()) == {"Hillel Weber"}
    act(admin_client, "reopen", first)
    assert speakers() == ["Hillel Weber", "Hiller Weber", "Hiller Weber"]


def test_a_correction_to_a_name_that_went_is_given_to_the_person(admin_client, story):
    quotation = Quotation.objects.get(article__text=OTHER, kind="direct")
    words = OTHER[quotation.start : quotation.end]
    wrong = Speaker.objects.get(name="Hiller Weber")
    Correction.objects.create(article=quotation.article, start=quotation.start, words=words, speaker=wrong)
    act(admin_client, "join_under_fuller", SameSpeaker.objects.get())
    assert speakers() == ["Hillel Weber", "Hillel Weber"]


def test_the_list_shows_the_evidence_and_needs_no_more_queries_for_more(admin_client, story):
    page = admin_client.get(LIST).content.decode()
    for quotation in Quotation.objects.exclude(kind="indirect"):
        assert f"{quotation.article.get_absolute_url()}#q{quotation.pk}" in page
    assert "1 quotation" in page
    counts = []
    for total in (2, 22):
        while SameSpeaker.objects.count() < total:
            n = Speaker.objects.count()
            a, b = (
                Speaker.objects.create(name=f"Ann{end} Bell{n}", key=f"{end}{n}", slug=f"{end}{n}")
                for end in "ab"
            )
            SameSpeaker.objects.create(a=a, b=b, reason="alike")
        with CaptureQueriesContext(connection) as queries:
            admin_client.get(LIST)
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert admin_client.get(f"{LIST}?decision__exact=open&q=weber").context["cl"].result_count == 1


def test_whoever_may_only_look_decides_nothing(client, django_user_model, story):
    looker = django_user_model.objects.create_user("looker", password="x", is_staff=True)
    from django.contrib.auth.models import Permission

    looker.user_permissions.add(Permission.objects.get(codename="view_samespeaker"))
    client.force_login(looker)
    pair = SameSpeaker.objects.get()
    client.post(LIST, {"action": "join_under_fuller", "_selected_action": [pair.pk]})
    pair.refresh_from_db()
    assert pair.decision == SameSpeaker.Decision.OPEN


def test_pages_ask_no_more_for_joined_names(admin_client, client, story):
    counts = []
    for action in ("reopen", "join_under_fuller"):
        act(admin_client, action, SameSpeaker.objects.get())
        with CaptureQueriesContext(connection) as queries:
            get(client, Article.objects.first().get_absolute_url())
        counts.append(len(queries))
    assert counts[0] == counts[1]
