"""Versions of one article: one is compared, all are kept, and what changed between them is stored."""

from datetime import UTC, datetime

import pytest

from articles.analysis import analyse_story
from articles.editions import compared_version, follow, keep_together, version_before
from articles.models import (
    Article,
    Copies,
    Correction,
    Match,
    Quotation,
    Revision,
    Series,
    Speaker,
    Statement,
    Story,
    Version,
)
from tests.conftest import HARBOUR, BringIn

pytestmark = pytest.mark.django_db

COURIER = HARBOUR["The Courier"]
CHANGED = COURIER.replace("We will not raise", "We will raise").replace(
    "Monday after ten", "Monday, after ten"
)
HALE = "It was a long wait, and we lost two good boats while the council talked"


def earlier_of(harbour: Story) -> Article:
    found: Article = harbour.articles.filter(outlet__name="The Courier").earliest("pk")
    return found


@pytest.fixture
def later(harbour: Story, bring_in: BringIn) -> Article:
    """A later version of the Courier's article, analysed."""
    article = bring_in(CHANGED, outlet="The Courier")
    follow(article, earlier_of(harbour))
    assert analyse_story(harbour)
    article.refresh_from_db()
    return article


def quoted(article: Article, words: str) -> Quotation:
    start = article.text.index(words)
    return article.quotations.get(start__lte=start, end__gt=start)


def test_only_the_later_version_is_compared(harbour, later):
    earlier = earlier_of(harbour)
    assert (earlier.current, later.current) == (False, True)
    assert not Version.objects.filter(quotation__article=earlier).exists()
    assert not Match.objects.filter(a__article=earlier).exists()
    assert not Match.objects.filter(b__article=earlier).exists()
    assert not Copies.objects.exists()
    assert earlier.quotations.exists()


def test_the_results_are_those_of_the_later_version_alone(harbour, later):
    found = describe()
    Revision.objects.all().delete()
    earlier_of(harbour).delete()
    assert analyse_story(harbour)
    assert describe() == found


def describe() -> list[tuple[object, ...]]:
    rows = Match.objects.order_by("a__start", "b__start", "a__article", "b__article")
    return [
        *rows.values_list("a__article", "a_spans", "b__article", "b_spans", "status", "evidence"),
        *Quotation.objects.filter(article__current=True).values_list(
            "article", "start", "speaker", "backing"
        ),
    ]


def test_what_changed_is_stored_with_its_two_places(harbour, later):
    revision = Revision.objects.get()
    assert (revision.earlier, revision.later) == (earlier_of(harbour), later)
    assert [found.kind.value for found in revision.values()] == ["negation"]
    assert revision.now == revision.b
    (found,) = revision.values()
    assert revision.earlier.text[slice(*found.a)] == "not"


def test_analysed_again_it_is_the_same(harbour, later):
    def rows():
        return list(Revision.objects.values_list("a", "b", "now", "a_spans", "b_spans", "differences"))

    before = rows()
    assert analyse_story(harbour)
    assert rows() == before


def test_a_statement_keeps_its_address(harbour, bring_in):
    own = Statement.objects.get(versions__quotation=quoted(earlier_of(harbour), HALE))
    article = bring_in(CHANGED, outlet="The Courier")
    follow(article, earlier_of(harbour))
    analyse_story(harbour)
    assert Statement.objects.get(versions__quotation=quoted(article, HALE)) == own
    Article.objects.filter(pk=article.pk).update(publication=Article.Publication.DRAFT)
    analyse_story(harbour)
    assert Statement.objects.get(versions__quotation=quoted(earlier_of(harbour), HALE)) == own


def test_a_draft_takes_nothing_from_what_readers_see(harbour, bring_in):
    article = bring_in(CHANGED, outlet="The Courier", draft=True)
    follow(article, earlier_of(harbour))
    analyse_story(harbour)
    article.refresh_from_db()
    assert (earlier_of(harbour).current, article.current) == (True, False)
    assert Revision.objects.get().now is None
    Article.objects.filter(pk=article.pk).update(publication=Article.Publication.PUBLISHED)
    analyse_story(harbour)
    article.refresh_from_db()
    assert (earlier_of(harbour).current, article.current) == (False, True)
    assert Revision.objects.get().now is not None


def test_a_change_two_versions_ago_is_told_of_the_quotation_that_stands_now(harbour, later, bring_in):
    third = bring_in(CHANGED.replace("Fishermen had", "The fishermen had"), outlet="The Courier")
    follow(third, later)
    analyse_story(harbour)
    third.refresh_from_db()
    assert third.edition == 3
    revision = Revision.objects.get()
    assert revision.later == later
    assert revision.now.article == third


def test_a_version_that_goes_leaves_the_one_before_compared(harbour, later):
    later.delete()
    analyse_story(harbour)
    assert earlier_of(harbour).current
    assert not Revision.objects.exists()
    assert Version.objects.filter(quotation__article=earlier_of(harbour)).exists()


def test_taken_apart_both_are_compared(harbour, later):
    follow(later, None)
    analyse_story(harbour)
    assert not Series.objects.exists()
    assert not Revision.objects.exists()
    assert harbour.articles.filter(current=True).count() == 4


def test_versions_are_found_and_moved_together(harbour, later):
    earlier = earlier_of(harbour)
    assert version_before(later) == earlier
    assert version_before(earlier) is None
    assert compared_version(earlier) == compared_version(later) == later
    later.story = Story.objects.create(title="Elsewhere")
    later.save()
    keep_together(later)
    assert set(later.story.articles.all()) == {earlier, later}


def test_a_correction_of_the_earlier_version_holds_where_the_words_stand_again(harbour, bring_in):
    earlier = earlier_of(harbour)
    lund = Speaker.objects.get(name="Ada Lund")
    for words in (HALE, "We will not raise"):
        found = quoted(earlier, words)
        said = earlier.text[found.start : found.end]
        Correction.objects.create(article=earlier, start=found.start, words=said, speaker=lund)
    article = bring_in(CHANGED, outlet="The Courier")
    follow(article, earlier)
    analyse_story(harbour)
    assert quoted(article, HALE).speaker == lund
    assert quoted(article, "We will raise").speaker != lund
    assert quoted(earlier, "We will not raise").speaker == lund
    assert Correction.objects.filter(article=earlier).count() == 2


def test_a_correction_of_the_later_version_goes_before_one_of_the_earlier(harbour, later):
    earlier = earlier_of(harbour)
    for article, name in ((earlier, "Ada Lund"), (later, "Jane Smith")):
        found = quoted(article, HALE)
        said = article.text[found.start : found.end]
        speaker = Speaker.objects.get(name=name)
        Correction.objects.create(article=article, start=found.start, words=said, speaker=speaker)
    analyse_story(harbour)
    assert quoted(later, HALE).speaker.name == "Jane Smith"
    assert quoted(earlier, HALE).speaker.name == "Ada Lund"


def test_the_same_date_is_no_reason_to_refuse(harbour, later):
    Article.objects.update(published_at=datetime(2026, 3, 2, tzinfo=UTC))
    assert analyse_story(harbour)
    assert Revision.objects.count() == 1
