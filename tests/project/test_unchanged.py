from collections.abc import Iterator

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client, override_settings
from pytest_django import DjangoAssertNumQueries

from articles.analysis import analyse_story
from articles.models import Article, Outlet, Speaker, Story

HX = {"HX-Request": "true", "HX-Target": "statements"}


@pytest.fixture(autouse=True)
def kept_answers() -> Iterator[None]:
    with override_settings(CACHES={"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}):
        cache.clear()
        yield


@pytest.fixture
def address(harbour: Story) -> str:
    return harbour.get_absolute_url()


def status_of(client: Client, address: str, etag: str) -> int:
    return client.get(address, headers={"If-None-Match": etag}).status_code


def etag_of(client: Client, address: str, **headers: str) -> str:
    return client.get(address, headers=headers).headers["ETag"]


def test_an_unchanged_page_is_answered_by_304_after_one_query(
    client: Client, address: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    etag = etag_of(client, address)
    with django_assert_num_queries(1):
        answer = client.get(address, headers={"If-None-Match": etag})
    assert answer.status_code == 304
    assert answer.headers["ETag"] == etag
    assert {"HX-Request", "HX-Target"} <= set(answer.headers["Vary"].split(", "))


def test_an_answer_is_given_again_after_one_query(
    client: Client, address: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    first = client.get(address)
    with django_assert_num_queries(1):
        again = client.get(address)
    assert again.content == first.content
    assert again.headers.items() == first.headers.items()


def test_a_fragment_and_its_page_are_not_taken_for_each_other(client: Client, address: str) -> None:
    page, fragment = client.get(address), client.get(address, headers=HX)
    assert page.headers["ETag"] != fragment.headers["ETag"]
    assert b"<!doctype" in page.content
    assert b"<!doctype" not in fragment.content
    restored = client.get(address, headers=HX | {"HX-History-Restore-Request": "true"})
    assert b"<!doctype" in restored.content


def test_other_filters_are_another_answer(client: Client, address: str) -> None:
    assert etag_of(client, address) != etag_of(client, f"{address}?status=verbatim")


@pytest.mark.parametrize("change", ["headline", "outlet", "story", "draft", "deleted", "analysis", "speaker"])
def test_a_change_is_seen_at_once(client: Client, harbour: Story, address: str, change: str) -> None:
    etag = etag_of(client, address)
    article = Article.objects.filter(story=harbour).earliest("pk")
    if change == "headline":
        Article.objects.filter(pk=article.pk).update(headline="Another headline")
    elif change == "outlet":
        Outlet.objects.filter(articles=article).update(name="Another name")
    elif change == "story":
        Story.objects.filter(pk=harbour.pk).update(title="Another title")
    elif change == "draft":
        Article.objects.filter(pk=article.pk).update(publication=Article.Publication.DRAFT)
    elif change == "deleted":
        article.delete()
    elif change == "analysis":
        analyse_story(harbour)
    elif change == "speaker":
        editor = User.objects.create_superuser("editor")
        LogEntry.objects.log_actions(editor.pk, Speaker.objects.all()[:1], CHANGE, single_object=True)
    assert status_of(client, address, etag) == 200


def test_an_editor_always_gets_the_page_anew(client: Client, admin_client: Client, address: str) -> None:
    etag = etag_of(client, address)
    draft = Article.objects.earliest("pk")
    Article.objects.filter(pk=draft.pk).update(publication=Article.Publication.DRAFT)
    assert draft.headline in admin_client.get(address, headers={"If-None-Match": etag}).content.decode()
    assert f"/articles/{draft.pk}/" not in client.get(address).content.decode()


def test_a_key_too_large_for_the_database_is_not_found(client: Client, db: None) -> None:
    assert client.get(f"/articles/{10**30}/").status_code == 404
