"""The search: what it finds and never finds, what it says, its filters, its pages, and its queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Outlet, Quotation, Speaker
from articles.pages.search import HITS_A_PAGE, MOST_TITLES
from tests.pages.rows import make_story
from tests.pages.tree import Element, get

pytestmark = pytest.mark.django_db

ADDRESS = "/search/"
MOST_QUERIES = 6


def hits(page: Element) -> list[Element]:
    return [item for hits in page.all("ol", "hits") for item in hits.all("li")]


def said(page: Element) -> str:
    return page.one("p", "in-force").words


def reword(words: str, other: str) -> None:
    """Put words of the same length in place of others in every text."""
    assert len(words) == len(other)
    for article in Article.objects.all():
        Article.objects.filter(pk=article.pk).update(text=article.text.replace(words, other))


def test_without_words_it_says_what_it_looks_for(client, bridges):
    page = get(client, ADDRESS)
    assert page.one("h1").words == "Search"
    assert "beginning of a word" in page.one("p", "empty").words
    assert not hits(page)


def test_every_quotation_with_the_word_is_found_as_an_exact_slice_with_its_place(client, bridges):
    page = get(client, f"{ADDRESS}?q=first")
    texts = Article.objects.in_bulk()
    expected = {q.pk for q in Quotation.objects.all() if "first" in texts[q.article_id].text[q.start : q.end]}
    found, expected_left = hits(page), set(expected)
    assert len(found) == len(expected) > 1
    for item in found:
        quote = item.one("blockquote")
        pieces = quote.all("span", "said")
        text = texts[int(pieces[0]["data-article"])].text
        for piece in pieces:
            assert piece.text == text[int(piece["data-start"]) : int(piece["data-end"])]
        assert [piece.text for piece in quote.all(css="found")] == ["first"]
        place = item.one("a", href=next(a["href"] for a in item.all("a") if "#q" in a["href"]))
        address, _, anchor = place["href"].partition("#")
        assert get(client, address).all(id=anchor)
        outlet = texts[int(pieces[0]["data-article"])].outlet
        assert outlet.name in item.words
        assert get(client, next(a["href"] for a in item.all("a") if a.words == "every version")).all(
            "article", "statement"
        )
        expected_left.remove(int(anchor.removeprefix("q")))
    assert not expected_left
    assert f"{len(expected)} quotations in 1 story" in said(page)


def test_the_stories_are_counted_and_the_newest_comes_first(client):
    for title in ("Bridges", "Tunnels", "Quays"):
        make_story(articles=2, statements=2, title=title, shared=True)
    page = get(client, f"{ADDRESS}?q=first")
    assert "in 3 stories" in said(page)
    assert [section.one("h2").words for section in page.all("section", "step")] == [
        "Quays",
        "Tunnels",
        "Bridges",
    ]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("bridg", True),
        ("BRIDGES", True),
        ("ridges", False),
        ("valley open", True),
        ("valley submarine", False),
        ("open-the", True),
        ('"new bridges"', True),
        ("“new bridg”", False),
        ('"bridges new"', False),
        ("“new", True),
    ],
)
def test_words_are_found_by_their_beginning_in_any_order_and_marked_words_together(
    client, bridges, asked, found
):
    assert bool(hits(get(client, ADDRESS + "?" + f"q={asked}"))) is found


@pytest.mark.parametrize("asked", ["ÉCOLE", "école", "écol", "Мэр"])
def test_letters_beyond_ascii_are_found_in_either_case(client, bridges, asked):
    reword("winter", "École ")
    reword("valley", "мэр...")
    assert hits(get(client, f"{ADDRESS}?q={asked}"))


def test_what_stands_outside_the_quotations_is_not_found(client, bridges):
    assert not hits(get(client, f"{ADDRESS}?q=Speaker"))


def test_what_an_outlet_reports_in_its_own_words_is_not_found(client, bridges):
    Quotation.objects.update(kind="indirect", stretches=[])
    assert not hits(get(client, f"{ADDRESS}?q=bridges"))


@pytest.mark.parametrize("who", ["client", "admin_client"])
def test_drafts_and_former_versions_are_never_found(request, who, bridges):
    reader = request.getfixturevalue(who)
    first, second = Article.objects.all()[:2]
    Article.objects.filter(pk=first.pk).update(publication=Article.Publication.DRAFT)
    Article.objects.filter(pk=second.pk).update(current=False)
    page = get(reader, f"{ADDRESS}?q=bridges")
    articles = {int(piece["data-article"]) for item in hits(page) for piece in item.all("span", "said")}
    assert articles == set(Article.objects.values_list("pk", flat=True)) - {first.pk, second.pk}
    assert first.get_absolute_url() not in [a["href"] for a in page.all("a")]
    ignored = get(reader, f"{ADDRESS}?q=bridges&outlet={first.outlet.slug}").one("p", "ignored")
    assert first.outlet.slug in ignored.words


def test_articles_are_found_by_their_headline_which_is_marked(client, bridges):
    article = Article.objects.last()
    Article.objects.filter(pk=article.pk).update(headline="Über den Fluss: a bridge at last")
    page = get(client, f"{ADDRESS}?q=über+LAST")
    (title,) = page.one("section", "titles").all("li")
    assert title.one("a")["href"] == article.get_absolute_url()
    assert [piece.text for piece in title.all(css="found")] == ["Über", "last"]
    assert article.outlet.name in title.words
    assert "0 quotations and 1 headline" in said(page)


def test_many_headlines_are_counted(client):
    make_story(articles=MOST_TITLES + 3, statements=1)
    page = get(client, f"{ADDRESS}?q=bridges")
    assert len(page.one("section", "titles").all("li")) == MOST_TITLES
    assert "and 3 more" in page.one("section", "titles").words
    assert f"and {MOST_TITLES + 3} headlines" in said(page)


@pytest.mark.parametrize("name", ["status", "speaker", "outlet"])
def test_filters_narrow_it_down_with_counts_that_hold(client, bridges, name):
    page = get(client, f"{ADDRESS}?q=bridges")
    total = len(hits(get(client, f"{ADDRESS}?q=bridges")))
    values = {"status": "rewritten", "speaker": "speaker-1", "outlet": "outlet-2"}
    some = get(client, f"{ADDRESS}?q=bridges&{name}={values[name]}")
    assert 0 < len(hits(some)) < total
    drop = some.one("a", id=f"drop-{name}")
    assert len(hits(get(client, ADDRESS + drop["href"]))) == total
    if name == "status":
        chip = page.one("a", id="chip-rewritten")
        assert chip.all("span")[-1].words == str(len(hits(some)))
    else:
        option = page.one("select", id=f"choose-{name}").one("option", value=values[name])
        assert f"({len(hits(some))})" in option.words


def test_the_status_is_the_one_of_the_story_page(client, bridges):
    for status in ("rewritten", "sole"):
        for item in hits(get(client, f"{ADDRESS}?q=bridges&status={status}")):
            statement = next(a["href"] for a in item.all("a") if a.words == "every version")
            assert get(client, statement).one("article", "statement")["class"] == f"statement {status}"


def test_an_article_without_an_outlet_can_be_asked_for(client, bridges):
    article = Article.objects.first()
    Article.objects.filter(pk=article.pk).update(outlet=None)
    page = get(client, f"{ADDRESS}?q=bridges&outlet=article-{article.pk}")
    assert not page.all("p", "ignored")
    assert all("outlet not stated" in item.words for item in hits(page))


def test_the_name_that_an_editor_joined_still_narrows_down(client, bridges):
    kept = Speaker.objects.get(slug="speaker-1")
    Speaker.objects.create(name="Speakr 1", slug="speakr-1", key="speakr 1", same_as=kept)
    page = get(client, f"{ADDRESS}?q=bridges&speaker=speakr-1")
    assert not page.all("p", "ignored")
    assert len(hits(page)) == len(hits(get(client, f"{ADDRESS}?q=bridges&speaker=speaker-1")))


def test_what_is_not_known_is_ignored_and_said(client, bridges):
    page = get(client, f"{ADDRESS}?q=bridges&outlet=none&speaker=nobody&status=x&kind=negation")
    assert len(hits(page)) == len(hits(get(client, f"{ADDRESS}?q=bridges")))
    for value in ("outlet=none", "speaker=nobody", "status=x", "kind=negation"):
        assert value in page.one("p", "ignored").words


def test_an_empty_result_says_what_to_try(client, bridges):
    page = get(client, f"{ADDRESS}?q=bridges+submarine")
    assert "0 quotations" in said(page)
    advice = page.one("p", "empty")
    assert hits(get(client, ADDRESS + advice.one("a", href="?q=bridges")["href"]))
    assert advice.all("a", href="/speakers/?q=bridges%20submarine")
    filtered = get(client, f"{ADDRESS}?q=second&speaker=speaker-0").one("p", "empty")
    assert hits(get(client, ADDRESS + filtered.all("a")[0]["href"]))


def test_long_results_are_paged_and_each_stands_on_one_page(client):
    make_story(articles=3, statements=60)
    seen, address, filters = [], f"{ADDRESS}?q=bridges&status=sole", set()
    while address:
        page = get(client, address)
        assert len(hits(page)) <= HITS_A_PAGE
        seen += [item.one("blockquote").words for item in hits(page)]
        filters |= {a["href"].count("status=sole") for a in page.all("a", rel="next")}
        following = page.all("a", rel="next")
        address = ADDRESS + following[0]["href"].partition("#")[0] if following else ""
    assert len(seen) == len(set(seen)) == int(said(page).split()[0]) > HITS_A_PAGE
    assert filters == {1}


def test_a_long_quotation_is_cut_at_words_around_what_is_found(client, bridges):
    quotation = Quotation.objects.first()
    long = "We will " + "always repeat ourselves " * 30 + "until spring" + " and go on" * 60
    text = f"“{long},” said Speaker 0."
    Article.objects.filter(pk=quotation.article_id).update(text=text)
    Quotation.objects.filter(article=quotation.article_id).exclude(pk=quotation.pk).delete()
    quotation.versions.update(spans=[[1, 1 + len(long)]])
    (item,) = hits(get(client, f"{ADDRESS}?q=spring"))
    quote = item.one("blockquote").text
    assert quote.startswith("…")
    assert quote.endswith("…")
    assert f" {quote.strip('…')} " in f" {text} "
    assert "until spring" in quote


@pytest.mark.parametrize(
    "query",
    [
        "q=%00",
        "q=%00bridges%07",
        "q=" + "bridge+" * 900,
        "q=" + "a" * 9000,
        "q=%22%22%22",
        "q=(((*%5B%5C%25_",
        "q=%F0%9F%8C%89",
        "q=%FF%FE",
        "q=%E2%80%AE&status=%00&speaker=%00&outlet=%00",
        "q=bridges&page=-1",
        "q=bridges&page=99999999999999999999999",
        "q=bridges&page=99",
        "q=bridges&outlet=article-" + "9" * 60,
        "q=bridges" + "&speaker=x" * 500,
        "q=bridges&q=&q=second",
        "q[]=1&=&&",
    ],
)
@pytest.mark.parametrize("target", ["", "found"])
def test_no_query_string_breaks_it(client, bridges, query, target):
    get(client, f"{ADDRESS}?{query}", target)


def test_words_that_were_cut_are_said(client, bridges):
    page = get(client, f"{ADDRESS}?q={'bridges+' * 60}")
    assert "the words after the first 200 characters" in page.one("p", "ignored").words
    assert hits(page)


def test_nothing_that_was_typed_becomes_markup(client, bridges):
    page = client.get(f"{ADDRESS}?q=<script>alert(1)</script>").content.decode()
    assert "<script>alert" not in page


def test_the_fragment_is_served_for_its_target_only_and_both_vary(client, bridges):
    assert not get(client, f"{ADDRESS}?q=bridges", "found").all("html")
    assert get(client, f"{ADDRESS}?q=bridges", "elsewhere").all("html")
    for headers in ({}, {"HX-Request": "true", "HX-Target": "found"}):
        vary = client.get(f"{ADDRESS}?q=bridges", headers=headers).headers["Vary"]
        assert {"HX-Request", "HX-Target"} <= {name.strip() for name in vary.split(",")}


def test_only_reading_is_allowed(client):
    assert client.post(ADDRESS).status_code == 405


def test_results_are_not_for_search_engines_and_other_pages_are(client, bridges):
    assert get(client, f"{ADDRESS}?q=bridges").one("meta", name="robots")["content"] == "noindex"
    assert not get(client, "/").all("meta", name="robots")


def test_the_form_works_without_javascript_and_every_page_leads_there(client, bridges):
    form = get(client, "/").one("form", role="search")
    assert (form["method"], form["action"]) == ("get", ADDRESS)
    assert form.one("input")["name"] == "q"
    assert get(client, "/method/").one("nav", aria_label="Site").all("a", href=ADDRESS)


@pytest.mark.parametrize("query", ["q=bridges", "q=bridges&speaker=speaker-1&outlet=outlet-1&status=sole"])
def test_queries_are_few_and_do_not_grow(client, query):
    counts = []
    for size in (5, 20, 60):
        make_story(articles=3, statements=size, title=f"Bridges {size}")
        with CaptureQueriesContext(connection) as queries:
            get(client, f"{ADDRESS}?{query}")
        counts.append(len(queries))
    assert counts[0] == counts[1] == counts[2] <= MOST_QUERIES
    assert Outlet.objects.count() == 3
