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


def mark(article, words: str, **changes: object) -> Correction:
    start = article.text.index(words)
    return Correction.objects.create(article=article, start=start, words=words, **changes)


def marked(article) -> list[str]:
    quoted = article.quotations.exclude(kind="indirect").order_by("start")
    return [article.text[start:end] for found in quoted for start, end in found.parts]


def test_boundaries_are_put_right_and_stay_so(harbour):
    quotation = first_quotation(harbour, "The Courier")
    article, hale = quotation.article, Speaker.objects.get(name="Tom Hale")
    before = marked(article)
    shorter = "We will not raise the harbour fees this year"
    mark(article, shorter, speaker=hale)
    for _ in range(2):
        assert analyse_story(harbour)
        assert shorter in marked(article)
        assert before[0] not in marked(article)
    found = article.quotations.get(start=article.text.index(shorter))
    assert (found.speaker, found.reason) == (hale, "put right by an editor")
    assert found.versions.exists()


def test_one_quotation_is_made_of_two_with_their_marks(harbour):
    article = first_quotation(harbour, "The Courier").article
    start = article.text.index("“We will not")
    end = article.text.index("water.”") + len("water.”")
    mark(article, article.text[start:end])
    assert analyse_story(harbour)
    found = article.quotations.get(start=start, end=end)
    pieces = [article.text[a:b] for a, b in found.stretches]
    assert pieces == [
        "“We will not raise the harbour fees this year,”",
        "“The harbour belongs to everyone who works on the water.”",
    ]


def test_words_that_nobody_found_are_marked(harbour):
    article = first_quotation(harbour, "The Courier").article
    words = "Fishermen had feared higher fees."
    mark(article, words, speaker=Speaker.objects.get(name="Tom Hale"))
    assert analyse_story(harbour)
    assert words in marked(article)
    Correction.objects.all().delete()
    assert analyse_story(harbour)
    assert words not in marked(article)


def test_what_lies_in_words_to_be_left_unmarked_is_unmarked(harbour):
    article = first_quotation(harbour, "The Courier").article
    mark(article, article.text[article.text.index("“We will not") :], is_quotation=False)
    assert analyse_story(harbour)
    assert marked(article) == []


def test_what_was_said_of_a_quotation_stands_beside_what_is_said_of_more(harbour):
    quotation = first_quotation(harbour, "The Courier")
    article, hale = quotation.article, Speaker.objects.get(name="Tom Hale")
    correct(quotation, speaker=hale)
    mark(article, article.text[quotation.start + 1 : quotation.end + 20])
    assert analyse_story(harbour)
    quotation.refresh_from_db()
    assert quotation.speaker == hale


def test_words_that_are_gone_from_the_text_wait(harbour):
    article = first_quotation(harbour, "The Courier").article
    before = marked(article)
    Correction.objects.create(article=article, start=10, words="Nobody prints this.")
    assert analyse_story(harbour)
    assert marked(article) == before
