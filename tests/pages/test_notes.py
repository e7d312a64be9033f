"""The notes of an article tell every difference of a statement, with what is doubtful about it."""

import pytest

from articles.analysis import analyse_story
from articles.models import Article, Difference, Match
from tests.pages.rows import make_story
from tests.pages.tree import Element, get

pytestmark = pytest.mark.django_db

OPENED = "We will open the old harbour to fishing boats"
GULL = f"Harbour\n\nRain fell. “{OPENED} in the spring, whatever the cost, with a feast,” said Ann Lee."
HERON = f"Boats\n\nShips wait. “{OPENED} in the autumn … with a feast,” said Ann Lee."


def notes_of(client, article: int) -> list[Element]:
    return get(client, f"/articles/{article}/").all("article", "note")


def partners_of(note: Element) -> list[Element]:
    return [li for li in note.one("ul", "partners").children if isinstance(li, Element)]


def test_what_was_hidden_and_what_was_reworded_are_both_told(client, bring_in):
    bring_in(GULL, outlet="The Gull")
    article = bring_in(HERON, outlet="The Heron")
    assert analyse_story(article.story)
    (note,) = notes_of(client, article.pk)
    (partner,) = partners_of(note)
    assert partner.one("span", "underlined").words == "Reworded"
    told = {said.text for said in partner.one("ul", "told-list").all(css="said")}
    assert {"spring", "autumn"} <= {word for said in told for word in said.split()}
    assert Difference.objects.filter(kind="ellipsis").exists()
    assert any("ellipsis" in li["class"] for li in partner.all("li", "told"))


@pytest.mark.parametrize("translated", [False, True])
def test_a_possible_match_is_told_with_its_notes(client, translated):
    story = make_story(articles=2, statements=1, shared=True)
    Match.objects.update(status="possible", translated=translated)
    (note,) = notes_of(client, story.articles.first().pk)
    (partner,) = partners_of(note)
    assert partner.words.startswith("Possible match: Outlet 1")
    assert ("Translated, which makes other words by itself:" in partner.words) == translated
    assert len(partner.all("li", "told")) == 1


def test_a_possible_match_and_a_sure_one_are_told_apart(client):
    make_story(articles=3, statements=2, shared=True)
    first, last = Difference.objects.order_by("pk").filter(match__statement__position=1)
    Match.objects.filter(pk=first.match_id).update(status="possible")
    assert first.match.b.pk == last.match.a.pk
    note = notes_of(client, last.match.a.article_id)[-1]
    words = [li.words for li in partners_of(note)]
    assert [said.partition(":")[0] for said in words] == ["Reworded", "Possible match"]
    third = Article.objects.order_by("pk").last()
    address = f"/stories/bridges/side-by-side/?third={third.pk}&statement={last.match.statement_id}"
    panel = get(client, address)
    assert panel.one(id="panel").words.count("Possible match:") == 1


def test_outlets_that_print_the_same_words_are_named_together(client, bring_in):
    words = "Nobody was ever asked about the bridge"
    article = bring_in(f"One\n\nRain fell. “{words}, and that is a shame,” said Ann Lee.", outlet="The Gull")
    for outlet in ("The Heron", "The Tern"):
        bring_in(f"{outlet}\n\nShips wait. “{words},” said Ann Lee.", outlet=outlet)
    assert analyse_story(article.story)
    (note,) = notes_of(client, article.pk)
    (partner,) = partners_of(note)
    assert [a.words for a in partner.all("a") if "#q" in a["href"]] == ["The Heron", "The Tern"]
    assert len(partner.all("li", "told")) == 1


def test_punctuation_which_is_not_told_here_sets_no_partner_apart(client):
    make_story(articles=3, statements=2, shared=True)
    first, last = Difference.objects.order_by("pk").filter(match__statement__position=1)
    assert first.match.b.pk == last.match.a.pk
    Difference.objects.create(match=last.match, kind="punctuation", a=[3, 3], b=[3, 4], position=1)
    note = notes_of(client, last.match.a.article_id)[-1]
    (partner,) = partners_of(note)
    assert len([a for a in partner.all("a") if "#q" in a["href"]]) == 2


def test_the_way_to_side_by_side_is_given_once_for_an_article(client, bring_in):
    words = "Nobody was ever asked about the bridge"
    article = bring_in(f"One\n\nRain fell. “{words},” said Ann Lee.", outlet="The Gull")
    twice = f"Two\n\nShips wait. “{words},” said Ann Lee.\n\nIt snowed. “{words},” Lee said."
    bring_in(twice, outlet="The Heron")
    assert analyse_story(article.story)
    (note,) = notes_of(client, article.pk)
    (partner,) = partners_of(note)
    links = [a["href"] for a in partner.all("a")]
    assert ["side-by-side" in link for link in links] == [False, False, True]


def test_many_differences_are_all_there_the_rest_on_demand(client):
    story = make_story(articles=2, statements=1, shared=True)
    row = Difference.objects.get()
    Difference.objects.bulk_create(
        Difference(match=row.match, kind="wording", a=[n, n + 3], b=[n, n + 3], position=n)
        for n in range(4, 9)
    )
    (note,) = notes_of(client, story.articles.first().pk)
    assert note.one("details").one("summary").words == "2 more differences"
    assert len(note.all("li", "told")) == 6


def test_changed_words_are_told_before_cuts_that_change_none(client):
    make_story(articles=3, statements=2, shared=True)
    first = Match.objects.get(a__article__outlet__name="Outlet 0", statement__position=1, status="verbatim")
    Difference.objects.create(match=first, kind="ellipsis", a=[0, 3], b=[0, 3], position=0)
    Difference.objects.exclude(match=first).update(kind="wording")
    note = notes_of(client, first.a.article_id)[-1]
    assert [li.words.partition(":")[0] for li in partners_of(note)] == ["Reworded", "Word for word"]


def test_places_of_one_article_are_listed_as_one_sentence(client, bring_in):
    words = "Nobody was ever asked about the bridge"
    rain = "Rain fell on the town and on the bridge from Monday morning to the evening of Wednesday."
    text = f"‘{words}’\n\n{rain}\n\n“{words}, nor of the road,” said Ann Lee."
    article = bring_in(text, outlet="The Gull")
    assert analyse_story(article.story)
    places = notes_of(client, article.pk)[0].one("p", "meta").words
    assert places.startswith("In the headline, paragraph 2 of 2 (end")
