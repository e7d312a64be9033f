"""Drafts: an editor sees them on the reader pages, a reader does not."""

import pytest

from articles.analysis import analyse_story
from tests.conftest import HARBOUR

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(harbour, bring_in):
    article = bring_in(
        HARBOUR["Evening Star"].replace("Harbour opened", "Harbour open").replace("summer", "autumn"),
        outlet="The Unready",
        draft=True,
    )
    assert analyse_story(harbour)
    return article


ADDRESSES = ("/", "/stories/the-harbour-plan/", "/stories/the-harbour-plan/side-by-side/")


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_reader_does_not_see_a_draft(client, draft, address):
    assert "The Unready" not in client.get(address).content.decode()


def test_a_drafts_own_page_is_not_there_for_a_reader(client, draft):
    assert client.get(draft.get_absolute_url()).status_code == 404
    side = f"/stories/the-harbour-plan/side-by-side/?left={draft.pk}"
    assert "The Unready" not in client.get(side).content.decode()


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_editor_sees_it(admin_client, draft, address):
    assert "The Unready" in admin_client.get(address).content.decode()


def test_a_story_of_drafts_alone_is_not_there_for_a_reader(client, bring_in):
    bring_in(HARBOUR["The Courier"], story="Secret plans", draft=True)
    assert client.get("/stories/secret-plans/").status_code == 404
    assert "Secret plans" not in client.get("/").content.decode()
