"""The editors' pages: lists, search, filters, actions, what was found, and corrections."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from articles.admin.editors import editor_of
from articles.analysis import analyse_story
from articles.models import Article, Correction, Match, Quotation, Speaker, Statement

pytestmark = pytest.mark.django_db

LIST = "/admin/articles/article/"


def act(client, action: str, articles) -> None:
    response = client.post(
        LIST, {"action": action, "_selected_action": [a.pk for a in articles]}, follow=True
    )
    assert response.status_code == 200


@pytest.mark.parametrize("name", ["article", "story", "outlet", "speaker", "quotation", "correction"])
def test_every_list_opens_and_can_be_searched(admin_client, harbour, name):
    assert admin_client.get(f"/admin/articles/{name}/").status_code == 200
    assert admin_client.get(f"/admin/articles/{name}/?q=harbour%00'\"").status_code == 200


@pytest.mark.parametrize(
    ("query", "count"),
    [("", 3), ("?q=faster", 1), ("?publication__exact=draft", 0), ("?analysis__exact=done", 3)],
)
def test_articles_are_searched_and_filtered(admin_client, harbour, query, count):
    assert admin_client.get(LIST + query).context["cl"].result_count == count


def test_the_list_needs_the_same_queries_for_more_articles(
    admin_client, harbour, bring_in, django_assert_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as three:
        admin_client.get(LIST)
    for n in range(10):
        bring_in(f"Harbour news {n}\n\nNothing else happened in the harbour on that day, number {n}.")
    with django_assert_num_queries(len(three)):
        admin_client.get(LIST)


def test_an_article_lists_its_quotations_with_speaker_reason_and_status(admin_client, harbour):
    article = harbour.articles.get(outlet__name="Morning Ledger")
    page = admin_client.get(reverse("admin:articles_article_change", args=[article.pk])).content.decode()
    for quotation in article.quotations.select_related("speaker"):
        assert f"#q{quotation.pk}" in page
        assert quotation.speaker is None or quotation.speaker.name in page
        assert quotation.reason in page
    for status in ("Reworded", "Word for word", "Only here"):
        assert status in page


def test_analyse_again_repairs_a_failed_article(admin_client, harbour):
    Article.objects.update(analysis=Article.Analysis.FAILED, analysis_failure="It stopped.")
    act(admin_client, "analyse_again", harbour.articles.all()[:1])
    assert {a.analysis for a in harbour.articles.all()} == {Article.Analysis.DONE}


def test_publish_and_withdraw(admin_client, client, harbour):
    articles = list(harbour.articles.all())
    act(admin_client, "withdraw", articles)
    assert client.get(harbour.get_absolute_url()).status_code == 404
    act(admin_client, "publish", articles)
    assert client.get(harbour.get_absolute_url()).status_code == 200


def test_deleting_an_article_compares_the_rest_again(admin_client, harbour):
    article = harbour.articles.get(outlet__name="Morning Ledger")
    admin_client.post(reverse("admin:articles_article_delete", args=[article.pk]), {"post": "yes"})
    assert Match.objects.count() == 1
    act(admin_client, "delete_selected", [])
    left = harbour.articles.all()
    admin_client.post(
        LIST, {"action": "delete_selected", "_selected_action": [a.pk for a in left], "post": "yes"}
    )
    assert not Statement.objects.exists()
    assert not Article.objects.exists()


def test_a_correction_is_opened_from_the_list_and_takes_effect(admin_client, harbour):
    article = harbour.articles.get(outlet__name="The Courier")
    quotation = article.quotations.exclude(kind="indirect").first()
    page = admin_client.get(reverse("admin:articles_article_change", args=[article.pk])).content.decode()
    assert f"correction/add/?article={article.pk}&amp;start={quotation.start}" in page
    hale = Speaker.objects.get(name="Tom Hale")
    response = admin_client.post(
        "/admin/articles/correction/add/",
        {
            "article": article.pk,
            "start": quotation.start,
            "words": article.text[quotation.start : quotation.end],
            "speaker": hale.pk,
            "is_quotation": "on",
            "note": "heard on tape",
        },
    )
    assert response.status_code == 302
    assert Correction.objects.get().editor is not None
    assert Quotation.objects.get(pk=quotation.pk).speaker == hale
    admin_client.post(
        reverse("admin:articles_correction_delete", args=[Correction.objects.get().pk]), {"post": "yes"}
    )
    assert Quotation.objects.get(pk=quotation.pk).speaker != hale


def test_a_correction_of_words_that_are_not_there_is_refused(admin_client, harbour):
    article = harbour.articles.first()
    response = admin_client.post(
        "/admin/articles/correction/add/",
        {"article": article.pk, "start": 0, "words": "words nobody printed", "is_quotation": "on"},
    )
    assert response.status_code == 200
    assert "does not print these words" in response.content.decode()


def test_corrections_taken_back_together_are_heard_at_once(admin_client, harbour):
    quotation = Quotation.objects.filter(speaker__name="Tom Hale").first()
    correction = Correction.objects.create(
        article=quotation.article,
        start=quotation.start,
        words=quotation.article.text[quotation.start : quotation.end],
        is_quotation=False,
    )
    assert analyse_story(harbour)
    assert not Quotation.objects.filter(speaker__name="Tom Hale").exists()
    admin_client.post(
        "/admin/articles/correction/",
        {"action": "delete_selected", "_selected_action": [correction.pk], "post": "yes"},
    )
    assert Quotation.objects.filter(speaker__name="Tom Hale").exists()


def test_nobody_decides_without_being_logged_in(rf):
    request = rf.post("/admin/")
    request.user = AnonymousUser()
    with pytest.raises(PermissionDenied):
        editor_of(request)


def test_an_upload_is_for_those_who_may_see_the_article(client, harbour, django_user_model):
    address = reverse("admin:articles_article_upload", args=[harbour.articles.first().pk])
    client.force_login(django_user_model.objects.create_user("guest", is_staff=True))
    assert client.get(address).status_code == 403
    client.force_login(django_user_model.objects.create_superuser("chief"))
    assert client.get(address).status_code == 200
    assert client.get(address.replace(str(harbour.articles.first().pk), "9999")).status_code == 404


def test_readers_have_no_way_in(client, harbour):
    for address in (LIST, "/admin/articles/correction/add/"):
        assert client.get(address).status_code == 302
