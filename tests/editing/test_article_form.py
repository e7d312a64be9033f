"""Bringing an article in through the admin: paste or file, chosen or made on the spot, refused in words."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles.models import Article, Outlet, Quotation, Story
from articles.uploads import READ_NAMES
from tests.conftest import HARBOUR
from tests.uploads.pdf_files import Set, pdf

pytestmark = pytest.mark.django_db

ADD = "/admin/articles/article/add/"
TEXT = HARBOUR["The Courier"]


def post(client, **fields):
    """Send the form as a browser does, with every field it shows."""
    sent = {
        "paste": "", "headline": "", "deck": "", "byline": "", "outlet": "", "new_outlet": "", "story": "",
        "new_story": "", "address": "", "published_at_0": "", "published_at_1": "", "publication": "draft",
    }  # fmt: skip
    return client.post(fields.pop("to", ADD), sent | fields)


def errors(response) -> str:
    form = response.context["adminform"].form
    return " ".join(message for messages in form.errors.values() for message in messages)


def test_a_pasted_article_is_stored_and_analysed(admin_client):
    response = post(admin_client, paste=TEXT, new_story="Harbour", new_outlet="The Courier")
    assert response.status_code == 302
    article = Article.objects.get()
    assert bytes(article.upload).decode() == TEXT
    assert (article.story.title, article.outlet.name) == ("Harbour", "The Courier")
    assert article.headline == "Mayor opens the harbour"
    assert article.analysis == Article.Analysis.DONE
    assert Quotation.objects.filter(article=article, speaker__name="Tom Hale").exists()


def test_a_file_is_stored_byte_for_byte(admin_client):
    data = "\ufeff".encode() + TEXT.replace("\n", "\r\n").encode()
    response = post(admin_client, file=SimpleUploadedFile("a.txt", data), new_story="Harbour")
    assert response.status_code == 302
    article = Article.objects.get()
    assert bytes(article.upload) == data
    assert article.upload_name == "a.txt"
    assert "\r" not in article.text


def test_a_chosen_outlet_and_story_are_used(admin_client):
    story, outlet = Story.objects.create(title="Harbour"), Outlet.objects.create(name="The Courier")
    post(admin_client, paste=TEXT, story=story.pk, outlet=outlet.pk)
    article = Article.objects.get()
    assert (article.story, article.outlet) == (story, outlet)


def test_a_typed_name_that_exists_is_not_doubled(admin_client):
    Outlet.objects.create(name="The Courier")
    post(admin_client, paste=TEXT, new_story="Harbour", new_outlet="  the  COURIER ")
    assert Outlet.objects.count() == 1


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"new_story": "H"}, "Paste the text of the article, or choose a file."),
        ({"paste": "   \n ", "new_story": "H"}, "Paste the text of the article, or choose a file."),
        ({"paste": TEXT}, "Choose the story"),
    ],
)
def test_what_is_missing_is_said(admin_client, fields, said):
    response = post(admin_client, **fields)
    assert response.status_code == 200
    assert said in errors(response)
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", b"  \n\n "),
        ("a.txt", b"one\x00two"),
        ("a.pdf", b"%PDF-1.7 ..."),
        ("a.docx", b"PK\x03\x04word/document.xml"),
        ("a.txt", b"word " * 500_000),
        ("../../etc/passwd", bytes(range(256)) * 8),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_words(admin_client, name, data):
    response = post(admin_client, file=SimpleUploadedFile(name, data), new_story="H")
    assert response.status_code == 200
    assert len(errors(response)) > 20
    assert not Article.objects.exists()
    assert not Story.objects.exists()


def test_a_pdf_is_kept_and_what_was_left_out_of_it_can_be_put_back(admin_client):
    body = [Set(words, 40, 500 - 30 * at) for at, words in enumerate(TEXT.split("\n\n"))]
    data = pdf(
        [Set("Daily Example", 40, 580), *body], [Set("Daily Example", 40, 580), Set("It goes on.", 40, 500)]
    )
    post(admin_client, file=SimpleUploadedFile("a.pdf", data), new_story="Harbour")
    article = Article.objects.get()
    assert bytes(article.upload) == data
    assert "Daily Example" not in article.text
    change = reverse("admin:articles_article_change", args=[article.pk])
    post(admin_client, to=change, story=article.story_id, put_back=["Daily Example"])
    article.refresh_from_db()
    assert article.text.startswith("Daily Example\n\n")
    assert bytes(article.upload) == data


def test_what_stays_out_above_the_headline_is_not_called_put_back(admin_client):
    body = [Set(words, 40, 500 - 30 * at) for at, words in enumerate(TEXT.split("\n\n"))]
    file = SimpleUploadedFile("a.pdf", pdf([Set("Daily Example", 40, 580), *body]))
    headline = TEXT.split("\n\n")[0]
    post(admin_client, file=file, new_story="Harbour", headline=headline)
    article = Article.objects.get()
    change = reverse("admin:articles_article_change", args=[article.pk])
    post(admin_client, to=change, story=article.story_id, headline=headline, put_back=["Daily Example"])
    form = admin_client.get(change).content.decode()
    assert "Daily Example (above the headline)" in form
    assert "(put back)" not in form


def test_an_empty_file_is_refused_with_what_to_do(admin_client):
    response = post(admin_client, file=SimpleUploadedFile("a.pdf", b""), new_story="Harbour")
    assert errors(response) == "This file is empty. Choose another one, or paste the text."


def test_a_page_without_text_is_told_and_the_upload_is_handed_back(admin_client, client):
    body = [Set(words, 40, 500 - 30 * at) for at, words in enumerate(TEXT.split("\n\n"))]
    data = pdf(body, [], images=[1])
    name = "Häfen «1».pdf"
    response = post(admin_client, file=SimpleUploadedFile(name, data), new_story="Harbour")
    article = Article.objects.get()
    said = "Not in the text: page 2 of the file is a picture, without text. If the article goes on there"
    assert said in admin_client.get(response.url).content.decode()
    form = admin_client.get(reverse("admin:articles_article_change", args=[article.pk])).content.decode()
    assert said in form
    assert "put_back" not in form
    address = reverse("admin:articles_article_upload", args=[article.pk])
    assert f'href="{address}"' in form
    answer = admin_client.get(address)
    assert answer.getvalue() == data
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Type"] == "application/octet-stream"
    assert client.get(address).status_code == 302


def test_a_file_over_the_limit_is_refused_unread(admin_client, monkeypatch):
    monkeypatch.setattr("articles.forms.MOST_DOCUMENT_BYTES", 50)
    response = post(admin_client, file=SimpleUploadedFile("a.docx", b"PK\x03\x04" + b"x" * 50), new_story="H")
    assert "over 10 MB" in errors(response)


def test_the_file_field_offers_what_is_read(admin_client):
    page = admin_client.get(ADD).content.decode()
    offered = re.search(r'<input type="file"[^>]*accept="([^"]*)"', page)
    assert offered
    assert offered.group(1).split(",") == list(READ_NAMES)


def test_text_and_file_together_are_refused(admin_client):
    response = post(admin_client, paste=TEXT, file=SimpleUploadedFile("a.txt", TEXT.encode()), new_story="H")
    assert "There is a text and a file" in errors(response)


def test_chosen_and_typed_together_are_refused(admin_client):
    story = Story.objects.create(title="Harbour")
    response = post(admin_client, paste=TEXT, story=story.pk, new_story="Other")
    assert "Choose one" in errors(response)


def test_the_same_text_twice_is_refused_and_the_first_named(admin_client):
    post(admin_client, paste=TEXT, new_story="Harbour")
    response = post(admin_client, paste=TEXT, new_story="Another story")
    assert "is here already" in errors(response)
    assert Article.objects.count() == 1
    assert not Story.objects.filter(title="Another story").exists()


def test_the_same_address_twice_is_refused(admin_client):
    post(admin_client, paste=TEXT, new_story="Harbour", address="https://courier.example/harbour")
    other = HARBOUR["Morning Ledger"]
    response = post(admin_client, paste=other, new_story="B", address="https://courier.example/harbour")
    assert "is here already" in errors(response)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "ftp://courier.example/", "not an address"])
def test_an_address_that_is_none_is_refused(admin_client, address):
    response = post(admin_client, paste=TEXT, new_story="Harbour", address=address)
    assert response.status_code == 200
    assert not Article.objects.exists()


def change_address(article: Article) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])


def test_a_change_without_a_new_text_keeps_the_upload(admin_client, harbour):
    article = harbour.articles.get(outlet__name="The Courier")
    before, text = bytes(article.upload), article.text
    response = post(
        admin_client, to=change_address(article), story=harbour.pk, outlet=article.outlet.pk,
        headline=article.headline, byline="By A. Writer", publication="published",
    )  # fmt: skip
    assert response.status_code == 302
    article.refresh_from_db()
    assert (bytes(article.upload), article.text, article.byline) == (before, text, "By A. Writer")


def test_a_left_out_piece_can_be_put_back(admin_client):
    post(admin_client, paste=f"{TEXT}\n\nRead more at this link.", new_story="Harbour")
    article = Article.objects.get()
    assert "Read more" not in article.text
    (piece,) = [p["text"] for p in article.left_out if "Read more" in p["text"]]
    response = post(
        admin_client, to=change_address(article), story=article.story.pk, headline=article.headline,
        put_back=[piece],
    )  # fmt: skip
    assert response.status_code == 302
    article.refresh_from_db()
    assert article.text.endswith("Read more at this link.")


def test_moving_an_article_compares_both_stories_again(admin_client, harbour):
    article = harbour.articles.get(outlet__name="Morning Ledger")
    post(
        admin_client, to=change_address(article), new_story="Elsewhere", outlet=article.outlet.pk,
        headline=article.headline, publication="published",
    )  # fmt: skip
    article.refresh_from_db()
    assert article.story.title == "Elsewhere"
    assert not any(m.a.article_id == article.pk or m.b.article_id == article.pk for m in matches())
    assert len(matches()) == 1


def matches():
    from articles.models import Match

    return list(Match.objects.select_related("a", "b"))


def test_hostile_words_are_shown_as_words(admin_client):
    hostile = TEXT.replace("Tom Hale", "<script>alert(1)</script> Hale")
    post(admin_client, paste=hostile.replace("Mayor opens", "<b>Mayor</b> opens"), new_story="<i>Harbour</i>")
    article = Article.objects.get()
    page = admin_client.get(change_address(article)).content.decode()
    assert "<script>alert" not in page
    reader = admin_client.get(article.get_absolute_url()).content.decode()
    assert "<script>alert" not in reader
    assert "<i>Harbour" not in reader


HTML = """<!doctype html><html><head><title>Mayor opens the harbour</title>
<meta property="og:site_name" content="The Courier">
<meta property="article:published_time" content="2026-03-02T09:30:00+01:00">
<link rel="canonical" href="https://courier.example/harbour"></head>
<body><article><h1>Mayor opens the harbour</h1>
<p>The mayor of Seaford, Jane Smith, opened the new harbour on Monday after ten years.</p>
<p>&ldquo;We will not raise the harbour fees this year,&rdquo; Ms Smith said to the crowd on the quay.</p>
</article><script>track("reader")</script></body></html>"""


def test_a_page_fills_in_what_it_says_of_itself(admin_client):
    post(admin_client, file=SimpleUploadedFile("a.html", HTML.encode()), new_story="Harbour")
    article = Article.objects.get()
    assert article.headline == "Mayor opens the harbour"
    assert article.outlet.name == "The Courier"
    assert article.address == "https://courier.example/harbour"
    assert article.published_at.isoformat() == "2026-03-02T08:30:00+00:00"
    assert "track" not in article.text
    assert "“We will not raise" in article.text


def test_what_the_editor_says_goes_before_what_the_page_says(admin_client):
    data = SimpleUploadedFile("a.html", HTML.encode())
    post(
        admin_client,
        file=data,
        new_story="Harbour",
        new_outlet="Courier Online",
        headline="The harbour opens",
    )
    article = Article.objects.get()
    assert (article.headline, article.outlet.name) == ("The harbour opens", "Courier Online")
    assert article.text.startswith("The harbour opens\n")
