"""The story page: whole, as a fragment, refused; its numbers reconcile and its queries do not grow."""

import gzip
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article, Difference, Match, Quotation, Speaker, Statement, Story, Version
from articles.pages.versions import name_third
from tests.pages.rows import copy_of, make_story
from tests.pages.tree import Element, get

pytestmark = pytest.mark.django_db

ADDRESS = "/stories/bridges/"
MOST_QUERIES = 12


@pytest.fixture
def bridges(db):
    return make_story(articles=4, statements=12)


def cells(row: Element) -> list[Element]:
    return [cell for cell in row.children if isinstance(cell, Element) and cell.tag in ("th", "td")]


def statements(page: Element) -> list[Element]:
    return page.all("article", "statement")


def numbers(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", text)]


def test_the_page_holds_strip_tables_and_statements(client, bridges):
    page = get(client, ADDRESS)
    assert page.one("h1").words == "Bridges"
    assert len(page.all("table")) == 2
    assert len(statements(page)) == 12
    assert all(len(s.all("h3")) == 1 for s in statements(page))


def test_the_sentence_and_the_strip_say_the_same_numbers(client, bridges):
    page = get(client, ADDRESS)
    sentence = page.all("p", "sentence")[0].words
    assert sentence == "4 of 12 statements were printed by more than one outlet: 4 reworded."
    shares = [numbers(li.all("b")[0].text)[0] for li in page.one("ul", "shares").all("li")]
    assert sum(shares) == 12
    bar = page.all("svg", "stripe")[0].all("line")
    assert bar[0]["x1"] == "0.0%"
    assert bar[-1]["x2"] == "100.0%"


def test_the_fragment_is_served_for_its_target_only(client, bridges):
    assert not get(client, ADDRESS, "statements").all("html")
    assert get(client, ADDRESS, "elsewhere").all("html")


def test_both_variants_vary_on_the_same_headers(client, bridges):
    for headers in ({}, {"HX-Request": "true", "HX-Target": "statements"}):
        vary = client.get(ADDRESS, headers=headers).headers["Vary"]
        assert {"HX-Request", "HX-Target"} <= {name.strip() for name in vary.split(",")}


def test_an_unknown_story_and_one_of_drafts_answer_404(client, bridges):
    Article.objects.update(publication=Article.Publication.DRAFT)
    assert client.get(ADDRESS).status_code == 404
    assert client.get("/stories/nothing/").status_code == 404


@pytest.mark.parametrize(
    "query", ["?base=x", "?base=999999", "?page=0", "?page=99", "?page=-1", "?statement=%00", "?kind=none"]
)
def test_no_query_string_breaks_the_page(client, bridges, query):
    page = get(client, ADDRESS + query)
    assert statements(page)
    if "base" in query or "kind" in query:
        assert page.all(css="ignored")


def test_every_row_of_the_grid_reconciles_with_its_cells(client, bridges):
    grid = get(client, ADDRESS).all("table")[0]
    rows = [cells(row) for row in grid.one("tbody").all("tr")]
    printed = [[bool(cell.all("a")) for cell in row[2:]] for row in rows]
    assert [numbers(row[1].text)[0] for row in rows] == [sum(row) for row in printed]
    totals = [numbers(cell.text)[0] for cell in cells(grid.one("tfoot").one("tr"))[1:]]
    assert totals == [len(rows), *(sum(column) for column in zip(*printed, strict=True))]


def test_the_cells_of_the_grid_lead_to_the_words(client, bridges):
    for link in get(client, ADDRESS).all("table")[0].one("tbody").all("td")[0].all("a"):
        address, _, anchor = link["href"].partition("#")
        assert get(client, address).all(id=anchor)


@pytest.mark.parametrize("query", ["", "?status=rewritten", "?q=tenth", "?speaker=speaker-1&outlet=outlet-2"])
def test_a_speaker_cell_leads_to_exactly_its_statements(client, bridges, query):
    table = get(client, ADDRESS + query).all("table")[1]
    links = table.one("tbody").all("a") + table.one("tfoot").all("a")
    assert links
    for link in links:
        assert len(statements(get(client, ADDRESS + link["href"]))) == numbers(link.text)[0]


def test_a_statement_without_a_speaker_has_a_row_that_leads_to_it(client, bridges):
    Quotation.objects.filter(speaker__slug="speaker-1").update(speaker=None)
    table = get(client, ADDRESS).all("table")[1]
    (row,) = [row for row in table.one("tbody").all("tr") if "not stated" in row.text]
    page = get(client, ADDRESS + row.all("a")[0]["href"])
    assert {s.one("h3").words.split()[-1] for s in statements(page)} == {"stated"}


def test_a_statement_of_two_speakers_counts_for_both(client, bridges):
    quotation = Quotation.objects.filter(speaker__slug="speaker-0").first()
    quotation.speaker = Speaker.objects.get(slug="speaker-3")
    quotation.save()
    test_a_speaker_cell_leads_to_exactly_its_statements(client, bridges, "")


def test_two_articles_of_one_outlet_share_a_column(client, bridges):
    first = Article.objects.get(outlet__name="Outlet 0")
    Article.objects.filter(outlet__name="Outlet 1").update(outlet=first.outlet)
    page = get(client, ADDRESS)
    assert len(page.all("table")[1].one("thead").all("th")) == 2 + 3
    test_a_speaker_cell_leads_to_exactly_its_statements(client, bridges, "")


def test_the_gravest_differences_come_first(client, bridges):
    last = Difference.objects.last()
    Difference.objects.filter(pk=last.pk).update(kind="negation")
    first = statements(get(client, ADDRESS))[0]
    assert first["id"] == f"s{last.match.statement_id}"


def test_versions_of_the_same_words_are_set_once_with_every_place(client, bridges):
    page = get(client, f"{ADDRESS}?status=rewritten")
    for statement in statements(page):
        versions = statement.all("div", "version")
        assert len(versions) == 2
        printed = Version.objects.filter(statement=int(statement["id"][1:])).count()
        places = [a for v in versions for a in v.all("a") if "#q" in a["href"]]
        assert len(places) == printed


def test_the_base_is_the_asked_article_and_differences_are_from_it(client, bridges):
    second = Version.objects.filter(fullest=False).order_by("statement").first()
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
        fullest = Version.objects.get(statement=int(statement["id"][1:]), fullest=True)
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


def test_an_outlet_left_out_what_it_does_not_print(client, bridges):
    page = get(client, ADDRESS)
    for article in bridges.articles.all():
        section = page.one(id=f"out-{article.pk}")
        mine = set(Version.objects.filter(quotation__article=article).values_list("statement", flat=True))
        parent = next(e for e in page.all("section") if section in e.children)
        assert numbers(parent.one("p").text)[0] == 12 - len(mine)


def test_copies_count_as_one_text_with_the_reason(client, bridges):
    copy_of(bridges, list(bridges.articles.all()[:3]), "they share 90 % of their text")
    page = get(client, ADDRESS)
    assert "2 independent texts" in page.one("header", "head").words
    assert "90 %" in page.one(id="copies").text


def test_a_copy_among_drafts_is_not_told_to_readers(client, bridges):
    a, b = bridges.articles.all()[:2]
    copy_of(bridges, [a, b], "the same text")
    Article.objects.filter(pk=b.pk).update(publication=Article.Publication.DRAFT)
    assert not get(client, ADDRESS).all(id="copies")


def test_a_long_list_is_paged_and_every_statement_stands_on_one_page(client):
    story = make_story(articles=6, statements=130)
    seen, address = [], ADDRESS
    while address:
        page = get(client, address)
        seen += [s["id"] for s in statements(page)]
        following = page.all("a", rel="next")
        address = ADDRESS + following[0]["href"].partition("#")[0] if following else ""
    assert sorted(seen) == sorted(f"s{pk}" for pk in story.statements.values_list("pk", flat=True))
    assert len(seen) == len(set(seen)) == 130


def test_the_address_of_a_statement_opens_its_page(client):
    make_story(articles=6, statements=130)
    last = Statement.objects.last()
    assert get(client, f"{ADDRESS}?statement={last.pk}").all("article", id=f"s{last.pk}")


def test_an_empty_result_says_which_filter_to_drop(client, bridges):
    page = get(client, f"{ADDRESS}?q=submarine")
    assert not statements(page)
    assert page.all(css="empty")


def test_one_article_has_nothing_to_be_compared_with(client):
    make_story(articles=1, statements=2)
    page = get(client, ADDRESS)
    assert "nothing to compare it with" in page.all("p", "sentence")[0].text
    assert not page.all(id="choose-base")


def test_what_is_reported_in_own_words_is_no_second_quotation(client):
    make_story(articles=2, statements=1, shared=True)
    quotation = Quotation.objects.last()
    Quotation.objects.filter(pk=quotation.pk).update(kind="indirect")
    quotation.matches_as_b.update(reported=True, status="possible")
    (statement,) = statements(get(client, ADDRESS))
    assert "sole" in statement["class"]
    assert "in its own words" in statement.text
    assert "Only in Outlet 0" in statement.one("header").words


@pytest.mark.parametrize("query", ["", "?status=rewritten", "?base=1&q=new", "?page=2"])
@pytest.mark.parametrize("target", ["", "statements"])
def test_queries_are_few_and_do_not_grow(client, query, target):
    counts = []
    for size in (1, 20, 80):
        story = make_story(articles=4, statements=size, title=f"Bridges {size}", shared=True)
        with CaptureQueriesContext(connection) as queries:
            get(client, story.get_absolute_url() + query, target)
        counts.append(len(queries))
    assert counts[0] == counts[1] == counts[2] <= MOST_QUERIES


def test_left_out_and_counts_are_of_published_articles_only(client, bridges):
    Article.objects.filter(outlet__name="Outlet 3").update(publication=Article.Publication.DRAFT)
    page = get(client, ADDRESS)
    assert "3 outlets" in page.one("header", "head").words
    assert "Outlet 3" not in page.text
    assert Story.objects.count() == 1


def test_a_story_of_forty_articles_and_a_thousand_statements_stays_light(client):
    story = make_story(articles=40, statements=1000, title="Large", speakers=60)
    with CaptureQueriesContext(connection) as queries:
        page = client.get(story.get_absolute_url())
    assert len(page.content) <= 400 * 1024
    assert len(queries) <= MOST_QUERIES


def test_the_page_of_the_seeds_is_small_on_the_wire(client, seeds):
    story = Story.objects.get(title__contains="diplomat")
    assert len(gzip.compress(client.get(story.get_absolute_url()).content)) <= 15 * 1024


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
    assert "Its strength is 11.3; 11.0 is needed to say that a report" in words
    assert "below the" not in words


def test_dots_that_stand_alone_are_no_word(client, db):
    story = make_story(articles=1, statements=1)
    version = Version.objects.select_related("quotation__article").get()
    article, (start, end) = version.quotation.article, version.spans[0]
    cut = article.text[start:end].replace("the first of", "… of –")
    Article.objects.filter(pk=article.pk).update(text=article.text.replace(article.text[start:end], cut))
    Version.objects.update(spans=[[start, start + len(cut)]])
    assert f"{len(cut.split()) - 2} words" in get(client, f"/stories/{story.slug}/").all("table")[0].words


def test_the_gravest_difference_stands_at_the_top_with_both_sides_of_it(client):
    story = make_story(articles=2, statements=3, shared=True)
    row = Difference.objects.order_by("pk").last()
    Difference.objects.filter(pk=row.pk).update(kind="negation")
    gravest = get(client, story.get_absolute_url()).one("header", "head").one(css="gravest")
    assert "negation" in gravest["class"]
    assert [dt.words for dt in gravest.all("dt")] == ["Outlet 0", "Outlet 1"]
    assert [changed.text for changed in gravest.all(css="diff")] == [
        row.match.a.article.text[slice(*row.a)],
        row.match.b.article.text[slice(*row.b)],
    ]
    assert gravest.one("a")["href"].endswith(f"?statement={row.match.statement_id}#s{row.match.statement_id}")


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
