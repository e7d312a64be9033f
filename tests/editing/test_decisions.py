"""Decisions on matches: put together, kept apart, given another status, taken back; they survive analyses."""

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from articles.analysis import analyse_story
from articles.models import Match, MatchDecision, Quotation, Statement, Story
from tests.conftest import BringIn
from tests.pages.tree import get

pytestmark = pytest.mark.django_db

ADD = "/admin/articles/matchdecision/add/"
FEES = "The council met.\n\n“We will not raise the harbour fees this year,” said Jane Smith, the mayor."
AGAIN = "Fees stay.\n\n“We shall not raise the harbour fees this year,” said Jane Smith, the mayor."
OTHER = "A promise.\n\n“Nobody will pay more at the quay before the spring,” said Jane Smith, the mayor."


@pytest.fixture
def story(bring_in: BringIn) -> Story:
    article = bring_in(FEES, outlet="The Courier")
    bring_in(AGAIN, outlet="Morning Ledger")
    bring_in(OTHER, outlet="Evening Star")
    assert analyse_story(article.story)
    return article.story


def quoted(outlet: str) -> Quotation:
    return Quotation.objects.exclude(kind="indirect").get(article__outlet__name=outlet)


def between(*outlets: str) -> list[Match]:
    ends = {quoted(outlet).pk for outlet in outlets}
    return [match for match in Match.objects.all() if {match.a_id, match.b_id} == ends]


def together(*outlets: str) -> bool:
    found = {Statement.objects.get(versions__quotation=quoted(outlet)).pk for outlet in outlets}
    return len(found) == 1


def decide(client, one: str, other: str, decision: str, status: str = "", reason: str = "heard on tape"):
    sent: dict[str, object] = {"decision": decision, "status": status, "reason": reason}
    for end, outlet in (("a", one), ("b", other)):
        quotation = quoted(outlet)
        text = quotation.article.text
        sent |= {
            f"article_{end}": quotation.article_id,
            f"start_{end}": quotation.start,
            f"words_{end}": text[quotation.start : quotation.end],
        }
    return client.post(ADD, sent)


def test_two_that_were_not_matched_are_put_together(admin_client, client, story):
    assert not between("The Courier", "Evening Star")
    assert decide(admin_client, "The Courier", "Evening Star", "together").status_code == 302
    for _ in range(2):
        (match,) = between("The Courier", "Evening Star")
        assert match.status == "rewritten"
        assert match.differences.exists()
        assert together("The Courier", "Morning Ledger", "Evening Star")
        assert analyse_story(story)
    page = get(client, story.get_absolute_url())
    assert "An editor says that both report the same words: heard on tape" in page.text


def test_two_that_were_matched_are_kept_apart(admin_client, story):
    assert between("The Courier", "Morning Ledger")
    decide(admin_client, "Morning Ledger", "The Courier", "apart")
    assert analyse_story(story)
    assert not between("The Courier", "Morning Ledger")
    assert not together("The Courier", "Morning Ledger")


def test_a_status_is_put_right(admin_client, client, story):
    assert between("The Courier", "Morning Ledger")[0].status == "rewritten"
    decide(admin_client, "The Courier", "Morning Ledger", "together", "possible")
    assert analyse_story(story)
    assert between("The Courier", "Morning Ledger")[0].status == "possible"
    assert get(client, story.get_absolute_url()).all("article", "possible")


def test_taken_back_what_is_found_holds_again(admin_client, story):
    decide(admin_client, "The Courier", "Morning Ledger", "apart")
    address = reverse("admin:articles_matchdecision_delete", args=[MatchDecision.objects.get().pk])
    admin_client.post(address, {"post": "yes"})
    assert between("The Courier", "Morning Ledger")
    decide(admin_client, "The Courier", "Morning Ledger", "apart")
    chosen = [MatchDecision.objects.get().pk]
    admin_client.post(
        "/admin/articles/matchdecision/",
        {"action": "delete_selected", "_selected_action": chosen, "post": "yes"},
    )
    assert between("The Courier", "Morning Ledger")


def test_the_later_decision_holds_and_who_made_it_is_kept(admin_client, story):
    decide(admin_client, "The Courier", "Morning Ledger", "apart")
    decide(admin_client, "Morning Ledger", "The Courier", "together", "verbatim")
    assert between("The Courier", "Morning Ledger")[0].status == "verbatim"
    for row in MatchDecision.objects.all():
        assert row.editor is not None
        assert LogEntry.objects.filter(object_id=str(row.pk), content_type__model="matchdecision").exists()


def test_a_decision_waits_for_its_words(admin_client, story):
    decide(admin_client, "The Courier", "Morning Ledger", "apart")
    MatchDecision.objects.update(words_a="“These words are gone,”")
    assert analyse_story(story)
    assert between("The Courier", "Morning Ledger")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"reason": ""}, "This field is required"),
        ({"words_b": "words nobody printed"}, "does not print these words"),
        ({"status": "verbatim"}, "have no status"),
        ({"decision": "perhaps"}, "Select a valid choice"),
    ],
)
def test_what_can_be_no_decision_is_refused(admin_client, story, change, said):
    one, other = quoted("The Courier"), quoted("Morning Ledger")
    sent = {
        "decision": "apart", "status": "", "reason": "no",
        "article_a": one.article_id, "start_a": one.start, "words_a": "We will not raise",
        "article_b": other.article_id, "start_b": other.start, "words_b": "We shall not raise",
    }  # fmt: skip
    response = admin_client.post(ADD, sent | change)
    assert response.status_code == 200
    assert said in response.content.decode()
    assert not MatchDecision.objects.exists()


def test_quotations_of_one_article_or_of_two_stories_are_refused(admin_client, bring_in, story):
    assert (
        "are not compared" in decide(admin_client, "The Courier", "The Courier", "together").content.decode()
    )
    elsewhere = bring_in(OTHER.replace("A promise", "More"), story="Another", outlet="Coastal Post")
    analyse_story(elsewhere.story)
    response = decide(admin_client, "The Courier", "Coastal Post", "together")
    assert "compared within their story" in response.content.decode()


def test_the_form_is_opened_from_the_list_with_both_quotations(admin_client, story):
    one, other = quoted("The Courier"), quoted("Morning Ledger")
    page = admin_client.get(reverse("admin:articles_article_change", args=[one.article_id])).content.decode()
    address = f"{ADD}?decision=apart&a={one.pk}&b={other.pk}"
    assert address.replace("&", "&amp;") in page
    assert f"{ADD}?decision=together&amp;a={one.pk}" in page
    form = admin_client.get(address).content.decode()
    assert "We will not raise" in form
    assert "We shall not raise" in form
    assert admin_client.get(f"{ADD}?a=x&b=99999999999999999999").status_code == 200
    assert admin_client.get("/admin/articles/matchdecision/?q=quay").status_code == 200
