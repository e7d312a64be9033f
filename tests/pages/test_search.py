"""The search: what it finds and never finds."""

import pytest

from articles.models import Article, Quotation
from articles.pages.search import MOST_TITLES
from tests.pages.rows import make_story
from tests.pages.search_page import ADDRESS, hits, said
from tests.pages.tree import get

pytestmark = pytest.mark.django_db


def reword(words: str, other: str) -> None:
    """Put words of the same length in place of others in every text."""
    assert len(words) == len(other)
    for article in Article.objects.all():
        Article.objects.filter(pk=article.pk).update(text=article.text.replace(words, other))


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
