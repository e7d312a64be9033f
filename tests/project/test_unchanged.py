import re
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.core.cache import caches
from django.test import Client, override_settings
from pytest_django import DjangoAssertNumQueries

from articles.analysis import analyse_story
from articles.models import Article, Outlet, Speaker, Story

HX = {"HX-Request": "true", "HX-Target": "statements"}


@pytest.fixture(autouse=True)
def kept_answers() -> Iterator[None]:
    memory = "django.core.cache.backends.locmem.LocMemCache"
    kept = {name: {"BACKEND": memory, "LOCATION": name} for name in settings.CACHES}
    with override_settings(CACHES=kept):
        for name in kept:
            caches[name].clear()
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


def test_other_filters_are_made_from_kept_parts_after_one_query(
    client: Client, address: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    everything = client.get(address).content.decode()
    with django_assert_num_queries(1):
        some = client.get(f"{address}?status=rewritten").content.decode()
    cards = re.findall(r'<article class="statement rewritten".*?</article>', some, re.DOTALL)
    assert cards
    assert '<article class="statement sole"' not in some
    assert all(card in everything for card in cards)


def test_an_article_is_made_from_what_its_story_kept(
    client: Client, harbour: Story, address: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.get(address)
    pk = Article.objects.filter(story=harbour).earliest("pk").pk
    with django_assert_max_num_queries(5):
        assert client.get(f"/articles/{pk}/").status_code == 200


def test_a_changed_name_is_in_no_kept_part(client: Client, harbour: Story, address: str) -> None:
    outlet = Outlet.objects.filter(articles__story=harbour).earliest("pk")
    assert outlet.name in client.get(address).content.decode()
    Outlet.objects.filter(pk=outlet.pk).update(name="Another name")
    for query in ("", "?status=rewritten", "?status=sole"):
        page = client.get(address + query).content.decode()
        assert "Another name" in page
        assert outlet.name not in page


def test_a_page_made_from_kept_parts_is_the_page_made_anew(
    client: Client, harbour: Story, address: str
) -> None:
    client.get(address)
    bases = [f"?base={article.pk}" for article in Article.objects.filter(story=harbour)]
    for query in (*bases, "?status=rewritten", "?q=harbour", f"{bases[0]}&status=verbatim"):
        kept = client.get(address + query).content
        for name in settings.CACHES:
            caches[name].clear()
        assert client.get(address + query).content == kept


def test_what_an_editor_sees_is_not_kept(client: Client, admin_client: Client, address: str) -> None:
    draft = Article.objects.earliest("pk")
    Article.objects.filter(pk=draft.pk).update(publication=Article.Publication.DRAFT)
    assert f"/articles/{draft.pk}/" in admin_client.get(address).content.decode()
    assert f"/articles/{draft.pk}/" not in client.get(f"{address}?status=sole").content.decode()


def test_an_editor_always_gets_the_page_anew(client: Client, admin_client: Client, address: str) -> None:
    etag = etag_of(client, address)
    draft = Article.objects.earliest("pk")
    Article.objects.filter(pk=draft.pk).update(publication=Article.Publication.DRAFT)
    assert draft.headline in admin_client.get(address, headers={"If-None-Match": etag}).content.decode()
    assert f"/articles/{draft.pk}/" not in client.get(address).content.decode()


def test_a_key_too_large_for_the_database_is_not_found(client: Client, db: None) -> None:
    assert client.get(f"/articles/{10**30}/").status_code == 404


@pytest.mark.parametrize("first", ["/statements/{}/", "/api/statements/{}/"])
def test_what_is_not_there_is_not_kept_for_another_address(
    client: Client, harbour: Story, first: str
) -> None:
    none = max(harbour.statements.values_list("pk", flat=True)) + 1
    unknown = "/stories/no-such-story/"
    for address in (
        first.format(none),
        unknown,
        f"/api{unknown}",
        *(f"{unknown}export.{x}" for x in ("csv", "json")),
    ):
        assert client.get(address).status_code == 404
        assert client.get(address, headers={"If-None-Match": "*"}).status_code == 404
