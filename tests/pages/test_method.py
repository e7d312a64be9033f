"""The method page: readable without any article, with live examples where there are some."""

from pathlib import Path

import pytest
from django.conf import settings

from articles.engine.differences.differences import DifferenceKind
from articles.models import Article, Difference
from articles.pages.method import MEANINGS, read_accuracy
from tests.pages.rows import make_story
from tests.pages.tree import get

pytestmark = pytest.mark.django_db


def test_it_explains_every_kind_without_any_article(client):
    page = get(client, "/method/")
    assert len(page.all("tbody")[1].all("tr")) == len(DifferenceKind)
    assert list(MEANINGS) == list(DifferenceKind)
    assert not page.all(css="said")


def test_its_examples_are_exact_slices_and_lead_to_their_place(client):
    make_story(articles=2, statements=2, shared=True)
    page = get(client, "/method/")
    assert page.all(css="said")
    for said in page.all(css="said"):
        text = Article.objects.get(pk=said["data-article"]).text
        assert said.text == text[int(said["data-start"]) : int(said["data-end"])]
    for link in page.all("tbody")[1].all("a"):
        assert get(client, link["href"])


def test_a_draft_is_no_example(client):
    make_story(articles=2, statements=2, shared=True)
    Article.objects.update(publication=Article.Publication.DRAFT)
    assert not get(client, "/method/").all(css="said")


def test_both_variants_vary_on_the_same_headers(client):
    for headers in ({}, {"HX-Request": "true", "HX-Target": "anything"}):
        assert "HX-Target" in client.get("/method/", headers=headers).headers["Vary"]


def test_its_figures_are_those_of_the_accuracy_report(client):
    accuracy = read_accuracy()
    report = Path(settings.BASE_DIR) / "docs" / "accuracy.md"
    page = get(client, "/method/")
    for figure in accuracy.figures:
        assert figure.value in report.read_text("utf-8")
        assert figure.value in page.text
        assert figure.others in page.text
        assert figure.means in page.text
    if not accuracy.figures:
        assert "No figures have been published" in page.text


def test_one_example_is_worked_through_from_the_words_to_the_status(client):
    make_story(articles=2, statements=2, shared=True)
    row = Difference.objects.last()
    Difference.objects.filter(pk=row.pk).update(kind="negation")
    worked = get(client, "/method/").one(css="worked")
    texts = [end.article.text for end in (row.match.a, row.match.b)]
    spans = [row.match.a_spans[0], row.match.b_spans[0]]
    for quote, text, span in zip(worked.all("blockquote"), texts, spans, strict=True):
        assert (
            "".join(piece.text for piece in quote.walk() if "data-start" in piece.attributes)
            == text[slice(*span)]
        )
    for end in (row.match.a, row.match.b):
        assert (
            f"“{end.article.text[slice(*(end.mention or ()))]}”, traced to {end.speaker.name}" in worked.words
        )
    assert f"{row.match.evidence['shared']} words agree" in worked.words
    assert [said.text for said in worked.all("ul")[0].all(css="said")] == [
        text[slice(*place)] for text, place in zip(texts, (row.a, row.b), strict=True)
    ]
    assert get(client, worked.all("a")[-1]["href"]).one("aside", id="panel")


def test_without_a_difference_of_words_nothing_is_worked_through(client):
    make_story(articles=2, statements=2, shared=True)
    Difference.objects.update(kind="punctuation")
    assert not get(client, "/method/").all(css="worked")
