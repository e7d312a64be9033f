"""What is made ready after an analysis is what the page would show, and is shown in no other state."""

from io import StringIO

import pytest
from django.core.management import call_command

from articles.models import Article, Outlet, Prepared, Story
from articles.pages.preparing import analyse_for_readers, prepare_story

QUERIES = ("", "?status=rewritten", "?status=sole", "?q=harbour", "?speaker=jane-smith&kind=negation")


@pytest.fixture
def ready(harbour):
    """A story that was analysed for readers."""
    assert analyse_for_readers(harbour)
    assert harbour.prepared.exists()
    return harbour


def pages(client, story):
    return [client.get(story.get_absolute_url() + query).content.decode() for query in QUERIES]


def test_what_was_made_ready_is_what_the_rows_show(client, ready):
    shown = pages(client, ready)
    assert all("<article" in page for page in shown[:3])
    Prepared.objects.all().delete()
    assert pages(client, ready) == shown


def test_no_match_is_read_for_what_is_ready(client, ready, django_assert_max_num_queries):
    with django_assert_max_num_queries(7) as asked:
        client.get(ready.get_absolute_url())
    assert not any("m.evidence" in query["sql"] for query in asked.captured_queries)
    Prepared.objects.all().delete()
    with django_assert_max_num_queries(12) as asked:
        client.get(ready.get_absolute_url())
    assert any("m.evidence" in query["sql"] for query in asked.captured_queries)


@pytest.mark.parametrize("change", ["outlet", "story", "headline", "draft", "deleted"])
def test_a_change_is_seen_at_once(client, ready, change):
    article = Article.objects.filter(story=ready).earliest("pk")
    before = client.get(ready.get_absolute_url()).content.decode()
    gone = {
        "outlet": article.outlet.name,
        "story": f"<h1>{ready.title}",
        "headline": f">{article.headline}</a>",
        "draft": f"/articles/{article.pk}/",
        "deleted": f"/articles/{article.pk}/",
    }[change]
    assert gone in before
    if change == "outlet":
        Outlet.objects.filter(articles=article).update(name="Another name")
    elif change == "story":
        Story.objects.filter(pk=ready.pk).update(title="Another title")
    elif change == "headline":
        Article.objects.filter(pk=article.pk).update(headline="Another headline")
    elif change == "draft":
        Article.objects.filter(pk=article.pk).update(publication=Article.Publication.DRAFT)
    else:
        article.delete()
    for page in pages(client, ready):
        assert gone not in page


def test_an_editor_sees_drafts_among_what_is_ready(client, admin_client, ready):
    draft = Article.objects.filter(story=ready).earliest("pk")
    Article.objects.filter(pk=draft.pk).update(publication=Article.Publication.DRAFT)
    assert prepare_story(ready)
    assert f"/articles/{draft.pk}/" in admin_client.get(ready.get_absolute_url()).content.decode()
    assert f"/articles/{draft.pk}/" not in client.get(ready.get_absolute_url()).content.decode()


def test_an_editor_leaves_what_is_ready(admin_client, ready):
    article = Article.objects.filter(story=ready).earliest("pk")
    before = set(ready.prepared.values_list("state", flat=True))
    chosen = {"action": "withdraw", "_selected_action": [article.pk]}
    assert admin_client.post("/admin/articles/article/", chosen).status_code == 302
    after = set(ready.prepared.values_list("state", flat=True))
    assert len(after) == 1
    assert after != before
    assert not prepare_story(ready)


def test_the_command_makes_ready_what_is_not(ready):
    def told():
        call_command("prepare", stdout=(out := StringIO()))
        return out.getvalue().strip()

    assert told() == "stories looked at: 1, made ready: 0"
    Prepared.objects.all().delete()
    assert told() == "stories looked at: 1, made ready: 1"
    assert ready.prepared.exists()


def test_a_story_without_readers_has_nothing_ready(ready):
    Article.objects.update(publication=Article.Publication.DRAFT)
    assert prepare_story(ready)
    assert not ready.prepared.exists()


def test_what_cannot_be_made_ready_costs_nobody_a_result(client, ready, monkeypatch, caplog):
    monkeypatch.setattr("articles.pages.preparing.render_pieces", lambda _: 1 / 0)
    assert analyse_for_readers(ready)
    assert "could not be made ready" in caplog.text
    assert client.get(ready.get_absolute_url()).status_code == 200
