"""An editor's correction survives every analysis, and a change of the text around it."""

import pytest

from articles.analysis import analyse_story
from articles.intake import Brought, fill_article
from articles.models import Correction, Quotation, Speaker

pytestmark = pytest.mark.django_db


def first_quotation(harbour, outlet: str) -> Quotation:
    of_outlet = Quotation.objects.filter(article__story=harbour, article__outlet__name=outlet)
    found = of_outlet.exclude(kind="indirect").first()
    assert found is not None
    return found


def correct(quotation: Quotation, **changes: object) -> Correction:
    return Correction.objects.create(
        article=quotation.article,
        start=quotation.start,
        words=quotation.article.text[quotation.start : quotation.end],
        **changes,
    )


def test_a_corrected_speaker_stays_through_analyses(harbour):
    quotation = first_quotation(harbour, "The Courier")
    hale = Speaker.objects.get(name="Tom Hale")
    correct(quotation, speaker=hale)
    for _ in range(2):
        assert analyse_story(harbour)
        quotation.refresh_from_db()
        assert quotation.speaker == hale
        assert quotation.reason == "put right by an editor"


def test_a_speaker_taken_away_is_not_stated(harbour):
    quotation = first_quotation(harbour, "The Courier")
    correct(quotation, speaker=None)
    assert analyse_story(harbour)
    quotation.refresh_from_db()
    assert quotation.speaker is None


def test_words_that_are_no_quotation_are_left_unmarked(harbour):
    quotation = first_quotation(harbour, "The Courier")
    correct(quotation, is_quotation=False)
    assert analyse_story(harbour)
    assert not Quotation.objects.filter(pk=quotation.pk).exists()


def test_a_correction_follows_its_words_when_the_text_changes(harbour):
    quotation = first_quotation(harbour, "The Courier")
    hale = Speaker.objects.get(name="Tom Hale")
    correct(quotation, speaker=hale)
    article = quotation.article
    longer = bytes(article.upload).decode().replace("The mayor of", "On a cold and windy day the mayor of")
    fill_article(article, Brought(longer.encode(), "article.txt"))
    article.save()
    assert analyse_story(harbour)
    moved = Quotation.objects.get(article=article, start=article.text.index("“We will not"))
    assert moved.start != quotation.start
    assert moved.speaker == hale


def test_a_speaker_whom_only_an_editor_named_is_kept(harbour):
    quotation = first_quotation(harbour, "The Courier")
    nobody_printed = Speaker.objects.create(key="maria holt", name="Maria Holt", slug="maria-holt")
    correct(quotation, speaker=nobody_printed)
    assert analyse_story(harbour)
    quotation.refresh_from_db()
    assert quotation.speaker == nobody_printed
