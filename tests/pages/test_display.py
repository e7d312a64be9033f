"""The Display panel as the server checks it, by the cookie that remembers what was chosen."""

import re

import pytest
from django.conf import settings
from django.core.cache import caches
from django.test import Client, override_settings

from articles.pages.display import CHOICES, UNCHOSEN
from tests.pages.rows import make_story

pytestmark = pytest.mark.django_db

ADDRESS = "/stories/bridges/"


def checked(client: Client, address: str = "/", cookie: str = "") -> list[str]:
    if cookie:
        client.cookies["display"] = cookie
    page = client.get(address).content.decode()
    return re.findall(r'type="radio" name="\w+" id="([\w-]+)" checked', page)


@pytest.mark.parametrize("address", ["/", "/method/", "/no-such-page/"])
def test_every_page_checks_what_was_chosen(client, address):
    assert sorted(checked(client, address)) == sorted(UNCHOSEN)
    chosen = checked(client, address, "theme-dark.size-5.face-sans")
    assert sorted(chosen) == ["face-sans", "size-5", "spacing-medium", "theme-dark", "width-medium"]


def test_the_panel_offers_every_choice(client):
    offered = re.findall(r'type="radio" name="(\w+)" id="([\w-]+)"', client.get("/").content.decode())
    known = {(kind, f"{kind}-{value}") for kind, values in CHOICES.items() for value in values}
    assert set(offered) == known


@pytest.mark.parametrize("cookie", ["size-9", 'theme-dark"><script>', ".", "theme-" + "x" * 3000, "[1]"])
def test_what_is_no_choice_is_nothing(client, cookie):
    assert sorted(checked(client, "/", cookie)) == sorted(UNCHOSEN)


def test_two_choices_of_a_kind_are_one(client):
    assert len(checked(client, "/", "theme-dark.theme-light")) == len(CHOICES)


def test_readers_who_chose_otherwise_get_answers_of_their_own():
    make_story(articles=2, statements=3, shared=True)
    memory = "django.core.cache.backends.locmem.LocMemCache"
    caching = {name: {"BACKEND": memory, "LOCATION": name} for name in settings.CACHES}
    with override_settings(CACHES=caching):
        for name in caching:
            caches[name].clear()
        plain, dark = Client(), Client()
        dark.cookies["display"] = "theme-dark"
        first, second = plain.get(ADDRESS), dark.get(ADDRESS)
        assert first.headers["ETag"] != second.headers["ETag"]
        assert "Cookie" in first.headers["Vary"]
        assert b'id="theme-dark" checked' in second.content
        unknown = Client()
        unknown.cookies["display"] = "size-9"
        assert unknown.get(ADDRESS).headers["ETag"] == first.headers["ETag"]
