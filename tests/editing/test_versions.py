"""Later versions in the admin: offered where the address is known, refused in words, and taken back."""

import pytest

from articles.models import Article, Outlet, Series, Story
from tests.conftest import HARBOUR
from tests.editing.test_admin import LIST, act
from tests.editing.test_article_form import ADD, change_address, errors, post

pytestmark = pytest.mark.django_db

TEXT = HARBOUR["The Courier"]
CHANGED = TEXT.replace("We will not raise", "We will raise")
ADDRESS = "https://courier.example/harbour"


@pytest.fixture
def first(admin_client) -> Article:
    post(
        admin_client,
        paste=TEXT,
        new_story="Harbour",
        new_outlet="The Courier",
        address=ADDRESS,
        publication="published",
    )
    return Article.objects.get()


@pytest.fixture
def second(admin_client, first) -> Article:
    post(admin_client, paste=CHANGED, version_of=first.pk, publication="published")
    return Article.objects.exclude(pk=first.pk).get()


def test_a_known_address_is_offered_as_a_later_version(admin_client, first):
    response = post(admin_client, paste=CHANGED, new_story="Other", address=ADDRESS)
    assert response.status_code == 200
    assert "If this is a later version of it, bring it in as one" in errors(response)
    form = response.context["adminform"].form
    assert form["version_of"].value() == str(first.pk)
    assert f'<option value="{first.pk}" selected>The Courier: ' in response.content.decode()
    assert Article.objects.count() == 1


def test_a_later_version_takes_story_outlet_and_address(first, second):
    first.refresh_from_db()
    assert (second.story, second.outlet, second.address) == (first.story, first.outlet, ADDRESS)
    assert (first.series, first.edition, first.current) == (second.series, 1, False)
    assert (second.edition, second.current) == (2, True)
    assert bytes(second.upload).decode() == CHANGED


def test_the_same_text_is_refused_as_a_later_version_too(admin_client, first):
    response = post(admin_client, paste=TEXT, version_of=first.pk)
    assert "This text is here already" in errors(response)
    assert not Series.objects.exists()


@pytest.mark.parametrize("field", ["story", "outlet", "new_story", "new_outlet"])
def test_another_story_or_outlet_is_refused(admin_client, first, field):
    other = {
        "story": Story.objects.create(title="Other").pk,
        "outlet": Outlet.objects.create(name="Other").pk,
    }.get(field, "Another")
    response = post(admin_client, paste=CHANGED, version_of=first.pk, **{field: other})
    assert "A later version has the" in errors(response)
    assert Article.objects.count() == 1


def test_an_older_date_is_refused(admin_client, first):
    Article.objects.update(published_at="2026-05-03T14:10Z")
    response = post(
        admin_client,
        paste=CHANGED,
        version_of=first.pk,
        published_at_0="2026-05-02",
        published_at_1="10:00",
    )
    assert "a later version cannot be older" in errors(response)


def test_a_version_of_nothing_that_is_here_is_refused(admin_client, first):
    response = post(admin_client, paste=CHANGED, version_of=first.pk + 7)
    assert "version_of" in response.context["adminform"].form.errors
    assert Article.objects.count() == 1


def test_an_article_that_is_here_can_be_made_a_later_version(admin_client, first):
    post(admin_client, paste=CHANGED, story=first.story.pk, outlet=first.outlet.pk, publication="published")
    other = Article.objects.exclude(pk=first.pk).get()
    response = post(
        admin_client, to=change_address(other), headline=other.headline, version_of=first.pk,
        story=first.story.pk, outlet=first.outlet.pk, publication="published",
    )  # fmt: skip
    assert response.status_code == 302
    first.refresh_from_db()
    other.refresh_from_db()
    assert (first.current, other.current, other.edition) == (False, True, 2)


def saved(client, article: Article, **fields):
    return post(
        client, to=change_address(article), headline=article.headline, story=article.story.pk,
        outlet=article.outlet.pk, address=article.address, publication="published", **fields,
    )  # fmt: skip


def test_saved_again_it_stays_a_version(admin_client, first, second):
    assert saved(admin_client, second, version_of=first.pk).status_code == 302
    first.refresh_from_db()
    assert saved(admin_client, first).status_code == 302
    assert Series.objects.get().articles.count() == 2


def test_a_version_is_taken_apart_under_another_address_only(admin_client, first, second):
    response = saved(admin_client, second)
    assert "This address is here already" in errors(response)
    second.address = "https://courier.example/other"
    assert saved(admin_client, second).status_code == 302
    assert not Series.objects.exists()
    assert Article.objects.filter(current=True, series=None).count() == 2


def test_withdrawn_the_version_before_is_compared_again(admin_client, client, first, second):
    act(admin_client, "withdraw", [second])
    first.refresh_from_db()
    assert first.current
    assert client.get(second.get_absolute_url()).status_code == 404
    act(admin_client, "publish", [second])
    first.refresh_from_db()
    assert not first.current


def test_moving_one_version_moves_them_all(admin_client, first, second):
    other = Story.objects.create(title="Elsewhere")
    second.story = other
    assert saved(admin_client, second, version_of=first.pk).status_code == 302
    assert set(Article.objects.values_list("story", flat=True)) == {other.pk}


def test_the_form_and_the_list_tell_the_versions(admin_client, first, second):
    for article in (first, second):
        page = admin_client.get(change_address(article)).content.decode()
        assert change_address(first) in page
        assert change_address(second) in page
        assert "To take a version back" in page
    listed = admin_client.get(LIST).content.decode()
    assert "1, not compared" in listed
    assert "2, compared" in listed


def test_the_form_needs_the_same_queries_for_more_articles(admin_client, first, bring_in):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counts = []
    for number in (1, 20):
        for n in range(number):
            bring_in(f"Harbour news {number} {n}\n\nNothing else happened on that day.", outlet=f"Outlet {n}")
        with CaptureQueriesContext(connection) as queries:
            assert admin_client.get(ADD).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]
