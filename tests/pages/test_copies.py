"""What only copies of one agency's text print: one independent text, on every page and in every count."""

import pytest

from articles.analysis import analyse_story
from articles.models import Article
from tests.pages.tree import get

pytestmark = pytest.mark.django_db

AGENCY = (
    "SEAFORD (AP) — The council of Seaford met for six hours on Tuesday night before it voted on the "
    "new bridge, which is to replace the wooden one that a spring flood carried away two years ago.\n\n"
    "“This bridge will carry us for a hundred years,” said the council leader, Maria Holt.\n\n"
    "Shops on the far bank have lost a third of their trade since the flood, and the ferry that was hired "
    "in its place runs only until eight in the evening, when the last pupils of the music school cross."
)
OWN = (
    "Bridge at last\n\nSeaford will have its bridge, a tired Maria Holt told our reporter on Tuesday.\n\n"
    "“This bridge will carry us for a hundred years,” Holt said, and went home to bed."
)
STRANGER = "Rain in Seaford\n\nIt rained all week.\n\n“My cellar is full of frogs,” said Anna Moss, a baker."


def bring(bring_in, *others: str):
    texts = {"The Gull": f"Vote\n\n{AGENCY}", "The Heron": f"Bridge vote\n\n{AGENCY}"}
    texts |= {f"Other {n}": text for n, text in enumerate(others)}
    articles = [bring_in(text, story="Bridge", outlet=outlet) for outlet, text in texts.items()]
    assert analyse_story(articles[0].story)
    return articles[0].story


def shares(page):
    """Read the counts of the first strip of a page."""
    words = [item.words for item in page.all("ul", "shares")[0].all("li")]
    return {said[1:].rpartition(" ")[0].strip(): int(said.rpartition(" ")[2]) for said in words}


def test_two_copies_are_no_second_witness(bring_in, client):
    page = get(client, bring(bring_in, STRANGER).get_absolute_url())
    assert "Same agency text" in page.words
    assert (
        "Only in one agency’s text, carried by The Gull and The Heron, of the 3 articles here" in page.words
    )
    assert "1 stands only in copies of one agency’s text." in page.words


def test_the_counts_of_all_pages_agree(bring_in, client):
    story = bring(bring_in, STRANGER)
    address = story.get_absolute_url()
    assert shares(get(client, address)) == {"Word for word": 0, "Reworded": 0, "Only here": 2}
    assert shares(get(client, "/")) == shares(get(client, address))
    assert len(get(client, f"{address}?status=sole").all("article", "statement")) == 2
    assert not get(client, f"{address}?status=verbatim").all("article", "statement")


def test_a_third_who_heard_it_makes_it_word_for_word(bring_in, client):
    page = get(client, bring(bring_in, OWN).get_absolute_url())
    assert shares(page) == {"Word for word": 1, "Reworded": 0, "Only here": 0}
    assert "which carry 2 independent texts" in page.words


def test_side_by_side_says_why_copies_share_words(bring_in, client):
    story = bring(bring_in)
    left, right = Article.objects.filter(story=story).order_by("pk").values_list("pk", flat=True)
    page = get(client, f"{story.get_absolute_url()}side-by-side/?left={left}&right={right}")
    assert "share no quotation but out of one agency’s text: 1 stands only in copies" in page.words
    assert page.all("mark", "copied")
    assert not page.all("mark", "verbatim")


def test_side_by_side_says_that_both_carry_one_text(bring_in, client):
    story = bring(bring_in, STRANGER)
    left, right = story.articles.filter(outlet__name__in=["The Gull", "The Heron"])
    address = f"{story.get_absolute_url()}side-by-side/?left={left.pk}&right={right.pk}"
    page = get(client, f"{address}&statement={left.quotations.get().versions.get().statement_id}")
    assert "The Gull and The Heron carry one text and count as one: credit to" in page.one(id="copies").words
    panel = page.one(id="panel").words
    assert "Same agency text" in panel
    assert "Only here" not in panel
    assert "The same words, out of one agency’s text: one witness to them, not two." in panel
