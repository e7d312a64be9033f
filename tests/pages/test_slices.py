"""Rule 1: every quoted word on every page is a character-exact slice of a stored article."""

from html.parser import HTMLParser

import pytest

from articles.models import Article, Statement

pytestmark = pytest.mark.django_db

VOID = {"meta", "link", "input", "br", "img", "hr", "path", "rect", "line", "use", "circle", "source", "wbr"}
QUOTING = {"mark", "blockquote", "q"}


class Quoted(HTMLParser):
    """Collects the text of every element that names its place, and of quoting ones that do not."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, dict[str, str | None], list[str]]] = []
        self.slices: list[tuple[int, int, int, str]] = []
        self.unplaced: list[str] = []

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.open.append((tag, dict(attrs), []))

    def handle_data(self, data):
        for _, _, texts in self.open:
            texts.append(data)
        placed = any("data-start" in attributes for _, attributes, _ in self.open)
        quoting = any(tag in QUOTING for tag, _, _ in self.open)
        aside = any("data-aside" in a or "visually-hidden" in (a.get("class") or "") for _, a, _ in self.open)
        if quoting and not placed and not aside and any(c.isalnum() for c in data):
            self.unplaced.append(data)

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        opened, attributes, texts = self.open.pop()
        assert opened == tag, f"<{opened}> closed by </{tag}>"
        if "data-start" in attributes:
            article, start, end = (int(attributes[f"data-{n}"] or "") for n in ("article", "start", "end"))
            self.slices.append((article, start, end, "".join(texts)))


def addresses() -> list[str]:
    """Every page there is: each story, each pair with each statement open, each article."""
    articles = list(Article.objects.select_related("story"))
    found = ["/", "/method/", *(a.get_absolute_url() for a in articles)]
    for story in {a.story for a in articles}:
        found.append(story.get_absolute_url())
        members = [a for a in articles if a.story == story]
        found += [
            f"{story.get_absolute_url()}side-by-side/?left={a.pk}&right={b.pk}&statement={s.pk}"
            for a in members
            for b in members
            if a != b
            for s in Statement.objects.filter(story=story)
        ]
    return found


def walk(client) -> int:
    texts = {a.pk: a.text for a in Article.objects.all()}
    checked = 0
    for address in addresses():
        page = Quoted()
        page.feed(client.get(address).content.decode())
        assert not page.open, address
        for article, start, end, shown in page.slices:
            assert shown == texts[article][start:end], address
        assert not page.unplaced, address
        checked += len(page.slices)
    return checked


def test_seed_pages_quote_exactly(client, seeds):
    assert walk(client) > 500


def test_harbour_pages_quote_exactly(client, harbour):
    assert walk(client) > 100


def test_marked_text_is_all_of_the_article(client, harbour):
    """Segments joined again are the paragraphs of the stored text, nothing added and nothing lost."""
    article = harbour.articles.first()
    page = client.get(article.get_absolute_url()).content.decode()
    for paragraph in article.text.split("\n\n"):
        printed = Paragraphs()
        printed.feed(page)
        assert paragraph in printed.texts


class Paragraphs(HTMLParser):
    """Collects the text of every paragraph and heading, without badges and signs."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.inside = False
        self.skipping: list[str] = []

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag in {"p", "h1", "h2", "h3"}:
            self.texts.append("")
            self.inside = True
        if self.skipping or {"badge", "turn"} & set((attributes.get("class") or "").split()):
            self.skipping.append(tag)

    def handle_endtag(self, tag):
        if self.skipping:
            self.skipping.pop()
        if tag in {"p", "h1", "h2", "h3"}:
            self.inside = False

    def handle_data(self, data):
        if self.inside and not self.skipping:
            self.texts[-1] += data
