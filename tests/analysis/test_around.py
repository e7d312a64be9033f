"""What stands around a quotation: words only a headline prints, one agency's text, verbs that colour."""

import pytest

from articles.analysis import analyse_story
from articles.models import Match, Quotation

pytestmark = pytest.mark.django_db

AGENCY = (
    "SEAFORD (AP) — The council of Seaford met for six hours on Tuesday night before it voted on the "
    "new bridge, which is to replace the wooden one that a spring flood carried away two years ago.\n\n"
    "“This bridge will carry us for a hundred years,” said the council leader, Maria Holt.\n\n"
    "Shops on the far bank have lost a third of their trade since the flood, and the ferry that was hired "
    "in its place runs only until eight in the evening, when the last pupils of the music school cross."
)


def bring(bring_in, texts: dict[str, str]):
    articles = [bring_in(text, story="Bridge", outlet=outlet) for outlet, text in texts.items()]
    assert analyse_story(articles[0].story)
    return articles[0].story


def test_two_copies_of_one_agency_text_count_as_one(bring_in, client):
    story = bring(
        bring_in,
        {"The Gull": f"Bridge vote\n\n{AGENCY}", "The Heron": f"Seaford votes for a bridge\n\n{AGENCY}"},
    )
    assert Match.objects.get(reported=False).copied
    (copies,) = story.copies.all()
    assert copies.articles.count() == 2
    page = client.get(story.get_absolute_url()).content.decode()
    assert "1 independent text" in page
    assert "same agency text" in page


def test_words_that_only_the_headline_prints_are_told(bring_in, client):
    story = bring(
        bring_in,
        {
            "The Gull": (
                "Council ‘betrayed the river’, says Holt\n\nMaria Holt spoke on Tuesday of the bridge.\n\n"
                "“We have waited two years for this,” Holt said."
            ),
            "The Heron": (
                "Bridge vote\n\nThe vote was close.\n\n“We have waited two years for this,” said Maria Holt."
            ),
        },
    )
    (headline,) = Quotation.objects.filter(place="headline").exclude(kind="indirect")
    assert headline.backing == "nowhere"
    assert "no article here prints these words" in client.get(story.get_absolute_url()).content.decode()


def test_a_verb_that_colours_the_words_is_told_beside_a_plain_one(bring_in, client):
    said = "“We have waited two years for this bridge and will wait no longer,” Maria Holt {} on Tuesday."
    story = bring(
        bring_in,
        {
            "The Gull": "Bridge vote\n\nThe council met in the old hall.\n\n" + said.format("said"),
            "The Heron": "A bridge at last\n\nThe town has a plan again.\n\n" + said.format("claimed"),
        },
    )
    page = client.get(story.get_absolute_url()).content.decode()
    assert "reports these words with" in page
    assert "claimed" in page
