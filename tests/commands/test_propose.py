"""`manage.py propose`: what a sentence model proposes is stored, shown, kept, and dropped with its words."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from articles.analysis import analyse_story
from articles.management.commands import propose
from articles.models import Article, Match, Proposal, Statement, Story
from articles.semantic import minilm
from tests.conftest import BringIn
from tests.semantic.meanings import embed

FIRST = (
    "The ferry of Seaford\n\nThe island council met on Monday.\n\n"
    "“The old boat is a danger to all,” said Ann Lee. “Our school needs another roof,” said Tom Hale."
)
SECOND = (
    "Council talks of the crossing\n\nMany came to listen.\n\n"
    "“That ageing vessel means peril for everybody,” said Ann Lee. “Give us the money now,” said Tom Hale."
)


@pytest.fixture
def ferry(bring_in: BringIn, monkeypatch: pytest.MonkeyPatch) -> Story:
    """A story of two articles with one far rewording, analysed; a stand-in for the model."""
    monkeypatch.setattr(propose, "load_model", lambda: embed)
    story = bring_in(FIRST, story="Ferry", outlet="The Courier").story
    bring_in(SECOND, story="Ferry", outlet="Morning Ledger")
    assert analyse_story(story)
    return story


def run(*args: str) -> str:
    out = StringIO()
    call_command("propose", *args, stdout=out)
    return out.getvalue()


def statuses() -> list[str]:
    return list(Match.objects.values_list("status", flat=True))


def test_what_is_proposed_is_a_possible_match(ferry: Story):
    assert statuses() == []
    assert run() == "Ferry: 1 proposed\n"
    match = Match.objects.get()
    assert match.status == "possible"
    stored = Proposal.objects.get()
    assert (match.evidence["similarity"], match.evidence["usual"]) == (stored.similarity, stored.usual)


def test_every_later_analysis_shows_it_at_the_same_address(ferry: Story):
    run()
    addresses = set(Statement.objects.values_list("pk", flat=True))
    assert analyse_story(ferry)
    assert statuses() == ["possible"]
    assert set(Statement.objects.values_list("pk", flat=True)) == addresses


def test_running_it_again_changes_nothing(ferry: Story):
    run()
    before = list(Article.objects.values_list("pk", "analysed_at")), list(Proposal.objects.values_list("pk"))
    assert run() == "Ferry: 1 proposed\n"
    assert before == (
        list(Article.objects.values_list("pk", "analysed_at")),
        list(Proposal.objects.values_list("pk")),
    )


def test_it_goes_with_its_words_and_comes_back_with_them(ferry: Story):
    run()
    article = Article.objects.get(outlet__name="Morning Ledger")
    for text, expected in ((SECOND.replace("ageing", "elderly"), []), (SECOND, ["possible"])):
        article.text = text
        article.save()
        assert analyse_story(ferry)
        assert statuses() == expected


def test_what_no_longer_holds_is_dropped_by_the_next_run(ferry: Story):
    run()
    article = Article.objects.get(outlet__name="Morning Ledger")
    article.text = SECOND.replace("That ageing vessel means peril for everybody", "Nobody asked us about it")
    article.save()
    assert run() == "Ferry: 0 proposed\n"
    assert not Proposal.objects.exists()
    assert statuses() == []


def test_one_story_can_be_chosen(ferry: Story, bring_in: BringIn):
    bring_in("Another\n\n“Nobody came to the meeting,” he said.", story="Other")
    assert run("--story", ferry.slug) == "Ferry: 1 proposed\n"
    with pytest.raises(CommandError, match="no story is called nowhere"):
        run("--story", "nowhere")


def test_one_failure_does_not_stop_the_rest(
    ferry: Story, bring_in: BringIn, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    bring_in("Another\n\n“Nobody came to the meeting,” he said.", story="Other")

    def fail(sentences: list[str]) -> list[list[float]]:
        if any("Nobody" in sentence for sentence in sentences):
            raise MemoryError
        return embed(sentences)

    monkeypatch.setattr(propose, "load_model", lambda: fail)
    with pytest.raises(CommandError, match="1 stories could not be renewed"):
        call_command("propose")
    assert set(capsys.readouterr().out.splitlines()) == {"Ferry: 1 proposed", "Other: FAILED"}
    assert statuses() == ["possible"]


def test_it_can_be_forgotten_without_the_model(ferry: Story, monkeypatch: pytest.MonkeyPatch):
    run()
    monkeypatch.setattr(propose, "load_model", minilm.load_model)
    monkeypatch.setattr(minilm, "RUNTIME", "no_such_runtime")
    assert run("--forget") == "Ferry: 0 proposed\n"
    assert statuses() == []


def test_without_the_extra_it_says_what_to_install(ferry: Story, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(propose, "load_model", minilm.load_model)
    monkeypatch.setattr(minilm, "RUNTIME", "no_such_runtime")
    with pytest.raises(CommandError, match=r"pip install -r requirements-semantic\.txt"):
        run()
    assert not Proposal.objects.exists()


def test_the_page_says_why_and_how_sure(ferry: Story, client: Client):
    run()
    match = Match.objects.get()
    told = client.get(ferry.get_absolute_url()).content.decode()
    assert f"Similar in meaning, by a sentence model: {match.evidence['similarity']}" in told
    assert f"{match.evidence['usual']} on average" in told
