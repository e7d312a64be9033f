"""A statement on the story page: its versions, their base, and what is told of them."""

import pytest
from django.utils import timezone

from articles.analysis import analyse_story
from articles.models import Article, Difference, Match, Quotation, Speaker, Version
from articles.pages.versions import name_third
from tests.pages.rows import make_story
from tests.pages.story_page import ADDRESS, numbers, statements
from tests.pages.tree import get

pytestmark = pytest.mark.django_db


def test_versions_of_the_same_words_are_set_once_with_every_place(client, bridges):
    page = get(client, f"{ADDRESS}?status=rewritten")
    for statement in statements(page):
        versions = statement.all("div", "version")
        assert len(versions) == 2
        printed = Version.objects.filter(statement=int(statement["id"][1:])).count()
        places = [a for v in versions for a in v.all("a") if "#q" in a["href"]]
        assert len(places) == printed


def test_the_base_is_the_asked_article_and_differences_are_from_it(client, bridges):
    second = Version.objects.filter(rank__gt=0).order_by("statement").first()
    page = get(client, f"{ADDRESS}?base={second.quotation.article_id}")
    statement = page.one("article", id=f"s{second.statement_id}")
    base, *others = statement.all("div", "version")
    assert {
        e["data-article"] for e in base.one("blockquote").all("span") if "data-start" in e.attributes
    } == {str(second.quotation.article_id)}
    assert "base-version" in base["class"]
    assert all(version.all(css="diff") for version in others)
    assert page.one("select", id="choose-base").one("option", selected="")["value"] == str(
        second.quotation.article_id
    )
    assert all("base=" in a["href"] for a in page.one("ul", "chips").all("a"))


def test_the_coverage_map_joins_to_the_fullest_version_and_counts_its_words(client, bridges):
    page = get(client, f"{ADDRESS}?status=rewritten")
    for statement in statements(page):
        fullest = Version.objects.get(statement=int(statement["id"][1:]), rank=0)
        text = fullest.quotation.article.text
        pieces = statement.one(css="base-version").one("blockquote").all(css="part")
        assert "".join(piece.text for piece in pieces) == text[slice(*fullest.spans[0])]
        carried = statement.one("ul", "carried").all(css="part")
        assert sum(numbers(c.text)[0] for c in carried) == len(text[slice(*fullest.spans[0])].split())


def test_words_that_another_outlet_changed_are_not_carried_by_it(client):
    make_story(articles=2, statements=1, shared=True)
    base = get(client, ADDRESS).one(css="base-version")
    carried = [piece.text.strip() for piece in base.one("blockquote").all(css="c3")]
    assert carried[0] == "We"
    assert "will" not in " ".join(carried).split()


def test_side_by_side_opens_at_the_statement(client, bridges):
    link = next(a for a in statements(get(client, ADDRESS))[0].all("a") if "side-by-side" in a["href"])
    assert get(client, link["href"]).all(id="what-changed")


def test_every_match_says_why_and_how_sure(client, bridges):
    for statement in statements(get(client, f"{ADDRESS}?status=rewritten")):
        reasons = [d for d in statement.all("details") if "Why matched" in d.text]
        assert "words agree" in reasons[0].text


def test_what_is_reported_in_own_words_is_no_second_quotation(client):
    make_story(articles=2, statements=1, shared=True)
    quotation = Quotation.objects.last()
    Quotation.objects.filter(pk=quotation.pk).update(kind="indirect")
    quotation.matches_as_b.update(reported=True, status="possible")
    (statement,) = statements(get(client, ADDRESS))
    assert "sole" in statement["class"]
    assert "in its own words" in statement.text
    assert "Only in Outlet 0" in statement.one("header").words


def test_the_same_words_under_another_name_are_a_version_of_their_own(client, db):
    make_story(articles=3, statements=2, shared=True)
    match = Match.objects.select_related("b").get(status="verbatim")
    before = get(client, ADDRESS).all("div", "version")
    match.b.speaker = Speaker.objects.create(key="another", name="Another Speaker", slug="another")
    match.b.save()
    Difference.objects.create(match=match, kind="speaker", a=match.a_spans[0], b=match.b_spans[0], position=0)
    Article.objects.update(analysed_at=timezone.now())
    after = get(client, ADDRESS).all("div", "version")
    assert len(after) == len(before) + 1
    assert sum("gives them to Another Speaker" in version.words for version in after) == 1


def test_a_report_in_own_words_is_never_said_to_be_below_what_it_is_above(client, db):
    make_story(articles=2, statements=1)
    match = Match.objects.get()
    Match.objects.update(reported=True, status="possible", evidence={**match.evidence, "strength": 11.3})
    Quotation.objects.filter(pk=match.b_id).update(kind="indirect", stretches=[])
    words = get(client, ADDRESS).words
    assert "Its strength is 11.3; 11 is needed to say that a report" in words
    assert "below the" not in words


def test_dots_that_stand_alone_are_no_word(client, db):
    story = make_story(articles=1, statements=1)
    version = Version.objects.select_related("quotation__article").get()
    article, (start, end) = version.quotation.article, version.spans[0]
    cut = article.text[start:end].replace("the first of", "… of –")
    Article.objects.filter(pk=article.pk).update(text=article.text.replace(article.text[start:end], cut))
    Version.objects.update(spans=[[start, start + len(cut)]])
    assert f"{len(cut.split()) - 2} words" in get(client, f"/stories/{story.slug}/").all("table")[0].words


@pytest.mark.parametrize(
    ("number", "total", "third"),
    [(1, 1, "opening"), (1, 2, "opening"), (2, 2, "end"), (3, 9, "opening"), (4, 9, "middle"), (7, 9, "end")],
)
def test_the_third_of_an_article_is_named(number, total, third):
    assert name_third(number, total) == third


def test_a_version_says_where_it_stands_and_whether_it_is_the_first_quotation(client):
    story = make_story(articles=2, statements=6, shared=True)
    page = get(client, story.get_absolute_url())
    firsts = {a.quotations.order_by("start").first().pk: a for a in story.articles.all()}
    said = {}
    for version in page.all(css="version"):
        place = next(a["href"] for a in version.all("a") if "#q" in a["href"])
        said[int(place.split("#q")[1])] = version.all("p", "meta")[0].words
    assert said
    for quotation, words in said.items():
        number, total = numbers(words.split("paragraph ")[1])[:2]
        assert f"({name_third(number, total)}" in words
        assert ("its first quotation" in words) == (quotation in firsts)


def test_only_paragraphs_of_the_body_are_counted(client, bring_in):
    article = bring_in(
        "Ferry sails\n\nFrom our desk\n\n“The ferry will sail again on Monday at noon,” said Ann Lee.\n\n"
        "It rained.\n\n“Nobody was ever told of the broken rudder,” said Tom Reed.\n\nSeaford Press"
    )
    assert analyse_story(article.story)
    page = get(client, article.story.get_absolute_url())
    places = [version.all("p", "meta")[0].words for version in page.all(css="version")]
    assert ["paragraph 1 of 3 (opening; its first quotation)" in words for words in places] == [True, False]
    assert "paragraph 3 of 3 (end)" in places[1]


@pytest.mark.parametrize(
    ("between", "place"),
    [
        (["What comes next"], "2 of 2"),
        (["The year 2031"], "2 of 2"),
        (["A rudder broke", "Nobody knew"], "4 of 4"),
        (["It rained."], "3 of 3"),
        (["The rain that had fallen on the harbour and the town since noon did not stop"], "3 of 3"),
        (["The rain that had fallen on the harbour and"], "3 of 3"),
    ],
)
def test_a_cross_heading_is_no_paragraph(client, bring_in, between, place):
    first, last = "It rained until the evening.", "“The ferry will sail on Monday at noon,” said Ann Lee."
    article = bring_in("\n\n".join(["Ferry sails", first, *between, last]))
    assert analyse_story(article.story)
    (version,) = get(client, article.story.get_absolute_url()).all(css="version")
    assert f"paragraph {place} (end; its first quotation)" in version.all("p", "meta")[0].words


def test_what_a_cross_heading_quotes_stands_in_the_paragraph_that_it_heads(client, bring_in):
    first = "It rained all day, and the ferry stayed in the harbour until the evening."
    last = "“No one was ever told of the rudder,” said Tom Reed, who has steered the ferry for a year."
    article = bring_in("\n\n".join(["Ferry sails", first, "‘Never told’ of the broken rudder", last]))
    assert analyse_story(article.story)
    page = get(client, article.story.get_absolute_url())
    for version in page.all(css="version"):
        assert "paragraph 2 of 2" in version.all("p", "meta")[0].words


def test_a_cut_without_a_mark_is_not_set_with_the_same_cut_under_dots(client, bring_in):
    whole = (
        "“I asked for the report in March, I asked again in June, and I still have not read a page of it,”"
    )
    dots = "“I asked for the report in March … and I still have not read a page of it,”"
    silent = "“I asked for the report in March, and I still have not read a page of it,”"
    for outlet, words in {
        "The Gull": whole,
        "The Heron": dots,
        "The Tern": silent,
        "The Wren": silent,
    }.items():
        article = bring_in(f"{outlet}\n\nRain fell. {words} said Ann Lee.", outlet=outlet)
    assert analyse_story(article.story)
    first, second, third = get(client, article.story.get_absolute_url()).all(css="version")
    assert "Word for word beside The Gull" in second.all("p", "meta")[0].words
    assert "Reworded beside The Gull" in third.all("p", "meta")[0].words
    assert "leaves it out without a mark" in third.one("ul", "told-list").words
    assert "The same words" not in first.words + second.words
    assert "The same words: The Wren" in third.words


def test_the_same_words_as_those_of_another_are_said_to_be_so(client):
    make_story(articles=3, statements=2, shared=True)
    again = Match.objects.get(status="verbatim").b
    other = Speaker.objects.exclude(quotations=again).first()
    assert other
    for speaker, words in ((other, f"as the words of {other.name}"), (None, "speaker not stated")):
        Quotation.objects.filter(pk=again.pk).update(speaker=speaker)
        version = next(
            v for v in get(client, "/stories/bridges/").all(css="version") if "same words" in v.words
        )
        assert "The same words: Outlet " in version.words
        assert words in version.words
